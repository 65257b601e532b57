"""Reads corrections.yaml and corrections-….yaml: the analysts' word on extracted rows, checked."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from analysis.dossier.conflicts import conflicts
from analysis.dossier.dates import iso_date
from analysis.dossier.files import has_plain_name
from analysis.dossier.models import CorrectionEntry, CorrectionsFile
from analysis.dossier.records import Correction
from analysis.dossier.validate import validate
from analysis.dossier.yaml_files import YamlFile
from analysis.errors import Problem, sorted_problems
from analysis.tables import ACTOR_COLUMNS, ROW_IDS, SCHEMAS, fault_of, row_id, split_ids

NAME = "corrections"
ELSEWHERE = {
    "documents": ("add", "reject"),
    "actors": ("add", "reject"),
    "contradictions": ("add", "change"),
}
"""What cannot be done to a table here."""
DERIVED = {
    *("doc_id", "text", "trigger", "correction_ids", "file", "sha256", "chars", "published", "language"),
    *("mentions", "documents"),
}
"""Columns that follow from others, or from other files of the dossier."""
_ACTOR = re.compile(r"[A-Z]{3}|(?:igo|person|org|group):[a-z0-9]+(?:-[a-z0-9]+)*")


def correction_files(root: Path) -> list[str]:
    """The files of corrections in a dossier's folder, sorted."""
    found = [f"{NAME}.yaml", *(path.name for path in root.glob(f"{NAME}-*.yaml"))]
    return sorted(name for name in found if has_plain_name(name) and (root / name).is_file())


def read_corrections(sources: Sequence[YamlFile]) -> tuple[tuple[Correction, ...], list[Problem]]:
    """All corrections, and all that is wrong. A file with faults is left out; contradictions are only reported."""
    read, problems = [], []
    for source in sources:
        part, faults = validate(CorrectionsFile, source)
        entries = [] if part is None else part.corrections
        found = [_correction(entry, source, index) for index, entry in enumerate(entries)]
        for index, entry in enumerate(entries):
            faults += _faults(entry, source, (NAME, index))
        faults += _twice(found, source)
        problems += faults
        read += [] if faults else found
    against = conflicts(read, lambda correction: literal_target(correction.entry))
    for one in read:
        if one.correction_id in against:
            problems.append(_conflict(one.file, one.line, one.entry.author, said_by(against[one.correction_id])))
    return tuple(read), problems


def literal_target(entry: CorrectionEntry) -> tuple:
    """The row as the entry names it; the same row may be named in another way too."""
    told = tuple(str(entry.values.get(column, "")) for column in TELLING.get(entry.table, ()))
    kept = told if entry.action == "add" else entry.type
    return entry.table, entry.row, entry.document, entry.start, entry.end, entry.text, entry.nth, kept


TELLING = {"events": ("type", "source_id", "target_id"), "affiliations": ("person_id", "org_id")}
"""Columns by which rows of one span are told apart."""


def said_by(corrections: Sequence[Correction]) -> str:
    """Where they stand and who says so: `corrections-b.yaml, line 3 (Ada Bruni)`."""
    return ", ".join(f"{one.file}, line {one.line} ({one.entry.author})" for one in corrections)


def correction_problems(listed: Sequence[Mapping]) -> list[Problem]:
    """What was not applied, from the rows of the table `corrections`."""
    problems = []
    for row in listed:
        if row["status"] == "conflict":
            problems.append(_conflict(row["file"], row["line"], row["author"], row["note"]))
        elif row["status"] == "stale":
            message = f"the correction of `{row['table']}` `{row['row']}` no longer applies: {row['note']}."
            remedy = "Look at the text, then rewrite the entry or delete it."
            problems.append(Problem(row["file"], message, remedy, row["line"], fatal=False))
    return sorted_problems(problems)


def _conflict(file: str, line: int, author: str, against: str) -> Problem:
    message = f"this correction by {author} is contradicted by {against}; neither is applied."
    return Problem(file, message, "Agree, and delete one of the entries.", line, fatal=False)


def _correction(entry: CorrectionEntry, source: YamlFile, index: int) -> Correction:
    values = sorted(entry.values.items())
    said = (entry.author, entry.date, entry.reason)
    found = row_id("co", source.file, *literal_target(entry), entry.action, values, *said)
    return Correction(found, source.file, source.line((NAME, index)) or 0, entry.model_copy(update=_texts(entry)))


def _texts(entry: CorrectionEntry) -> dict:
    """Numbers where the column holds text (a year), and dates as the tables write them."""
    columns = SCHEMAS[entry.table].columns
    values = dict(entry.values)
    for column, value in values.items():
        numeric = column in columns and str(columns[column].dtype) in ("int64", "float64")
        values[column] = value if numeric else str(value)
        if column in ("date", "horizon"):
            try:
                values[column] = iso_date(value)
            except ValueError:
                continue  # `_faults` reports it
    return {"values": values}


def _twice(found: Sequence[Correction], source: YamlFile) -> list[Problem]:
    problems, seen = [], {}
    for index, correction in enumerate(found):
        first = seen.setdefault(correction.correction_id, correction)
        if first is not correction:
            message = f"this entry stands twice, first in line {first.line}."
            problems.append(source.problem((NAME, index), message, "Delete one of the two."))
    return problems


def _faults(entry: CorrectionEntry, source: YamlFile, path: tuple) -> list[Problem]:
    """What pydantic cannot see."""
    found = []
    if entry.action in ELSEWHERE.get(entry.table, ()):
        remedy = {
            "documents": "Change the list in dossier.yaml.",
            "actors": "Write actors.yaml, or correct the rows that name the actor.",
            "contradictions": "Correct the rows that contradict each other; reject it where there is none.",
        }[entry.table]
        message = f"`{entry.action}` is not possible in the table `{entry.table}`."
        found.append(source.problem((*path, "action"), message, remedy))
    found += _target_faults(entry, source, path)
    needs_values = entry.action in ("change", "add")
    if needs_values and not entry.values and entry.table != "sentences":
        message = f"`{entry.action}` without `values`."
        found.append(source.problem(path, message, "Write below `values` what should stand in which column."))
    if entry.values and not needs_values:
        message = f"`{entry.action}` with `values`."
        found.append(source.problem((*path, "values"), message, "Write `action: change`, or delete the values."))
    return found + _value_faults(entry, source, path)


def _target_faults(entry: CorrectionEntry, source: YamlFile, path: tuple) -> list[Problem]:
    spanned = "start" in SCHEMAS[entry.table].columns
    if entry.row and entry.action != "add" and entry.table in ROW_IDS:
        if entry.document or entry.start is not None:
            remedy = "Keep `row`, or the other keys."
            return [source.problem((*path, "row"), "the row is named in two ways.", remedy)]
        return []
    if entry.row:
        why = "a new row has no identifier yet" if entry.action == "add" else f"rows of `{entry.table}` have none"
        remedy = "Name `document`, and `start` and `end` or `text`."
        return [source.problem((*path, "row"), f"`row` cannot stand here: {why}.", remedy)]
    remedy = "Write `row`" + (", or `document`, and `start` and `end` or `text`." if spanned else ".")
    if not spanned or not entry.document or (entry.start is None and not entry.text):
        return [source.problem(path, "it is not said which row is meant.", remedy)]
    if (entry.start is None) != (entry.end is None) or (entry.start is not None and entry.start >= entry.end):
        return [source.problem((*path, "start"), "`start` and `end` do not make a span.", "Write both, start < end.")]
    return []


def _value_faults(entry: CorrectionEntry, source: YamlFile, path: tuple) -> list[Problem]:
    columns = SCHEMAS[entry.table].columns
    open_columns = [name for name in columns if name not in DERIVED and name != ROW_IDS.get(entry.table)]
    if entry.action == "add":
        open_columns = [name for name in open_columns if name not in ("start", "end")]
    found, values = [], _texts(entry)["values"]
    for column, value in values.items():
        where = (*path, "values", column)
        if column not in open_columns:
            remedy = f"Columns: {', '.join(open_columns)}."
            found.append(source.problem(where, f"the column `{column}` cannot be given.", remedy))
            continue
        fault = fault_of(entry.table, column, value)
        if not fault and column in ACTOR_COLUMNS.get(entry.table, ()):
            wrong = [actor for actor in split_ids(value) if not _ACTOR.fullmatch(actor)]
            fault = f"`{wrong[0][:60]}` is no identifier of an actor (FRA, igo:un, person:…, org:…)" if wrong else ""
        if not fault and column in ("date", "horizon"):
            try:
                iso_date(value)
            except ValueError as error:
                fault = str(error)
        if fault:
            found.append(source.problem(where, f"`{column}`: {fault}.", "Correct the value."))
    if entry.action == "add":
        missing = [
            name for name in open_columns if name not in values and fault_of(entry.table, name, _unknown(name, columns))
        ]
        for column in missing:
            message = f"a new row of `{entry.table}` needs `{column}`."
            found.append(source.problem((*path, "values"), message, "Add it to `values`."))
    return found


def _unknown(name: str, columns) -> object:
    return {"int64": 0, "float64": 0.0}.get(str(columns[name].dtype), "")
