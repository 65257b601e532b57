"""What one recommendation is made of, and the statements around it."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from analysis.extraction.speakers import NOBODY, Speaker
from analysis.language.words import Word

REACH = 600
"""Code points within which somebody who spoke before can still be the subject that a verb leaves out."""


@dataclass(frozen=True)
class Advice:
    """Tokens first..last (last excluded) say what is to be done; `action` is their verb or noun. `agents` should do it.

    cue: the tokens of the cue, end excluded. proponent: who is subject of the cue; None where the cue names nobody.
    """

    first: int
    last: int
    action: Word
    agents: tuple[str, ...]
    cue: tuple[int, int]
    proponent: Speaker | None
    rule: str


class Said:
    """The statements of a document, found by place."""

    def __init__(self, statements: list[dict]):
        self._rows = sorted(statements, key=lambda row: (row["start"], row["end"]))
        self._starts = [row["start"] for row in self._rows]
        self._furthest = list(accumulate((row["end"] for row in self._rows), max))
        self._last = self._latest("")
        self._last_person = self._latest("person:")

    def around(self, start: int, end: int) -> dict | None:
        """The shortest statement that holds start..end, or None."""
        found = None
        at = bisect_right(self._starts, start) - 1
        while at >= 0 and self._furthest[at] >= end:
            row = self._rows[at]
            if row["end"] >= end and (found is None or row["end"] - row["start"] < found["end"] - found["start"]):
                found = row
            at -= 1
        return found

    def _latest(self, kind: str) -> list[dict | None]:
        """For each statement, the last one up to it whose speaker is known and of this kind."""
        rows = (row if row["speaker_id"] and row["speaker_id"].startswith(kind) else None for row in self._rows)
        return list(accumulate(rows, lambda last, row: row or last))

    def since(self, start: int, end: int) -> bool:
        """Does a statement begin between these places?"""
        return bisect_right(self._starts, end) > bisect_right(self._starts, start - 1)

    def before(self, start: int, person: bool = False) -> Speaker:
        """Who spoke last before this place; which person did, for "l'esperto"."""
        at = bisect_right(self._starts, start) - 1
        row = (self._last_person if person else self._last)[at] if at >= 0 else None
        if row is None or start - row["start"] > REACH:
            return NOBODY
        return Speaker(row["speaker_id"], "", "previous-speaker")
