"""SMAA-2 (Lahdelma & Salminen 2001): under which share of weights and scores an option takes which rank.

A share of weights and scores, never a likelihood that an option succeeds. Ties share their ranks alike.
"""

from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.options.score_draws import Scores, triangular_scores
from analysis.options.smaa_counts import rank_codes, spread_ties, tally
from analysis.options.weight_draws import Weights

DIGITS = 12
"""Weighted scores are rounded to so many digits before they are compared: what differs less is a tie."""

SEED = 20240616
CHUNK = 2048
ENTROPY_DRAWS = 100_000
"""Whole orders are counted in so many draws at most: there are n! of them, and memory has a bound."""

FINE = 2.0**36
"""Sums over draws are made of whole numbers, in units of 1 / FINE: exact, so that chunks cannot change a bit."""


@dataclass(frozen=True)
class Smaa:
    """What SMAA-2 tells, each with its Monte Carlo standard error.

    shares, error: options x ranks (1 the best); each row and each column sums to 1. pairwise: share of the draws in
    which the row's option beats the column's (a tie counts one half, the diagonal is 0).
    central, central_error: options x criteria, the mean of the weights under which the option ranks first; NaN for one
    that never does. confidence, confidence_error: by option, the share of scores under which it ranks first with its
    central weights; NaN likewise. entropy, entropy_error: of the whole order, in bits (0: one order only).
    draws: their number.
    """

    shares: pd.DataFrame
    error: pd.DataFrame
    pairwise: pd.DataFrame
    central: pd.DataFrame
    central_error: pd.DataFrame
    confidence: pd.Series
    confidence_error: pd.Series
    entropy: float
    entropy_error: float
    draws: int

    @property
    def first(self) -> pd.Series:
        """Share of the draws in which each option ranks first."""
        return self.shares[1]


def smaa(scores: Scores, weights: Weights, draws: int = 10_000, seed: int = SEED, chunk: int = CHUNK) -> Smaa:
    """Draw scores and weights `draws` times; `chunk` draws are in memory at a time and do not change the result.

    Each criterion's scores and the weights have streams of random numbers of their own, all from `seed`.
    Raises ValueError where the criteria differ or there is no draw.
    """
    if draws < 1 or chunk < 1:
        raise ValueError("rank acceptability needs a draw")
    if sorted(scores.criteria) != sorted(weights.criteria):
        raise ValueError("scores and weights must be about the same criteria")
    n, m = len(scores.options), len(scores.criteria)
    columns = [weights.criteria.index(criterion) for criterion in scores.criteria]
    sums, squares = np.zeros((n, m), dtype=np.int64), np.zeros((n, m), dtype=np.int64)
    counts = np.zeros((n, n + 1, n), dtype=np.int64)  # option, number of options tied with it, better ones
    half_wins = np.zeros((n, n), dtype=np.int64)
    orders: Counter = Counter()
    draw_scores, draw_weights = _streams(scores, weights, seed)
    counted = min(draws, ENTROPY_DRAWS)
    for start, size in _chunks(draws, chunk):
        w = draw_weights(size)[:, columns]
        totals = np.zeros((size, n))
        for k in range(m):
            totals += draw_scores(k, size) * w[:, k, None]
        better, tied = tally(np.round(totals, DIGITS), counts, half_wins)
        if start < counted:
            orders.update(rank_codes(better[:, : counted - start]))
        # Where several lead, each has an equal part of the draw.
        lead = np.where(better == 0, FINE / tied, 0.0)
        for k in range(m):
            part = lead * w[:, k]
            sums[:, k] += np.rint(part).astype(np.int64).sum(axis=1)
            squares[:, k] += np.rint(part * w[:, k]).astype(np.int64).sum(axis=1)
    labels, ranks = pd.Index(scores.options, name="option"), pd.Index(range(1, n + 1), name="rank")
    shares = pd.DataFrame(spread_ties(counts) / draws, index=labels, columns=ranks)
    firsts = (shares[1] * draws).to_numpy()[:, None]
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = sums / FINE / firsts
        mean_error = np.sqrt(np.maximum(squares / FINE / firsts - mean**2, 0) / firsts)
    names = {"index": labels, "columns": pd.Index(scores.criteria, name="criterion")}
    central = pd.DataFrame(mean, **names).round(9)
    confidence = _confidence(scores, weights, central, draws, seed, chunk)
    entropy, entropy_error = entropy_of(np.array(sorted(orders.values())) / counted, counted)
    return Smaa(
        shares=shares,
        error=standard_error(shares, draws),
        pairwise=pd.DataFrame(half_wins / (2 * draws), index=labels, columns=pd.Index(scores.options, name="beats")),
        central=central,
        central_error=pd.DataFrame(mean_error, **names).round(9),
        confidence=confidence,
        confidence_error=standard_error(confidence, draws).where(confidence.notna()),
        entropy=entropy,
        entropy_error=entropy_error,
        draws=draws,
    )


def standard_error(share, draws: int):
    """Standard error of a share of independent draws (frame or series); two hits and two misses are added (Agresti &
    Coull 1998), so that a share of 0 or 1 does not claim to be exact.
    """
    p = (share * draws + 2) / (draws + 4)
    return np.sqrt(p * (1 - p) / (draws + 4))


def entropy_of(shares: np.ndarray, draws: int) -> tuple[float, float]:
    """Entropy of a distribution in bits, and the standard error of its estimate from so many draws (delta method)."""
    seen = shares[shares > 0]
    bits = -np.log2(seen)
    entropy = float((seen * bits).sum())
    variance = max(float((seen * bits**2).sum()) - entropy**2, 0.0)
    return round(entropy, DIGITS) + 0.0, round((variance / draws) ** 0.5, DIGITS)


def score_bands(
    low: pd.DataFrame,
    mode: pd.DataFrame,
    high: pd.DataFrame,
    weights: pd.Series,
    draws: int = 10_000,
    seed: int = SEED,
    share: float = 0.9,
) -> pd.DataFrame:
    """Weighted scores by option: lowest and highest possible, their mean, and the middle `share` of the draws.

    Columns low, band_low, score, band_high, high (0-1). At most 20,000 draws: enough for the two digits that are shown.
    """
    scores = triangular_scores(low, mode, high)
    draws = min(draws, 20_000)
    streams = _generators(seed, len(scores.criteria))
    totals = np.zeros((draws, len(low)))
    for k, criterion in enumerate(scores.criteria):
        totals += scores.draw(k, streams[k], draws) * weights[criterion]
    tail = (1 - share) / 2
    band = np.quantile(totals, [tail, 1 - tail], axis=0)
    ends = {"low": low @ weights, "score": (low + mode + high) / 3 @ weights, "high": high @ weights}
    table = pd.DataFrame({**ends, "band_low": band[0], "band_high": band[1]}, index=low.index)
    return table[["low", "band_low", "score", "band_high", "high"]]


def _confidence(
    scores: Scores, weights: Weights, central: pd.DataFrame, draws: int, seed: int, chunk: int
) -> pd.Series:
    """Share of the same scores under which an option leads with its central weights; equals share the lead."""
    known = np.flatnonzero(central.notna().all(axis=1).to_numpy())
    wins = np.zeros((len(central), len(central) + 1), dtype=np.int64)  # option, number of options that share the lead
    values = central.to_numpy()
    draw_scores, _ = _streams(scores, weights, seed)
    for _, size in _chunks(draws, chunk):
        drawn = [draw_scores(k, size) for k in range(len(scores.criteria))]
        for i in known:
            totals = np.zeros((size, len(central)))
            for k, column in enumerate(drawn):
                totals += column * values[i, k]
            totals = np.round(totals, DIGITS)
            leads = totals == totals.max(axis=1)[:, None]
            wins[i] += np.bincount(leads[leads[:, i]].sum(axis=1), minlength=len(central) + 1)
    found = pd.Series(np.nan, index=central.index, name="confidence")
    parts = wins[:, 1:] / np.arange(1, len(central) + 1)
    found.iloc[known] = np.round(parts[known].sum(axis=1) / draws, DIGITS)
    return found


def _streams(scores: Scores, weights: Weights, seed: int):
    """Functions (criterion, n) -> scores and n -> weights that go on where they stopped."""
    generators = _generators(seed, len(scores.criteria))
    return lambda k, n: scores.draw(k, generators[k], n), weights.stream(generators[-1])


def _generators(seed: int, criteria: int) -> list[np.random.Generator]:
    return [np.random.default_rng(s) for s in np.random.SeedSequence(seed).spawn(criteria + 1)]


def _chunks(draws: int, chunk: int) -> list[tuple[int, int]]:
    """Begin and size of each chunk."""
    return [(start, min(chunk, draws - start)) for start in range(0, draws, chunk)]
