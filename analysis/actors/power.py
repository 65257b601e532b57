"""Stakeholders of a question: drafts from the evidence, overruled by the analyst; power only from analyst or table."""

from math import nan

import pandas as pd

from analysis.actors.drafts import draft_rules, on_hundred
from analysis.dossier import Estimate, Position, PositionEntry
from analysis.dossier.positions import QUANTITIES
from analysis.tables import join_ids, split_ids

BOUNDS = ("low", "mode", "high")
ESTIMATE_COLUMNS = {
    "actor_id": "str",
    "quantity": "str",
    "low": "float64",
    "mode": "float64",
    "high": "float64",
    "basis": "str",
    "kind": "str",
    "support": "str",
    "source": "str",
    "draft": "float64",
}
POWER_FROM = 50.0
INTEREST_FROM = 50.0
GRID = {
    (True, True): "manage closely",
    (True, False): "keep satisfied",
    (False, True): "keep informed",
    (False, False): "monitor",
}


def estimates(position: Position | None = None, drafts: pd.DataFrame | None = None) -> pd.DataFrame:
    """One row per actor and quantity that anybody knows something of, sorted by actor, then as in QUANTITIES.

    position: the analyst's, from options.yaml; drafts: of `drafts.draft_positions`. What the analyst gives holds, and
    the draft that it overrules stays visible. Columns: low, mode, high (0–100, positions rescaled from their own
    scale); basis (evidence: a draft; table: information with a cited source; analyst); kind (information, judgement,
    "" for a draft); support (rows, facts, documents behind it, joined); source (author, date and what is cited, or the
    rule of the draft); draft (the drafted value, NaN where there is none).
    """
    drafted = {row["actor_id"]: row for row in ([] if drafts is None else drafts.to_dict("records"))}
    given = {}
    for entry in position.entries if position else []:
        for quantity in QUANTITIES:
            if getattr(entry, quantity) is not None:
                given[entry.actor, quantity] = entry
    rows = []
    for actor in sorted({*drafted, *(actor for actor, _ in given)}):
        for quantity in QUANTITIES:
            draft = drafted.get(actor, {}).get(quantity, nan)
            if (actor, quantity) in given:
                rows.append(_from_analyst(given[actor, quantity], quantity, position, draft))
            elif not pd.isna(draft):
                rows.append(_from_draft(drafted[actor], quantity))
    return pd.DataFrame(rows, columns=list(ESTIMATE_COLUMNS)).astype(ESTIMATE_COLUMNS)


def stakeholders(known: pd.DataFrame) -> pd.DataFrame:
    """The rows of `estimates`, one an actor, sorted: what figures and forecasts take.

    Columns: actor_id, position, salience, capability (0–100, NaN where unknown), support, basis (of the position:
    evidence, analyst, table, unknown), source (of all three), position_low, position_high, and so on for the others,
    salience_basis, capability_basis.
    """
    columns = {name: "float64" for name in QUANTITIES} | {"support": "str", "basis": "str", "source": "str"}
    columns |= {f"{name}_{bound}": "float64" for name in QUANTITIES for bound in ("low", "high")}
    columns |= {"salience_basis": "str", "capability_basis": "str"}
    rows = []
    for actor, group in known.groupby("actor_id", sort=True):
        by = {row["quantity"]: row for row in group.to_dict("records")}
        row = {
            "actor_id": actor,
            "support": join_ids(sorted({i for cell in group["support"] for i in split_ids(cell)})),
        }
        row["source"] = "; ".join(dict.fromkeys(source for source in group["source"] if source))
        for name in QUANTITIES:
            row |= {name: by.get(name, {}).get("mode", nan)}
            row |= {f"{name}_{bound}": by.get(name, {}).get(bound, nan) for bound in ("low", "high")}
            row["basis" if name == "position" else f"{name}_basis"] = by.get(name, {}).get("basis", "unknown")
        rows.append(row)
    return pd.DataFrame(rows, columns=["actor_id", *columns]).astype({"actor_id": "str", **columns})


def power_interest(
    table: pd.DataFrame, *, power_from: float = POWER_FROM, interest_from: float = INTEREST_FROM
) -> pd.DataFrame:
    """The table of stakeholders with the column `grid`: their class by power and interest (Mendelow 1991).

    Power is capability, interest is salience; a value from the threshold on is high. Classes: manage closely (both
    high), keep satisfied (power), keep informed (interest), monitor (neither), "" where one of the two is unknown.
    Raises ValueError for thresholds outside 0–100.
    """
    if not (0 <= power_from <= 100 and 0 <= interest_from <= 100):
        raise ValueError("thresholds lie between 0 and 100")
    grid = [
        "" if pd.isna(power) or pd.isna(interest) else GRID[power >= power_from, interest >= interest_from]
        for power, interest in zip(table["capability"], table["salience"], strict=True)
    ]
    return table.assign(grid=grid)


def _from_analyst(entry: PositionEntry, quantity: str, position: Position, draft: float) -> dict:
    value: Estimate = getattr(entry, quantity)
    numbers = {bound: getattr(value, bound) for bound in BOUNDS}
    if quantity == "position":
        numbers = {bound: on_hundred(number, position) for bound, number in numbers.items()}
    return {
        "actor_id": entry.actor,
        "quantity": quantity,
        **numbers,
        "basis": "table" if entry.kind == "information" and entry.source else "analyst",
        "kind": entry.kind,
        "support": join_ids(sorted(set(entry.evidence))),
        "source": ", ".join(part for part in (entry.author, entry.date, entry.source) if part),
        "draft": draft,
    }


def _from_draft(row: dict, quantity: str) -> dict:
    return {
        "actor_id": row["actor_id"],
        "quantity": quantity,
        "low": row[f"{quantity}_low"],
        "mode": row[quantity],
        "high": row[f"{quantity}_high"],
        "basis": "evidence",
        "kind": "",
        "support": row["support"],
        "source": draft_rules().rules[quantity].id,
        "draft": row[quantity],
    }
