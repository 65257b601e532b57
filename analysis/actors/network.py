"""The signed, directed, weighted network of states, and its undirected ties with one sign each."""

from math import fsum

import networkx as nx
import pandas as pd

DECIMALS = 6


def network(dyad_table: pd.DataFrame) -> nx.DiGraph:
    """The rows of `dyads` as a graph: one edge a pair, nodes and edges in sorted order.

    Edge attributes: the columns of the row; `weight` = cooperation_weighted + conflict_weighted; `sign`, as `sign_of`
    gives it.
    """
    graph = nx.DiGraph()
    graph.add_nodes_from(sorted({*dyad_table["source"], *dyad_table["target"]}))
    for row in dyad_table.sort_values(["source", "target"]).to_dict("records"):
        good, bad = row["cooperation_weighted"], row["conflict_weighted"]
        values = {key: value for key, value in row.items() if key not in ("source", "target")}
        weight = round(good + bad, DECIMALS)
        graph.add_edge(row["source"], row["target"], **values, weight=weight, sign=sign_of(good, bad))
    return graph


def sign_of(cooperation: float, conflict: float) -> str:
    """What a pair's weighted sums amount to: cooperation, conflict, both, or none (only recommended or denied)."""
    signs = {(True, True): "both", (True, False): "cooperation", (False, True): "conflict"}
    return signs.get((cooperation > 0, conflict > 0), "none")


def two_sided(graph: nx.DiGraph) -> dict[tuple[str, str], tuple[float, float]]:
    """Unordered pair (in sorted order) -> weighted cooperation and conflict of both directions, side by side.

    Pairs without either are left out.
    """
    parts: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for a, b, data in graph.edges(data=True):
        pair = (min(a, b), max(a, b))
        parts.setdefault(pair, []).append((data["cooperation_weighted"], data["conflict_weighted"]))
    sums = {
        pair: (round(fsum(good for good, _ in both), DECIMALS), round(fsum(bad for _, bad in both), DECIMALS))
        for pair, both in sorted(parts.items())
    }
    return {pair: both for pair, both in sums.items() if both != (0.0, 0.0)}


def signed_ties(graph: nx.DiGraph) -> dict[tuple[str, str], int]:
    """Unordered pair -> +1 or −1: the sign of cooperation minus conflict, both directions together.

    Only measures of balance need one sign a pair, and only they net the two; a pair that comes out at zero has none.
    """
    net = {pair: round(good - bad, DECIMALS) for pair, (good, bad) in two_sided(graph).items()}
    return {pair: 1 if value > 0 else -1 for pair, value in net.items() if value != 0}
