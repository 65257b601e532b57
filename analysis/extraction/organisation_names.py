"""Names of organisations by their head nouns, Italian ("Istituto di studi …") and foreign ("… Institute for …")."""

from analysis.extraction.name_index import Match
from analysis.extraction.organisation_extent import LONGEST, extent, head_end
from analysis.extraction.organisation_words import organisation_lexicon
from analysis.extraction.sentence_starts import opens_sentence
from analysis.language.words import Passage, Words

_ITALIAN = {"da", "in", "di", "a"}
_ARTICLES = {"il", "lo", "la", "l'", "l’", "i", "gli", "le", "the", "un", "una", "uno", "al", "alla", "del", "della"}


def organisation_spans(doc: Words, at: dict[int, Match], people: set[int], marked: set[int]) -> list[Passage]:
    """Organisations whose name opens with a head noun or holds a foreign one. `at`: the registry's matches by token;
    `people`: tokens of persons; `marked`: tokens of organisations by the model.
    """
    found: list[Passage] = []
    last = 0
    words = organisation_lexicon()
    for token in doc:
        opens = token.lower_ in words.opening or token.lower_ in words.foreign_heads.words
        if not opens or token.i < last:
            continue
        span = _by_head(doc, token.i, at, people, marked) or _foreign(doc, token.i, at, people, last)
        if span is not None:
            found.append(span)
            last = span.end
    return found


def _by_head(doc: Words, start: int, at: dict[int, Match], people: set[int], marked: set[int]) -> Passage | None:
    first = head_end(doc, start)
    if first == start:
        return None
    words = organisation_lexicon()
    head, phrase = doc[start].text.lower(), doc.text_of(start, first).lower()
    match = at.get(start)
    others = {i: at[i] for i in range(start, start + LONGEST + 2) if i in at and at[i] is not match}
    end = extent(doc, start, others, people)
    if match is not None:
        # the registry's body, unless an adjective makes it another: "Consiglio di sicurezza" and "… nazionale"
        beyond = match.end < end and doc[match.end].text.lower() in words.institutional
        if not beyond and not (match.how == "short" and end > match.end):
            return None
    inner = doc[first:end]
    only_states = all(token.i in others or token.text.lower() in {"di", "del", "della", "dei"} for token in inner)
    if end == first or (only_states and phrase not in words.with_state and head not in words.named_after):
        return None
    capital = any(token.text[0].isupper() for token in inner)
    if doc[start].text[0].isupper() and not opens_sentence(doc[start]):
        return doc.passage(start, end, "ORG")
    if doc[start].text[0].isupper():
        return doc.passage(start, end, "ORG") if capital or start in marked else None
    if phrase in words.lower_phrases:
        return doc.passage(start, end, "ORG") if doc[first].text[0].isupper() else None
    department = head in words.department_heads and any(t.text.lower() in words.departments.words for t in inner)
    if department or ((phrase in words.lower_named or start in marked) and capital):
        return doc.passage(start, end, "ORG")
    return None


def _foreign(doc: Words, head: int, at: dict[int, Match], people: set[int], after: int) -> Passage | None:
    """ "Prova Institute for Global Studies", "Iraq Study Group": capitals on both sides of a foreign head noun."""
    words = organisation_lexicon()
    token = doc[head]
    if not token.text[0].isupper() or token.text.lower() not in words.foreign_heads.words:
        return None
    match = at.get(head)
    if match is not None and match.how in ("name", "person", "seat") and match.end - match.start > 1:
        return None
    start, end = head, head + 1
    while start > after and _joins(doc, start - 1, people) and not _names_actor(at, start - 1):
        start -= 1
    while start < head and (doc[start].text.lower() in _ARTICLES or doc[start].text.lower() in words.connectors):
        start += 1
    if start < head and opens_sentence(doc[start]) and doc[start].pos_ not in ("PROPN", "NOUN", "ADJ"):
        start += 1
    while end < len(doc) and end not in people and doc[end].is_sent_start is not True:
        if _is_capital_word(doc, end) or doc[end].text.isupper():
            end += 1
        elif doc[end].text in words.connectors and _capital_within(doc, end + 1, words.connectors, at):
            end += 1
        else:
            break
    return doc.passage(start, end, "ORG") if end - start > 1 else None


def _joins(doc: Words, position: int, people: set[int]) -> bool:
    """Whether a word before a foreign head noun belongs to its name."""
    if position in people:
        return False
    if _is_capital_word(doc, position):
        return doc[position].text.lower() not in _ARTICLES
    # "School of Advanced Studies Center": a connector between capitals
    inner = doc[position].text in {"of", "for", "and", "&", "the"}
    return inner and position > 0 and _is_capital_word(doc, position - 1)


def _names_actor(at: dict[int, Match], position: int) -> bool:
    match = at.get(position)
    return match is not None and match.how not in ("name", "capital", "demonym")


def _is_capital_word(doc: Words, position: int) -> bool:
    token = doc[position]
    return token.text[0].isupper() and token.is_alpha


def _capital_within(doc: Words, position: int, connectors: frozenset[str], at: dict[int, Match]) -> bool:
    """Whether a capital follows after connectors ("for the Study …") that opens no name of its own ("da Pechino")."""
    if position in at and doc[position - 1].text in _ITALIAN:
        return False
    while position < len(doc) and doc[position].text in connectors:
        position += 1
    return position < len(doc) and _is_capital_word(doc, position)
