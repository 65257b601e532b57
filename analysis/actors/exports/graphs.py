"""Networks as GraphML and GEXF, which Gephi, yEd, visone and others open; the same network gives the same bytes."""

import re
from xml.etree import ElementTree

import networkx as nx
import pandas as pd
from networkx.readwrite.gexf import GEXFWriter

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
CREATOR = "Scacchiere"
# What XML 1.0 does not allow even as a reference, and half characters; article text may hold any of them.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNKNOWN = "\ufffd"


def named(graph: nx.Graph, actors: pd.DataFrame, titles: dict[str, str] | None = None) -> nx.Graph:
    """A copy whose nodes carry `label`, and for actors `kind` and `country`, from the table `actors`.

    `titles`: position -> title, for the positions of a discourse network. A node that neither names keeps its
    identifier as label.
    """
    rows = actors.set_index("actor_id").to_dict("index")
    copy = graph.copy()
    for node, data in copy.nodes(data=True):
        row = rows.get(node, {})
        data["label"] = (titles or {}).get(node) or row.get("name") or node
        data |= {name: row.get(name, "") for name in ("kind", "country")}
    return copy


def graphml_text(graph: nx.Graph) -> str:
    """The network as GraphML (graphml.graphdrawing.org), one key per attribute, named as the attribute."""
    lines = nx.generate_graphml(_ordered(graph), named_key_ids=True)
    return HEAD + "\n".join(lines) + "\n"


def gexf_text(graph: nx.Graph, modified: str = "") -> str:
    """The network as GEXF 1.2 (gexf.net). `modified`: the day that it says it was made on, ISO 8601; "" says none.

    Without that networkx writes the day of the run.
    """
    writer = GEXFWriter()
    meta = writer.xml.find("meta")
    meta.attrib = {"lastmodifieddate": modified} if modified else {}
    meta.find("creator").text = CREATOR
    writer.add_graph(_ordered(graph))
    ElementTree.indent(writer.xml)
    return HEAD + ElementTree.tostring(writer.xml, encoding="unicode") + "\n"


def _ordered(graph: nx.Graph) -> nx.Graph:
    """A copy with nodes, edges and attributes in sorted order, and only characters that XML allows."""
    copy = nx.DiGraph() if graph.is_directed() else nx.Graph()
    for node, data in sorted(graph.nodes(data=True), key=lambda pair: pair[0]):
        copy.add_node(_clean(node), **_attributes(data))
    for a, b, data in sorted(((*_ends(graph, a, b), data) for a, b, data in graph.edges(data=True)), key=_pair):
        copy.add_edge(_clean(a), _clean(b), **_attributes(data))
    return copy


def _ends(graph: nx.Graph, a: str, b: str) -> tuple[str, str]:
    return (a, b) if graph.is_directed() else (min(a, b), max(a, b))


def _pair(edge: tuple) -> tuple[str, str]:
    return edge[0], edge[1]


def _attributes(data: dict) -> dict:
    return {name: _clean(data[name]) for name in sorted(data)}


def _clean(value: object) -> object:
    return _NOT_XML.sub(_UNKNOWN, value) if isinstance(value, str) else value
