"""Rank acceptability: a bar for each option, split by the rank that it takes."""

from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from analysis.options.figures.labels import (
    label_rows,
    marks,
    option_labels,
    ordinal,
    percent,
    quoted,
    row_height,
    weights_name,
)
from analysis.options.figures.words import word
from analysis.options.ranking import SEPARATES, Ranking
from analysis.style import PALETTE, finish, format_number, new_figure, workbook_style

LEAST = 0.06
"""Share from which on a piece of a bar has room for its number."""

VISIBLE = 0.004
"""Standard error from which on two of them to either side are wider than the line that shows them."""

SHADES = LinearSegmentedColormap.from_list("ranks", ["#00466E", PALETTE["blue"], "#7FB8D8", "#DDE9F1"])


@workbook_style()
def plot_acceptability(ranking: Ranking, language: str = "it") -> Figure:
    """Stacked bars of the share of draws by rank, first place on the left and darkest, labelled in place."""
    options, shares = ranking.order, ranking.acceptability
    labels = option_labels(ranking, options)
    fig = new_figure(height=len(options) * row_height(labels, 0.4) + 0.1)
    axes = fig.subplots()
    ranks = list(shares.columns)
    for row, option in enumerate(options):
        left = 0.0
        for rank in ranks:
            share, tone = shares.loc[option, rank], (rank - 1) / max(len(ranks) - 1, 1)
            axes.barh(row, share, left=left, height=0.74, color=SHADES(tone), edgecolor="white", linewidth=0.8)
            if share >= LEAST:
                ink = "white" if tone < 0.5 else PALETTE["text"]
                middle = left + share / 2
                place = {"ha": "center", "color": ink, "fontsize": 7.5}
                axes.text(middle, row - 0.02, ordinal(rank, language), va="bottom", fontweight="bold", **place)
                number = percent(share, language).rstrip("% \u00a0")
                axes.text(middle, row + 0.02, number, va="top", **place)
            left += share
        _draw_error(axes, row, float(shares.loc[option, 1]), float(ranking.error.loc[option, 1]))
    label_rows(axes, labels)
    axes.set_xlim(0, 1)
    axes.set_xticks([])
    axes.grid(False)
    axes.spines["bottom"].set_visible(False)
    return finish(
        fig,
        title=_title(ranking, language),
        subtitle=word("acceptability_subtitle", language, weights=weights_name(ranking, language)),
        note=_note(ranking, language),
        source=word("source", language),
        alt=_alt(ranking, language),
        slug="options-acceptability",
    )


def _draw_error(axes, row: int, share: float, error: float) -> None:
    """Two standard errors to either side of the share of first places, below the numbers."""
    if error < VISIBLE:
        return
    ends = [max(share - 2 * error, 0.0), min(share + 2 * error, 1.0)]
    for color, width in ((PALETTE["white"], 3.0), (PALETTE["black"], 1.1)):
        axes.plot(ends, [row + 0.29] * 2, color=color, linewidth=width, solid_capstyle="butt", clip_on=False, zorder=5)


def _title(ranking: Ranking, language: str) -> str:
    first, second = ranking.order[0], ranking.rival
    share = ranking.pairwise.loc[first, second]
    titles = {"first": first, "second": second}
    titles = {key: quoted(ranking.titles["options"][option], language, 300) for key, option in titles.items()}
    key = "acceptability_separated" if share >= SEPARATES else "acceptability_open"
    number = word("nearly_all", language) if 0.995 <= share < 1 else format_number(100 * share, language, 0)
    return word(key, language, share=number, **titles)


def _note(ranking: Ranking, language: str) -> str:
    note = word(
        "acceptability_note",
        language,
        draws=format_number(ranking.draws, language, 0),
        error=format_number(100 * float(ranking.error.to_numpy().max()) + 0.05, language, 1),
        least=percent(LEAST, language),
    )
    if (ranking.error[1] >= VISIBLE).any():
        note += word("acceptability_error", language)
    return note + marks(ranking, language)


def _alt(ranking: Ranking, language: str) -> str:
    parts = []
    for option in ranking.order:
        shares = ranking.acceptability.loc[option]
        taken = ", ".join(
            f"{ordinal(rank, language)} {percent(share, language)}" for rank, share in shares.items() if share > 0
        )
        parts.append(f"{ranking.titles['options'][option]}: {taken}")
    subtitle = word("acceptability_subtitle", language, weights=weights_name(ranking, language))
    return f"{subtitle}. {'; '.join(parts)}."
