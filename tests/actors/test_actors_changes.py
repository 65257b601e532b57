"""Changes between periods: by hand, and the comparison of divisions against brute force and known identities."""

from itertools import permutations
from math import log

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from signed_graphs import table

from analysis.actors.changes import community_change, dyad_changes

ACTORS = "abcdefgh"
DIVISIONS = st.lists(st.integers(0, 3), min_size=len(ACTORS), max_size=len(ACTORS)).map(
    lambda groups: dict(zip(ACTORS, groups, strict=True))
)


def periods(**rows_of):
    """Dyads by period, one keyword a period ("p" and its digits)."""
    frames = [table(rows).assign(period=name[1:].replace("_", "-")) for name, rows in rows_of.items()]
    return pd.concat(frames, ignore_index=True)


def test_pairs_that_appear_vanish_and_change():
    by_period = periods(
        p2024_02=[("a", "b", 1, 2), ("c", "d", 3, 0), ("e", "f", 0, 1), ("g", "h", 0, 4)],
        p2024_01=[("a", "b", 1, 0), ("c", "d", 2, 0), ("e", "f", 0, 1), ("x", "y", 1, 0)],
        p=[("a", "b", 9, 9)],
    )
    found = dyad_changes(by_period)
    assert found[["source", "target", "change", "sign_before", "sign_after"]].values.tolist() == [
        ["a", "b", "sign", "cooperation", "both"],
        ["c", "d", "weight", "cooperation", "cooperation"],
        ["g", "h", "appeared", "", "conflict"],
        ["x", "y", "vanished", "cooperation", ""],
    ]
    assert set(found["before"]) == {"2024-01"} and set(found["after"]) == {"2024-02"}
    assert found.iloc[0][["conflict_before", "conflict_after"]].tolist() == [0, 2]
    assert found.iloc[2]["event_ids_before"] == "" and found.iloc[2]["event_ids_after"] == "ev-3"
    assert dyad_changes(by_period.iloc[::-1]).equals(found)


def test_one_period_is_no_change():
    assert dyad_changes(periods(p2024=[("a", "b", 1, 0)])).empty
    assert dyad_changes(periods(p2024=[("a", "b", 1, 0)], p2025=[("a", "b", 1, 0)])).empty


def test_a_pair_that_turns_into_a_mere_recommendation_changes_sign():
    found = dyad_changes(periods(p2024=[("a", "b", 1, 0)], p2025=[("a", "b", 0, 0)]))
    assert found[["change", "sign_after"]].values.tolist() == [["sign", "none"]]


def test_variation_of_information_by_hand():
    """Meilă (2007): one group of four against two of two differ by H = log 2; halves that cross, by 2 log 2."""
    whole, halves, crossed = dict.fromkeys("abcd", 1), dict(a=1, b=1, c=2, d=2), dict(a=1, b=2, c=1, d=2)
    assert community_change(whole, halves).variation == pytest.approx(log(2), abs=1e-6)
    assert community_change(halves, crossed).variation == pytest.approx(2 * log(2), abs=1e-6)
    assert community_change(halves, crossed).relative == 1
    assert community_change(whole, {**whole, "e": 1}).joined == ("e",)
    assert community_change({}, whole).variation is None


def test_who_moved():
    before = dict(a=1, b=1, c=1, d=2, e=2)
    after = dict(a="x", b="x", c="y", d="y", e="y", f="y")
    found = community_change(before, after)
    assert (found.common, found.moved, found.joined, found.left) == (5, ("c",), ("f",), ())


@given(DIVISIONS, DIVISIONS, DIVISIONS)
def test_it_is_a_metric_and_the_fewest_move(one, two, three):
    def variation(first, second):
        return community_change(first, second).variation

    assert variation(one, one) == 0 and variation(one, two) == variation(two, one)
    assert variation(one, three) <= variation(one, two) + variation(two, three) + 2e-6
    renamed = {actor: f"group {group}" for actor, group in two.items()}
    assert community_change(one, renamed).variation == variation(one, two)
    kept = max(sum(order[one[a]] == two[a] for a in ACTORS) for order in permutations(range(4)))
    assert len(community_change(one, two).moved) == len(ACTORS) - kept
