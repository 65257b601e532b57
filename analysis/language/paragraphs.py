"""Sentence boundaries at the ends of paragraphs: a headline without a stop is a sentence of its own."""

from spacy.language import Language
from spacy.tokens import Doc

WRAPPED_AT_MOST = 110
"""Longest line of a text that is taken to be wrapped by hand."""


def is_hard_wrapped(text: str) -> bool:
    """Whether single line breaks are only typography: several lines, all short, most of them nearly full."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < 4:
        return False
    longest = max(len(line) for line in lines)
    nearly_full = sum(len(line) >= 0.75 * longest for line in lines)
    return 40 <= longest <= WRAPPED_AT_MOST and nearly_full >= 0.6 * len(lines)


@Language.component("paragraph_boundaries")
def paragraph_boundaries(doc: Doc) -> Doc:
    """Start a sentence after each paragraph's end; runs before the parser, which keeps these boundaries.

    An empty line ends a paragraph; a single line break does where the text is not wrapped by hand.
    """
    breaks = 2 if is_hard_wrapped(doc.text) else 1
    for token in doc[:-1]:
        if token.is_space and token.text.count("\n") >= breaks:
            doc[token.i + 1].is_sent_start = True
    return doc
