"""Where a token's sentence begins and ends."""

from analysis.language.words import Word


def sentence_start(token: Word) -> int:
    """The index of the first token of the token's sentence."""
    return token.sent.start


def sentence_end(token: Word) -> int:
    """The index after the last token of the token's sentence."""
    return token.sent.end
