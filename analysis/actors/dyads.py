"""Directed pairs of actors: what one does to the other, in all and by period."""

from collections.abc import Mapping, Sequence
from math import fsum

import pandas as pd

from analysis.actors.incidents import incidents
from analysis.actors.periods import period_of
from analysis.actors.yardsticks import DEFAULT_MODALITY_WEIGHTS
from analysis.language import load_lexicon
from analysis.tables import join_ids

QUADS = {1: "verbal_cooperation", 2: "material_cooperation", 3: "verbal_conflict", 4: "material_conflict"}
"""PLOVER's quad classes by number."""
DYAD_COLUMNS = {
    "source": "str",
    "target": "str",
    "incidents": "int64",
    "cooperation": "float64",
    "conflict": "float64",
    "cooperation_weighted": "float64",
    "conflict_weighted": "float64",
    "event_ids": "str",
    **dict.fromkeys(QUADS.values(), "int64"),
    **{f"{name}_weighted": "float64" for name in QUADS.values()},
}
PERIOD_COLUMNS = {"period": "str", **DYAD_COLUMNS}


def dyads(events: pd.DataFrame, modality_weights: Mapping[str, float] = DEFAULT_MODALITY_WEIGHTS) -> pd.DataFrame:
    """One row per directed pair of states, sorted: source, target, incidents and what they add up to.

    cooperation: sum of the positive PLOVER scores of the incidents (one each, see `incidents`), whatever their
    modality; conflict: sum of the negative ones, as a number >= 0; the two are never netted, since arms for one are
    no friendship to a third. `…_weighted`: each score times the weight of its modality, so that what is only
    recommended or denied adds nothing. event_ids: every row behind the numbers. verbal_cooperation …
    material_conflict: incidents by quad class, and `…_weighted` the sums of their weights (a request has score 0 and is
    counted here all the same). Sums are rounded to 6 decimals. Raises ValueError where a modality has no weight between
    0 and 1.
    """
    found = incidents(events, modality_weights)
    rows = [
        {"source": source, "target": target, **_added_up(group)}
        for (source, target), group in found.groupby(["source_state", "target_state"])
    ]
    return pd.DataFrame(rows, columns=list(DYAD_COLUMNS)).astype(DYAD_COLUMNS)


def dyads_by_period(
    events: pd.DataFrame,
    modality_weights: Mapping[str, float] = DEFAULT_MODALITY_WEIGHTS,
    period: str | Sequence[str] = "month",
) -> pd.DataFrame:
    """The rows of `dyads` for each period, in order of time, and behind them those without a date (`period` "").

    `period`: as `period_of` takes it. An incident lies in one period, that of the finest date that its reports give;
    one whose date is unknown or coarser than the period is shown as undated and assigned to none. So over the periods
    of a pair, the undated included, every sum is that of `dyads`. Raises ValueError as `dyads` and `period_of` do.
    """
    found = incidents(events, modality_weights)
    names = {date: period_of(date, period) for date in found["date"].unique()}
    found = found.assign(period=found["date"].map(names).astype("str"))
    rows = [
        {"period": name, "source": source, "target": target, **_added_up(group)}
        for (name, source, target), group in found.groupby(["period", "source_state", "target_state"])
    ]
    rows.sort(key=lambda row: (not row["period"], row["period"], row["source"], row["target"]))
    return pd.DataFrame(rows, columns=list(PERIOD_COLUMNS)).astype(PERIOD_COLUMNS)


def _added_up(group: pd.DataFrame) -> dict:
    types = load_lexicon("events").types
    scores = list(zip(group["intensity"].tolist(), group["weight"].tolist(), strict=True))
    weights: dict[str, list[float]] = {name: [] for name in QUADS.values()}
    for kind, weight in zip(group["type"], group["weight"].tolist(), strict=True):
        weights[QUADS[types[kind].quad]].append(weight)
    return {
        "incidents": len(group),
        "cooperation": round(fsum(s for s, _ in scores if s > 0), 6),
        "conflict": round(fsum(-s for s, _ in scores if s < 0), 6),
        "cooperation_weighted": round(fsum(s * w for s, w in scores if s > 0), 6),
        "conflict_weighted": round(fsum(-s * w for s, w in scores if s < 0), 6),
        "event_ids": join_ids(sorted(i for ids in group["event_ids"] for i in ids.split("|"))),
        **{name: len(found) for name, found in weights.items()},
        **{f"{name}_weighted": round(fsum(found), 6) for name, found in weights.items()},
    }
