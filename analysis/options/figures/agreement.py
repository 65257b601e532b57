"""Do the methods agree? The place of every option under each method, joined by lines."""

import pandas as pd
from matplotlib.figure import Figure

from analysis.options.aggregation import Agreement
from analysis.options.figures.canvas import EDGE, point_canvas, write
from analysis.options.figures.labels import BASE, LABEL, fitted, listed, quoted
from analysis.options.figures.lines import LOOKS
from analysis.options.figures.words import say, word
from analysis.style import PALETTE, finish, format_number, workbook_style

NAMES = 128.0  # points for the names on either side
ROW, HEAD = 27.0, 24.0
DOT = 8.0

TEXTS = {
    "all": {"it": "Tutti i {count} metodi danno lo stesso ordine", "en": "All {count} methods give the same order"},
    "first": {
        "it": "Tutti i {count} metodi mettono al primo posto {first}; più sotto l'ordine cambia",
        "en": "All {count} methods put {first} first; further down the order changes",
    },
    "differ": {
        "it": "I metodi non concordano sul primo posto: {firsts}",
        "en": "The methods disagree about the first place: {firsts}",
    },
    "subtitle": {
        "it": "Posto di ogni opzione secondo ciascun metodo, con gli stessi pesi e le stesse valutazioni",
        "en": "Rank of each option under each method, with the same weights and assessments",
    },
    "note": {
        "it": "Numero: il posto; lo stesso numero più volte: parità. Coppie di opzioni su cui due metodi dissentono: "
        "{pairs} su {total}.",
        "en": "Number: the rank; the same number more than once: a tie. Pairs of options that two methods order "
        "differently: {pairs} of {total}.",
    },
    "tau": {
        "it": " Accordo più basso fra due metodi (tau di Kendall): {tau}, fra {methods}.",
        "en": " Lowest agreement of two methods (Kendall's tau): {tau}, between {methods}.",
    },
    "weighted_sum": {"it": "somma pesata", "en": "weighted sum"},
    "topsis": {"it": "TOPSIS", "en": "TOPSIS"},
    "vikor": {"it": "VIKOR", "en": "VIKOR"},
    "promethee": {"it": "PROMETHEE II", "en": "PROMETHEE II"},
}


@workbook_style()
def plot_agreement(agreement: Agreement, titles: dict[str, str], language: str = "it") -> Figure:
    """`agreement.ranks` as lines from method to method, the options' names at both ends. titles: option -> title.

    Options whose place changes are drawn in colour (five of them at most), the others in grey.
    """
    ranks = agreement.ranks
    places = _places(ranks)
    methods = list(ranks.columns)
    fig, axes, width = point_canvas(HEAD + ROW * len(ranks) + 6)
    left, right = EDGE + NAMES, width - EDGE - NAMES
    xs = [left + (right - left) * k / max(len(methods) - 1, 1) for k in range(len(methods))]
    for x, method in zip(xs, methods, strict=True):
        write(axes, x, HEAD - 10, say(TEXTS, method, language), size=LABEL, ha="center", fontweight="bold")
    moving = [option for option in places.index if ranks.loc[option].nunique() > 1]
    for option in places.index:
        leads = option in moving[: len(LOOKS)]
        look = LOOKS[moving.index(option)] if leads else {"color": BASE, "linestyle": "solid", "linewidth": 1.4}
        ys = [HEAD + ROW * (place + 0.5) for place in places.loc[option]]
        axes.plot(xs, ys, zorder=2, **look)
        for x, y, rank in zip(xs, ys, ranks.loc[option], strict=True):
            axes.plot(x, y, "o", color=look["color"], markersize=2 * DOT, markeredgecolor="white", zorder=3)
            write(axes, x, y, str(rank), size=LABEL, ha="center", color="white", fontweight="bold", zorder=4)
        name = fitted(titles[option], NAMES - 16, 2)
        ink = look["color"] if leads else PALETTE["text"]
        write(axes, left - 14, ys[0], name, size=LABEL, ha="right", color=ink)
        write(axes, right + 14, ys[-1], name, size=LABEL, ha="left", color=ink)
    title = _title(ranks, titles, language)
    return finish(
        fig,
        title=title,
        subtitle=say(TEXTS, "subtitle", language),
        note=_note(agreement, language),
        source=word("source", language),
        alt=_alt(ranks, titles, title, language),
        slug="options-agreement",
    )


def _places(ranks: pd.DataFrame) -> pd.DataFrame:
    """Places of their own for options that share a rank: under the first method's order, so that nothing overlaps."""
    ordered = ranks.sort_values(list(ranks.columns), kind="stable")
    return pd.DataFrame({m: ordered[m].rank(method="first").astype(int) - 1 for m in ranks.columns})


def _title(ranks: pd.DataFrame, titles: dict[str, str], language: str) -> str:
    count = len(ranks.columns)
    if (ranks.nunique(axis=1) == 1).all():
        return say(TEXTS, "all", language, count=count)
    leaders = {tuple(ranks.index[ranks[method] == 1]) for method in ranks.columns}
    if len(leaders) == 1:
        names = [quoted(titles[option], language) for option in next(iter(leaders))]
        return say(TEXTS, "first", language, count=count, first=listed(names, language))
    named = [option for option in ranks.index if (ranks.loc[option] == 1).any()]
    firsts = listed([quoted(titles[option], language, 210) for option in named[:3]], language)
    return say(TEXTS, "differ", language, firsts=firsts + ("…" if len(named) > 3 else ""))


def _note(agreement: Agreement, language: str) -> str:
    n = len(agreement.ranks)
    note = say(TEXTS, "note", language, pairs=len(agreement.disagreements), total=n * (n - 1) // 2)
    tau = agreement.tau.stack().dropna()
    if tau.empty or tau.min() > 0.999:
        return note
    methods = listed([say(TEXTS, method, language) for method in tau.idxmin()], language)
    return note + say(TEXTS, "tau", language, tau=format_number(float(tau.min()), language, 2), methods=methods)


def _alt(ranks: pd.DataFrame, titles: dict[str, str], title: str, language: str) -> str:
    parts = []
    for option in _places(ranks).index:
        found = ", ".join(f"{say(TEXTS, method, language)} {rank}" for method, rank in ranks.loc[option].items())
        parts.append(f"{titles[option]}: {found}")
    return f"{title}. {'; '.join(parts)}."
