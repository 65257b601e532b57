"""From a number back to the rows and sentences it was made of."""

from collections.abc import Mapping

import pandas as pd

from analysis.tables import Tables, split_ids

COLUMNS = ["kind", "row_id", "doc_id", "start", "end", "what", "modality", "words", "sentence", "rule_id"]
BEHIND = {"event": ("events", "event_id", "event_ids"), "statement": ("statements", "statement_id", "statement_ids")}


def rows_behind(dyads_row: Mapping, tables: Tables, texts: Mapping[str, str] | None = None) -> pd.DataFrame:
    """Every event and statement row behind one row of a dyad table, in the order of the documents.

    `dyads_row`: a row of `dyads`, `dyads_by_period`, `tone_dyads` or `combine_dyads` (a mapping or a Series).
    `texts`: doc_id to text; without it `sentence` is empty, for the tables hold no texts. Columns: kind (event or
    statement), row_id, doc_id, start, end, what (the event's type, or the statement's form), modality ("" of a
    statement), words (trigger or statement), sentence (the whole of it, from its first to its last), rule_id. Raises
    KeyError where an identifier is in none of the tables.
    """
    found = []
    for kind, (name, key, column) in BEHIND.items():
        wanted = split_ids(dyads_row.get(column, ""))
        table = tables[name]
        rows = with_sentences(table[table[key].isin(set(wanted))], tables["sentences"])
        lost = sorted(set(wanted) - set(rows[key]))
        if lost:
            raise KeyError(f"not in the table {name}: {', '.join(lost)}")
        found += [_row(kind, key, row, texts or {}) for row in rows.to_dict("records")]
    found.sort(key=lambda row: (row["doc_id"], row["start"], row["kind"], row["row_id"]))
    return pd.DataFrame(found, columns=COLUMNS)


def with_sentences(rows: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The rows (doc_id, start, end) with `sentence_start` and `sentence_end`: from the sentence in which they begin to
    the one in which they end; the row's own bounds where the table `sentences` has none. Linear but for sorting.
    """
    rows = rows.reset_index(drop=True)
    edges = {doc_id: group for doc_id, group in sentences.sort_values(["doc_id", "start"]).groupby("doc_id")}
    starts, ends = rows["start"].to_numpy(copy=True), rows["end"].to_numpy(copy=True)
    for doc_id, group in rows.groupby("doc_id"):
        if doc_id not in edges:
            continue
        begin, stop = edges[doc_id]["start"].to_numpy(), edges[doc_id]["end"].to_numpy()
        first = begin.searchsorted(group["start"].to_numpy(), side="right") - 1
        last = begin.searchsorted(group["end"].to_numpy(), side="left") - 1
        starts[group.index] = begin[first.clip(0)]
        ends[group.index] = stop[last.clip(0)]
    return rows.assign(sentence_start=starts, sentence_end=ends)


def _row(kind: str, key: str, row: dict, texts: Mapping[str, str]) -> dict:
    text = texts.get(row["doc_id"], "")
    return {
        "kind": kind,
        "row_id": row[key],
        "doc_id": row["doc_id"],
        "start": row["start"],
        "end": row["end"],
        "what": row["type"] if kind == "event" else row["form"],
        "modality": row.get("modality", ""),
        "words": row["trigger"] if kind == "event" else row["text"],
        "sentence": " ".join(text[row["sentence_start"] : row["sentence_end"]].split()),
        "rule_id": row["rule_id"],
    }
