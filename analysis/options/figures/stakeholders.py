"""Who is for and against each option, who is unknown, and whose consent its forum needs."""

import pandas as pd
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from analysis.actors.veto import AGAINST_TO, IN_FAVOUR_FROM
from analysis.options.figures.canvas import (
    EDGE,
    LINE,
    ROOM,
    cell,
    draw_key,
    empty_figure,
    headings,
    key_height,
    point_canvas,
    write,
)
from analysis.options.figures.labels import LABEL, fitted, listed, quoted
from analysis.options.figures.stakeholder_words import TEXTS
from analysis.options.figures.words import say
from analysis.style import PALETTE, finish, format_number, workbook_style
from analysis.tables import split_ids

MOST = 16
NAMES, POWER = 104.0, 46.0  # points for the actors' names and for their capability
ROW = 22.0
SHADES = LinearSegmentedColormap.from_list("position", [PALETTE["vermilion"], "#FFFFFF", PALETTE["blue"]])
STANCES = {"for": "+", "against": "−", "between": "±", "unknown": "?"}
DRAFTS = ("evidence",)
"""The basis of positions that nobody set: drafts from the texts."""


@workbook_style()
def plot_stakeholders(
    stakes: dict[str, pd.DataFrame],
    forums: pd.DataFrame,
    titles: dict[str, str],
    actors: dict[str, str],
    language: str = "it",
) -> Figure:
    """A matrix of actors and options.

    stakes: option -> its table of stakeholders (actor_id, position 0–100, salience, capability, basis; NaN where
    unknown). forums: one row per option and council: option, must_consent (joined by "|"), why_not ("" where the forum
    was checked). titles: the options to show, in order. actors: identifier -> name.
    """
    slug, source = "options-stakeholders", say(TEXTS, "source", language)
    must = _must_consent(forums, list(titles))
    cells = _cells(stakes, must, list(titles))
    if cells.empty:
        return empty_figure(say(TEXTS, "empty", language), language, slug, source)
    everybody = _by_weight(cells)
    shown = everybody[:MOST]
    options = [option for option in titles if option in set(cells["option"])]
    wide = (ROOM - NAMES - POWER) / len(options)
    over, key = headings([titles[option] for option in options], wide, 6, "bold")
    head = key_height(key) + LINE * max(len(lines) for lines in over) + 8
    fig, axes, width = point_canvas(head + ROW * len(shown) + 4)
    draw_key(axes, key)
    for place, lines in enumerate(over):
        look = {"va": "bottom", "ha": "center", "fontweight": "bold"}
        write(axes, EDGE + NAMES + wide * (place + 0.5), head - 5, lines, **look)
    look = {"va": "bottom", "ha": "right", "color": PALETTE["muted"]}
    write(axes, width - EDGE, head - 5, say(TEXTS, "capability", language), **look)
    by_place = {(row["option"], row["actor_id"]): row for row in cells.to_dict("records")}
    for row, actor in enumerate(shown):
        top = head + ROW * row
        write(axes, EDGE, top + ROW / 2, fitted(actors.get(actor, actor), NAMES - 8, 1), size=LABEL)
        for place, option in enumerate(options):
            box = (EDGE + NAMES + wide * place, top, wide, ROW)
            _draw_cell(axes, box, by_place.get((option, actor)), language)
        power = _capability(cells, actor, language)
        write(axes, width - EDGE, top + ROW / 2, power, size=LABEL, ha="right", color=PALETTE["muted"])
    title = _title(cells, titles, actors, language)
    return finish(
        fig,
        title=title,
        subtitle=say(TEXTS, "subtitle", language),
        note=_note(cells, forums, titles, everybody, language),
        source=source,
        alt=_alt(cells, titles, actors, title, language),
        slug=slug,
    )


def _must_consent(forums: pd.DataFrame, options: list[str]) -> dict[str, set[str]]:
    must: dict[str, set[str]] = {option: set() for option in options}
    for row in forums.to_dict("records"):
        if row["option"] in must:
            must[row["option"]] |= set(split_ids(row["must_consent"]))
    return must


def _cells(stakes: dict[str, pd.DataFrame], must: dict[str, set[str]], options: list[str]) -> pd.DataFrame:
    """One row per option and actor that has a position or a consent to give: with `consent` and `stance`."""
    columns = ["actor_id", "position", "salience", "capability", "basis"]
    rows = []
    for option in options:
        known = {row["actor_id"]: row for row in stakes[option][columns].to_dict("records")} if option in stakes else {}
        for actor in sorted({*known, *must[option]}):
            row = known.get(actor, {"actor_id": actor, "basis": "unknown"})
            rows.append({**row, "option": option, "consent": actor in must[option]})
    table = pd.DataFrame(rows, columns=["option", *columns, "consent"])
    return table.assign(stance=[_stance(position) for position in table["position"]])


def _stance(position: float) -> str:
    if pd.isna(position):
        return "unknown"
    return "for" if position >= IN_FAVOUR_FROM else "against" if position <= AGAINST_TO else "between"


def _by_weight(cells: pd.DataFrame) -> list[str]:
    """Those who can stop something they oppose first, then who can stop most, then those with known positions."""
    found = cells.assign(stops=cells["consent"] & (cells["stance"] == "against"), known=cells["stance"] != "unknown")
    counts = found.groupby("actor_id", sort=True)[["stops", "consent", "known"]].sum()
    return list(counts.sort_values(["stops", "known", "consent"], ascending=False, kind="stable").index)


def _draw_cell(axes, box: tuple, row: dict | None, language: str) -> None:
    if row is None:
        return cell(axes, box)
    left, top, width, height = box
    text = STANCES[row["stance"]]
    face = "#F2F2F2"
    if row["stance"] != "unknown":
        text += f" {format_number(row['position'], language, 0)}"
        # Half the strength of the colours: numbers are read in black.
        face = SHADES(0.5 + (row["position"] - 50) / 160)
        text = f"({text})" if row["basis"] in DRAFTS else text
    cell(axes, box, "", face, framed=bool(row["consent"]))
    # A little above the middle: the bar lies below.
    write(axes, left + width / 2, top + height / 2 - 2, text, size=LABEL, ha="center", zorder=4)
    if not pd.isna(row.get("salience")):
        reach = (width - 12) * row["salience"] / 100
        y = top + height - 4.4
        axes.plot([left + 6, left + 6 + reach], [y, y], color=PALETTE["muted"], linewidth=1.8, solid_capstyle="butt")
    return None


def _capability(cells: pd.DataFrame, actor: str, language: str) -> str:
    """One number, or from the lowest to the highest where it differs by option; a dash where nobody stated it."""
    known = cells.loc[cells["actor_id"] == actor, "capability"].dropna()
    if known.empty:
        return "–"
    low, high = ("<1" if 0 < x < 0.5 else format_number(x, language, 0) for x in (known.min(), known.max()))
    return low if low == high else f"{low}–{high}"


def _title(cells: pd.DataFrame, titles: dict[str, str], actors: dict[str, str], language: str) -> str:
    needed = cells[cells["consent"]]
    if needed.empty:
        return say(TEXTS, "no_consent", language)
    against = needed[needed["stance"] == "against"]
    if against.empty:
        unknown = int((needed["stance"] == "unknown").sum())
        return say(TEXTS, "silent" if unknown else "clear", language, count=unknown, total=len(needed))
    by_option = against.groupby("option", sort=False)["actor_id"].agg(list)
    option = by_option.map(len).idxmax()
    names = [fitted(actors.get(actor, actor), 110, 1, 12, "bold")[0] for actor in by_option[option][:3]]
    who = listed(names, language) + ("…" if len(by_option[option]) > 3 else "")
    of = quoted(titles[option], language, 220)
    key = "opposed" if len(by_option) > 1 else "opposed_one"
    return say(TEXTS, key, language, count=len(by_option), total=len(titles), option=of, actors=who)


def _note(
    cells: pd.DataFrame, forums: pd.DataFrame, titles: dict[str, str], everybody: list[str], language: str
) -> str:
    limits = {"above": format_number(IN_FAVOUR_FROM, language, 0), "below": format_number(AGAINST_TO, language, 0)}
    note = say(TEXTS, "note", language, **limits)
    if cells["basis"].isin(DRAFTS).any():
        note += say(TEXTS, "draft", language)
    checked = set(forums.loc[forums["why_not"] == "", "option"])
    groups = {
        "absent": [titles[option] for option in titles if option not in set(cells["option"])],
        "unchecked": [titles[option] for option in titles if option in set(cells["option"]) - checked],
    }
    for key, found in groups.items():
        note += say(TEXTS, key, language, titles="; ".join(found)) if found else ""
    hidden = cells[cells["actor_id"].isin(everybody[MOST:])]
    if len(hidden):
        consents = hidden.loc[hidden["consent"], "actor_id"].nunique()
        known = hidden.loc[hidden["stance"] != "unknown", "actor_id"].nunique()
        numbers = {"shown": MOST, "total": len(everybody), "consents": consents, "known": known}
        note += say(TEXTS, "hidden", language, **numbers)
    return note


def _alt(cells: pd.DataFrame, titles: dict[str, str], actors: dict[str, str], title: str, language: str) -> str:
    parts = []
    for option, name in titles.items():
        of = cells[cells["option"] == option]
        groups = {stance: of.loc[of["stance"] == stance, "actor_id"] for stance in STANCES}
        groups["needed"] = of.loc[of["consent"], "actor_id"]
        said = "; ".join(
            f"{say(TEXTS, key, language)} {', '.join(actors.get(a, a) for a in found)}"
            for key, found in groups.items()
            if len(found)
        )
        parts.append(f"{name}: {said or say(TEXTS, 'nobody', language)}")
    return f"{title}. {'. '.join(parts)}."
