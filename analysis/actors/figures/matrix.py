"""Dyads as two matrices on one scale: cooperation and conflict, rows act, columns are acted upon."""

import numpy as np
import pandas as pd
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

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
    live_pairs,
    shown_note,
)
from analysis.style import PALETTE, finish, format_number, new_figure, shorten, workbook_style

SIDE_BY_SIDE = 5  # more actors than this: one matrix under the other, so that the numbers stay readable
RAMPS = {
    "cooperation": LinearSegmentedColormap.from_list("cooperation", ["#FFFFFF", PALETTE["blue"], "#003F63"]),
    "conflict": LinearSegmentedColormap.from_list("conflict", ["#FFFFFF", PALETTE["vermilion"], "#6E3000"]),
}
TEXTS = {
    "it": {
        "subtitle": "Somma dei punteggi PLOVER pesati secondo la modalità; righe: chi agisce, colonne: verso chi",
        "note": "Casella vuota: nessun incidente che pesi. I due segni non si compensano mai.",
        "alt": "Due matrici di {n} attori, cooperazione e conflitto. {finding}.",
    },
    "en": {
        "subtitle": "Sum of PLOVER scores weighted by modality; rows: who acts, columns: towards whom",
        "note": "Empty cell: no incident that weighs. The two signs are never netted.",
        "alt": "Two matrices of {n} actors, cooperation and conflict. {finding}.",
    },
}


@workbook_style()
def plot_dyads(
    dyad_table: pd.DataFrame,
    actors: pd.DataFrame | None = None,
    language: str = "it",
    top: int = 10,
    slug: str = "dyads",
    source: str = "",
) -> Figure:
    """The rows of `dyads` as two heat maps with their numbers; the `top` most active actors, as the note says.

    Raises ValueError for a language other than `it` and `en`.
    """
    check_language(language)
    names, everything = actor_names(actors), live_pairs(dyad_table)
    if everything.empty:
        return empty_figure(NO_DYADS[language], language, slug, source)
    kept, total = choose(everything, top)
    pairs = among(everything, kept)
    scale = float(pairs[["cooperation_weighted", "conflict_weighted"]].to_numpy().max())
    fig, panels = _panels(len(kept))
    for panel, sign in zip(panels, ("cooperation", "conflict"), strict=True):
        _draw(panel, _matrix(pairs, kept, f"{sign}_weighted"), sign, scale, kept, names, language)
    if len(kept) <= SIDE_BY_SIDE:
        panels[1].set_yticklabels([])
    texts, found = TEXTS[language], finding(everything, names, language)
    return finish(
        fig,
        title=found,
        subtitle=texts["subtitle"],
        note=f"{shown_note(len(kept), total, len(pairs), len(everything), language)} {texts['note']}",
        source=source or SOURCE[language],
        alt=texts["alt"].format(n=len(kept), finding=found),
        slug=slug,
    )


def _panels(count: int):
    if count <= SIDE_BY_SIDE:
        fig = new_figure(height=1.25 + 0.36 * count)
        return fig, list(fig.subplots(1, 2))
    fig = new_figure(height=2 * (1.2 + 0.25 * count))
    return fig, list(fig.subplots(2, 1))


def _matrix(pairs: pd.DataFrame, kept: list[str], column: str) -> np.ndarray:
    place = {actor: i for i, actor in enumerate(kept)}
    grid = np.zeros((len(kept), len(kept)))
    for row in pairs.to_dict("records"):
        grid[place[row["source"]], place[row["target"]]] = row[column]
    return grid


def _draw(panel, grid: np.ndarray, sign: str, scale: float, kept: list[str], names: dict[str, str], language: str):
    count = len(kept)
    panel.pcolormesh(grid, cmap=RAMPS[sign], vmin=0, vmax=scale, edgecolors=PALETTE["light"], linewidth=0.5)
    panel.invert_yaxis()
    panel.grid(False)
    panel.spines[:].set_visible(False)
    labels = [shorten(names.get(actor, actor), 92, 8.5) for actor in kept]
    middle = np.arange(count) + 0.5
    panel.set_yticks(middle, labels)
    panel.xaxis.tick_top()
    panel.set_xticks(middle, labels, rotation=40, ha="left", rotation_mode="anchor")
    panel.set_xlabel(SIGN_NAMES[language][sign], fontweight="bold", fontsize=9, color=RAMPS[sign](0.62), labelpad=5)
    for i in range(count):
        panel.fill([i, i + 1, i + 1, i], [i, i, i + 1, i + 1], color="#EFEFEF", linewidth=0)
        for j in range(count):
            if grid[i, j] > 0:
                ink = "white" if grid[i, j] > 0.42 * scale else PALETTE["text"]
                number = format_number(grid[i, j], language)
                panel.text(j + 0.5, i + 0.5, number, ha="center", va="center", fontsize=8, color=ink)
