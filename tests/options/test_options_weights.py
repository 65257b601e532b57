"""Weights: rank-order centroids, checks, and the closed form of their stability against brute force."""

import numpy as np
import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.options import check_weights, necessary_dominance, roc_weights, weight_stability


@pytest.mark.parametrize(
    "published",
    [
        [0.75, 0.25],
        [11 / 18, 5 / 18, 2 / 18],
        [0.5208, 0.2708, 0.1458, 0.0625],
        [0.4567, 0.2567, 0.1567, 0.09, 0.04],
    ],
)
def test_rank_order_centroid_weights(published):
    """Barron & Barrett (1996), Decision quality using ranked attribute weights."""
    weights = roc_weights([f"c{k}" for k in range(len(published))])
    assert weights.to_list() == pytest.approx(published, abs=5e-5)
    assert weights.sum() == pytest.approx(1)


@pytest.mark.parametrize("order", [[], ["a", "a"]])
def test_a_faulty_rank_order_is_refused(order):
    with pytest.raises(InputError, match="rank order"):
        roc_weights(order)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"a": 0.5, "b": 0.4}, "sum to 0.9"),
        ({"a": 1.5, "b": -0.5}, "negative"),
        ({"a": 1.0}, "none for b"),
        ({"a": 0.5, "b": 0.4, "x": 0.1}, "no criterion x"),
        ({"a": float("nan"), "b": 1.0}, "negative|sum"),
    ],
)
def test_faulty_weights_are_refused(values, message):
    with pytest.raises(InputError, match=message):
        check_weights(values, ["a", "b"], "mine")


def test_rounding_in_the_file_is_forgiven():
    weights = check_weights({"a": 0.3333333, "b": 0.3333333, "c": 0.3333333}, ["a", "b", "c"], "mine")
    assert weights.sum() == pytest.approx(1, abs=1e-15)


def test_stability_matches_a_fine_grid():
    rng = np.random.default_rng(8)
    mode = pd.DataFrame(rng.random((5, 4)), index=list("abcde"), columns=list("wxyz"))
    weights = pd.Series({"w": 0.4, "x": 0.3, "y": 0.2, "z": 0.1})
    leader = (mode @ weights).idxmax()
    table = weight_stability(mode, weights)
    grid = np.linspace(0, 1, 801)
    for criterion in mode:
        others = weights.drop(criterion) / weights.drop(criterion).sum()
        totals = {t: t * mode[criterion] + (1 - t) * (mode[others.index] @ others) for t in grid}
        stays = [t for t, total in totals.items() if total.idxmax() == leader]
        assert table.loc[criterion, "lower"] == pytest.approx(min(stays), abs=1 / 600)
        assert table.loc[criterion, "upper"] == pytest.approx(max(stays), abs=1 / 600)
        beyond = table.loc[criterion, "upper"] + 0.002
        if beyond < 1:
            assert totals[grid[np.searchsorted(grid, beyond)]].idxmax() == table.loc[criterion, "above"]


def test_stability_of_a_single_criterion_that_holds_all_the_weight():
    mode = pd.DataFrame([[1.0, 0.0, 0.0], [0.0, 1.0, 1.0]], index=["a", "b"], columns=list("xyz"))
    table = weight_stability(mode, pd.Series({"x": 1.0, "y": 0.0, "z": 0.0}))
    assert table.loc["x"].to_list() == [1.0, 0.5, 1.0, "b", ""]
    assert not table.isna().any().any()


def test_necessary_dominance_needs_intervals_that_do_not_overlap():
    low = pd.DataFrame([[0.6, 0.5], [0.1, 0.1], [0.1, 0.4]], index=list("abc"), columns=["x", "y"])
    high = pd.DataFrame([[0.9, 0.9], [0.6, 0.4], [0.7, 0.5]], index=list("abc"), columns=["x", "y"])
    table = necessary_dominance(low, high)
    assert table.loc["a", "b"] and table.to_numpy().sum() == 1
    assert not necessary_dominance(low * 0 + 0.5, low * 0 + 0.5).any().any()  # equals dominate nobody
