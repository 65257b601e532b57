"""The analyst's word on extracted rows: applied once, in whatever order, never dropped."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.dossier import Correction, CorrectionEntry, correction_problems
from analysis.extraction.corrections import apply_corrections
from analysis.tables import SCHEMAS, make_table, row_id

TEXTS = {"a": "La Russia colpisce Odessa. Parigi manda aiuti a Kiev, dice Ada Bruni."}
TABLES = list(SCHEMAS)


def event(n, trigger="colpisce", kind="ASSAULT", source="RUS", target="UKR", **more):
    start = TEXTS["a"].index(trigger)
    states = {"source_state": source, "target_state": target}
    return {
        **{"event_id": f"ev-{n}", "doc_id": "a", "start": start, "end": start + len(trigger), "trigger": trigger},
        **{"type": kind, "source_id": source, "target_id": target, **states, "modality": "factual", "condition": ""},
        **{"date": "", "statement_id": "st-1", "intensity": -9.0, "rule_id": "r", **more},
    }


def rows():
    time = {
        "doc_id": "a",
        "start": 27,
        "end": 33,
        "text": "Parigi",
        "value": "",
        "edge": "",
        "anchor": "",
        "rule_id": "r",
    }
    said = {"statement_id": "st-1", "doc_id": "a", "start": 0, "end": 52, "text": TEXTS["a"][:52], "form": "direct"}
    return {
        "events": [event(1), event(2, trigger="manda aiuti", kind="AID", source="FRA")],
        "times": [{**time, "type": "DATE"}, {**time, "type": "SET"}],
        "statements": [
            {**said, "cue": "", "speaker_id": "", "speaker_text": "", "cue_start": 0, "cue_end": 0, "rule_id": "r"}
        ],
        "recommendations": [],
        "forecasts": [],
    }


def say(table, action, file="corrections.yaml", line=1, author="Ada Bruni", **keys):
    entry = CorrectionEntry(table=table, action=action, author=author, date="2024-06-17", reason="riletto", **keys)
    return Correction(row_id("co", file, line, entry), file, line, entry)


def apply(*corrections, given=None):
    states = {"person:vladimir-putin": "RUS"}
    return apply_corrections(given or rows(), corrections, TEXTS, states, TABLES)


def status(result):
    return [row["status"] for row in result["corrections"]]


def test_a_rejected_row_goes_and_stays_listed():
    result = apply(say("events", "reject", row="ev-1"))
    assert [row["event_id"] for row in result["events"]] == ["ev-2"]
    (listed,) = make_table("corrections", result["corrections"]).to_dict("records")
    assert (listed["row"], listed["author"], listed["reason"], listed["status"]) == (
        *("ev-1", "Ada Bruni", "riletto", "applied"),
    )


def test_an_accepted_row_says_so():
    correction = say("events", "accept", row="ev-1")
    result = apply(correction)
    assert result["events"][0]["correction_ids"] == correction.correction_id
    assert "correction_ids" not in result["events"][1]


def test_a_changed_row_keeps_its_identifier_and_what_follows_is_changed_too():
    values = {"source_id": "person:vladimir-putin", "type": "COERCE", "start": 10}
    result = apply(say("events", "change", row="ev-1", values=values))
    changed = result["events"][0]
    assert (changed["event_id"], changed["source_state"], changed["intensity"]) == ("ev-1", "RUS", -7.0)
    assert changed["trigger"] == TEXTS["a"][10 : changed["end"]]
    assert "type: ASSAULT → COERCE" in result["corrections"][0]["changes"]


def test_rows_without_identifier_are_named_by_span_and_type():
    named = dict(document="a", text="Parigi")
    result = apply(
        say("times", "reject", **named), say("times", "change", line=2, type="SET", values={"value": "P1Y"}, **named)
    )
    assert status(result) == ["stale", "applied"] and "several" in result["corrections"][0]["note"]
    assert [row["value"] for row in result["times"]] == ["", "P1Y"]


def test_an_added_row_is_whole_and_has_an_identifier_of_its_own():
    values = {"type": "AID", "modality": "factual", "source_id": "FRA", "target_id": "UKR"}
    add = say("events", "add", document="a", text="aiuti", values=values)
    result = apply(add)
    new = result["events"][-1]
    assert (new["trigger"], new["source_state"], new["intensity"], new["rule_id"]) == (
        "aiuti",
        "FRA",
        10.0,
        "correction",
    )
    assert new["correction_ids"] == add.correction_id and new["event_id"].startswith("ev-")
    make_table("events", result["events"])


def test_what_the_extraction_finds_itself_is_not_added_twice():
    values = {"type": "AID", "modality": "denied", "source_id": "FRA", "target_id": "UKR"}
    result = apply(say("events", "add", document="a", text="manda aiuti", values=values))
    assert [(row["event_id"], row["modality"]) for row in result["events"]] == [("ev-1", "factual"), ("ev-2", "denied")]


def test_what_no_longer_applies_is_reported_and_changes_nothing():
    result = apply(
        say("events", "reject", row="ev-9", line=1),
        say("events", "accept", row="ev-1", text="bombarda", line=2),
        say("times", "accept", document="z", start=0, end=2, line=3),
        say("times", "accept", document="a", start=0, end=900, line=4),
        say("times", "accept", document="a", text="Parigi", nth=1, line=5),
        say("events", "change", row="ev-1", values={"end": 900}, line=6),
        say("events", "change", row="ev-1", values={"statement_id": "st-9"}, line=7),
    )
    assert status(result) == ["stale"] * 7
    assert {name: result[name] for name in rows()} == rows()
    problems = correction_problems(result["corrections"])
    assert [(p.file, p.line, p.fatal) for p in problems] == [("corrections.yaml", n, False) for n in range(1, 8)]
    assert all(p.remedy for p in problems)


def test_rows_of_a_rejected_statement_stand_in_none():
    result = apply(say("statements", "reject", row="st-1"))
    assert {row["statement_id"] for row in result["events"]} == {""}


def test_colleagues_who_disagree_change_nothing_and_are_shown():
    one = say("events", "change", row="ev-1", values={"date": "2024-01"})
    other = say(
        "events", "change", file="corrections-b.yaml", author="Bea Conti", row="ev-1", values={"date": "2024-02"}
    )
    result = apply(one, other, say("events", "change", line=2, row="ev-1", values={"condition": "se"}))
    assert status(result) == ["conflict", "conflict", "applied"]
    assert (result["events"][0]["date"], result["events"][0]["condition"]) == ("", "se")
    assert "Bea Conti" in correction_problems(result["corrections"])[1].message


def test_a_row_named_in_two_ways_is_still_one_row():
    result = apply(say("events", "reject", row="ev-1"), say("events", "accept", line=2, document="a", text="colpisce"))
    assert status(result) == ["conflict", "conflict"] and len(result["events"]) == 2


def test_two_who_add_different_rows_in_one_place():
    values = {"type": "AID", "modality": "factual", "source_id": "FRA", "target_id": "UKR"}
    here = dict(document="a", text="aiuti")
    result = apply(
        say("events", "add", values=values, **here),
        say("events", "add", line=2, values={**values, "date": "2024"}, **here),
        say("events", "add", line=3, values={**values, "modality": "denied"}, **here),
        say("events", "add", line=4, values={**values, "target_id": "MDA"}, **here),
    )
    assert status(result) == ["conflict", "conflict", "conflict", "applied"]
    assert [row["target_id"] for row in result["events"]] == ["UKR", "UKR", "MDA"]


VALUES = st.fixed_dictionaries(
    {},
    optional={
        "date": st.sampled_from(["", "2024", "2024-03"]),
        "type": st.sampled_from(["AID", "ASSAULT"]),
        "source_id": st.sampled_from(["RUS", "person:vladimir-putin"]),
        "source_state": st.sampled_from(["RUS", "BLR"]),
        "end": st.integers(0, 90),
        "statement_id": st.sampled_from(["", "st-1", "st-2"]),
    },
)
PLACES = st.sampled_from(
    [
        *({"row": "ev-1"}, {"row": "ev-2"}, {"row": "ev-3"}, {"document": "a", "text": "colpisce"}),
        *({"document": "a", "start": 27, "end": 33}, {"document": "a", "text": "Kiev", "type": "AID"}),
    ]
)


@st.composite
def entries(draw):
    action = draw(st.sampled_from(["accept", "reject", "change", "add"]))
    place = draw(PLACES)
    values = draw(VALUES) if action in ("change", "add") else {}
    if action == "add":
        values = {"type": "AID", "modality": "factual", **{k: v for k, v in values.items() if k != "end"}}
        place = {"document": "a", "text": draw(st.sampled_from(["aiuti", "Kiev", "colpisce"]))}
    file = draw(st.sampled_from(["corrections.yaml", "corrections-b.yaml"]))
    return file, action, place, values


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(entries(), max_size=8), st.integers(0, 9))
def test_once_is_as_good_as_twice_and_order_does_not_matter(given_entries, seed):
    def build(order):
        return [
            say("events", action, file=file, line=line, values=values, **place)
            for line, (file, action, place, values) in order
        ]

    order = list(enumerate(given_entries, start=1))
    once = apply(*build(order))
    twice = apply(*build(order), given=once)
    assert twice == once
    assert len(once["corrections"]) == len(given_entries)
    moved = list(given_entries)
    random.Random(seed).shuffle(moved)
    other = apply(*build(list(enumerate(moved, start=1))))
    for result in (once, other):
        for row in result["events"]:
            assert TEXTS["a"][row["start"] : row["end"]] == row["trigger"]
            row.pop("correction_ids", None)
    assert sorted(map(str, other["events"])) == sorted(map(str, once["events"]))
    assert sorted(status(other)) == sorted(status(once))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(entries(), min_size=2, max_size=6))
def test_nothing_in_conflict_is_applied(given_entries):
    made = [say("events", a, file=f, line=n, values=v, **p) for n, (f, a, p, v) in enumerate(given_entries, start=1)]
    result = apply(*made)
    used = {i for row in result["events"] for i in row.get("correction_ids", "").split("|")}
    assert not used & {row["correction_id"] for row in result["corrections"] if row["status"] != "applied"}
