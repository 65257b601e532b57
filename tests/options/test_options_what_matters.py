"""Tornado and the value of settling a cell, against brute force."""

import numpy as np
import pandas as pd
import pytest

from analysis.options.performance import Performance
from analysis.options.what_matters import tornado, value_of_settling

WEIGHTS = pd.Series({"x": 0.5, "y": 0.3, "z": 0.2})


def performance(seed=4, options=3):
    values = np.sort(np.random.default_rng(seed).random((3, options, 3)), axis=0)
    low, mode, high = (pd.DataFrame(v, index=list("abcdef"[:options]), columns=list("xyz")) for v in values)
    return Performance(low, mode, high, mode.astype(str), pd.DataFrame(columns=["option", "criterion"]))


def test_tornado_moves_one_cell_at_a_time():
    made = performance()
    table = tornado(made, WEIGHTS, "a", "b")
    assert len(table) == 6 and table["swing"].is_monotonic_decreasing
    for row in table.itertuples():
        for side, shown in ((made.low, row.at_low), (made.high, row.at_high)):
            scores = made.mean.copy()
            scores.loc[row.option, row.criterion] = side.loc[row.option, row.criterion]
            assert shown == pytest.approx((scores.loc["a"] - scores.loc["b"]) @ WEIGHTS)
        assert row.turns == (min(row.at_low, row.at_high) < 0 < max(row.at_low, row.at_high))


@pytest.mark.parametrize("seed", range(4))
def test_the_value_of_settling_a_cell_matches_simulation(seed):
    made = performance(seed)
    totals = made.mean @ WEIGHTS
    table = value_of_settling(made, WEIGHTS)
    assert len(table) == 9 and (table["value"] > 0).any()
    rng = np.random.default_rng(1)
    for row in table.itertuples():
        cell = [m.loc[row.option, row.criterion] for m in (made.low, made.mode, made.high)]
        x = rng.triangular(*cell, 200_000)
        own = totals[row.option] + WEIGHTS[row.criterion] * (x - sum(cell) / 3)
        gain = np.maximum(own, totals.drop(row.option).max()).mean() - totals.max()
        assert row.value == pytest.approx(gain, abs=1e-3)
        assert bool(row.would_choose) == (own.min() < totals.drop(row.option).max() < own.max())


def test_a_sure_cell_is_worth_nothing():
    made = performance()
    sure = Performance(made.mode, made.mode, made.mode, made.basis, made.missing)
    table = value_of_settling(sure, WEIGHTS)
    assert (table["value"] == 0).all() and (table["would_choose"] == "").all()
    assert (tornado(sure, WEIGHTS, "a", "b")["swing"] == 0).all()
