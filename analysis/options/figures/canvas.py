"""Tables drawn to the point: a canvas, headings, row names and cells."""

from collections.abc import Sequence

from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from analysis.options.figures.labels import LABEL, fitted
from analysis.options.figures.words import word
from analysis.style import PALETTE, clean, finish, new_canvas, new_figure, width_of, workbook_style, wrap

EDGE = 6.0  # points between the figure's edge and the table
ROOM = 427.0  # points that a table is wide
SMALL = 7.0  # the smallest letters
LINE = 9.4  # points from line to line of small letters
KEY_LINE = 12.0


def point_canvas(height: float) -> tuple[Figure, object, float]:
    """`style.new_canvas` of a height in points, and its width in points."""
    fig, axes = new_canvas(height / 72)
    return fig, axes, axes.get_xlim()[1]


def write(axes, x: float, y: float, lines: Sequence[str] | str, *, size: float = SMALL, va: str = "center", **look):
    """Lines of text at a place; `va` is that of the whole block."""
    text = lines if isinstance(lines, str) else "\n".join(lines)
    # Before `finish` a "$" would be measured as the beginning of a formula.
    axes.text(x, y, text, fontsize=size, va=va, linespacing=1.2, parse_math=False, **{"color": PALETTE["text"], **look})


def cell(axes, box: tuple[float, float, float, float], text: str = "", face="white", *, framed: bool = False, **look):
    """One cell (left, top, width, height) with its text in the middle, in the ink that stands out; a frame marks it."""
    left, top, width, height = box
    axes.add_patch(Rectangle((left, top), width, height, facecolor=face, edgecolor="#E2E2E2", linewidth=0.6, zorder=1))
    if framed:
        inner = (left + 1.2, top + 1.2), width - 2.4, height - 2.4
        axes.add_patch(Rectangle(*inner, facecolor="none", edgecolor=PALETTE["black"], linewidth=1.4, zorder=3))
    if text:
        shown = {"ha": "center", "color": ink_on(face), "zorder": 4, **look}
        write(axes, left + width / 2, top + height / 2, text, **{"size": LABEL, **shown})


def headings(names: list[str], wide: float, most: int, weight: str = "normal") -> tuple[list[list[str]], list[str]]:
    """Lines over columns of `wide` points, the parts that " · " divides each on lines of their own, and a key.

    Where a word would be cut or more than `most` lines are needed, all columns carry numbers and the key explains them.
    """
    parts = [[clean(part) for part in name.split(" · ")] for name in names]
    longest = max(width_of(token, SMALL, weight) for name in parts for part in name for token in part.split(" "))
    wrapped = [[line for part in name for line in wrap(part, wide - 4, SMALL, weight)] for name in parts]
    if longest <= wide - 4 and max(len(lines) for lines in wrapped) <= most:
        return wrapped, []
    return [[str(n)] for n in range(1, len(names) + 1)], [
        f"{n}  {clean(name)}" for n, name in enumerate(names, start=1)
    ]


def key_height(key: list[str]) -> float:
    """Points that the key takes above a table."""
    return KEY_LINE * len(key) + 6 if key else 0.0


def draw_key(axes, key: list[str]) -> None:
    """The key of numbered columns, one line each, from the top of the canvas."""
    for place, line in enumerate(key):
        write(axes, EDGE, KEY_LINE * (place + 0.5), fitted(line, ROOM, 1, SMALL + 0.5), size=SMALL + 0.5)


def ink_on(face) -> str:
    """White on dark, the colour of text on light."""
    red, green, blue = to_rgb(face)
    return PALETTE["white"] if 0.299 * red + 0.587 * green + 0.114 * blue < 0.5 else PALETTE["text"]


@workbook_style()
def empty_figure(title: str, language: str, slug: str, source: str) -> Figure:
    """A figure that says in words that there is nothing to draw."""
    fig = new_figure(height=0.6)
    fig.text(0.5, 0.5, word("no_data", language), ha="center", va="center", color=PALETTE["muted"])
    return finish(fig, title=title, source=source, alt=title, slug=slug)
