"""The performance matrix: a small chart for each criterion, a row for each option."""

from matplotlib.figure import Figure

from analysis.options.figures.labels import (
    ACCENT,
    label_rows,
    marks,
    option_labels,
    row_height,
    weights_name,
)
from analysis.options.figures.words import word
from analysis.options.ranking import Ranking
from analysis.style import PALETTE, finish, format_number, new_figure, workbook_style, wrap

NARROW = {"across": 4, "lines": 3, "labels": 112, "heading": 72, "size": 7.5}
WIDE = {"across": 3, "lines": 2, "labels": 138, "heading": 84, "size": 8.5}
"""Panels in a row; lines and width in points of options' names; width and font size of criteria's names."""


@workbook_style()
def plot_performance(ranking: Ranking, language: str = "it") -> Figure:
    """Dots (most likely) and lines (low to high) by criterion and option, filled where evidence is cited."""
    performance = ranking.performance
    options = ranking.order
    criteria = list(performance.mode.columns)
    # The layout that leaves fewer panels empty.
    layout = min((WIDE, NARROW), key=lambda one: -(-len(criteria) // one["across"]) * one["across"])
    labels = option_labels(ranking, options, layout["lines"], layout["labels"])
    headings = [wrap(ranking.titles["criteria"][c], layout["heading"], layout["size"], "bold") for c in criteria]
    across = min(layout["across"], len(criteria))
    down = -(-len(criteria) // across)
    tallest = max(len(lines) for lines in headings) * 0.16
    fig = new_figure(height=down * (len(options) * row_height(labels, 0.3) + tallest + 0.35))
    grid = fig.subplots(down, across, squeeze=False, sharex=True)
    for place, axes in enumerate(grid.flat):
        if place >= len(criteria):
            axes.set_axis_off()
            continue
        _panel(axes, performance, options, criteria[place])
        axes.set_title("\n".join(headings[place]), fontsize=layout["size"], pad=7)
        first_column = place % across == 0
        label_rows(axes, labels if first_column else [""] * len(options))
        axes.tick_params(labelbottom=True)
    total = performance.basis.size
    information = int((performance.basis == "information").to_numpy().sum())
    return finish(
        fig,
        title=word("performance_title", language, information=information, total=total),
        subtitle=word("performance_subtitle", language),
        note=word("performance_note", language, weights=weights_name(ranking, language)) + marks(ranking, language),
        source=word("source", language),
        alt=_alt(ranking, options, language),
        slug="options-performance",
    )


def _panel(axes, performance, options, criterion) -> None:
    for row, option in enumerate(options):
        low, mode, high = (
            100 * m.loc[option, criterion] for m in (performance.low, performance.mode, performance.high)
        )
        sure = performance.basis.loc[option, criterion] == "information"
        axes.plot([low, high], [row, row], color=ACCENT, linewidth=1.6, alpha=0.55, solid_capstyle="round", zorder=2)
        axes.plot(
            mode, row, "o", markersize=5, color=ACCENT, markerfacecolor=ACCENT if sure else PALETTE["white"], zorder=3
        )
    axes.set_xlim(-4, 104)
    axes.set_xticks([0, 50, 100])
    axes.grid(True, axis="x")
    axes.grid(True, axis="y", linewidth=0.3)
    axes.spines["bottom"].set_visible(False)


def _alt(ranking: Ranking, options: list[str], language: str) -> str:
    parts = []
    for option in options:
        cells = ", ".join(
            f"{title} {format_number(100 * ranking.performance.mode.loc[option, criterion], language, 0)}"
            for criterion, title in ranking.titles["criteria"].items()
        )
        parts.append(f"{ranking.titles['options'][option]}: {cells}")
    return f"{word('performance_subtitle', language)}. {'; '.join(parts)}."
