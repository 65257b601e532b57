"""By when a forecast can be resolved: from the expressions of time in its words."""

import re
from bisect import bisect_left

from analysis.extraction.time_values import shifted

_WITHIN = re.compile(
    r"\b(?:entro|nel\s+giro\s+di|nell[’']arco\s+di|di\s+qui\s+a|ne(?:i|gli|lle)\s+prossim[ie]|per\s+(?:i|gli|le)\s+prossim[ie])"
    r"(?:\s+(?:i|gli|le))?(?:\s+prossim[ie])?\s*$",
    re.IGNORECASE,
)
_DURATION = re.compile(r"P(T?)(\d+)([YMWDH])$")


class Calendar:
    """The expressions of time of a document in their order, and its day of publication ("" unknown)."""

    def __init__(self, text: str, times: list[dict], published: str):
        self.text, self._published = text, published
        self._times = sorted(times, key=lambda row: row["start"])
        self._starts = [row["start"] for row in self._times]

    def between(self, start: int, end: int) -> list[dict]:
        """The expressions that begin at start..end."""
        return self._times[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def horizon(self, start: int, end: int, verb: int) -> str:
        """The first date to come in start..end, of those after the verb first; "" where there is none."""
        rows = sorted(self.between(start, end), key=lambda row: (row["start"] < verb, row["start"]))
        return next((value for value in map(self._to_come, rows) if value), "")

    def _to_come(self, row: dict) -> str:
        value = row["value"]
        if row["type"] == "DURATION":
            return self._from_now(row)
        if row["type"] != "DATE" or not re.match(r"\d{4}", value):
            return ""
        return "" if self._published and value < self._published[: len(value)] and "W" not in value else value

    def _from_now(self, row: dict) -> str:
        """ "entro due anni", "nei prossimi sei mesi": that long after the day of publication."""
        match = _DURATION.match(row["value"])
        if not match or not self._published or not _WITHIN.search(self.text, max(0, row["start"] - 40), row["start"]):
            return ""
        hours, count, unit = match.group(1), int(match.group(2)), match.group(3)
        if hours:
            count, unit = (count // 24, "D") if unit == "H" else (0, "D")
        return shifted(self._published[: {"Y": 4, "M": 7}.get(unit, 10)], count, unit)
