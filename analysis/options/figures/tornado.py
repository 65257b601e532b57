"""Tornado: how far the doubt about each cell moves the lead of the first option over its rival."""

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from analysis.options.figures.canvas import EDGE, point_canvas, write
from analysis.options.figures.labels import LABEL, fitted, hindsight_mark, marks, quoted, weights_name
from analysis.options.figures.words import say, word
from analysis.options.ranking import Ranking
from analysis.options.what_matters import tornado
from analysis.style import PALETTE, finish, format_number, workbook_style

TOP = 12
ROW = 19.0  # points
NAMES = 132.0
HEAD = 56.0
LOOKS = ({"facecolor": PALETTE["blue"]}, {"facecolor": "#F3C6A5", "hatch": "/////"})
"""Bars of the leader's cells and of the rival's; the hatching tells them apart in black and white."""

TEXTS = {
    "none": {
        "it": "Nessun dubbio preso da solo toglie a {first} il vantaggio su {second}",
        "en": "No doubt taken alone costs {first} its lead over {second}",
    },
    "one": {
        "it": "Un solo dubbio basta a portare {second} davanti a {first}: {criterion}",
        "en": "One doubt alone is enough to bring {second} ahead of {first}: {criterion}",
    },
    "some": {
        "it": "{count} dubbi, ciascuno da solo, possono portare {second} davanti a {first}",
        "en": "{count} doubts, each of them alone, can bring {second} ahead of {first}",
    },
    "subtitle": {
        "it": "Vantaggio in punti di punteggio (0–100) al variare di una valutazione, pesi {weights}",
        "en": "Lead in points of score (0–100) as one assessment varies, weights {weights}",
    },
    "key_first": {"it": "A  {title}: barre piene", "en": "A  {title}: plain bars"},
    "key_second": {"it": "B  {title}: barre a righe", "en": "B  {title}: hatched"},
    "ahead": {"it": "davanti A →", "en": "A ahead →"},
    "behind": {"it": "← davanti B", "en": "← B ahead"},
    "today": {"it": "ora {lead}", "en": "now {lead}"},
    "note": {
        "it": "Barra: il vantaggio di A su B quando una valutazione dell'uno o dell'altro va dal suo valore più basso "
        "al più alto e le altre restano alla media. Linea nera: vantaggio zero. In grassetto i dubbi che ribaltano "
        "l'ordine.",
        "en": "Bar: the lead of A over B as an assessment of one of them goes from its lowest to its highest value and "
        "the others stay at their mean. Black line: no lead. Bold: the doubts that turn the order round.",
    },
    "shown": {
        "it": " Mostrati i {shown} dubbi più ampi su {total}.",
        "en": " Shown: the widest {shown} of {total} doubts.",
    },
    "part": {
        "it": "{criterion} di {option}: da {low} a {high}",
        "en": "{criterion} of {option}: from {low} to {high}",
    },
}


@workbook_style()
def plot_tornado(ranking: Ranking, language: str = "it") -> Figure:
    """The leader of `ranking` against its rival: a bar for each doubtful cell of the two, the widest twelve.

    A doubt without width, or under a criterion that weighs nothing, moves nothing and is left out.
    """
    first, second = ranking.order[0], ranking.rival
    weights = ranking.weights[ranking.weight_set]
    table = tornado(ranking.performance, weights, first, second)
    mean = ranking.performance.mean
    lead = float((mean.loc[first] - mean.loc[second]) @ weights)
    moving = table[table["swing"] > 0]
    rows = moving.head(TOP).to_dict("records")
    height = HEAD + ROW * max(len(rows), 1) + 4
    fig, axes, width = point_canvas(height)
    reach = _reach(rows, lead, width)
    # Tenths of a point only where all bars are short.
    digits = 0 if any(row["swing"] >= 0.15 for row in rows) else 1
    _draw_axis(axes, reach(0.0), reach(lead), format_number(100 * lead, language, digits), height, language)
    for place, row in enumerate(rows):
        _bar(axes, row, HEAD + ROW * place, reach, row["option"] != first, digits, ranking, language)
    titles = ranking.titles["options"]
    for place, (key, option) in enumerate((("key_first", first), ("key_second", second))):
        y = 9 + 15.0 * place
        axes.add_patch(Rectangle((EDGE, y - 5), 16, 10, edgecolor=PALETTE["text"], linewidth=0.4, **LOOKS[place]))
        name = say(
            TEXTS, key, language, title=fitted(titles[option], width - 140, 1, mark=hindsight_mark(ranking, option))[0]
        )
        write(axes, EDGE + 22, y, name, size=LABEL)
    note = say(TEXTS, "note", language)
    if len(moving) > len(rows):
        note += say(TEXTS, "shown", language, shown=len(rows), total=len(moving))
    title = _title(ranking, moving, language)
    return finish(
        fig,
        title=title,
        subtitle=say(TEXTS, "subtitle", language, weights=weights_name(ranking, language)),
        note=note + marks(ranking, language, [first, second]),
        source=word("source", language),
        alt=_alt(ranking, rows, title, language),
        slug="options-tornado",
    )


def _reach(rows: list[dict], lead: float, width: float):
    """From a lead to points: the widest bar, zero and the numbers beside the bars have room."""
    ends = [0.0, lead, *(row[end] for row in rows for end in ("at_low", "at_high"))]
    left, right = EDGE + NAMES + 30, width - EDGE - 28
    low, high = min(ends), max(ends)
    span = high - low if high > low else 1.0
    return lambda value: left + (value - low) / span * (right - left)


def _draw_axis(axes, zero: float, today: float, lead: str, height: float, language: str) -> None:
    axes.plot([zero, zero], [HEAD - 6, height], color=PALETTE["black"], linewidth=1.3, zorder=5)
    axes.plot(
        [today, today], [HEAD - 6, height], color=PALETTE["muted"], linewidth=0.8, linestyle=(0, (3, 2)), zorder=5
    )
    write(axes, zero - 4, HEAD - 12, say(TEXTS, "behind", language), ha="right", fontweight="bold")
    write(axes, zero + 4, HEAD - 12, say(TEXTS, "ahead", language), ha="left", fontweight="bold")
    # Above the two others where it would run into them.
    near = today - zero < 90
    place = HEAD - (21 if near else 12)
    write(axes, today, place, say(TEXTS, "today", language, lead=lead), ha="center", color=PALETTE["muted"])


def _bar(axes, row: dict, top: float, reach, rival: bool, digits: int, ranking: Ranking, language: str) -> None:
    weight = "bold" if row["turns"] else "normal"
    name = fitted(ranking.titles["criteria"][row["criterion"]], NAMES - 12, 1, LABEL, weight)
    middle = top + ROW / 2
    write(axes, EDGE + NAMES - 12, middle, name, size=LABEL, ha="right", fontweight=weight)
    write(axes, EDGE + NAMES - 2, middle, "B" if rival else "A", size=LABEL, ha="center", fontweight="bold")
    low, high = sorted((row["at_low"], row["at_high"]))
    left, right = reach(low), reach(high)
    box = (left, top + 3), right - left, ROW - 6
    axes.add_patch(Rectangle(*box, edgecolor=PALETTE["text"], linewidth=0.4, zorder=3, **LOOKS[rival]))
    for x, value, side in ((left - 3, low, "right"), (right + 3, high, "left")):
        backed = {"bbox": {"facecolor": "white", "edgecolor": "none", "pad": 0.6}, "zorder": 6}
        write(axes, x, middle, format_number(100 * value, language, digits), ha=side, **backed)


def _title(ranking: Ranking, moving: pd.DataFrame, language: str) -> str:
    titles = ranking.titles["options"]
    names = {
        "first": quoted(titles[ranking.order[0]], language),
        "second": quoted(titles[ranking.rival], language),
    }
    turning = moving[moving["turns"]]
    if len(turning) == 1:
        criterion = fitted(ranking.titles["criteria"][turning["criterion"].iloc[0]], 200, 1, 12, "bold")[0]
        return say(TEXTS, "one", language, criterion=criterion, **names)
    return say(TEXTS, "some" if len(turning) else "none", language, count=len(turning), **names)


def _alt(ranking: Ranking, rows: list[dict], title: str, language: str) -> str:
    parts = [
        say(
            TEXTS,
            "part",
            language,
            criterion=ranking.titles["criteria"][row["criterion"]],
            option=ranking.titles["options"][row["option"]],
            low=format_number(100 * row["at_low"], language, 1),
            high=format_number(100 * row["at_high"], language, 1),
        )
        for row in rows
    ]
    return f"{title}. {'; '.join(parts) or word('no_data', language)}."
