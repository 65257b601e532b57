"""Dyads by hand: incidents once, the two signs apart, modality as weight."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.actors.combined import FORMULA, combine_dyads
from analysis.actors.copies import without_copies
from analysis.actors.dyads import dyads, dyads_by_period
from analysis.actors.evidence import rows_behind
from analysis.actors.incidents import incidents
from analysis.actors.tone_dyads import TONE_DYAD_COLUMNS
from analysis.actors.yardsticks import DEFAULT_MODALITY_WEIGHTS
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


def test_quad_classes_count_incidents_and_weigh_them():
    rows = [
        event(1, "a", "b", 10, type="AID"),
        event(2, "a", "b", 0, "expected", type="REQUEST"),
        event(3, "a", "b", -2, "possible", type="REJECT"),
        event(4, "a", "b", 2.5, "denied", type="CONSULT"),
        event(5, "a", "b", -9, type="ASSAULT"),
    ]
    row = dyads(make_table("events", rows)).iloc[0]
    names = ["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"]
    assert row[names].tolist() == [1, 1, 2, 1]
    assert row[[f"{name}_weighted" for name in names]].tolist() == [0, 1, 0.75, 1]


def test_an_incident_lies_in_the_period_of_its_finest_date():
    rows = [
        event(1, "a", "b", 10, date="2024-03", incident="in-1"),
        event(2, "a", "b", 10, "reported", date="2024-03-28", incident="in-1"),
        event(3, "a", "b", 10, date="2024", incident="in-2"),
        event(4, "a", "b", -3, date="", incident="in-3"),
        event(5, "a", "b", -3, date="2024-05-01", incident="in-4"),
    ]
    table = dyads_by_period(make_table("events", rows))
    assert table[["period", "incidents"]].values.tolist() == [["2024-03", 1], ["2024-05", 1], ["", 2]]
    assert table.iloc[0]["event_ids"] == "ev-1|ev-2"
    by_year = dyads_by_period(make_table("events", rows), period="year")
    assert by_year[["period", "incidents"]].values.tolist() == [["2024", 3], ["", 1]]


DATES = st.sampled_from(["", "2023", "2024", "2024-02", "2024-02-10", "2024-06-01", "2024-07"])
ROWS = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.sampled_from("abc"),
        st.sampled_from(sorted(DEFAULT_MODALITY_WEIGHTS)),
        DATES,
        st.integers(1, 5),
        st.sampled_from([2.5, -3.0]),
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(ROWS, st.sampled_from(["month", "quarter", "year", ["2024-02-05", "2024-06-15"]]), st.randoms())
def test_periods_add_up_to_the_whole_and_the_order_of_rows_changes_nothing(rows, period, draw):
    made = [
        event(n, a, b, score, modality, f"in-{incident}", date=date)
        for n, (a, b, modality, date, incident, score) in enumerate(rows)
    ]
    table = make_table("events", made)
    parts = dyads_by_period(table, period=period)
    whole = dyads(table)
    numbers = [name for name in whole if name not in ("source", "target", "event_ids")]
    again = parts.groupby(["source", "target"])[numbers].sum().round(6).reset_index()
    assert again.equals(whole[["source", "target", *numbers]].astype(again.dtypes.to_dict())) or whole.empty
    draw.shuffle(made)
    assert dyads_by_period(pd.DataFrame(made, columns=list(table)).fillna("") if made else table, period=period).equals(
        parts
    )


def copy_tables(*rows, groups=("ansa", "ansa", "kyodo")):
    """Events given as (doc, date, incident); each stands at the same place of a sentence of the same length."""
    made = [
        event(n, "a", "b", -3, date=date, incident=incident, doc_id=doc, start=110, end=115)
        for n, (doc, date, incident) in enumerate(rows)
    ]
    sentences = [{"doc_id": doc, "sentence": 1, "start": 100, "end": 180} for doc in "xyz"]
    return {
        "events": make_table("events", made),
        "sentences": make_table("sentences", sentences),
        "documents": pd.DataFrame({"doc_id": list("xyz"), "source_group": list(groups)}),
    }


def test_a_copy_printed_a_day_later_is_no_second_incident():
    tables = copy_tables(("x", "2024-03-28", "in-1"), ("y", "2024-03-29", "in-2"), ("z", "2024-03-29", "in-3"))
    assert dyads(tables["events"]).loc[0, "incidents"] == 3
    joined = dyads(without_copies(tables))
    assert joined.loc[0, "incidents"] == 2 and joined.loc[0, "event_ids"] == "ev-0|ev-1|ev-2"


def test_other_words_or_one_document_are_no_copy():
    tables = copy_tables(("x", "2024-03-28", "in-1"), ("y", "2024-03-29", "in-2"))
    tables["sentences"].loc[tables["sentences"]["doc_id"] == "y", "end"] = 190
    assert dyads(without_copies(tables)).loc[0, "incidents"] == 2
    same = copy_tables(("x", "2024-03-28", "in-1"), ("x", "2024-03-29", "in-2"))
    assert dyads(without_copies(same)).loc[0, "incidents"] == 2


def test_copies_join_whole_incidents():
    tables = copy_tables(
        ("x", "2024-03-28", "in-2"), ("y", "2024-03-29", "in-1"), ("z", "2024-03-29", "in-1"), groups=["ansa"] * 3
    )
    assert set(without_copies(tables)["incident_id"]) == {"in-1"}


def test_each_number_opens_into_its_rows():
    text = "Prima frase. La Russia accusa la Corea. Ultima."
    start = text.index("accusa")
    tables = {
        "events": make_table("events", [event(1, "rus", "prk", -2, start=start, end=start + 6, trigger="accusa")]),
        "statements": make_table(
            "statements",
            [
                {
                    "statement_id": "st-1", "doc_id": "a", "start": 0, "end": 11, "text": text[:11], "form": "direct",
                    "speaker_id": "rus", "cue_start": 0, "cue_end": 1, "rule_id": "r",
                }
            ],
        ),
        "sentences": make_table(
            "sentences",
            [
                {"doc_id": "a", "sentence": 0, "start": 0, "end": 12},
                {"doc_id": "a", "sentence": 1, "start": 13, "end": 39},
                {"doc_id": "a", "sentence": 2, "start": 40, "end": 47},
            ],
        ),
    }  # fmt: skip
    row = {**dyads(tables["events"]).iloc[0], "statement_ids": "st-1"}
    behind = rows_behind(row, tables, {"a": text})
    assert behind[["kind", "row_id", "sentence"]].values.tolist() == [
        ["statement", "st-1", "Prima frase."],
        ["event", "ev-1", "La Russia accusa la Corea."],
    ]
    assert rows_behind(row, tables)["sentence"].tolist() == ["", ""], "the tables hold no texts"
    with pytest.raises(KeyError, match="ev-9"):
        rows_behind({"event_ids": "ev-9"}, tables)


def test_events_and_tone_stand_side_by_side_and_the_formula_holds():
    spoken = tone_pairs(("rus", "prk", 2, 1, 3, 2, 0), ("jpn", "prk", 0, 4, 1, 0, 4))
    both = combine_dyads(dyads(EVENTS), spoken, tone_weight=1.5).set_index(["source", "target"])
    row = both.loc[("rus", "prk")]
    assert row["cooperation_combined"] == row["cooperation_weighted"] + 1.5 * 2
    assert row["conflict_combined"] == row["conflict_weighted"], "the one reproach rests on an event: counted there"
    assert row["activity"] == 4 + 2 + 1 + 3
    assert both.loc[("jpn", "prk"), ["cooperation_combined", "conflict_combined", "incidents"]].tolist() == [0, 6, 0]
    assert both.loc[("prk", "rus"), ["favourable", "statement_ids"]].tolist() == [0, ""]
    for side in ("cooperation", "conflict"):
        name = "favourable_words" if side == "cooperation" else "unfavourable_words"
        assert f"{side}_combined = {side}_weighted + tone_weight × {name}" in FORMULA
    silent = combine_dyads(dyads(EVENTS), spoken, tone_weight=0)
    assert (silent["conflict_combined"] == silent["conflict_weighted"]).all()
    with pytest.raises(ValueError, match="0 or more"):
        combine_dyads(dyads(EVENTS), spoken, tone_weight=-1)


def tone_pairs(*rows):
    """Tone dyads given as (source, target, favourable, unfavourable, neutral, and how many rest on words)."""
    names = ["source", "target", "favourable", "unfavourable", "neutral", "favourable_words", "unfavourable_words"]
    given = pd.DataFrame(rows, columns=names)
    rest = {name: 0 if kind == "int64" else "" for name, kind in TONE_DYAD_COLUMNS.items() if name not in names}
    return given.assign(**rest)[list(TONE_DYAD_COLUMNS)].astype(TONE_DYAD_COLUMNS)
