"""Sliders for weights and for the probability of a scenario: they move in JupyterLab and stand still in a report.

In a report, in CI and wherever no JupyterLab is behind the notebook, a table with the values at which the sliders would
stand is all that is shown: the same bytes at every run.
"""

import os
from collections.abc import Callable, Mapping
from html import escape

import pandas as pd

from analysis.options import Ranking
from analysis.options.mixtures import line_ends
from analysis.options.scenarios import switch_points
from analysis.workbench.views import Html, show_table

WORDS = {
    "it": {
        "option": "opzione",
        "score": "punteggio (0–100)",
        "rank": "posto",
        "weights": "Pesi: {weights}. In JupyterLab si muovono; sono riportati a somma 1.",
        "chance": "Probabilità di «{title}»: {value}. In JupyterLab si muove. L'opzione migliore cambia a: {switches}.",
        "never": "nessun valore",
    },
    "en": {
        "option": "option",
        "score": "score (0–100)",
        "rank": "place",
        "weights": "Weights: {weights}. In JupyterLab they move; they are scaled to sum to 1.",
        "chance": "Probability of “{title}”: {value}. In JupyterLab it moves. The best option changes at: {switches}.",
        "never": "no value",
    },
}


def live() -> bool:
    """Whether JupyterLab is behind this kernel: its server names the session, papermill and nbval do not."""
    return bool(os.environ.get("JPY_SESSION_NAME"))


def weight_sliders(ranking: Ranking, language: str = "it"):
    """A slider for each criterion, from the chosen set of weights; below them scores and places."""
    names, start = ranking.titles["criteria"], ranking.weights[ranking.weight_set]

    def view(values: Mapping[str, float]) -> Html:
        return show_table(
            _scored(ranking.performance.mean @ _scaled(values), ranking.titles["options"], language), rows=50
        )

    shown = ", ".join(f"{names[c]} {w:.2f}" for c, w in start.items())
    return _sliders(
        {c: (names[c], w) for c, w in start.items()}, view, WORDS[language]["weights"].format(weights=shown)
    )


def probability_slider(
    payoffs: pd.DataFrame,
    probabilities: pd.Series,
    outcome: str,
    title: str,
    titles: Mapping[str, str],
    language: str = "it",
):
    """A slider for the probability of one outcome, the others in proportion; below it expected scores and places.

    payoffs: options x outcomes, 0-1; probabilities: by outcome, where the slider starts.
    """
    words = WORDS[language]

    def view(values: Mapping[str, float]) -> Html:
        chance = values[outcome]
        without, alone = line_ends(payoffs, probabilities, outcome)
        expected = alone * chance + without * (1 - chance)
        return show_table(_scored(expected, titles, language), rows=50)

    limits = [f"{row['to']:.2f}" for row in switch_points(payoffs, probabilities, outcome).to_dict("records")[:-1]]
    start = float(probabilities[outcome])
    text = words["chance"].format(title=title, value=f"{start:.2f}", switches=", ".join(limits) or words["never"])
    return _sliders({outcome: (title, start)}, view, text)


def _sliders(start: Mapping[str, tuple[str, float]], view: Callable[[Mapping[str, float]], Html], text: str):
    first = view({name: value for name, (_, value) in start.items()})
    still = Html(f"<p>{escape(text)}</p>{first.html}", text)
    return _moving(start, view, still) if live() else still


def _moving(start: Mapping[str, tuple[str, float]], view: Callable, still: Html):
    import ipywidgets as widgets  # only where they can move: a report needs none

    style = {"description_width": "16em"}
    bars = {
        name: widgets.FloatSlider(
            value=value, min=0, max=1, step=0.01, description=title, style=style, layout={"width": "36em"}
        )
        for name, (title, value) in start.items()
    }
    table = widgets.HTML(view({name: bar.value for name, bar in bars.items()}).html)

    def update(_change) -> None:
        table.value = view({name: bar.value for name, bar in bars.items()}).html

    for bar in bars.values():
        bar.observe(update, names="value")
    return widgets.VBox([widgets.HTML(f"<p>{escape(still.text)}</p>"), *bars.values(), table])


def _scaled(values: Mapping[str, float]) -> pd.Series:
    """Weights that sum to 1; all alike where every slider stands at 0."""
    series = pd.Series(dict(values), dtype=float)
    return series / series.sum() if series.sum() > 0 else series * 0 + 1 / len(series)


def _scored(scores: pd.Series, titles: Mapping[str, str], language: str) -> pd.DataFrame:
    words = WORDS[language]
    ordered = scores.round(12).sort_values(ascending=False, kind="stable")
    places = ordered.rank(ascending=False, method="min").astype(int)
    return pd.DataFrame(
        {
            words["rank"]: places.to_list(),
            words["option"]: [titles[option] for option in ordered.index],
            words["score"]: (100 * ordered).round(0).astype(int).to_list(),
        }
    )
