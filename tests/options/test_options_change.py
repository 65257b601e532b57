"""What would change our mind, and the ledger of the bundled dossier."""

import pytest

from analysis.dossier import find_dossier, load_dossier
from analysis.options import leaders, rank_options
from analysis.options.ledger import ledger_table, score_ledger
from analysis.options.payoffs import expected_by_outcome, scenario_payoffs, unknown_by_combination
from analysis.options.scenarios import value_of_partial_information, value_of_perfect_information
from analysis.options.what_would_change import what_would_change


@pytest.fixture(scope="module")
def dossier():
    return load_dossier(find_dossier("russia-dprk"))


@pytest.mark.parametrize("language", ["it", "en"])
def test_each_kind_of_finding_is_a_sentence_that_leads_somewhere(dossier, language):
    ranking = rank_options(dossier.options, draws=200)
    table = what_would_change(dossier.options, ranking, language)
    assert {"weight", "cell", "scenario", "assumption"} <= set(table["kind"])
    lists = ("options", "criteria", "scenarios", "assumptions", "hypothesis_evidence")
    known = {entry.id for name in lists for entry in getattr(dossier.options, name)}
    assert all(part in known for about in table["about"] for part in about.split("|"))
    assert not table["sentence"].str.contains(r"[{}]").any()
    assert (table[table["kind"] == "assumption"]["indicator"] != "").all()


def test_a_limit_of_a_weight_is_where_the_lead_changes(dossier):
    ranking = rank_options(dossier.options, draws=200)
    row = ranking.stability[ranking.stability["above"] != ""].iloc[0]
    weights = ranking.weights[ranking.weight_set]
    others = weights.drop(row.name)
    for step, leader in ((1e-4, row["above"]), (-1e-4, ranking.order[0])):
        at = row["upper"] + step
        moved = (others / others.sum() * (1 - at)).reindex(weights.index, fill_value=at)
        assert (ranking.performance.mean @ moved).idxmax() == leader


def test_expected_scores_by_outcome_rest_on_the_effects(dossier):
    ranking = rank_options(dossier.options, draws=200)
    table = expected_by_outcome(dossier.options, ranking, "s1")
    assert list(table.columns) == ["repubblicano", "democratico"]
    # The other unknown is averaged over its signed probabilities, so that both tables say the same.
    payoffs, chances = scenario_payoffs(dossier.options, ranking)
    assert (table @ [0.5, 0.5]).to_dict() == pytest.approx((payoffs @ chances).to_dict())
    led = leaders(dossier.options, ranking)
    assert led.set_index("assumption").loc["expected", "leader"] == (payoffs @ chances).idxmax()
    assert set(led["assumption"]) >= {"expected", "optimism", "any_weights", "weights:prima-i-risultati"}
    assert table.loc["o3", "repubblicano"] < table.loc["o3", "democratico"]
    assert table.loc["o1", "repubblicano"] == table.loc["o1", "democratico"]


def test_the_back_test_counts_only_what_was_open_at_the_cutoff(dossier):
    table = ledger_table(dossier.forecasts, "2024-06-16").set_index("id")
    assert set(table["state"]) == {"resolved", "open"}
    scores = score_ledger(table)
    assert scores.forecasts == (table["state"] == "resolved").sum()
    late = ledger_table(dossier.forecasts, "2024-06-01")
    assert set(late["state"]) == {"late"} and score_ledger(late) is None
    known = ledger_table(dossier.forecasts, "2024-10-16").set_index("id")
    assert known.loc["v1", "state"] == "known" and known.loc["v5", "state"] == "resolved"


def test_payoffs_by_combination_and_what_each_unknown_is_worth(dossier):
    ranking = rank_options(dossier.options, draws=200)
    payoffs, chances = scenario_payoffs(dossier.options, ranking)
    assert payoffs.shape == (len(ranking.scores), 4) and chances.sum() == pytest.approx(1)
    whole = value_of_perfect_information(payoffs, chances)
    parts = [
        value_of_partial_information(payoffs, chances, unknown_by_combination(dossier.options, name))
        for name in ("s1", "s2")
    ]
    assert whole > 0 and all(0 <= part <= whole for part in parts)
    unsigned = dossier.options.model_copy(
        update={
            "scenarios": [
                s.model_copy(update={"outcomes": [o.model_copy(update={"probability": None}) for o in s.outcomes]})
                for s in dossier.options.scenarios
            ]
        }
    )
    assert scenario_payoffs(unsigned, ranking)[1] is None
    assert scenario_payoffs(dossier.options.model_copy(update={"scenarios": []}), ranking) is None
