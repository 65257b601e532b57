"""MACTOR: who influences whom, who wants what, who can ally with whom (Godet 1991; LIPSOR's software of that name).

Two matrices of the analyst are all it takes: how directly each actor influences each other one, and how much each actor
is for or against each objective. Everything else follows and is returned, so that each number can be followed up.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

ORDERS = (1, 2, 3)
"""1: for or against; 2: and how strongly; 3: and how strongly, by an actor of this competitiveness."""


@dataclass(frozen=True)
class Mactor:
    """All tables of the method, labelled by actor and objective.

    midi: direct and indirect influence, actor (row) on actor (column); its diagonal is the actor's influence on itself
    through others. mmidi: the strongest path of at most two steps instead of their sum. actors: one row each: influence
    (of the actor on others), dependence, competitiveness (R), influence_mmidi, dependence_mmidi, competitiveness_mmidi
    (Q), net_influence; R and Q average 1. net_influence: midi minus its transpose. Keyed by order 1, 2, 3: positions
    (MAO: actor × objective), convergence and divergence (CAA, DAA: actor × actor, symmetric), ambivalence (by actor, 0:
    the same side or opposite sides throughout, 1: as much of both; NaN for an actor that shares no objective), degree
    of convergence (0–1, NaN where nobody shares an objective). mobilisation_actors: Σ|3MAO| over objectives.
    mobilisation_objectives: objective: mobilisation, for, against.
    """

    midi: pd.DataFrame
    mmidi: pd.DataFrame
    actors: pd.DataFrame
    net_influence: pd.DataFrame
    positions: Mapping[int, pd.DataFrame]
    convergence: Mapping[int, pd.DataFrame]
    divergence: Mapping[int, pd.DataFrame]
    ambivalence: Mapping[int, pd.Series]
    degree_of_convergence: Mapping[int, float]
    mobilisation_actors: pd.Series
    mobilisation_objectives: pd.DataFrame


def mactor(influences: pd.DataFrame, objectives: pd.DataFrame) -> Mactor:
    """The tables of MACTOR from its two matrices.

    influences (MID): actor × actor, 0 (none) to 4 (can decide over the other's existence), diagonal 0. objectives
    (2MAO): actor × objective, −4 (opposed with everything) to 4 (in favour with everything), 0 indifferent. Raises
    ValueError, saying which cell, where they are not of that form, where nobody influences anybody, and where everybody
    depends on the others as much as he influences them (two actors alone always do).
    """
    names = _checked(influences, objectives)
    mid = influences.to_numpy(dtype=float)
    shared = np.minimum(mid[:, :, None], mid[None, :, :])  # a, c, b: what passes from a through c to b
    midi = mid + shared.sum(axis=1)
    mmidi = np.maximum(mid, shared.max(axis=1))
    np.fill_diagonal(mmidi, 0)
    by_midi, by_mmidi = _competitiveness(midi), _competitiveness(mmidi)
    strong = objectives.astype(float)
    positions = {1: np.sign(strong), 2: strong, 3: strong.mul(by_midi["competitiveness"], axis=0)}
    convergence = {order: _shared_objectives(positions[order], same=True) for order in ORDERS}
    divergence = {order: _shared_objectives(positions[order], same=False) for order in ORDERS}
    return Mactor(
        midi=pd.DataFrame(midi, names, names),
        mmidi=pd.DataFrame(mmidi, names, names),
        actors=pd.DataFrame(
            {
                **by_midi,
                **{f"{name}_mmidi": values for name, values in by_mmidi.items()},
                "net_influence": (midi - midi.T).sum(axis=1),
            },
            names,
        ),
        net_influence=pd.DataFrame(midi - midi.T, names, names),
        positions=positions,
        convergence=convergence,
        divergence=divergence,
        ambivalence={order: _ambivalence(convergence[order], divergence[order]) for order in ORDERS},
        degree_of_convergence={order: _degree(convergence[order], divergence[order]) for order in ORDERS},
        mobilisation_actors=positions[3].abs().sum(axis=1),
        mobilisation_objectives=pd.DataFrame(
            {
                "mobilisation": positions[3].abs().sum(),
                "for": positions[3].clip(lower=0).sum(),
                "against": positions[3].clip(upper=0).sum(),
            }
        ),
    )


def _checked(influences: pd.DataFrame, objectives: pd.DataFrame) -> pd.Index:
    """The actors' names. Raises ValueError for matrices that are none of the method's."""
    names = influences.index
    if list(names) != list(influences.columns) or list(names) != list(objectives.index):
        raise ValueError("influences must be square, and both matrices must name the same actors in the same order")
    if not names.is_unique or not objectives.columns.is_unique or not len(names) or not len(objectives.columns):
        raise ValueError("actors and objectives need a name each, and there must be some")
    for table, low, high in ((influences, 0, 4), (objectives, -4, 4)):
        for row, values in table.iterrows():
            for column, value in values.items():
                if not isinstance(value, int | float | np.number) or not low <= value <= high:
                    raise ValueError(f"{row} × {column}: {value} is no number from {low} to {high}")
    own = [name for name in names if influences.loc[name, name] != 0]
    if own:
        raise ValueError(f"{', '.join(map(str, own))}: an actor's influence on itself is 0")
    if not influences.to_numpy().any():
        raise ValueError("nobody influences anybody")
    return names


def _competitiveness(paths: np.ndarray) -> dict[str, np.ndarray]:
    """Influence, dependence and the coefficient that averages 1; an actor outside every path has 0."""
    own = np.diag(paths)
    influence, dependence = paths.sum(axis=1) - own, paths.sum(axis=0) - own
    both = influence + dependence
    share = np.divide(influence, both, out=np.zeros_like(both), where=both > 0)
    raw = (influence - own) / influence.sum() * share
    # an actor's influence on itself through others is a dependence: raw can be negative, and is kept so
    if not raw.sum() > 0:
        raise ValueError("competitiveness is not defined: the actors depend on each other as much as they influence")
    return {"influence": influence, "dependence": dependence, "competitiveness": len(raw) * raw / raw.sum()}


def _shared_objectives(positions: pd.DataFrame, *, same: bool) -> pd.DataFrame:
    """CAA or DAA: mean strength of two actors over the objectives on which they stand on the same or opposite sides."""
    values = positions.to_numpy()
    product = values[:, None, :] * values[None, :, :]
    strength = (np.abs(values)[:, None, :] + np.abs(values)[None, :, :]) / 2
    table = np.where(product > 0 if same else product < 0, strength, 0).sum(axis=2)
    np.fill_diagonal(table, 0)
    return pd.DataFrame(table, positions.index, positions.index)


def _ambivalence(convergence: pd.DataFrame, divergence: pd.DataFrame) -> pd.Series:
    total = (convergence + divergence).sum(axis=1)
    return 1 - (convergence - divergence).abs().sum(axis=1) / total.where(total > 0)


def _degree(convergence: pd.DataFrame, divergence: pd.DataFrame) -> float:
    together, apart = convergence.to_numpy().sum(), divergence.to_numpy().sum()
    return float(together / (together + apart)) if together + apart > 0 else float("nan")
