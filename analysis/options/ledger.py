"""The forecast ledger: how good forecasts were, once it is known what happened (Brier 1950; Murphy 1973)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from analysis.dossier import LedgerForecast

DIGITS = 6
LEAST_FOR_CALIBRATION = 20
"""Fewer resolved forecasts say next to nothing about calibration: a convention."""


@dataclass(frozen=True)
class LedgerScores:
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


def brier_scores(probabilities: pd.Series, outcomes: pd.Series, bins: int = 10) -> LedgerScores:
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
    return LedgerScores(
        brier=round(brier, DIGITS),
        base_rate=round(float(base), DIGITS),
        reliability=round(float(reliability) / len(p), DIGITS),
        resolution=round(float(resolution) / len(p), DIGITS),
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


LEDGER_COLUMNS = ["id", "text", "author", "made", "horizon", "probability", "outcome", "resolved", "source", "state"]


def ledger_table(forecasts: Sequence[LedgerForecast], cutoff: str = "") -> pd.DataFrame:
    """One row per forecast, oldest first. outcome: true, false, void or ""; resolved, source: when and on what ground.

    state: "open"; "void" (the question fell away); "resolved"; and where it cannot count in a back-test of a dossier
    frozen at `cutoff`: "late" (made after it) or "known" (resolved by then already).
    """
    rows = []
    for forecast in sorted(forecasts, key=lambda forecast: (forecast.made, forecast.id)):
        end = forecast.resolution
        state = "open" if end is None else "void" if end.outcome == "void" else "resolved"
        if cutoff and forecast.made > cutoff:
            state = "late"
        elif cutoff and state == "resolved" and end.date <= cutoff:
            state = "known"
        rows.append(
            {
                **{name: getattr(forecast, name) for name in LEDGER_COLUMNS[:6]},
                "outcome": end.outcome if end else "",
                "resolved": end.date if end else "",
                "source": end.source if end else "",
                "state": state,
            }
        )
    return pd.DataFrame(rows, columns=LEDGER_COLUMNS)


def score_ledger(table: pd.DataFrame) -> LedgerScores | None:
    """Scores of the rows whose state is "resolved"; None where there is none."""
    rows = table[table["state"] == "resolved"]
    return brier_scores(rows["probability"], (rows["outcome"] == "true").astype(int)) if len(rows) else None
