"""The analyst's word: accepts, rejects, changes and adds rows, and lists what became of every entry."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from analysis.dossier import Correction, conflicts
from analysis.dossier.corrections import TELLING, said_by
from analysis.extraction.corrected_rows import Gone, Rows, key_of, span_of
from analysis.language import load_lexicon
from analysis.tables import ROW_IDS, SCHEMAS, join_ids, row_id, split_ids

_PREFIX = {"statements": "st", "events": "ev", "recommendations": "rec", "forecasts": "fc"}


def apply_corrections(
    rows: Mapping[str, list[dict]],
    corrections: Sequence[Correction],
    texts: Mapping[str, str],
    states: Mapping[str, str],
    tables: Sequence[str],
) -> dict[str, list[dict]]:
    """The rows by table as the analysts correct them, and what became of each entry as rows of `corrections`.

    Only entries about `tables` are seen to, each once: what `rows["corrections"]` lists already is left. Neither the
    order of the entries nor that of the files matters. Contradicting entries and those that apply to nothing any more
    change nothing and are listed. `texts` by doc_id; `states`: for whom persons and organs act.
    """
    seen = {row["correction_id"] for row in rows.get("corrections", [])}
    todo = [c for c in corrections if c.entry.table in tables and c.correction_id not in seen]
    todo.sort(key=lambda c: (c.file, c.line, c.correction_id))
    result = {name: [dict(row) for row in found] for name, found in rows.items()}
    listed = result.setdefault("corrections", [])
    # Statements first, so that rows can be put into one that is added.
    for table in sorted({c.entry.table for c in todo}, key=lambda table: (table != "statements", table)):
        mine = [correction for correction in todo if correction.entry.table == table]
        statements = {row["statement_id"] for row in result.get("statements", [])}
        result[table], outcomes = _Table(table, result[table], texts, states, statements).apply(mine)
        listed += outcomes
    _drop_lost_statements(result)
    return result


class _Table:
    """One table under correction. What several entries say of one row is put together before anything is changed."""

    def __init__(self, table: str, rows: list[dict], texts, states, statements: set[str]):
        self.table, self.rows, self.texts, self.states, self.statements = table, rows, texts, states, statements
        self.known = Rows(table, rows)
        self.new: list[dict] = []

    def apply(self, corrections: list[Correction]) -> tuple[list[dict], list[dict]]:
        """The rows as corrected, and one row of `corrections` for each entry."""
        found, lost = {}, {}
        for correction in sorted(corrections, key=lambda c: c.entry.action != "add"):
            try:
                found[correction.correction_id] = self._find(correction)
            except Gone as reason:
                lost[correction.correction_id] = str(reason)
        placed = [c for c in corrections if c.correction_id in found]
        keys = {c.correction_id: key_of(self.table, found[c.correction_id][0]) for c in placed}
        against = conflicts(placed, lambda c: keys[c.correction_id])
        by_row = defaultdict(list)
        for correction in placed:
            if correction.correction_id not in against:
                by_row[keys[correction.correction_id]].append(correction)
        changes, gone = {}, set()
        for key in sorted(by_row):
            rows = found[by_row[key][0].correction_id]
            fault = self._span_fault(rows[0], by_row[key])
            good = [c for c in by_row[key] if not fault or not {"start", "end"} & set(c.entry.values)]
            lost |= {c.correction_id: fault for c in by_row[key] if c not in good}
            if good:
                changes |= self._change(rows, good)
            if good and good[0].entry.action == "reject":
                gone.update(id(row) for row in rows)
        outcomes = []
        for correction in corrections:
            own = correction.correction_id
            if own in against:
                outcomes.append(_outcome(correction, keys[own], "conflict", said_by(against[own])))
            elif own in lost:
                outcomes.append(_outcome(correction, keys.get(own, ""), "stale", lost[own]))
            else:
                outcomes.append(_outcome(correction, keys[own], "applied", "", changes[own]))
        added = [row for row in self.new if row["correction_ids"]]
        return [row for row in [*self.rows, *added] if id(row) not in gone], outcomes

    def _find(self, correction: Correction) -> list[dict]:
        entry = correction.entry
        inside = entry.values.get("statement_id", "")
        if inside and inside not in self.statements:
            raise Gone(f"there is no statement `{inside}`")
        if entry.action != "add":
            return self.known.named(entry, self.texts)
        span = span_of(entry, self.texts)
        told = TELLING.get(self.table, ())
        for row in self.known.at(entry.document, span):
            if all(row[column] == entry.values.get(column, "") for column in told):
                return [row]
        empty = {"int64": 0, "float64": 0.0}
        row = {name: empty.get(str(spec.dtype), "") for name, spec in SCHEMAS[self.table].columns.items()}
        row |= {"doc_id": entry.document, **{column: entry.values.get(column, "") for column in told}}
        row |= self._follow_up(row, {"start": span[0], "end": span[1]})
        if self.table in _PREFIX:
            row[ROW_IDS[self.table]] = row_id(_PREFIX[self.table], entry.document, *span, *(row[c] for c in told))
        if "rule_id" in row:
            row["rule_id"] = "correction"
        self.known.add(row)
        self.new.append(row)
        return [row]

    def _span_fault(self, row: dict, corrections: list[Correction]) -> str:
        values = _together(corrections)
        if not {"start", "end"} & set(values):
            return ""
        start, end = values.get("start", row["start"]), values.get("end", row["end"])
        return "" if 0 <= start < end <= len(self.texts[row["doc_id"]]) else "the new span does not lie in the document"

    def _change(self, rows: list[dict], corrections: list[Correction]) -> dict[str, str]:
        """Change the rows; correction_id to what it changed, in words."""
        said = {}
        for correction in corrections:
            pairs = [(c, rows[0].get(c, ""), value) for c, value in sorted(correction.entry.values.items())]
            said[correction.correction_id] = "; ".join(f"{c}: {old} → {new}" for c, old, new in pairs if old != new)
        new = self._follow_up(rows[0], _together(corrections))
        for row in rows:
            ids = {*split_ids(row.get("correction_ids", "")), *said}
            row |= {**new, "correction_ids": join_ids(sorted(ids))}
        return said

    def _follow_up(self, row: dict, values: dict) -> dict:
        """The values with those that follow from them: the words of a span, the state of an actor, a type's score."""
        new = dict(values)
        holds = "trigger" if self.table == "events" else "text"
        if holds in SCHEMAS[self.table].columns and ("start" in values or "end" in values):
            start, end = values.get("start", row["start"]), values.get("end", row["end"])
            new[holds] = self.texts[row["doc_id"]][start:end]
        if self.table == "events":
            for side in ("source", "target"):
                if f"{side}_id" in values and f"{side}_state" not in values:
                    new[f"{side}_state"] = self.states.get(values[f"{side}_id"], values[f"{side}_id"])
            if "type" in values and "intensity" not in values:
                new["intensity"] = float(load_lexicon("events").types[values["type"]].score)
        return new


def _together(corrections: Sequence[Correction]) -> dict:
    return {column: value for correction in corrections for column, value in correction.entry.values.items()}


def _drop_lost_statements(rows: dict[str, list[dict]]) -> None:
    """A row that stood in a statement that was rejected stands in none."""
    known = {row["statement_id"] for row in rows.get("statements", [])}
    for table in ("events", "recommendations", "forecasts"):
        for row in rows.get(table, []):
            if row["statement_id"] not in known:
                row["statement_id"] = ""


def _outcome(correction: Correction, key: str, status: str, note: str, changes: str = "") -> dict:
    entry = correction.entry
    place = f"{entry.start}:{entry.end}" if entry.start is not None else f"“{entry.text}”"
    return {
        "correction_id": correction.correction_id,
        "file": correction.file,
        "line": correction.line,
        "table": entry.table,
        "row": key or entry.row or f"{entry.document}:{place}",
        "action": entry.action,
        "changes": changes,
        "author": entry.author,
        "date": entry.date,
        "reason": entry.reason,
        "status": status,
        "note": note,
    }
