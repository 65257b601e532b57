"""Weights of which only something is known: nothing, an order, intervals, or the sets of several stakeholders."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

BLOCK = 4096
"""Candidates made at a time where some are rejected: fixed, so that results do not depend on the size of chunks."""

RAREST = 1e-4
"""Share of candidates that must be accepted; below it a set of intervals is too narrow to be drawn from."""

Stream = Callable[[int], np.ndarray]


@dataclass(frozen=True)
class Weights:
    """stream(rng) gives a function: n -> the next n draws, an array n x criteria, each row summing to 1."""

    criteria: tuple[str, ...]
    stream: Callable[[np.random.Generator], Stream]


def fixed_weights(weights: pd.Series) -> Weights:
    """One set, the same in every draw."""
    values = weights.to_numpy(dtype=float)
    return Weights(tuple(weights.index), lambda rng: lambda n: np.broadcast_to(values, (n, len(values))))


def any_weights(criteria: Sequence[str]) -> Weights:
    """All sets that sum to 1 alike (Dirichlet with every parameter 1): nothing is known."""
    return Weights(tuple(criteria), lambda rng: lambda n: simplex(rng, n, len(criteria)))


def ordered_weights(order: Sequence[str | Sequence[str]]) -> Weights:
    """All sets in which each criterion weighs at least as much as the next, alike.

    order: criteria from the most to the least important; those in an inner list stand on one step, in no order among
    themselves. Sorted draws of `any_weights`, dealt out by step: exact. Their mean under a full order is the
    rank-order centroid. Raises ValueError where a criterion stands twice, which would contradict itself, or none does.
    """
    steps = [[step] if isinstance(step, str) else list(step) for step in order]
    criteria = [criterion for step in steps for criterion in step]
    if not criteria or len(set(criteria)) != len(criteria):
        raise ValueError("an order of weights must name each criterion once")
    ends = np.cumsum([len(step) for step in steps])

    def stream(rng: np.random.Generator) -> Stream:
        def draw(n: int) -> np.ndarray:
            # Weights and shuffles come from one uniform stream, draw by draw.
            numbers = rng.random((n, 2 * len(criteria) - 1))
            values = -np.sort(-_spacings(numbers[:, : len(criteria) - 1]), axis=1)
            keys = numbers[:, len(criteria) - 1 :]
            for start, end in zip([0, *ends[:-1]], ends, strict=True):
                if end - start > 1:
                    shuffled = np.argsort(keys[:, start:end], axis=1)
                    values[:, start:end] = np.take_along_axis(values[:, start:end], shuffled, axis=1)
            return values

        return draw

    return Weights(tuple(criteria), stream)


def interval_weights(lower: pd.Series, upper: pd.Series) -> Weights:
    """All sets with every weight between its bounds, alike. lower, upper: by criterion, 0-1.

    Drawn from the smaller of the two simplices that hold them, rejecting what leaves the other bounds. Raises
    ValueError where a lower bound exceeds the upper one, no set sums to 1, or fewer than one candidate in ten
    thousand would fit.
    """
    least, most = lower.to_numpy(dtype=float), upper.loc[lower.index].to_numpy(dtype=float)
    if (least < 0).any() or (most > 1).any() or (least > most).any():
        raise ValueError("bounds of weights must be 0 <= lower <= upper <= 1")
    below, above = 1 - least.sum(), most.sum() - 1
    if below < -1e-9 or above < -1e-9:
        raise ValueError("no weights within these bounds sum to 1")
    from_below = below <= above

    def candidates(rng: np.random.Generator) -> np.ndarray:
        shares = simplex(rng, BLOCK, len(least))
        values = least + max(below, 0) * shares if from_below else most - max(above, 0) * shares
        fits = values <= most + 1e-12 if from_below else values >= least - 1e-12
        return values[fits.all(axis=1)]

    if len(candidates(np.random.default_rng(0))) < RAREST * BLOCK:
        raise ValueError("the bounds of the weights are too narrow to draw from; widen one")

    def stream(rng: np.random.Generator) -> Stream:
        kept = [np.empty((0, len(least)))]

        def draw(n: int) -> np.ndarray:
            while sum(map(len, kept)) < n:
                kept.append(candidates(rng))
            found = np.concatenate(kept)
            kept[:] = [found[n:]]
            return found[:n]

        return draw

    return Weights(tuple(lower.index), stream)


def stakeholder_weights(sets: pd.DataFrame) -> Weights:
    """In each draw the weights of one stakeholder, all stakeholders alike. sets: criteria x stakeholders."""
    values = sets.to_numpy(dtype=float).T
    return Weights(tuple(sets.index), lambda rng: lambda n: values[rng.integers(0, len(values), n)])


def simplex(rng: np.random.Generator, n: int, criteria: int) -> np.ndarray:
    """n draws, evenly over all weights that sum to 1: the spacings of sorted uniform numbers, n x criteria."""
    return _spacings(rng.random((n, criteria - 1)))


def _spacings(numbers: np.ndarray) -> np.ndarray:
    return np.diff(np.sort(numbers, axis=1), axis=1, prepend=0.0, append=1.0)
