"""Measures against brute force on small graphs, and against derivations by hand."""

from itertools import permutations

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from signed_graphs import table

from analysis.actors import dyads
from analysis.actors.balance import balanced_triangles
from analysis.actors.material import enough_material
from analysis.actors.measures import brokerage_roles, network_measures
from analysis.actors.network import network
from analysis.tables import make_table


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
        kind = nx.DiGraph([(a, b) for a, b, good, _ in rows if good > 0])
        kind.add_nodes_from(names)
        assert row["mediation"] == pytest.approx(brute_betweenness(kind, node), abs=1e-6)
        assert (row["out_degree"], row["in_degree"]) == (live.out_degree(node), live.in_degree(node))
        near = {c for b in live[node] for c in live[b]} | set(live[node])
        assert row["reach_out"] == pytest.approx(len(near - {node}) / (len(names) - 1), abs=1e-6)
        back = {a for b in live.predecessors(node) for a in live.predecessors(b)} | set(live.predecessors(node))
        assert row["reach_in"] == pytest.approx(len(back - {node}) / (len(names) - 1), abs=1e-6)


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


def test_the_five_roles_of_gould_and_fernandez():
    """One triple of each kind, by hand: the groups are 1 (a, b, c), 2 (x, y), 3 (z)."""
    rows = [("a", "b", 1, 0), ("b", "c", 1, 0), ("a", "x", 1, 0), ("x", "c", 1, 0), ("x", "y", 1, 0), ("x", "z", 1, 0)]
    groups = {"a": 1, "b": 1, "c": 1, "x": 2, "y": 2, "z": 3}
    found = brokerage_roles(network(table(rows)), groups)
    assert found.to_dict("records") == [
        {
            "actor_id": "x",
            "coordinator": 0,
            "itinerant": 1,
            "gatekeeper": 1,
            "representative": 0,
            "liaison": 1,
            "total": 3,
        },
        {
            "actor_id": "b",
            "coordinator": 1,
            "itinerant": 0,
            "gatekeeper": 0,
            "representative": 0,
            "liaison": 0,
            "total": 1,
        },
    ]
    out = brokerage_roles(network(table([("a", "b", 1, 0), ("b", "z", 1, 0)])), groups)
    assert out[["actor_id", "representative", "total"]].values.tolist() == [["b", 1, 1]]


def test_who_has_a_tie_of_his_own_or_only_blows_needs_no_broker():
    groups = dict.fromkeys("abc", 1)
    assert brokerage_roles(network(table([("a", "b", 1, 0), ("b", "c", 1, 0), ("a", "c", 1, 0)])), groups).empty
    assert brokerage_roles(network(table([("a", "b", 1, 0), ("b", "c", 0, 1)])), groups).empty
    assert brokerage_roles(network(table([("a", "b", 1, 0), ("b", "c", 1, 0)])), {"a": 1, "b": 1}).empty
