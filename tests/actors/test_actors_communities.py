"""Communities against brute force, against a published division, and in any order of rows."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from signed_graphs import signed, table, tribes

from analysis.actors.communities import communities
from analysis.actors.network import network

WEIGHTS = st.sampled_from([0, 0, 0, 1, 2, 5])
PAIRS = list(combinations("abcdef", 2))
ROWS = st.lists(st.tuples(WEIGHTS, WEIGHTS), min_size=len(PAIRS), max_size=len(PAIRS)).map(
    lambda both: [(a, b, good, bad) for (a, b), (good, bad) in zip(PAIRS, both, strict=True) if good or bad]
)


def divisions(actors):
    """Every way to divide a list into groups."""
    if not actors:
        yield []
        return
    for rest in divisions(actors[1:]):
        yield [[actors[0]], *rest]
        for i, group in enumerate(rest):
            yield [*rest[:i], [actors[0], *group], *rest[i + 1 :]]


def modularity(rows, groups):
    """Gómez et al. (2009), eq. 12, term by term."""
    total = 0.0
    good = {(a, b): w for x, y, w, _ in rows for a, b in ((x, y), (y, x))}
    bad = {(a, b): w for x, y, _, w in rows for a, b in ((x, y), (y, x))}
    whole_good, whole_bad = sum(good.values()), sum(bad.values())
    for group in groups:
        for i in group:
            for j in group:
                value = good.get((i, j), 0) - bad.get((i, j), 0)
                if whole_good:
                    strengths = [sum(w for (a, _), w in good.items() if a == k) for k in (i, j)]
                    value -= strengths[0] * strengths[1] / whole_good
                if whole_bad:
                    strengths = [sum(w for (a, _), w in bad.items() if a == k) for k in (i, j)]
                    value += strengths[0] * strengths[1] / whole_bad
                total += value
    return total / (whole_good + whole_bad)


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_exact_equals_brute_force_and_the_search_is_never_better(rows):
    graph = network(table(rows))
    exact, found = communities(graph), communities(graph, exact_up_to=0)
    actors = sorted({actor for row in rows for actor in row[:2]})
    if not rows:
        assert exact.modularity is None and exact.groups == ()
        return
    best = max(modularity(rows, groups) for groups in divisions(actors))
    assert exact.exact and exact.modularity == pytest.approx(best, abs=1e-6)
    assert modularity(rows, exact.groups) == pytest.approx(best, abs=1e-6)
    assert not found.exact and found.modularity <= exact.modularity + 1e-6
    assert modularity(rows, found.groups) == pytest.approx(found.modularity, abs=1e-6)
    assert sorted(sum(exact.groups, ())) == actors


@settings(max_examples=30, deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(rows, random):
    other = [(b, a, good, bad) if random.random() < 0.5 else (a, b, good, bad) for a, b, good, bad in rows]
    random.shuffle(other)
    for limit in (0, 12):
        assert communities(network(table(rows)), limit) == communities(network(table(other)), limit)


def test_the_highland_tribes_fall_into_the_three_groups_of_hage_and_harary():
    """The clusterable signed graph of Hage & Harary (1983); the same blocks as R `signnet` gives for k = 3."""
    found = communities(signed(tribes()))
    assert {frozenset(group) for group in found.groups} == {
        frozenset("gavev kotun nagad gama".split()),
        frozenset("ove alika gahuk masil ukudz geham asaro".split()),
        frozenset("nagam notoh kohik uheto seuve".split()),
    }
    assert communities(signed(tribes()), exact_up_to=16).groups == found.groups


def test_foes_whom_a_common_friend_joins_stand_apart():
    found = communities(network(table([("usa", "a", 5, 0), ("usa", "b", 4, 0), ("a", "b", 0, 9), ("x", "y", 0, 0)])))
    assert found.group_of["a"] != found.group_of["b"]
    assert found.alone == ("x", "y")


def test_who_shares_only_foes_with_his_community_is_named():
    rows = [
        ("rus", "prk", 9, 0),
        ("kor", "jpn", 5, 0),
        ("kor", "prk", 0, 3),
        ("ukr", "rus", 0, 9),
        ("jpn", "rus", 0, 1),
    ]
    found = communities(network(table(rows)))
    assert found.groups == (("jpn", "kor", "ukr"), ("prk", "rus")) and found.by_common_foes == ("ukr",)
    assert communities(network(table([("a", "b", 0, 5)]))).by_common_foes == ()
