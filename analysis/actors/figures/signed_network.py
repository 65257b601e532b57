"""The signed network: who does how much to whom, cooperation and conflict as two arrows side by side."""

from math import cos, pi, sin, sqrt

import numpy as np
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon
from matplotlib.patheffects import withStroke

from analysis.actors.figures.shared import (
    NO_DYADS,
    SIGN_NAMES,
    SOURCE,
    actor_names,
    among,
    check_language,
    choose,
    empty_figure,
    finding,
    heaviest_first,
    live_pairs,
    shown_note,
)
from analysis.style import PAGE_WIDTH, PALETTE, SIGNS, finish, format_number, new_figure, shorten, workbook_style, wrap

LABEL_SIZE = 9
UNIT = 1.55  # inches per unit of the data, which is the radius of the circle
GAP = 10  # points left free between an arrow and the middle of an actor
# How far an arrow bows (share of its length) and runs aside (points); the way back has the other side to itself.
LANES = {"cooperation": (0.06, 2.0), "conflict": (0.12, 5.5)}
TEXTS = {
    "it": {
        "subtitle": "Somma dei punteggi PLOVER degli incidenti, pesati per modalità",
        "note": "Lo spessore cresce con la somma; la freccia va da chi agisce a chi subisce. "
        "Un incidente conta una volta sola, chiunque lo riporti.",
        "alt": "Rete orientata di {n} attori. I legami più intensi: {ties}.",
    },
    "en": {
        "subtitle": "Sum of the PLOVER scores of incidents, weighted by modality",
        "note": "Width grows with the sum; arrows run from who acts to who is acted upon. "
        "An incident counts once, however many texts report it.",
        "alt": "Directed network of {n} actors. Strongest ties: {ties}.",
    },
}


@workbook_style()
def plot_network(
    dyad_table: pd.DataFrame,
    actors: pd.DataFrame | None = None,
    language: str = "it",
    top: int = 10,
    ties: int = 30,
    slug: str = "signed-network",
    source: str = "",
) -> Figure:
    """The rows of `dyads` as a signed network on a circle; names come from the table `actors`.

    Only the `top` most active actors and the `ties` heaviest pairs among them are drawn, and the note says so.
    The layout depends on nothing but the rows: heavy pairs stand side by side, the most active actor at the top.
    Raises ValueError for a language other than `it` and `en`.
    """
    check_language(language)
    names, everything = actor_names(actors), live_pairs(dyad_table)
    if everything.empty:
        return empty_figure(NO_DYADS[language], language, slug, source)
    kept, total = choose(everything, top)
    pairs = heaviest_first(among(everything, kept)).head(ties)
    order = ring_order(kept, pairs)
    positions = ring(order)
    fig, axes = _canvas(positions)
    _draw_arrows(axes, pairs, positions)
    _draw_actors(axes, positions, names)
    _draw_key(axes, language)
    texts = TEXTS[language]
    return finish(
        fig,
        title=finding(everything, names, language),
        subtitle=texts["subtitle"],
        note=f"{shown_note(len(kept), total, len(pairs), len(everything), language)} {texts['note']}",
        source=source or SOURCE[language],
        alt=texts["alt"].format(n=len(kept), ties=_ties(pairs, names, language)),
        slug=slug,
    )


def ring_order(kept: list[str], pairs: pd.DataFrame) -> list[str]:
    """Actors round the circle: the most active first, then always the one most tied to the last (greedy)."""
    tie: dict[tuple[str, str], float] = {}
    for row in pairs.to_dict("records"):
        for pair in ((row["source"], row["target"]), (row["target"], row["source"])):
            tie[pair] = round(tie.get(pair, 0.0) + row["weight"], 6)
    order, left = kept[:1], kept[1:]
    while left:
        # `left` stays in the order of activity, so that max() gives a tie to the more active actor.
        nearest = max(left, key=lambda actor: tie.get((order[-1], actor), 0.0))
        left.remove(nearest)
        order.append(nearest)
    return order


def ring(order: list[str]) -> dict[str, tuple[float, float]]:
    """Positions on the unit circle, clockwise from the top (two actors: left and right), to 3 decimals."""
    start = pi if len(order) == 2 else pi / 2
    angles = {actor: start - 2 * pi * i / len(order) for i, actor in enumerate(order)}
    return {actor: (round(cos(angle), 3) + 0.0, round(sin(angle), 3) + 0.0) for actor, angle in angles.items()}


def _canvas(positions: dict[str, tuple[float, float]]):
    """Figure and axes as high as the positions need; one unit of the data is UNIT inches both ways."""
    heights = [y for _, y in positions.values()]
    low, high = min(heights) - 0.4, max(heights) + 0.5
    fig = new_figure(height=(high - low) * UNIT)
    axes = fig.add_axes((0, 0, 1, 1))
    axes.set_ylim(low, high)
    axes.set_xlim(-PAGE_WIDTH / 2 / UNIT, PAGE_WIDTH / 2 / UNIT)
    axes.set_axis_off()
    return fig, axes


def _draw_arrows(axes, pairs: pd.DataFrame, positions: dict[str, tuple[float, float]]) -> None:
    """Light arrows first, so that the heavy ones lie on top; each with a white edge that keeps crossings readable."""
    heaviest = max(pairs["cooperation_weighted"].max(), pairs["conflict_weighted"].max())
    for order, row in enumerate(pairs.sort_values(["weight", "source", "target"]).to_dict("records")):
        for sign in ("cooperation", "conflict"):
            value = row[f"{sign}_weighted"]
            if value <= 0:
                continue
            width = 0.8 + 3.2 * sqrt(value / heaviest)
            shaft, head = arrow(positions[row["source"]], positions[row["target"]], width, LANES[sign])
            style, depth = SIGNS[sign], 2 + order / 1000
            axes.plot(*shaft, color="white", linewidth=width + 1.6, solid_capstyle="butt", zorder=depth)
            axes.plot(*shaft, linewidth=width, solid_capstyle="butt", dash_capstyle="butt", zorder=depth, **style)
            axes.add_patch(
                Polygon(head, facecolor=style["color"], edgecolor="white", linewidth=0.5, zorder=depth + 0.5)
            )


def arrow(start: tuple[float, float], end: tuple[float, float], width: float, lane: tuple[float, float]):
    """A bowed arrow: its shaft as two rows of coordinates and the three corners of its head.

    width: of the line, in points. lane: how far the arrow bows (share of its length) and how many points it runs
    beside the line between the actors. Both are on the right hand of the way, so the way back has its own side.
    """
    point = 1 / (72 * UNIT)
    bow, aside = lane
    a, b = np.array(start), np.array(end)
    length = np.linalg.norm(b - a)
    right = np.array([b[1] - a[1], a[0] - b[0]]) / length
    a, b = a + right * aside * point, b + right * aside * point
    middle = (a + b) / 2 + right * bow * length
    t = np.linspace(0, 1, 201)[:, None]
    curve = (1 - t) ** 2 * a + 2 * t * (1 - t) * middle + t**2 * b
    long, half = (5 + 1.3 * width) * point, (2.4 + 0.85 * width) * point
    away = np.linalg.norm(curve - np.array(start), axis=1), np.linalg.norm(curve - np.array(end), axis=1)
    inside = curve[(away[0] >= GAP * point) & (away[1] >= GAP * point)]
    tip = inside[-1]
    shaft = inside[np.linalg.norm(inside - tip, axis=1) >= long * 0.8]
    ahead = (tip - shaft[-1]) / np.linalg.norm(tip - shaft[-1])
    across, base = np.array([-ahead[1], ahead[0]]) * half, tip - ahead * long
    # Rounded before it is drawn: the last bits differ between machines.
    return np.round(shaft.T, 4), np.round([tip, base + across, base - across], 4)


def _draw_actors(axes, positions: dict[str, tuple[float, float]], names: dict[str, str]) -> None:
    for actor, (x, y) in positions.items():
        axes.plot([x], [y], "o", markersize=10, color=PALETTE["text"], markeredgecolor="white", zorder=5)
        name = names.get(actor, actor)
        if abs(x) < 0.2:
            lines = [shorten(name, PAGE_WIDTH * 72 / 3, LABEL_SIZE)]
            place = (x, y + (0.12 if y >= 0 else -0.12), "center", "bottom" if y >= 0 else "top")
        else:
            room = (PAGE_WIDTH / 2 - (abs(x) + 0.12) * UNIT) * 72 - 6
            lines = wrap(name, room, LABEL_SIZE)
            # Three lines at most: neighbours on the circle stand further apart than that.
            lines = lines if len(lines) <= 3 else [*lines[:2], shorten(" ".join(lines[2:]), room, LABEL_SIZE)]
            place = (x + (0.12 if x > 0 else -0.12), y, "left" if x > 0 else "right", "center")
        across, up, side, height = place
        label = axes.text(
            across, up, "\n".join(lines), ha=side, va=height, fontsize=LABEL_SIZE, zorder=6, linespacing=1.1
        )
        label.set_path_effects([withStroke(linewidth=2.5, foreground="white")])


def _draw_key(axes, language: str) -> None:
    handles = [
        Line2D([], [], linewidth=2.4, label=SIGN_NAMES[language][sign], **SIGNS[sign])
        for sign in ("cooperation", "conflict")
    ]
    axes.legend(
        handles=handles, loc="upper left", ncols=2, handlelength=2.6, borderpad=0, borderaxespad=0.7, columnspacing=1.4
    )


def _ties(pairs: pd.DataFrame, names: dict[str, str], language: str) -> str:
    best = heaviest_first(pairs).head(5)
    return "; ".join(
        f"{names.get(row['source'], row['source'])} → {names.get(row['target'], row['target'])} "
        + ", ".join(
            f"{SIGN_NAMES[language][sign]} {format_number(row[f'{sign}_weighted'], language)}"
            for sign in ("cooperation", "conflict")
            if row[f"{sign}_weighted"] > 0
        )
        for row in best.to_dict("records")
    )
