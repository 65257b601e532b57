"""The timeline of incidents: when, who to whom, what, and how the text presents it; the undated by publication."""

import pandas as pd
from matplotlib.figure import Figure

from analysis.actors.figures.days import Scale, days_of, when
from analysis.actors.figures.shared import SOURCE, actor_names, check_look, empty_figure, short_pair
from analysis.actors.incidents import incidents
from analysis.actors.yardsticks import event_labels
from analysis.style import (
    FORMATS,
    PALETTE,
    SIGNS,
    finish,
    format_number,
    new_canvas,
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
ROW = 14  # points per incident
SIZE = 8  # of letters
DATES = 62  # points for the dates at the left
AXIS, HEAD = 22, 20  # points above the rows for the scale, above the undated for their heading
TEXTS = {
    "it": {
        "title": "{n} incidenti hanno una data, fra {first} e {last}; {facts} presentati come fatti",
        "few": "Solo {n} incidenti su {total} hanno una data, fra {first} e {last}",
        "one": "Un solo incidente su {total} ha una data: {first}",
        "none": "Nessuno dei {total} incidenti ha una data",
        "nothing": "Nessun incidente fra due attori: non c'è una linea del tempo",
        "subtitle": "Incidenti per data; punteggio PLOVER da −10 (conflitto) a +10 (cooperazione)",
        "heading": "Senza data: al giorno di pubblicazione, che non è quello dell'incidente",
        "shown": "Mostrati per primi i punteggi più alti in valore assoluto: {dated} incidenti datati su {all_dated}, "
        "{undated} senza data su {all_undated}.",
        "note": "La forma dice come il testo presenta l'incidente, non se è vero. Una data di solo mese o anno è una "
        "barra lunga quanto il periodo.",
        "broken": "A sinistra della doppia riga, fuori scala, le date più lontane.",
        "published": "pubbl.",
        "alt": "Linea del tempo di {n} incidenti: {items}.",
    },
    "en": {
        "title": "{n} incidents have a date, between {first} and {last}; {facts} presented as fact",
        "few": "Only {n} of {total} incidents have a date, between {first} and {last}",
        "one": "Only one of {total} incidents has a date: {first}",
        "none": "None of the {total} incidents has a date",
        "nothing": "No incident between two actors: there is no timeline",
        "subtitle": "Incidents by date; PLOVER score from −10 (conflict) to +10 (cooperation)",
        "heading": "Undated: at the day of publication, which is not that of the incident",
        "shown": "The highest absolute scores come first: shown {dated} of {all_dated} dated incidents, "
        "{undated} of {all_undated} undated.",
        "note": "The shape says how the text presents the incident, not whether it is true. A date of only a month or "
        "a year is a bar as long as the period.",
        "broken": "Left of the double line, out of scale, the remotest dates.",
        "published": "publ.",
        "alt": "Timeline of {n} incidents: {items}.",
    },
}


@workbook_style()
def plot_timeline(
    events: pd.DataFrame,
    actors: pd.DataFrame | None = None,
    documents: pd.DataFrame | None = None,
    language: str = "it",
    top: int = 30,
    format: str = "page",
    slug: str = "timeline",
    source: str = "",
) -> Figure:
    """The table `events` as a timeline, one row an incident (both directions of a mutual one together).

    Dates are days, months, years or intervals of these. Incidents without one stand apart, on the day on which the
    first document that reports them was published (the table `documents`); without that table, or where no day is
    known, they are only counted. At most `top` rows, those of the highest |score|; a third is kept for the undated.
    Raises ValueError for a language other than `it` and `en` and a format other than `page` and `slide`.
    """
    check_look(language, format)
    texts, names = TEXTS[language], actor_names(actors, language)
    rows = _rows(events, documents)
    if not rows:
        return empty_figure(texts["nothing"], language, slug, source, format)
    dated, undated = [row for row in rows if row["days"]], [row for row in rows if not row["days"]]
    placed = [row for row in undated if row["published"]]
    room = min(top, int((FORMATS[format].height * 72 - AXIS - HEAD - 24) // ROW))
    spare = min(len(placed), max(room // 3, room - len(dated)))
    shown = [*_first(dated, room - spare, "days"), *_first(placed, spare, "published")]
    title = _title(dated, rows, language)
    if not shown:
        return empty_figure(title, language, slug, source, format)
    count = sum(bool(row["days"]) for row in shown)
    height = 20 + AXIS + ROW * len(shown) + (HEAD if len(shown) > count else 0) + 2
    fig, axes = new_canvas(height / 72, format)
    scale = Scale([row["days"] or row["published"] for row in shown], DATES + 12, FORMATS[format].width * 72 - 12)
    _draw_key(axes, shown, language)
    _draw_scale(axes, scale, height, language)
    for i, row in enumerate(shown):
        y = 20 + AXIS + ROW * (i + 0.5) + (HEAD if not row["days"] else 0)
        if not row["days"] and i == count:
            back = {"facecolor": "white", "edgecolor": "none", "pad": 0.5}
            look = {"fontsize": SIZE, "fontweight": "bold", "va": "center", "bbox": back}
            axes.text(7, y - ROW / 2 - HEAD / 2, texts["heading"], **look)
        _draw_row(axes, row, y, scale, names, language)
    notes = []
    if len(shown) < len(rows):
        numbers = {"dated": count, "all_dated": len(dated), "undated": len(shown) - count, "all_undated": len(undated)}
        notes.append(texts["shown"].format(**numbers))
    notes += [texts["note"], *([texts["broken"]] if scale.broken else [])]
    return finish(
        fig,
        title=title,
        subtitle=texts["subtitle"],
        note=" ".join(notes),
        source=source or SOURCE[language],
        alt=texts["alt"].format(n=len(shown), items="; ".join(_sentence(row, names, language) for row in shown)),
        slug=slug,
    )


def _rows(events: pd.DataFrame, documents: pd.DataFrame | None) -> list[dict]:
    """Incidents as records: `days` (first, last) or None, `published` likewise, `mutual` where both ways agree."""
    published = {} if documents is None else dict(zip(documents["doc_id"], documents["published"], strict=True))
    docs = dict(zip(events["event_id"], events["doc_id"], strict=True))
    found: dict[tuple, dict] = {}
    for row in incidents(events).to_dict("records"):
        days = days_of(row["date"])
        reports = [published.get(docs.get(i, ""), "") for i in row["event_ids"].split("|")]
        known = sorted(day for day in (days_of(value) for value in reports) if day)
        pair = tuple(sorted((row["source_state"], row["target_state"])))
        key = (row["incident_id"], pair, row["type"], row["modality"], row["date"], row["intensity"])
        if key in found and found[key]["source_state"] != row["source_state"]:
            found[key]["mutual"] = True
            continue
        row |= {"days": days, "published": known[0] if known else None, "mutual": False}
        found[key if key not in found else (*key, row["event_id"])] = row
    return list(found.values())


def _first(rows: list[dict], count: int, by: str) -> list[dict]:
    """The `count` rows of the highest |score|, then in the order of their days."""
    best = sorted(rows, key=lambda row: (-abs(row["intensity"]), -row["weight"], row[by], row["event_id"]))
    order = ("source_state", "target_state", "event_id")
    return sorted(best[: max(count, 0)], key=lambda row: (row[by], *(row[name] for name in order)))


def _title(dated: list[dict], rows: list[dict], language: str) -> str:
    texts = TEXTS[language]
    if not dated:
        return texts["none"].format(total=len(rows))
    first = when(min(dated, key=lambda row: row["days"])["date"], language)
    last = when(max(dated, key=lambda row: row["days"])["date"], language)
    key = "one" if len(dated) == 1 else "few" if 2 * len(dated) < len(rows) else "title"
    facts = sum(row["modality"] == "factual" for row in dated)
    return texts[key].format(n=len(dated), total=len(rows), first=first, last=last, facts=facts)


def _who(row: dict, names: dict[str, str], room: float = 1e6) -> str:
    """Source and target, shortened to `room` points."""
    source, target = (names.get(row[side], row[side]) for side in ("source_state", "target_state"))
    return short_pair(source, target, "↔" if row["mutual"] else "→", room, SIZE)


def _what(row: dict, language: str) -> str:
    sign = "+" if row["intensity"] > 0 else ""
    return f"{getattr(event_labels().types[row['type']], language)} {sign}{format_number(row['intensity'], language)}"


def _date(row: dict, language: str) -> str:
    if row["days"]:
        return when(row["date"], language)
    return when(row["published"][0], language)


def _sentence(row: dict, names: dict[str, str], language: str) -> str:
    modality = getattr(event_labels().modalities[row["modality"]], language)
    mark = "" if row["days"] else f"{TEXTS[language]['published']} "
    return f"{mark}{_date(row, language)}, {_who(row, names)}, {_what(row, language)}, {modality}"


def _color(intensity: float) -> str:
    if intensity == 0:
        return PALETTE["muted"]
    return SIGNS["cooperation" if intensity > 0 else "conflict"]["color"]


def _draw_row(axes, row: dict, y: float, scale: Scale, names: dict[str, str], language: str) -> None:
    dated = bool(row["days"])
    color, (shape, filled) = _color(row["intensity"]), MARKERS[row["modality"]]
    left, right = scale.place(row["days"] or row["published"])
    axes.plot([DATES + 6, scale.right + 6], [y, y], color="#EDEDED", linewidth=0.5, zorder=1)
    axes.text(
        DATES,
        y,
        _date(row, language),
        ha="right",
        va="center",
        fontsize=SIZE,
        color=PALETTE["text" if dated else "grey"],
    )
    if dated and right - left > 6:
        axes.plot([left, right], [y, y], color=color, linewidth=2.2, alpha=0.45, solid_capstyle="butt", zorder=2)
    middle = round((left + right) / 2, 2)
    axes.plot([middle], [y], shape, markersize=5.5, color=color, markerfacecolor=color if filled else "white", zorder=3)
    # The label stands on the side of its bar that has more room, or of its marker, over the bar, where that is long.
    who, what = _who(row, names), _what(row, language)
    left, right = min(left, middle - 4), max(right, middle + 4)
    if max(left - DATES - 18, scale.right - right) < width_of(f"{who}  {what}", SIZE) * 1.03:
        left, right = middle - 4, middle + 4
    before, after = left - DATES - 10, scale.right + 8 - right
    room = max(before, after) - 8 - width_of(f"  {what}", SIZE) * 1.03
    text = f"{_who(row, names, max(room / 1.03, 40))}  {what}"
    side = {"ha": "right", "x": left - 4} if before > after else {"ha": "left", "x": right + 4}
    back = {"facecolor": "white", "edgecolor": "none", "pad": 0.5}
    axes.text(y=y, s=text, va="center", fontsize=SIZE, color=color, bbox=back, zorder=2.5, **side)


def _draw_scale(axes, scale: Scale, height: float, language: str) -> None:
    top = 20 + AXIS - 2
    for x, label in scale.ticks(language):
        axes.plot([x, x], [top, height], color="#E2E2E2", linewidth=0.5, zorder=0)
        if x + width_of(label, SIZE) / 2 > scale.right + 8:
            continue
        axes.text(x, top - 3, label, ha="center", va="bottom", fontsize=SIZE, color=PALETTE["muted"])
    if scale.broken:
        for x in (scale.left + scale.REMOTE - 1, scale.left + scale.REMOTE + 1):
            axes.plot([x, x], [top, height], color=PALETTE["grey"], linewidth=0.5, zorder=0)


def _draw_key(axes, rows: list[dict], language: str) -> None:
    used, x = {row["modality"] for row in rows}, 10.0
    for modality, (shape, filled) in MARKERS.items():
        if modality in used:
            color = PALETTE["muted"]
            axes.plot([x], [9], shape, markersize=5.5, color=color, markerfacecolor=color if filled else "white")
            label = getattr(event_labels().modalities[modality], language)
            axes.text(x + 6, 9, label, va="center", fontsize=7.5)
            x += width_of(label, 7.5) + 18
