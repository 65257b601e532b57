"""The indices of the whole network in one table: each with its value, or with the reason why it is withheld."""

import networkx as nx
import pandas as pd

from analysis.actors.balance import balanced_triangles, frustration_index, walk_balance
from analysis.actors.communities import communities
from analysis.actors.material import material_of, withheld
from analysis.tables import Tables

COLUMNS = ["index", "value", "low", "high", "exact", "withheld"]


def network_indices(graph: nx.DiGraph, tables: Tables, dyad_table: pd.DataFrame, language: str = "it") -> pd.DataFrame:
    """One row per index: balance (share of balanced triangles), frustration (ties in the way of two camps),
    walk-balance, communities (signed modularity).

    value: NaN where it is withheld or not defined; low and high bound it where it is not exact. withheld: the plain
    sentence, "" where the index is given. graph: `network(dyad_table)`; thresholds: `index_material.yaml`.
    """
    triangles = balanced_triangles(graph)
    material = material_of(tables, dyad_table) | {"triangles": triangles.triangles}
    rows = []
    for index, compute in (
        ("balance", lambda: (triangles.share, triangles.share, triangles.share, True)),
        ("frustration", lambda: _frustration(graph)),
        ("walk-balance", lambda: (walk_balance(graph),) * 3 + (True,)),
        ("communities", lambda: _modularity(graph)),
    ):
        reason = withheld(index, material, language)
        value, low, high, exact = (None, None, None, True) if reason else compute()
        rows.append({"index": index, "value": value, "low": low, "high": high, "exact": exact, "withheld": reason})
    table = pd.DataFrame(rows, columns=COLUMNS)
    return table.astype({"value": "float64", "low": "float64", "high": "float64", "exact": "bool"})


def _frustration(graph: nx.DiGraph) -> tuple:
    found = frustration_index(graph)
    return (found.at_most if found.exact else None), found.at_least, found.at_most, found.exact


def _modularity(graph: nx.DiGraph) -> tuple:
    found = communities(graph)
    return (found.modularity, found.modularity, None if not found.exact else found.modularity, found.exact)
