"""Quotation marks: which stretch of a text stands between an opening and a closing mark."""

from dataclasses import dataclass

_PAIRS = {"«": "»", "“": "”", "„": "”", "‹": "›"}
_CLOSERS = frozenset(_PAIRS.values())
_STRAIGHT = '"'


@dataclass(frozen=True, order=True)
class Quote:
    """Code points start..end (end excluded), marks included. `closed` is False where the closing mark is missing."""

    start: int
    end: int
    closed: bool


def find_quotes(text: str) -> list[Quote]:
    """The outermost quotations of a text, in order; one pass.

    A quotation that its paragraph does not close ends with the paragraph (`closed=False`), so that one missing
    mark does not turn the rest of the document inside out. A straight mark opens where none is open. “ closes
    where it stands for ” (as in „so“).
    """
    quotes: list[Quote] = []
    stack: list[tuple[str, int]] = []
    for position, mark in enumerate(text):
        if mark == "\n":
            if stack:
                quotes.append(Quote(stack[0][1], position, False))
                stack.clear()
        elif mark == _STRAIGHT:
            if stack and stack[-1][0] == _STRAIGHT:
                _close(stack, quotes, position)
            else:
                stack.append((_STRAIGHT, position))
        elif mark == "“" and stack and stack[-1][0] == "”" and text[stack[-1][1]] == "„":
            _close(stack, quotes, position)
        elif mark in _PAIRS:
            stack.append((_PAIRS[mark], position))
        elif mark in _CLOSERS and any(closer == mark for closer, _ in stack):
            while stack[-1][0] != mark:  # an inner mark never closed
                stack.pop()
            _close(stack, quotes, position)
    if stack:
        quotes.append(Quote(stack[0][1], len(text), False))
    return quotes


def _close(stack: list[tuple[str, int]], quotes: list[Quote], position: int) -> None:
    _, start = stack.pop()
    if not stack:
        quotes.append(Quote(start, position + 1, True))
