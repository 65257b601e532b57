"""One style for every figure: begin with `new_figure`, end with `finish`, write with `save_figure`."""

from analysis.style.figure import finish, new_canvas, new_figure, workbook_style
from analysis.style.files import FigureView, png_bytes, save_figure, show_figure, svg_text
from analysis.style.formats import FORMATS, format_named
from analysis.style.labels import Box, overlap, place_labels, within
from analysis.style.numbers import format_date, format_number
from analysis.style.palette import PALETTE, SIGNS
from analysis.style.text import clean, drawable, isolated, shorten, width_of, wrap

__all__ = [
    "FORMATS",
    "Box",
    "PALETTE",
    "SIGNS",
    "FigureView",
    "clean",
    "drawable",
    "finish",
    "format_date",
    "format_named",
    "format_number",
    "isolated",
    "new_canvas",
    "new_figure",
    "overlap",
    "place_labels",
    "png_bytes",
    "save_figure",
    "show_figure",
    "shorten",
    "svg_text",
    "width_of",
    "within",
    "workbook_style",
    "wrap",
]
