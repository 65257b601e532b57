"""Structural balance: is the enemy of my enemy my friend? Triangles, walks, and how few ties stand in the way."""

from dataclasses import dataclass
from itertools import combinations

import networkx as nx
import numpy as np

from analysis.actors.frustration import frustrated, frustration_bounds
from analysis.actors.network import DECIMALS, signed_ties

EXACT_UP_TO = 20


@dataclass(frozen=True)
class Balance:
    """Triangles of actors that are all tied, and how many of them are balanced; share is None without triangles."""

    triangles: int
    balanced: int
    share: float | None


@dataclass(frozen=True)
class Frustration:
    """How far a network is from two camps, friends within and foes across.

    ties: pairs with a sign. at_most, at_least: bounds of the frustration index; equal, and `exact`, where it is known.
    balance: 1 − 2·at_most/ties, None without ties; a lower bound where the index is only bounded. camps: the two
    camps of the division found, the one with the first actor first. against: the ties at odds with that division,
    `at_most` of them; where not exact, a better division may exist, and there may be others as good.
    """

    ties: int
    at_most: int
    at_least: int
    balance: float | None
    camps: tuple[tuple[str, ...], tuple[str, ...]]
    against: tuple[tuple[str, str], ...]

    @property
    def exact(self) -> bool:
        """Whether the index is known and not only bounded."""
        return self.at_most == self.at_least


def balanced_triangles(graph: nx.DiGraph) -> Balance:
    """Share of triangles whose three signs multiply to plus (Cartwright & Harary 1956).

    Only here and in the other measures of balance a pair gets one sign: that of cooperation minus conflict, both
    directions together; a pair that comes out at zero has none and closes no triangle.
    """
    ties = signed_ties(graph)
    triangles = list(_triangles(ties))
    balanced = sum(ties[a, b] * ties[a, c] * ties[b, c] > 0 for a, b, c in triangles)
    share = round(balanced / len(triangles), DECIMALS) if triangles else None
    return Balance(len(triangles), balanced, share)


def frustration_index(graph: nx.DiGraph, exact_up_to: int = EXACT_UP_TO) -> Frustration:
    """The fewest ties whose removal leaves two camps with friends within and foes across (Aref & Wilson 2019).

    L = min over divisions of (hostile ties inside a camp + friendly ties across); balance 1 − 2L/m. Exact where no
    part of the network that hangs together, once the actors with a single tie are set aside (these never stand in the
    way), has more than `exact_up_to` actors; otherwise at_most comes from a local search that always starts from the
    same divisions, and at_least from unbalanced triangles without a common tie.
    """
    ties = signed_ties(graph)
    side, at_least = frustration_bounds(ties, exact_up_to)
    against = tuple(pair for pair in sorted(ties) if frustrated(ties, side, pair))
    camps = tuple(tuple(sorted(actor for actor in side if side[actor] == which)) for which in (1, -1))
    camps = tuple(sorted(camps, key=lambda camp: (not camp, camp)))
    balance = round(1 - 2 * len(against) / len(ties), DECIMALS) if ties else None
    return Frustration(len(ties), len(against), at_least, balance, camps, against)


def walk_balance(graph: nx.DiGraph) -> float | None:
    """tr exp(A) / tr exp(|A|) over the actors with a tie (Estrada & Benzi 2014); None without ties.

    A is the symmetric matrix of signs. Closed walks of every length count, the shorter the more: 1 where all of them
    have an even number of hostile steps. Falls with the number of ties too, so compare only networks of like size.
    """
    ties = signed_ties(graph)
    actors = sorted({actor for pair in ties for actor in pair})
    if not actors:
        return None
    place = {actor: i for i, actor in enumerate(actors)}
    signs = np.zeros((len(actors), len(actors)))
    for (a, b), sign in ties.items():
        signs[place[a], place[b]] = signs[place[b], place[a]] = sign
    signed, plain = np.linalg.eigvalsh(signs), np.linalg.eigvalsh(np.abs(signs))
    # Both sums are divided by the largest term, which would overflow in a large network.
    return round(float(np.exp(signed - plain.max()).sum() / np.exp(plain - plain.max()).sum()), DECIMALS)


def _triangles(ties: dict[tuple[str, str], int]):
    """Triples in sorted order whose three pairs all have a sign."""
    later: dict[str, list[str]] = {}
    for a, b in sorted(ties):
        later.setdefault(a, []).append(b)
    for a in sorted(later):
        yield from ((a, b, c) for b, c in combinations(later[a], 2) if (b, c) in ties)
