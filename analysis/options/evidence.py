"""What stands behind every assessment: what its citations say, how good the sources are, whether it still holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis.dossier import read_reference, seal_of
from analysis.tables import Tables

if TYPE_CHECKING:
    from analysis.dossier import Dossier

REFERENCE_COLUMNS = ["reference", "kind", "text", "doc_id", "start", "end", "grade", "seal", "state"]
CELL_COLUMNS = [
    *("option", "criterion", "low", "mode", "high", "basis", "evidence", "grades", "state", "author", "date", "note"),
]
ROWS = {
    "events": ("event_id", "trigger"),
    "statements": ("statement_id", "text"),
    "recommendations": ("recommendation_id", "text"),
    "forecasts": ("forecast_id", "text"),
}
"""Tables whose rows can be cited: identifier and text."""


def references(dossier: Dossier, tables: Tables, cited: list[str]) -> pd.DataFrame:
    """Every citation once, in the order given: what it says and where.

    kind: fact, doc or row. text: the fact's, the document's title or the row's; "" where it leads nowhere. doc_id,
    start, end: the place of a row, -1 where there is none. grade: Admiralty letter and digit of the document ("F6": it
    cannot be judged), "" for a fact. seal: what to write after @ to note what was read. state: "ok"; "changed": the
    seal written is of another text; "missing".
    """
    rows = _rows(tables)
    facts = {fact.id: fact for fact in dossier.facts}
    documents = {document.doc_id: document for document in dossier.documents}
    found = []
    for text in dict.fromkeys(cited):
        reference = read_reference(text)
        row = {"reference": text, "kind": reference.kind, "text": "", "doc_id": "", "start": -1, "end": -1}
        read = None
        if reference.kind == "fact" and reference.name in facts:
            read = facts[reference.name].text
            row["text"] = f"{facts[reference.name].date}: {read}"
        elif reference.kind == "doc" and reference.name in documents:
            document = documents[reference.name]
            read = document.text
            row |= {"text": document.title or document.doc_id, "doc_id": document.doc_id}
        elif reference.kind == "row" and reference.name in rows:
            row |= rows[reference.name]
            read = row["text"]
        document = documents.get(row["doc_id"])
        row["grade"] = f"{document.source_grade}{document.information_grade}" if document else ""
        row["seal"] = "" if read is None else seal_of(read)
        changed = read is not None and reference.seal and not row["seal"].startswith(reference.seal)
        row["state"] = "missing" if read is None else "changed" if changed else "ok"
        found.append(row)
    return pd.DataFrame(found, columns=REFERENCE_COLUMNS)


def evidence_table(dossier: Dossier, tables: Tables) -> pd.DataFrame:
    """One row per assessment, in the order of the file.

    basis: "information" where the analyst says so and some citation leads somewhere, "judgement" otherwise. evidence:
    the citations, joined by "|". grades: the Admiralty grades of their documents, sorted, never averaged. state: "ok";
    "stale" where a citation changed or is missing; "none" where nothing is cited.
    """
    if dossier.options is None:
        return pd.DataFrame(columns=CELL_COLUMNS)
    cells = dossier.options.assessments
    known = references(dossier, tables, [ref for cell in cells for ref in cell.evidence]).set_index("reference")
    rows = []
    for cell in cells:
        states = [known.loc[ref, "state"] for ref in cell.evidence]
        stands = any(state != "missing" for state in states)
        rows.append(
            {
                "option": cell.option,
                "criterion": cell.criterion,
                "low": cell.low,
                "mode": cell.mode,
                "high": cell.high,
                "basis": "information" if cell.kind == "information" and stands else "judgement",
                "evidence": "|".join(cell.evidence),
                "grades": "|".join(sorted({known.loc[ref, "grade"] for ref in cell.evidence} - {""})),
                "state": "none" if not states else "ok" if set(states) == {"ok"} else "stale",
                "author": cell.author,
                "date": cell.date,
                "note": cell.note,
            }
        )
    return pd.DataFrame(rows, columns=CELL_COLUMNS)


def _rows(tables: Tables) -> dict[str, dict]:
    found = {}
    for name, (key, words) in ROWS.items():
        frame = tables[name]
        for row_id, doc_id, start, end, text in zip(
            *(frame[column] for column in (key, "doc_id", "start", "end", words)), strict=True
        ):
            # A mutual event has two rows with one trigger; each has its own identifier.
            found.setdefault(row_id, {"text": text, "doc_id": doc_id, "start": int(start), "end": int(end)})
    return found
