"""Flat statements back from CSV: our own export, or statements coded by hand in Discourse Network Analyzer."""

import csv
import io
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd

from analysis.actors.exports.statements import FLAT_COLUMNS
from analysis.actors.positions import ROW_COLUMNS
from analysis.errors import InputError, Problem, sorted_problems
from analysis.tables import row_id, slug

ALIASES = {
    "document_id": "doc_id",
    "document_title": "document",
    "time": "date",
    "person": "actor",
    "organization": "organisation",
    "stop": "end",
}
"""Names of columns as Discourse Network Analyzer writes them."""
AGREEMENT = {
    **dict.fromkeys(["agree", "1", "true", "yes", "sì", "si"], "agree"),
    **dict.fromkeys(["disagree", "0", "-1", "false", "no"], "disagree"),
    "neutral": "neutral",
}
LONGEST_PLACE = 12
"""Digits that a place in a text may have."""
CODED = "coded"
"""The kind of a position that somebody coded by hand; its rule_id too."""


def read_statements(path: Path) -> pd.DataFrame:
    """Rows of the form of `position_rows`, in the order of the file.

    Needs the columns concept, agreement, and a document (doc_id or document) and a voice (actor_id, actor or
    organisation) of each row, by our names or by those of Discourse Network Analyzer; other columns are read where
    they are ours and otherwise passed over. Comma or semicolon, UTF-8 with or without BOM. Where a file has no
    identifiers they are made from names (a person's where there is one, else the organisation's) and concepts.
    Raises InputError with every problem at once: file, line, remedy.
    """
    header, records = _records(path)
    missing = [name for name in ("concept", "agreement") if name not in header]
    missing += [
        " or ".join(names)
        for names in (("doc_id", "document"), ("actor_id", "actor", "organisation"))
        if not set(names) & set(header)
    ]
    if missing:
        raise InputError.single(path.name, f"no column {', '.join(missing)}.", "Name the columns in the first line.", 1)
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        raise InputError.single(path.name, f"the column {', '.join(twice)} stands twice.", "Keep one of each.", 1)
    rows, problems, titles = [], [], {}
    for line, record in records:
        found = _faults(path.name, line, header, record)
        problems += found
        if not found:
            row = _row(dict(zip(header, record, strict=True)))
            rows.append(row)
            if titles.setdefault(row["position_id"], row["title"]) != row["title"]:
                message = f"the position {row['position_id']} has two concepts."
                problems.append(Problem(path.name, message, "Give each concept a position_id of its own.", line))
    if problems:
        raise InputError(*sorted_problems(problems))
    return pd.DataFrame(rows, columns=list(ROW_COLUMNS)).astype(ROW_COLUMNS)


def _records(path: Path) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
    """The names of the columns, ours where an alias is used, and the records with the lines on which they begin."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError.single(path.name, "cannot be read.", "Check the path.") from error
    except UnicodeDecodeError as error:
        raise InputError.single(path.name, "is not UTF-8.", "Save it as CSV in UTF-8.") from error
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if first.count(";") > first.count(",") else ",")

    def numbered() -> Iterator[tuple[int, list[str]]]:
        last = 0
        try:
            for record in reader:
                if record:
                    yield last + 1, record
                last = reader.line_num
        except csv.Error as error:
            raise InputError.single(path.name, f"is no CSV: {error}.", "Export it again.", last + 1) from error

    records = numbered()
    _, header = next(records, (1, []))
    names = [name.strip().casefold() for name in header]
    # A file of ours may hold a column under its own name and, by chance, another under an alias of it.
    return [ALIASES.get(name, name) if ALIASES.get(name) not in names else name for name in names], records


def _faults(file: str, line: int, header: list[str], record: list[str]) -> list[Problem]:
    """What is wrong with one record."""
    if len(record) != len(header):
        message = f"{len(record)} fields where the first line names {len(header)}."
        return [Problem(file, message, "Check the separators and the quotation marks.", line)]
    row = dict(zip(header, record, strict=True))
    found = []
    if row["agreement"].strip().casefold() not in AGREEMENT:
        found.append((f"agreement is `{row['agreement']}`.", "Write agree, disagree or neutral (or 1 and 0)."))
    if not row["concept"].strip():
        found.append(("no concept.", "Write what the statement is about."))
    if not any(row.get(name, "").strip() for name in ("doc_id", "document")):
        found.append(("no document.", "Write its doc_id or its title."))
    places = []
    for name in ("start", "end"):
        value = row.get(name, "").strip()
        if value and not (value.isascii() and value.isdigit() and len(value) <= LONGEST_PLACE):
            found.append((f"{name} is `{value[:40]}`.", "Write the number of a character in the text, from 0."))
        else:
            places.append(int(value or 0))
    if len(places) == 2 and places[0] > places[1]:
        found.append((f"start {places[0]} lies after end {places[1]}.", "Exchange them."))
    if "date" in row and not _is_day(row["date"].strip()):
        found.append((f"date is `{row['date']}`.", "Write YYYY-MM-DD, or nothing."))
    return [Problem(file, message, remedy, line) for message, remedy in found]


def _is_day(value: str) -> bool:
    try:
        return not value or bool(date.fromisoformat(value[:10]))
    except ValueError:
        return False


def _row(given: dict[str, str]) -> dict:
    """One record as a row of positions; what it does not say is derived from what it does."""
    values = {name: given.get(name, "") for name in FLAT_COLUMNS}
    for name in ("doc_id", "actor_id", "about_id", "position_id", "statement_id", "source_row_id", "origin"):
        values[name] = values[name].strip()
    doc_id = values["doc_id"] or _slug(values["document"])
    concept, start, end = values["concept"], int(values["start"] or 0), int(values["end"] or 0)
    stance = AGREEMENT[values["agreement"].strip().casefold()]
    kind = values["kind"] or CODED
    actor = values["actor_id"]
    # Our own export leaves the name empty as well where nobody speaks.
    if not actor:
        actor = _identifier("person", values["actor"]) or _identifier("org", values["organisation"])
    content = (doc_id, start, end, values["text"], actor, concept, stance)
    return {
        "position_id": values["position_id"] or row_id("po", kind, concept),
        "title": concept,
        "kind": kind,
        "actor_id": actor,
        "stance": stance,
        "about_id": values["about_id"],
        "doc_id": doc_id,
        "start": start,
        "end": end,
        "text": values["text"],
        "statement_id": values["statement_id"],
        "source_row_id": values["source_row_id"] or row_id("vo", *content),
        "origin": values["origin"],
        "rule_id": values["rule_id"] or CODED,
    }


def _identifier(kind: str, name: str) -> str:
    return f"{kind}:{_slug(name)}" if name.strip() else ""


def _slug(name: str) -> str:
    """The slug; of a name without Latin letters a number that belongs to it, so that two never become one."""
    return slug(name) or f"x{zlib.crc32(name.strip().encode('utf-8')):08x}"
