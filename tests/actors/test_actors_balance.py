"""Balance: published figures of the Highland tribes, triads by Heider, derivations, brute force."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from signed_graphs import signed, table, tribes

from analysis.actors.balance import balanced_triangles, frustration_index, walk_balance
from analysis.actors.network import network

NAMES = "abcdefg"
PAIRS = list(combinations(NAMES, 2))
GRAPHS = st.lists(st.sampled_from([-1, 0, 0, 1]), min_size=len(PAIRS), max_size=len(PAIRS)).map(
    lambda signs: {pair: sign for pair, sign in zip(PAIRS, signs, strict=True) if sign}
)


def brute_frustration(ties):
    """The fewest ties at odds with any division, by trying all of them."""
    actors = sorted({actor for pair in ties for actor in pair})
    best = len(ties)
    for sides in product((1, -1), repeat=len(actors)):
        side = dict(zip(actors, sides, strict=True))
        best = min(best, sum(sign * side[a] * side[b] < 0 for (a, b), sign in ties.items()))
    return best


def test_the_highland_tribes_have_the_published_frustration_index():
    """Read's tribes (16, 58 ties): L = 7, so balance 1 − 14/58, as Aref & Wilson (2019) and R `signnet` give it."""
    ties = tribes()
    assert len(ties) == 58 and sum(sign > 0 for sign in ties.values()) == 29
    found = frustration_index(signed(ties))
    assert (found.ties, found.at_most, found.exact) == (58, 7, True)
    assert found.balance == pytest.approx(0.7586207, abs=1e-6)
    assert len(found.against) == 7 and sorted(sum(found.camps, ())) == sorted({a for pair in ties for a in pair})


def test_the_highland_tribes_have_the_published_shares():
    """R `signnet` (Schoch), vignette on structural balance: triangles 0.8676471, walks 0.3575761."""
    graph = signed(tribes())
    triangles = balanced_triangles(graph)
    assert (triangles.triangles, triangles.balanced) == (68, 59)
    assert triangles.share == pytest.approx(0.8676471, abs=1e-6)
    assert walk_balance(graph) == pytest.approx(0.3575761, abs=1e-6)


@pytest.mark.parametrize("signs, balanced", [("+++", True), ("+--", True), ("++-", False), ("---", False)])
def test_heiders_triads(signs, balanced):
    ties = {pair: 1 if sign == "+" else -1 for pair, sign in zip(combinations("abc", 2), signs, strict=True)}
    graph = signed(ties)
    found = frustration_index(graph)
    assert balanced_triangles(graph).balanced == found.exact * balanced
    assert found.at_most == (0 if balanced else 1)
    assert (walk_balance(graph) == 1) is balanced


@pytest.mark.parametrize("size", range(2, 13))
def test_all_against_all(size):
    """Complete and all hostile: the best camps are two halves, L = C(⌊n/2⌋, 2) + C(⌈n/2⌉, 2)."""
    ties = dict.fromkeys(combinations("abcdefghijkl"[:size], 2), -1)
    low, high = size // 2, size - size // 2
    assert frustration_index(signed(ties)).at_most == low * (low - 1) // 2 + high * (high - 1) // 2


@given(GRAPHS)
def test_the_exact_index_equals_brute_force_and_the_bounds_hold(ties):
    graph, truth = signed(ties), brute_frustration(ties)
    exact, bounded = frustration_index(graph), frustration_index(graph, exact_up_to=0)
    assert exact.exact and exact.at_most == truth
    assert bounded.at_least <= truth <= bounded.at_most
    assert len(bounded.against) == bounded.at_most
    side = {actor: camp for camp, actors in enumerate(exact.camps) for actor in actors}
    at_odds = {(a, b) for (a, b), sign in ties.items() if (side[a] == side[b]) != (sign > 0)}
    assert at_odds == set(exact.against)


@given(GRAPHS)
def test_walks_equal_the_power_series(ties):
    actors = sorted({actor for pair in ties for actor in pair})
    signs = np.zeros((len(actors), len(actors)))
    for (a, b), sign in ties.items():
        signs[actors.index(a), actors.index(b)] = signs[actors.index(b), actors.index(a)] = sign

    def trace_of_exponential(matrix):
        term, total = np.eye(len(actors)), np.eye(len(actors))
        for k in range(1, 60):
            term = term @ matrix / k
            total = total + term
        return np.trace(total)

    expected = trace_of_exponential(signs) / trace_of_exponential(abs(signs)) if ties else None
    assert walk_balance(signed(ties)) == (pytest.approx(expected, abs=2e-6) if ties else None)


@given(GRAPHS)
def test_triangles_equal_brute_force(ties):
    signs = [
        [ties[pair] for pair in combinations(three, 2)]
        for three in combinations(NAMES, 3)
        if all(pair in ties for pair in combinations(three, 2))
    ]
    found = balanced_triangles(signed(ties))
    assert (found.triangles, found.balanced) == (len(signs), sum(np.prod(three) > 0 for three in signs))


def test_a_large_network_gets_bounds_and_says_so():
    actors = [f"a{i:02}" for i in range(30)]
    ties = dict.fromkeys(combinations(actors, 2), -1)
    found = frustration_index(signed(ties))
    assert not found.exact and found.at_least < found.at_most == 2 * (15 * 14 // 2)
    camps = {pair: 1 if (pair[0] < "a15") == (pair[1] < "a15") else -1 for pair in ties}
    balanced = frustration_index(signed(camps))
    assert balanced.exact and balanced.balance == 1 and balanced.camps[0] == tuple(actors[:15])


def test_actors_of_one_tie_do_not_make_a_network_too_large():
    ties = {("a", "b"): -1, ("b", "c"): -1, ("a", "c"): -1} | {("a", f"x{i:02}"): -1 for i in range(40)}
    found = frustration_index(signed(ties), exact_up_to=3)
    assert found.exact and found.at_most == 1 and found.ties == 43


def test_a_pair_gets_the_sign_of_its_balance_and_none_at_zero():
    rows = [("a", "b", 3, 1), ("b", "a", 0, 2), ("b", "c", 1, 0), ("c", "b", 0, 4), ("a", "c", 0, 1)]
    found = frustration_index(network(table(rows)))
    assert found.ties == 2 and found.camps == (("a", "b"), ("c",))


def test_nothing_is_no_number():
    graph = network(table([]))
    assert frustration_index(graph).balance is None and walk_balance(graph) is None
