"""Weighted scores: a dot, a band and a line for each option."""

from matplotlib.figure import Figure

from analysis.options.figures.labels import (
    ACCENT,
    BASE,
    label_rows,
    marks,
    option_labels,
    quoted,
    row_height,
    weights_name,
)
from analysis.options.figures.words import word
from analysis.options.ranking import Ranking
from analysis.style import PALETTE, finish, format_number, new_figure, workbook_style


@workbook_style()
def plot_scores(ranking: Ranking, language: str = "it") -> Figure:
    """Mean score, the middle 90 % of the draws and the whole range, best option first."""
    options, bands = ranking.order, 100 * ranking.bands
    labels = option_labels(ranking, options)
    others = [name for name in ranking.scores if name != ranking.weight_set]
    fig = new_figure(height=len(options) * row_height(labels, 0.34) + 0.3)
    axes = fig.subplots()
    leaders = [option for option in options if ranking.ranks.loc[option, ranking.weight_set] == 1]
    for row, option in enumerate(options):
        band, color = bands.loc[option], ACCENT if option in leaders else BASE
        axes.plot([band["low"], band["high"]], [row, row], color=color, linewidth=0.9, zorder=2)
        ends = [band["band_low"], band["band_high"]]
        axes.plot(ends, [row, row], color=color, linewidth=5, alpha=0.4, solid_capstyle="butt", zorder=3)
        axes.plot(band["score"], row, "o", color=color, markersize=6, zorder=5)
        for name in others:
            score = 100 * ranking.scores.loc[option, name]
            look = {"color": PALETTE["muted"], "markerfacecolor": "none", "markeredgewidth": 0.7}
            axes.plot(score, row + 0.27, "D", markersize=3, **look)
        number = format_number(band["score"], language, 0)
        shown = {"color": color if option in leaders else PALETTE["muted"], "fontweight": "bold", "fontsize": 8.5}
        axes.annotate(
            number, (band["score"], row), xytext=(0, 5), textcoords="offset points", ha="center", va="bottom", **shown
        )
    label_rows(axes, labels)
    axes.set_ylim(len(options) - 0.4, -0.6)
    axes.set_xlim(-2, 102)
    axes.set_xticks([0, 25, 50, 75, 100])
    axes.grid(True, axis="x")
    axes.grid(False, axis="y")
    note = word("scores_note", language, draws=format_number(min(ranking.draws, 20_000), language, 0))
    if others:
        note += word("scores_others", language, others="; ".join(ranking.titles["weights"][name] for name in others))
    return finish(
        fig,
        title=_title(ranking, leaders, language),
        subtitle=word("scores_subtitle", language, weights=weights_name(ranking, language)),
        note=note + marks(ranking, language),
        source=word("source", language),
        alt=_alt(ranking, language),
        slug="options-scores",
    )


def _title(ranking: Ranking, leaders: list[str], language: str) -> str:
    options, bands = ranking.order, ranking.bands
    score = format_number(100 * bands.loc[options[0], "score"], language, 0)
    if len(leaders) > 1:
        return word("scores_tie", language, count=len(leaders), score=score)
    overlap = (bands.loc[options[1:], "band_high"] > bands.loc[options[0], "band_low"]).any()
    first = quoted(ranking.titles["options"][options[0]], language, 400)
    return word("scores_overlap" if overlap else "scores_title", language, first=first, score=score)


def _alt(ranking: Ranking, language: str) -> str:
    parts = []
    for option in ranking.order:
        band = 100 * ranking.bands.loc[option]
        low, mode, high = (format_number(band[name], language, 0) for name in ("band_low", "score", "band_high"))
        parts.append(f"{ranking.titles['options'][option]} {mode} ({low}–{high})")
    subtitle = word("scores_subtitle", language, weights=weights_name(ranking, language))
    return f"{subtitle}: {'; '.join(parts)}."
