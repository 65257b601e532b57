"""Measures against brute force on small graphs, and against derivations by hand."""

from itertools import permutations

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from analysis.actors import balanced_triangles, dyads, enough_material, network, network_measures
from analysis.tables import make_table


def table(rows):
    """(source, target, weighted cooperation, weighted conflict) as a dyad table."""
    columns = ["source", "target", "cooperation_weighted", "conflict_weighted"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.assign(cooperation=frame["cooperation_weighted"], conflict=frame["conflict_weighted"], incidents=1)


def brute_betweenness(graph, node):
    """Share of shortest paths through `node`, by listing every shortest path of every ordered pair."""
    others = [other for other in graph if other != node]
    total = 0.0
    for a, b in permutations(others, 2):
        if nx.has_path(graph, a, b):
            paths = list(nx.all_shortest_paths(graph, a, b))
            total += sum(node in path for path in paths) / len(paths)
    return total / (len(others) * (len(others) - 1))


def test_measures_equal_brute_force():
    draw = np.random.default_rng(7)
    names = list("abcdefg")
    rows = [(a, b, float(draw.integers(0, 3)), float(draw.integers(0, 3))) for a, b in permutations(names, 2)]
    rows = [row for row in rows if draw.random() < 0.35]
    graph = network(table(rows))
    live = nx.DiGraph([(a, b) for a, b, good, bad in rows if good + bad > 0])
    measures = network_measures(graph).set_index("actor_id")
    assert measures["betweenness"].max() > 0
    for node in live:
        row = measures.loc[node]
        assert row["out_strength"] == sum(good + bad for a, _, good, bad in rows if a == node)
        assert row["in_strength"] == sum(good + bad for _, b, good, bad in rows if b == node)
        assert row["cooperation_out"] == sum(good for a, _, good, _ in rows if a == node)
        assert row["conflict_in"] == sum(bad for _, b, _, bad in rows if b == node)
        assert row["degree"] == len(set(live.successors(node)) | set(live.predecessors(node)))
        assert row["betweenness"] == pytest.approx(brute_betweenness(live, node), abs=1e-6)


def test_an_edge_of_weight_zero_is_kept_and_counts_nowhere():
    graph = network(table([("a", "b", 0.0, 0.0), ("b", "c", 1.0, 2.0)]))
    assert graph.edges["a", "b"]["sign"] == "none" and graph.edges["b", "c"]["sign"] == "both"
    measures = network_measures(graph).set_index("actor_id")
    assert measures.loc["a", "degree"] == 0 and measures.loc["b", "out_strength"] == 3


def test_balance_by_hand():
    # a-b friends, both against c: balanced. a-d and b-d: friend and foe: a-b-d is not. c-d has no tie.
    rows = [("a", "b", 3, 0), ("a", "c", 0, 2), ("c", "b", 0, 2), ("a", "d", 2, 0), ("d", "b", 0, 1)]
    balance = balanced_triangles(network(table([(a, b, float(x), float(y)) for a, b, x, y in rows])))
    assert (balance.triangles, balance.balanced, balance.share) == (2, 1, 0.5)


def test_a_pair_at_zero_closes_no_triangle():
    rows = [("a", "b", 1.0, 0.0), ("b", "a", 0.0, 1.0), ("a", "c", 1.0, 0.0), ("b", "c", 1.0, 0.0)]
    assert balanced_triangles(network(table(rows))).share is None


def test_nothing_to_measure():
    graph = network(dyads(make_table("events", [])))
    assert len(graph) == 0 and network_measures(graph).empty and balanced_triangles(graph).triangles == 0


@pytest.mark.parametrize(
    "origins, enough",
    [
        (["ansa", "ansa", "unnamed:c", "unnamed:d"], False),
        (["ansa", "reuters", "kyodo"], True),
        ([], False),
    ],
)
def test_three_independent_origins(origins, enough):
    documents = pd.DataFrame({"source_group": origins})
    said, text = enough_material(documents)
    assert said is enough and ("calcolati" in text) is enough


def test_the_sentence_is_given_in_english_too():
    assert enough_material(pd.DataFrame({"source_group": ["a", "b", "c"]}), language="en")[0]
