"""Which rows report one occurrence, whatever their order."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.extraction.incidents import give_incidents, occurrences


def row(n, kind="REJECT", source="RUS", target="igo:unsc", when="", doc="a", word="veto", modality="factual"):
    return {
        **{"event_id": f"ev-{n}", "doc_id": doc, "start": n, "end": n + 1, "trigger": word, "type": kind},
        **{"source_state": source, "target_state": target, "modality": modality, "date": when},
        "rule_id": f"event:group:{word}:indicative",
    }


def joined(*rows):
    """Groups of row numbers."""
    groups = occurrences(rows)
    return sorted({tuple(i for i, other in enumerate(groups) if other == group) for group in groups})


def test_equal_and_containing_dates_are_one_incident():
    assert joined(row(0, when="2024-03-28"), row(1, when="2024-03", doc="b"), row(2, when="2024", doc="c")) == [
        (0, 1, 2)
    ]
    assert joined(row(0, when="2024-03-28"), row(1, when="2024-03-29")) == [(0,), (1,)]


def test_a_month_with_two_incidents_joins_neither():
    rows = [row(0, when="2024-03-28"), row(1, when="2024-03-29"), row(2, when="2024-03"), row(3)]
    assert joined(*rows) == [(0,), (1,), (2,), (3,)]


def test_a_row_without_date_joins_the_only_dated_incident():
    assert joined(row(0, when="2024-03-28"), row(1, doc="b", word="bocciare")) == [(0, 1)]


def test_undated_rows_join_by_document_or_word():
    assert joined(row(0), row(1, word="bocciare")) == [(0, 1)]
    assert joined(row(0), row(1, doc="b")) == [(0, 1)]
    assert joined(row(0), row(1, doc="b", word="bocciare")) == [(0,), (1,)]


def test_what_happened_what_is_denied_and_what_is_to_come_stay_apart():
    rows = [row(0), row(1, modality="denied"), row(2, modality="expected"), row(3, modality="reported")]
    assert joined(*rows) == [(0, 3), (1,), (2,)]


def test_sides_have_an_order_but_in_what_both_do():
    assert joined(row(0), row(1, source="igo:unsc", target="RUS")) == [(0,), (1,)]
    meeting = dict(kind="CONSULT", word="vertice")
    assert joined(row(0, target="PRK", **meeting), row(1, source="PRK", target="RUS", **meeting)) == [(0, 1)]


def test_one_trigger_in_both_directions_is_one_incident():
    there = row(0, kind="SUPPORT", target="PRK")
    assert joined(there, {**there, "event_id": "ev-9", "source_state": "PRK", "target_state": "RUS"}) == [(0, 1)]


def test_near_types_join_only_on_the_same_day():
    attack = row(0, kind="ASSAULT", when="2022-02-24", word="invasione")
    assert joined(attack, row(1, kind="COERCE", when="2022-02-24", word="occupare")) == [(0, 1)]
    assert joined(attack, row(1, kind="COERCE", when="2022-02", word="occupare")) == [(0,), (1,)]
    assert joined(attack, row(1, kind="ACCUSE", when="2022-02-24", word="accusa")) == [(0,), (1,)]


def test_the_analysts_incident_stays_and_a_new_report_changes_no_identifier():
    rows = [row(0, when="2024-03-28"), {**row(1, when="2024-03"), "incident_id": "in-mine"}]
    give_incidents(rows)
    first = rows[0]["incident_id"]
    assert rows[1]["incident_id"] == "in-mine" and first != "in-mine"
    more = [row(0, when="2024-03-28"), row(7, doc="0", when="2024-03-28")]
    give_incidents(more)
    assert {r["incident_id"] for r in more} == {first}


ROWS = st.lists(
    st.builds(
        row,
        n=st.integers(0, 3),
        kind=st.sampled_from(["ASSAULT", "COERCE", "CONSULT", "SUPPORT", "AGREE"]),
        source=st.sampled_from(["RUS", "UKR"]),
        target=st.sampled_from(["RUS", "UKR", ""]),
        when=st.sampled_from(["", "2024", "2024-03", "2024-03-28", "2024-03-29", "2024-04-01"]),
        doc=st.sampled_from("abc"),
        word=st.sampled_from(["x", "y"]),
        modality=st.sampled_from(["factual", "denied"]),
    ),
    max_size=12,
    unique_by=str,
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(ROWS, st.integers(0, 5))
def test_the_order_of_the_rows_does_not_matter(rows, seed):
    rows = [{**r, "event_id": f"ev-{i}"} for i, r in enumerate(rows)]
    other = [dict(r) for r in rows]
    random.Random(seed).shuffle(other)
    give_incidents(rows)
    give_incidents(other)
    assert {r["event_id"]: r["incident_id"] for r in rows} == {r["event_id"]: r["incident_id"] for r in other}
    groups = occurrences(rows)
    pairs = {(group, r["incident_id"]) for group, r in zip(groups, rows, strict=True)}
    assert len(pairs) == len(set(groups)) == len({r["incident_id"] for r in rows})
