"""VIKOR: a compromise between the good of all criteria and the regret under the worst one (Opricovic & Tzeng 2004)."""

from dataclasses import dataclass

import pandas as pd

from analysis.options.aggregation.normalise import normalise

DIGITS = 12


@dataclass(frozen=True)
class Vikor:
    """Less is better throughout. group: S, weighted sum of the distances from the best. regret: R, the greatest of
    them. compromise: Q, 0-1. advantage: the first stands apart from the second by 1 / (options - 1) or more.
    stable: it also leads in S or in R. best: the options proposed, the first alone where both hold.
    """

    group: pd.Series
    regret: pd.Series
    compromise: pd.Series
    advantage: bool
    stable: bool
    best: tuple[str, ...]


def vikor(
    values: pd.DataFrame,
    weights: pd.Series,
    directions: pd.Series,
    normalisation: str = "min_max",
    majority: float = 0.5,
) -> Vikor:
    """values: options x criteria; weights, directions by criterion. majority: weight of S against R in Q, 0-1.

    Distances from the best are (best - x) / (best - worst) with `min_max`; with another normalisation the distance of
    the normalised values, not stretched to 1. Raises ValueError as `normalise` does.
    """
    normalised = normalise(values, directions, normalisation)
    distance = (normalised.max() - normalised) * weights.loc[normalised.columns]
    group, regret = distance.sum(axis=1).round(DIGITS), distance.max(axis=1).round(DIGITS)
    compromise = (majority * _share(group) + (1 - majority) * _share(regret)).round(DIGITS)
    order = compromise.sort_values(kind="stable")
    first = order.index[0]
    if len(order) == 1:
        return Vikor(group, regret, compromise, True, True, (first,))
    least = round(1 / (len(order) - 1), DIGITS)
    advantage = bool(order.iloc[1] - order.iloc[0] >= least)
    stable = bool(group[first] == group.min() or regret[first] == regret.min())
    if advantage:
        best = [first] if stable else list(order.index[:2])
    else:
        best = [option for option in order.index if order[option] - order.iloc[0] < least]
    return Vikor(group, regret, compromise, advantage, stable, tuple(best))


def _share(column: pd.Series) -> pd.Series:
    span = column.max() - column.min()
    return (column - column.min()) / span if span > 0 else column * 0.0
