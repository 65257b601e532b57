"""Do the methods agree, and if not, over which pairs of options and because of which criteria?"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from analysis.options.aggregation.normalise import normalise
from analysis.options.aggregation.promethee import promethee
from analysis.options.aggregation.topsis import topsis
from analysis.options.aggregation.vikor import vikor

DIGITS = 9
"""Scores are rounded to so many digits before they are ranked: what differs less is a tie."""

Method = Callable[[pd.DataFrame, pd.Series, pd.Series, str], pd.Series]


def weighted_sum(values: pd.DataFrame, weights: pd.Series, directions: pd.Series, normalisation: str) -> pd.Series:
    """Sum of the normalised values times the weights, by option."""
    normalised = normalise(values, directions, normalisation)
    return (normalised * weights.loc[normalised.columns]).sum(axis=1)


METHODS: dict[str, Method] = {
    "weighted_sum": weighted_sum,
    "topsis": lambda values, weights, directions, by: topsis(values, weights, directions, by).closeness,
    "vikor": lambda values, weights, directions, by: -vikor(values, weights, directions, by).compromise,
    # PROMETHEE compares differences as they are; normalised ones, so that its thresholds could be shared.
    "promethee": lambda values, weights, directions, by: (
        promethee(normalise(values, directions, by), weights, pd.Series("max", index=values.columns)).net
    ),
}
"""Each gives a score by option, the more the better."""


@dataclass(frozen=True)
class Agreement:
    """scores, ranks: options x methods (1 the best, equals share the better rank). tau: methods x methods, Kendall's
    tau-b of their orders (NaN where a method ties everything). disagreements: one row per pair of options that two
    methods order differently: first, second, for_first, for_second (methods, joined by ", "), strength, weakness (the
    criteria that speak most for and against the first: greatest and least weighted difference).
    """

    scores: pd.DataFrame
    ranks: pd.DataFrame
    tau: pd.DataFrame
    disagreements: pd.DataFrame


def compare_methods(
    values: pd.DataFrame, weights: pd.Series, directions: pd.Series, normalisation: str = "min_max"
) -> Agreement:
    """All METHODS on the same table: values options x criteria, weights and directions by criterion.

    Raises ValueError as `normalise` does.
    """
    scores = pd.DataFrame(
        {name: method(values, weights, directions, normalisation) for name, method in METHODS.items()}
    ).round(DIGITS)
    ranks = scores.rank(ascending=False, method="min").astype(int)
    names = list(METHODS)
    tau = pd.DataFrame({a: {b: kendall(scores[a], scores[b]) for b in names} for a in names}).round(6)
    weighted = normalise(values, directions, "min_max") * weights.loc[values.columns]
    rows = [
        row for first, second in combinations(values.index, 2) if (row := _dispute(first, second, scores, weighted))
    ]
    columns = ["first", "second", "for_first", "for_second", "strength", "weakness"]
    return Agreement(scores, ranks, tau, pd.DataFrame(rows, columns=columns))


def kendall(first: pd.Series, second: pd.Series) -> float:
    """Kendall's tau-b (1945): (concordant - discordant) / sqrt(pairs not tied in one x pairs not tied in the other)."""
    together = untied_first = untied_second = 0
    for i, j in combinations(first.index, 2):
        a, b = _sign(first[i] - first[j]), _sign(second[i] - second[j])
        together += a * b
        untied_first += a != 0
        untied_second += b != 0
    if not untied_first or not untied_second:
        return float("nan")
    return together / (untied_first * untied_second) ** 0.5


def _dispute(first: str, second: str, scores: pd.DataFrame, weighted: pd.DataFrame) -> dict | None:
    gap = scores.loc[first] - scores.loc[second]
    for_first, for_second = [m for m in gap.index if gap[m] > 0], [m for m in gap.index if gap[m] < 0]
    if not for_first or not for_second:
        return None
    by_criterion = (weighted.loc[first] - weighted.loc[second]).round(DIGITS)
    return {
        "first": first,
        "second": second,
        "for_first": ", ".join(for_first),
        "for_second": ", ".join(for_second),
        "strength": by_criterion.idxmax(),
        "weakness": by_criterion.idxmin(),
    }


def _sign(number: float) -> int:
    return int(number > 0) - int(number < 0)
