"""Rows of a layer found by place, so that a sentence does not look at every row of its document."""

from bisect import bisect_left, bisect_right


class SpansAt:
    """Rows with `start` and `end`, in the order of the text."""

    def __init__(self, rows: list[dict]):
        self._rows = sorted(rows, key=lambda row: (row["start"], row["end"]))
        self._starts = [row["start"] for row in self._rows]
        self._longer = _longer_before([row["end"] for row in self._rows])

    def within(self, start: int, end: int) -> list[dict]:
        """Rows that begin in start..end."""
        return self._rows[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def over(self, start: int, end: int) -> dict | None:
        """The row that holds start..end and begins nearest before it."""
        position = bisect_right(self._starts, start) - 1
        while position >= 0 and self._rows[position]["end"] < end:
            position = self._longer[position]
        return self._rows[position] if position >= 0 else None


def _longer_before(ends: list[int]) -> list[int]:
    """For each row the nearest one before it that ends later, or -1."""
    found, open_rows = [], []
    for position, end in enumerate(ends):
        while open_rows and ends[open_rows[-1]] <= end:
            open_rows.pop()
        found.append(open_rows[-1] if open_rows else -1)
        open_rows.append(position)
    return found
