"""Communities that respect signs: who cooperates more, and clashes less, than their activity would lead one to expect.

Signed modularity (Gómez, Jensen & Arenas 2009) and not the plain one on friendly ties: two actors whom only a common
friend joins, and who are at war, belong apart.
"""

from dataclasses import dataclass

import networkx as nx
import numpy as np

from analysis.actors.network import DECIMALS, two_sided

EXACT_UP_TO = 12
_GAIN = 1e-9  # what is less is rounding


@dataclass(frozen=True)
class Communities:
    """groups: the largest first, equal ones by their first actor; alone: actors without a weighted tie.

    modularity: of this division, −1 … 1, None without ties. exact: whether no division has a higher one; else it is
    the best that a search found. by_common_foes: actors who cooperate with nobody of their community: what they have
    in common with it is whom they clash with, which makes no alliance.
    """

    groups: tuple[tuple[str, ...], ...]
    alone: tuple[str, ...]
    modularity: float | None
    exact: bool
    by_common_foes: tuple[str, ...] = ()

    @property
    def group_of(self) -> dict[str, int]:
        """Actor -> number of his community, from 1; actors without a tie are missing."""
        return {actor: number for number, group in enumerate(self.groups, start=1) for actor in group}


def communities(graph: nx.DiGraph, exact_up_to: int = EXACT_UP_TO) -> Communities:
    """The division of the actors with the highest signed modularity.

    Q = 1/(2w⁺ + 2w⁻) · Σ_ij [ w_ij − ( w⁺_i·w⁺_j / 2w⁺ − w⁻_i·w⁻_j / 2w⁻ ) ] · δ(C_i, C_j), Gómez, Jensen & Arenas
    (2009, eq. 12). w⁺: weighted cooperation, w⁻: weighted conflict of a pair, both directions together and never
    netted before they are compared with what chance would give; w_ij = w⁺_ij − w⁻_ij. Exact (branch and bound) up to
    `exact_up_to` actors with a tie, otherwise joining communities and moving single actors while Q grows. The order
    of rows changes nothing: actors are taken in the order of their strength and their identifiers.
    """
    ties = two_sided(graph)
    actors = _by_strength(ties)
    alone = tuple(sorted(set(graph) - set(actors)))
    if not actors:
        return Communities((), alone, None, True)
    gains, total = _gains(actors, ties)
    division = _moved(gains, _joined(gains))
    exact = len(actors) <= exact_up_to
    if exact:
        division = _best(gains, division)
    groups = [tuple(sorted(actors[i] for i in np.flatnonzero(division == c))) for c in sorted(set(division.tolist()))]
    quality = round(_quality(gains, division) / total, DECIMALS) + 0.0
    groups = tuple(sorted(groups, key=lambda group: (-len(group), group)))
    return Communities(groups, alone, quality, exact, _by_common_foes(groups, ties))


def _by_common_foes(
    groups: tuple[tuple[str, ...], ...], ties: dict[tuple[str, str], tuple[float, float]]
) -> tuple[str, ...]:
    group_of = {actor: number for number, group in enumerate(groups) for actor in group}
    helped = {
        actor for pair, (good, _) in ties.items() for actor in pair if good and len({*map(group_of.get, pair)}) == 1
    }
    return tuple(sorted(actor for group in groups if len(group) > 1 for actor in group if actor not in helped))


def _by_strength(ties: dict[tuple[str, str], tuple[float, float]]) -> list[str]:
    strength: dict[str, float] = {}
    for pair, (good, bad) in ties.items():
        for actor in pair:
            strength[actor] = strength.get(actor, 0.0) + good + bad
    return sorted(strength, key=lambda actor: (-round(strength[actor], DECIMALS), actor))


def _gains(actors: list[str], ties: dict[tuple[str, str], tuple[float, float]]) -> tuple[np.ndarray, float]:
    """The matrix in brackets, and 2w⁺ + 2w⁻."""
    place = {actor: i for i, actor in enumerate(actors)}
    matrices = np.zeros((2, len(actors), len(actors)))
    for (a, b), both in ties.items():
        matrices[:, place[a], place[b]] = matrices[:, place[b], place[a]] = both
    gains = np.zeros_like(matrices[0])
    for matrix, factor in zip(matrices, (1, -1), strict=True):
        if (whole := matrix.sum()) > 0:
            strength = matrix.sum(axis=1)
            gains += factor * (matrix - np.outer(strength, strength) / whole)
    return gains, float(matrices.sum())


def _quality(gains: np.ndarray, division: np.ndarray) -> float:
    return float(gains[division[:, None] == division[None, :]].sum())


def _joined(gains: np.ndarray) -> np.ndarray:
    """Everybody alone at first; then always the two communities whose union gains most, while one gains."""
    between, division = gains.copy(), np.arange(len(gains))
    np.fill_diagonal(between, -np.inf)
    while between.max() > _GAIN:
        first, second = sorted(divmod(int(between.argmax()), len(gains)))
        division[division == second] = first
        between[first] += between[second]
        between[:, first] += between[:, second]
        between[second] = between[:, second] = between[first, first] = -np.inf
    return division


def _moved(gains: np.ndarray, division: np.ndarray) -> np.ndarray:
    """Single actors change to the community, or to one of their own, that gains most, until none gains."""
    division, moving = division.copy(), True
    while moving:
        moving = False
        for i in range(len(gains)):
            here = division[i]
            division[i] = -1
            to = np.bincount(division[division >= 0], weights=gains[i][division >= 0], minlength=len(gains))
            empty = next(c for c in range(len(gains)) if not (division == c).any())
            choices = sorted({*division[division >= 0].tolist(), empty})
            best = max(choices, key=lambda c: (round(to[c], 9), -c))
            better = to[best] > to[here] + _GAIN
            division[i] = best if better else here
            moving = moving or better
    return division


def _best(gains: np.ndarray, found: np.ndarray) -> np.ndarray:
    """The division of the highest quality, `found` where none is higher: branch and bound over set partitions.

    Actors are placed one after another into a community begun before or a new one; a branch is cut where even all
    gains above 0 of those still to come would not beat the best.
    """
    size = len(gains)
    # What placing actor i, and all after him, can add at the most.
    room = [float(np.maximum(gains[i, :i], 0).sum()) for i in range(size)]
    left = np.append(np.cumsum(room[::-1])[::-1], 0.0)
    best, most = found.copy(), (_quality(gains, found) - float(np.trace(gains))) / 2
    division = np.zeros(size, dtype=int)

    def place(i: int, begun: int, value: float) -> None:
        nonlocal best, most
        if value + left[i] <= most + _GAIN:
            return
        if i == size:
            best, most = division.copy(), value
            return
        to = np.bincount(division[:i], weights=gains[i, :i], minlength=begun + 1)
        for community in sorted(range(begun + 1), key=lambda c: (-round(float(to[c]), 9), c)):
            division[i] = community
            place(i + 1, max(begun, community + 1), value + float(to[community]))

    place(0, 0, 0.0)
    return best
