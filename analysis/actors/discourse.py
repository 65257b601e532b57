"""Discourse networks: actors and positions, and who stands with or against whom by the positions they share.

As Discourse Network Analyzer has them (Leifeld, Gruber & Bossner 2019, the manual; Leifeld 2017, Discourse Network
Analysis: Policy Debates as Dynamic Networks): X_ijk counts how often actor i voices position j with stance k. Who
takes no side (neutral) is no ally and no opponent: only agree and disagree make ties.
"""

from collections.abc import Callable

import networkx as nx
import numpy as np
import pandas as pd

from analysis.actors.network import DECIMALS

TWO_MODE = ("agree", "disagree", "subtract", "combine")
TWO_MODE_NORMALISATIONS = ("none", "activity", "prominence")
ONE_MODE = ("congruence", "conflict", "subtract")
ONE_MODE_NORMALISATIONS = ("none", "average", "jaccard", "cosine")


def two_mode(matrix: pd.DataFrame, aggregation: str = "subtract", normalisation: str = "none") -> pd.DataFrame:
    """Actors (rows, sorted) × positions (columns, sorted) from the rows of `position_matrix`.

    aggregation, with a = X_ij,agree and d = X_ij,disagree:
    - agree: a; who is for what.
    - disagree: d; who is against what.
    - subtract: a − d; where somebody stands on the whole. An actor as often for as against gets 0, as one who is
      silent does: look at `combine` beside it.
    - combine: 1 where only a > 0, 2 where only d > 0, 3 where both, 0 where neither; to find who contradicts himself.
    normalisation:
    - none: counts.
    - activity: each row divided by Σ_j (a + d) of its actor; so that the talkative do not outweigh the others: what
      share of an actor's words goes to a position.
    - prominence: each column divided by Σ_i (a + d) of its position; so that fashionable positions do not outweigh
      the others: what share of the words on a position is an actor's.
    Rounded to 6 decimals; 0 where nothing is divided by nothing. Raises ValueError for another name, and for `combine`
    with a normalisation, whose numbers are names of combinations.
    """
    _check(aggregation, TWO_MODE, "aggregation")
    _check(normalisation, TWO_MODE_NORMALISATIONS, "normalisation")
    if aggregation == "combine" and normalisation != "none":
        raise ValueError("combine gives names of combinations: they cannot be normalised")
    actors, positions, counts = _counts(matrix)
    agree, disagree = counts[..., 0], counts[..., 1]
    values = {
        "agree": agree,
        "disagree": disagree,
        "subtract": agree - disagree,
        "combine": (agree > 0) + 2.0 * (disagree > 0),
    }[aggregation]
    if normalisation == "activity":
        values = _divided(values, counts.sum(axis=(1, 2))[:, None])
    elif normalisation == "prominence":
        values = _divided(values, counts.sum(axis=(0, 2))[None, :])
    return _frame(values, actors, positions)


def one_mode(
    matrix: pd.DataFrame, of: str = "actors", aggregation: str = "congruence", normalisation: str = "none"
) -> pd.DataFrame:
    """Actors × actors (or `of` positions × positions, with both exchanged) from the rows of `position_matrix`.

    aggregation, for i ≠ i′ (the diagonal is 0):
    - congruence: Σ_j Σ_k X_ijk · X_i′jk; how often two take the same side: who could form a coalition.
    - conflict: Σ_j (X_ij,agree · X_i′j,disagree + X_ij,disagree · X_i′j,agree); how often they take opposite sides.
    - subtract: congruence − conflict; whether two are allies or opponents on the whole, 0 also where they have
      nothing to do with each other.
    normalisation, with n_i = Σ_jk X_ijk; each takes out that the talkative share more with everybody:
    - none.
    - average: divided by (n_i + n_i′) / 2, the average activity; the usual choice (Leifeld 2017).
    - jaccard: divided by m01 + m10 + m11, where m10 = Σ X_ijk over what i′ never voices, m01 the reverse, m11 =
      Σ X_ijk · X_i′jk; what share of all that either says both say: strict with who says much. (With counts above 1
      m11 holds products, as in DNA, and a conflict may exceed 1.)
    - cosine: divided by √Σ X_ijk² · √Σ X_i′jk², the cosine of two profiles; does not mind how much anybody says. (The
      program DNA 3 divides by n_i · n_i′ under this name; here it is the cosine of the literature.)
    Rounded to 6 decimals; 0 where the divisor is 0. Raises ValueError for another name.
    """
    _check(of, ("actors", "positions"), "of")
    _check(aggregation, ONE_MODE, "aggregation")
    _check(normalisation, ONE_MODE_NORMALISATIONS, "normalisation")
    actors, positions, counts = _counts(matrix)
    if of == "positions":
        actors, counts = positions, counts.transpose(1, 0, 2)
    profiles = counts.reshape(len(actors), 2 * counts.shape[1])
    crossed = counts[..., ::-1].reshape(profiles.shape)
    congruence, conflict = profiles @ profiles.T, profiles @ crossed.T
    values = {"congruence": congruence, "conflict": conflict, "subtract": congruence - conflict}[aggregation]
    values = _divided(values, _DIVISORS[normalisation](profiles))
    np.fill_diagonal(values, 0)
    return _frame(values, actors, actors)


def discourse_graph(square_or_table: pd.DataFrame) -> nx.Graph:
    """A network that `two_mode` or `one_mode` gave, as a graph to draw or export: an edge for each value but 0.

    Edge attributes: value; weight, its size; sign, +1 or −1. Node attribute `mode`: actor or position by the side of
    the table; in a one-mode network there is none. Nodes without an edge are kept.
    """
    graph = nx.Graph()
    one = square_or_table.index.equals(square_or_table.columns)
    for mode, names in (("actor", square_or_table.index), ("position", square_or_table.columns)):
        graph.add_nodes_from(sorted(names), **({} if one else {"mode": mode}))
    values = square_or_table.to_numpy()
    for i, j in zip(*np.nonzero(np.triu(values) if one else values), strict=True):
        value = float(values[i, j])
        ends = square_or_table.index[i], square_or_table.columns[j]
        graph.add_edge(*ends, value=value, weight=abs(value), sign=1 if value > 0 else -1)
    return graph


def _average(profiles: np.ndarray) -> np.ndarray:
    activity = profiles.sum(axis=1)
    return (activity[:, None] + activity[None, :]) / 2


def _jaccard(profiles: np.ndarray) -> np.ndarray:
    never = (profiles == 0).astype(float)
    only_first = profiles @ never.T
    return only_first + only_first.T + profiles @ profiles.T


def _cosine(profiles: np.ndarray) -> np.ndarray:
    length = np.sqrt((profiles**2).sum(axis=1))
    return np.outer(length, length)


def _none(profiles: np.ndarray) -> np.ndarray:
    return np.ones((len(profiles), len(profiles)))


_DIVISORS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "none": _none,
    "average": _average,
    "jaccard": _jaccard,
    "cosine": _cosine,
}


def _counts(matrix: pd.DataFrame) -> tuple[list[str], list[str], np.ndarray]:
    """Actors and positions with a side taken, sorted, and X as an array actors × positions × (agree, disagree)."""
    sided = matrix[(matrix["agree"] > 0) | (matrix["disagree"] > 0)]
    actors, positions = sorted(set(sided["actor_id"])), sorted(set(sided["position_id"]))
    row_of, column_of = ({name: i for i, name in enumerate(names)} for names in (actors, positions))
    counts = np.zeros((len(actors), len(positions), 2))
    for actor, position, agree, disagree in sided[["actor_id", "position_id", "agree", "disagree"]].itertuples(
        index=False
    ):
        counts[row_of[actor], column_of[position]] += agree, disagree
    return actors, positions, counts


def _divided(values: np.ndarray, by: np.ndarray) -> np.ndarray:
    whole = np.broadcast_to(by, values.shape)
    return np.divide(values, whole, out=np.zeros_like(values), where=whole != 0)


def _frame(values: np.ndarray, rows: list[str], columns: list[str]) -> pd.DataFrame:
    # "+ 0.0" makes −0.0 a plain 0.
    return pd.DataFrame(np.round(values, DECIMALS) + 0.0, index=rows, columns=columns)


def _check(value: str, known: tuple[str, ...], name: str) -> None:
    if value not in known:
        raise ValueError(f"{name} is one of {', '.join(known)}, not `{value}`")
