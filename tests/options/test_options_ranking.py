"""options.yaml in, a ranking out; or plain sentences that say why not. Never NaN."""

from types import SimpleNamespace as Entry

import numpy as np
import pandas as pd
import pytest

from analysis.dossier.models import OptionsFile
from analysis.errors import InputError
from analysis.options import ANY_WEIGHTS, missing_for_ranking, performance_of, rank_options


def cell(option, criterion, low, mode, high, evidence=(), kind="judgement"):
    return Entry(
        option=option, criterion=criterion, low=low, mode=mode, high=high, kind=kind, evidence=list(evidence), note=""
    )


def small_file():
    """Three options, two criteria; `cost` in millions, less is better."""
    return Entry(
        options=[
            Entry(id="o0", title="Non fare nulla", hindsight=False),
            Entry(id="o1", title="Sanzioni", hindsight=False),
            Entry(id="o2", title="Squadra di controllo", hindsight=True),
        ],
        criteria=[
            Entry(id="effect", title="Effetto", direction="max", scale=[0, 100]),
            Entry(id="cost", title="Costo", direction="min", scale=[10, 30]),
        ],
        weights=[
            Entry(id="even", title="Pari", values={"effect": 0.5, "cost": 0.5}),
            Entry(id="thrift", title="Risparmio", values={"effect": 0.2, "cost": 0.8}),
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
    file = small_file()
    file.assessments = file.assessments[:-1]
    assert missing_for_ranking(file) == []
    ranking = rank_options(file, draws=100, language="en")
    assert list(ranking.scores.index) == ["o0", "o1"]
    assert "“Squadra di controllo” is left out of the ranking: no assessment for Costo." in ranking.notes[0]
    assert not np.isnan(ranking.acceptability.to_numpy()).any()


def without(**changes):
    file = small_file()
    for name, value in changes.items():
        setattr(file, name, value)
    return file


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (None, "manca options.yaml"),
        (without(options=small_file().options[:1]), "almeno due opzioni; ce ne sono 1"),
        (without(criteria=[]), "mancano i criteri"),
        (without(weights=[]), "manca un insieme di pesi"),
        (without(assessments=[]), "mancano le valutazioni"),
        (without(assessments=small_file().assessments[:2]), "«Sanzioni» non è valutata per: Effetto, Costo"),
    ],
)
def test_what_is_missing_is_said(file, said):
    assert said in " ".join(missing_for_ranking(file))
    with pytest.raises(InputError, match="Nothing can be ranked"):
        rank_options(file, draws=10)


def broken(index, **changes):
    file = small_file()
    for name, value in changes.items():
        setattr(file.assessments[index], name, value)
    return file


def no_range(scale):
    file = small_file()
    file.criteria[1].scale = scale
    return file


def uneven():
    file = small_file()
    file.weights[1].values["cost"] = 0.7
    return file


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (no_range([5, 5]), "cost has no range"),
        (no_range(None), "cost has no range"),
        (broken(0, low=50), "not in order"),
        (broken(0, mode=float("nan")), "not in order"),
        (broken(0, high=120), "outside the scale"),
        (broken(0, option="o9"), "no such option"),
        (broken(1, criterion="effect"), "given twice"),
        (uneven(), "thrift sum to 0.9"),
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


def test_the_file_that_an_analyst_writes_gives_the_same_ranking():
    """The same numbers as pydantic records, as `load_dossier` gives them."""
    plain = small_file()
    file = OptionsFile(
        options=[{**vars(option), "forum": "g7"} for option in plain.options],
        criteria=[vars(criterion) for criterion in plain.criteria],
        weights=[vars(weights) for weights in plain.weights],
        assessments=[vars(assessment) for assessment in plain.assessments],
    )
    assert missing_for_ranking(file) == [] and missing_for_ranking(OptionsFile()) != []
    expected = rank_options(plain, draws=200)
    pd.testing.assert_frame_equal(rank_options(file, draws=200).pairwise, expected.pairwise, check_exact=True)


def test_an_identifier_given_twice_is_refused():
    file = small_file()
    file.options = [*file.options, file.options[0]]
    with pytest.raises(InputError, match="options: o0 is there twice"):
        rank_options(file, draws=10)
