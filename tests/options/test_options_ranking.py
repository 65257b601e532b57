"""options.yaml in, a ranking out; or plain sentences that say why not. Never NaN."""

import numpy as np
import pandas as pd
import pytest

from analysis.dossier.options_models import Assessment, Constraint, Criterion, OptionsFile, WeightSet
from analysis.errors import InputError
from analysis.options import ANY_WEIGHTS, missing_for_ranking, performance_of, rank_options
from analysis.options.adjust import cells_of, corrected_for_optimism, scenario_table, under
from analysis.options.ranking import build
from analysis.options.short_list import constraint_table, missing_baselines, short_list


def cell(option, criterion, low, mode, high, evidence=(), kind="judgement"):
    return Assessment(
        option=option, criterion=criterion, low=low, mode=mode, high=high, kind=kind, evidence=list(evidence)
    )


def small_file(**changes):
    """Three options, two criteria; `cost` in millions, less is better."""
    file = OptionsFile(
        options=[
            {"id": "o0", "title": "Non fare nulla", "forum": "national", "baseline": "do_nothing"},
            {"id": "o1", "title": "Sanzioni", "forum": "unsc"},
            {"id": "o2", "title": "Squadra di controllo", "forum": "g7", "hindsight": True},
        ],
        criteria=[
            {"id": "effect", "title": "Effetto", "direction": "max", "scale": [0, 100]},
            {"id": "cost", "title": "Costo", "direction": "min", "scale": [10, 30]},
        ],
        weights=[
            {"id": "even", "title": "Pari", "values": {"effect": 0.5, "cost": 0.5}},
            {"id": "thrift", "title": "Risparmio", "values": {"effect": 0.2, "cost": 0.8}},
        ],
        assessments=[
            cell("o0", "effect", 0, 10, 20),
            cell("o0", "cost", 10, 10, 12),
            cell("o1", "effect", 40, 60, 80, ["fact:f01"], "information"),
            cell("o1", "cost", 15, 20, 30),
            cell("o2", "effect", 50, 70, 90, [], "information"),
            cell("o2", "cost", 12, 15, 20),
        ],
    )
    return file.model_copy(update=changes)


def test_scores_are_normalised_by_the_scale_and_its_direction():
    performance = performance_of(small_file())
    assert performance.mode.loc["o1"].to_list() == [0.6, 0.5]
    assert performance.low.loc["o1"].to_list() == [0.4, 0.0]  # the dearest is the worst
    assert performance.high.loc["o1"].to_list() == [0.8, 0.75]
    # Information without evidence is a judgement.
    assert performance.basis.loc["o2", "effect"] == "judgement"
    assert performance.evidence_share == pytest.approx(1 / 6)


def test_weighted_sum_under_each_set_of_weights():
    ranking = rank_options(small_file(), draws=2_000)
    assert ranking.weight_set == "even"
    assert ranking.scores["even"].to_dict() == pytest.approx(
        {"o0": 0.5 * (0.1 + 29 / 30), "o1": 0.5 * (0.6 + 1.25 / 3), "o2": 0.5 * (0.7 + 2.15 / 3)}
    )
    assert ranking.ranks["even"].to_dict() == {"o0": 2, "o1": 3, "o2": 1}
    assert ranking.ranks["thrift"].to_dict() == {"o0": 1, "o1": 3, "o2": 2}
    assert list(ranking.first) == ["even", "thrift", ANY_WEIGHTS]
    assert ranking.first.sum().to_list() == pytest.approx([1, 1, 1])
    assert ranking.hindsight == ("o2",)
    assert any("senno di poi" in note for note in ranking.notes)
    for table in vars(ranking).values():
        assert not (isinstance(table, pd.DataFrame) and table.isna().any().any())


def test_the_chosen_set_decides_what_is_shown_and_the_seed_repeats_it():
    first, second = (rank_options(small_file(), weight_set="thrift", draws=500, seed=7) for _ in range(2))
    pd.testing.assert_frame_equal(first.acceptability, second.acceptability, check_exact=True)
    assert first.acceptability.loc["o0", 1] == first.first.loc["o0", "thrift"]
    assert first.bands["score"].to_dict() == pytest.approx(first.scores["thrift"].to_dict())


def test_an_option_without_a_cell_is_left_out_and_named():
    file = small_file(assessments=small_file().assessments[:-1])
    assert missing_for_ranking(file) == []
    ranking = rank_options(file, draws=100, language="en")
    assert list(ranking.scores.index) == ["o0", "o1"]
    assert "“Squadra di controllo” is left out of the ranking: no assessment for Costo." in ranking.notes[0]
    assert not np.isnan(ranking.acceptability.to_numpy()).any()


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (None, "manca options.yaml"),
        (small_file(options=small_file().options[:1]), "almeno due opzioni; ce ne sono 1"),
        (small_file(criteria=[]), "mancano i criteri"),
        (small_file(weights=[]), "manca un insieme di pesi"),
        (small_file(assessments=[]), "mancano le valutazioni"),
        (small_file(assessments=small_file().assessments[:2]), "«Sanzioni» non è valutata per: Effetto, Costo"),
    ],
)
def test_what_is_missing_is_said(file, said):
    assert said in " ".join(missing_for_ranking(file))
    with pytest.raises(InputError, match="Nothing can be ranked"):
        rank_options(file, draws=10)


def broken(index, **changes):
    cells = small_file().assessments
    cells[index] = cells[index].model_copy(update=changes)
    return small_file(assessments=cells)


def no_range(scale):
    return small_file(criteria=[small_file().criteria[0], Criterion(id="cost", title="Costo", scale=scale)])


def weighed(**form):
    return small_file(weights=[small_file().weights[0], WeightSet(id="thrift", **form)])


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (no_range([5, 5]), "cost has no range"),
        (broken(0, low=50), "not in order"),
        (broken(0, mode=float("nan")), "not in order"),
        (broken(0, high=120), "outside the scale"),
        (broken(0, option="o9"), "no such option"),
        (broken(1, criterion="effect"), "given twice"),
        (weighed(values={"effect": 0.2, "cost": 0.7}), "thrift sum to 0.9"),
        (weighed(order=["effect"]), "must name each criterion once"),
        (weighed(intervals={"effect": (0.1, 0.2), "cost": (0.1, 0.2)}), "sum to 1"),
    ],
)
def test_faulty_input_is_named(file, message):
    with pytest.raises(InputError, match=message):
        rank_options(file, draws=10)


def test_an_unknown_weight_set_is_refused():
    with pytest.raises(InputError, match="no set of weights 'mine'"):
        rank_options(small_file(), weight_set="mine", draws=10)
    with pytest.raises(InputError, match="0 draws"):
        rank_options(small_file(), draws=0)


def test_weights_by_swing_order_and_intervals():
    file = small_file(
        weights=[
            WeightSet(id="swing", swing={"effect": 100, "cost": 25}),
            WeightSet(id="order", order=["cost", "effect"]),
            WeightSet(id="step", order=[["cost", "effect"]]),
            WeightSet(id="intervals", intervals={"effect": (0.2, 0.4), "cost": (0.3, 0.9)}),
        ]
    )
    ranking = rank_options(file, draws=3_000)
    assert ranking.weights["swing"].to_dict() == pytest.approx({"effect": 0.8, "cost": 0.2})
    assert ranking.weights["order"].to_dict() == pytest.approx({"effect": 0.25, "cost": 0.75})
    assert ranking.weights["step"].to_dict() == pytest.approx({"effect": 0.5, "cost": 0.5})
    # 0.5 is left to share between 0.2 and 0.6 of room.
    assert ranking.weights["intervals"].to_dict() == pytest.approx({"effect": 0.325, "cost": 0.675})
    assert ranking.weights.sum().to_list() == pytest.approx([1] * 4)
    assert list(ranking.smaa) == ["swing", "order", "step", "intervals", ANY_WEIGHTS]
    assert ranking.smaa["step"].first.to_dict() == pytest.approx(ranking.smaa[ANY_WEIGHTS].first.to_dict(), abs=0.04)


def test_dropped_and_failing_options_are_not_ranked_and_say_why():
    file = small_file(
        constraints=[Constraint(id="law", title="Base giuridica", kind="legal")],
        options=[*small_file().options[:2], small_file().options[2].model_copy(update={"dropped": "Troppo tardi."})],
    )
    checks = [{"option": "o1", "constraint": "law", "verdict": "unknown"}]
    file = OptionsFile.model_validate({**file.model_dump(), "constraint_checks": checks})
    ranking = rank_options(file, draws=100)
    assert list(ranking.scores.index) == ["o0", "o1"]  # what nobody could judge drops nothing
    assert ranking.short_list.set_index("option").loc["o2", "reason"] == "Troppo tardi."
    failing = [{**checks[0], "verdict": "fail", "note": "nessun mandato", "evidence": ["fact:f01"]}]
    file = OptionsFile.model_validate({**file.model_dump(), "constraint_checks": failing})
    assert "almeno due" in " ".join(missing_for_ranking(file))
    row = short_list(file).set_index("option").loc["o1"]
    assert (row["reason"], row["evidence"]) == ("✗ Base giuridica: nessun mandato", "fact:f01")
    assert constraint_table(file).loc["o1", "law"] == "fail" and constraint_table(file).loc["o0", "law"] == ""
    assert missing_baselines(file) == ["do_minimum"]


def test_outcomes_and_optimism_shift_cells_within_their_scale():
    file = OptionsFile.model_validate(
        {
            **small_file().model_dump(),
            "scenarios": [
                {
                    "id": "vote",
                    "title": "Voto",
                    "author": "x",
                    "outcomes": [{"id": i, "title": i, "probability": p} for i, p in (("a", 0.4), ("b", 0.6))],
                    "effects": [
                        {"outcome": "a", "option": "o1", "criterion": "effect", "shift": -30},
                        {"outcome": "a", "option": "o1", "criterion": "effect", "shift": 60},
                    ],
                }
            ],
            "optimism": [{"criterion": "cost", "shift": 5, "reference_class": "missioni simili", "source": "fact:f01"}],
        }
    )
    moved = under(file, {"vote": "a"}).set_index(["option", "criterion"])
    assert moved.loc[("o1", "effect"), ["low", "mode", "high"]].to_list() == [70, 90, 100]
    assert under(file, {"vote": "b"}).equals(cells_of(file))
    dearer = corrected_for_optimism(file).set_index(["option", "criterion"])
    assert dearer.loc[("o1", "cost"), ["low", "mode", "high"]].to_list() == [20, 25, 30]
    assert scenario_table(file)["probability"].to_list() == [0.4, 0.6]
    assert build(file, under(file, {"vote": "a"})).mode.loc["o1", "effect"] == 0.9


def test_an_identifier_given_twice_is_refused():
    file = small_file(options=[*small_file().options, small_file().options[0]])
    with pytest.raises(InputError, match="options: o0 is there twice"):
        rank_options(file, draws=10)
