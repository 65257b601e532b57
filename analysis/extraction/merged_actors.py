"""The analyst's merges and splits of actors (actors.yaml), in every table at once."""

from collections.abc import Iterable

from analysis.tables import ACTOR_COLUMNS, join_ids, split_ids


def merge_actors(rows: dict[str, list[dict]], states: dict[str, str], entries: Iterable) -> None:
    """Put the identifiers that entries of actors.yaml name in the place of those they replace, in all `ACTOR_COLUMNS`.

    `rows`: table name to rows (and `claims`), and `states` (for whom persons and organs act), are both changed. A split
    holds in its documents, a merge everywhere else. The actor that remains of a merge acts for whom the tables say,
    else for whom the merged one acted; one that a split finds acts for whom the document says. Who is then affiliated
    to himself loses that row. Row identifiers stay.
    """
    merged = {entry.id: entry.merge_into for entry in entries if entry.merge_into}
    split = {(entry.id, doc): part.into for entry in entries for part in entry.split for doc in part.documents}
    if not merged and not split:
        return
    for old, new in sorted(merged.items()):
        if old in states and (new.startswith("person:") or new.startswith("org:")):
            states.setdefault(new, states[old])

    def replaced(actor: str, doc_id: str) -> str:
        return split.get((actor, doc_id)) or merged.get(actor, actor)

    for table, columns in ACTOR_COLUMNS.items():
        for row in rows.get(table, []):
            before = {side: row.get(f"{side}_id") for side in ("source", "target")}
            for column in columns:
                if row[column]:
                    row[column] = join_ids(replaced(actor, row["doc_id"]) for actor in split_ids(row[column]))
            if table == "events":
                for side, actor in before.items():
                    if row[f"{side}_id"] != actor and (actor, row["doc_id"]) not in split:
                        row[f"{side}_state"] = states.get(row[f"{side}_id"], row[f"{side}_id"])
    for claim in rows.get("claims", []):
        if claim["kind"] == "vote":
            claim["about"] = replaced(claim["about"], claim["doc_id"])
    if "affiliations" in rows:
        rows["affiliations"][:] = [row for row in rows["affiliations"] if row["person_id"] != row["org_id"]]
