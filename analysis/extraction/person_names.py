"""Persons whom the pipeline has not marked, where only a person stands: "guidato da X Y", "il ministro X Y"."""

from analysis.extraction.role_words import role_lexicon
from analysis.extraction.roles import is_adjective
from analysis.extraction.sentence_starts import opens_sentence
from analysis.language.words import Passage, Word, Words

_BY = {"da", "dal", "dalla", "dall'", "dall’", "dallo"}


def unmarked_persons(doc: Words, taken: set[int]) -> list[Passage]:
    """Two or three capitalised words after a title or after "guidato da". `taken`: tokens that have a name already."""
    found = []
    end = 0
    for token in doc[1:]:
        if token.i < end or not _is_name(token, taken) or not (_introduced(token) or _called_after(token, taken)):
            continue
        end = token.i
        while end < len(doc) and end - token.i < 3 and _is_name(doc[end], taken) and not opens_sentence(doc[end]):
            end += 1
        ended = end == len(doc) or not (doc[end].text[0].isupper() and doc[end].is_alpha) or opens_sentence(doc[end])
        if end - token.i > 1 and ended:
            found.append(doc.passage(token.i, end, "PER"))
    return found


def _is_name(token: Word, taken: set[int]) -> bool:
    return token.text.istitle() and token.is_alpha and token.pos_ in ("", "PROPN") and token.i not in taken


def _introduced(token: Word) -> bool:
    words = role_lexicon()
    before = token.nbor(-1)
    # a title with a capital is a name's own part ("Re Carlo"), "capo" and "leader" stand before organisations too
    if before.text in words.person_titles:
        return True
    # "l'omologo danese X Y", "il ministro danese X Y"
    if token.i > 1 and before.text.islower() and is_adjective(before) and token.nbor(-2).text in words.person_titles:
        return True
    return before.text.lower() in _BY and token.i > 1 and words.led.holds(token.nbor(-2).text)


def _called_after(token: Word, taken: set[int]) -> bool:
    """Is "X Y" called by what only a person is ("X Y, analista presso Z")? No word of its name is a common one."""
    doc, comma = token.doc, token.i + 2
    if token.i and doc[token.i - 1].text[0].isupper() or comma + 1 >= len(doc) or doc[comma].text != ",":
        return False
    return _is_name(doc[comma - 1], taken) and doc[comma + 1].text in role_lexicon().person_titles
