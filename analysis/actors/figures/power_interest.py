"""Power × interest: the grid of the actors whose capability somebody stated, and beside it those without."""

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from analysis.actors.figures.shared import actor_names, check_look
from analysis.actors.figures.unplaced import LINE, SIZE, draw_interest, draw_list, known
from analysis.style import (
    FORMATS,
    PALETTE,
    finish,
    format_number,
    new_canvas,
    place_labels,
    shorten,
    width_of,
    workbook_style,
)

LEFT, TOP, FOOT = 34.0, 24.0, 30.0  # points left of, above and below the grid
LIST = {"page": 128, "slide": 170}  # points for the list beside it
MARKERS = {"analyst": "o", "table": "s"}
TEXTS = {
    "it": {
        "title": "{n} attori su {total} hanno capacità e interesse indicati; alto l'uno e l'altro: {players}",
        "nobody": "{n} attori su {total} hanno capacità e interesse indicati; nessuno alto in entrambi",
        "none": "Nessun attore ha capacità e interesse indicati: la griglia resta vuota",
        "subtitle": "Capacità e interesse (salienza) da 0 a 100; soglia a 50",
        "x": "interesse →",
        "y": "capacità →",
        "quadrants": ("tenere soddisfatti", "gestire da vicino", "osservare", "tenere informati"),
        "basis": {"analyst": "dall'analista", "table": "da una tabella citata"},
        "no_capability": "capacità non indicata",
        "no_salience": "interesse non indicato",
        "neither": "né l'una né l'altro",
        "more": "e altri {n}",
        "interest": "int. {value}",
        "capability": "cap. {value}",
        "note": "La capacità viene solo dall'analista o da una tabella citata, mai dal numero di menzioni. Senza un "
        "valore nessuno è collocato. Quadranti: Mendelow 1991.",
        "bars": "Le barre vanno dal valore più basso al più alto.",
        "unlabelled": "Senza nome per mancanza di spazio: {names}.",
        "source": "Fonte: valutazioni dell'analista e tabelle citate; interesse anche dai documenti del dossier.",
        "alt": "Griglia di capacità e interesse. Collocati: {placed}. Non collocati: {listed}.",
        "nothing": "nessuno",
    },
    "en": {
        "title": "{n} of {total} actors have a stated capability and interest; high in both: {players}",
        "nobody": "{n} of {total} actors have a stated capability and interest; none is high in both",
        "none": "No actor has a stated capability and interest: the grid stays empty",
        "subtitle": "Capability and interest (salience) from 0 to 100; threshold at 50",
        "x": "interest →",
        "y": "capability →",
        "quadrants": ("keep satisfied", "manage closely", "monitor", "keep informed"),
        "basis": {"analyst": "from the analyst", "table": "from a cited table"},
        "no_capability": "capability not stated",
        "no_salience": "interest not stated",
        "neither": "neither stated",
        "more": "and {n} more",
        "interest": "int. {value}",
        "capability": "cap. {value}",
        "note": "Capability comes only from the analyst or a cited table, never from the number of mentions. Nobody is "
        "placed without a value. Quadrants: Mendelow 1991.",
        "bars": "Bars run from the lowest to the highest value.",
        "unlabelled": "Without a name for want of room: {names}.",
        "source": "Source: the analyst's assessments and cited tables; interest also from the dossier's documents.",
        "alt": "Grid of capability and interest. Placed: {placed}. Not placed: {listed}.",
        "nothing": "nobody",
    },
}


@workbook_style()
def plot_power_interest(
    stakeholders: pd.DataFrame,
    actors: pd.DataFrame | None = None,
    language: str = "it",
    format: str = "page",
    slug: str = "power-interest",
    source: str = "",
) -> Figure:
    """The table `stakeholders` as a grid of capability by salience; names come from the table `actors`.

    stakeholders: actor_id, salience and capability (0–100, NaN where unknown), basis; where they are there,
    salience_low, salience_high, capability_low and capability_high are drawn as bars. Actors without one of the two
    values stand in a list, never in the grid. Quadrants: keep satisfied, manage closely, monitor, keep informed
    (Mendelow 1991), as in `power_interest`.
    Raises ValueError for a language other than `it` and `en` and a format other than `page` and `slide`.
    """
    check_look(language, format)
    texts, names, width = TEXTS[language], actor_names(actors, language), FORMATS[format].width * 72
    rows = [row | {"name": names.get(row["actor_id"], row["actor_id"])} for row in _sorted(stakeholders)]
    placed = [row for row in rows if known(row, "salience") and known(row, "capability")]
    groups = _groups(rows, texts, language)
    beside = LIST[format] if groups and placed else 0
    longest = sum(len(items) + 2 for items in groups.values())
    high = 330 if placed else 30 + LINE * longest
    high = min(high, FORMATS[format].height * 72)
    fig, axes = new_canvas(high / 72, format)
    unlabelled: list[str] = []
    if placed:
        grid = (LEFT, TOP, width - 10 - beside, high - FOOT)
        _draw_grid(axes, grid, texts)
        unlabelled = _draw_actors(axes, grid, placed)
        _draw_key(axes, placed, texts)
        draw_list(axes, groups, grid[2] + 14, TOP + 4, width - grid[2] - 20, high, texts)
    else:
        draw_interest(axes, rows, width * 0.62, high, texts, language)
        rest = {heading: items for heading, items in groups.items() if heading != texts["no_capability"]}
        draw_list(axes, rest, width * 0.66, 12.0, width * 0.34 - 7, high, texts)
    notes = [texts["bars"]] if any(_range(row, side) for row in placed for side in ("salience", "capability")) else []
    if unlabelled:
        listed = [shorten(name, 120, SIZE) for name in unlabelled[:8]]
        listed += [texts["more"].format(n=len(unlabelled) - 8)] if len(unlabelled) > 8 else []
        notes.append(texts["unlabelled"].format(names="; ".join(listed)))
    listed = "; ".join(f"{head}: {', '.join(items)}" for head, items in groups.items())
    return finish(
        fig,
        title=_title(placed, rows, texts),
        subtitle=texts["subtitle"],
        note=" ".join([*notes, texts["note"]]),
        source=source or texts["source"],
        alt=texts["alt"].format(
            placed="; ".join(_in_words(row, texts, language) for row in placed) or texts["nothing"],
            listed=listed or texts["nothing"],
        ),
        slug=slug,
    )


def _sorted(stakeholders: pd.DataFrame) -> list[dict]:
    """The most capable first, then the most interested; the unknown last."""
    rows = stakeholders.to_dict("records")
    value = {
        row["actor_id"]: [-row[side] if known(row, side) else 1 for side in ("capability", "salience")] for row in rows
    }
    return sorted(rows, key=lambda row: (value[row["actor_id"]], row["actor_id"]))


def _range(row: dict, side: str) -> tuple[float, float] | None:
    low, high = f"{side}_low", f"{side}_high"
    return (row[low], row[high]) if known(row, low) and known(row, high) and row[low] < row[high] else None


def _groups(rows: list[dict], texts: dict, language: str) -> dict[str, list[str]]:
    """Heading -> the actors that are not placed, with the value that is known."""
    groups: dict[str, list[str]] = {texts["no_capability"]: [], texts["no_salience"]: [], texts["neither"]: []}
    for row in rows:
        salience, capability = known(row, "salience"), known(row, "capability")
        if salience and not capability:
            value = texts["interest"].format(value=format_number(row["salience"], language, 0))
            groups[texts["no_capability"]].append(f"{row['name']} ({value})")
        elif capability and not salience:
            value = texts["capability"].format(value=format_number(row["capability"], language, 0))
            groups[texts["no_salience"]].append(f"{row['name']} ({value})")
        elif not capability:
            groups[texts["neither"]].append(row["name"])
    return {heading: items for heading, items in groups.items() if items}


def _title(placed: list[dict], rows: list[dict], texts: dict) -> str:
    if not placed:
        return texts["none"]
    players = [row["name"] for row in placed if row["salience"] >= 50 and row["capability"] >= 50]
    names = ", ".join(shorten(name, 120, 12, "bold") for name in players[:4])
    if len(players) > 4:
        names += " " + texts["more"].format(n=len(players) - 4)
    return texts["title" if players else "nobody"].format(n=len(placed), total=len(rows), players=names)


def _in_words(row: dict, texts: dict, language: str) -> str:
    numbers = [
        texts[word].format(value=format_number(row[side], language, 0))
        for word, side in (("capability", "capability"), ("interest", "salience"))
    ]
    return f"{row['name']} ({', '.join(numbers)})"


def _draw_grid(axes, grid: tuple[float, float, float, float], texts: dict) -> None:
    left, top, right, bottom = grid
    x, y = (left + right) / 2, (top + bottom) / 2
    axes.add_patch(Rectangle((x, top), right - x, y - top, facecolor="#F3F3F3", linewidth=0, zorder=0))
    axes.add_patch(
        Rectangle((left, top), right - left, bottom - top, fill=False, edgecolor=PALETTE["grey"], linewidth=0.6)
    )
    axes.plot([x, x], [top, bottom], color=PALETTE["grey"], linewidth=0.6, zorder=0.5)
    axes.plot([left, right], [y, y], color=PALETTE["grey"], linewidth=0.6, zorder=0.5)
    look = {"fontsize": SIZE, "color": PALETTE["muted"]}
    sides = [(across, down) for down in ("top", "bottom") for across in ("left", "right")]
    for word, (across, down) in zip(texts["quadrants"], sides, strict=True):
        corner = left + 5 if across == "left" else right - 5, top + 4 if down == "top" else bottom - 4
        axes.text(*corner, word, ha=across, va=down, style="italic", **look)
    for value in (0, 50, 100):
        across, down = _place((value, value), grid)
        axes.text(across, bottom + 3, str(value), ha="center", va="top", **look)
        axes.text(left - 4, down, str(value), ha="right", va="center", **look)
    axes.text((left + right) / 2, bottom + 15, texts["x"], ha="center", va="top", **look)
    axes.text(left - 26, y, texts["y"], ha="center", va="center", rotation=90, **look)


def _place(values: tuple[float, float], grid: tuple[float, float, float, float]) -> tuple[float, float]:
    """Salience and capability as points; a rim keeps the extremes off the frame."""
    left, top, right, bottom = (edge + rim for edge, rim in zip(grid, (12, 12, -12, -12), strict=True))
    salience, capability = values
    return round(left + (right - left) * salience / 100, 2), round(bottom - (bottom - top) * capability / 100, 2)


def _draw_actors(axes, grid, placed: list[dict]) -> list[str]:
    """Markers, bars and names; returns the names for which no place was free."""
    points, bars = [_place((row["salience"], row["capability"]), grid) for row in placed], []
    for row, (x, y) in zip(placed, points, strict=True):
        bar = {"color": PALETTE["blue"], "linewidth": 1.4, "alpha": 0.5, "solid_capstyle": "butt", "zorder": 2}
        if span := _range(row, "salience"):
            ends = [_place((value, 0), grid)[0] for value in span]
            axes.plot(ends, [y, y], **bar)
            bars.append((ends[0], y - 1, ends[1], y + 1))
        if span := _range(row, "capability"):
            ends = [_place((0, value), grid)[1] for value in span]
            axes.plot([x, x], ends, **bar)
            bars.append((x - 1, ends[1], x + 1, ends[0]))
        look = {"color": PALETTE["blue"], "markeredgecolor": "white", "markersize": 6, "zorder": 3}
        axes.plot([x], [y], MARKERS.get(row["basis"], "o"), **look)
    names = [shorten(row["name"], 130, SIZE) for row in placed]
    sizes = [(width_of(name, SIZE) * 1.03, 10.5) for name in names]
    left, top, right, bottom = grid
    # The names of the quadrants keep their corners.
    corners = [(x, y, x + 62, y + 14) for x in (left, right - 62) for y in (top, bottom - 14)]
    boxes = place_labels(points, sizes, grid, [*corners, *bars])
    if None in boxes:
        # In a crowd a name may lie over a bar, rather than be missing.
        boxes = place_labels(points, sizes, grid, corners)
    missing = []
    for row, name, point, size, box in zip(placed, names, points, sizes, boxes, strict=True):
        if box is None:
            missing.append(row["name"])
            continue
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        far = abs(x - point[0]) > size[0] / 2 + 9 or abs(y - point[1]) > 15
        if far:
            end = min(max(point[0], box[0]), box[2]), min(max(point[1], box[1]), box[3])
            axes.plot([point[0], end[0]], [point[1], end[1]], color=PALETTE["light"], linewidth=0.6, zorder=1)
        back = {"facecolor": "white", "edgecolor": "none", "pad": 0.2, "alpha": 0.8}
        axes.text(x, y, name, ha="center", va="center", fontsize=SIZE, zorder=4, bbox=back)
    return missing


def _draw_key(axes, placed: list[dict], texts: dict) -> None:
    x, used = LEFT + 5, {row["basis"] for row in placed}
    for basis, shape in MARKERS.items():
        if basis in used:
            axes.plot([x], [9], shape, markersize=6, color=PALETTE["blue"])
            axes.text(x + 7, 9, texts["basis"][basis], va="center", fontsize=SIZE, color=PALETTE["muted"])
            x += width_of(texts["basis"][basis], SIZE) + 22
