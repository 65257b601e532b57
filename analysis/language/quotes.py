"""Quotation marks: which stretch of a text stands between an opening and a closing mark."""

import re
from dataclasses import dataclass

_PAIRS = {"«": "»", "“": "”", "„": "”", "‹": "›", "‘": "’"}
_CLOSERS = frozenset(_PAIRS.values())
_STRAIGHT = '"'
_MARK = re.compile(f"[\n{_STRAIGHT}{''.join([*_PAIRS, *_PAIRS.values()])}]")
_ELISION = re.compile(r"\b(?:po|mo|di|fa|va|sta|da|be|to)$", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Quote:
    """Code points start..end (end excluded), marks included. `closed` is False where the closing mark is missing."""

    start: int
    end: int
    closed: bool


def find_quotes(text: str) -> list[Quote]:
    """The outermost quotations of a text, in order; one pass.

    A quotation that its paragraph does not close ends with the paragraph (`closed=False`), so that one missing
    mark does not turn the rest of the document inside out. A straight mark opens or closes by its neighbours: one
    that can only open, where one is open, ends the earlier as not closed. “ closes where it stands for ” (as in „so“).
    """
    quotes: list[Quote] = []
    stack: list[tuple[str, int]] = []
    for found in _MARK.finditer(text):
        position, mark = found.start(), found.group()
        if mark == "\n":
            if stack:
                quotes.append(Quote(stack[0][1], position, False))
                stack.clear()
        elif mark == _STRAIGHT:
            _straight(text, position, stack, quotes)
        elif mark == "“" and stack and stack[-1][0] == "”" and text[stack[-1][1]] == "„":
            _close(stack, quotes, position)
        elif mark in _PAIRS:
            stack.append((_PAIRS[mark], position))
        elif mark == "’" and _is_apostrophe(text, position):
            continue
        elif mark in _CLOSERS and any(closer == mark for closer, _ in stack):
            while stack[-1][0] != mark:  # an inner mark never closed
                stack.pop()
            _close(stack, quotes, position)
    if stack:
        quotes.append(Quote(stack[0][1], len(text), False))
    return quotes


def _straight(text: str, position: int, stack: list[tuple[str, int]], quotes: list[Quote]) -> None:
    before = text[position - 1] if position else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    opens = (before.isspace() or before in "(«“‘’'") and (after.isalnum() or after in "«“‘([…¡¿")
    depth = next((n for n, (closer, _) in enumerate(stack) if closer == _STRAIGHT), None)
    if depth is not None and not (opens and depth == 0 and before.isspace()):
        del stack[depth + 1 :]
        _close(stack, quotes, position)
    else:
        if depth == 0:
            quotes.append(Quote(stack[0][1], position - 1, False))
            stack.clear()
        stack.append((_STRAIGHT, position))


def _is_apostrophe(text: str, position: int) -> bool:
    follows = text[position + 1 : position + 2]
    return follows.isalnum() or bool(_ELISION.search(text[max(0, position - 4) : position]))


def _close(stack: list[tuple[str, int]], quotes: list[Quote], position: int) -> None:
    _, start = stack.pop()
    if not stack:
        quotes.append(Quote(start, position + 1, True))
