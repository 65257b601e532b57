"""The actors table: a row for every identifier that any table uses."""

from collections import Counter, defaultdict

from analysis.registry import Registry, kind_of
from analysis.tables import ACTOR_COLUMNS, split_ids


def actor_rows(rows: dict[str, list[dict]], registry: Registry, states: dict[str, str]) -> list[dict]:
    """One row per identifier in `rows` (table name to rows). `states`: for whom persons and organs act.

    The name is the registry's, else the longest mention of the actor, the first of equals in alphabetical order.
    """
    mentions: Counter[str] = Counter()
    documents, names = defaultdict(set), defaultdict(set)
    for row in rows["mentions"]:
        if row["actor_id"]:
            mentions[row["actor_id"]] += 1
            documents[row["actor_id"]].add(row["doc_id"])
            names[row["actor_id"]].add(" ".join(row["text"].split()))
    table = []
    for actor_id in sorted(_used(rows)):
        known = registry.actors.get(actor_id)
        said = sorted(names[actor_id], key=lambda name: (-len(name), name))
        slugged = actor_id.partition(":")[2].replace("-", " ") or actor_id
        state = states.get(actor_id, "")
        table.append(
            {
                "actor_id": actor_id,
                "name": known.name if known else said[0] if said else slugged,
                "kind": known.kind if known else kind_of(actor_id),
                "country": known.country if known else state if ":" not in state else "",
                "wikidata": known.wikidata if known else "",
                "mentions": mentions[actor_id],
                "documents": len(documents[actor_id]),
            }
        )
    return table


def _used(rows: dict[str, list[dict]]) -> set[str]:
    return {
        actor
        for table, columns in ACTOR_COLUMNS.items()
        for row in rows.get(table, [])
        for column in columns
        for actor in split_ids(row[column])
    }
