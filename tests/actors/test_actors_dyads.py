"""Dyads by hand: incidents once, the two signs apart, modality as weight."""

import pytest

from analysis.actors import combine_dyads, dyads, incidents, statement_dyads
from analysis.tables import make_table


def event(n, source, target, intensity, modality="factual", incident="", **more):
    row = {
        "event_id": f"ev-{n}",
        "incident_id": incident or f"in-{n}",
        "doc_id": "a",
        "start": n,
        "end": n + 1,
        "trigger": "x",
        "type": "AID" if intensity > 0 else "ACCUSE",
        "source_id": source,
        "target_id": target,
        "source_state": source,
        "target_state": target,
        "modality": modality,
        "intensity": intensity,
        "rule_id": "r",
    }
    return {**row, **more}


EVENTS = make_table(
    "events",
    [
        event(1, "rus", "prk", 10),
        event(2, "rus", "prk", 10, "reported", "in-1"),
        event(3, "rus", "prk", 4, "possible"),
        event(4, "rus", "prk", -2, "reported"),
        event(5, "rus", "prk", -3, "denied"),
        event(6, "prk", "rus", 2.5, "expected"),
        event(7, "rus", "", 10),
        event(8, "", "prk", -9),
        event(9, "rus", "rus", -7),
    ],
)


def test_incidents_are_counted_once_and_signs_kept_apart():
    table = dyads(EVENTS).set_index(["source", "target"])
    row = table.loc[("rus", "prk")]
    assert row["incidents"] == 4
    assert row["cooperation"] == 14 and row["conflict"] == 5
    assert row["cooperation_weighted"] == 10 * 1 + 4 * 0.25
    assert row["conflict_weighted"] == 2 * 0.5 + 3 * 0
    assert row["event_ids"] == "ev-1|ev-2|ev-3|ev-4|ev-5"
    assert table.loc[("prk", "rus"), "cooperation_weighted"] == 1.25
    assert len(table) == 2, "an open role or a state towards itself makes no dyad"


def test_the_best_founded_report_speaks_for_the_incident():
    rows = [event(1, "a", "b", -3, "denied", "in"), event(2, "a", "b", -2, "reported", "in")]
    best = incidents(make_table("events", rows)).iloc[0]
    assert (best["event_id"], best["weight"], best["event_ids"]) == ("ev-2", 0.5, "ev-1|ev-2")


def test_weights_are_parameters_and_complete():
    flat = dict.fromkeys(["factual", "reported", "expected", "possible", "recommended", "denied"], 1.0)
    assert dyads(EVENTS, flat).iloc[1]["conflict_weighted"] == 5
    with pytest.raises(ValueError, match="weight for each"):
        dyads(EVENTS, {"factual": 1.0})
    with pytest.raises(ValueError, match="between 0 and 1"):
        dyads(EVENTS, {**flat, "denied": -1})


def test_the_order_of_rows_changes_nothing():
    assert dyads(EVENTS.iloc[::-1]).equals(dyads(EVENTS))


def test_no_events_no_dyads():
    table = dyads(make_table("events", []))
    assert table.empty and list(table)[:3] == ["source", "target", "incidents"]
    assert str(table["cooperation"].dtype) == "float64" and str(table["source"].dtype) == "str"


def statement(n, doc, start, end, speaker, text):
    return {
        "statement_id": f"st-{n}",
        "doc_id": doc,
        "start": start,
        "end": end,
        "text": text,
        "form": "direct",
        "speaker_id": speaker,
        "cue_start": 0,
        "cue_end": 1,
        "rule_id": "r",
    }


def mention(doc, start, actor):
    return {"doc_id": doc, "start": start, "end": start + 3, "text": "abc", "actor_id": actor, "rule_id": "r"}


def test_who_speaks_about_whom():
    statements = make_table(
        "statements",
        [
            statement(1, "a", 10, 30, "kishida", "«La Corea minaccia»"),
            statement(2, "b", 10, 30, "kishida", "«la Corea minaccia»."),
            statement(3, "a", 40, 60, "", "altro"),
        ],
    )
    mentions = make_table(
        "mentions", [mention("a", 12, "prk"), mention("b", 12, "prk"), mention("a", 45, "rus"), mention("a", 31, "usa")]
    )
    resolutions = make_table("resolutions", [mention("a", 20, "kishida"), mention("a", 16, "jpn")])
    table = statement_dyads(statements, mentions, resolutions)
    assert table.to_dict("records") == [
        {"source": "kishida", "target": "jpn", "statements": 1, "documents": 1, "statement_ids": "st-1"},
        {"source": "kishida", "target": "prk", "statements": 1, "documents": 2, "statement_ids": "st-1|st-2"},
    ]
    rolled = statement_dyads(statements, mentions, resolutions, acts_for={"kishida": "jpn"})
    assert rolled[["source", "target"]].values.tolist() == [["jpn", "prk"]]
    both = combine_dyads(dyads(EVENTS), rolled).set_index(["source", "target"])
    assert both.loc[("jpn", "prk"), ["incidents", "statements", "activity"]].tolist() == [0, 1, 1]
    assert both.loc[("rus", "prk"), ["incidents", "statements", "activity"]].tolist() == [4, 0, 4]
    assert both.loc[("rus", "prk"), "statement_ids"] == ""
