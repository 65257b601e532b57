"""The actors of the map: who they are, in what role, where they are named, and for whom they act."""

from collections import Counter, defaultdict
from collections.abc import Mapping

import pandas as pd

from analysis.actors.roll_up import acts_for
from analysis.registry import kind_of
from analysis.tables import ACTOR_COLUMNS, Tables, join_ids, split_ids

ACTOR_TABLE_COLUMNS = {
    "actor_id": "str",
    "name": "str",
    "kind": "str",
    "country": "str",
    "roles": "str",
    "affiliation_ids": "str",
    "affiliation_rows": "str",
    "mentions": "int64",
    "documents": "int64",
    "doc_ids": "str",
    "first_seen": "str",
    "last_seen": "str",
    "acts_for": "str",
}


def actor_table(tables: Tables, acting: Mapping[str, str] | None = None) -> pd.DataFrame:
    """One row per actor of the table `actors`, in its order: type, country, role, affiliation, how often and where.

    roles: as the texts say them, the most frequent first, joined by "; ". affiliation_ids: bodies that the person acts
    for, leads or works at; affiliation_rows: the rows behind them as `doc_id:start:end`. mentions: names and other
    words that refer to the actor; doc_ids, documents: where he is named, meant or speaks. first_seen, last_seen: the
    earliest and latest publication of these documents, "" where none is dated: when he was reported on, not when he
    acted.
    acts_for: the state or body he rolls up to, "" for himself (see `roll_up.acts_for`; `acting`: `Registry.acting`).
    """
    above = acts_for(tables, acting)
    referred = Counter(tables["mentions"]["actor_id"]) + Counter(tables["resolutions"]["actor_id"])
    seen, bodies = _seen(tables), _affiliations(tables["affiliations"])
    published = dict(zip(tables["documents"]["doc_id"], tables["documents"]["published"], strict=True))
    rows = []
    for actor in tables["actors"].to_dict("records"):
        actor_id = actor["actor_id"]
        rows.append(
            {
                **{name: actor[name] for name in ("actor_id", "name", "kind", "country")},
                **bodies.get(actor_id, {"roles": "", "affiliation_ids": "", "affiliation_rows": ""}),
                "mentions": referred[actor_id],
                **_where(seen.get(actor_id, set()), published),
                "acts_for": above.get(actor_id, ""),
            }
        )
    return _framed(rows)


def roll_up(actors: pd.DataFrame) -> pd.DataFrame:
    """The rows of `actor_table` with persons and organs rolled up to the state or body they act for, sorted, and
    `members`: who was rolled up into each.

    Counts are added, documents counted once. Scholars, media, companies, parties and groups stay themselves: they
    act for nobody. A state that no text names has its identifier as its name.
    """
    groups: dict[str, list[dict]] = defaultdict(list)
    for row in actors.to_dict("records"):
        groups[row["acts_for"] or row["actor_id"]].append(row)
    rows = []
    for actor_id, members in sorted(groups.items()):
        own = next((row for row in members if row["actor_id"] == actor_id), None)
        kind = kind_of(actor_id)
        own = own or {"name": actor_id, "kind": kind, "country": actor_id if kind == "state" else ""}
        days = [row[name] for row in members for name in ("first_seen", "last_seen") if row[name]]
        doc_ids = sorted({doc_id for row in members for doc_id in split_ids(row["doc_ids"])})
        rows.append(
            {
                **dict.fromkeys(ACTOR_TABLE_COLUMNS, ""),
                **{name: own.get(name, "") for name in ("name", "kind", "country", "roles")},
                **{name: own.get(name, "") for name in ("affiliation_ids", "affiliation_rows")},
                "actor_id": actor_id,
                "mentions": sum(row["mentions"] for row in members),
                "documents": len(doc_ids),
                "doc_ids": join_ids(doc_ids),
                "first_seen": min(days, default=""),
                "last_seen": max(days, default=""),
                "members": join_ids(row["actor_id"] for row in members if row["actor_id"] != actor_id),
            }
        )
    return _framed(rows, {"members": "str"})


def _framed(rows: list[dict], more: Mapping[str, str] | None = None) -> pd.DataFrame:
    columns = {**ACTOR_TABLE_COLUMNS, **(more or {})}
    return pd.DataFrame(rows, columns=list(columns)).astype(columns)


def _seen(tables: Tables) -> dict[str, set[str]]:
    """Actor to the documents whose rows refer to him."""
    found = defaultdict(set)
    for name, columns in ACTOR_COLUMNS.items():
        for column in columns:
            for doc_id, cell in zip(tables[name]["doc_id"], tables[name][column], strict=True):
                for actor in split_ids(cell):
                    found[actor].add(doc_id)
    return found


def _where(doc_ids: set[str], published: Mapping[str, str]) -> dict:
    days = sorted({published.get(doc_id, "") for doc_id in doc_ids} - {""})
    return {
        "documents": len(doc_ids),
        "doc_ids": join_ids(sorted(doc_ids)),
        "first_seen": days[0] if days else "",
        "last_seen": days[-1] if days else "",
    }


def _affiliations(bodies: pd.DataFrame) -> dict[str, dict[str, str]]:
    """Person to roles, bodies and the rows that say so."""
    found = {}
    for person, group in bodies.groupby("person_id"):
        roles = Counter(role for role in group["role"] if role)
        places = zip(group["doc_id"], group["start"], group["end"], strict=True)
        found[person] = {
            "roles": "; ".join(sorted(roles, key=lambda role: (-roles[role], role))),
            "affiliation_ids": join_ids(sorted(set(group["org_id"]))),
            "affiliation_rows": join_ids(f"{doc_id}:{start}:{end}" for doc_id, start, end in sorted(places)),
        }
    return found
