"""Periods of time: months, quarters, years, or what lies between given days."""

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Sequence

UNDATED = ""
"""The period of what has no date, or one too coarse for the periods asked for: shown, and never assigned."""
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def period_of(date: str, period: str | Sequence[str] = "month") -> str:
    """The period in which a date lies as a whole: "2024-06", "2024-Q2", "2024", or "2024-03-01/2024-05-31".

    `date`: an ISO day, month or year, or "". `period`: `month`, `quarter`, `year`, or the ISO days, in order, on
    which a new period begins; what lies before the first of them is "/" and its last day, what lies from the last
    on is that day and "/". A date that is unknown or that reaches over two periods ("2024" by month) is `UNDATED`.
    Raises ValueError where the period is of no known kind or the given days are not in order, and where a date is no
    ISO day, month or year.
    """
    if isinstance(period, str) and period not in _MONTHS:
        raise ValueError(f"a period is month, quarter, year or a list of days, not `{period}`")
    if not date:
        return UNDATED
    first, last = _span(date)
    if isinstance(period, str):
        names = {_calendar(day, _MONTHS[period]) for day in (first, last)}
    else:
        names = {_between(day, _checked(tuple(period))) for day in (first, last)}
    return names.pop() if len(names) == 1 else UNDATED


def _span(date: str) -> tuple[str, str]:
    """The first and the last day of a day, a month or a year."""
    try:
        year, month, day = (*map(int, date.split("-")), 0, 0)[:3]
        last = day or monthrange(year, month or 12)[1]
        if not 1 <= last <= monthrange(year, month or 12)[1] or len(date) not in (4, 7, 10):
            raise ValueError
    except ValueError as error:
        raise ValueError(f"no ISO day, month or year: `{date}`") from error
    return f"{year:04}-{month or 1:02}-{day or 1:02}", f"{year:04}-{month or 12:02}-{last:02}"


def _calendar(day: str, months: int) -> str:
    if months == 12:
        return day[:4]
    return day[:7] if months == 1 else f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"


def _checked(days: tuple[str, ...]) -> tuple[str, ...]:
    if not days or list(days) != sorted(set(days)) or any(len(day) != 10 or _span(day) != (day, day) for day in days):
        raise ValueError("the days on which periods begin are ISO days in order, each once")
    return days


def _between(day: str, starts: tuple[str, ...]) -> str:
    place = bisect_right(starts, day)
    begins = starts[place - 1] if place else ""
    return f"{begins}/{_day_before(starts[place]) if place < len(starts) else ''}"


def _day_before(day: str) -> str:
    year, month, number = map(int, day.split("-"))
    if number > 1:
        return f"{year:04}-{month:02}-{number - 1:02}"
    year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return f"{year:04}-{month:02}-{monthrange(year, month)[1]:02}"
