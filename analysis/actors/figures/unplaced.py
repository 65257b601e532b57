"""Actors that the grid of power and interest cannot place: in a list beside it, or by interest alone."""

from analysis.style import PALETTE, format_number, shorten, width_of

SIZE, LINE = 8, 11  # of letters, of a line, in points


def draw_list(axes, groups: dict[str, list[str]], left: float, start: float, room: float, high: float, texts: dict):
    """The actors that are not placed, one a line, as many as there is room for."""
    y, waiting = start, sum(map(len, groups.values()))
    for heading, items in groups.items():
        if y + 2 * LINE > high - LINE:
            break
        axes.text(left, y, shorten(heading, room, SIZE, "bold"), va="center", fontsize=SIZE, fontweight="bold")
        y += LINE + 1
        for item in items:
            if y > high - 2 * LINE and waiting > 1:
                break
            axes.text(left, y, _item(item, room), va="center", fontsize=SIZE, color=PALETTE["text"])
            y, waiting = y + LINE, waiting - 1
        y += 5
    if waiting:
        more = texts["more"].format(n=waiting)
        axes.text(left, min(y, high - LINE / 2), more, va="center", fontsize=SIZE, color=PALETTE["muted"])


def _item(item: str, room: float) -> str:
    """A name shortened so that its value in brackets stays."""
    name, bracket, value = item.rpartition(" (")
    if not bracket:
        return shorten(item, room, SIZE)
    return shorten(name, room - width_of(bracket + value, SIZE) - 2, SIZE) + bracket + value


def known(row: dict, name: str) -> bool:
    """Whether the value is there: NaN is not, nor is what lies outside the scale."""
    return name in row and row[name] is not None and 0 <= row[name] <= 100


def draw_interest(axes, rows: list[dict], right: float, high: float, texts: dict, language: str) -> None:
    """Where there is no grid: the interest of those whose capability nobody stated, the most interested first."""
    interested = [row for row in rows if known(row, "salience")]
    if not interested:
        return
    heading = f"{texts['x'].removesuffix(' →')} (0–100); {texts['no_capability']}"
    axes.text(7, 12, heading, va="center", fontsize=SIZE, fontweight="bold")
    names = 7 + min(max(width_of(row["name"], SIZE) for row in interested) * 1.03, right * 0.5)
    fit = int((high - 24) // LINE)
    shown = interested if len(interested) <= fit else interested[: fit - 1]
    for i, row in enumerate(shown):
        y, value = 12 + LINE * (i + 1.1), row["salience"]
        end = names + 8 + (right - names - 34) * value / 100
        axes.text(names, y, shorten(row["name"], names - 7, SIZE), ha="right", va="center", fontsize=SIZE)
        axes.plot([names + 8, end], [y, y], color=PALETTE["blue"], linewidth=4, solid_capstyle="butt")
        number = format_number(value, language, 0)
        axes.text(end + 4, y, number, va="center", fontsize=SIZE, color=PALETTE["muted"])
    if len(shown) < len(interested):
        more = texts["more"].format(n=len(interested) - len(shown))
        axes.text(7, 12 + LINE * (len(shown) + 1.1), more, va="center", fontsize=SIZE, color=PALETTE["muted"])
