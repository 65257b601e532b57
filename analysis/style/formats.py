"""The two sizes of a figure: a printed page and a slide."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Format:
    """width, height: room for the drawing, in inches at which 8 points are read on paper; title and note come on top.

    enlargement: how much larger the file is than that. A slide is drawn wide and low and enlarged whole, so letters,
    lines and gaps keep their proportions and the smallest letter on a slide has 12 points.
    """

    width: float
    height: float
    enlargement: float


FORMATS = {
    "page": Format(width=6.1, height=7.4, enlargement=1.0),  # the text width of an A4 page, 15.5 cm
    "slide": Format(width=8.2, height=3.2, enlargement=1.5),  # 12.3 inches; with its texts it fits under 7.5
}


def format_named(name: str) -> Format:
    """The format `page` or `slide`. Raises ValueError for any other."""
    if name not in FORMATS:
        raise ValueError(f"format must be 'page' or 'slide', not {name!r}")
    return FORMATS[name]
