"""Weight stability: how the scores move when one criterion counts more or less, and where the lead changes hands."""

import pandas as pd
from matplotlib.figure import Figure

from analysis.options.figures.canvas import EDGE, SMALL, point_canvas, write
from analysis.options.figures.labels import (
    BASE,
    LABEL,
    fitted,
    hindsight_mark,
    marks,
    percent,
    quoted,
    spread,
    weights_name,
)
from analysis.options.figures.lines import LOOKS
from analysis.options.figures.words import say, word
from analysis.options.mixtures import line_ends
from analysis.options.ranking import Ranking
from analysis.options.scenarios import switch_points
from analysis.style import PALETTE, finish, workbook_style

ACROSS = 3
TEXTS = {
    "never": {
        "it": "{first} resta al primo posto qualunque sia il peso di un singolo criterio",
        "en": "{first} stays first whatever the weight of any single criterion",
    },
    "tie": {
        "it": "{count} opzioni sono pari in testa: basta un peso appena diverso per separarle",
        "en": "{count} options share the lead: the slightest change of a weight separates them",
    },
    "below": {
        "it": "{first} perde il primo posto se il peso di «{criterion}» scende da {weight} a {limit}",
        "en": "{first} loses the lead if the weight of “{criterion}” falls from {weight} to {limit}",
    },
    "above": {
        "it": "{first} perde il primo posto se il peso di «{criterion}» sale da {weight} a {limit}",
        "en": "{first} loses the lead if the weight of “{criterion}” rises from {weight} to {limit}",
    },
    "subtitle": {
        "it": "Punteggio da 0 a 100 quando il peso di un criterio va da 0 a 100 %, pesi {weights}",
        "en": "Score from 0 to 100 as the weight of one criterion goes from 0 to 100%, weights {weights}",
    },
    "note": {
        "it": "Linea verticale: il peso attuale. Fascia grigia: fra questi pesi la prima opzione resta tale; gli altri "
        "criteri mantengono le loro proporzioni. Punteggi medi, senza la loro incertezza.",
        "en": "Vertical line: the present weight. Grey band: between these weights the first option stays first; the "
        "other criteria keep their proportions. Mean scores, without their uncertainty.",
    },
    "others": {
        "it": " Opzioni in grigio, mai in testa: {count}.",
        "en": " Options in grey, never in the lead: {count}.",
    },
    "more": {
        "it": " Opzioni in grigio: {count}, fra cui altre in testa a certi pesi.",
        "en": " Options in grey: {count}, among them others that lead at certain weights.",
    },
    "part": {
        "it": "{criterion}, peso {weight}: {first} resta prima da {lower} a {upper}",
        "en": "{criterion}, weight {weight}: {first} stays first from {lower} to {upper}",
    },
}


PANEL = 84.0  # points: height of a panel's drawing
FOOT = 24.0  # and of the room below it


@workbook_style()
def plot_weight_stability(ranking: Ranking, language: str = "it") -> Figure:
    """A panel for each criterion: the score of every option (0–100) by the weight of that criterion alone (0–1).

    The leader and the options that take the lead somewhere carry a letter and a colour, five of them at most.
    """
    criteria = list(ranking.stability.index)
    weights = ranking.weights.loc[criteria, ranking.weight_set]
    takers = _takers(ranking, weights)
    shown = [ranking.order[0], *takers][: len(LOOKS)]
    across = min(ACROSS, len(criteria))
    down = -(-len(criteria) // across)
    key = 15.0 * len(shown) + 6
    head = 22.0
    height = key + down * (head + PANEL + FOOT)
    fig, canvas, width = point_canvas(height)
    _draw_key(canvas, ranking, shown, width)
    step = (width - EDGE) / across
    for place, criterion in enumerate(criteria):
        left, top = EDGE + step * (place % across), key + (head + PANEL + FOOT) * (place // across)
        wide = step - 38
        lines = fitted(ranking.titles["criteria"][criterion], step - 12, 2, 8, "bold")
        write(canvas, left, top + head - 4, lines, size=8, va="bottom", fontweight="bold")
        axes = fig.add_axes(((left + 20) / width, 1 - (top + head + PANEL) / height, wide / width, PANEL / height))
        at_zero, at_one = line_ends(ranking.performance.mean, weights, criterion)
        _panel(axes, 100 * at_zero, 100 * at_one, shown, ranking.stability.loc[criterion])
        axes.set_xticks([0, 0.5, 1], [percent(x, language) for x in (0, 0.5, 1)], fontsize=SMALL)
        axes.set_yticks([0, 50, 100], ["0", "50", "100"], fontsize=SMALL)
    note = say(TEXTS, "note", language)
    rest = len(ranking.order) - len(shown)
    if rest:
        note += say(TEXTS, "others" if len(shown) == 1 + len(takers) else "more", language, count=rest)
    title = _title(ranking, language)
    return finish(
        fig,
        title=title,
        subtitle=say(TEXTS, "subtitle", language, weights=weights_name(ranking, language)),
        note=note + marks(ranking, language, shown),
        source=word("source", language),
        alt=_alt(ranking, title, language),
        slug="options-weight-stability",
    )


def _takers(ranking: Ranking, weights: pd.Series) -> list[str]:
    """Options that lead at some weight of some criterion: first those that overtake the leader, then the others."""
    values, order = ranking.performance.mean, ranking.order
    leading = set()
    for criterion in weights.index:
        ends = pd.concat(dict(zip(("none", "all"), line_ends(values, weights, criterion), strict=True)), axis=1)
        leading |= set(switch_points(ends, pd.Series({"none": 0.5, "all": 0.5}), "all")["option"])
    overtaking = set(ranking.stability[["below", "above"]].to_numpy().ravel())
    return sorted((leading | overtaking) - {"", order[0]}, key=lambda o: (o not in overtaking, order.index(o)))


def _panel(axes, at_zero: pd.Series, at_one: pd.Series, shown: list[str], found: pd.Series) -> None:
    axes.axvspan(found["lower"], found["upper"], color="#E9E9E9", linewidth=0, zorder=0)
    axes.axvline(found["weight"], color=PALETTE["text"], linewidth=0.9, zorder=1)
    for option in at_zero.index.drop(shown):
        axes.plot([0, 1], [at_zero[option], at_one[option]], color=BASE, linewidth=0.7, zorder=2)
    for rank, option in reversed(list(enumerate(shown))):
        axes.plot([0, 1], [at_zero[option], at_one[option]], zorder=9 - rank, **LOOKS[rank])
    places = spread([float(at_one[option]) for option in shown], 10, 2, 98)
    for rank, place in enumerate(places):
        look = {"fontsize": SMALL, "fontweight": "bold", "color": LOOKS[rank]["color"]}
        axes.text(1.03, place, letter(rank), va="center", **look)
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 100)
    axes.grid(True, axis="y")


def _draw_key(canvas, ranking: Ranking, shown: list[str], width: float) -> None:
    for rank, option in enumerate(shown):
        y = 8 + 15.0 * rank
        canvas.plot([EDGE, EDGE + 24], [y, y], **LOOKS[rank])
        mark = hindsight_mark(ranking, option)
        name = fitted(f"{letter(rank)}  {ranking.titles['options'][option]}", width - 50, 1, LABEL, "bold", mark)
        write(canvas, EDGE + 30, y, name, size=LABEL, fontweight="bold", color=LOOKS[rank]["color"])


def letter(rank: int) -> str:
    """A for the first of those that carry one."""
    return "ABCDEFGH"[rank]


def _title(ranking: Ranking, language: str) -> str:
    first = quoted(ranking.titles["options"][ranking.order[0]], language, 300)
    leaders = int((ranking.ranks[ranking.weight_set] == 1).sum())
    if leaders > 1:
        return say(TEXTS, "tie", language, count=leaders)
    found = ranking.stability
    sides = [
        (round(abs(row["weight"] - row[end]), 9), place, criterion, side, row["weight"], row[end])
        for place, (criterion, row) in enumerate(found.iterrows())
        for side, end in (("below", "lower"), ("above", "upper"))
        if row[side]
    ]
    if not sides:
        return say(TEXTS, "never", language, first=first)
    distance, _, criterion, side, weight, limit = min(sides)
    # So many digits that the two differ.
    digits = 0 if distance >= 0.015 else 1
    numbers = {"weight": percent(weight, language, digits), "limit": percent(limit, language, digits)}
    name = fitted(ranking.titles["criteria"][criterion], 200, 1, 12, "bold")[0]
    return say(TEXTS, side, language, first=first, criterion=name, **numbers)


def _alt(ranking: Ranking, title: str, language: str) -> str:
    first = ranking.titles["options"][ranking.order[0]]
    parts = []
    for criterion, row in ranking.stability.iterrows():
        numbers = {end: percent(row[end], language) for end in ("weight", "lower", "upper")}
        name = ranking.titles["criteria"][criterion]
        parts.append(say(TEXTS, "part", language, criterion=name, first=first, **numbers))
    return f"{title}. {'; '.join(parts)}."
