"""Where a question may end: the mean and the median of the positions, weighted by capability × salience.

These two beat the procedural models of bargaining in comparisons on decided cases (Achen 2006; Leinaweaver & Thomson
2014), so they stand first. They say where the weight lies, not what will happen.
"""

from dataclasses import dataclass
from math import fsum, nan

import pandas as pd

NUMBERS = ("position", "salience", "capability")


@dataclass(frozen=True)
class Forecast:
    """Weighted mean and median with their exact bounds, in the unit of the positions, and what they rest on.

    Bounds: the lowest and highest value when every quantity of every actor lies anywhere between its own low and high,
    independently. All six numbers are NaN where no actor has position, salience, capability and a weight above 0.
    weights: actor_id, position, weight (capability × salience), share (of all weight), the heaviest first.
    without: the forecast with each actor left out: actor_id, mean, median, mean_change, median_change, in that order.
    left_out: actors that do not count, and why: actor_id, missing. rests_on: quantity, basis, actors, share.
    """

    mean: float
    mean_low: float
    mean_high: float
    median: float
    median_low: float
    median_high: float
    weights: pd.DataFrame
    without: pd.DataFrame
    left_out: pd.DataFrame
    rests_on: pd.DataFrame


def weighted_mean(values: list[float], weights: list[float]) -> float:
    """Σ weight·value / Σ weight; NaN where all weights are 0."""
    total = fsum(weights)
    return fsum(w * v for v, w in zip(values, weights, strict=True)) / total if total > 0 else nan


def weighted_median(values: list[float], weights: list[float]) -> float:
    """The value that wins against every other when each votes with its weight for the nearer one (Black 1948).

    The first value, from below, at which half of the weight is reached; where exactly half lies below a gap, the middle
    of the gap. Sums within 1e-9 of the total count as equal. NaN where all weights are 0.
    """
    pairs = sorted((v, w) for v, w in zip(values, weights, strict=True) if w > 0)
    total = fsum(w for _, w in pairs)
    below = 0.0
    for place, (value, weight) in enumerate(pairs):
        below += weight
        if abs(2 * below - total) <= 1e-9 * total and place + 1 < len(pairs):
            return (value + pairs[place + 1][0]) / 2
        if 2 * below > total:
            return value
    return nan


def forecast(stakeholders: pd.DataFrame) -> Forecast:
    """The headline forecast from a table of stakeholders, one row an actor.

    stakeholders: actor_id, position, salience, capability (any unit for the first, any common one for each of the
    others; NaN is unknown), and if known `…_low`, `…_high` beside each and the columns `basis`, `salience_basis`,
    `capability_basis` of `power.stakeholders`. An actor with an unknown quantity does not count and is listed.
    Raises ValueError for a negative salience or capability, for low > high, and for an actor with two rows.
    """
    table = _with_bounds(stakeholders)
    known = table[table[list(NUMBERS)].notna().all(axis=1)]
    counted = known[known["salience_high"] * known["capability_high"] > 0]
    places = counted["position"].tolist()
    weights = (counted["salience"] * counted["capability"]).tolist()
    low = _bounds(counted, "low")
    high = _bounds(counted, "high")
    mean, median = weighted_mean(places, weights), weighted_median(places, weights)
    shares = _weights(counted["actor_id"].tolist(), places, weights)
    return Forecast(
        mean=mean,
        mean_low=low[0],
        mean_high=high[0],
        median=median,
        median_low=low[1],
        median_high=high[1],
        weights=shares,
        without=_without(shares, mean, median),
        left_out=_left_out(table, set(counted["actor_id"])),
        rests_on=_rests_on(counted.assign(weight=weights)),
    )


def _with_bounds(stakeholders: pd.DataFrame) -> pd.DataFrame:
    """The table with every low and high; a value without them is its own."""
    table = stakeholders.reset_index(drop=True).copy()
    if table["actor_id"].duplicated().any():
        raise ValueError("an actor has two rows")
    for name in NUMBERS:
        table[name] = table[name].astype(float)
        for bound in ("low", "high"):
            column = f"{name}_{bound}"
            given = table[column].astype(float) if column in table else table[name]
            table[column] = given.where(given.notna(), table[name])
        if (table[f"{name}_low"] > table[name]).any() or (table[name] > table[f"{name}_high"]).any():
            raise ValueError(f"{name}: low, value and high must rise")
    if (table[["salience_low", "capability_low"]] < 0).any().any():
        raise ValueError("salience and capability are not negative")
    return table


def _bounds(counted: pd.DataFrame, side: str) -> tuple[float, float]:
    """The lowest or highest mean and median.

    Every actor stands at that end of its range. Both are then extreme where those beyond some actor on that side have
    their greatest weight and the others their least: a mean is linear over linear in each weight, and a median only
    asks how much lies beyond it. So as many cases as actors are enough.
    """
    turn = 1 if side == "high" else -1
    rows = sorted(
        zip(
            (turn * counted[f"position_{side}"]).tolist(),
            (counted["salience_low"] * counted["capability_low"]).tolist(),
            (counted["salience_high"] * counted["capability_high"]).tolist(),
            strict=True,
        ),
        reverse=True,
    )
    places = [place for place, _, _ in rows]
    means, medians = [], []
    for split in range(1, len(rows) + 1):
        weights = [most if number < split else least for number, (_, least, most) in enumerate(rows)]
        means.append(weighted_mean(places, weights))
        medians.append(weighted_median(places, weights))
    return (turn * max(means), turn * max(medians)) if rows else (nan, nan)


def _weights(actors: list[str], places: list[float], weights: list[float]) -> pd.DataFrame:
    total = fsum(weights)
    rows = [
        (actor, place, weight, weight / total if total > 0 else nan)
        for actor, place, weight in zip(actors, places, weights, strict=True)
    ]
    rows.sort(key=lambda row: (-row[2], row[0]))
    return pd.DataFrame(rows, columns=["actor_id", "position", "weight", "share"])


def _without(shares: pd.DataFrame, mean: float, median: float) -> pd.DataFrame:
    rows = []
    for actor in shares["actor_id"]:
        rest = shares[shares["actor_id"] != actor]
        places, weights = rest["position"].tolist(), rest["weight"].tolist()
        without_mean, without_median = weighted_mean(places, weights), weighted_median(places, weights)
        rows.append((actor, without_mean, without_median, without_mean - mean, without_median - median))
    return pd.DataFrame(rows, columns=["actor_id", "mean", "median", "mean_change", "median_change"])


def _left_out(table: pd.DataFrame, counted: set[str]) -> pd.DataFrame:
    rows = []
    for row in table[~table["actor_id"].isin(counted)].to_dict("records"):
        missing = [name for name in NUMBERS if pd.isna(row[name])] or ["weight"]
        rows.append((row["actor_id"], ", ".join(missing)))
    return pd.DataFrame(sorted(rows), columns=["actor_id", "missing"])


def _rests_on(counted: pd.DataFrame) -> pd.DataFrame:
    """How many actors, and how much of the weight, each quantity takes from evidence, analyst or table."""
    columns = {"position": "basis", "salience": "salience_basis", "capability": "capability_basis"}
    total = fsum(counted["weight"])
    rows = [
        (quantity, basis, len(group), fsum(group["weight"]) / total if total > 0 else nan)
        for quantity, column in columns.items()
        if column in counted
        for basis, group in counted.groupby(column)
    ]
    return pd.DataFrame(rows, columns=["quantity", "basis", "actors", "share"])
