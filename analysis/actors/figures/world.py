"""The map of the world's actors: which states are named and in how many incidents they act or are acted upon."""

import pandas as pd
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from analysis.actors.figures.boundaries import WorldMap, world_map
from analysis.actors.figures.shared import actor_names, check_look
from analysis.style import (
    FORMATS,
    PALETTE,
    finish,
    new_canvas,
    place_labels,
    shorten,
    width_of,
    workbook_style,
)

SHADES = ("#9CC9E3", "#3F8FC4", "#00406B")
"""From few incidents to many; they keep their order in grey."""
LAND, NAMED, HATCH = "#F0F0F0", "#E6E6E6", "//////"
SIZE, KEY = 7.5, 22
NAMES = 8
"""States whose name stands on the map, at most; the list has the others."""
LINE = 11.5
LIST = {"page": (4, 6, 104), "slide": (1, 18, 138)}
"""Columns, lines and width of a column (points) of the list: under the map on a page, beside it on a slide."""
TEXTS = {
    "it": {
        "title": "{first} compare in {n} incidenti, più di ogni altro Stato; {count} Stati nominati o coinvolti",
        "tie": "{n} incidenti ciascuno per {first}; {count} Stati nominati o coinvolti",
        "named": "{count} Stati nominati, nessuno coinvolto in un incidente",
        "none": "Nessuno Stato è nominato nei documenti",
        "subtitle": "Numero di incidenti in cui lo Stato agisce o subisce, in qualunque modalità",
        "only": "solo nominato",
        "more": "{low} o più",
        "note": "Un incidente conta una volta per Stato, chiunque lo riporti; persone e organi valgono per lo Stato.",
        "no_place": "Senza un posto sulla carta: {names}.",
        "rest": "e altri {n}",
        "boundaries": "I confini sono quelli della fonte, che segue il controllo di fatto, e non esprimono alcuna "
        "posizione (Crimea, Kosovo, Cipro del Nord, Somaliland, Taiwan, Sahara occidentale e altri).",
        "source": "Fonte: eventi e menzioni estratti dai documenti del dossier; confini Natural Earth 1:110m, "
        "proiezione Equal Earth.",
        "alt": "Carta del mondo. Incidenti per Stato: {items}. Solo nominati: {named}.",
        "nobody": "nessuno",
    },
    "en": {
        "title": "{first} appears in {n} incidents, more than any other state; {count} states named or involved",
        "tie": "{n} incidents each for {first}; {count} states named or involved",
        "named": "{count} states named, none involved in an incident",
        "none": "No state is named in the documents",
        "subtitle": "Number of incidents in which the state acts or is acted upon, in whatever modality",
        "only": "named only",
        "more": "{low} or more",
        "note": "An incident counts once per state, however many report it; persons and organs count for their state.",
        "no_place": "Without a place on the map: {names}.",
        "rest": "and {n} more",
        "boundaries": "Boundaries are the source's, which follows control on the ground, and express no position "
        "(Crimea, Kosovo, Northern Cyprus, Somaliland, Taiwan, Western Sahara and others).",
        "source": "Source: events and mentions extracted from the documents of the dossier; boundaries Natural Earth "
        "1:110m, Equal Earth projection.",
        "alt": "Map of the world. Incidents by state: {items}. Named only: {named}.",
        "nobody": "none",
    },
}


@workbook_style()
def plot_world(
    actors: pd.DataFrame,
    events: pd.DataFrame,
    language: str = "it",
    format: str = "page",
    slug: str = "world",
    source: str = "",
) -> Figure:
    """States of the table `actors` on a map, shaded by the incidents of `events` in which they act or are acted upon.

    States that are only named have a shade of their own; small ones are dots. The states of most incidents carry
    their names, a list has as many as fit. Actors that are no state have no place: organisations between states are
    named in the note, and so is a state that the boundaries lack.
    Raises ValueError for a language other than `it` and `en` and a format other than `page` and `slide`.
    """
    check_look(language, format)
    texts, names = TEXTS[language], actor_names(actors, language)
    width, (columns, lines, column) = FORMATS[format].width * 72, LIST[format]
    beside = columns == 1
    wide = width - 8 - (column if beside else 0)
    world = world_map(4, KEY, wide)
    counts, away = _counts(actors, events, world)
    shaded = [key for key, count in counts.items() if count]
    rows = min(lines, -(-len(shaded) // columns))
    height = KEY + max(world.height, LINE * rows if beside else 0) + (0 if beside else LINE * rows + 8)
    fig, axes = new_canvas((height + 2) / 72, format)
    breaks = _breaks(max(counts.values(), default=0))
    _draw_areas(axes, world, counts, breaks)
    _draw_names(axes, world, counts, names, (4, KEY, wide, KEY + world.height))
    _draw_key(axes, breaks, counts, texts)
    start = (wide + 8, KEY) if beside else (7, KEY + world.height + 8)
    _draw_list(axes, shaded, counts, names, start, (columns, rows, column), texts)
    notes = [texts["note"]]
    if away:
        listed = [shorten(names.get(actor, actor), 160, 8) for actor in away[:4]]
        listed += [texts["rest"].format(n=len(away) - 4)] if len(away) > 4 else []
        notes.append(texts["no_place"].format(names=", ".join(listed)))
    return finish(
        fig,
        title=_title(counts, names, texts),
        subtitle=texts["subtitle"],
        note=" ".join([*notes, texts["boundaries"]]),
        source=source or texts["source"],
        alt=_alt(counts, names, texts),
        slug=slug,
    )


def _counts(actors: pd.DataFrame, events: pd.DataFrame, world: WorldMap) -> tuple[dict[str, int], list[str]]:
    """State -> its incidents, the most first; and who has no place: organisations between states, unknown states."""
    found: dict[str, set[str]] = {}
    for row in events[["event_id", "incident_id", "source_state", "target_state"]].to_dict("records"):
        for state in {row["source_state"], row["target_state"]} - {""}:
            found.setdefault(state, set()).add(row["incident_id"] or row["event_id"])
    kinds = dict(zip(actors["actor_id"], actors["kind"], strict=True))
    mentions = dict(zip(actors["actor_id"], actors["mentions"], strict=True))
    present = sorted({actor for actor in kinds if mentions[actor] > 0} | set(found))
    order = sorted(present, key=lambda actor: (-len(found.get(actor, ())), -mentions.get(actor, 0), actor))
    counts = {actor: len(found.get(actor, ())) for actor in order if actor in world.at}
    away = [actor for actor in order if actor not in world.at and kinds.get(actor) in ("state", "igo")]
    return counts, away


def _breaks(most: int) -> list[int]:
    """The least number of each shade: round numbers, about a tenth and a third of the most."""
    if most <= 3:
        return list(range(1, most + 1))
    nice = [n for n in (2, 3, 4, 5, 10, 15, 20, 30, 50, 100, 200, 300, 500, 1000, 5000) if n <= most]
    upper = min(nice, key=lambda n: (abs(n - most / 2), n))
    middle = min([n for n in nice if n < upper] or [upper], key=lambda n: (abs(n - most / 6), n))
    return sorted({1, middle, upper})


def _shade(count: int, breaks: list[int]) -> str:
    """The colour of a number; with fewer than three shades the darker ones are used."""
    step = sum(count >= least for least in breaks)
    return SHADES[step - 1 + len(SHADES) - len(breaks)] if step else NAMED


def _draw_areas(axes, world: WorldMap, counts: dict[str, int], breaks: list[int]) -> None:
    # Those without a count first; an enclave lies on top of the state around it, as it is smaller.
    order = sorted(
        world.areas, key=lambda key: -max(abs(ring[:, 0].max() - ring[:, 0].min()) for ring in world.areas[key])
    )
    for key in order:
        face = _shade(counts[key], breaks) if key in counts else LAND
        hatch = HATCH if key in counts and not counts[key] else None
        look = {"facecolor": face, "edgecolor": "white" if not hatch else "#A0A0A0", "hatch": hatch}
        if hatch:
            axes.add_collection(PolyCollection(world.areas[key], linewidth=0, **look))
            look = {"facecolor": "none", "edgecolor": "white"}
        axes.add_collection(PolyCollection(world.areas[key], linewidth=0.35, **look))
    for key in sorted(world.small & set(counts), key=lambda key: counts[key]):
        x, y = world.at[key]
        look = {"markeredgecolor": PALETTE["text"], "markeredgewidth": 0.6, "zorder": 3}
        axes.plot([x], [y], "o", markersize=4.2, color=_shade(counts[key], breaks), **look)


def _draw_names(axes, world: WorldMap, counts: dict[str, int], names: dict[str, str], bounds) -> None:
    """Names with their numbers, most incidents first, each near its state; where no place is free it has none."""
    shaded = [key for key, count in counts.items() if count][:NAMES]
    texts = [f"{shorten(names.get(key, key), 90, SIZE)} {counts[key]}" for key in shaded]
    points = [world.at[key] for key in shaded]
    sizes = [(width_of(text, SIZE) * 1.04 + 1, 9.0) for text in texts]
    boxes = place_labels(points, sizes, bounds, radius=2.0, distances=(1.5, 6.0, 12.0, 20.0))
    for text, point, box in zip(texts, points, boxes, strict=True):
        if box is None:
            continue
        end = min(max(point[0], box[0]), box[2]), min(max(point[1], box[1]), box[3])
        if abs(end[0] - point[0]) + abs(end[1] - point[1]) > 6:
            axes.plot([point[0], end[0]], [point[1], end[1]], color=PALETTE["text"], linewidth=0.5, zorder=5)
        back = {"facecolor": "white", "edgecolor": "none", "alpha": 0.72, "pad": 0.3}
        look = {"ha": "center", "va": "center", "fontsize": SIZE, "zorder": 6, "bbox": back}
        axes.text((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, text, **look)


def _draw_list(axes, shaded: list[str], counts: dict[str, int], names: dict[str, str], start, shape, texts) -> None:
    """The states with incidents and their numbers, down the columns, and how many more there are."""
    columns, rows, column = shape
    room = columns * rows
    shown = shaded if len(shaded) <= room else shaded[: room - 1]
    for i, key in enumerate(shown):
        x, y = start[0] + i // rows * column, start[1] + LINE * (i % rows + 0.5)
        axes.text(x + 16, y, str(counts[key]), ha="right", va="center", fontsize=8, fontweight="bold")
        axes.text(x + 20, y, shorten(names.get(key, key), column - 26, 8), va="center", fontsize=8)
    if len(shown) < len(shaded):
        x, y = start[0] + (room - 1) // rows * column, start[1] + LINE * (rows - 0.5)
        more = texts["rest"].format(n=len(shaded) - len(shown))
        axes.text(x + 20, y, more, va="center", fontsize=8, color=PALETTE["muted"])


def _draw_key(axes, breaks: list[int], counts: dict[str, int], texts: dict) -> None:
    """Shades with what they stand for."""
    x = 7.0
    entries = []
    if 0 in counts.values():
        entries.append((NAMED, texts["only"]))
    for least, following in zip(breaks, [*breaks[1:], None], strict=False):
        last = texts["more"].format(low=least) if breaks[-1] < max(counts.values()) else str(least)
        label = last if following is None else str(least) if following == least + 1 else f"{least}–{following - 1}"
        entries.append((_shade(least, breaks), label))
    for color, label in entries:
        hatch = HATCH if color == NAMED else None
        box = Rectangle(
            (x, 4), 14, 9, facecolor=color, edgecolor="#8A8A8A" if hatch else "none", linewidth=0, hatch=hatch
        )
        axes.add_patch(box)
        axes.text(x + 18, 8.5, label, va="center", fontsize=8)
        x += 18 + width_of(label, 8) + 14


def _title(counts: dict[str, int], names: dict[str, str], texts: dict) -> str:
    if not counts:
        return texts["none"]
    most = max(counts.values())
    if not most:
        return texts["named"].format(count=len(counts))
    first = [shorten(names.get(key, key), 160, 12, "bold") for key, count in counts.items() if count == most]
    listed = ", ".join(first[:3]) + (f" {texts['rest'].format(n=len(first) - 3)}" if len(first) > 3 else "")
    return texts["title" if len(first) == 1 else "tie"].format(first=listed, n=most, count=len(counts))


def _alt(counts: dict[str, int], names: dict[str, str], texts: dict) -> str:
    items = ", ".join(f"{names.get(key, key)} {count}" for key, count in counts.items() if count)
    named = ", ".join(names.get(key, key) for key, count in counts.items() if not count)
    return texts["alt"].format(items=items or texts["nobody"], named=named or texts["nobody"])
