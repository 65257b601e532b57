"""One style for every figure: begin with `new_figure`, end with `finish`, write with `save_figure`."""

from analysis.style.figure import PAGE_WIDTH, finish, new_figure, workbook_style
from analysis.style.files import FigureView, png_bytes, save_figure, show_figure, svg_text
from analysis.style.numbers import format_date, format_number
from analysis.style.palette import PALETTE, SIGNS
from analysis.style.text import clean, shorten, width_of, wrap

__all__ = [
    "PAGE_WIDTH",
    "PALETTE",
    "SIGNS",
    "FigureView",
    "clean",
    "finish",
    "format_date",
    "format_number",
    "new_figure",
    "png_bytes",
    "save_figure",
    "show_figure",
    "shorten",
    "svg_text",
    "width_of",
    "workbook_style",
    "wrap",
]
