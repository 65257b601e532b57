"""The tables as one workbook for spreadsheets: text typed as text, so that nothing in an article becomes a formula."""

import datetime
from pathlib import Path

import xlsxwriter

from analysis.tables.frames import Tables
from analysis.tables.schemas import SCHEMAS

MAX_CELL = 32_767  # characters in a cell, the file format's limit
MAX_ROWS = 1_048_575  # rows below the header, the file format's limit
CUT = " […]"

# No clock: the same tables give the same bytes.
_CREATED = datetime.datetime(2000, 1, 1)
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_workbook(tables: Tables, path: Path, handling: str = "") -> None:
    """Write `tables` (name -> DataFrame) to `path` as .xlsx: a sheet "about", then one sheet a table.

    Texts longer than a cell can hold are cut and marked; the CSV files keep them whole. `handling` is printed on the
    first sheet and in the header of every printed page.
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(str(path), _OPTIONS)
    book.set_properties({"created": _CREATED, "title": "Scacchiere", "comments": handling})
    head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    _write_about(book, head, tables, handling)
    for name in SCHEMAS:
        if name in tables:
            _write_sheet(book, head, name, tables[name], handling)
    book.close()


def _write_about(book, head, tables: Tables, handling: str) -> None:
    sheet = book.add_worksheet("about")
    _print_header(sheet, handling)
    sheet.write_string(0, 0, handling or "Scacchiere", head)
    for column, title in enumerate(["table", "column", "meaning", "rows"]):
        sheet.write_string(2, column, title, head)
    line = 3
    for name, schema in SCHEMAS.items():
        if name not in tables:
            continue
        sheet.write_string(line, 0, name, head)
        sheet.write_string(line, 2, schema.description or "")
        sheet.write_number(line, 3, len(tables[name]))
        line += 1
        for column, spec in schema.columns.items():
            sheet.write_string(line, 1, column)
            sheet.write_string(line, 2, spec.description or "")
            line += 1
    sheet.set_column(0, 1, 20)
    sheet.set_column(2, 2, 70)


def _write_sheet(book, head, name: str, frame, handling: str) -> None:
    sheet = book.add_worksheet(name)
    _print_header(sheet, handling)
    for column, title in enumerate(frame.columns):
        sheet.write_string(0, column, str(title), head)
        sheet.set_column(column, column, 60 if title in ("text", "title") else 16)
        numeric = str(frame[title].dtype) in ("int64", "float64")
        for row, value in enumerate(frame[title].head(MAX_ROWS), start=1):
            if numeric:
                sheet.write_number(row, column, float(value))
            elif value != "":
                sheet.write_string(row, column, _fit(str(value)))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(frame), 1), len(frame.columns) - 1)


def _fit(text: str) -> str:
    return text if len(text) <= MAX_CELL else text[: MAX_CELL - len(CUT)] + CUT


def _print_header(sheet, handling: str) -> None:
    # "&" begins a code in a header, and the format allows 255 characters.
    sheet.set_header("&C" + handling.replace("&", "&&")[:200])
