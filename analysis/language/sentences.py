"""Where a token's sentence begins and ends, read off a document once.

spaCy's `Token.sent` walks to both ends of the sentence at every call, which makes whatever asks it for each token
quadratic in the length of a sentence.
"""

from weakref import WeakKeyDictionary

from spacy.tokens import Doc, Token

_bounds: WeakKeyDictionary[Doc, tuple[list[int], list[int]]] = WeakKeyDictionary()
"""First token and the token after the last, of every token's sentence. A parsed document is not parsed anew."""


def sentence_start(token: Token) -> int:
    """The index of the first token of the token's sentence."""
    return _of(token.doc)[0][token.i]


def sentence_end(token: Token) -> int:
    """The index after the last token of the token's sentence."""
    return _of(token.doc)[1][token.i]


def _of(doc: Doc) -> tuple[list[int], list[int]]:
    known = _bounds.get(doc)
    if known is None:
        starts, ends = [], []
        for sentence in doc.sents:
            starts += [sentence.start] * len(sentence)
            ends += [sentence.end] * len(sentence)
        known = _bounds[doc] = starts, ends
    return known
