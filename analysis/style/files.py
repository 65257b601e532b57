"""A finished figure as bytes: the same at every run, in a file or in a notebook."""

import io
import re
from html import escape
from pathlib import Path

import matplotlib
from matplotlib.figure import Figure

from analysis.style.figure import workbook_style
from analysis.style.formats import FORMATS

DPI = 200


def svg_text(fig: Figure) -> str:
    """The figure as SVG: no date, identifiers salted with its slug, text as paths, alternative text inside."""
    slug, alt = _identity(fig)
    buffer = io.BytesIO()
    with workbook_style(), matplotlib.rc_context({"svg.hashsalt": slug}):
        fig.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    text = buffer.getvalue().decode("utf-8")
    opening, rest = text.split("<svg ", 1)
    attributes, rest = rest.split(">", 1)
    attributes = re.sub(r'\b(width|height)="([\d.]+)pt"', lambda m: _enlarged(m, fig), attributes)
    label = escape(alt, quote=True)
    return f'{opening}<svg role="img" aria-label="{label}" {attributes}>\n <desc>{escape(alt)}</desc>{rest}'


def png_bytes(fig: Figure) -> bytes:
    """The figure as PNG at 200 dots per inch of its format, without the name of the software."""
    _identity(fig)
    buffer = io.BytesIO()
    with workbook_style():
        fig.savefig(buffer, format="png", dpi=DPI * FORMATS[fig.format].enlargement, metadata={"Software": None})
    return buffer.getvalue()


def save_figure(fig: Figure, folder: Path | str, slug: str | None = None) -> list[Path]:
    """Write `<slug>.svg` and `<slug>.png` into `folder` (made if missing); returns their paths.

    Raises ValueError for a figure that did not pass through `finish`.
    """
    stem = slug or _identity(fig)[0]
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    svg, png = folder / f"{stem}.svg", folder / f"{stem}.png"
    svg.write_bytes(svg_text(fig).encode("utf-8"))
    png.write_bytes(png_bytes(fig))
    return [svg, png]


class FigureView:
    """What a notebook shows of a finished figure: its SVG, and its alternative text where pictures are not shown."""

    def __init__(self, fig: Figure):
        self.svg = svg_text(fig)
        self.alt = _identity(fig)[1]

    def _repr_mimebundle_(self, include=None, exclude=None) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
        return {"image/svg+xml": self.svg, "text/plain": self.alt}, {"image/svg+xml": {"alt": self.alt}}


def show_figure(fig: Figure) -> FigureView:
    """The finished figure as the last line of a notebook's cell."""
    return FigureView(fig)


def _enlarged(size: re.Match, fig: Figure) -> str:
    """The width or height of the SVG in the size of its format; the drawing inside keeps its own units (viewBox)."""
    return f'{size[1]}="{float(size[2]) * FORMATS[fig.format].enlargement:g}pt"'


def _identity(fig: Figure) -> tuple[str, str]:
    slug, alt = getattr(fig, "slug", ""), getattr(fig, "alt_text", "")
    if not slug:
        raise ValueError("only a figure that passed through finish() is saved or shown")
    return slug, alt
