"""From what the analyst says of weights to one point and to the space of all weights that it allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from analysis.errors import InputError
from analysis.options.performance import FILE
from analysis.options.weight_draws import Weights, fixed_weights, interval_weights, ordered_weights
from analysis.options.weights import check_weights, roc_weights

if TYPE_CHECKING:
    from analysis.dossier import WeightSet


@dataclass(frozen=True)
class WeightView:
    """point: weights by criterion, what scores are computed with. space: what is drawn from. form: how it was given."""

    point: pd.Series
    space: Weights
    form: str


def weight_view(entry: WeightSet, criteria: list[str]) -> WeightView:
    """One set of the file as a point and a space.

    values: both are the weights. swing: the points divided by their sum (von Winterfeldt & Edwards 1986). order: the
    rank-order centroid (criteria on one step share theirs), and all weights in that order. intervals: the point that
    lies equally far, in proportion, between all bounds, and all weights within them.
    Raises InputError where the set does not hold together.
    """
    if entry.form == "order":
        steps = [[step] if isinstance(step, str) else list(step) for step in entry.order]
        _name_all([name for step in steps for name in step], criteria, entry.id)
        return WeightView(_centroid(steps).loc[criteria].rename(entry.id), ordered_weights(steps), "order")
    if entry.form == "intervals":
        _name_all(list(entry.intervals), criteria, entry.id)
        bounds = pd.DataFrame(entry.intervals, index=["lower", "upper"]).T.loc[criteria]
        try:
            space = interval_weights(bounds["lower"], bounds["upper"])
        except ValueError as error:
            raise InputError.single(FILE, f"Weights {entry.id}: {error}.", "Mend the intervals.") from None
        span = bounds["upper"] - bounds["lower"]
        room = 1 - bounds["lower"].sum()
        point = bounds["lower"] + (room * span / span.sum() if span.sum() > 0 else 0.0)
        return WeightView(point.rename(entry.id), space, "intervals")
    values = dict(entry.values)
    if entry.form == "swing":
        total = sum(entry.swing[name] for name in sorted(entry.swing))
        values = {name: points / total for name, points in entry.swing.items()}
    point = check_weights(values, criteria, entry.id)
    return WeightView(point, fixed_weights(point), entry.form)


def _centroid(steps: list[list[str]]) -> pd.Series:
    """Rank-order centroid; criteria on one step share the weight of their places."""
    full = roc_weights([name for step in steps for name in step])
    for step in steps:
        full[step] = full[step].mean()
    return full


def _name_all(names: list[str], criteria: list[str], which: str) -> None:
    if sorted(names) != sorted(criteria):
        raise InputError.single(
            FILE, f"Weights {which} must name each criterion once.", f"The criteria are: {', '.join(criteria)}."
        )
