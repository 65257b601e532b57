"""TOPSIS, VIKOR and PROMETHEE II against published examples; agreement and rank reversal against derivations."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from analysis.options.aggregation import (
    METHODS,
    NORMALISATIONS,
    compare_methods,
    normalise,
    promethee,
    rank_reversals,
    topsis,
    vikor,
)
from analysis.options.aggregation.agreement import kendall


def table(rows, weights):
    values = pd.DataFrame(rows, index=[f"A{i + 1}" for i in range(len(rows))], columns=list("abcdef"[: len(rows[0])]))
    return values, pd.Series(weights, index=values.columns), pd.Series("max", index=values.columns)


TZENG = table([[5, 8, 4], [7, 6, 8], [8, 8, 6], [7, 4, 6]], [0.3, 0.4, 0.3])


def test_topsis_of_tzeng_and_huang():
    """Tzeng & Huang (2011), Multiple Attribute Decision Making, table 5.1."""
    result = topsis(*TZENG)
    assert result.closeness.to_list() == pytest.approx([0.5037, 0.6581, 0.7482, 0.3340], abs=5e-5)
    assert result.closeness.rank(ascending=False).to_list() == [3, 2, 1, 4]


def test_vikor_of_the_same_table():
    """Derived by hand from Opricovic & Tzeng (2004), equations 2 to 5, for Tzeng & Huang's table."""
    result = vikor(*TZENG)
    assert result.group.to_list() == pytest.approx([0.6, 0.3, 0.15, 0.65])
    assert result.regret.to_list() == pytest.approx([0.3, 0.2, 0.15, 0.4])
    assert result.compromise.to_list() == pytest.approx([0.75, 0.25, 0, 1])
    assert (result.advantage, result.stable, set(result.best)) == (False, True, {"A2", "A3"})


def test_promethee_of_zhao_peng_and_li():
    """Zhao, Peng & Li (2013): usual criterion."""
    result = promethee(*table([[4, 3, 2], [3, 2, 4], [5, 1, 3]], [0.5, 0.3, 0.2]))
    assert result.preference.to_numpy() == pytest.approx(np.array([[0, 0.8, 0.3], [0.2, 0, 0.5], [0.7, 0.5, 0]]))
    assert result.net.to_list() == pytest.approx([0.1, -0.3, 0.2])


def test_promethee_of_papathanasiou_and_ploskas():
    """Papathanasiou & Ploskas (2018), Multiple Criteria Decision Aid, chapter 3: linear preference, q = 1, p = 2."""
    rows = [[8, 7, 2, 1], [5, 3, 7, 5], [7, 5, 6, 4], [9, 9, 7, 3], [11, 10, 3, 7], [6, 9, 5, 4]]
    result = promethee(*table(rows, [0.4, 0.3, 0.1, 0.2]), indifference=1, preference=2)
    assert result.positive.to_list() == pytest.approx([0.28, 0.14, 0.22, 0.52, 0.78, 0.26])
    assert result.negative.to_list() == pytest.approx([0.54, 0.66, 0.44, 0.16, 0.08, 0.32])
    assert result.net.to_list() == pytest.approx([-0.26, -0.52, -0.22, 0.36, 0.70, -0.06])


@pytest.mark.parametrize("by", NORMALISATIONS)
@pytest.mark.parametrize("method", METHODS)
def test_less_is_better_is_more_is_better_turned_round(method, by):
    values, weights, directions = TZENG
    turned = values.assign(a=-values["a"])
    as_cost = METHODS[method](turned, weights, directions.where(directions.index != "a", "min"), by)
    assert as_cost.to_list() == pytest.approx(METHODS[method](values, weights, directions, by).to_list())


@given(arrays(float, st.tuples(st.integers(1, 6), st.integers(1, 5)), elements=st.integers(-9, 9)), st.data())
def test_no_table_gives_nan_and_a_dominating_option_is_never_behind(rows, data):
    values, weights, directions = table(rows.tolist(), [1 / rows.shape[1]] * rows.shape[1])
    by = data.draw(st.sampled_from(sorted(NORMALISATIONS)))
    for method in METHODS.values():
        scores = method(values, weights, directions, by)
        assert np.isfinite(scores).all()
        for i in values.index:
            for j in values.index:
                if (values.loc[i] >= values.loc[j]).all():
                    assert scores[i] >= scores[j] - 1e-9


def test_agreement_names_the_pair_and_the_criteria_in_dispute():
    # One option is middling everywhere, the other excellent but for its worst criterion: VIKOR weighs the regret.
    values, weights, directions = table([[0.55, 0.55, 0.55], [1.0, 1.0, 0.0], [0.0, 0.0, 1.0]], [0.3, 0.3, 0.4])
    found = compare_methods(values, weights, directions)
    assert found.ranks.loc["A2", "weighted_sum"] == 1 and found.ranks.loc["A1", "vikor"] == 1
    row = found.disagreements.set_index(["first", "second"]).loc[("A1", "A2")]
    assert "vikor" in row["for_first"] and "weighted_sum" in row["for_second"]
    assert (row["strength"], row["weakness"]) == ("c", "a")


@pytest.mark.parametrize(
    ("second", "tau"),
    [([1, 2, 3, 4], 1), ([4, 3, 2, 1], -1), ([1, 3, 2, 4], 4 / 6), ([1, 2, 2, 3], 5 / 30**0.5)],
)
def test_kendall_tau_b(second, tau):
    """Derived: (concordant - discordant) pairs of six, the last with one tie: 5 / sqrt(6 x 5)."""
    assert kendall(pd.Series([1, 2, 3, 4]), pd.Series(second)) == pytest.approx(tau)


def test_a_dropped_option_can_turn_two_others_round():
    """Belton & Gear (1983) in small: what is stretched over the options at hand depends on who is there.

    Without A3 the second criterion shrinks from 1-11 to 1-9, and A1, the better one there, passes A4.
    """
    values, weights, directions = table([[1.0, 9.0], [9.0, 1.0], [1.0, 11.0], [8.9, 1.05]], [0.5, 0.5])
    found = rank_reversals(values, weights, directions)
    row = found[found["method"] == "weighted_sum"].iloc[0]
    assert tuple(row) == ("weighted_sum", "drop", "A3", "A4", "A1", False)
    assert len(found[found["method"] == "weighted_sum"]) == 1


def test_a_clone_does_not_turn_a_weighted_sum():
    found = rank_reversals(*TZENG)
    assert found[(found["method"] == "weighted_sum") & (found["change"] == "clone")].empty


@pytest.mark.parametrize(
    ("rows", "by", "message"),
    [([[1.0, float("nan")]], "min_max", "finite"), ([[1.0, 2.0]], "nonsense", "normalisation must be")],
)
def test_faulty_tables_are_refused(rows, by, message):
    values, _, directions = table(rows, [0.5, 0.5])
    with pytest.raises(ValueError, match=message):
        normalise(values, directions, by)


def test_thresholds_out_of_order_are_refused():
    with pytest.raises(ValueError, match="indifference"):
        promethee(*TZENG, indifference=2, preference=1)
