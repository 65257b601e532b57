"""Which day, month, season or quarter is meant, told from the day of publication and the tense of the clause."""

from datetime import date, timedelta

FUTURE_COSTS = 1.5
"""News look back: without a sign, a day ahead must be this much nearer than one behind."""


def weekday(how: str, side: int, today: date, weekday: int) -> str:
    """The day of the week before or after the day of publication, by the words or by the tense (`side`)."""
    back = (today.weekday() - weekday) % 7
    if how == "weekday_last":
        return (today - timedelta(days=back or 7)).isoformat()
    if how == "weekday_next" or side > 0:
        return (today + timedelta(days=(weekday - today.weekday()) % 7 or 7)).isoformat()
    return (today - timedelta(days=back)).isoformat()


def season(how: str, side: int, today: date, starts: int) -> str:
    """The year in which the season begins; "la scorsa primavera" is over, "in primavera" may be going on."""
    begun, over = today.month >= starts, today.month >= starts + 3
    if side < 0:
        return str(today.year if (over if how == "season_last" else begun) else today.year - 1)
    if side > 0:
        return str(today.year + (begun if how == "season_next" else over))
    return str(today.year)


def quarter(side: int, today: date, ordinal: int, months: int) -> str:
    """The year of a quarter or half: the last one begun, or the next one that is not over."""
    last = 12 // months
    ends = (ordinal or last) * months
    if side > 0 and ends < today.month:
        return str(today.year + 1)
    if side < 0 and ends - months + 1 > today.month:
        return str(today.year - 1)
    return str(today.year)


def nearest_month(side: int, today: date, month: int) -> str:
    """The month before or after the day of publication, by the tense; without one, the nearer."""
    distance = (month - today.month) % 12
    ahead, behind = distance, (12 - distance) % 12
    forward = side > 0 or (side == 0 and ahead * FUTURE_COSTS < behind)
    index = today.year * 12 + today.month - 1 + (ahead if forward else -behind)
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def nearest_day(said: int, side: int, today: date, month: int, day: int) -> str:
    """said: what the words themselves say ("scorso", "prossimo"); side: what the tense around them says."""
    days = [day_value(today.year + shift, month, day) for shift in (-1, 0, 1)]
    dates = [date.fromisoformat(value) for value in days if value]
    ahead = [one for one in dates if one >= today]
    behind = [one for one in dates if one <= today]
    if not ahead or not behind:
        return dates[0].isoformat() if dates else ""
    near, far = (min(ahead) - today).days, (today - max(behind)).days
    # a verb in the past beside a day eleven days ahead is somebody else's verb
    if side < 0 and near <= 31 and far > 180:
        side = 0
    side = said or side
    forward = side > 0 or (side == 0 and near * FUTURE_COSTS < far)
    return (min(ahead) if forward else max(behind)).isoformat()


def day_of_month(side: int, today: date, day: int) -> str:
    """A day without its month: this month's, or its neighbour's where the tense says so."""
    for shift in (0, -1, 1) if side <= 0 else (0, 1, -1):
        index = today.year * 12 + today.month - 1 + shift
        value = day_value(index // 12, index % 12 + 1, day)
        if value and (side == 0 or (side > 0) == (value >= today.isoformat()) or value == today.isoformat()):
            return value
    return ""


def day_value(year: int, month: int, day: int) -> str:
    """ISO 8601, or "" where there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
