"""Dyads by period: for each pair a strip of cooperation above a strip of conflict, the undated apart."""

import math

import pandas as pd
from matplotlib.figure import Figure

from analysis.actors.figures.shared import (
    NO_DYADS,
    SIGN_NAMES,
    SOURCE,
    SYMBOL,
    actor_names,
    check_look,
    digits_of,
    draw_strip,
    empty_figure,
    live_pairs,
    short_pair,
)
from analysis.style import (
    FORMATS,
    PALETTE,
    SIGNS,
    finish,
    format_date,
    format_number,
    new_canvas,
    width_of,
    workbook_style,
    wrap,
)

LABELS = (120, 210)  # points for the names of pairs, at least and at most
CELL = (31, 44)  # width of a period in points, at least and at most
STRIP, BETWEEN = 11.5, 4.5  # points: height of a strip, gap between two pairs
TOP = 34  # points above the first strip
TEXTS = {
    "it": {
        "title": "{pair}: il periodo più intenso è {period}, {sign} {value}",
        "mostly": "Il {share} % del peso non ha data; fra i datati spicca {pair}, {period}: {sign} {value}",
        "undated": "Nessun incidente che pesi porta una data: restano solo le somme senza data",
        "subtitle": "Somma dei punteggi PLOVER pesati per modalità, per coppia e periodo: + cooperazione, − conflitto",
        "none": "senza data",
        "before": "fino a",
        "shown": "Mostrate le {shown} coppie più intense su {total}.",
        "all": "Coppie: {total}.",
        "gap": "Una riga doppia fra due colonne: periodi in mezzo senza incidenti.",
        "folded": "La prima colonna somma tutti i periodi fino a {period}.",
        "share": "{share} % del peso non ha data.",
        "note": "Casella vuota: nessun incidente che pesi. I due segni non si compensano mai.",
        "alt": "Griglia di {rows} coppie per {columns} periodi. {title}.",
    },
    "en": {
        "title": "{pair}: the most intense period is {period}, {sign} {value}",
        "mostly": "{share}% of the weight has no date; {pair}, {period}, leads the dated: {sign} {value}",
        "undated": "No incident that weighs has a date: only the undated sums are left",
        "subtitle": "Sum of PLOVER scores weighted by modality, by pair and period: + cooperation, − conflict",
        "none": "undated",
        "before": "up to",
        "shown": "Shown: the {shown} most intense of {total} pairs.",
        "all": "Pairs: {total}.",
        "gap": "A double line between two columns: periods without incidents between them.",
        "folded": "The first column adds up all periods up to {period}.",
        "share": "{share}% of the weight has no date.",
        "note": "Empty cell: no incident that weighs. The two signs are never netted.",
        "alt": "Grid of {rows} pairs by {columns} periods. {title}.",
    },
}


@workbook_style()
def plot_dyads_over_time(
    dyads_by_period: pd.DataFrame,
    actors: pd.DataFrame | None = None,
    language: str = "it",
    top: int = 14,
    format: str = "page",
    slug: str = "dyads-over-time",
    source: str = "",
) -> Figure:
    """The rows of `dyads_by_period` as a grid: the `top` heaviest pairs by period, the undated in their own column.

    Each pair has two strips, cooperation above conflict. Only periods with incidents have a column, and what lies
    between two that do not follow each other is marked. Where there are more than fit, the earliest are added up.
    Raises ValueError for a language other than `it` and `en` and a format other than `page` and `slide`.
    """
    check_look(language, format)
    texts, names, rows = TEXTS[language], actor_names(actors, language), live_pairs(dyads_by_period)
    if rows.empty:
        return empty_figure(NO_DYADS[language], language, slug, source, format)
    pairs = _pairs(rows)
    shown = pairs[: max(1, min(top, _room(format)))]
    width = FORMATS[format].width * 72
    columns, folded = _columns(rows, int((width - LABELS[0] - 40) // CELL[0]))
    height = TOP + len(shown) * (2 * STRIP + BETWEEN) + 2
    fig, axes = new_canvas(height / 72, format)
    cells = _cells(rows, shown, columns)
    labels, cell = _widths(shown, columns, names, width)
    lefts = _lefts(columns, labels, cell)
    _draw_head(axes, columns, folded, lefts, cell, language)
    _draw_names(axes, shown, names, labels)
    _draw_cells(axes, shown, cells, lefts, cell, language)
    undated = math.fsum(rows.loc[rows["period"] == "", "weight"]) / math.fsum(rows["weight"])
    title = _title(rows, undated, names, language)
    notes = [texts["shown" if len(shown) < len(pairs) else "all"].format(shown=len(shown), total=len(pairs))]
    if undated:
        notes.append(texts["share"].format(share=format_number(100 * undated, language, 0)))
    if any(_apart(a, b) for a, b in zip(columns, columns[1:], strict=False) if b):
        notes.append(texts["gap"])
    if folded:
        notes.append(texts["folded"].format(period=_name(folded, language)))
    return finish(
        fig,
        title=title,
        subtitle=texts["subtitle"],
        note=" ".join([*notes, texts["note"]]),
        source=source or SOURCE[language],
        alt=texts["alt"].format(rows=len(shown), columns=len(columns), title=title),
        slug=slug,
    )


def _room(format: str) -> int:
    return int((FORMATS[format].height * 72 - TOP) // (2 * STRIP + BETWEEN))


def _pairs(rows: pd.DataFrame) -> list[tuple[str, str]]:
    """Pairs by falling weight over all periods, equal ones by identifier."""
    total: dict[tuple[str, str], list[float]] = {}
    for row in rows.to_dict("records"):
        total.setdefault((row["source"], row["target"]), []).append(row["weight"])
    return sorted(total, key=lambda pair: (-round(math.fsum(total[pair]), 6), pair))


def _columns(rows: pd.DataFrame, most: int) -> tuple[list[str], str]:
    """Periods that have a column, the undated last as ""; and the last period that the first column adds up, or ""."""
    periods = sorted(set(rows["period"]) - {""})
    undated = [""] if (rows["period"] == "").any() else []
    room = max(most - len(undated), 1)
    folded = periods[len(periods) - room] if len(periods) > room else ""
    return periods[-room:] + undated, folded


def _cells(rows: pd.DataFrame, shown: list[tuple[str, str]], columns: list[str]) -> dict[tuple, float]:
    """(pair, column, sign) -> sum."""
    found: dict[tuple, list[float]] = {}
    for row in rows.to_dict("records"):
        pair = (row["source"], row["target"])
        if pair in shown:
            column = columns.index(row["period"]) if row["period"] in columns else 0
            for sign in SIGNS:
                found.setdefault((pair, column, sign), []).append(row[f"{sign}_weighted"])
    sums = {key: round(math.fsum(values), 6) for key, values in found.items()}
    return {key: value for key, value in sums.items() if value > 0}


def _number(period: str) -> int | None:
    """Periods of one kind in a row: months, quarters, years; None for what is none of these."""
    year, _, part = period.partition("-")
    if not year.isdecimal() or not (part.removeprefix("Q") or "1").isdecimal():
        return None
    steps = 4 if part.startswith("Q") else 12 if part else 1
    return int(year) * steps + int(part.removeprefix("Q") or 0)


def _apart(a: str, b: str) -> bool:
    """Whether there are periods between the two."""
    one, two = _number(a), _number(b)
    return one is not None and two is not None and two - one > 1


def _name(period: str, language: str) -> str:
    """A month, quarter or year as readers write it; of two days, either of which may be open, both."""
    if "/" in period:
        return " – ".join(format_date(day, language) for day in period.split("/")).strip()
    year, _, quarter = period.partition("-Q")
    return f"{quarter}º trim. {year}" if quarter and language == "it" else format_date(period, language)


def _widths(shown: list, columns: list[str], names: dict[str, str], width: float) -> tuple[float, float]:
    """Points for the names and for a period: names as long as they are, periods wider where there is room."""
    wanted = max(width_of(f"{names.get(a, a)} → {names.get(b, b)}", 8) for a, b in shown) + 26
    gaps = sum(12 if not b else 4 if _apart(a, b) else 0 for a, b in zip(columns, columns[1:], strict=False))
    room = width - gaps - 8
    labels = min(max(wanted, LABELS[0]), max(LABELS[0], min(room - CELL[0] * len(columns), LABELS[1])))
    return labels, min((room - labels) / len(columns), CELL[1])


def _lefts(columns: list[str], labels: float, cell: float) -> list[float]:
    """Left edge of each column, in points; the undated stands apart."""
    lefts, x = [], labels
    for i, period in enumerate(columns):
        x += 12 if i and not period else 4 if i and _apart(columns[i - 1], period) else 0
        lefts.append(x)
        x += cell
    return lefts


def _draw_head(axes, columns: list[str], folded: str, lefts: list[float], cell: float, language: str) -> None:
    look = {"ha": "center", "va": "bottom", "fontsize": 7.5, "color": PALETTE["muted"], "linespacing": 1.15}
    for i, (period, left) in enumerate(zip(columns, lefts, strict=True)):
        name = _name(period, language) if period else TEXTS[language]["none"]
        lines = wrap(name, cell, 7.5)
        if period and i == 0 and folded:
            lines = [TEXTS[language]["before"], *lines]
        axes.text(left + cell / 2, TOP - 3, "\n".join(lines), **look)
        if period and i and _apart(columns[i - 1], period):
            for x in (left - 3, left - 1):
                axes.plot([x, x], [TOP - 12, TOP - 2], color=PALETTE["grey"], linewidth=0.6)


def _draw_names(axes, shown: list, names: dict[str, str], labels: float) -> None:
    for row, pair in enumerate(shown):
        top = TOP + row * (2 * STRIP + BETWEEN)
        who, whom = (names.get(actor, actor) for actor in pair)
        text = short_pair(who, whom, "→", labels - 22, 8)
        axes.text(labels - 16, top + STRIP, text, ha="right", va="center", fontsize=8)
        for strip, sign in enumerate(SIGNS):
            look = {"ha": "center", "va": "center", "fontsize": 8.5, "color": SIGNS[sign]["color"]}
            axes.text(labels - 7, top + (strip + 0.5) * STRIP, SYMBOL[sign], **look)


def _draw_cells(axes, shown: list, cells: dict, lefts: list[float], width: float, language: str) -> None:
    scale, digits = max(cells.values()), digits_of(cells.values())
    for row, pair in enumerate(shown):
        for strip, sign in enumerate(SIGNS):
            y = TOP + row * (2 * STRIP + BETWEEN) + strip * STRIP
            for column, left in enumerate(lefts):
                value = cells.get((pair, column, sign), 0.0)
                draw_strip(axes, (left, y, width, STRIP), sign, value, scale, digits, language)


def _title(rows: pd.DataFrame, undated: float, names: dict[str, str], language: str) -> str:
    """The most intense dated cell in words, and first that most has no date where that is so."""
    best = (0.0, "", "", "", "")
    for row in rows[rows["period"] != ""].sort_values(["source", "target", "period"]).to_dict("records"):
        for sign in SIGNS:
            if row[f"{sign}_weighted"] > best[0]:
                best = (row[f"{sign}_weighted"], row["source"], row["target"], row["period"], sign)
    value, source, target, period, sign = best
    if not value:
        return TEXTS[language]["undated"]
    return TEXTS[language]["mostly" if undated > 0.5 else "title"].format(
        share=format_number(100 * undated, language, 0),
        pair=short_pair(names.get(source, source), names.get(target, target), "→", 480, 12, "bold"),
        period=_name(period, language),
        sign=SIGN_NAMES[language][sign],
        value=format_number(value, language),
    )
