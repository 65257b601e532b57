"""What the figures of this room share: names, the choice of the most active actors, the sentence about the top dyad."""

import pandas as pd
from matplotlib.figure import Figure

from analysis.style import PALETTE, clean, finish, format_number, new_figure

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


def check_language(language: str) -> None:
    """Raises ValueError for a language other than `it` and `en`."""
    if language not in SOURCE:
        raise ValueError(f"language must be 'it' or 'en', not {language!r}")


def actor_names(actors: pd.DataFrame | None) -> dict[str, str]:
    """Identifier -> name, from the table `actors`."""
    if actors is None:
        return {}
    return {i: clean(name) or i for i, name in zip(actors["actor_id"], actors["name"], strict=True)}


def live_pairs(dyad_table: pd.DataFrame) -> pd.DataFrame:
    """The pairs that weigh something, in sorted order, with `weight` = both weighted sums."""
    table = dyad_table.assign(weight=dyad_table["cooperation_weighted"] + dyad_table["conflict_weighted"])
    return table[table["weight"] > 0].sort_values(["source", "target"]).reset_index(drop=True)


def by_activity(pairs: pd.DataFrame) -> list[str]:
    """Actors of the pairs, the most active first (weights out and in), ties by identifier."""
    total: dict[str, float] = {}
    for row in pairs.to_dict("records"):
        for actor in (row["source"], row["target"]):
            total[actor] = total.get(actor, 0.0) + row["weight"]
    return sorted(total, key=lambda actor: (-round(total[actor], 6), actor))


def among(pairs: pd.DataFrame, actors: list[str]) -> pd.DataFrame:
    """The pairs whose two sides are both in `actors`."""
    return pairs[pairs["source"].isin(actors) & pairs["target"].isin(actors)]


def choose(pairs: pd.DataFrame, top: int) -> tuple[list[str], int]:
    """The `top` most active actors (two at least) and how many there are; the heaviest pair is always among them."""
    ranked = by_activity(pairs)
    heaviest = heaviest_first(pairs).iloc[0]
    ends = [heaviest["source"], heaviest["target"]]
    kept = ranked[: max(top, 2)]
    kept = kept[: len(kept) - sum(end not in kept for end in ends)] + [end for end in ends if end not in kept]
    return [actor for actor in ranked if actor in {*kept, *ends}], len(ranked)


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
    who = f"{names.get(top['source'], top['source'])} → {names.get(top['target'], top['target'])}"
    lead = "Il legame più intenso è" if language == "it" else "The strongest tie is"
    return f"{lead} {who}: {', '.join(parts)}"


def shown_note(shown: int, total: int, pairs: int, all_pairs: int, language: str) -> str:
    """How much of the whole the figure shows."""
    if language == "it":
        if pairs < all_pairs:
            return (
                f"Mostrati i {shown} attori più attivi su {total} "
                f"e i {pairs} legami più intensi fra loro, su {all_pairs}."
            )
        return f"Attori: {total}; legami: {all_pairs}."
    if pairs < all_pairs:
        return (
            f"Shown: the {shown} most active of {total} actors "
            f"and the {pairs} strongest ties among them, of {all_pairs}."
        )
    return f"Actors: {total}; ties: {all_pairs}."


def empty_figure(title: str, language: str, slug: str, source: str = "") -> Figure:
    """A figure that says in words that there is nothing to draw."""
    fig = new_figure(height=0.9)
    word = "nessun dato" if language == "it" else "no data"
    fig.text(0.5, 0.5, word, ha="center", va="center", fontsize=9.5, color=PALETTE["grey"])
    return finish(fig, title=title, source=source or SOURCE[language], alt=title, slug=slug)
