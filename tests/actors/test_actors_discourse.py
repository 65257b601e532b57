"""Discourse networks: small examples by hand, and every option against sums written out term by term."""

from itertools import product
from math import sqrt

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.actors.discourse import discourse_graph, one_mode, two_mode

COLUMNS = ["actor_id", "position_id", "agree", "disagree", "neutral"]
COUNTS = st.sampled_from([0, 0, 1, 2, 3])
MATRICES = st.lists(st.tuples(COUNTS, COUNTS), min_size=12, max_size=12).map(
    lambda cells: pd.DataFrame(
        [
            (actor, position, agree, disagree, 1)
            for (actor, position), (agree, disagree) in zip(product("abcd", "xyz"), cells, strict=True)
        ],
        columns=COLUMNS,
    )
)
# Three actors on two positions: a and b for x, c against it; a and c for y; b takes no side on y.
SMALL = pd.DataFrame(
    [("a", "x", 1, 0, 0), ("b", "x", 2, 0, 0), ("c", "x", 0, 1, 0), ("a", "y", 1, 0, 0), ("c", "y", 1, 0, 0)]
    + [("b", "y", 0, 0, 5), ("d", "y", 0, 0, 1)],
    columns=COLUMNS,
)


def test_two_mode_by_hand():
    assert two_mode(SMALL).to_dict("index") == {"a": {"x": 1, "y": 1}, "b": {"x": 2, "y": 0}, "c": {"x": -1, "y": 1}}
    assert two_mode(SMALL, "agree").loc["b", "x"] == 2 and two_mode(SMALL, "disagree").loc["c", "x"] == 1
    assert two_mode(SMALL, "combine").loc["c"].tolist() == [2, 1]
    assert two_mode(SMALL, "subtract", "activity").loc["c"].tolist() == [-0.5, 0.5]
    assert two_mode(SMALL, "agree", "prominence")["x"].tolist() == [0.25, 0.5, 0]
    both = pd.DataFrame([("a", "x", 1, 2, 0)], columns=COLUMNS)
    assert two_mode(both, "combine").iloc[0, 0] == 3 and two_mode(both).iloc[0, 0] == -1


def test_one_mode_by_hand():
    congruence, conflict = one_mode(SMALL), one_mode(SMALL, aggregation="conflict")
    assert congruence.loc["a"].tolist() == [0, 2, 1] and conflict.loc["a"].tolist() == [0, 0, 1]
    assert one_mode(SMALL, aggregation="subtract").loc["c"].tolist() == [0, -2, 0]
    assert one_mode(SMALL, normalisation="average").loc["a", "b"] == 1  # 2 / ((2 + 2) / 2)
    assert one_mode(SMALL, normalisation="jaccard").loc["a", "b"] == pytest.approx(2 / 3, abs=1e-6)  # 0 + 1 + 2
    assert one_mode(SMALL, normalisation="cosine").loc["a", "b"] == pytest.approx(2 / (sqrt(2) * 2), abs=1e-6)
    assert one_mode(SMALL, "positions").loc["x", "y"] == 1  # a is for both
    assert one_mode(SMALL, "positions", "conflict").loc["x", "y"] == 1  # c is against x and for y


def plain_one_mode(matrix, of, aggregation, normalisation):
    """The formulae of the manual, term by term."""
    mine, others = ("actor_id", "position_id") if of == "actors" else ("position_id", "actor_id")
    cells = {
        (row[mine], row[others], k): row[k]
        for row in matrix.to_dict("records")
        for k in ("agree", "disagree")
        if row[k]
    }
    names, far = sorted({key[0] for key in cells}), sorted({key[1] for key in cells})

    def x(i, j, k):
        return cells.get((i, j, k), 0)

    found = {}
    for i, h in product(names, names):
        if i == h:
            found[i, h] = 0
            continue
        same = sum(x(i, j, k) * x(h, j, k) for j in far for k in ("agree", "disagree"))
        against = sum(x(i, j, "agree") * x(h, j, "disagree") + x(i, j, "disagree") * x(h, j, "agree") for j in far)
        value = {"congruence": same, "conflict": against, "subtract": same - against}[aggregation]
        all_i, all_h = ([x(a, j, k) for j in far for k in ("agree", "disagree")] for a in (i, h))
        if normalisation == "average":
            value /= (sum(all_i) + sum(all_h)) / 2
        elif normalisation == "jaccard":
            m10 = sum(a for a, b in zip(all_i, all_h, strict=True) if b == 0)
            m01 = sum(b for a, b in zip(all_i, all_h, strict=True) if a == 0)
            value /= m10 + m01 + sum(a * b for a, b in zip(all_i, all_h, strict=True))
        elif normalisation == "cosine":
            value /= sqrt(sum(a * a for a in all_i)) * sqrt(sum(b * b for b in all_h))
        found[i, h] = value
    return found


@settings(max_examples=25, deadline=None)
@given(MATRICES)
@pytest.mark.parametrize("of", ["actors", "positions"])
@pytest.mark.parametrize("normalisation", ["none", "average", "jaccard", "cosine"])
@pytest.mark.parametrize("aggregation", ["congruence", "conflict", "subtract"])
def test_one_mode_equals_the_formulae(of, aggregation, normalisation, matrix):
    expected = plain_one_mode(matrix, of, aggregation, normalisation)
    found = one_mode(matrix, of, aggregation, normalisation)
    assert sorted(expected) == sorted(product(found.index, found.columns))
    assert all(found.loc[i, h] == pytest.approx(value, abs=1e-6) for (i, h), value in expected.items())
    if normalisation == "cosine" or (normalisation, aggregation) == ("jaccard", "congruence"):
        assert (found.abs() <= 1).all(axis=None)


@settings(max_examples=40, deadline=None)
@given(MATRICES)
def test_two_mode_equals_the_formulae(matrix):
    rows = matrix.to_dict("records")
    for by, key in (("activity", "actor_id"), ("prominence", "position_id")):
        found = two_mode(matrix, "subtract", by)
        for row in rows:
            if row["agree"] or row["disagree"]:
                whole = sum(r["agree"] + r["disagree"] for r in rows if r[key] == row[key])
                value = (row["agree"] - row["disagree"]) / whole
                assert found.loc[row["actor_id"], row["position_id"]] == pytest.approx(value, abs=1e-6)


def test_the_order_of_rows_changes_nothing_and_nothing_gives_nothing():
    for aggregation in ("congruence", "conflict", "subtract"):
        found = one_mode(SMALL.iloc[::-1], aggregation=aggregation)
        pd.testing.assert_frame_equal(found, one_mode(SMALL, aggregation=aggregation))
    assert one_mode(SMALL.head(0)).empty and two_mode(SMALL.head(0), "agree", "activity").empty


def test_unknown_names_are_refused():
    for call in (
        lambda: two_mode(SMALL, "congruence"),
        lambda: two_mode(SMALL, "agree", "average"),
        lambda: two_mode(SMALL, "combine", "activity"),
        lambda: one_mode(SMALL, "documents"),
        lambda: one_mode(SMALL, aggregation="agree"),
        lambda: one_mode(SMALL, normalisation="activity"),
    ):
        with pytest.raises(ValueError, match="one of|cannot be normalised"):
            call()


def test_as_a_graph():
    graph = discourse_graph(two_mode(SMALL))
    assert graph.nodes["a"]["mode"] == "actor" and graph.nodes["x"]["mode"] == "position"
    assert graph.edges["c", "x"] == {"value": -1, "weight": 1, "sign": -1} and not graph.has_edge("b", "y")
    square = discourse_graph(one_mode(SMALL, aggregation="subtract"))
    assert sorted(square.edges) == [("a", "b"), ("b", "c")] and square.number_of_nodes() == 3
    assert square.nodes["a"] == {}
