"""The timeline of incidents: when, who to whom, what, and how the text presents it."""

import re
from datetime import date

import pandas as pd
from matplotlib.dates import AutoDateLocator, date2num
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter

from analysis.actors.figures.shared import SOURCE, actor_names, check_language, empty_figure
from analysis.actors.incidents import incidents
from analysis.actors.yardsticks import event_labels
from analysis.style import (
    PALETTE,
    SIGNS,
    finish,
    format_date,
    format_number,
    new_figure,
    shorten,
    width_of,
    workbook_style,
)

# Shape for modality, and hollow where the text does not present it as having happened.
MARKERS = {
    "factual": ("o", True),
    "reported": ("s", True),
    "expected": ("^", False),
    "possible": ("D", False),
    "recommended": ("v", False),
    "denied": ("X", False),
}
ROW = 0.2  # inches per incident
LABEL_SIZE = 8
TEXTS = {
    "it": {
        "title": "{n} incidenti datati fra {first} e {last}; {facts} presentati come fatti",
        "one": "Un solo incidente datato: {first}",
        "none": "Nessun incidente fra due attori porta una data",
        "subtitle": "Incidenti per data; punteggio PLOVER da −10 (conflitto) a +10 (cooperazione)",
        "shown": "Mostrati i {shown} incidenti di punteggio più alto in valore assoluto, su {total} datati.",
        "all": "Incidenti datati: {total}.",
        "undated": "Senza data, non mostrati: {n}.",
        "note": "La forma dice come il testo presenta l'incidente, non se è vero. "
        "Una data di solo anno o mese sta al suo inizio.",
        "alt": "Linea del tempo di {n} incidenti: {items}.",
    },
    "en": {
        "title": "{n} dated incidents between {first} and {last}; {facts} presented as fact",
        "one": "A single dated incident: {first}",
        "none": "No incident between two actors has a date",
        "subtitle": "Incidents by date; PLOVER score from −10 (conflict) to +10 (cooperation)",
        "shown": "Shown: the {shown} incidents of the highest absolute score, of {total} dated ones.",
        "all": "Dated incidents: {total}.",
        "undated": "Undated, not shown: {n}.",
        "note": "The shape says how the text presents the incident, not whether it is true. "
        "A bare year or month stands at its beginning.",
        "alt": "Timeline of {n} incidents: {items}.",
    },
}


@workbook_style()
def plot_timeline(
    events: pd.DataFrame,
    actors: pd.DataFrame | None = None,
    language: str = "it",
    top: int = 24,
    slug: str = "timeline",
    source: str = "",
) -> Figure:
    """The table `events` as a timeline, one row an incident; the `top` of the highest |score|, as the note says.

    Dates may be years, months, days or intervals of these (their beginning counts). Incidents without one are
    counted in the note. Raises ValueError for a language other than `it` and `en`.
    """
    check_language(language)
    texts, names, found = TEXTS[language], actor_names(actors), incidents(events)
    days = [day_of(value) for value in found["date"]]
    dated = found.assign(day=[day or "" for day in days])[[day is not None for day in days]]
    undated = len(found) - len(dated)
    if dated.empty:
        extra = f" ({texts['undated'].format(n=undated)[:-1].lower()})" if undated else ""
        return empty_figure(texts["none"] + extra, language, slug, source)
    order = dated.assign(_size=dated["intensity"].abs()).sort_values(
        ["_size", "weight", "day", "event_id"], ascending=[False, False, True, True]
    )
    rows = order.head(max(top, 1)).sort_values(["day", "source_state", "target_state", "event_id"]).to_dict("records")
    fig = new_figure(height=0.85 + ROW * len(rows))
    axes = fig.subplots()
    _draw_rows(axes, rows, names, language)
    _draw_axis(axes, rows, language)
    _draw_key(axes, rows, language)
    first, last = (
        _when(min(dated["date"], key=_sortable), language),
        _when(max(dated["date"], key=_sortable), language),
    )
    facts = int((dated["modality"] == "factual").sum())
    notes = [texts["all"].format(total=len(dated))]
    if len(rows) < len(dated):
        notes = [texts["shown"].format(shown=len(rows), total=len(dated))]
    notes += [texts["undated"].format(n=undated)] if undated else []
    return finish(
        fig,
        title=texts["one" if len(dated) == 1 else "title"].format(n=len(dated), first=first, last=last, facts=facts),
        subtitle=texts["subtitle"],
        note=" ".join([*notes, texts["note"]]),
        source=source or SOURCE[language],
        alt=texts["alt"].format(n=len(rows), items="; ".join(_sentence(row, names, language) for row in rows)),
        slug=slug,
    )


def day_of(value: str) -> str | None:
    """The first day of an ISO date or interval as YYYY-MM-DD; None where it says none."""
    match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:$|[/T])", value)
    if not match:
        return None
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _sortable(value: str) -> str:
    return day_of(value) or ""


def _when(value: str, language: str) -> str:
    return format_date(re.split("[/T]", value)[0], language)


def _who(row: dict, names: dict[str, str]) -> str:
    return (
        f"{names.get(row['source_state'], row['source_state'])} → {names.get(row['target_state'], row['target_state'])}"
    )


def _what(row: dict, language: str) -> str:
    sign = "+" if row["intensity"] > 0 else ""
    return f"{getattr(event_labels().types[row['type']], language)} {sign}{format_number(row['intensity'], language)}"


def _sentence(row: dict, names: dict[str, str], language: str) -> str:
    modality = getattr(event_labels().modalities[row["modality"]], language)
    return f"{_when(row['date'], language)}, {_who(row, names)}, {_what(row, language)}, {modality}"


def _color(intensity: float) -> str:
    if intensity == 0:
        return PALETTE["grey"]
    return SIGNS["cooperation" if intensity > 0 else "conflict"]["color"]


def _draw_rows(axes, rows: list[dict], names: dict[str, str], language: str) -> None:
    numbers = [date2num(date.fromisoformat(row["day"])) for row in rows]
    low, high = min(numbers), max(numbers)
    span = max(high - low, 30.0)
    # Labels stand on the side of the marker that has more room, within limits left free on both sides.
    axes.set_xlim(low - 0.12 * span, low + 1.12 * span)
    for i, (row, x) in enumerate(zip(rows, numbers, strict=True)):
        shape, filled = MARKERS[row["modality"]]
        color = _color(row["intensity"])
        axes.plot(
            [x],
            [i],
            shape,
            markersize=6,
            color=color,
            markerfacecolor=color if filled else "white",
            markeredgewidth=1.2,
        )
        left = x > low + 0.5 * span
        share = (x - low + 0.12 * span) / (1.24 * span)
        # 350 points: what a page leaves beside the dates; the label takes the part on its side of the marker.
        room = 350 * (share if left else 1 - share) - 14
        what = _what(row, language)
        who = shorten(_who(row, names), max(room - width_of(f"  {what}", LABEL_SIZE), 60), LABEL_SIZE)
        axes.annotate(
            f"{who}  {what}",
            (x, i),
            xytext=(-7 if left else 7, 0),
            textcoords="offset points",
            ha="right" if left else "left",
            va="center",
            fontsize=LABEL_SIZE,
            color=color if row["intensity"] else PALETTE["muted"],
        )


def _draw_axis(axes, rows: list[dict], language: str) -> None:
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.set_yticks(range(len(rows)), [_when(row["date"], language) for row in rows], fontsize=LABEL_SIZE)
    axes.grid(True, axis="both", color="#E6E6E6")
    locator = AutoDateLocator(minticks=3, maxticks=6)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda x, _: _tick(x, axes.get_xlim(), language)))
    axes.spines["bottom"].set_visible(False)


def _tick(x: float, limits: tuple[float, float], language: str) -> str:
    iso = date.fromordinal(int(x) + date(1970, 1, 1).toordinal()).isoformat()
    length = 4 if limits[1] - limits[0] > 1500 else 7 if limits[1] - limits[0] > 120 else 10
    return format_date(iso[:length], language)


def _draw_key(axes, rows: list[dict], language: str) -> None:
    used = {row["modality"] for row in rows}
    handles = [
        Line2D(
            [],
            [],
            marker=shape,
            linestyle="none",
            color=PALETTE["muted"],
            markersize=6,
            markerfacecolor=PALETTE["muted"] if filled else "white",
            label=getattr(event_labels().modalities[modality], language),
        )
        for modality, (shape, filled) in MARKERS.items()
        if modality in used
    ]
    # Six modalities in three columns; above the axes, so that the layout leaves it room.
    axes.legend(
        handles=handles,
        loc="lower left",
        bbox_to_anchor=(-0.02, 1.0),
        ncols=3,
        fontsize=8,
        handletextpad=0.2,
        columnspacing=1.2,
        borderaxespad=0.2,
    )
