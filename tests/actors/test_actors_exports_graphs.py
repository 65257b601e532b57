"""GraphML and GEXF: what is written is read back, in fixed order, without a clock, whatever the texts hold."""

from xml.etree import ElementTree

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from signed_graphs import table

from analysis.actors.discourse import discourse_graph, two_mode
from analysis.actors.exports import gexf_text, graphml_text, named
from analysis.actors.network import network

ACTORS = pd.DataFrame(
    [("a", "Corea «del» Nord & C.", "state", "PRK"), ("b", "B\x00\x0b\ud800<b>", "org", "")],
    columns=["actor_id", "name", "kind", "country"],
)
ROWS = [("a", "b", 2.5, 0), ("b", "a", 0, 1), ("a", "c", 1, 1)]


def graph(rows=ROWS):
    return named(network(table(rows)), ACTORS)


@pytest.mark.parametrize("write, read", [(graphml_text, nx.parse_graphml), (gexf_text, None)])
def test_what_is_written_is_read_back(tmp_path, write, read):
    text = write(graph())
    (tmp_path / "n").write_text(text, encoding="utf-8")
    back = read(text) if read else nx.read_gexf(tmp_path / "n")
    assert sorted(back.edges) == [("a", "b"), ("a", "c"), ("b", "a")] and back.is_directed()
    edge = back.edges["a", "b"]
    assert (edge["weight"], edge["sign"], edge["event_ids"]) == (2.5, "cooperation", "ev-0")
    assert back.nodes["a"]["label"] == "Corea «del» Nord & C." and back.nodes["a"]["country"] == "PRK"
    assert back.nodes["b"]["label"] == "B\ufffd\ufffd\ufffd<b>" and back.nodes["c"]["label"] == "c"


@pytest.mark.parametrize("write", [graphml_text, gexf_text])
def test_the_order_of_rows_changes_no_byte(write):
    shuffled = nx.DiGraph()
    shuffled.add_nodes_from(reversed(list(graph().nodes(data=True))))
    shuffled.add_edges_from(reversed(list(graph().edges(data=True))))
    assert write(shuffled) == write(graph())
    undirected = nx.Graph([("b", "a"), ("c", "a")])
    assert write(undirected) == write(nx.Graph([("a", "c"), ("a", "b")]))


def test_gexf_holds_no_day_but_the_one_given(monkeypatch):
    monkeypatch.setattr("time.strftime", lambda *_: "1999-12-31")
    assert "1999" not in gexf_text(graph()) and "lastmodifieddate" not in gexf_text(graph())
    assert 'lastmodifieddate="2024-06-30"' in gexf_text(graph(), "2024-06-30")


@given(st.text(st.characters(), max_size=20))
def test_any_text_makes_a_document_that_a_parser_reads(text):
    odd = nx.DiGraph()
    odd.add_node("x", label=text)
    odd.add_edge("x", "y", sentence=text)
    for write in (graphml_text, gexf_text):
        ElementTree.fromstring(write(odd).encode("utf-8"))


def test_a_discourse_network_with_its_titles():
    matrix = pd.DataFrame([("a", "po-1", 0, 2)], columns=["actor_id", "position_id", "agree", "disagree"])
    found = named(discourse_graph(two_mode(matrix)), ACTORS, {"po-1": "inviare armi"})
    back = nx.parse_graphml(graphml_text(found))
    assert back.nodes["po-1"] == {"label": "inviare armi", "mode": "position", "kind": "", "country": ""}
    assert back.edges["a", "po-1"] == {"value": -2.0, "weight": 2.0, "sign": -1}
