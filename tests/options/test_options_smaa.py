"""Rank acceptability against published numbers, an exact formula, and its own promises."""

from math import prod

import numpy as np
import pandas as pd
import pytest

from analysis.options import acceptability, acceptability_of, score_bands
from analysis.options.smaa import uniform_weights

# Hillege et al.'s thrombolytics case, reference output of the R package smaa (Examples/smaa-Ex.Rout.save): first-rank
# acceptability of heparin 0.3504 under all weights, 0.1279 under (0.5, 0.2, 0.3); tolerance 0.01, since independent
# Normal scores with the samples' means and deviations stand for the samples themselves.
MEAN = np.array([[0.41171559, 0.42486473, 0.92578459], [0.75139167, 0.60837097, 0.61514722]])
DEVIATION = np.array([[0.12176922, 0.15645577, 0.07278641], [0.08379215, 0.15249818, 0.16552715]])


def thrombolytics(rng, draws):
    return rng.normal(MEAN, DEVIATION, (draws, 2, 3))


@pytest.mark.parametrize(("weights", "published"), [(None, 0.3504), (np.array([0.5, 0.2, 0.3]), 0.1279)])
def test_thrombolytics(weights, published):
    result = acceptability_of(thrombolytics, ["heparin", "enoxaparin"], 3, weights, draws=200_000, seed=1)
    assert result.first["heparin"] == pytest.approx(published, abs=0.01)
    assert result.pairwise.loc["heparin", "enoxaparin"] == result.first["heparin"]
    assert result.shares.loc["enoxaparin", 1] == pytest.approx(1 - result.first["heparin"])


def frame(rows, options="abcdefgh"):
    return pd.DataFrame(rows, index=list(options[: len(rows)]), columns=[f"c{k}" for k in range(len(rows[0]))])


def test_two_options_uniform_weights_match_the_exact_formula():
    """P(i before j) = sum over k with d_k > 0 of d_k^(n-1) / prod_{l != k} (d_k - d_l), d = v_i - v_j."""
    first, second = [0.9, 0.2, 0.5, 0.4], [0.3, 0.6, 0.45, 0.7]
    d = np.subtract(first, second)
    exact = sum(x**3 / prod(x - y for y in d if y != x) for x in d if x > 0)
    sure = frame([first, second])
    result = acceptability(sure, sure, sure, None, draws=200_000, seed=3)
    assert abs(result.first["a"] - exact) < 4 * result.error.loc["a", 1]
    assert 0.0008 < result.error.loc["a", 1] < 0.0012


def test_uniform_weights_have_the_moments_of_the_simplex():
    w = uniform_weights(np.random.default_rng(5), 100_000, 4)
    assert np.allclose(w.sum(axis=1), 1) and w.min() >= 0
    assert w.mean(axis=0) == pytest.approx([0.25] * 4, abs=0.003)
    assert w.var(axis=0) == pytest.approx([3 / 80] * 4, abs=0.001)  # Dirichlet(1,1,1,1): 1/4 * 3/4 / 5


def test_sorted_uniform_weights_average_to_roc():
    w = -np.sort(-uniform_weights(np.random.default_rng(6), 100_000, 3), axis=1)
    assert w.mean(axis=0) == pytest.approx([11 / 18, 5 / 18, 2 / 18], abs=0.003)


def eight_by_ten():
    values = np.sort(np.random.default_rng(2).random((3, 8, 10)), axis=0)
    return [frame(part) for part in values]


@pytest.mark.parametrize("weights", [None, pd.Series(0.1, index=[f"c{k}" for k in range(10)])])
def test_chunks_do_not_change_a_bit(weights):
    cells = eight_by_ten()
    results = [acceptability(*cells, weights, draws=5_000, seed=9, chunk=chunk) for chunk in (1, 333, 2048, 5_000)]
    for other in results[1:]:
        pd.testing.assert_frame_equal(results[0].shares, other.shares, check_exact=True)
        pd.testing.assert_frame_equal(results[0].pairwise, other.pairwise, check_exact=True)
    assert not acceptability(*cells, weights, draws=5_000, seed=10).shares.equals(results[0].shares)


def test_shares_sum_to_one_and_pairwise_to_one():
    result = acceptability(*eight_by_ten(), None, draws=2_000, seed=1)
    assert np.allclose(result.shares.sum(axis=0), 1) and np.allclose(result.shares.sum(axis=1), 1)
    assert np.allclose(result.pairwise + result.pairwise.T + np.eye(8), 1)


def test_triangular_scores_have_their_distribution():
    """One criterion: the share in which (0, 0.3, 1) lies under a sure 0.3 is the mode's place, 0.3."""
    low, mode, high = frame([[0.0], [0.3]]), frame([[0.3], [0.3]]), frame([[1.0], [0.3]])
    result = acceptability(low, mode, high, pd.Series({"c0": 1.0}), draws=100_000, seed=4)
    assert result.pairwise.loc["b", "a"] == pytest.approx(0.3, abs=0.006)


def test_tied_options_share_their_ranks():
    sure = frame([[0.2, 0.4], [0.4, 0.2], [0.1, 0.1]])
    result = acceptability(sure, sure, sure, pd.Series({"c0": 0.5, "c1": 0.5}), draws=50, seed=1)
    assert result.shares.to_numpy().tolist() == [[0.5, 0.5, 0.0], [0.5, 0.5, 0.0], [0.0, 0.0, 1.0]]
    assert result.pairwise.loc["a", "b"] == 0.5 and result.pairwise.loc["a", "c"] == 1
    assert (result.error > 0).all().all()  # a share of 0 or 1 does not claim to be exact


def test_one_option_ranks_first_and_no_option_is_refused():
    sure = frame([[0.2, 0.4]])
    assert acceptability(sure, sure, sure, None, draws=5, seed=1).shares.loc["a", 1] == 1
    with pytest.raises(ValueError, match="option"):
        acceptability_of(thrombolytics, [], 3, None, draws=5, seed=1)


def test_bands_lie_within_the_possible_scores():
    weights = pd.Series(0.1, index=[f"c{k}" for k in range(10)])
    bands = score_bands(*eight_by_ten(), weights, draws=3_000, seed=1)
    assert list(bands.columns) == ["low", "band_low", "score", "band_high", "high"]
    assert (bands["low"] < bands["band_low"]).all() and (bands["band_high"] < bands["high"]).all()
    # One criterion on (0, 0.5, 1): the 5th percentile of a symmetric triangle is sqrt(0.05 / 2).
    one = score_bands(frame([[0.0]]), frame([[0.5]]), frame([[1.0]]), pd.Series({"c0": 1.0}), draws=20_000, seed=1).loc[
        "a"
    ]
    assert one["band_low"] == pytest.approx(0.025**0.5, abs=0.01)
