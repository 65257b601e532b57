"""What changed from one period to the next: pairs, and communities."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum, log

import networkx as nx
import pandas as pd

from analysis.actors.network import DECIMALS, sign_of

CHANGES = ("appeared", "vanished", "sign", "weight")
CHANGE_COLUMNS = {
    "before": "str",
    "after": "str",
    "source": "str",
    "target": "str",
    "change": "str",
    "sign_before": "str",
    "sign_after": "str",
    "cooperation_before": "float64",
    "cooperation_after": "float64",
    "conflict_before": "float64",
    "conflict_after": "float64",
    "event_ids_before": "str",
    "event_ids_after": "str",
}
_ABSENT = {"cooperation_weighted": 0.0, "conflict_weighted": 0.0, "event_ids": ""}


@dataclass(frozen=True)
class CommunityChange:
    """How two divisions of the same actors differ.

    common: how many actors stand in both. variation: variation of information in nats (Meilă 2007), 0 where the two
    agree; relative: the same divided by its highest possible value, log(common); both None without common actors,
    relative also with one. moved: the fewest actors who would have to change so that the two agree (Gusfield 2002),
    of several such sets the one found first. joined, left: actors of only the second or only the first.
    """

    common: int
    variation: float | None
    relative: float | None
    moved: tuple[str, ...]
    joined: tuple[str, ...]
    left: tuple[str, ...]


def dyad_changes(by_period: pd.DataFrame) -> pd.DataFrame:
    """From each period of `dyads_by_period` to the next: the pairs that changed, with what they were and became.

    change: appeared or vanished (a row in only one of the two), sign (see `sign_of`) or weight (the same sign, other
    weighted sums). Sums are the weighted ones. "Vanished" says that no incident of the pair is reported in the later
    period, not that anything ended. Periods in which nothing at all is reported are passed over; what has no date is
    left out. Sorted by period, source, target.
    """
    periods = sorted(set(by_period["period"]) - {""})
    tables = {
        period: {(row["source"], row["target"]): row for row in rows.to_dict("records")}
        for period, rows in by_period.groupby("period")
    }
    found = []
    for before, after in zip(periods, periods[1:], strict=False):
        old, new = tables[before], tables[after]
        for pair in sorted({*old, *new}):
            row = _change(old.get(pair, _ABSENT), new.get(pair, _ABSENT))
            if row:
                source, target = pair
                kind = "appeared" if pair not in old else "vanished" if pair not in new else row.pop("change")
                pairs = {"before": before, "after": after, "source": source, "target": target}
                found.append({**pairs, **row, "change": kind})
    return pd.DataFrame(found, columns=list(CHANGE_COLUMNS)).astype(CHANGE_COLUMNS)


def community_change(before: Mapping[str, object], after: Mapping[str, object]) -> CommunityChange:
    """Two divisions (actor -> community, as `communities(graph).group_of` gives it) compared on the actors in both."""
    common = sorted(set(before) & set(after))
    cells = Counter((before[actor], after[actor]) for actor in common)
    variation = _variation(cells, len(common)) if common else None
    kept = _kept(cells)
    return CommunityChange(
        common=len(common),
        variation=variation if variation is None else round(variation, DECIMALS),
        relative=round(variation / log(len(common)), DECIMALS) if len(common) > 1 else None,
        moved=tuple(actor for actor in common if (before[actor], after[actor]) not in kept),
        joined=tuple(sorted(set(after) - set(before))),
        left=tuple(sorted(set(before) - set(after))),
    )


def _change(old: dict, new: dict) -> dict | None:
    """The columns that compare two rows, `change` among them; None where both sums are the same in both."""
    row: dict[str, object] = {}
    for side, values in (("before", old), ("after", new)):
        good, bad = values["cooperation_weighted"], values["conflict_weighted"]
        absent = values is _ABSENT
        row |= {f"cooperation_{side}": good, f"conflict_{side}": bad, f"event_ids_{side}": values["event_ids"]}
        row[f"sign_{side}"] = "" if absent else sign_of(good, bad)
    same_sign = row["sign_before"] == row["sign_after"]
    if same_sign and all(row[f"{name}_before"] == row[f"{name}_after"] for name in ("cooperation", "conflict")):
        return None
    return {**row, "change": "weight" if same_sign else "sign"}


def _variation(cells: Counter, size: int) -> float:
    """H(before | after) + H(after | before)."""
    rows, columns = Counter(), Counter()
    for (row, column), count in cells.items():
        rows[row] += count
        columns[column] += count
    # The order of summing must not depend on that of the actors' names; fsum is exact in any.
    terms = (n * (log(n / rows[row]) + log(n / columns[column])) for (row, column), n in cells.items())
    return max(0.0, -fsum(terms) / size)


def _kept(cells: Counter) -> set[tuple]:
    """Pairs of communities that are taken for the same: the matching that keeps most actors."""
    overlaps = nx.Graph()
    for (row, column), count in sorted(cells.items(), key=lambda cell: tuple(map(str, cell[0]))):
        overlaps.add_edge(("before", row), ("after", column), weight=count)
    matched = nx.max_weight_matching(overlaps)
    return {tuple(node[1] for node in sorted(pair, key=lambda node: node[0] != "before")) for pair in matched}
