"""SMAA-2 against published numbers, exact formulae, and its own promises."""

from math import log2, prod

import numpy as np
import pandas as pd
import pytest

from analysis.options import (
    any_weights,
    fixed_weights,
    interval_scores,
    interval_weights,
    normal_scores,
    ordered_weights,
    roc_weights,
    score_bands,
    smaa,
    stakeholder_weights,
    triangular_scores,
)
from analysis.options.weight_draws import simplex


def frame(rows, options="abcdefgh"):
    return pd.DataFrame(rows, index=list(options[: len(rows)]), columns=[f"c{k}" for k in range(len(rows[0]))])


def sure(rows):
    return interval_scores(frame(rows), frame(rows))


# Hillege et al.: thrombolytics, reference output of the R package smaa (Examples/smaa-Ex.Rout.save); tolerance 0.01,
# since independent Normal scores with the samples' means and deviations stand for the samples themselves.
THROMBOLYTICS = normal_scores(
    frame([[0.41171559, 0.42486473, 0.92578459], [0.75139167, 0.60837097, 0.61514722]], "he"),
    frame([[0.12176922, 0.15645577, 0.07278641], [0.08379215, 0.15249818, 0.16552715]], "he"),
)


def test_thrombolytics_under_all_weights():
    result = smaa(THROMBOLYTICS, any_weights(["c0", "c1", "c2"]), draws=300_000, seed=1)
    assert result.shares.loc["h"].to_list() == pytest.approx([0.3504, 0.6496], abs=0.01)
    assert result.central.loc["h"].to_list() == pytest.approx([0.1865, 0.2772, 0.5363], abs=0.01)
    assert result.central.loc["e"].to_list() == pytest.approx([0.4073, 0.3641, 0.2285], abs=0.01)
    assert result.confidence.to_list() == pytest.approx([0.6682, 0.8956], abs=0.012)
    assert result.entropy == pytest.approx(0.9344, abs=0.01)
    assert result.pairwise.loc["h", "e"] == result.first["h"]


def test_thrombolytics_under_fixed_weights():
    weights = fixed_weights(pd.Series({"c0": 0.5, "c1": 0.2, "c2": 0.3}))
    assert smaa(THROMBOLYTICS, weights, draws=200_000, seed=1).first["h"] == pytest.approx(0.1279, abs=0.01)


def test_two_options_uniform_weights_match_the_exact_formula():
    """P(i before j) = sum over k with d_k > 0 of d_k^(n-1) / prod_{l != k} (d_k - d_l), d = v_i - v_j."""
    first, second = [0.9, 0.2, 0.5, 0.4], [0.3, 0.6, 0.45, 0.7]
    d = np.subtract(first, second)
    exact = sum(x**3 / prod(x - y for y in d if y != x) for x in d if x > 0)
    result = smaa(sure([first, second]), any_weights(["c0", "c1", "c2", "c3"]), draws=200_000, seed=3)
    assert abs(result.first["a"] - exact) < 4 * result.error.loc["a", 1]
    assert 0.0008 < result.error.loc["a", 1] < 0.0012
    p = result.first["a"]
    assert result.entropy == pytest.approx(-p * log2(p) - (1 - p) * log2(1 - p), abs=0.01)


def test_the_errors_cover_what_other_seeds_give():
    """Monte Carlo errors against the spread of 40 runs."""
    runs = [smaa(THROMBOLYTICS, any_weights(["c0", "c1", "c2"]), draws=2_000, seed=s) for s in range(40)]
    for name, error in (
        (lambda r: r.first["h"], lambda r: r.error.loc["h", 1]),
        (lambda r: r.central.loc["h", "c2"], lambda r: r.central_error.loc["h", "c2"]),
        (lambda r: r.entropy, lambda r: r.entropy_error),
    ):
        assert 0.6 < np.std([name(r) for r in runs], ddof=1) / np.mean([error(r) for r in runs]) < 1.5


def test_an_option_that_never_leads_has_no_central_weights():
    result = smaa(sure([[0.9, 0.9], [0.1, 0.2]]), any_weights(["c0", "c1"]), draws=200)
    assert result.central.loc["b"].isna().all() and np.isnan(result.confidence["b"])
    assert result.confidence["a"] == 1 and result.entropy == 0


def test_uniform_weights_have_the_moments_of_the_simplex():
    w = simplex(np.random.default_rng(5), 100_000, 4)
    assert np.allclose(w.sum(axis=1), 1) and w.min() >= 0
    assert w.mean(axis=0) == pytest.approx([0.25] * 4, abs=0.003)
    assert w.var(axis=0) == pytest.approx([3 / 80] * 4, abs=0.001)  # Dirichlet(1,1,1,1): 1/4 * 3/4 / 5


def drawn(weights, n=100_000, seed=6):
    values = weights.stream(np.random.default_rng(seed))(n)
    assert np.allclose(values.sum(axis=1), 1)
    return pd.DataFrame(values, columns=weights.criteria)


def test_weights_in_full_order_average_to_roc():
    w = drawn(ordered_weights(["x", "y", "z"]))
    assert (w["x"] >= w["y"]).all() and (w["y"] >= w["z"]).all()
    assert w.mean().to_list() == pytest.approx(roc_weights(["x", "y", "z"]).to_list(), abs=0.003)


def test_weights_on_one_step_are_not_ordered():
    """x and y before z: the mean is that of the two full orders which agree with it."""
    w = drawn(ordered_weights([["x", "y"], "z"]))
    assert (w[["x", "y"]].min(axis=1) >= w["z"]).all()
    assert w.mean().to_list() == pytest.approx([8 / 18, 8 / 18, 2 / 18], abs=0.003)
    assert 0.49 < (w["x"] > w["y"]).mean() < 0.51


@pytest.mark.parametrize("upper", [[0.6, 0.6, 0.6], [0.4, 0.4, 0.4]])
def test_interval_weights_are_even_within_their_bounds(upper):
    """Against plain rejection from the whole simplex."""
    lower = pd.Series([0.1, 0.2, 0.25], index=["x", "y", "z"])
    w = drawn(interval_weights(lower, pd.Series(upper, index=lower.index)), 50_000)
    plain = simplex(np.random.default_rng(7), 400_000, 3)
    plain = plain[(plain >= lower.to_numpy()).all(axis=1) & (plain <= upper).all(axis=1)]
    assert (w >= lower - 1e-9).all().all() and (w <= np.array(upper) + 1e-9).all().all()
    assert w.mean().to_list() == pytest.approx(plain.mean(axis=0).tolist(), abs=0.003)
    assert w.std().to_list() == pytest.approx(plain.std(axis=0).tolist(), abs=0.003)


def test_stakeholders_count_alike():
    sets = pd.DataFrame({"p": [1.0, 0.0], "q": [0.0, 1.0]}, index=["x", "y"])
    assert drawn(stakeholder_weights(sets))["x"].mean() == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: ordered_weights(["x", "y", "x"]), "once"),
        (lambda: ordered_weights([]), "once"),
        (lambda: interval_weights(pd.Series({"x": 0.6, "y": 0.6}), pd.Series({"x": 1.0, "y": 1.0})), "sum to 1"),
        (lambda: interval_weights(pd.Series({"x": 0.6}), pd.Series({"x": 0.5})), "lower <= upper"),
        (lambda: interval_scores(frame([[1.0]]), frame([[0.0]])), "exceed"),
        (lambda: normal_scores(frame([[float("nan")]]), frame([[0.0]])), "finite"),
        (lambda: smaa(sure([[1.0]]), any_weights(["other"])), "same criteria"),
        (lambda: smaa(sure([[1.0]]), any_weights(["c0"]), draws=0), "draw"),
        (lambda: interval_scores(frame([[]]), frame([[]])), "option"),
    ],
)
def test_faulty_input_is_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make()


def eight_by_ten():
    values = np.sort(np.random.default_rng(2).random((3, 8, 10)), axis=0)
    return [frame(part) for part in values]


CRITERIA = [f"c{k}" for k in range(10)]
BOUNDS = pd.Series(0.0, index=CRITERIA), pd.Series(0.4, index=CRITERIA)


@pytest.mark.parametrize(
    "weights",
    [
        any_weights(CRITERIA),
        fixed_weights(pd.Series(0.1, index=CRITERIA)),
        ordered_weights(CRITERIA),
        interval_weights(*BOUNDS),
        stakeholder_weights(pd.DataFrame({"p": [0.1] * 10, "q": [1.0] + [0.0] * 9}, index=CRITERIA)),
    ],
)
def test_chunks_do_not_change_a_bit(weights):
    low, mode, high = eight_by_ten()
    for scores in (interval_scores(low, high), triangular_scores(low, mode, high), normal_scores(mode, high - low)):
        one, *others = [smaa(scores, weights, draws=3_000, seed=9, chunk=chunk) for chunk in (3_000, 7, 2048)]
        for other in others:
            for name in ("shares", "pairwise", "central", "central_error"):
                pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name), check_exact=True)
            pd.testing.assert_series_equal(one.confidence, other.confidence, check_exact=True)
            assert one.entropy == other.entropy
        assert not smaa(scores, weights, draws=3_000, seed=10).shares.equals(one.shares)


def test_shares_sum_to_one_and_pairwise_to_one():
    result = smaa(triangular_scores(*eight_by_ten()), any_weights(CRITERIA), draws=2_000, seed=1)
    assert np.allclose(result.shares.sum(axis=0), 1) and np.allclose(result.shares.sum(axis=1), 1)
    assert np.allclose(result.pairwise + result.pairwise.T + np.eye(8), 1)
    led = result.first[result.first > 0]
    assert np.allclose((result.central.loc[led.index].mul(led, axis=0)).sum(), 0.1, atol=0.01)


def test_triangular_scores_have_their_distribution():
    """One criterion: the share in which (0, 0.3, 1) lies under a sure 0.3 is the mode's place, 0.3."""
    scores = triangular_scores(frame([[0.0], [0.3]]), frame([[0.3], [0.3]]), frame([[1.0], [0.3]]))
    result = smaa(scores, fixed_weights(pd.Series({"c0": 1.0})), draws=100_000, seed=4)
    assert result.pairwise.loc["b", "a"] == pytest.approx(0.3, abs=0.006)


def test_tied_options_share_their_ranks():
    result = smaa(
        sure([[0.2, 0.4], [0.4, 0.2], [0.1, 0.1]]), fixed_weights(pd.Series({"c0": 0.5, "c1": 0.5})), draws=50
    )
    assert result.shares.to_numpy().tolist() == [[0.5, 0.5, 0.0], [0.5, 0.5, 0.0], [0.0, 0.0, 1.0]]
    assert result.pairwise.loc["a", "b"] == 0.5 and result.pairwise.loc["a", "c"] == 1
    assert result.confidence[["a", "b"]].to_list() == [0.5, 0.5]
    assert (result.error > 0).all().all()  # a share of 0 or 1 does not claim to be exact


def test_one_option_ranks_first():
    assert smaa(sure([[0.2, 0.4]]), any_weights(["c0", "c1"]), draws=5).shares.loc["a", 1] == 1


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
