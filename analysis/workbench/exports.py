"""The map for other programs: statements as one CSV, networks for Gephi, actors as FollowTheMoney."""

from pathlib import Path

import networkx as nx
import pandas as pd

from analysis.actors import discourse_graph, two_mode
from analysis.actors.exports import (
    flat_statements,
    followthemoney_lines,
    gexf_text,
    graphml_text,
    named,
    read_statements,
    statements_csv,
)
from analysis.workbench.step import Step


def with_coded(rows: pd.DataFrame, coded: str) -> pd.DataFrame:
    """The rows of positions and, where `coded` names a CSV of statements coded by hand, these behind them.

    Raises InputError with file and line where the CSV cannot be read.
    """
    if not coded:
        return rows
    return pd.concat([rows, read_statements(Path(coded))], ignore_index=True)[list(rows.columns)]


def save_exports(step: Step, folder: str, graph: nx.DiGraph, rows: pd.DataFrame, matrix: pd.DataFrame) -> str:
    """Write statements.csv, network.graphml, network.gexf, discourse.graphml, discourse.gexf and actors.ftm.jsonl.

    graph: of dyads; rows, matrix: positions. GEXF carries the dossier's cutoff as its day, or none. Where `folder` is
    empty nothing is written. Returns what was done.
    """
    if not folder:
        return "Nothing written: `exports` is empty."
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    day = step.dossier.meta.cutoff.isoformat() if step.dossier.meta.cutoff else ""
    actors, titles = step.tables["actors"], dict(zip(rows["position_id"], rows["title"], strict=True))
    networks = {"network": named(graph, actors), "discourse": named(discourse_graph(two_mode(matrix)), actors, titles)}
    texts = {"statements.csv": statements_csv(flat_statements(rows, step.tables))}
    for name, network in networks.items():
        texts |= {f"{name}.graphml": graphml_text(network), f"{name}.gexf": gexf_text(network, day)}
    texts["actors.ftm.jsonl"] = followthemoney_lines(step.tables)
    for name, text in texts.items():
        (place / name).write_text(text, encoding="utf-8", newline="")
    return f"{len(texts)} files written to {folder}: {', '.join(texts)}."
