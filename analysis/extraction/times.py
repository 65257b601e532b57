"""Expressions of time, by the patterns of times.yaml, resolved against the day of publication or a date in the text.

Nothing is resolved without its anchor: the value is then "". Values are ISO 8601, as precise as the words are.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Doc

from analysis.extraction.time_words import TimePattern, compiled_patterns, time_lexicon

COMMA = 25
"""Characters that a comma between a verb and an expression counts for: the verb of its own clause comes first."""
FUTURE_COSTS = 1.5
"""News look back: without a sign, a day ahead must be this much nearer than one behind."""
_CLAUSE_END = re.compile(r"[.;:!?\n«»“”\"()]")


@dataclass(frozen=True)
class _Found:
    start: int
    end: int
    order: int
    entry: TimePattern
    groups: dict


def find_times(doc: Doc, published: str, doc_id: str) -> list[dict]:
    """Rows of the times table for one document. `published`: ISO day, or "" (then only absolute dates have values)."""
    text = doc.text
    today = date.fromisoformat(published) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", published) else None
    rows, last_value = [], ""
    for found in _longest(text):
        value, anchor = _value(found, text, today, last_value)
        if found.entry.type == "DATE" and value:
            last_value = value
        rows.append(
            {
                "doc_id": doc_id,
                "start": found.start,
                "end": found.end,
                "text": text[found.start : found.end],
                "value": value,
                "edge": _edge(text, found) if found.entry.type == "DATE" else "",
                "type": found.entry.type,
                "anchor": anchor,
                "rule_id": found.entry.id,
            }
        )
    return rows


def _longest(text: str) -> list[_Found]:
    """Matches that do not overlap, the longer before the shorter, then in the order of the text."""
    found = []
    for order, (entry, pattern) in enumerate(compiled_patterns()):
        for match in pattern.finditer(text):
            groups = {key: value for key, value in match.groupdict().items() if value}
            found.append(_Found(match.start(), match.end(), order, entry, groups))
    found.sort(key=lambda one: (one.start - one.end, one.start, one.order))
    taken = bytearray(len(text))
    kept = []
    for one in found:
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _value(found: _Found, text: str, today: date | None, last_value: str) -> tuple[str, str]:
    """(value, anchor) of one match."""
    words, groups, how = time_lexicon().words, found.groups, found.entry.resolve
    lookup = {key.rstrip("2"): value.lower() for key, value in groups.items()}
    month = words.month.get(lookup.get("month", ""), 0)
    year = int(lookup["year"]) if "year" in lookup else 0
    count = _count(lookup, found.entry)
    unit = words.unit.get(lookup.get("unit", ""), found.entry.unit)

    if how == "none":
        return "", ""
    if how == "duration":
        return _duration(count, unit), ""
    if how == "decade":
        tens = words.decade.get(lookup.get("decade", ""), 0) or 190 + int(lookup.get("short", "0")) // 10
        return str(tens), ""
    if how in ("year", "year_or_this") and year:
        return str(year), ""
    if how == "date" and year:
        return _day(year, month or int(lookup.get("m", 0)), _day_number(lookup)), ""
    if how == "month" and year:
        return f"{year:04d}-{month:02d}", ""
    if how in ("after_text", "before_text"):
        sign = 1 if how == "after_text" else -1
        return _shifted(last_value, sign * count, unit), "text" if last_value else ""
    if today is None:
        return "", ""
    return _from_today(found, text, today, lookup, month, count, unit), "published"


def _from_today(found: _Found, text: str, today: date, lookup: dict, month: int, count: int, unit: str) -> str:
    how, shift = found.entry.resolve, found.entry.shift
    side = -1 if "last" in lookup else 1 if "next" in lookup else 0
    if how == "days":
        return (today + timedelta(days=shift)).isoformat()
    if how == "weeks":
        iso = (today + timedelta(weeks=shift)).isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}"
    if how == "months":
        return _shifted(today.isoformat()[:7], shift, "M")
    if how in ("years", "this_year", "year_or_this"):
        return str(today.year + shift)
    if how in ("ago", "ahead"):
        sign = -1 if how == "ago" else 1
        precision = {"Y": 4, "DEC": 4, "CEN": 4, "M": 7}.get(unit, 10)
        return _shifted(today.isoformat()[:precision], sign * count, unit)
    if how in ("weekday", "weekday_last", "weekday_next"):
        return _weekday(found, text, today, time_lexicon().words.weekday[lookup["weekday"]])
    if how in ("month_this_year", "month_last_year", "month_next_year"):
        year = today.year + {"month_this_year": 0, "month_last_year": -1, "month_next_year": 1}[how]
        return f"{year:04d}-{month:02d}"
    if how in ("season_last", "season_next"):
        starts = {"SP": 3, "SU": 6, "AU": 9, "WI": 12}[time_lexicon().words.season[lookup["season"]]]
        begun = today.month >= starts
        if how == "season_last":
            # the winter that is over began the year before
            over = today.month >= starts + 3
            return str(today.year if over else today.year - 1)
        return str(today.year + 1 if begun else today.year)
    if how == "month":
        return _nearest_month(side or _tense(text, found), today, month)
    if how == "date":
        return _nearest_day(side or _tense(text, found), today, month, _day_number(lookup))
    if how == "day_of_month":
        return _day_of_month(_tense(text, found), today, int(lookup["day"]))
    raise ValueError(f"{found.entry.id}: unknown calculation {how}")


def _weekday(found: _Found, text: str, today: date, weekday: int) -> str:
    how = found.entry.resolve
    back = (today.weekday() - weekday) % 7
    if how == "weekday_last":
        return (today - timedelta(days=back or 7)).isoformat()
    if how == "weekday_next" or _tense(text, found) > 0:
        return (today + timedelta(days=(weekday - today.weekday()) % 7 or 7)).isoformat()
    return (today - timedelta(days=back)).isoformat()


def _nearest_month(side: int, today: date, month: int) -> str:
    distance = (month - today.month) % 12
    ahead, behind = distance, (12 - distance) % 12
    forward = side > 0 or (side == 0 and ahead * FUTURE_COSTS < behind)
    index = today.year * 12 + today.month - 1 + (ahead if forward else -behind)
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def _nearest_day(side: int, today: date, month: int, day: int) -> str:
    days = [_day(today.year + shift, month, day) for shift in (-1, 0, 1)]
    dates = [date.fromisoformat(value) for value in days if value]
    ahead = [one for one in dates if one >= today]
    behind = [one for one in dates if one <= today]
    if not ahead or not behind:
        return dates[0].isoformat() if dates else ""
    near, far = (min(ahead) - today).days, (today - max(behind)).days
    # a verb in the past beside a day eleven days ahead is somebody else's verb
    if side < 0 and near <= 31 and far > 180:
        side = 0
    forward = side > 0 or (side == 0 and near * FUTURE_COSTS < far)
    return (min(ahead) if forward else max(behind)).isoformat()


def _day_of_month(side: int, today: date, day: int) -> str:
    for shift in (0, -1, 1) if side <= 0 else (0, 1, -1):
        index = today.year * 12 + today.month - 1 + shift
        value = _day(index // 12, index % 12 + 1, day)
        if value and (side == 0 or (side > 0) == (value >= today.isoformat()) or value == today.isoformat()):
            return value
    return ""


def _tense(text: str, found: _Found) -> int:
    """-1, 0 or 1: whether the nearest sign of tense in the clause looks back, says nothing, or looks ahead."""
    ends = [match.end() for match in _CLAUSE_END.finditer(text, max(0, found.start - 400), found.start)]
    start = ends[-1] if ends else max(0, found.start - 400)
    after = _CLAUSE_END.search(text, found.end, min(len(text), found.end + 400))
    end = after.start() if after else min(len(text), found.end + 400)
    best = (10_000, 0)
    lexicon = time_lexicon()
    for side, patterns in ((-1, lexicon.past), (1, lexicon.future)):
        for pattern in patterns:
            for match in re.compile(pattern).finditer(text, start, end):
                if match.end() <= found.start:
                    between = text[match.end() : found.start]
                elif match.start() >= found.end:
                    between = text[found.end : match.start()]
                else:
                    continue
                best = min(best, (len(between) + COMMA * between.count(","), side))
    return best[1]


def _edge(text: str, found: _Found) -> str:
    words = time_lexicon().words.edge
    names = "|".join(sorted(words, key=len, reverse=True))
    before = text[max(0, found.start - 30) : found.start].lower()
    inside = re.match(rf"({names})\b", text[found.start : found.end].lower())
    near = re.search(rf"\b({names})(?:\s+d\w*[’']?)?(?:\s*(?:mese\s+di|il|lo|la|l[’']))?\s*$", before)
    match = inside or near
    return words[match.group(1)] if match else ""


def _count(lookup: dict, entry: TimePattern) -> int:
    if "digits" in lookup:
        return int(lookup["digits"])
    if "number" in lookup:
        return time_lexicon().words.number[lookup["number"]]
    return entry.number or 0


def _day_number(lookup: dict) -> int:
    return 1 if "first" in lookup or "day1" in lookup else int(lookup.get("day", 1))


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _duration(count: int, unit: str) -> str:
    if unit in ("H", "MIN"):
        return f"PT{count}{unit[0]}"
    return f"P{count * {'DEC': 10, 'CEN': 100}.get(unit, 1)}{'Y' if unit in ('DEC', 'CEN') else unit}"


def _shifted(value: str, count: int, unit: str) -> str:
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
