"""What can be measured of each actor in the signed network: activity, reach, brokerage."""

from collections.abc import Mapping
from math import fsum

import networkx as nx
import pandas as pd

from analysis.actors.network import DECIMALS

REACH_STEPS = 2
"""Steps of `reach`: further than a partner's partner, nearly everybody reaches everybody."""
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
    "out_degree": "int64",
    "in_degree": "int64",
    "reach_out": "float64",
    "reach_in": "float64",
    "mediation": "float64",
}
ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")


def network_measures(graph: nx.DiGraph) -> pd.DataFrame:
    """One row per actor, the most active first. Edges of weight 0 count nowhere; numbers are rounded to 6 decimals.

    Activity: out_strength, in_strength, and both by sign (`cooperation_out` …), sums of weights (Barrat et al. 2004);
    out_degree, in_degree, degree: numbers of different actors acted upon, acted on by, either.
    Reach: reach_out, share of the others that lie within two steps along the arrows, reach_in against them (Borgatti
    2006, m-reach with m = 2).
    Brokerage: betweenness, share of the shortest directed paths between two others that pass through the actor, each
    edge one step whatever its sign (Freeman 1977, computed as Brandes 2001); mediation, the same on the edges with
    cooperation alone: a path of help, not of a blow passed on.
    """
    live = _part(graph, "weight")
    between, mediation = (
        nx.betweenness_centrality(live),
        nx.betweenness_centrality(_part(graph, "cooperation_weighted")),
    )
    back = live.reverse(copy=False)
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
                "out_degree": len(out),
                "in_degree": len(into),
                "reach_out": _reach(live, node),
                "reach_in": _reach(back, node),
                "mediation": round(mediation[node], DECIMALS),
            }
        )
    rows.sort(key=lambda row: (-(row["out_strength"] + row["in_strength"]), row["actor_id"]))
    return pd.DataFrame(rows, columns=list(MEASURE_COLUMNS)).astype(MEASURE_COLUMNS)


def brokerage_roles(graph: nx.DiGraph, group_of: Mapping[str, object]) -> pd.DataFrame:
    """How often an actor stands between two who have no tie of their own, by the groups of the three.

    Gould & Fernandez (1989), on the edges with cooperation: a → broker → c counts where a and c differ and a → c is
    missing. coordinator: all three in one group; itinerant: a and c in one, the broker in another; gatekeeper: the
    broker lets into his group (a outside, c inside); representative: he speaks out of it (a inside, c outside);
    liaison: three groups. `group_of`: actor -> group, as `communities(graph).group_of` or an alliance gives it;
    triples with somebody of no group are left out. Columns: actor_id, the five roles, total; only actors with any.
    """
    good = _part(graph, "cooperation_weighted")
    rows = []
    for broker in sorted(set(good) & set(group_of)):
        counts = dict.fromkeys(ROLES, 0)
        for a in set(good.predecessors(broker)) & set(group_of):
            for c in (set(good.successors(broker)) & set(group_of)) - {a}:
                if not good.has_edge(a, c):
                    counts[_role(group_of[a], group_of[broker], group_of[c])] += 1
        if any(counts.values()):
            rows.append({"actor_id": broker, **counts, "total": sum(counts.values())})
    rows.sort(key=lambda row: (-row["total"], row["actor_id"]))
    columns = {"actor_id": "str", **dict.fromkeys([*ROLES, "total"], "int64")}
    return pd.DataFrame(rows, columns=list(columns)).astype(columns)


def _role(first: object, broker: object, last: object) -> str:
    if first == last:
        return "coordinator" if first == broker else "itinerant"
    if last == broker:
        return "gatekeeper"
    return "representative" if first == broker else "liaison"


def _part(graph: nx.DiGraph, name: str) -> nx.DiGraph:
    """All nodes and the edges whose attribute is above 0, in sorted order."""
    part = nx.DiGraph()
    part.add_nodes_from(sorted(graph))
    part.add_edges_from(sorted(((a, b, data) for a, b, data in graph.edges(data=True) if data[name] > 0), key=_ends))
    return part


def _reach(graph: nx.DiGraph, node: str) -> float:
    found = nx.single_source_shortest_path_length(graph, node, cutoff=REACH_STEPS)
    return round((len(found) - 1) / (len(graph) - 1), DECIMALS) if len(graph) > 1 else 0.0


def _total(edges: list[dict], name: str) -> float:
    return round(fsum(data[name] for data in edges), DECIMALS)


def _ends(edge: tuple) -> tuple[str, str]:
    return edge[0], edge[1]
