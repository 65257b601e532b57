"""Expected scores by the probability of one scenario, and where the best option changes."""

import pandas as pd
from matplotlib.figure import Figure

from analysis.options.figures.canvas import SMALL, empty_figure, point_canvas, write
from analysis.options.figures.labels import BASE, LABEL, fitted, percent, quoted, spread
from analysis.options.figures.lines import LOOKS
from analysis.options.figures.words import say
from analysis.options.mixtures import line_ends
from analysis.options.scenarios import check_probabilities, switch_points
from analysis.style import PALETTE, finish, format_number, workbook_style

HEIGHT = 232.0  # points
LEFT, NAMES, ABOVE, BELOW = 30.0, 142.0, 20.0, 34.0

TEXTS = {
    "never": {
        "it": "{best} ha il punteggio atteso più alto a ogni probabilità di {scenario}",
        "en": "{best} has the highest expected score at every probability of {scenario}",
    },
    "once": {
        "it": "{low} è in testa fino al {limit} di probabilità di {scenario}, oltre {high}",
        "en": "{low} leads up to a probability of {limit} for {scenario}, beyond it {high}",
    },
    "often": {
        "it": "L'opzione in testa cambia {count} volte con la probabilità di {scenario}",
        "en": "The leading option changes {count} times with the probability of {scenario}",
    },
    "empty": {
        "it": "Nessuno scenario con una probabilità: nessun punteggio atteso",
        "en": "No scenario with a probability: no expected score",
    },
    "subtitle": {
        "it": "Punteggio atteso (0–100) al variare della probabilità dello scenario",
        "en": "Expected score (0–100) as the probability of the scenario varies",
    },
    "axis": {"it": "probabilità di {scenario}", "en": "probability of {scenario}"},
    "now": {"it": "l'analista: {share}", "en": "the analyst: {share}"},
    "note": {
        "it": "Tratto spesso: l'opzione in testa. Punti: dove cambia. Gli altri scenari mantengono le proporzioni. "
        "Punteggi medi, senza la loro incertezza.",
        "en": "Thick: the option in the lead. Dots: where it changes. The other scenarios keep their proportions. Mean "
        "scores, without their uncertainty.",
    },
    "source": {
        "it": "Fonte: valutazioni, pesi e probabilità dell'analista (options.yaml).",
        "en": "Source: the analyst's assessments, weights and probabilities (options.yaml).",
    },
    "part": {"it": "da {low} a {high}: {option}", "en": "from {low} to {high}: {option}"},
}


@workbook_style()
def plot_switching(
    payoffs: pd.DataFrame | None,
    probabilities: pd.Series | None,
    scenario: str,
    titles: dict[str, str],
    language: str = "it",
) -> Figure:
    """Lines of expected score over the probability of `scenario`, a column of `payoffs` named for readers.

    payoffs: options x scenarios, weighted scores 0–1; probabilities: by scenario. Where one of them is None the figure
    says so. titles: option -> title. Raises ValueError as `switch_points` does.
    """
    slug, source = "options-switching", say(TEXTS, "source", language)
    if payoffs is None or probabilities is None:
        return empty_figure(say(TEXTS, "empty", language), language, slug, source)
    stretches = switch_points(payoffs, probabilities, scenario)
    now = float(check_probabilities(probabilities, list(payoffs.columns))[scenario])
    at_zero, at_one = line_ends(payoffs, probabilities, scenario)
    ends = pd.DataFrame({0: 100 * at_zero, 1: 100 * at_one})
    fig, canvas, width = point_canvas(HEIGHT)
    place = (LEFT / width, BELOW / HEIGHT, (width - LEFT - NAMES) / width, (HEIGHT - ABOVE - BELOW) / HEIGHT)
    axes = fig.add_axes(place)
    lowest, highest = _limits(ends)
    axes.set_xlim(0, 1)
    axes.set_ylim(lowest, highest)
    looks = _looks(list(payoffs.index), stretches)
    _draw_lines(axes, ends, looks, stretches)
    _draw_switches(axes, ends, stretches, highest, language)
    axes.axvline(now, color=PALETTE["muted"], linewidth=0.9, linestyle=(0, (3, 2)), zorder=2)
    side = {"ha": "left" if now < 0.7 else "right", "x": now + (0.012 if now < 0.7 else -0.012)}
    shown = say(TEXTS, "now", language, share=percent(now, language))
    write(axes, side["x"], lowest + 0.04 * (highest - lowest), shown, ha=side["ha"], color=PALETTE["muted"])
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], [percent(x, language) for x in (0, 0.25, 0.5, 0.75, 1)])
    axes.yaxis.set_major_formatter(lambda value, _: format_number(value, language, 0 if value == int(value) else 1))
    axis = say(TEXTS, "axis", language, scenario=quoted(scenario, language, 290))
    write(canvas, LEFT, HEIGHT - 8, axis, size=LABEL, color=PALETTE["muted"])
    _draw_names(axes, ends, looks, titles, lowest, highest)
    title = _title(stretches, scenario, titles, language)
    return finish(
        fig,
        title=title,
        subtitle=say(TEXTS, "subtitle", language),
        note=say(TEXTS, "note", language),
        source=source,
        alt=_alt(stretches, titles, title, now, language),
        slug=slug,
    )


def _limits(ends: pd.DataFrame) -> tuple[float, float]:
    low, high = float(ends.to_numpy().min()), float(ends.to_numpy().max())
    edge = max(0.08 * (high - low), 1.0)
    return max(low - 2 * edge, -1.0), min(high + edge, 101.0)


def _looks(options: list[str], stretches: pd.DataFrame) -> dict[str, dict]:
    """Options that lead somewhere have a colour and a line style of their own."""
    leaders = list(dict.fromkeys(stretches["option"]))[: len(LOOKS)]
    grey = {"color": BASE, "linestyle": "solid", "linewidth": 0.9}
    return {option: LOOKS[leaders.index(option)] if option in leaders else grey for option in options}


def _draw_lines(axes, ends: pd.DataFrame, looks: dict[str, dict], stretches: pd.DataFrame) -> None:
    for option, row in ends.iterrows():
        axes.plot([0, 1], [row[0], row[1]], zorder=3, **{**looks[option], "linewidth": 1.2})
    for row in stretches.to_dict("records"):
        xs = [row["from"], row["to"]]
        ys = [_at(ends, row["option"], x) for x in xs]
        axes.plot(xs, ys, color=looks[row["option"]]["color"], linewidth=3.4, solid_capstyle="butt", zorder=4)


def _draw_switches(axes, ends: pd.DataFrame, stretches: pd.DataFrame, highest: float, language: str) -> None:
    points = stretches.iloc[1:].to_dict("records")
    places = spread([row["from"] for row in points], 0.13, 0.05, 0.95)
    for row, place in zip(points, places, strict=True):
        y = _at(ends, row["option"], row["from"])
        axes.plot([row["from"]] * 2, [y, highest], color=PALETTE["text"], linewidth=0.6, zorder=2)
        axes.plot(row["from"], y, "o", color=PALETTE["white"], markeredgecolor=PALETTE["text"], markersize=6, zorder=6)
        label = percent(row["from"], language)
        look = {"xytext": (place, 1.03), "textcoords": "axes fraction", "ha": "center", "va": "bottom"}
        axes.annotate(label, (row["from"], highest), fontsize=LABEL, fontweight="bold", **look)


def _at(ends: pd.DataFrame, option: str, x: float) -> float:
    return float((1 - x) * ends.loc[option, 0] + x * ends.loc[option, 1])


def _draw_names(axes, ends: pd.DataFrame, looks: dict, titles: dict[str, str], lowest: float, highest: float) -> None:
    """Names at the right end of the lines, moved apart where they would lie on each other."""
    lines = 2 if len(ends) <= 7 else 1
    gap = (highest - lowest) * (9.6 * lines + 2) / (HEIGHT - ABOVE - BELOW)
    places = spread([float(y) for y in ends[1]], gap, lowest + gap / 2, highest - gap / 2)
    for (option, row), place in zip(ends.iterrows(), places, strict=True):
        leads = looks[option]["color"] != BASE
        weight = "bold" if leads else "normal"
        name = fitted(titles[option], NAMES - 34, lines, SMALL + 0.5, weight)
        color = looks[option]["color"] if leads else PALETTE["muted"]
        axes.plot([1.0, 1.035], [row[1], place], color=color, linewidth=0.6, clip_on=False)
        number = format_number(row[1], "it", 0)
        write(axes, 1.05, place, number, size=SMALL + 0.5, color=color, fontweight=weight, clip_on=False)
        write(axes, 1.115, place, name, size=SMALL + 0.5, color=color, fontweight=weight, clip_on=False)


def _title(stretches: pd.DataFrame, scenario: str, titles: dict[str, str], language: str) -> str:
    names = [quoted(titles[option], language, 220) for option in stretches["option"]]
    of = quoted(scenario, language, 220)
    if len(names) == 1:
        return say(TEXTS, "never", language, best=names[0], scenario=of)
    if len(names) == 2:
        limit = percent(float(stretches["to"].iloc[0]), language)
        return say(TEXTS, "once", language, limit=limit, low=names[0], high=names[1], scenario=of)
    return say(TEXTS, "often", language, count=len(names) - 1, scenario=of)


def _alt(stretches: pd.DataFrame, titles: dict[str, str], title: str, now: float, language: str) -> str:
    parts = [
        say(
            TEXTS,
            "part",
            language,
            low=percent(row["from"], language),
            high=percent(row["to"], language),
            option=titles[row["option"]],
        )
        for row in stretches.to_dict("records")
    ]
    return f"{title}. {'; '.join(parts)}. {say(TEXTS, 'now', language, share=percent(now, language))}."
