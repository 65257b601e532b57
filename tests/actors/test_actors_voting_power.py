"""Voting power: the Security Council's published values, and every coalition of small games written out."""

from fractions import Fraction
from itertools import combinations
from math import factorial

import numpy as np
import pytest

from analysis.actors.voting_power import Game, Quota, blocking_coalitions, voting_power

PERMANENT = ("CHN", "FRA", "GBR", "RUS", "USA")
COUNCIL = (*PERMANENT, *(f"e{i}" for i in range(10)))
EVERYBODY = {member: 1 for member in COUNCIL}
VETO = {member: 1 for member in PERMANENT}


def brute_force(game):
    """Winning coalitions, swings and Shapley–Shubik values by listing every coalition."""
    n = len(game.members)
    swings = dict.fromkeys(game.members, 0)
    shapley = dict.fromkeys(game.members, Fraction(0))
    winning = 0
    for size in range(n + 1):
        for coalition in combinations(game.members, size):
            if not game.wins(coalition):
                continue
            winning += 1
            for member in coalition:
                if not game.wins([other for other in coalition if other != member]):
                    swings[member] += 1
                    shapley[member] += Fraction(factorial(size - 1) * factorial(n - size), factorial(n))
    return winning, swings, shapley


def test_security_council_as_published():
    """Shapley & Shubik 1954 for the Council of fifteen (Wolfram Demonstrations: [39; 7×5, 1×10]): 421/2145, 4/2145."""
    with_veto = Game(COUNCIL, ((Quota(EVERYBODY, 9), Quota(VETO, 5)),))
    weighted = Game(COUNCIL, ((Quota({m: 7 if m in PERMANENT else 1 for m in COUNCIL}, 39),),))
    for game in (with_veto, weighted):
        found = voting_power(game)
        assert found.winning == 848
        assert found.exact["RUS"] == Fraction(421, 2145) and found.exact["e3"] == Fraction(4, 2145)
        table = found.indices.set_index("member")
        assert (table.loc["USA", "swings"], table.loc["e0", "swings"]) == (848, 84)
        assert table.loc["CHN", "shapley_shubik"] == pytest.approx(0.1962703963, abs=1e-10)
        assert table.loc["e9", "shapley_shubik"] == pytest.approx(0.0018648019, abs=1e-10)
        assert table.loc["FRA", "banzhaf"] == pytest.approx(0.1669291339, abs=1e-10)
        assert table.loc["e5", "banzhaf"] == pytest.approx(0.0165354331, abs=1e-10)


def test_four_parties_by_hand():
    """[51; 50, 49, 1] (Straffin 1993): the smallest party has as much power as the second."""
    game = Game(("a", "b", "c"), ((Quota({"a": 50, "b": 49, "c": 1}, 51),),))
    assert voting_power(game).exact == {"a": Fraction(2, 3), "b": Fraction(1, 6), "c": Fraction(1, 6)}
    assert voting_power(game).indices["banzhaf"].tolist() == [0.6, 0.2, 0.2]


@pytest.mark.parametrize("seed", range(12))
def test_random_small_games_equal_brute_force(seed):
    draw = np.random.default_rng(seed)
    members = tuple("abcdefg"[: draw.integers(2, 8)])

    def quota():
        weights = {member: int(draw.integers(0, 6)) for member in members}
        return Quota(weights, int(draw.integers(1, max(2, sum(weights.values()) + 1))))

    heads = Quota(dict.fromkeys(members, 1), int(draw.integers(1, len(members) + 1)))
    game = Game(members, ((quota(), heads), (quota(), quota())))
    winning, swings, shapley = brute_force(game)
    if not winning:
        with pytest.raises(ValueError):
            voting_power(game)
        return
    found = voting_power(game)
    assert found.winning == winning and dict(found.exact) == shapley
    assert dict(zip(members, found.indices["swings"], strict=True)) == swings
    assert sum(found.exact.values()) == 1


def test_a_hundred_and_ninety_three_equal_members():
    members = tuple(f"m{i:03}" for i in range(193))
    found = voting_power(Game(members, ((Quota(dict.fromkeys(members, 1), 129),),)))
    assert set(found.exact.values()) == {Fraction(1, 193)}


@pytest.mark.parametrize("weights, least", [({"a": 1}, 2), ({"a": 1}, 0), ({"a": -1}, 1), ({"b": 1}, 1)])
def test_rules_that_decide_nothing_or_name_strangers_are_refused(weights, least):
    with pytest.raises(ValueError):
        voting_power(Game(("a",), ((Quota(weights, least),),)))


def test_blocking_coalitions_by_hand():
    game = Game(("a", "b", "c"), ((Quota({"a": 2, "b": 1, "c": 1}, 3),),))
    assert blocking_coalitions(game) == [("a",), ("b", "c")]
    assert blocking_coalitions(game, among=("b", "c")) == [("b", "c")]
    with pytest.raises(ValueError):
        blocking_coalitions(game, among=("d",))


def test_one_permanent_or_seven_elected_members_block_the_security_council():
    game = Game(COUNCIL, ((Quota(EVERYBODY, 9), Quota(VETO, 5)),))
    found = blocking_coalitions(game, largest=7)
    assert found[:5] == [(member,) for member in PERMANENT]
    assert {len(coalition) for coalition in found[5:]} == {7} and len(found) == 5 + 120
