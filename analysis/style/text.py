"""Measuring and wrapping text before it is drawn, so that nothing is clipped."""

import re
from functools import lru_cache
from unicodedata import bidirectional, combining, normalize

from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.textpath import TextToPath

_MEASURE = TextToPath()
_LEFT_TO_RIGHT = "\u200e"  # a mark without width


def width_of(text: str, size: float, weight: str = "normal") -> float:
    """Width in points of one line of `text` in the workbook's font."""
    font = FontProperties(family="DejaVu Sans", size=size, weight=weight)
    return _MEASURE.get_text_width_height_descent(text, font, False)[0]


def clean(text: str) -> str:
    """One line of printable characters, each with one accent at most: names come from articles, which are not ours."""
    printable = (c if c.isprintable() or c == _LEFT_TO_RIGHT else " " for c in normalize("NFC", str(text)))
    line = re.sub(r"\s+", " ", "".join(printable)).strip()
    # Marks piled on a letter would cover the lines above and below.
    return "".join(c for i, c in enumerate(line) if not (i and combining(c) and combining(line[i - 1])))


@lru_cache(maxsize=1)
def _glyphs() -> frozenset[int]:
    return frozenset(get_font(findfont(FontProperties(family="DejaVu Sans"))).get_charmap())


def drawable(text: str) -> bool:
    """Whether the workbook's font has every character of `text`: a name that it lacks would be a row of boxes."""
    return all(ord(character) in _glyphs() for character in clean(text))


def isolated(name: str) -> str:
    """A name written from right to left between marks that keep the words around it in their order; others as is."""
    name = name.strip(_LEFT_TO_RIGHT)
    if any(bidirectional(c) in ("R", "AL") for c in name):
        return f"{_LEFT_TO_RIGHT}{name}{_LEFT_TO_RIGHT}"
    return name


def _inked(text: str) -> str:
    """The cleaned text with a square for each character that the font lacks."""
    return "".join(c if ord(c) in _glyphs() else "□" for c in clean(text))


def wrap(text: str, width: float, size: float, weight: str = "normal") -> list[str]:
    """Lines of `text` none of which is wider than `width` points; a longer word is cut."""
    lines: list[str] = []
    line = ""
    for word in _inked(text).split(" "):
        longer = f"{line} {word}".strip()
        if width_of(longer, size, weight) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        while width_of(word, size, weight) > width and len(word) > 1:
            fit = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or width_of(word[:n], size, weight) <= width)
            lines.append(word[:fit])
            word = word[fit:]
        line = word
    return [*lines, line] if line else lines


def shorten(text: str, width: float, size: float, weight: str = "normal") -> str:
    """`text` if it fits into `width` points, otherwise its beginning and an ellipsis."""
    text = _inked(text)
    if width_of(text, size, weight) <= width:
        return text
    while text and width_of(text + "…", size, weight) > width:
        text = text[:-1].rstrip()
    return isolated(text + "…")
