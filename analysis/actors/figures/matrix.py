"""Dyads as a matrix: rows act, columns are acted upon, cooperation above conflict in each cell."""

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from analysis.actors.figures.shared import (
    NO_DYADS,
    SOURCE,
    actor_names,
    check_look,
    digits_of,
    draw_strip,
    empty_figure,
    finding,
    live_pairs,
    pairs_in_words,
    shown_note,
    strongest,
)
from analysis.style import FORMATS, SIGNS, finish, new_canvas, shorten, width_of, workbook_style

SIZE, NAMES = 8, 74  # of letters; points of a name
SLANT = 0.72  # of the length of a slanted name, its width and its height
STRIP, BETWEEN = 10, 2.5  # points: height of a strip, gap between two rows
CELL = (26, 46)  # points: width of a column, at least and at most
TEXTS = {
    "it": {
        "subtitle": "Somma dei punteggi PLOVER pesati per modalità: + cooperazione, − conflitto; righe: chi agisce, "
        "colonne: verso chi",
        "note": "Casella vuota: nessun incidente che pesi. I due segni non si compensano mai.",
        "alt": "Matrice di {n} attori, cooperazione e conflitto. {ties}.",
    },
    "en": {
        "subtitle": "Sum of PLOVER scores weighted by modality: + cooperation, − conflict; rows: who acts, columns: "
        "towards whom",
        "note": "Empty cell: no incident that weighs. The two signs are never netted.",
        "alt": "Matrix of {n} actors, cooperation and conflict. {ties}.",
    },
}


@workbook_style()
def plot_dyads(
    dyad_table: pd.DataFrame,
    actors: pd.DataFrame | None = None,
    language: str = "it",
    top: int = 10,
    format: str = "page",
    slug: str = "dyads",
    source: str = "",
) -> Figure:
    """The rows of `dyads` as a heat map with its numbers; the actors of the heaviest pairs, `top` at most.

    Raises ValueError for a language other than `it` and `en` and a format other than `page` and `slide`.
    """
    check_look(language, format)
    names, everything = actor_names(actors, language), live_pairs(dyad_table)
    if everything.empty:
        return empty_figure(NO_DYADS[language], language, slug, source, format)
    width, high = FORMATS[format].width * 72, FORMATS[format].height * 72
    step = 2 * STRIP + BETWEEN
    most = min((width - 2 * NAMES - 16) // CELL[0], (high - SLANT * NAMES - 12) // step)
    kept, pairs, total = strongest(everything, min(top, int(most)))
    labels = [shorten(names.get(actor, actor), NAMES, SIZE) for actor in kept]
    longest = max(width_of(label, SIZE) for label in labels)
    head, left = 12 + SLANT * longest, 16 + longest
    fig, axes = new_canvas((head + step * len(kept) + 2) / 72, format)
    cell = min((width - left - SLANT * longest) / len(kept), CELL[1])
    for i, label in enumerate(labels):
        axes.text(left - 6, head + step * i + STRIP, label, ha="right", va="center", fontsize=SIZE)
        look = {"rotation": 45, "rotation_mode": "anchor", "ha": "left", "va": "bottom", "fontsize": SIZE}
        axes.text(left + cell * (i + 0.5), head - 3, label, **look)
    _draw_cells(axes, pairs, kept, (left, head, cell, step), language)
    texts = TEXTS[language]
    return finish(
        fig,
        title=finding(everything, names, language),
        subtitle=texts["subtitle"],
        note=f"{shown_note(len(kept), total, len(pairs), len(everything), language)} {texts['note']}",
        source=source or SOURCE[language],
        alt=texts["alt"].format(n=len(kept), ties=pairs_in_words(pairs, names, language)),
        slug=slug,
    )


def _draw_cells(axes, pairs: pd.DataFrame, kept: list[str], place: tuple[float, float, float, float], language: str):
    left, head, cell, step = place
    values = pairs[[f"{sign}_weighted" for sign in SIGNS]].to_numpy()
    scale, digits = float(values.max()), digits_of(values.ravel())
    found = {(row["source"], row["target"]): row for row in pairs.to_dict("records")}
    for i, source in enumerate(kept):
        for j, target in enumerate(kept):
            x, y, row = left + cell * j, head + step * i, found.get((source, target), {})
            if i == j:
                axes.add_patch(Rectangle((x, y), cell, 2 * STRIP, facecolor="#E6E6E6", linewidth=0))
                continue
            for strip, sign in enumerate(SIGNS):
                box = (x, y + strip * STRIP, cell, STRIP)
                draw_strip(axes, box, sign, row.get(f"{sign}_weighted", 0.0), scale, digits, language)
