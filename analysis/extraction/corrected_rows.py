"""Finds the rows that corrections are about, by keys that survive a new extraction."""

from collections import defaultdict
from collections.abc import Mapping

from analysis.dossier import CorrectionEntry
from analysis.tables import ROW_IDS

TYPES = {
    "mentions": "label",
    "resolutions": "actor_id",
    "affiliations": "org_id",
    "times": "type",
    "statements": "form",
    "events": "type",
}
"""The column that `type` in an entry is compared with."""


class Gone(Exception):
    """A correction that applies to nothing any more; the text says why."""


class Rows:
    """The rows of one table, found by identifier or by span."""

    def __init__(self, table: str, rows: list[dict]):
        self.table, self.rows = table, rows
        self._by_id, self._by_span = defaultdict(list), defaultdict(list)
        for row in rows:
            self.add(row)

    def add(self, row: dict) -> None:
        """Make a row known to the look-ups."""
        if self.table in ROW_IDS:
            self._by_id[row[ROW_IDS[self.table]]].append(row)
        if "start" in row:
            self._by_span[(row["doc_id"], row["start"], row["end"])].append(row)

    def at(self, doc_id: str, span: tuple[int, int]) -> list[dict]:
        """The rows of a span."""
        return self._by_span[(doc_id, *span)]

    def named(self, entry: CorrectionEntry, texts: Mapping[str, str]) -> list[dict]:
        """The row that an entry names, each of its copies. Raises Gone where there is none, or several differ."""
        if entry.row:
            found = self._by_id[entry.row]
            words = entry.text
        else:
            found = self.at(entry.document, span_of(entry, texts))
            words = ""
            if entry.type and self.table in TYPES:
                found = [row for row in found if row[TYPES[self.table]] == entry.type]
        if not found:
            raise Gone("the extraction finds no such row")
        if words and any(_words(row) not in ("", words) for row in found):
            raise Gone("the words of the row are others now")
        if len({key_of(self.table, row) for row in found}) > 1:
            raise Gone("several rows stand there: add `type`, or name one by `row`")
        return found


def span_of(entry: CorrectionEntry, texts: Mapping[str, str]) -> tuple[int, int]:
    """The span that an entry names. Raises Gone where the document has it no longer."""
    if entry.document not in texts:
        raise Gone("there is no such document")
    text = texts[entry.document]
    if entry.start is not None:
        if entry.end > len(text):
            raise Gone("the document ends before it")
        if entry.text and text[entry.start : entry.end] != entry.text:
            raise Gone("other words stand there now")
        return entry.start, entry.end
    start = -1
    for _ in range(entry.nth + 1):
        start = text.find(entry.text, start + 1)
        if start < 0:
            raise Gone("these words do not stand in the document")
    return start, start + len(entry.text)


def key_of(table: str, row: dict) -> str:
    """How the table `corrections` names a row: its identifier, else its span and what tells it from others there."""
    if table in ROW_IDS:
        return row[ROW_IDS[table]]
    told = [row[column] for column in (["person_id", "org_id"] if table == "affiliations" else _own(table))]
    return ":".join([row["doc_id"], str(row["start"]), str(row["end"]), *told])


def _own(table: str) -> list[str]:
    return [TYPES[table]] if table in TYPES else []


def _words(row: dict) -> str:
    return row.get("trigger") or row.get("text") or ""
