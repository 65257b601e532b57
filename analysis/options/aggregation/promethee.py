"""PROMETHEE II: each option against each other, criterion by criterion (Brans & Vincke 1985)."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.options.aggregation.normalise import check_values


@dataclass(frozen=True)
class Promethee:
    """preference: options x options, how far the row is preferred, 0-1. positive, negative: mean preference for and
    against each option. net: positive - negative, -1 to 1, the more the better.
    """

    preference: pd.DataFrame
    positive: pd.Series
    negative: pd.Series
    net: pd.Series


def promethee(
    values: pd.DataFrame,
    weights: pd.Series,
    directions: pd.Series,
    indifference: float | pd.Series = 0.0,
    preference: float | pd.Series = 0.0,
) -> Promethee:
    """values: options x criteria; weights, directions by criterion.

    A difference d counts 0 up to `indifference` (q), 1 from `preference` (p) on, and (d - q) / (p - q) between them,
    in the unit of the values (one number, or one a criterion); with q = p = 0 any difference counts fully ("usual").
    A lone option has flows of 0. Raises ValueError where p < q, or as `normalise` does.
    """
    check_values(values, directions)
    columns = values.columns
    q, p = (pd.Series(x, index=columns, dtype=float).to_numpy() for x in (indifference, preference))
    if (q < 0).any() or (p < q).any():
        raise ValueError("thresholds must be 0 <= indifference <= preference")
    sign = np.where(directions.loc[columns] == "max", 1.0, -1.0)
    array = values.to_numpy(dtype=float) * sign
    difference = np.round(array[:, None, :] - array[None, :, :], 12)
    slope = np.where(p > q, p - q, 1.0)
    degree = np.where(difference <= q, 0.0, np.where(difference >= p, 1.0, (difference - q) / slope))
    table = pd.DataFrame(
        degree @ weights.loc[columns].to_numpy(dtype=float),
        index=values.index,
        columns=pd.Index(values.index, name="over"),
    )
    others = max(len(values) - 1, 1)
    positive, negative = table.sum(axis=1) / others, table.sum(axis=0) / others
    negative.index.name = values.index.name
    return Promethee(table, positive, negative, positive - negative)
