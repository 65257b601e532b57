"""The signed, directed, weighted network of states, and what can be measured on it."""

from dataclasses import dataclass
from itertools import combinations

import networkx as nx
import pandas as pd

from analysis.extraction.source_groups import UNNAMED

DECIMALS = 6
LEAST_ORIGINS = 3
MEASURE_COLUMNS = {
    "actor_id": "str",
    "out_strength": "float64",
    "in_strength": "float64",
    "cooperation_out": "float64",
    "conflict_out": "float64",
    "cooperation_in": "float64",
    "conflict_in": "float64",
    "degree": "int64",
    "betweenness": "float64",
}


def network(dyad_table: pd.DataFrame) -> nx.DiGraph:
    """The rows of `dyads` as a graph: one edge a pair, nodes and edges in sorted order.

    Edge attributes: the columns of the row; `weight` = cooperation_weighted + conflict_weighted; `sign`, one of
    cooperation, conflict, both, none (only recommended or denied).
    """
    graph = nx.DiGraph()
    graph.add_nodes_from(sorted({*dyad_table["source"], *dyad_table["target"]}))
    for row in dyad_table.sort_values(["source", "target"]).to_dict("records"):
        good, bad = row["cooperation_weighted"], row["conflict_weighted"]
        sign = {(True, True): "both", (True, False): "cooperation", (False, True): "conflict"}.get((good > 0, bad > 0))
        values = {key: value for key, value in row.items() if key not in ("source", "target")}
        weight = round(good + bad, DECIMALS)
        graph.add_edge(row["source"], row["target"], **values, weight=weight, sign=sign or "none")
    return graph


def network_measures(graph: nx.DiGraph) -> pd.DataFrame:
    """One row per actor, the most active first: strengths (sums of weights), degree, betweenness.

    degree: number of different actors with an edge of positive weight in either direction. betweenness: share of the
    shortest directed paths between two others that pass through the actor, each edge of positive weight one step
    (Freeman 1977, computed by Brandes 2001). All rounded to 6 decimals. Edges of weight 0 count nowhere.
    """
    live = nx.DiGraph()
    live.add_nodes_from(sorted(graph))
    live.add_edges_from((a, b, data) for a, b, data in sorted(graph.edges(data=True), key=_ends) if data["weight"] > 0)
    between = nx.betweenness_centrality(live)
    rows = []
    for node in live:
        out = [data for _, _, data in live.out_edges(node, data=True)]
        into = [data for _, _, data in live.in_edges(node, data=True)]
        rows.append(
            {
                "actor_id": node,
                "out_strength": _total(out, "weight"),
                "in_strength": _total(into, "weight"),
                "cooperation_out": _total(out, "cooperation_weighted"),
                "conflict_out": _total(out, "conflict_weighted"),
                "cooperation_in": _total(into, "cooperation_weighted"),
                "conflict_in": _total(into, "conflict_weighted"),
                "degree": len({*live.successors(node), *live.predecessors(node)}),
                "betweenness": round(between[node], DECIMALS),
            }
        )
    rows.sort(key=lambda row: (-(row["out_strength"] + row["in_strength"]), row["actor_id"]))
    return pd.DataFrame(rows, columns=list(MEASURE_COLUMNS)).astype(MEASURE_COLUMNS)


@dataclass(frozen=True)
class Balance:
    """Triangles of actors that are all tied, and how many of them are balanced; share is None without triangles."""

    triangles: int
    balanced: int
    share: float | None


def balanced_triangles(graph: nx.DiGraph) -> Balance:
    """Share of triangles whose three signs multiply to plus (Cartwright & Harary 1956).

    Only here a pair gets one sign: that of cooperation minus conflict, both directions together; a pair that comes
    out at zero has none and closes no triangle.
    """
    net: dict[tuple[str, str], float] = {}
    for a, b, data in sorted(graph.edges(data=True), key=_ends):
        pair = (min(a, b), max(a, b))
        net[pair] = net.get(pair, 0.0) + data["cooperation_weighted"] - data["conflict_weighted"]
    plus = {pair: value > 0 for pair, value in net.items() if round(value, DECIMALS) != 0}
    triangles = [
        [plus[pair] for pair in ((a, b), (a, c), (b, c))]
        for a, b, c in combinations(sorted(graph), 3)
        if (a, b) in plus and (a, c) in plus and (b, c) in plus
    ]
    balanced = sum(signs.count(False) % 2 == 0 for signs in triangles)
    share = round(balanced / len(triangles), DECIMALS) if triangles else None
    return Balance(len(triangles), balanced, share)


def origins_of(documents: pd.DataFrame) -> list[str]:
    """Each document's source group, "" where neither its origin nor its source is named.

    Documents of one origin and copies of one text share a group (`extraction.source_groups`): they are one source.
    """
    return ["" if group.startswith(UNNAMED) else group for group in documents["source_group"]]


def enough_material(documents: pd.DataFrame, least: int = LEAST_ORIGINS, language: str = "it") -> tuple[bool, str]:
    """Whether a dossier rests on enough independent origins for indices, and the sentence that says so.

    Origins as `origins_of` gives them; documents that name none count as none.
    """
    origins = origins_of(documents)
    unnamed, count = origins.count(""), len(set(origins) - {""})
    enough = count >= least
    if language == "it":
        text = (
            f"Origini indipendenti: {count}; documenti senza origine: {unnamed}. Gli indici ne chiedono almeno {least}"
        )
        return enough, text + (" e sono calcolati." if enough else ": qui non sono mostrati.")
    text = f"Independent origins: {count}; documents without one: {unnamed}. Indices need at least {least}"
    return enough, text + (" and are given." if enough else ": none are shown here.")


def _total(edges: list[dict], name: str) -> float:
    return round(sum(sorted(data[name] for data in edges)), DECIMALS)


def _ends(edge: tuple) -> tuple[str, str]:
    return edge[0], edge[1]
