"""TOPSIS: near to the best that occurs, far from the worst (Hwang & Yoon 1981)."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.options.aggregation.normalise import normalise


@dataclass(frozen=True)
class Topsis:
    """normalised, weighted: options x criteria. ideal, anti_ideal: by criterion, the best and worst weighted value.
    to_ideal, to_anti_ideal: Euclidean distances by option. closeness: to_anti_ideal / (both), 0-1, 1 the best.
    """

    normalised: pd.DataFrame
    weighted: pd.DataFrame
    ideal: pd.Series
    anti_ideal: pd.Series
    to_ideal: pd.Series
    to_anti_ideal: pd.Series
    closeness: pd.Series


def topsis(values: pd.DataFrame, weights: pd.Series, directions: pd.Series, normalisation: str = "vector") -> Topsis:
    """values: options x criteria; weights, directions ("max", "min"): by criterion.

    Options that are alike under every criterion have no ideal to be near to: closeness one half.
    Raises ValueError as `normalise` does.
    """
    normalised = normalise(values, directions, normalisation)
    weighted = normalised * weights.loc[normalised.columns]
    ideal, anti_ideal = weighted.max(), weighted.min()
    near, far = (np.sqrt(((weighted - point) ** 2).sum(axis=1)) for point in (ideal, anti_ideal))
    both = near + far
    closeness = (far / both.where(both > 0, 1.0)).where(both > 0, 0.5)
    return Topsis(normalised, weighted, ideal, anti_ideal, near, far, closeness)
