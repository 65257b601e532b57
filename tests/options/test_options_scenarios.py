"""Decision rules and the value of information: published examples, then brute force."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.options.scenarios import (
    decide,
    joint_scenarios,
    switch_points,
    value_of_partial_information,
    value_of_perfect_information,
)

FUNDS = pd.DataFrame(
    [[40, 45, 5], [70, 30, -13], [53, 45, -5]],
    index=["bonds", "stocks", "mutual"],
    columns=["growing", "stable", "declining"],
)
CHANCES = pd.Series({"growing": 0.2, "stable": 0.5, "declining": 0.3})


def test_the_three_funds():
    """The textbook example of an investor with bonds, stocks and mutual funds: four rules, three winners."""
    found = decide(FUNDS, CHANCES, optimism=1.0)
    rules = found.rules
    assert rules["expected"].to_list() == pytest.approx([32.0, 25.1, 31.6])
    assert rules["maximin"].to_list() == [5, -13, -5]
    assert rules["maximax"].to_list() == rules["hurwicz"].to_list() == [45, 70, 53]
    assert rules["laplace"].to_list() == pytest.approx([30, 29, 31])
    assert rules["regret"].to_list() == [30, 18, 17]
    assert rules["expected_regret"].to_list() == pytest.approx([6.0, 12.9, 6.4])
    winners = found.best.drop(["hurwicz", "expected_regret"]).to_dict()
    assert winners == {
        "expected": "bonds",
        "maximin": "bonds",
        "maximax": "stocks",
        "regret": "mutual",
        "laplace": "mutual",
    }
    assert value_of_perfect_information(FUNDS, CHANCES) == pytest.approx(6.0)


def test_stock_bonds_and_deposits():
    """justaaa.com, statistics 1318291: expected values, expected opportunity losses and EVPI."""
    payoffs = pd.DataFrame(
        [[80000, -20000], [30000, 20000], [23000, 23000]], index=["stock", "bonds", "cds"], columns=["good", "poor"]
    )
    chances = pd.Series({"good": 0.5, "poor": 0.5})
    found = decide(payoffs, chances)
    assert found.rules["expected"].to_list() == [30000, 25000, 23000]
    assert found.rules["expected_regret"].to_list() == [21500, 26500, 28500]
    assert value_of_perfect_information(payoffs, chances) == 21500


def test_the_least_expected_regret_is_the_value_of_perfect_information():
    found = decide(FUNDS, CHANCES)
    assert found.rules["expected_regret"].min() == value_of_perfect_information(FUNDS, CHANCES)


def test_without_probabilities_no_rule_needs_them():
    found = decide(FUNDS)
    assert "expected" not in found.rules and found.probabilities is None
    assert found.robust.to_dict() == {"bonds": 2, "stocks": 1, "mutual": 1}


def test_partial_information_lies_between_nothing_and_everything():
    together = value_of_partial_information(FUNDS, CHANCES, pd.Series("all", index=FUNDS.columns))
    apart = value_of_partial_information(FUNDS, CHANCES, pd.Series(FUNDS.columns, index=FUNDS.columns))
    # Told whether the market grows: stocks then (70 of 0.2), otherwise bonds (45 of 0.5 and 5 of 0.3), 38.0 in all.
    growth = value_of_partial_information(
        FUNDS, CHANCES, pd.Series({"growing": "yes", "stable": "no", "declining": "no"})
    )
    assert (together, growth, apart) == (0, pytest.approx(0.2 * 70 + 24 - 32), pytest.approx(6.0))


def test_joint_scenarios_multiply():
    table = joint_scenarios({"election": {"a": 0.6, "b": 0.4}, "china": {"helps": 0.25, "does not": 0.75}})
    assert table["probability"].to_list() == pytest.approx([0.15, 0.45, 0.1, 0.3])
    unknown = joint_scenarios({"election": {"a": 0.6, "b": 0.4}, "china": {"helps": None, "does not": None}})
    assert unknown["probability"].isna().all()


@given(
    st.lists(st.tuples(st.integers(-5, 5), st.integers(-5, 5), st.integers(-5, 5)), min_size=1, max_size=6),
    st.integers(0, 100),
)
def test_switch_points_match_a_grid(rows, step):
    payoffs = pd.DataFrame(rows, index=[f"o{i}" for i in range(len(rows))], columns=["x", "y", "z"], dtype=float)
    chances = pd.Series({"x": 0.2, "y": 0.3, "z": 0.5})
    table = switch_points(payoffs, chances, "x")
    assert table["from"].iloc[0] == 0 and table["to"].iloc[-1] == 1
    assert (table["to"].iloc[:-1].to_numpy() == table["from"].iloc[1:].to_numpy()).all()
    t = step / 100
    expected = t * payoffs["x"] + (1 - t) * (0.375 * payoffs["y"] + 0.625 * payoffs["z"])
    holds = table[(table["from"] <= t + 1e-9) & (t <= table["to"] + 1e-9)]["option"]
    assert np.isclose(expected[holds].max(), expected.max(), atol=1e-6)


@pytest.mark.parametrize(
    ("chances", "message"),
    [({"growing": 0.2, "stable": 0.5}, "for each"), ({"growing": 0.9, "stable": 0.5, "declining": 0.3}, "sum to 1")],
)
def test_faulty_probabilities_are_refused(chances, message):
    with pytest.raises(ValueError, match=message):
        decide(FUNDS, pd.Series(chances))


def test_a_gap_in_the_table_is_refused():
    with pytest.raises(ValueError, match="full table"):
        decide(FUNDS.astype(float).where(FUNDS > 0))
