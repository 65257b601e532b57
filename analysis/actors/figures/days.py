"""Dates of incidents on a scale: intervals of days, and one break where a few dates lie far from the others."""

import calendar
import re
from datetime import date, timedelta

from analysis.style import format_date

Days = tuple[str, str]
"""First and last day of a date, as YYYY-MM-DD."""


def days_of(value: str) -> Days | None:
    """First and last day of an ISO day, month, year or an interval of these; None where it says none."""
    ends = re.split("[/T]", value)
    first = _bounds(ends[0])
    if first is None:
        return None
    last = _bounds(ends[1]) if "/" in value else first
    return (first[0], max(first[1], last[1])) if last else first


def _bounds(value: str) -> Days | None:
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", value)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if day:
            return date(year, month, day).isoformat(), date(year, month, day).isoformat()
        last = calendar.monthrange(year, month or 12)[1]
        return date(year, month or 1, 1).isoformat(), date(year, month or 12, last).isoformat()
    except ValueError:
        return None


def when(value: str, language: str) -> str:
    """The beginning of an ISO date or interval as readers write it."""
    return format_date(re.split("[/T]", value)[0], language)


class Scale:
    """Days to points between `left` and `right`.

    Where the widest gap between dates takes more than half of the whole span and fewer than half of the dates lie
    before it, these stand in a strip at the left, out of scale (`broken`).
    """

    REMOTE = 40  # points for the strip

    def __init__(self, spans: list[Days], left: float, right: float):
        self.left, self.right = left, right
        spans = sorted(spans)
        starts = [_day(first) for first, _ in spans]
        gaps = [(b - a, i + 1) for i, (a, b) in enumerate(zip(starts, starts[1:], strict=False))]
        gap, after = max(gaps, default=(0, 0), key=lambda one: (one[0], -one[1]))
        self.broken = gap > 365 and 2 * gap > starts[-1] - starts[0] and 2 * after < len(starts)
        kept = spans[after:] if self.broken else spans
        self.first = min(_day(one) for one, _ in kept)
        self.last = max(max(_day(one) for _, one in kept), self.first + 30)
        self.origin = left + (self.REMOTE + 12 if self.broken else 0)

    def place(self, days: Days) -> tuple[float, float]:
        """Left and right end of a date, in points, rounded to hundredths."""
        if self.broken and _day(days[0]) < self.first:
            return self.left + self.REMOTE / 2, self.left + self.REMOTE / 2
        first, last = (self._at(_day(day)) for day in days)
        return first, last

    def _at(self, day: int) -> float:
        return round(self.origin + (self.right - self.origin) * (day - self.first) / (self.last - self.first), 2)

    def ticks(self, language: str) -> list[tuple[float, str]]:
        """Places and names of at most six round dates: years, quarters, months or days."""
        length = self.last - self.first
        months = next((step for step in (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200) if length / 30.4 / step <= 6), 2400)
        found = []
        if length < 75:
            step = 7 if length < 45 else 14
            days = range(self.first, self.last + 1, step)
            found = [(day, format_date(_iso(day), language)) for day in days]
        else:
            start = date.fromordinal(self.first)
            index = -(-(start.year * 12 + start.month - 1) // months) * months
            while (day := date(index // 12, index % 12 + 1, 1).toordinal()) <= self.last:
                name = f"{index // 12:04}" if months >= 12 else f"{index // 12:04}-{index % 12 + 1:02}"
                if day >= self.first:
                    found.append((day, format_date(name, language)))
                index += months
                if index >= 9999 * 12:
                    break
        return [(self._at(day), name) for day, name in found]


def _day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def _iso(day: int) -> str:
    return (date.min + timedelta(days=day - 1)).isoformat()
