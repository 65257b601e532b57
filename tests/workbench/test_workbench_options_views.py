"""What the notebook of options shows: escaped, complete, and true to the ranking."""

from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.dossier import find_dossier, load_dossier
from analysis.options import rank_options, scenario_payoffs
from analysis.workbench import (
    before_and_after,
    dominance_line,
    entries,
    information_lines,
    ranks_by_normalisation,
    show_question,
    signed_scenarios,
    winners_and_losers,
)


@pytest.fixture(scope="module")
def dossier():
    return load_dossier(find_dossier("russia-dprk"))


@pytest.fixture(scope="module")
def ranking(dossier):
    return rank_options(dossier.options, draws=100)


def test_the_question_is_escaped_and_gaps_are_dashes(dossier):
    meta = dossier.meta.model_copy(update={"question": "<script>x</script>", "horizon": "", "cutoff": None})
    shown = show_question(SimpleNamespace(dossier=SimpleNamespace(meta=meta), language="it")).html
    assert "<script>" not in shown and "&lt;script&gt;" in shown
    assert shown.count("–</li>") == 2


def test_dominance_in_words():
    table = pd.DataFrame([[False, True], [False, False]], index=["a", "b"], columns=["a", "b"])
    assert dominance_line(table, {"a": "Alfa"}) == "\nAlfa > b" and dominance_line(table & False, {}) == "–"


def test_on_declared_scales_the_weighted_sum_is_the_ranking(dossier, ranking):
    table = ranks_by_normalisation(ranking)
    places = ranking.ranks[ranking.weight_set].to_list()
    assert table["weighted_sum, declared"].to_list() == places
    assert {f"topsis, {name}" for name in ("min_max", "vector", "largest", "total")} <= set(table.columns)


def test_information_needs_signed_probabilities(dossier, ranking):
    payoffs, chances = scenario_payoffs(dossier.options, ranking)
    lines = information_lines(dossier.options, payoffs, chances).splitlines()
    assert len(lines) == 3 and lines[0].startswith("all unknowns: ")
    assert information_lines(dossier.options, payoffs, None).startswith("No value of information")
    assert signed_scenarios(dossier.options) == ["s1", "s2"]


def test_optimism_moves_only_what_it_names(dossier, ranking):
    table = before_and_after(dossier.options, ranking).set_index("option")
    titles = ranking.titles["options"]
    moved = {entry.option for entry in dossier.options.optimism}
    for option in ranking.scores.index:
        row = table.loc[titles[option]]
        assert (row["after"] < row["before"]) == (option in moved)


def test_entries_and_who_wins(dossier):
    assert list(entries(dossier.options.assumptions)["id"]) == ["a1", "a2", "a3", "a4", "a5"]
    table = winners_and_losers(dossier.options)
    assert set(table["effect"]) <= {"gains", "loses", "mixed", "unknown"} and len(table) == 3
