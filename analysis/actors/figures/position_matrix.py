"""Who says what about which position: stances by shape and colour, counts as numbers."""

from collections.abc import Iterable

import pandas as pd
from matplotlib.figure import Figure

from analysis.actors.figures.shared import actor_names, check_look, empty_figure
from analysis.style import (
    FORMATS,
    PALETTE,
    finish,
    new_canvas,
    shorten,
    width_of,
    workbook_style,
    wrap,
)

# Shape and colour; the shapes alone tell stances apart.
STANCES = {
    "agree": ("o", PALETTE["blue"]),
    "neutral": ("D", PALETTE["grey"]),
    "disagree": ("X", PALETTE["vermilion"]),
}
TITLES = {"page": 168, "slide": 240}  # points for the titles of positions
CELL = (28, 50)  # points, at least and at most, for an actor
HEADING = 84  # points of an actor's name
SLANT = 0.72  # of the length of a slanted name, its width and its height
OTHERS = ""
"""The column of the actors that have none of their own."""
LINE, SIZE = 10.5, 8
TEXTS = {
    "it": {
        "title": "La posizione con più voci ha {agree} a favore e {disagree} contro: {what}",
        "empty": "Nessuna posizione attribuibile a un attore con nome",
        "subtitle": "Voci indipendenti per attore e posizione",
        "stances": {"agree": "a favore", "neutral": "neutro", "disagree": "contro"},
        "ascribed": "vuoto: attribuito da altri",
        "others": "altri {n}",
        "shown": "Mostrate {shown} posizioni su {total} e {actors} attori su {all_actors}, quelli con più voci.",
        "all": "Posizioni: {total}; attori: {all_actors}; voci indipendenti: {voices}.",
        "note": "Il numero conta le voci indipendenti, senza numero una sola. Ciò che altri attribuiscono a un attore "
        "non conta per lui. Casella vuota: nessuna parola nei documenti, che non è neutralità.",
        "source": "Fonte: dichiarazioni e raccomandazioni estratte dai documenti del dossier.",
        "alt": "Griglia di {n} posizioni per {m} attori. {items}.",
    },
    "en": {
        "title": "The position with most voices has {agree} for and {disagree} against: {what}",
        "empty": "No position can be attributed to a named actor",
        "subtitle": "Independent voices by actor and position",
        "stances": {"agree": "agrees", "neutral": "neutral", "disagree": "disagrees"},
        "ascribed": "hollow: ascribed by others",
        "others": "{n} others",
        "shown": "Shown: {shown} of {total} positions and {actors} of {all_actors} actors, those with most voices.",
        "all": "Positions: {total}; actors: {all_actors}; independent voices: {voices}.",
        "note": "The number counts independent voices, no number means one. What others ascribe to an actor does not "
        "count for that actor. Empty cell: no word in the documents, which is not neutrality.",
        "source": "Source: statements and recommendations extracted from the documents of the dossier.",
        "alt": "Grid of {n} positions by {m} actors. {items}.",
    },
}


@workbook_style()
def plot_positions(
    matrix: pd.DataFrame,
    positions: pd.DataFrame,
    actors: pd.DataFrame | None = None,
    language: str = "it",
    top: int = 12,
    format: str = "page",
    slug: str = "positions",
    source: str = "",
) -> Figure:
    """The position matrix as a grid, one row a position and one column an actor.

    matrix: actor_id, position_id, agree, disagree, neutral (counts of independent voicings). positions: the rows
    behind it, of which the titles are taken, and the ascriptions (about_id): they are drawn hollow in the column of
    the actor they are about, one for each speaker. At most `top` positions, and the actors that fit, those with most
    voices. Raises ValueError for a language other than `it` and `en` and a format other than `page` and `slide`.
    """
    check_look(language, format)
    texts, names = TEXTS[language], actor_names(actors, language)
    cells = {**_ascribed(positions), **_voiced(matrix)}
    if not cells:
        return empty_figure(texts["empty"], language, slug, source or texts["source"], format)
    width, most = FORMATS[format].width * 72, FORMATS[format].height * 72
    titles = dict(zip(positions["position_id"], positions["title"], strict=True))
    rows, all_columns = _most(cells, 0), _most(cells, 1)
    all_rows, rows = len(rows), rows[: max(1, top)]
    room = int((width - TITLES[format] - SLANT * HEADING) // CELL[0])
    columns = _most({key: counts for key, counts in cells.items() if key[0] in rows}, 1)
    # The column of the others is as wide as two, since many voices meet there; its short name needs little room.
    slant = SLANT * HEADING if len(columns) <= room else 30
    room = int((width - TITLES[format] - slant) // CELL[0])
    others = columns[room - 2 :] if slant == 30 else []
    columns = columns[: len(columns) - len(others)]
    heads = {actor: shorten(names.get(actor, actor), HEADING, SIZE) for actor in columns}
    shown = _with_others(cells, others)
    if others:
        heads[OTHERS] = texts["others"].format(n=len(others))
    lines = {row: _lines(titles.get(row) or row, TITLES[format] - 10) for row in rows}
    head = 34 + SLANT * max(width_of(name, SIZE) for name in heads.values())
    # As many rows as the format is high, one at least.
    heights = [_height(row, heads, lines, shown) for row in rows]
    kept = rows[: max(1, sum(head + sum(heights[: i + 1]) <= most for i in range(len(rows))))]
    fig, axes = new_canvas((head + sum(heights[: len(kept)]) + 2) / 72, format)
    cell = min((width - TITLES[format] - slant) / (len(heads) + bool(others)), CELL[1])
    places = {
        actor: (TITLES[format] + cell * (i + (0.5 if actor else 1)), cell * (1 if actor else 2))
        for i, actor in enumerate(heads)
    }
    _draw_key(axes, language)
    for actor, (x, _) in places.items():
        look = {"rotation": 45, "ha": "left", "va": "bottom", "rotation_mode": "anchor", "fontsize": SIZE}
        axes.text(x, head - 4, heads[actor], color=PALETTE["text" if actor else "muted"], **look)
    _draw_rows(axes, dict(zip(kept, heights, strict=False)), shown, lines, places, head)
    voices = sum(sum(counts.values()) for key, counts in cells.items() if key[2] == "own")
    part = len(kept) < all_rows or len(columns) < len(all_columns)
    numbers = {"shown": len(kept), "total": all_rows, "actors": len(columns), "all_actors": len(all_columns)}
    return finish(
        fig,
        title=_title(cells, titles, language),
        subtitle=texts["subtitle"],
        note=f"{texts['shown' if part else 'all'].format(**numbers, voices=voices)} {texts['note']}",
        source=source or texts["source"],
        alt=texts["alt"].format(n=len(kept), m=len(columns), items=_items(kept, cells, titles, names, language)),
        slug=slug,
    )


def _voiced(matrix: pd.DataFrame) -> dict[tuple, dict[str, int]]:
    """(position, actor, "own") -> counts by stance; only what is above nothing."""
    found = {}
    for row in matrix.to_dict("records"):
        counts = {stance: int(row[stance]) for stance in STANCES if row[stance] == row[stance] and row[stance] > 0}
        if counts and row["actor_id"]:
            found[row["position_id"], row["actor_id"], "own"] = counts
    return found


def _ascribed(positions: pd.DataFrame) -> dict[tuple, dict[str, int]]:
    """(position, actor it is about, "ascribed") -> number of speakers by stance."""
    speakers: dict[tuple, dict[str, set]] = {}
    for row in positions[positions["about_id"] != ""].to_dict("records"):
        key = (row["position_id"], row["about_id"], "ascribed")
        if row["stance"] in STANCES:
            speakers.setdefault(key, {}).setdefault(row["stance"], set()).add(row["actor_id"])
    return {key: {stance: len(who) for stance, who in stances.items()} for key, stances in speakers.items()}


def _most(cells: dict, side: int) -> list[str]:
    """Positions (side 0) or actors (side 1) of the cells: most voices for or against first, then all, then ascribed."""
    total: dict[str, list[int]] = {}
    for key, counts in cells.items():
        voices, own = total.setdefault(key[side], [0, 0, 0]), key[2] == "own"
        voices[0] += own * (counts.get("agree", 0) + counts.get("disagree", 0))
        voices[1] += own * sum(counts.values())
        voices[2] += sum(counts.values())
    return sorted(total, key=lambda one: ([-count for count in total[one]], one))


def _with_others(cells: dict, others: list[str]) -> dict:
    """The cells and those of the actors without a column added up in one."""
    found = dict(cells)
    for (row, actor, kind), counts in cells.items():
        if actor in others:
            sums = found.setdefault((row, OTHERS, kind), {})
            found[row, OTHERS, kind] = {stance: sums.get(stance, 0) + counts.get(stance, 0) for stance in STANCES}
    return {key: {stance: n for stance, n in counts.items() if n} for key, counts in found.items()}


def _lines(title: str, room: float) -> list[str]:
    """A title in at most three lines."""
    lines = wrap(title, room, SIZE) or ["–"]
    return lines if len(lines) <= 3 else [*lines[:2], shorten(" ".join(lines[2:]), room, SIZE)]


def _draw_key(axes, language: str) -> None:
    x, texts = 12.0, TEXTS[language]
    for stance, (_, color) in STANCES.items():
        _mark(axes, x, 9, stance, 1, "own")
        label = texts["stances"][stance]
        axes.text(x + 8, 9, label, va="center", fontsize=SIZE, color=color if stance != "neutral" else PALETTE["muted"])
        x += width_of(label, SIZE) + 26
    for stance in STANCES:
        _mark(axes, x, 9, stance, 1, "ascribed")
        x += 13
    axes.text(x - 4, 9, texts["ascribed"], va="center", fontsize=SIZE, color=PALETTE["muted"])


def _draw_rows(axes, heights: dict[str, float], cells: dict, lines: dict, places: dict, y: float) -> None:
    top, right = y, max(x + width / 2 for x, width in places.values())
    for row, height in heights.items():
        axes.plot([7, right], [y, y], color=PALETTE["light"], linewidth=0.5)
        for i, line in enumerate(lines[row]):
            axes.text(7, y + 3.5 + LINE * (i + 0.5), line, va="center", fontsize=SIZE)
        for actor, (x, width) in places.items():
            layers = _layers(row, actor, cells)
            for layer, marks in enumerate(layers):
                down = y + height / 2 + 17 * (layer - (len(layers) - 1) / 2)
                step = min(15.0, (width - 2) / len(marks))
                for i, mark in enumerate(marks):
                    _mark(axes, x + step * (i - (len(marks) - 1) / 2), down, *mark, crowded=step < 13)
        y += height
    axes.plot([7, right], [y, y], color=PALETTE["light"], linewidth=0.5)
    for x, _ in places.values():
        axes.plot([x, x], [top, y], color="#EFEFEF", linewidth=0.5, zorder=0)


def _layers(row: str, actor: str, cells: dict) -> list[list[tuple[str, int, str]]]:
    """The marks of a cell in one line, or in two where own words and ascriptions are more than two together."""
    found = [
        [(stance, cells[row, actor, kind][stance], kind) for stance in STANCES if stance in cells[row, actor, kind]]
        for kind in ("own", "ascribed")
        if (row, actor, kind) in cells
    ]
    return found if sum(map(len, found)) > 2 else [sum(found, [])] if found else []


def _height(row: str, actors: Iterable[str], lines: dict[str, list[str]], cells: dict) -> float:
    """Points of a row: as its title and the cell with most marks need."""
    deepest = max(len(_layers(row, actor, cells)) for actor in actors)
    return max(len(lines[row]) * LINE, 17 * deepest - 4) + 7


def _mark(axes, x: float, y: float, stance: str, count: int, kind: str, crowded: bool = False) -> None:
    """One mark; its number at its lower right, or under it in a crowded cell."""
    shape, color = STANCES[stance]
    face = color if kind == "own" else "white"
    axes.plot([x], [y], shape, markersize=7.5, color=color, markerfacecolor=face, markeredgewidth=0.9, zorder=3)
    if count > 1:
        look = {"va": "center", "fontsize": 6.5, "fontweight": "bold", "zorder": 4, "color": PALETTE["text"]}
        place = {"x": x, "y": y + 7.5, "ha": "center"} if crowded else {"x": x + 4.6, "y": y + 3.5, "ha": "left"}
        axes.text(s=str(count), bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.1}, **place, **look)


def _title(cells: dict, titles: dict[str, str], language: str) -> str:
    own = {key: counts for key, counts in cells.items() if key[2] == "own"}
    if not own:
        return TEXTS[language]["empty"]
    first = _most(own, 0)[0]
    counts = [counts for key, counts in own.items() if key[0] == first]
    what = shorten(titles.get(first) or first, 470, 12, "bold")
    agree, disagree = (sum(one.get(stance, 0) for one in counts) for stance in ("agree", "disagree"))
    what = f"«{what}»" if language == "it" else f"“{what}”"
    return TEXTS[language]["title"].format(agree=agree, disagree=disagree, what=what)


def _items(rows: list[str], cells: dict, titles: dict[str, str], names: dict[str, str], language: str) -> str:
    """Every position in words: who is for, who against, what is ascribed."""
    texts, parts = TEXTS[language], []
    for row in rows:
        said = [
            f"{names.get(actor, actor)} {texts['stances'][stance]} {count}"
            + (f" ({texts['ascribed'].split(': ')[1]})" if kind == "ascribed" else "")
            for (position, actor, kind), counts in sorted(cells.items())
            if position == row and actor != OTHERS
            for stance, count in counts.items()
        ]
        parts.append(f"{titles.get(row) or row}: {', '.join(said)}")
    return "; ".join(parts)
