"""Merges and splits of actors by the analyst: every table at once."""

from copy import deepcopy

from analysis.dossier.models import ActorEntry
from analysis.extraction.merged_actors import merge_actors
from analysis.tables import ACTOR_COLUMNS, split_ids

ROWS = {
    "mentions": [{"doc_id": "a", "actor_id": "person:a-rossi"}, {"doc_id": "b", "actor_id": "person:a-rossi"}],
    "resolutions": [{"doc_id": "a", "actor_id": "person:a-rossi"}],
    "affiliations": [
        {"doc_id": "a", "person_id": "person:a-rossi", "org_id": "FRA"},
        {"doc_id": "a", "person_id": "person:a-rossi", "org_id": "org:x"},
    ],
    "statements": [{"doc_id": "a", "speaker_id": "person:a-rossi"}, {"doc_id": "a", "speaker_id": ""}],
    "events": [
        {
            "doc_id": "a",
            "source_id": "person:a-rossi",
            "source_state": "FRA",
            "target_id": "ITA",
            "target_state": "ITA",
        },
        {"doc_id": "b", "source_id": "org:x", "source_state": "org:x", "target_id": "", "target_state": ""},
    ],
    "recommendations": [
        {"doc_id": "a", "agent_ids": "ITA|person:a-rossi|person:ada-rossi", "target_ids": "", "proponent_id": "org:x"}
    ],
    "forecasts": [{"doc_id": "b", "actor_ids": "person:a-rossi"}],
}


def merged(*entries, states=None):
    rows, states = deepcopy(ROWS), dict(states if states is not None else {"person:a-rossi": "FRA"})
    merge_actors(rows, states, [ActorEntry(**entry) for entry in entries])
    return rows, states


def used(rows):
    cells = [row[column] for table, columns in ACTOR_COLUMNS.items() for row in rows[table] for column in columns]
    return {actor for cell in cells for actor in split_ids(cell)}


def test_a_merge_leaves_the_old_identifier_in_no_table():
    rows, states = merged({"id": "person:a-rossi", "merge_into": "person:ada-rossi"})
    assert used(ROWS) - used(rows) == {"person:a-rossi"} and "person:ada-rossi" in used(rows)
    assert rows["recommendations"][0]["agent_ids"] == "ITA|person:ada-rossi"
    assert rows["events"][0]["source_state"] == "FRA" and states["person:ada-rossi"] == "FRA"


def test_the_state_is_that_of_the_actor_who_remains():
    rows, _ = merged(
        {"id": "person:a-rossi", "merge_into": "person:ada-rossi"},
        states={"person:a-rossi": "FRA", "person:ada-rossi": "ITA"},
    )
    assert rows["events"][0]["source_state"] == "ITA"
    rows, _ = merged({"id": "org:x", "merge_into": "FRA"})
    assert rows["events"][1]["source_state"] == "FRA"
    assert rows["events"][1]["target_state"] == "", "an open role stays open"


def test_who_voted_is_merged_and_what_is_counted_is_not():
    rows = {"claims": [{"doc_id": "a", "kind": kind, "about": "ITA"} for kind in ("vote", "count")]}
    merge_actors(rows, {}, [ActorEntry(id="ITA", merge_into="FRA")])
    assert [row["about"] for row in rows["claims"]] == ["FRA", "ITA"]


def test_nobody_is_affiliated_to_himself():
    rows, _ = merged({"id": "person:a-rossi", "merge_into": "org:x"})
    assert [row["org_id"] for row in rows["affiliations"]] == ["FRA"]


def test_a_split_holds_in_its_documents_and_the_merge_elsewhere():
    split = {"id": "person:a-rossi", "split": [{"into": "person:aldo-rossi", "documents": ["b"]}]}
    rows, _ = merged(split)
    assert [row["actor_id"] for row in rows["mentions"]] == ["person:a-rossi", "person:aldo-rossi"]
    assert rows["forecasts"][0]["actor_ids"] == "person:aldo-rossi"
    rows, _ = merged({**split, "merge_into": "person:ada-rossi"})
    assert [row["actor_id"] for row in rows["mentions"]] == ["person:ada-rossi", "person:aldo-rossi"]


def test_who_is_split_off_acts_for_whom_the_document_says():
    rows, states = merged({"id": "person:a-rossi", "split": [{"into": "person:aldo-rossi", "documents": ["a"]}]})
    assert (rows["events"][0]["source_id"], rows["events"][0]["source_state"]) == ("person:aldo-rossi", "FRA")
    assert states == {"person:a-rossi": "FRA"}
    rows, _ = merged({"id": "org:x", "split": [{"into": "org:y", "documents": ["b"]}]})
    assert (rows["events"][1]["source_id"], rows["events"][1]["source_state"]) == ("org:y", "org:y")


def test_without_entries_nothing_changes():
    assert merged()[0] == ROWS == merged({"id": "person:a-rossi", "name": "A. Rossi"})[0]
