"""Sliders: still and the same bytes in a report, moving where JupyterLab is behind the notebook."""

import pytest

from analysis.dossier import find_dossier, load_dossier
from analysis.options import expected_by_outcome, rank_options
from analysis.workbench import probability_slider, weight_sliders
from analysis.workbench.views import Html


@pytest.fixture(scope="module")
def case():
    file = load_dossier(find_dossier("russia-dprk")).options
    return file, rank_options(file, draws=100)


def chance(file, ranking):
    payoffs = expected_by_outcome(file, ranking, "s2")
    outcomes = {o.id: o.probability for o in file.scenarios[1].outcomes}
    import pandas as pd

    return probability_slider(payoffs, pd.Series(outcomes), "collabora", "<b>collabora", ranking.titles["options"])


def test_without_jupyterlab_they_stand_still(case, monkeypatch):
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    file, ranking = case
    still = weight_sliders(ranking)
    assert isinstance(still, Html) and ranking.titles["options"][ranking.order[0]] in still.html
    assert weight_sliders(ranking, "en").html == weight_sliders(ranking, "en").html
    shown = chance(file, ranking)
    assert "0.20" in shown.text and "<b>collabora" not in shown.html and "&lt;b&gt;collabora" in shown.html


def test_with_jupyterlab_moving_one_changes_the_table(case, monkeypatch):
    monkeypatch.setenv("JPY_SESSION_NAME", "03.ipynb")
    file, ranking = case
    box = weight_sliders(ranking)
    *_, table = box.children
    before = table.value
    bars = {bar.description: bar for bar in box.children[1:-1]}
    assert len(bars) == len(ranking.weights)
    for bar in bars.values():
        bar.value = 0.0
    bars["Base giuridica"].value = 1.0
    assert table.value != before
    best = ranking.performance.mean["base-legale"].idxmax()
    assert table.value.index(ranking.titles["options"][best]) == min(
        table.value.index(title) for o, title in ranking.titles["options"].items() if o in ranking.scores.index
    )
    moving = chance(file, ranking)
    was = moving.children[-1].value
    moving.children[1].value = 1.0
    assert moving.children[-1].value != was
