"""The forecast ledger: how good forecasts were, once it is known what happened (Brier 1950; Murphy 1973)."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

DIGITS = 6
LEAST_FOR_CALIBRATION = 20
"""Fewer resolved forecasts say next to nothing about calibration: a convention."""


@dataclass(frozen=True)
class Scores:
    """brier: mean of (probability - outcome) squared, 0 the best, 1 the worst. base_rate: share that came true.
    reliability - resolution + uncertainty = brier, for forecasts grouped by their exact probability (Murphy 1973).
    skill: 1 - brier / uncertainty, None where everything or nothing came true. forecasts: their number.
    calibration: one row per bin: low, high, forecasts, mean_probability, observed (share that came true),
    interval_low, interval_high (Wilson 1927, 95 %).
    """

    brier: float
    base_rate: float
    reliability: float
    resolution: float
    uncertainty: float
    skill: float | None
    forecasts: int
    calibration: pd.DataFrame


def brier_scores(probabilities: pd.Series, outcomes: pd.Series, bins: int = 10) -> Scores:
    """probabilities: 0-1; outcomes: 1 came true, 0 did not; same length. Raises ValueError for anything else."""
    p, o = probabilities.to_numpy(dtype=float), outcomes.to_numpy(dtype=float)
    if not len(p) or len(p) != len(o):
        raise ValueError("there must be forecasts, each with its outcome")
    if not ((p >= 0) & (p <= 1)).all() or not np.isin(o, (0, 1)).all():
        raise ValueError("probabilities lie between 0 and 1, outcomes are 0 or 1")
    base = o.mean()
    reliability = resolution = 0.0
    for value in np.unique(p):
        group = o[p == value]
        reliability += len(group) * (value - group.mean()) ** 2
        resolution += len(group) * (group.mean() - base) ** 2
    brier, uncertainty = float(((p - o) ** 2).mean()), float(base * (1 - base))
    return Scores(
        brier=round(brier, DIGITS),
        base_rate=round(float(base), DIGITS),
        reliability=round(reliability / len(p), DIGITS),
        resolution=round(resolution / len(p), DIGITS),
        uncertainty=round(uncertainty, DIGITS),
        skill=round(1 - brier / uncertainty, DIGITS) if uncertainty > 0 else None,
        forecasts=len(p),
        calibration=_calibration(p, o, bins),
    )


def _calibration(p: np.ndarray, o: np.ndarray, bins: int) -> pd.DataFrame:
    places = np.minimum((p * bins).astype(int), bins - 1)
    rows = []
    for place in np.unique(places):
        group = places == place
        low, high = wilson(int(o[group].sum()), int(group.sum()))
        rows.append(
            {
                "low": place / bins,
                "high": (place + 1) / bins,
                "forecasts": int(group.sum()),
                "mean_probability": round(float(p[group].mean()), DIGITS),
                "observed": round(float(o[group].mean()), DIGITS),
                "interval_low": low,
                "interval_high": high,
            }
        )
    return pd.DataFrame(rows)


def wilson(hits: int, trials: int, z: float = 1.959964) -> tuple[float, float]:
    """Wilson's score interval (1927) of a share, by default at 95 %."""
    share, square = hits / trials, z * z / trials
    middle = (share + square / 2) / (1 + square)
    half = z / (1 + square) * (share * (1 - share) / trials + square / (4 * trials)) ** 0.5
    return round(max(middle - half, 0.0), DIGITS), round(min(middle + half, 1.0), DIGITS)
