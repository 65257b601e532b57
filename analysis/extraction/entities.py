"""Persons and organisations that the registry does not know: the pipeline's entities and names by head nouns."""

from analysis.extraction.name_index import Match
from analysis.extraction.organisation_kinds import unmarked_organisations
from analysis.extraction.organisation_names import organisation_spans
from analysis.extraction.organisation_words import organisation_lexicon
from analysis.extraction.person_names import unmarked_persons
from analysis.extraction.role_words import role_lexicon
from analysis.extraction.roles import OF
from analysis.extraction.sentence_starts import opens_sentence
from analysis.language import load_lexicon
from analysis.language.words import Passage, Words

_ARTICLES = {"il", "lo", "la", "l'", "l’", "i", "gli", "le", "un", "una", "uno", "del", "della", "dell'", "dell’", "al"}
_ARTICLES |= {"nel", "nella", "dal", "dalla", "sul", "sulla", "alla", "secondo", "per"}
_ARTICLES |= {"dall'", "dall’", "all'", "all’", "nell'", "nell’", "sull'", "sull’", "dai", "dagli", "dalle", "dallo"}
_COMMON_ENDINGS = ("ato", "ata", "ati", "ate", "ito", "ita", "uto", "uta", "ivo", "iva", "ale", "ando", "endo", "mente")
_BESIDE_PLACES = {"sul", "sulla", "sullo", "nel", "nella", "nello", "in", "presso", "vicino", "verso"}


def entities(doc: Words, matches: list[Match]) -> tuple[list[Passage], set[Match]]:
    """Spans PER and ORG in the order of the text, and the matches that stand inside their names."""
    # a city may be part of a name ("Università di Prova", "Prova Post"): it keeps none from being found
    cities = {i: match for match in matches if match.how == "city" for i in range(match.start, match.end)}
    at = {i: match for match in matches if match.how != "city" for i in range(match.start, match.end)}
    persons = _persons(doc, at)
    persons += unmarked_persons(doc, {i for span in persons for i in range(span.start, span.end)} | set(at))
    people = {i for span in persons for i in range(span.start, span.end)}
    people |= {i for i, match in at.items() if match.how in ("person", "spelling")}
    marked = {i for ent in doc.ents if ent.label_ == "ORG" for i in range(ent.start, ent.end)}
    organisations = organisation_spans(doc, at, people, marked)
    taken = {i for span in organisations for i in range(span.start, span.end)}
    dropped = {at[i] for i in taken if i in at and at[i].how != "demonym"}
    persons = [span for span in persons if span.start not in taken]
    for span in persons:
        dropped |= {at[i] for i in range(span.start, span.end) if i in at and at[i].how != "demonym"}
    taken |= people | {i for i in at if at[i].how != "demonym"}
    alone = {i for i, match in cities.items() if match.end - match.start == 1}
    marked = _marked_organisations(doc, taken, {span[-1].text for span in persons})
    organisations += [s for s in marked if s.end - s.start > 1 or s.start not in alone]
    taken |= {i for span in organisations for i in range(span.start, span.end)}
    demonyms = {i for i, match in at.items() if match.how == "demonym"}
    unmarked = unmarked_organisations(doc, taken, demonyms)
    organisations += [s for s in unmarked if s.end - s.start > 1 or s.start not in alone]
    spans = sorted(persons + organisations, key=lambda span: (span.start, -span.end))
    return spans, dropped | {cities[i] for span in spans for i in range(span.start, span.end) if i in cities}


def _persons(doc: Words, at: dict[int, Match]) -> list[Passage]:
    """The pipeline's persons of two words or more, without what the registry names before them ("Kiev Ada Bruni")."""
    found = []
    for ent in doc.ents:
        if ent.label_ != "PER":
            continue
        start, end = _trimmed(doc, ent.start, ent.end)
        start = _past_other_words(doc, start, end)
        inside = [at[i] for i in range(start, end) if i in at and at[i].how != "demonym"]
        if any(match.how in ("person", "spelling", "seat", "short") for match in inside):
            continue
        if inside:
            first, last = inside[0], inside[-1]
            if first.start <= start and end - first.end >= 2:
                start = first.end
            elif not (last.end >= end and last.start - start == 1 and doc[start].text[0].isupper()):
                continue
            elif opens_sentence(doc[start]) and doc[start].pos_ not in ("", "PROPN"):
                continue
        start = _first_name(doc, start, at)
        if start < end and not _is_place(doc, start):
            found.append(doc.passage(start, end, "PER"))
    return found


def _first_name(doc: Words, start: int, at: dict[int, Match]) -> int:
    """Where the name starts whose first word the pipeline has marked as another thing or not at all."""
    first = doc[start - 1] if start else None
    if first is None or not first.text.istitle() or first.i in at or first.pos_ != "PROPN" or opens_sentence(first):
        return start
    words = organisation_lexicon()
    role = role_lexicon().office_roles.holds(first.text) or role_lexicon().titles.holds(first.text)
    other = role or first.lower_ in words.heads.words or first.lower_ in words.departments.words
    after = start > 1 and doc[start - 2].text == ","
    return start - 1 if after and not other else start


def _past_other_words(doc: Words, start: int, end: int) -> int:
    """Past roles ("Presidente Ada Bruni") and past a sentence's first word that is none of a name's ("Arrestato …")."""
    words = role_lexicon()
    while end - start > 1:
        first = doc[start]
        role = words.office_roles.holds(first.text) or words.titles.holds(first.text)
        other = opens_sentence(first) and (first.pos_ in ("VERB", "AUX", "ADP", "ADV", "SCONJ", "CCONJ", "DET", "PRON"))
        participle = opens_sentence(first) and first.text.endswith(("ato", "ata", "uto", "uta")) and end - start == 2
        if not (role or other or participle):
            break
        start += 1
    return start


def _marked_organisations(doc: Words, taken: set[int], surnames: set[str]) -> list[Passage]:
    """The pipeline's organisations that neither the registry nor a head noun gave; none is a named person's surname."""
    places = _place_words(doc)
    found = []
    for ent in doc.ents:
        if ent.label_ != "ORG":
            continue
        start, end = _trimmed(doc, ent.start, ent.end)
        if start >= end or any(i in taken for i in range(start, end)):
            continue
        capitals = any(token.text[0].isupper() for token in doc[start:end])
        single = end - start == 1
        # half a person's name: "Ada" marked as an organisation before "Bruni"
        cut = single and end < len(doc) and doc[end].text.istitle() and doc[end].pos_ == "PROPN" and end not in taken
        if not capitals or _is_place(doc, start) or (single and (doc[start].text in places or cut)):
            continue
        if single and (_is_common_word(doc, start) or doc[start].text in surnames):
            continue
        if doc.text_of(start, end).lower() in role_lexicon().office_complements:
            continue
        found.append(doc.passage(start, end, "ORG"))
    return found


def _is_common_word(doc: Words, position: int) -> bool:
    """A sentence's first word that is a verb, adverb, participle or adjective by its tag or its ending."""
    token = doc[position]
    other = token.pos_ in ("VERB", "AUX", "ADV", "ADP", "ADJ", "DET", "PRON") or token.text.endswith(_COMMON_ENDINGS)
    return opens_sentence(token) and (other or token.lower_ in load_lexicon("cues").organs)


def _place_words(doc: Words) -> set[str]:
    """Words that stand for a place somewhere in the text, by a preposition before them or by the pipeline."""
    beside = {doc[t.i + 1].text for t in doc[:-1] if t.text.lower() in _BESIDE_PLACES}
    return beside | {ent.text for ent in doc.ents if ent.label_ == "LOC"}


def _is_place(doc: Words, start: int) -> bool:
    """After "il villaggio di", "vicino a", "la città di"."""
    words = organisation_lexicon()
    before = [token.text.lower() for token in doc[max(0, start - 3) : start]]
    if len(before) > 1 and before[-1] in OF and before[-2] in words.places.words:
        return True
    # "villaggio georgiano di Prova"
    if len(before) > 2 and before[-1] in OF and before[-3] in words.places.words and before[-2].isalpha():
        return True
    return bool(before) and (before[-1] in words.places.words or before[-1] in {"vicino", "presso"})


def _trimmed(doc: Words, start: int, end: int) -> tuple[int, int]:
    """Without articles, line ends and marks at the edges, and without what follows a line end inside.

    A capital article within a sentence belongs to the name ("Al Prova", "La Prova").
    """
    while start < end:
        text = doc[start].text
        own = text[0].isupper() and not opens_sentence(doc[start])
        if any(c.isalnum() for c in text) and (own or text.lower() not in _ARTICLES):
            break
        start += 1
    for position in range(start, end):
        if "\n" in doc[position].text:
            end = position
            break
    while end > start and _hangs(doc[end - 1].text):
        end -= 1
    return start, end


def _hangs(text: str) -> bool:
    return (
        not any(c.isalnum() for c in text) and text != ")" or text.lower() in OF | {"e", "in", "a", "per", "il", "la"}
    )
