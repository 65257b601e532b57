"""What the figures of this room share: names, the choice of the most active actors, the sentence about the top dyad."""

from collections.abc import Iterable

import pandas as pd
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from analysis.registry import load_registry
from analysis.style import (
    PALETTE,
    SIGNS,
    Box,
    clean,
    drawable,
    finish,
    format_named,
    format_number,
    isolated,
    new_figure,
    shorten,
    width_of,
)

SOURCE = {
    "it": "Fonte: eventi estratti dai documenti del dossier; punteggi PLOVER.",
    "en": "Source: events extracted from the documents of the dossier; PLOVER scores.",
}
NO_DYADS = {
    "it": "Nessun evento fra due attori distinti: non c'è una rete da disegnare",
    "en": "No event between two different actors: there is no network to draw",
}
SIGN_NAMES = {
    "it": {"cooperation": "cooperazione", "conflict": "conflitto"},
    "en": {"cooperation": "cooperation", "conflict": "conflict"},
}
SYMBOL = {"cooperation": "+", "conflict": "−"}
RAMPS = {
    "cooperation": LinearSegmentedColormap.from_list("cooperation", ["#FFFFFF", PALETTE["blue"], "#003F63"]),
    "conflict": LinearSegmentedColormap.from_list("conflict", ["#FFFFFF", PALETTE["vermilion"], "#6E3000"]),
}
"""Shades of a sign from nothing to the most, for heat maps."""


def check_look(language: str, format: str) -> None:
    """Raises ValueError for a language other than `it` and `en` and a format other than `page` and `slide`."""
    format_named(format)
    if language not in SOURCE:
        raise ValueError(f"language must be 'it' or 'en', not {language!r}")


def actor_names(actors: pd.DataFrame | None, language: str = "it") -> dict[str, str]:
    """Identifier -> name, from the table `actors`; the identifier where the font lacks a character of the name.

    In English the registry's English name stands for its Italian one; a name that the analyst or a text gave stays.
    """
    if actors is None:
        return {}
    known = load_registry().actors if language == "en" else {}
    names = {}
    for actor, name in zip(actors["actor_id"], actors["name"], strict=True):
        entry = known.get(actor)
        name = clean(entry.name_en if entry and entry.name_en and name == entry.name else name)
        names[actor] = isolated(name if name and drawable(name) else clean(actor))
    return names


def short_pair(source: str, target: str, arrow: str, room: float, size: float, weight: str = "normal") -> str:
    """Both names and the arrow in `room` points; a short name leaves its room to the long one."""
    room = max(room - width_of(f" {arrow} ", size, weight), 0)
    source = shorten(source, max(room / 2, room - width_of(target, size, weight)), size, weight)
    return f"{source} {arrow} {shorten(target, room - width_of(source, size, weight), size, weight)}"


def live_pairs(dyad_table: pd.DataFrame) -> pd.DataFrame:
    """The pairs that weigh something, in sorted order, with `weight` = both weighted sums."""
    known = dyad_table.fillna({"cooperation_weighted": 0.0, "conflict_weighted": 0.0})
    table = known.assign(weight=known["cooperation_weighted"] + known["conflict_weighted"])
    return table[table["weight"] > 0].sort_values(["source", "target"]).reset_index(drop=True)


def by_activity(pairs: pd.DataFrame) -> list[str]:
    """Actors of the pairs, the most active first (weights out and in), ties by identifier."""
    total: dict[str, float] = {}
    for row in pairs.to_dict("records"):
        for actor in (row["source"], row["target"]):
            total[actor] = total.get(actor, 0.0) + row["weight"]
    return sorted(total, key=lambda actor: (-round(total[actor], 6), actor))


def strongest(pairs: pd.DataFrame, top: int) -> tuple[list[str], pd.DataFrame, int]:
    """The actors of the heaviest pairs, `top` at most (two at least), the pairs among them, and how many there are.

    So nobody is shown without a tie, and the heaviest pair is always there. Actors by activity among those shown.
    """
    kept: set[str] = set()
    for row in heaviest_first(pairs).to_dict("records"):
        ends = {row["source"], row["target"]}
        if len(kept | ends) <= max(top, 2):
            kept |= ends
    shown = pairs[pairs["source"].isin(kept) & pairs["target"].isin(kept)]
    return by_activity(shown), shown, len({*pairs["source"], *pairs["target"]})


def heaviest_first(pairs: pd.DataFrame) -> pd.DataFrame:
    """Pairs by falling weight, equal ones by identifier."""
    return pairs.sort_values(["weight", "source", "target"], ascending=[False, True, True])


def finding(pairs: pd.DataFrame, names: dict[str, str], language: str) -> str:
    """The title: the heaviest directed pair and what it is made of."""
    top = heaviest_first(pairs).iloc[0]
    parts = [
        f"{SIGN_NAMES[language][sign]} {format_number(top[f'{sign}_weighted'], language)}"
        for sign in ("cooperation", "conflict")
        if top[f"{sign}_weighted"] > 0
    ]
    names = [names.get(top[side], top[side]) for side in ("source", "target")]
    who = short_pair(*names, "→", 520, 12, "bold")
    lead = "Il legame più intenso è" if language == "it" else "The strongest tie is"
    return f"{lead} {who}: {', '.join(parts)}"


def shown_note(shown: int, total: int, pairs: int, all_pairs: int, language: str) -> str:
    """How much of the whole the figure shows; `pairs` are directed."""
    if language == "it":
        if pairs < all_pairs:
            return (
                f"Mostrati {shown} attori su {total}, quelli dei legami più intensi, con {pairs} legami su {all_pairs}."
            )
        return f"Attori: {total}; legami: {all_pairs}."
    if pairs < all_pairs:
        return f"Shown: {shown} of {total} actors, those of the strongest ties, with {pairs} of {all_pairs} ties."
    return f"Actors: {total}; ties: {all_pairs}."


def pairs_in_words(pairs: pd.DataFrame, names: dict[str, str], language: str, count: int = 5) -> str:
    """The heaviest pairs with their numbers, for alternative texts."""
    return "; ".join(
        f"{names.get(row['source'], row['source'])} → {names.get(row['target'], row['target'])} "
        + ", ".join(
            f"{SIGN_NAMES[language][sign]} {format_number(row[f'{sign}_weighted'], language)}"
            for sign in SIGNS
            if row[f"{sign}_weighted"] > 0
        )
        for row in heaviest_first(pairs).head(count).to_dict("records")
    )


def digits_of(values: Iterable[float]) -> int:
    """Decimals that these values need to be told apart from whole numbers: none or one."""
    return 0 if all(float(value).is_integer() for value in values) else 1


def draw_strip(axes, box: Box, sign: str, value: float, scale: float, digits: int, language: str) -> None:
    """A cell of a heat map with its number; box: left, top, width, height in points; empty where the value is 0."""
    left, top, width, height = box
    face = RAMPS[sign](value / scale) if value else "white"
    axes.add_patch(Rectangle((left, top), width, height, facecolor=face, edgecolor="#E2E2E2", linewidth=0.5))
    if value:
        text = SYMBOL[sign] + format_number(value, language, digits)
        # Below 7 points nobody reads: a number that is wider than its cell is written without its decimal.
        text = text if width_of(text, 7) < width else SYMBOL[sign] + format_number(value, language, 0)
        ink = "white" if value > 0.42 * scale else PALETTE["text"]
        look = {"ha": "center", "va": "center", "fontsize": 7, "color": ink}
        axes.text(left + width / 2, top + height / 2, text, **look)


def draw_signs(axes, language: str, y: float = 8) -> None:
    """The key of a canvas: what the two kinds of line stand for."""
    x = 7.0
    for sign, style in SIGNS.items():
        axes.plot([x, x + 26], [y, y], linewidth=2.4, solid_capstyle="butt", **style)
        axes.text(x + 31, y, SIGN_NAMES[language][sign], va="center", fontsize=8.5, color=style["color"])
        x += 31 + width_of(SIGN_NAMES[language][sign], 8.5) + 16


def empty_figure(title: str, language: str, slug: str, source: str = "", format: str = "page") -> Figure:
    """A figure that says in words that there is nothing to draw."""
    fig = new_figure(0.9, format)
    word = "nessun dato" if language == "it" else "no data"
    fig.text(0.5, 0.5, word, ha="center", va="center", fontsize=9.5, color=PALETTE["grey"])
    return finish(fig, title=title, source=source or SOURCE[language], alt=title, slug=slug)
