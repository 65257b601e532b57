"""The headline forecast: the European Union's car emissions as published, bounds against every corner."""

from itertools import product
from math import isnan

import numpy as np
import pandas as pd
import pytest

from analysis.actors.forecast import forecast, weighted_mean, weighted_median

CAR_EMISSIONS = pd.DataFrame(
    [
        ("Netherlands", 0.08, 4, 0.8),
        ("Belgium", 0.08, 7, 0.4),
        ("Luxembourg", 0.03, 4, 0.2),
        ("Germany", 0.16, 4, 0.8),
        ("France", 0.16, 10, 0.6),
        ("Italy", 0.16, 10, 0.6),
        ("UK", 0.16, 10, 0.9),
        ("Ireland", 0.05, 7, 0.1),
        ("Denmark", 0.05, 4, 1.0),
        ("Greece", 0.08, 7, 0.7),
    ],
    columns=["actor_id", "capability", "position", "salience"],
)
"""Bueno de Mesquita 1994, p. 78 (Scholz, Calbert & Smith 2011, table 1): years until emission standards apply."""

COLUMNS = ["actor_id", "position", "salience", "capability"]


def test_car_emissions_of_bueno_de_mesquita_1994():
    found = forecast(CAR_EMISSIONS)
    assert found.mean == pytest.approx(7.389955686853767, abs=1e-12) and found.median == 7
    assert (found.mean_low, found.median_high) == (found.mean, 7)
    assert found.weights["weight"].sum() == pytest.approx(0.677)
    mass = found.weights.groupby("position")["weight"].sum()
    assert mass.to_dict() == pytest.approx({4: 0.248, 7: 0.093, 10: 0.336})
    assert found.weights["actor_id"].iloc[0] == "UK" and found.left_out.empty


def test_the_median_wins_every_pairwise_vote_of_the_published_example():
    """Scholz et al. 2011, linear votes over a range of 6: 7 beats 4 by 0.0905 and 10 by 0.0025, 10 beats 4 by 0.088."""

    def vote(first, second):
        gain = (CAR_EMISSIONS["position"] - second).abs() - (CAR_EMISSIONS["position"] - first).abs()
        return (CAR_EMISSIONS["capability"] * CAR_EMISSIONS["salience"] * gain / 6).sum()

    assert (vote(7, 4), vote(7, 10), vote(10, 4)) == pytest.approx((0.0905, 0.0025, 0.088))


def test_half_of_the_weight_on_either_side_of_a_gap():
    assert weighted_median([0, 10], [1, 1]) == 5
    assert weighted_median([0, 3, 10], [1, 0, 1]) == 5
    assert weighted_median([10, 0, 3], [0.1, 0.3, 0.2]) == 1.5
    assert weighted_median([0, 10], [1, 2]) == 10


@pytest.mark.parametrize("seed", range(10))
def test_no_position_beats_the_median_in_a_weighted_vote(seed):
    draw = np.random.default_rng(seed)
    places, weights = draw.integers(0, 20, 9).astype(float), draw.random(9)
    median = weighted_median(list(places), list(weights))
    for other in places:
        nearer = np.abs(places - other) - np.abs(places - median)
        assert weights[nearer < 0].sum() <= weights[nearer > 0].sum() or other == median


def random_table(seed, actors=3):
    draw = np.random.default_rng(seed)
    rows = {"actor_id": list("abcde"[:actors])}
    for name in ("position", "salience", "capability"):
        values = np.sort(draw.integers(0, 11, (actors, 3)), axis=1).astype(float)
        rows |= {f"{name}_low": values[:, 0], name: values[:, 1], f"{name}_high": values[:, 2]}
    return pd.DataFrame(rows)


@pytest.mark.parametrize("seed", range(25))
def test_bounds_equal_the_extremes_over_every_corner_of_the_box(seed):
    table = random_table(seed)
    ranges = [
        {
            (row[f"position_{p}"], row[f"salience_{s}"] * row[f"capability_{s}"])
            for p, s in product(("low", "high"), repeat=2)
        }
        for row in table.to_dict("records")
    ]
    means, medians = [], []
    for corner in product(*ranges):
        places, weights = zip(*corner, strict=True)
        means.append(weighted_mean(list(places), list(weights)))
        medians.append(weighted_median(list(places), list(weights)))
    means, medians = [m for m in means if not isnan(m)], [m for m in medians if not isnan(m)]
    found = forecast(table)
    assert (found.mean_low, found.mean_high) == pytest.approx((min(means), max(means)))
    assert (found.median_low, found.median_high) == pytest.approx((min(medians), max(medians)))


def test_an_unknown_quantity_leaves_the_actor_out_and_says_which():
    rows = [("A", 10, 50, 50), ("B", 90, 50, np.nan), ("C", np.nan, np.nan, 50), ("D", 90, 0, 50)]
    found = forecast(pd.DataFrame(rows, columns=COLUMNS))
    assert (found.mean, found.median) == (10, 10)
    missing = [("B", "capability"), ("C", "position, salience"), ("D", "weight")]
    assert list(found.left_out.itertuples(index=False, name=None)) == missing


def test_without_each_actor_in_turn():
    found = forecast(pd.DataFrame([("A", 0, 1, 1), ("B", 50, 1, 1), ("C", 100, 1, 2)], columns=COLUMNS))
    without = found.without.set_index("actor_id")
    assert found.mean == 62.5 and found.median == 75
    assert without.loc["C", ["mean", "median", "mean_change"]].tolist() == [25, 25, -37.5]
    assert without.loc["A", "median"] == 100


def test_what_the_result_rests_on():
    table = pd.DataFrame([("A", 0, 1, 1), ("B", 50, 1, 3)], columns=COLUMNS)
    table = table.assign(basis=["evidence", "analyst"], salience_basis="analyst", capability_basis=["table", "analyst"])
    rows = list(forecast(table).rests_on.itertuples(index=False, name=None))
    assert rows[:2] == [("position", "analyst", 1, 0.75), ("position", "evidence", 1, 0.25)]
    assert ("salience", "analyst", 2, 1.0) in rows and ("capability", "table", 1, 0.25) in rows


def test_nobody_to_count():
    found = forecast(pd.DataFrame(columns=COLUMNS))
    assert all(isnan(value) for value in (found.mean, found.mean_low, found.median, found.median_high))
    assert found.weights.empty and found.without.empty


@pytest.mark.parametrize(
    "rows, more",
    [
        ([("A", 1, -1, 1)], {}),
        ([("A", 1, 1, 1), ("A", 2, 1, 1)], {}),
        ([("A", 1, 1, 1)], {"position_low": 2.0}),
    ],
)
def test_impossible_tables_are_refused(rows, more):
    with pytest.raises(ValueError):
        forecast(pd.DataFrame(rows, columns=COLUMNS).assign(**more))
