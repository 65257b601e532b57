"""Weights: checked, from a rank order, and how far each may move before another option leads."""

import numpy as np
import pandas as pd

from analysis.errors import InputError
from analysis.options.mixtures import line_ends
from analysis.options.performance import FILE

TOLERANCE = 1e-6
"""By how much the sum of a set of weights may miss 1: what rounding in the file explains, no more."""


def check_weights(values: dict[str, float], criteria: list[str], name: str) -> pd.Series:
    """One weight for each criterion, none negative, sum 1 (within 1e-6, then divided by their sum).

    Raises InputError, naming the set, otherwise.
    """
    unknown = sorted(set(values) - set(criteria))
    without = [criterion for criterion in criteria if criterion not in values]
    if unknown:
        raise InputError.single(FILE, f"Weights {name}: no criterion {', '.join(unknown)}.", "Mend the names.")
    if without:
        raise InputError.single(
            FILE, f"Weights {name}: none for {', '.join(without)}.", "Give each criterion a weight; 0 leaves it out."
        )
    series = pd.Series({criterion: float(values[criterion]) for criterion in criteria}, name=name)
    if not (series >= 0).all():
        raise InputError.single(FILE, f"Weights {name}: a weight is negative.", "Turn the criterion's direction round.")
    if not abs(series.sum() - 1) <= TOLERANCE:
        raise InputError.single(FILE, f"Weights {name} sum to {series.sum():g}.", "Let them sum to 1.")
    return series / series.sum()


def roc_weights(order: list[str]) -> pd.Series:
    """Rank-order-centroid weights of criteria named from the most to the least important.

    w_i = (1/n) sum_{k>=i} 1/k (Barron & Barrett 1996): the centre of all weights that keep this order.
    Raises InputError for an empty order or a criterion named twice.
    """
    if not order or len(set(order)) != len(order):
        raise InputError.single(FILE, "A rank order is empty or names a criterion twice.", "Name each criterion once.")
    n = len(order)
    return pd.Series(np.cumsum(1 / np.arange(n, 0, -1))[::-1] / n, index=pd.Index(order, name="criterion"))


def weight_stability(values: pd.DataFrame, weights: pd.Series) -> pd.DataFrame:
    """Between which weights of each criterion the leading option stays first, the others keeping their proportions.

    values: options x criteria, 0-1. Closed form: with weight t on criterion k an option scores t*v_k + (1-t)*B, B its
    score on the others, so each rival overtakes at one t at most. Returns, by criterion: weight, lower, upper (0-1),
    below and above: the option that takes the lead there, "" where none does. Ties in the lead: the first option.
    A criterion that holds all the weight: the others share the rest equally.
    """
    totals = values @ weights
    leader = totals.idxmax()
    rows = {}
    for criterion, weight in weights.items():
        without, alone = line_ends(values, weights, criterion)
        at_zero, at_one = without[leader] - without, alone[leader] - alone
        lower, upper, below, above = 0.0, 1.0, "", ""
        for rival in values.index.drop(leader):
            slope = at_one[rival] - at_zero[rival]
            if abs(slope) < 1e-12:
                continue
            # A tie in the lead can put the crossing a rounding error on the wrong side of the weight itself.
            crossing = -at_zero[rival] / slope
            if slope > 0 and crossing > lower:
                lower, below = float(min(crossing, weight)), rival
            if slope < 0 and crossing < upper:
                upper, above = float(max(crossing, weight)), rival
        rows[criterion] = {"weight": float(weight), "lower": lower, "upper": upper, "below": below, "above": above}
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("criterion")
