"""Organisations that nothing marks but the words before them: what they are ("il quotidiano danese «X Y»", "il partito
X") or somebody's role there ("editorialista di X", "politologa alla X").
"""

from analysis.extraction.organisation_words import organisation_lexicon
from analysis.extraction.role_words import role_lexicon
from analysis.extraction.roles import is_adjective
from analysis.extraction.sentence_starts import opens_sentence
from analysis.language.spans import PREPOSITION
from analysis.language.words import Passage, Word, Words

_LONGEST = 4
_QUOTED = 6
_MARKS = {"«": "»", "“": "”", '"': '"', "‘": "’"}
_AT = ("di", "a", "presso")


def unmarked_organisations(doc: Words, taken: set[int], demonyms: set[int]) -> list[Passage]:
    """Capitals after the kind of an organisation or after a role that is held in one. `taken`: tokens that have a name
    already; `demonyms`: tokens of demonyms, which may stand between.
    """
    words, found = organisation_lexicon(), []
    places = {i for ent in doc.ents if ent.label_ in ("LOC", "PER") for i in range(ent.start, ent.end)}
    for token in doc[:-1]:
        kind = token.lower_ in words.named_kinds
        if not kind and token.lower_ not in words.posts:
            continue
        start = _past_adjectives(doc, token.i + 1, demonyms)
        if not kind:
            if start + 1 >= len(doc) or PREPOSITION.get(doc[start].lower_) not in _AT:
                continue
            start += 1
        span = _quoted(doc, start) if kind else None
        span = span or _capitals(doc, start, taken | places)
        if span is not None and taken.isdisjoint(range(span.start, span.end)):
            found.append(span)
    return found


def _past_adjectives(doc: Words, position: int, demonyms: set[int]) -> int:
    while position < len(doc) - 1 and (
        position in demonyms or doc[position].text.islower() and is_adjective(doc[position])
    ):
        position += 1
    return position


def _quoted(doc: Words, start: int) -> Passage | None:
    """A name held in quotation marks."""
    closing = _MARKS.get(doc[start].text)
    if closing is None:
        return None
    for end in range(start + 2, min(len(doc), start + _QUOTED + 2)):
        if doc[end].text == closing:
            return doc.passage(start + 1, end, "ORG") if doc[start + 1].text[0].isupper() else None
    return None


def _capitals(doc: Words, start: int, taken: set[int]) -> Passage | None:
    """A run of capitals that no other name holds, connectors between them ("Abogados del Pueblo")."""
    end, connectors = start, organisation_lexicon().connectors | {"del"}
    while end < min(len(doc), start + _LONGEST) and end not in taken and _is_capital(doc[end]):
        end += 1
        joint = end + 1 < len(doc) and doc[end].text in connectors and doc[end].lower_ not in ("di", "da", "in", "e")
        if joint and end > start and end + 1 not in taken and _is_capital(doc[end + 1]):
            end += 1
    cut = end < len(doc) and end in taken and doc[end].text[0].isupper()  # part of a longer name
    return doc.passage(start, end, "ORG") if end > start and not cut else None


def _is_capital(token: Word) -> bool:
    words = role_lexicon()
    common = token.lower_ in words.office_complements or token.lower_ in organisation_lexicon().departments.words
    return token.text[0].isupper() and token.is_alpha and not common and not opens_sentence(token)
