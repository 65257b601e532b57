"""Sensitivity: by hand, and against recounting everything without each document."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.actors.dyads import dyads
from analysis.actors.sensitivity import dyad_sensitivity
from analysis.actors.yardsticks import DEFAULT_MODALITY_WEIGHTS, weight_sets
from analysis.tables import make_table

MODALITIES = sorted(DEFAULT_MODALITY_WEIGHTS)


def events(*rows):
    """Rows given as (doc, source, target, intensity, modality, incident)."""
    made = [
        {
            "event_id": f"ev-{n:03}", "incident_id": incident, "doc_id": doc, "start": n, "end": n + 1, "trigger": "x",
            "type": "AID" if score > 0 else "ACCUSE", "source_id": a, "target_id": b, "source_state": a,
            "target_state": b, "modality": modality, "intensity": score, "rule_id": "r",
        }
        for n, (doc, a, b, score, modality, incident) in enumerate(rows)
    ]  # fmt: skip
    return make_table("events", made)


TABLE = events(
    ("d1", "a", "b", -9, "factual", "in-1"),
    ("d2", "a", "b", -9, "reported", "in-1"),
    ("d1", "b", "c", -6, "reported", "in-2"),
    ("d3", "b", "c", -3, "factual", "in-3"),
    ("d3", "c", "a", -5, "factual", "in-4"),
    ("d3", "c", "a", 10, "factual", "in-5"),
)


def test_by_hand():
    found = dyad_sensitivity(TABLE)
    pairs = found.pairs.set_index(["source", "target"])
    assert pairs["value"].to_dict() == {("a", "b"): 9, ("b", "c"): 6, ("c", "a"): 5}
    # rumours as facts: b-c 9, level with a-b; facts only: b-c 3, behind c-a
    row = pairs.loc[("b", "c")]
    assert (row["rank"], row["rank_best_weights"], row["rank_worst_weights"]) == (2, 1, 3)
    assert (row["weights_best"], row["weights_worst"]) == ("rumours-as-facts", "facts-only")
    # without d1 the report of d2 speaks for the first incident: 4.5, then c-a 5, b-c 3
    assert (row["rank_best_documents"], row["rank_worst_documents"]) == (2, 3)
    assert (row["document_best"], row["document_worst"]) == ("", "d1")
    first = pairs.loc[("a", "b")]
    assert (first["rank"], first["rank_worst_documents"], first["document_worst"]) == (1, 2, "d1")
    documents = found.documents.set_index("doc_id")
    assert documents["gone"].to_dict() == {"d1": 0, "d2": 0, "d3": 1}
    assert documents.loc["d1", ["moved", "largest_shift", "source", "target", "rank", "rank_without"]].tolist() == [
        3, 2, "c", "a", 3, 1,
    ]  # fmt: skip
    assert documents.loc["d2", ["moved", "largest_shift", "source"]].tolist() == [0, 0, ""]


def test_cooperation_is_ranked_on_its_own():
    pairs = dyad_sensitivity(TABLE, "cooperation").pairs.set_index(["source", "target"])
    assert pairs["value"].to_dict() == {("c", "a"): 10}, "who only quarrels has no place among those who cooperate"


ROW = st.tuples(
    st.sampled_from(["d1", "d2", "d3", "d4"]),
    st.sampled_from("abc"),
    st.sampled_from("abc"),
    st.sampled_from([-9.0, -3.0, -2.0, 0.0, 2.5, 10.0]),
    st.sampled_from(MODALITIES),
    st.sampled_from(["in-1", "in-2", "in-3", "in-4", ""]),
)


def ranks_of(table, pairs, side, weights=DEFAULT_MODALITY_WEIGHTS):
    counted = dyads(table, weights).set_index(["source", "target"])[f"{side}_weighted"]
    values = [round(counted.get(pair, 0.0), 6) for pair in pairs]
    return [1 + sum(other > value for other in values) if value else len(values) for value in values]


@settings(max_examples=60, deadline=None)
@given(st.lists(ROW, max_size=14), st.sampled_from(["conflict", "cooperation"]))
def test_against_counting_again(rows, side):
    table = events(*rows)
    found = dyad_sensitivity(table, side)
    pairs = [tuple(pair) for pair in found.pairs[["source", "target"]].itertuples(index=False)]
    base = ranks_of(table, pairs, side)
    assert found.pairs["rank"].tolist() == base
    by_sets = [base, *(ranks_of(table, pairs, side, entry.weights) for entry in weight_sets())]
    sign = -1 if side == "conflict" else 1
    named = table[table["source_state"] != table["target_state"]]
    on_side = named[sign * named["intensity"] > 0]
    assert sorted(pairs) == sorted(set(zip(on_side["source_state"], on_side["target_state"], strict=True)))
    keys = list(zip(named["source_state"], named["target_state"], strict=True))
    documents = sorted({doc for doc, key in zip(named["doc_id"], keys, strict=True) if key in set(pairs)})
    without = {doc: ranks_of(table[table["doc_id"] != doc], pairs, side) for doc in documents}
    for place in range(len(pairs)):
        row = found.pairs.iloc[place]
        assert row["rank_best_weights"] == min(ranks[place] for ranks in by_sets)
        assert row["rank_worst_weights"] == max(ranks[place] for ranks in by_sets)
        left = [ranks[place] for ranks in [base, *without.values()]]
        assert (row["rank_best_documents"], row["rank_worst_documents"]) == (min(left), max(left))
        if row["document_worst"]:
            assert without[row["document_worst"]][place] == max(left) > base[place]
    assert sorted(found.documents["doc_id"]) == documents
    for row in found.documents.to_dict("records"):
        assert row["moved"] == sum(a != b for a, b in zip(without[row["doc_id"]], base, strict=True))


def test_no_events_and_no_such_side():
    empty = dyad_sensitivity(events())
    assert empty.pairs.empty and empty.documents.empty
    with pytest.raises(ValueError, match="cooperation or conflict"):
        dyad_sensitivity(TABLE, "balance")


def test_the_order_of_rows_changes_nothing():
    pd.testing.assert_frame_equal(dyad_sensitivity(TABLE.iloc[::-1]).pairs, dyad_sensitivity(TABLE).pairs)
