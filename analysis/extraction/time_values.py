"""The value of one expression of time: by itself, from the day of publication, or from another date in the text."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from analysis.extraction.time_nearest import (
    day_of_month,
    day_value,
    nearest_day,
    nearest_month,
    quarter,
    season,
    weekday,
)
from analysis.extraction.time_tense import tense
from analysis.extraction.time_words import TimePattern, time_lexicon

_SEASONS = {"SP": 3, "SU": 6, "AU": 9, "WI": 12}
_IN_TEXT = ("after_text", "before_text", "same_text", "day_text", "month_text")


@dataclass(frozen=True)
class Found:
    """A match start..end of a pattern; groups: its named parts, in lower case."""

    start: int
    end: int
    order: int
    entry: TimePattern
    groups: dict


def is_in_text(found: Found) -> bool:
    """Is it told from another date in the text?"""
    return found.entry.resolve in _IN_TEXT


def in_itself(found: Found) -> tuple[str, str] | None:
    """(value, "") of what needs no anchor; None where it needs one."""
    words, groups, how = time_lexicon().words, found.groups, found.entry.resolve
    year = int(groups["year"]) if "year" in groups else 0
    if how == "none":
        return "", ""
    if how == "duration":
        return _duration(_count(found), _unit(found)), ""
    if how == "half":
        halves = {"Y": "6M", "M": "15D"}[_unit(found)]
        return f"P{_count(found)}{_unit(found)}{halves}", ""
    if how == "decade":
        return _decade(groups), ""
    if how == "century":
        return str(words.roman[groups["roman"].upper()] if "roman" in groups else _century(groups["century"])), ""
    if not year:
        return None
    if how in ("year", "quarter"):
        return str(year), ""
    if how == "date":
        until = words.month.get(groups.get("until", ""), 12)
        return day_value(year - (until < _month(groups)), _month(groups), _day_number(groups)), ""
    if how == "month":
        return f"{year:04d}-{_month(groups):02d}", ""
    if how == "holiday":
        return f"{year}-{words.holiday[_one_space(groups['holiday'])]}", ""
    return None


def on_publication(found: Found, text: str, today: date) -> str:
    """The value of what is told from the day of publication."""
    how, shift, groups = found.entry.resolve, found.entry.shift, found.groups
    words = time_lexicon().words
    side = -1 if "last" in groups else 1 if "next" in groups else 0
    year_shift = -1 if "before" in groups else 1 if "after" in groups else 0
    if how == "days":
        return (today + timedelta(days=shift)).isoformat()
    if how == "weeks":
        iso = (today + timedelta(weeks=shift)).isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}"
    if how == "months":
        return shifted(today.isoformat()[:7], shift, "M")
    if how in ("years", "this_year"):
        return str(today.year + shift)
    if how == "centuries":
        return str(today.year // 100 + shift)
    if how in ("ago", "ahead"):
        sign = -1 if how == "ago" else 1
        precision = {"Y": 4, "DEC": 4, "CEN": 4, "M": 7}.get(_unit(found), 10)
        return shifted(today.isoformat()[:precision], sign * _count(found), _unit(found))
    if how in ("weekday", "weekday_last", "weekday_next"):
        return weekday(how, tense(text, found), today, words.weekday[groups["weekday"]])
    if how == "weekday_of_week":
        monday = today - timedelta(days=today.weekday() - 7 * year_shift)
        return (monday + timedelta(days=words.weekday[groups["weekday"]])).isoformat()
    if how in ("month_this_year", "month_last_year", "month_next_year"):
        year = today.year + {"month_this_year": 0, "month_last_year": -1, "month_next_year": 1}[how]
        return f"{year:04d}-{_month(groups):02d}"
    if how == "month_years_ago":
        return f"{today.year - _count(found):04d}-{_month(groups):02d}"
    if how in ("season_last", "season_next", "season"):
        side = {"season_last": -1, "season_next": 1}.get(how, 0)
        return season(how, side or tense(text, found), today, _SEASONS[words.season[groups["season"]]])
    if how == "quarter":
        return quarter(tense(text, found), today, words.ordinal[groups["ordinal"]], words.part[groups["part"]])
    if how == "month":
        return nearest_month(side or tense(text, found), today, _month(groups))
    if how == "holiday":
        month, day = map(int, words.holiday[_one_space(groups["holiday"])].split("-"))
        return nearest_day(0, tense(text, found), today, month, day)
    if how == "date":
        month, day = _month(groups), _day_number(groups)
        return nearest_day(side, tense(text, found), today, month, day)
    if how == "day_of_year":
        return day_value(today.year + year_shift, _month(groups), _day_number(groups))
    if how == "day_of_month":
        return day_of_month(tense(text, found), today, int(groups["day"]))
    raise ValueError(f"{found.entry.id}: unknown calculation {how}")


def in_text(found: Found, anchor: str) -> str:
    """The value of what is told from another date, `anchor`; "" where that is less precise than is needed."""
    how, unit = found.entry.resolve, _unit(found)
    if how in ("after_text", "before_text"):
        return shifted(anchor, _count(found) * (1 if how == "after_text" else -1), unit)
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", anchor):
        return ""
    if how == "same_text":
        precision = {"Y": 4, "M": 7, "D": 10}[unit]
        return anchor[:precision] if len(anchor) >= precision else ""
    year = int(anchor[:4])
    if how == "month_text":
        return f"{year + found.entry.shift:04d}-{_month(found.groups):02d}"
    return day_value(year, int(anchor[5:7]), _day_number(found.groups)) if len(anchor) >= 7 else ""


def shifted(value: str, count: int, unit: str) -> str:
    """`value` moved by so many units; "" where it is less precise than the unit, as a month after a year."""
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", value):
        return ""
    parts = [int(part) for part in value.split("-")]
    if unit in ("Y", "DEC", "CEN"):
        year = parts[0] + count * {"Y": 1, "DEC": 10, "CEN": 100}[unit]
        return f"{year:04d}" if 0 < year < 10_000 else ""
    if unit == "M" and len(parts) > 1:
        index = parts[0] * 12 + parts[1] - 1 + count
        return f"{index // 12:04d}-{index % 12 + 1:02d}" if 12 <= index < 120_000 else ""
    if unit in ("D", "W") and len(parts) == 3:
        try:
            return (date(*parts) + timedelta(days=count * (7 if unit == "W" else 1))).isoformat()
        except (OverflowError, ValueError):
            return ""
    if unit in ("H", "MIN"):
        return value if len(parts) == 3 else ""
    return ""


def _month(groups: dict) -> int:
    words = time_lexicon().words
    return (
        words.month.get(groups.get("month", ""), 0) or words.short.get(groups.get("short", ""), 0) or int(groups["m"])
    )


def _count(found: Found) -> int:
    words = time_lexicon().words
    if "digits" in found.groups:
        return int(found.groups["digits"].replace(".", ""))
    if "number" in found.groups:
        return words.number[_one_space(found.groups["number"])]
    if "years" in found.groups:
        return words.years[found.groups["years"]]
    return found.entry.number or 0


def _unit(found: Found) -> str:
    return time_lexicon().words.unit.get(found.groups.get("unit", ""), found.entry.unit)


def _one_space(words: str) -> str:
    return re.sub(r"\s+", " ", words)


def _day_number(groups: dict) -> int:
    return 1 if "first" in groups or "day1" in groups else int(groups.get("day", 1))


def _decade(groups: dict) -> str:
    if "year" in groups:
        return groups["year"][:3]
    tens = time_lexicon().words.decade.get(groups.get("decade", ""), 0) or 190 + int(groups.get("short", "0")) // 10
    return str(tens % 10 + _century(groups["century"]) * 10 if "century" in groups else tens)


def _century(name: str) -> int:
    """The first two figures of its years: 18 for "l'Ottocento"."""
    return time_lexicon().words.century[_one_space(name)]


def _duration(count: int, unit: str) -> str:
    if unit in ("H", "MIN"):
        return f"PT{count}{unit[0]}"
    return f"P{count * {'DEC': 10, 'CEN': 100}.get(unit, 1)}{'Y' if unit in ('DEC', 'CEN') else unit}"
