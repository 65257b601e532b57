"""A figure begins with `new_figure` and ends with `finish`: title, subtitle, note and source are set there only."""

from contextlib import contextmanager
from functools import lru_cache

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from analysis.paths import DATA
from analysis.style.formats import FORMATS, format_named
from analysis.style.palette import PALETTE
from analysis.style.text import clean, wrap

STYLE_FILE = DATA / "style" / "workbook.mplstyle"
MARGIN = 0.08  # inches between the figure's edge and everything in it
TITLE = {"fontsize": 12, "fontweight": "bold", "color": PALETTE["text"]}
SUBTITLE = {"fontsize": 9.5, "fontweight": "normal", "color": PALETTE["muted"]}
FOOT = {"fontsize": 8, "fontweight": "normal", "color": PALETTE["muted"]}
LEADING = 1.32  # line height as a multiple of the font size


@lru_cache(maxsize=1)
def _settings() -> dict:
    own = dict(matplotlib.rc_params_from_file(STYLE_FILE, use_default_template=False))
    # Matplotlib's defaults first: a user's own matplotlibrc must not change a report's bytes.
    base = {key: value for key, value in matplotlib.rcParamsDefault.items() if key not in _KEPT}
    return {**base, **own}


_KEPT = {"backend", "backend_fallback", "interactive", "toolbar", "webagg.port", "webagg.address"}


@contextmanager
def workbook_style():
    """Matplotlib's defaults with the workbook's style on top, for the time of a `with` block."""
    with matplotlib.rc_context(_settings()):
        yield


class WorkbookFigure(Figure):
    """A figure outside pyplot's state whose axes are made in the workbook's style.

    `finish` adds: slug (str), alt_text (str), heading (str, the title as one line). format: a key of FORMATS.
    """

    slug = ""
    alt_text = ""
    heading = ""
    format = "page"

    def add_subplot(self, *args, **kwargs):
        with workbook_style():
            return super().add_subplot(*args, **kwargs)

    def add_axes(self, *args, **kwargs):
        with workbook_style():
            return super().add_axes(*args, **kwargs)

    def _repr_mimebundle_(self, include=None, exclude=None):
        from analysis.style.files import FigureView

        return FigureView(self)._repr_mimebundle_(include, exclude)


def new_figure(height: float = 3.6, format: str = "page") -> WorkbookFigure:
    """An empty figure whose drawing area is as wide as its format and `height` inches high.

    `finish` adds room for texts above and below. Make its axes with `fig.subplots()` or `fig.add_axes(...)`, or begin
    with `new_canvas`. No legend of pyplot, no global state. Raises ValueError for an unknown format.
    """
    width = format_named(format).width
    with workbook_style():
        fig = WorkbookFigure(figsize=(width, height), layout="constrained")
    fig.format = format
    FigureCanvasAgg(fig)
    return fig


def new_canvas(height: float, format: str = "page"):
    """A figure as `new_figure` makes it and one axes without frame that fills it: x to the right, y down, in points.

    What is drawn there keeps its place and size to the point, whatever the format.
    """
    fig = new_figure(height, format)
    axes = fig.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, FORMATS[format].width * 72)
    axes.set_ylim(height * 72, 0)
    return fig, axes


def finish(
    fig: Figure, *, title: str, subtitle: str = "", source: str = "", alt: str, slug: str, note: str = ""
) -> Figure:
    """Set the texts of a figure and make room for them; returns the same figure.

    title: the finding, in one sentence. subtitle: measure, unit, period. note: n, what is missing or not shown.
    source: the whole line ("Fonte: …"). alt: what a reader who cannot see the figure needs to know. slug: its
    identifier, the stem of its files and the salt of its SVG; that of a slide ends in `-slide`.
    Raises ValueError where title, alt or slug is empty or the figure has already been finished.
    """
    for name, value in (("title", title), ("alt", alt), ("slug", slug)):
        if not clean(value):
            raise ValueError(f"a figure needs its {name}")
    if getattr(fig, "slug", ""):
        raise ValueError(f"figure {fig.slug} is finished already")
    width, body = fig.get_size_inches()
    # Hinting widens letters at low resolutions by up to 3 %: lines are broken a little early.
    room = (width - 2 * MARGIN) * 72 * 0.96
    head = [(line, TITLE) for line in wrap(title, room, 12, "bold")]
    head += [(line, SUBTITLE) for line in wrap(subtitle, room, 9.5)]
    foot = [(line, FOOT) for part in (note, source) if clean(part) for line in wrap(part, room, 8)]
    above = MARGIN + _height(head) + 0.1
    below = MARGIN + _height(foot) + (0.14 if foot else 0)
    total = above + body + below
    fig.set_size_inches(width, total)
    _place_body(fig, below / total, body / total, MARGIN / width)
    with workbook_style():
        _write(fig, head, total - MARGIN, total)
        if foot:
            rule = (below - 0.09) / total
            edge = MARGIN / width
            fig.add_artist(Line2D([edge, 1 - edge], [rule, rule], color=PALETTE["light"], linewidth=0.6))
            _write(fig, foot, below - 0.14, total)
        for text in fig.findobj(Text):
            # "$" in a name from an article is a dollar, not the beginning of a formula.
            text.set_parse_math(False)
    fig.slug = slug if fig.format == "page" else f"{slug}-{fig.format}"
    fig.alt_text, fig.heading = clean(alt), clean(title)
    return fig


def _height(lines: list[tuple[str, dict]]) -> float:
    """Inches that the lines take."""
    return sum(style["fontsize"] * LEADING for _, style in lines) / 72


def _write(fig: Figure, lines: list[tuple[str, dict]], top: float, total: float) -> None:
    """Write lines downwards from `top` (inches from the bottom), left-aligned with the figure."""
    edge = MARGIN / fig.get_size_inches()[0]
    for line, style in lines:
        fig.text(edge, top / total, line, ha="left", va="top", **style)
        top -= style["fontsize"] * LEADING / 72


def _place_body(fig: Figure, bottom: float, share: float, edge: float) -> None:
    """Move what was drawn into the strip between head and foot, and freeze its layout.

    The layout is computed once, here: a second pass at saving could move it by a hair and change the bytes.
    """
    for artist in fig.texts:
        x, y = artist.get_position()
        artist.set_position((x, bottom + y * share))
    for axes in fig.axes:
        if axes.get_subplotspec() is None:
            x, y, w, h = axes.get_position().bounds
            axes.set_position((x, bottom + y * share, w, h * share))
    if fig.get_layout_engine() is not None and any(axes.get_subplotspec() is not None for axes in fig.axes):
        fig.get_layout_engine().set(rect=(edge, bottom, 1 - 2 * edge, share))
        with workbook_style():
            fig.draw_without_rendering()
    fig.set_layout_engine("none")
    for axes in fig.axes:
        # The solver's last bits depend on the order of a set, and SVG identifiers hash them.
        axes.set_position([round(value, 4) for value in axes.get_position(original=True).bounds])
