"""Who can decide a vote: Shapley–Shubik and Banzhaf indices, exact, for weighted rules and rules with vetoes.

A rule is a choice of alternatives, each a set of quotas that must all be reached: fifteen members of which five have a
veto are two quotas, the Council of the European Union's double majority two alternatives of two. Coalitions are counted
by generating functions (Mann & Shapley 1962): how many have so many members and so much of each weight. Members with
the same weights are of one type and computed once. Everybody votes yes or no: abstention is a no here.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import factorial

import numpy as np
import pandas as pd

SAFE = 62
"""Up to so many members a number of coalitions fits into 64 bits."""


@dataclass(frozen=True)
class Quota:
    """`least` of the sum of whole, non-negative weights is needed; a member not named weighs nothing."""

    weights: Mapping[str, int]
    least: int


@dataclass(frozen=True)
class Game:
    """A voting rule: a coalition wins where it reaches every quota of at least one alternative."""

    members: tuple[str, ...]
    alternatives: tuple[tuple[Quota, ...], ...]

    def wins(self, coalition: Collection[str]) -> bool:
        """Whether these members together decide."""
        return any(
            all(sum(quota.weights.get(member, 0) for member in coalition) >= quota.least for quota in alternative)
            for alternative in self.alternatives
        )


@dataclass(frozen=True)
class VotingPower:
    """The indices of one game.

    winning: how many coalitions win. indices: one row a member, in the game's order: member, swings (winning
    coalitions that lose without it), banzhaf (its share of all swings), shapley_shubik. exact: the latter as fractions.
    """

    winning: int
    indices: pd.DataFrame
    exact: Mapping[str, Fraction]


def voting_power(game: Game) -> VotingPower:
    """The indices of Shapley & Shubik (1954) and of Banzhaf (1965, normalised) for every member of a game.

    Raises ValueError for weights below 0, for a weight of somebody who is no member, and where no coalition wins or
    the empty one does.
    """
    quotas = _distinct_quotas(game)
    weights = {member: tuple(quota.weights.get(member, 0) for quota in quotas) for member in game.members}
    counts = _coalitions(list(weights.values()))
    wins = _winning_cells(game, quotas, counts.shape)
    winning = int(counts[wins].sum())
    if not winning or wins[(0,) * wins.ndim]:
        raise ValueError("no coalition decides, or the empty one does: correct the quotas")
    n = len(game.members)
    by_type = {kind: _swings(counts, wins, kind) for kind in sorted(set(weights.values()))}
    orders = [Fraction(factorial(size) * factorial(n - 1 - size), factorial(n)) for size in range(n)]
    shapley = {kind: sum(s * o for s, o in zip(swings, orders, strict=True)) for kind, swings in by_type.items()}
    swings = [sum(by_type[weights[member]]) for member in game.members]
    exact = {member: shapley[weights[member]] for member in game.members}
    columns = {
        "member": list(game.members),
        "swings": swings,
        "banzhaf": [float(Fraction(own, sum(swings))) for own in swings],
        "shapley_shubik": [float(exact[member]) for member in game.members],
    }
    return VotingPower(winning, pd.DataFrame(columns), exact)


def blocking_coalitions(game: Game, among: Collection[str] | None = None, largest: int = 4) -> list[tuple[str, ...]]:
    """The minimal coalitions without which the others cannot decide, the smallest first, each sorted.

    among: who could take part, by default every member; largest: so many members at most, since their number grows
    fast. None has another of the list inside it. Raises ValueError for somebody who is no member.
    """
    willing = sorted(game.members if among is None else among)
    strangers = sorted(set(willing) - set(game.members))
    if strangers:
        raise ValueError(f"no members: {', '.join(strangers)}")
    found: list[tuple[str, ...]] = []
    for size in range(1, largest + 1):
        smaller = [set(coalition) for coalition in found]
        for coalition in combinations(willing, size):
            if not any(inside <= set(coalition) for inside in smaller):
                if not game.wins([member for member in game.members if member not in coalition]):
                    found.append(coalition)
    return found


def _distinct_quotas(game: Game) -> list[Quota]:
    """The quotas whose weights are different ones; a weight of 1 for everybody is the number of members itself."""
    found: dict[tuple, Quota] = {}
    for quota in (quota for alternative in game.alternatives for quota in alternative):
        strangers = sorted(set(quota.weights) - set(game.members))
        if strangers or any(weight < 0 for weight in quota.weights.values()):
            raise ValueError(f"weights are whole numbers from 0, of members only: {strangers or dict(quota.weights)}")
        if not _counts_heads(game, quota):
            found.setdefault(_key(game, quota), quota)
    return list(found.values())


def _counts_heads(game: Game, quota: Quota) -> bool:
    return all(quota.weights.get(member, 0) == 1 for member in game.members)


def _key(game: Game, quota: Quota) -> tuple:
    return tuple(quota.weights.get(member, 0) for member in game.members)


def _coalitions(weights: list[tuple[int, ...]]) -> np.ndarray:
    """counts[size, w1, w2, …]: coalitions of so many members and so much weight, over all members."""
    totals = [sum(column) for column in zip(*weights, strict=True)]
    shape = (len(weights) + 1, *(total + 1 for total in totals))
    counts = np.zeros(shape, dtype=np.int64 if len(weights) <= SAFE else object)
    counts[(0,) * len(shape)] = 1
    for kind in weights:
        joined = counts[_room((1, *kind), shape)].copy()
        counts[_shifted((1, *kind))] += joined
    return counts


def _room(step: tuple[int, ...], shape: tuple[int, ...]) -> tuple[slice, ...]:
    """The cells from which a step stays inside."""
    return tuple(slice(0, size - by) for by, size in zip(step, shape, strict=True))


def _shifted(step: tuple[int, ...]) -> tuple[slice, ...]:
    return tuple(slice(by, None) for by in step)


def _winning_cells(game: Game, quotas: list[Quota], shape: tuple[int, ...]) -> np.ndarray:
    """For each cell of the counts, whether a coalition with this size and these weights wins."""
    axes = np.ogrid[tuple(slice(0, size) for size in shape)]
    places = {_key(game, quota): number + 1 for number, quota in enumerate(quotas)}
    wins = np.zeros(shape, dtype=bool)
    for alternative in game.alternatives:
        reached = np.ones(shape, dtype=bool)
        for quota in alternative:
            axis = 0 if _counts_heads(game, quota) else places[_key(game, quota)]
            reached = reached & (axes[axis] >= quota.least)
        wins |= reached
    return wins


def _swings(counts: np.ndarray, wins: np.ndarray, kind: tuple[int, ...]) -> list[int]:
    """By size of the coalition without a member of this type: how often its joining decides.

    The coalitions without it come from dividing its factor out of the generating function, size after size.
    """
    step = (1, *kind)
    without = counts.copy()
    for size in range(1, counts.shape[0]):
        without[(size, *_shifted(kind))] -= without[(size - 1, *_room(kind, counts.shape[1:]))]
    room = _room(step, counts.shape)
    decided = wins[_shifted(step)] & ~wins[room]
    by_size = np.where(decided, without[room], 0).reshape(counts.shape[0] - 1, -1).sum(axis=1)
    return [int(number) for number in by_size]
