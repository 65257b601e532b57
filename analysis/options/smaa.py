"""Rank acceptability: in which share of the draws an option takes a rank (SMAA-2, Lahdelma & Salminen 2001).

A share of scores (and weights), never a likelihood that an option succeeds.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

DIGITS = 12
"""Weighted scores are rounded to so many digits before they are compared: what differs less is a tie."""

Sampler = Callable[[np.random.Generator, int], np.ndarray]


@dataclass(frozen=True)
class Acceptability:
    """shares: options x ranks (1 the best), each row and each column sums to 1. error: their Monte Carlo standard
    errors, same shape. pairwise: share of the draws in which the row's option beats the column's (a tie counts one
    half, the diagonal is 0). draws: their number.
    """

    shares: pd.DataFrame
    error: pd.DataFrame
    pairwise: pd.DataFrame
    draws: int

    @property
    def first(self) -> pd.Series:
        """Share of the draws in which each option ranks first."""
        return self.shares[1]


def triangular_sampler(low: np.ndarray, mode: np.ndarray, high: np.ndarray) -> Sampler:
    """Independent triangular scores (options x criteria), by the inverse of their distribution function.

    One uniform number a cell, so that the stream of numbers does not depend on how many draws are made at a time.
    """
    low, mode, high = (np.asarray(x, dtype=float) for x in (low, mode, high))
    span = high - low
    cut = np.divide(mode - low, span, out=np.full_like(span, 0.5), where=span > 0)

    def sample(rng: np.random.Generator, draws: int) -> np.ndarray:
        u = rng.random((draws, *low.shape))
        left = u < cut
        root = np.sqrt(np.where(left, u * cut, (1 - u) * (1 - cut))) * span
        return np.where(left, low + root, high - root)

    return sample


def uniform_weights(rng: np.random.Generator, draws: int, criteria: int) -> np.ndarray:
    """Weights spread evenly over all sets that sum to 1 (Dirichlet with every parameter 1), draws x criteria.

    The spacings of sorted uniform numbers: exact, and a fixed count of numbers a draw.
    """
    cuts = np.sort(rng.random((draws, criteria - 1)), axis=1)
    return np.diff(cuts, axis=1, prepend=0.0, append=1.0)


def acceptability(
    low: pd.DataFrame,
    mode: pd.DataFrame,
    high: pd.DataFrame,
    weights: pd.Series | None,
    draws: int = 10_000,
    seed: int = 20240616,
    chunk: int = 2048,
) -> Acceptability:
    """Rank acceptability with triangular scores.

    low, mode, high: options x criteria, more is better. weights: by criterion, or None for all weights alike.
    `chunk` draws are held in memory at a time; the result does not depend on it.
    """
    sampler = triangular_sampler(low.to_numpy(), mode.to_numpy(), high.to_numpy())
    values = None if weights is None else weights.loc[list(low.columns)].to_numpy(dtype=float)
    return acceptability_of(sampler, list(low.index), low.shape[1], values, draws, seed, chunk)


def acceptability_of(
    sampler: Sampler,
    options: list[str],
    criteria: int,
    weights: np.ndarray | None,
    draws: int,
    seed: int,
    chunk: int = 2048,
) -> Acceptability:
    """The core, for scores of any distribution: `sampler(rng, n)` gives an array n x options x criteria.

    Scores and weights have a stream of random numbers each, both from `seed`. Tied options share their ranks alike.
    Raises ValueError without at least one option, criterion and draw.
    """
    n = len(options)
    if n < 1 or criteria < 1 or draws < 1:
        raise ValueError("rank acceptability needs an option, a criterion and a draw")
    for_scores, for_weights = (np.random.default_rng(s) for s in np.random.SeedSequence(seed).spawn(2))
    counts = np.zeros((n, n + 1, n), dtype=np.int64)  # option, number of options tied with it, better ones
    half_wins = np.zeros((n, n), dtype=np.int64)
    for start in range(0, draws, chunk):
        size = min(chunk, draws - start)
        w = uniform_weights(for_weights, size, criteria) if weights is None else None
        values = np.round(_weighted(sampler(for_scores, size), weights if w is None else w), DIGITS)
        _count(values, counts, half_wins)
    labels = pd.Index(options, name="option")
    ranks = pd.Index(range(1, n + 1), name="rank")
    shares = pd.DataFrame(_spread(counts) / draws, index=labels, columns=ranks)
    pairwise = pd.DataFrame(half_wins / (2 * draws), index=labels, columns=pd.Index(options, name="beats"))
    return Acceptability(shares, standard_error(shares, draws), pairwise, draws)


def standard_error(share: pd.DataFrame, draws: int) -> pd.DataFrame:
    """Standard error of a share of independent draws; two hits and two misses are added (Agresti & Coull 1998), so
    that a share of 0 or 1 does not claim to be exact.
    """
    p = (share * draws + 2) / (draws + 4)
    return np.sqrt(p * (1 - p) / (draws + 4))


def score_bands(
    low: pd.DataFrame,
    mode: pd.DataFrame,
    high: pd.DataFrame,
    weights: pd.Series,
    draws: int = 10_000,
    seed: int = 20240616,
    share: float = 0.9,
) -> pd.DataFrame:
    """Weighted scores by option: lowest and highest possible, their mean, and the middle `share` of the draws.

    Columns low, band_low, score, band_high, high (0-1). At most 20,000 draws: enough for the two digits that are shown.
    """
    values = weights.loc[list(low.columns)].to_numpy(dtype=float)
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(2)[0])
    sampler = triangular_sampler(low.to_numpy(), mode.to_numpy(), high.to_numpy())
    totals = np.concatenate(
        [
            _weighted(sampler(rng, min(2048, min(draws, 20_000) - start)), values)
            for start in range(0, min(draws, 20_000), 2048)
        ]
    )
    tail = (1 - share) / 2
    band = np.quantile(totals, [tail, 1 - tail], axis=0)
    ends = {"low": low @ weights, "score": (low + mode + high) / 3 @ weights, "high": high @ weights}
    table = pd.DataFrame({**ends, "band_low": band[0], "band_high": band[1]}, index=low.index)
    return table[["low", "band_low", "score", "band_high", "high"]]


def _weighted(scores: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Weighted sums, draws x options. Added criterion by criterion: a matrix product may differ in its last bits."""
    total = np.zeros(scores.shape[:2])
    for k in range(scores.shape[2]):
        total += scores[:, :, k] * (weights[k] if weights.ndim == 1 else weights[:, k, None])
    return total


def _count(values: np.ndarray, counts: np.ndarray, half_wins: np.ndarray) -> None:
    """Add the draws (draws x options) to the counts. Whole numbers: their sum does not depend on the order."""
    columns = np.ascontiguousarray(values.T)
    n, draws = columns.shape
    better = np.zeros((n, draws), dtype=np.int16)
    tied = np.ones((n, draws), dtype=np.int16)
    for i in range(n):
        for j in range(i + 1, n):
            above, below = columns[i] > columns[j], columns[i] < columns[j]
            wins, losses = int(above.sum()), int(below.sum())
            better[j] += above
            better[i] += below
            ties = draws - wins - losses
            if ties:
                tied[i] += ~(above | below)
                tied[j] += ~(above | below)
            half_wins[i, j] += 2 * wins + ties
            half_wins[j, i] += 2 * losses + ties
    for i in range(n):
        counts[i] += np.bincount(tied[i] * n + better[i], minlength=(n + 1) * n).reshape(n + 1, n)


def _spread(counts: np.ndarray) -> np.ndarray:
    """Draws by option and rank: options tied on m ranks get 1/m of each."""
    n = counts.shape[0]
    shares = np.zeros((n, n))
    for tied in range(1, n + 1):
        for better in range(n - tied + 1):
            shares[:, better : better + tied] += counts[:, tied, better, None] / tied
    return shares
