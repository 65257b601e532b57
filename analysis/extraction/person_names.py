"""Persons whom the pipeline has not marked, where only a person stands: "guidato da X Y", "il ministro X Y"."""

from spacy.tokens import Doc, Span, Token

from analysis.extraction.role_words import role_lexicon
from analysis.extraction.sentence_starts import opens_sentence

_BY = {"da", "dal", "dalla", "dall'", "dall’", "dallo"}


def unmarked_persons(doc: Doc, taken: set[int]) -> list[Span]:
    """Two or three capitalised words after a title or after "guidato da". `taken`: tokens that have a name already."""
    found = []
    end = 0
    for token in doc[1:]:
        if token.i < end or not _is_name(token, taken) or not _introduced(token):
            continue
        end = token.i
        while end < len(doc) and end - token.i < 3 and _is_name(doc[end], taken) and not opens_sentence(doc[end]):
            end += 1
        ended = end == len(doc) or not (doc[end].text[0].isupper() and doc[end].is_alpha) or opens_sentence(doc[end])
        if end - token.i > 1 and ended:
            found.append(Span(doc, token.i, end, label="PER"))
    return found


def _is_name(token: Token, taken: set[int]) -> bool:
    return token.text.istitle() and token.is_alpha and token.pos_ in ("", "PROPN") and token.i not in taken


def _introduced(token: Token) -> bool:
    words = role_lexicon()
    before = token.nbor(-1)
    # a title with a capital is a name's own part ("Re Carlo"), "capo" and "leader" stand before organisations too
    if before.text in words.person_titles:
        return True
    return before.text.lower() in _BY and token.i > 1 and words.led.holds(token.nbor(-2).text)
