"""The signed network: who does how much to whom, cooperation and conflict as arrows side by side."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Polygon

from analysis.actors.figures.arrows import Arrow, bundle
from analysis.actors.figures.shared import (
    NO_DYADS,
    SOURCE,
    actor_names,
    check_look,
    digits_of,
    draw_signs,
    empty_figure,
    finding,
    heaviest_first,
    live_pairs,
    pairs_in_words,
    shown_note,
    strongest,
)
from analysis.actors.figures.slots import arrange, staggered
from analysis.style import (
    FORMATS,
    PALETTE,
    SIGNS,
    Box,
    finish,
    format_number,
    new_canvas,
    overlap,
    shorten,
    width_of,
    workbook_style,
    wrap,
)

COLUMNS = {"page": 3, "slide": 5}
STEP = 70  # points from row to row
LABEL_SIZE, NUMBER_SIZE = 8.5, 7
HIGH = 15  # points: a name of one line in its frame
TINTS = ("#D6E9F5", "#FBE8C8", "#D3EFE6", "#F3DFEA", "#EDEDED", "#FBF8CF")
"""Fills of communities; the letter beside the name tells them apart without colour."""
TEXTS = {
    "it": {
        "subtitle": "Somma dei punteggi PLOVER degli incidenti, pesati per modalità",
        "note": "Freccia: da chi agisce a chi subisce; spessore e numero: la somma. "
        "Un incidente conta una volta sola, chiunque lo riporti. Il posto degli attori non ha significato.",
        "communities": " Lettere e fondi: comunità di attori più legati fra loro.",
        "alt": "Rete orientata di {n} attori. I legami più intensi: {ties}.",
    },
    "en": {
        "subtitle": "Sum of the PLOVER scores of incidents, weighted by modality",
        "note": "Arrow: from who acts to who is acted upon; width and number: the sum. "
        "An incident counts once, however many texts report it. Where an actor stands has no meaning.",
        "communities": " Letters and fills: communities of actors more tied to each other.",
        "alt": "Directed network of {n} actors. Strongest ties: {ties}.",
    },
}


@workbook_style()
def plot_network(
    dyad_table: pd.DataFrame,
    actors: pd.DataFrame | None = None,
    language: str = "it",
    top: int = 10,
    communities: Mapping[str, object] | None = None,
    format: str = "page",
    slug: str = "signed-network",
    source: str = "",
) -> Figure:
    """The rows of `dyads` as a signed network; names come from the table `actors`.

    The heaviest pairs are drawn, as many as `top` actors take part in (two at least), with every tie among these;
    the note says how many are left out. communities: actor -> its community. The layout depends on nothing but the
    rows: few crossings, no tie through a third actor where that can be had.
    Raises ValueError for a language other than `it` and `en` and a format other than `page` and `slide`.
    """
    check_look(language, format)
    names, everything = actor_names(actors, language), live_pairs(dyad_table)
    if everything.empty:
        return empty_figure(NO_DYADS[language], language, slug, source, format)
    kept, pairs, total = strongest(everything, min(top, _capacity(format)))
    groups = _letters(kept, communities)
    fig, axes, boxes = _places(kept, pairs, names, groups, format)
    arrows = _arrows(pairs, boxes)
    _draw_arrows(axes, arrows)
    _draw_names(axes, boxes, names, groups)
    _draw_numbers(axes, arrows, list(boxes.values()), language)
    draw_signs(axes, language)
    texts = TEXTS[language]
    notes = [shown_note(len(kept), total, len(pairs), len(everything), language), texts["note"]]
    return finish(
        fig,
        title=finding(everything, names, language),
        subtitle=texts["subtitle"],
        note=" ".join(notes) + (texts["communities"] if groups else ""),
        source=source or SOURCE[language],
        alt=texts["alt"].format(n=len(kept), ties=pairs_in_words(pairs, names, language)),
        slug=slug,
    )


def _capacity(format: str) -> int:
    """How many actors the format has places for."""
    return len(staggered(99, COLUMNS[format], _rows(format)))


def _rows(format: str) -> int:
    return int((FORMATS[format].height * 72 - 60) // STEP) + 1


def _letters(kept: list[str], communities: Mapping[str, object] | None) -> dict[str, str]:
    """Actor -> A, B, … in the order of the most active member; {} without communities of two or more."""
    found = {actor: str(communities[actor]) for actor in kept if actor in (communities or {})}
    shared = [name for name in dict.fromkeys(found.values()) if list(found.values()).count(name) > 1]
    letters = {name: "ABCDEF"[i] for i, name in enumerate(shared[: len(TINTS)])}
    return {actor: letters[name] for actor, name in found.items() if name in letters}


def _places(kept: list[str], pairs: pd.DataFrame, names: dict[str, str], groups: dict[str, str], format: str):
    """The canvas, as high as the rows need, and the box of each actor's name."""
    ties: dict[tuple[str, str], float] = {}
    for row in pairs.to_dict("records"):
        pair = tuple(sorted((row["source"], row["target"])))
        ties[pair] = ties.get(pair, 0.0) + row["weight"]
    places = staggered(len(kept), COLUMNS[format], _rows(format))
    at = arrange(kept, ties, places, groups)
    # Rows and columns that stay free at an edge are not drawn.
    left, right = (edge(column for column, _ in at.values()) for edge in (min, max))
    above, below = (edge(row for _, row in at.values()) for edge in (min, max))
    fig, axes = new_canvas((64 + STEP * (below - above)) / 72, format)
    width = FORMATS[format].width * 72
    # Half a step: what is free beside the outermost names goes between the columns.
    half = min(width / (right - left + 2.0), 110)
    room = min(1.25 * half, 108)
    boxes: dict[str, Box] = {}
    for actor in kept:
        x, y = width / 2 + (at[actor][0] - (left + right) / 2) * half, 44 + (at[actor][1] - above) * STEP
        lines = _lines(names.get(actor, actor), room - 14)
        across = max(width_of(line, LABEL_SIZE, "bold") for line in lines) + 16
        high = HIGH + 11 * (len(lines) - 1)
        boxes[actor] = (x - across / 2, y - high / 2, x + across / 2, y + high / 2)
    return fig, axes, boxes


def _lines(name: str, room: float) -> list[str]:
    """A name in at most two lines."""
    lines = wrap(name, room, LABEL_SIZE, "bold") or [name]
    return lines if len(lines) <= 2 else [lines[0], shorten(" ".join(lines[1:]), room, LABEL_SIZE, "bold")]


def _arrows(pairs: pd.DataFrame, boxes: dict[str, Box]) -> list[Arrow]:
    """All arrows, those of light pairs first, so that the heavy ones lie on top."""
    heaviest = float(pairs[["cooperation_weighted", "conflict_weighted"]].to_numpy().max())
    found: dict[tuple[str, str], list[tuple[bool, str, float]]] = {}
    for row in heaviest_first(pairs).to_dict("records"):
        a, b = sorted((row["source"], row["target"]))
        for sign in SIGNS:
            if row[f"{sign}_weighted"] > 0:
                found.setdefault((a, b), []).append((row["source"] == a, sign, row[f"{sign}_weighted"]))
    arrows = []
    for (a, b), ties in reversed(found.items()):
        others = [box for actor, box in boxes.items() if actor not in (a, b)]
        arrows += bundle(boxes[a], boxes[b], ties, others, heaviest)
    return arrows


def _draw_arrows(axes, arrows: list[Arrow]) -> None:
    """Each with a white edge, which keeps crossings readable."""
    for order, arrow in enumerate(arrows):
        style, depth = SIGNS[arrow.sign], 2 + order / 1000
        axes.plot(*arrow.shaft, color="white", linewidth=arrow.width + 1.8, solid_capstyle="butt", zorder=depth)
        look = {"solid_capstyle": "butt", "dash_capstyle": "butt", "zorder": depth}
        axes.plot(*arrow.shaft, linewidth=arrow.width, **look, **style)
        axes.add_patch(
            Polygon(arrow.head, facecolor=style["color"], edgecolor="white", linewidth=0.4, zorder=depth + 0.5)
        )


def _draw_names(axes, boxes: dict[str, Box], names: dict[str, str], groups: dict[str, str]) -> None:
    for actor, (left, top, right, bottom) in boxes.items():
        tint = TINTS["ABCDEF".index(groups[actor])] if actor in groups else "white"
        frame = FancyBboxPatch(
            (left, top),
            right - left,
            bottom - top,
            boxstyle="round,pad=0,rounding_size=5",
            facecolor=tint,
            edgecolor=PALETTE["text"],
            linewidth=0.9,
            zorder=4,
        )
        axes.add_patch(frame)
        lines = _lines(names.get(actor, actor), right - left - 14)
        look = {"ha": "center", "va": "center", "zorder": 5}
        middle = (left + right) / 2
        for i, line in enumerate(lines):
            y = (top + bottom) / 2 + 11 * (i - (len(lines) - 1) / 2)
            axes.text(middle, y, line, fontsize=LABEL_SIZE, fontweight="bold", **look)
        if actor in groups:
            badge = {"boxstyle": "circle,pad=0.22", "facecolor": PALETTE["text"], "edgecolor": "white"}
            axes.text(left + 2, top + 1, groups[actor], fontsize=6, color="white", bbox=badge, **look)


def _draw_numbers(axes, arrows: list[Arrow], names: list[Box], language: str) -> None:
    """The sum on each arrow or on its right hand, the heavy ones first; none where no place is free."""
    digits, taken = digits_of(arrow.value for arrow in arrows), list(names)
    for arrow in reversed(arrows):
        text = format_number(arrow.value, language, digits)
        half = width_of(text, NUMBER_SIZE, "bold") / 2 + 1.5
        places = [(x, y, (x - half, y - 4.6, x + half, y + 4.6)) for x, y in _number_places(arrow, half)]
        free = [place for place in places if not any(overlap(place[2], other) for other in taken)]
        # In the middle of a bundle there may be no other place than over a neighbour; never over a head.
        for hidden in (True, False):
            place = next((one for one in free if not _hides(one[2], arrow, arrows, shafts=hidden)), None)
            if place is None:
                continue
            x, y, box = place
            look = {"fontsize": NUMBER_SIZE, "fontweight": "bold", "color": SIGNS[arrow.sign]["color"]}
            back = {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
            axes.text(x, y, text, ha="center", va="center", zorder=6, bbox=back, **look)
            taken.append(box)
            break


def _number_places(arrow: Arrow, half: float):
    """Middles of a number along the shaft: on it, then beside it on the right hand, which is outside in a bundle."""
    count = arrow.shaft.shape[1]
    for beside in (False, True):
        for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78):
            i = min(int(share * (count - 1)), count - 2)
            x, y = arrow.shaft[:, i]
            across, down = arrow.shaft[:, i + 1] - arrow.shaft[:, i]
            length = (across**2 + down**2) ** 0.5 or 1.0
            right = -down / length, across / length
            away = (abs(right[0]) * half + abs(right[1]) * 4.6 + arrow.width / 2 + 0.5) if beside else 0.0
            yield round(x + right[0] * away, 2), round(y + right[1] * away, 2)


def _hides(box: Box, own: Arrow, arrows: list[Arrow], shafts: bool) -> bool:
    """Whether the box hides a head, or (`shafts`) a piece of another arrow's shaft."""
    for arrow in arrows:
        hidden = [arrow.head.T, arrow.shaft] if shafts and arrow is not own else [arrow.head.T]
        for x, y in hidden:
            if ((x > box[0]) & (x < box[2]) & (y > box[1] + 1) & (y < box[3] - 1)).any():
                return True
    return False
