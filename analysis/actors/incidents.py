"""From reports to incidents: what is counted once, and which report speaks for it."""

from collections.abc import Mapping

import pandas as pd

from analysis.actors.yardsticks import DEFAULT_MODALITY_WEIGHTS, check_weights
from analysis.tables import join_ids

KEY = ["source_state", "target_state", "incident_id"]
"""What tells one incident from another."""


def incidents(events: pd.DataFrame, modality_weights: Mapping[str, float] = DEFAULT_MODALITY_WEIGHTS) -> pd.DataFrame:
    """One row per incident and directed pair of states: the columns of `events`, `weight` and `event_ids`.

    Rows without source or target, and those of one state towards itself, are left out. Where several rows report one
    incident, the best founded speaks for it: the highest weight, then the greatest |intensity|, then the first
    event_id. So a second report adds no weight, and a denial does not undo what another report states as fact. `date`
    is the finest that any row of the incident gives, then the earliest, in both directions the same; `event_ids` names
    all rows, those that do not speak included.
    """
    rows = best_first(events, modality_weights)
    told: dict[tuple, list[str]] = {}
    dates: dict[str, tuple[int, str]] = {}
    for *pair, incident, event, date in zip(*(rows[name] for name in [*KEY, "event_id", "date"]), strict=True):
        told.setdefault((*pair, incident), []).append(event)
        dates[incident] = min(dates.get(incident, (0, "")), (-len(date), date))
    best = rows.drop_duplicates(KEY).reset_index(drop=True)
    ids = [join_ids(sorted(told[values])) for values in zip(*(best[name] for name in KEY), strict=True)]
    best["date"] = pd.Series([dates[incident][1] for incident in best["incident_id"]], index=best.index, dtype="str")
    return best.assign(event_ids=pd.Series(ids, index=best.index, dtype="str"))


def best_first(events: pd.DataFrame, modality_weights: Mapping[str, float]) -> pd.DataFrame:
    """The rows between two different states with `weight`, by pair and incident, the best founded of each first.

    A row without an incident is one of its own. Raises ValueError where a modality has no weight between 0 and 1.
    """
    weights = check_weights(dict(modality_weights))
    named = (events["source_state"] != "") & (events["target_state"] != "")
    rows = events[named & (events["source_state"] != events["target_state"])].copy()
    rows["incident_id"] = rows["incident_id"].where(rows["incident_id"] != "", rows["event_id"])
    rows["weight"] = rows["modality"].map(weights).astype(float)
    rows["_size"] = rows["intensity"].abs()
    order = [*KEY, "weight", "_size", "event_id"]
    rows = rows.sort_values(order, ascending=[True] * 3 + [False, False, True])
    return rows.drop(columns="_size")
