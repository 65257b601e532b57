"""Dates as analysts write them, as ISO 8601 strings."""

import datetime
import re

_PARTS = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ].*)?)?)?", re.DOTALL)


def iso_date(value: object) -> str:
    """A year, a month or a day as YYYY, YYYY-MM or YYYY-MM-DD; a time of day is dropped; "" stays "".

    Other orders, such as 06/07/2024, are refused: they mean different days in different countries.
    Raises ValueError with a plain sentence.
    """
    text = str(value).strip()
    if not text:
        return ""
    match = _PARTS.fullmatch(text)
    if not match:
        raise ValueError(f"“{text[:40]}” is not a date of the form YYYY-MM-DD")
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        datetime.date(year, month or 1, day or 1)
    except ValueError:
        raise ValueError(f"“{text[:40]}” is no day of the calendar") from None
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])


def iso_day(value: object) -> str:
    """A full day as YYYY-MM-DD, or "". Raises ValueError where the day or the month is missing."""
    found = iso_date(value)
    if found and len(found) != 10:
        raise ValueError(f"“{found}” lacks the day: YYYY-MM-DD is needed")
    return found


def day_or_unknown(value: object) -> str:
    """The day that a file's metadata give; "" where they give none that can be read."""
    try:
        return iso_day(value or "")
    except ValueError:
        return ""
