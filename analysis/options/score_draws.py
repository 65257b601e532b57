"""Uncertain scores, to be drawn criterion by criterion: interval, triangular, normal."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd


@dataclass(frozen=True)
class Scores:
    """draw(k, rng, n): n draws of all options under criterion k, an array n x options; more is better.

    Each criterion has a stream of random numbers of its own and takes them in order, so a draw does not depend on how
    many are made at a time.
    """

    options: tuple[str, ...]
    criteria: tuple[str, ...]
    draw: Callable[[int, np.random.Generator, int], np.ndarray]


def interval_scores(low: pd.DataFrame, high: pd.DataFrame) -> Scores:
    """Every value between low and high alike. low, high: options x criteria. Raises ValueError where low > high."""
    least, span = _columns(low), _columns(high) - _columns(low)
    _not_negative(span, "low must not exceed high")

    def draw(k: int, rng: np.random.Generator, n: int) -> np.ndarray:
        values = rng.random((n, len(low)))
        values *= span[k]
        values += least[k]
        return values

    return _scores(low, draw)


def triangular_scores(low: pd.DataFrame, mode: pd.DataFrame, high: pd.DataFrame) -> Scores:
    """Likeliest at the mode, falling evenly to low and high: the inverse of the distribution function, one number each.

    low, mode, high: options x criteria. Raises ValueError unless low <= mode <= high.
    """
    least, most, span = _columns(low), _columns(high), _columns(high) - _columns(low)
    rise = _columns(mode) - least
    _not_negative(rise, "low must not exceed mode")
    _not_negative(most - _columns(mode), "mode must not exceed high")
    cut = np.divide(rise, span, out=np.full_like(span, 0.5), where=span > 0)

    def draw(k: int, rng: np.random.Generator, n: int) -> np.ndarray:
        u = rng.random((n, len(low)))
        left = u < cut[k]
        root = np.sqrt(np.where(left, u * cut[k], (1 - u) * (1 - cut[k])))
        root *= span[k]
        return np.where(left, least[k] + root, most[k] - root)

    return _scores(low, draw)


def normal_scores(mean: pd.DataFrame, deviation: pd.DataFrame) -> Scores:
    """Normal scores; mean, deviation (standard, >= 0): options x criteria. Raises ValueError for a negative one."""
    middle, spread = _columns(mean), _columns(deviation)
    _not_negative(spread, "a standard deviation is negative")

    def draw(k: int, rng: np.random.Generator, n: int) -> np.ndarray:
        values = rng.standard_normal((n, len(mean)))
        values *= spread[k]
        values += middle[k]
        return values

    return _scores(mean, draw)


def _scores(frame: pd.DataFrame, draw: Callable) -> Scores:
    if frame.empty:
        raise ValueError("rank acceptability needs an option and a criterion")
    return Scores(tuple(frame.index), tuple(frame.columns), draw)


def _columns(frame: pd.DataFrame) -> np.ndarray:
    """criteria x options, so that one criterion lies together. Raises ValueError for a value that is no number."""
    values = np.ascontiguousarray(frame.to_numpy(dtype=float).T)
    if not np.isfinite(values).all():
        raise ValueError("every score must be a finite number")
    return values


def _not_negative(values: np.ndarray, message: str) -> None:
    if (values < 0).any():
        raise ValueError(message)
