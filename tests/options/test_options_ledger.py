"""Forecast scores: published and derived values, and the identity of the decomposition."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.options.ledger import brier_scores, wilson


def test_brier_score():
    """Derived: (0.1² + 0.3² + 0.2² + 0.6²) / 4."""
    found = brier_scores(pd.Series([0.9, 0.7, 0.2, 0.4]), pd.Series([1, 1, 0, 1]))
    assert found.brier == pytest.approx(0.125)
    assert (found.base_rate, found.uncertainty) == (0.75, 0.1875)
    assert found.skill == pytest.approx(1 / 3, abs=1e-6)


@given(st.lists(st.tuples(st.sampled_from([0, 0.1, 0.35, 0.5, 0.8, 1]), st.integers(0, 1)), min_size=1, max_size=40))
def test_murphy_decomposition(rows):
    """Murphy (1973): Brier score = reliability - resolution + uncertainty."""
    p, o = map(pd.Series, zip(*rows, strict=True))
    found = brier_scores(p, o)
    assert found.reliability - found.resolution + found.uncertainty == pytest.approx(found.brier, abs=5e-6)
    assert found.calibration["forecasts"].sum() == len(rows)
    inside = found.calibration
    assert ((inside["interval_low"] <= inside["observed"]) & (inside["observed"] <= inside["interval_high"])).all()


def test_wilson_interval():
    """Newcombe (1998), Statistics in Medicine 17, table I: 81 of 263, 0.2553 to 0.3662; 0 of 20, 0 to 0.1611."""
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(0, 20) == pytest.approx((0, 0.1611), abs=5e-5)


def test_when_everything_came_true_there_is_no_skill():
    assert brier_scores(pd.Series([0.5, 0.9]), pd.Series([1, 1])).skill is None


@pytest.mark.parametrize(("p", "o"), [([1.2], [1]), ([0.5], [0.5]), ([], []), ([0.5, 0.5], [1])])
def test_faulty_ledgers_are_refused(p, o):
    with pytest.raises(ValueError):
        brier_scores(pd.Series(p, dtype=float), pd.Series(o, dtype=float))
