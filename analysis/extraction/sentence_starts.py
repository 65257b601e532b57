"""Whether a capital is only that of a sentence's first word."""

from analysis.language.words import Word


def opens_sentence(token: Word) -> bool:
    """By the boundaries of the pipeline or, where it sets none, by the mark before; quotes and dashes stand between."""
    if token.i == 0 or token.is_sent_start is True:
        return True
    before = token.nbor(-1)
    return before.text[-1:] in '.!?:;\n«“"‘' or (before.text in {"-", "–", "—"} and bool(before.whitespace_))
