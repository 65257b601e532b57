"""The challenge model as published, and that its faults are what it says they are."""

import numpy as np
import pandas as pd
import pytest
from test_actors_forecast import CAR_EMISSIONS

from analysis.actors.challenge import CAVEATS, challenge, pairwise_probability

MEDIANS = [
    *(7.0, 8.415932315426764, 9.610859134120188, 9.961979590401311, 9.961979590401311, 9.961979590401311),
    *(7.47204636191629, 8.824593855262423, 9.671129769802048, 9.671129769802048, 7.0),
]
MEANS = [
    *(7.389955686853767, 7.461314378277189, 7.552500865855845, 7.590144997451547, 7.358130531334201),
    *(7.3491739896752115, 7.414877545372958, 7.510457183677219, 7.5724470975503, 7.324989065683666, 7.242130958473938),
]
EMISSIONS = CAR_EMISSIONS.assign(salience=CAR_EMISSIONS["salience"] * 100)


@pytest.fixture(scope="module")
def emissions():
    return challenge(EMISSIONS, rounds=10)


def test_rounds_0_to_10_of_the_car_emissions_in_the_form_of_scholz_calbert_smith_2011(emissions):
    assert emissions.rounds["round"].tolist() == list(range(11))
    assert emissions.rounds["median"].tolist() == pytest.approx(MEDIANS, abs=1e-9)
    assert emissions.rounds["mean"].tolist() == pytest.approx(MEANS, abs=1e-9)


def test_risk_exponents_of_the_first_round(emissions):
    expected = {
        **{
            "Netherlands": 1.405653,
            "Belgium": 0.754196,
            "Luxembourg": 0.508864,
            "Germany": 1.405653,
            "France": 1.046524,
        },
        **{"Italy": 1.046524, "UK": 1.964898, "Ireland": 0.5, "Denmark": 2.0, "Greece": 1.112125},
    }
    assert emissions.risk_exponents[1].to_dict() == pytest.approx(expected, abs=5e-7)


def test_moves_of_the_first_round(emissions):
    moved = emissions.positions[1][emissions.positions[1] != emissions.positions[0]]
    expected = {"Belgium": 8.415932315426764, "Luxembourg": 7.0, "Ireland": 4.0}
    assert moved.to_dict() == pytest.approx(expected, abs=1e-12)
    offers = emissions.offers.query("round == 1 and actor_id == 'Belgium' and taken")
    assert offers[["from_id", "kind"]].values.tolist() == [["France", "compromise"]]
    utilities = offers[["own_utility", "other_utility"]].iloc[0].tolist()
    assert utilities == pytest.approx([-0.11483050347300794, 0.2432965945234421], abs=1e-12)


def test_belgium_jumps_in_round_4_so_the_model_does_not_converge(emissions):
    assert emissions.positions.loc["Belgium", [3, 4]].tolist() == pytest.approx([9.961979590401311, 4.80], abs=0.005)
    assert not emissions.converged and not challenge(EMISSIONS, rounds=60).converged
    assert emissions.caveats == CAVEATS and "does not converge" in CAVEATS[0]


def test_the_chances_of_opponents_do_not_add_up_to_one(emissions):
    """Published for round 1: P(10 beats 4) = 0.011858770, P(4 beats 10) = 0.008752902."""
    weight = (EMISSIONS["capability"] * CAR_EMISSIONS["salience"]).to_numpy()
    exponent = emissions.risk_exponents[1].to_numpy()
    chance = pairwise_probability(EMISSIONS["position"].to_numpy(dtype=float), exponent, weight, 6.0)
    assert (chance[4, 0], chance[0, 4]) == pytest.approx((0.011858770, 0.008752902), abs=5e-10)
    assert chance[4, 0] + chance[0, 4] < 0.03


def test_a_scale_turned_round_gives_another_result(emissions):
    turned = challenge(EMISSIONS.assign(position=14 - EMISSIONS["position"]), rounds=10)
    assert turned.rounds["mean"].iloc[0] == pytest.approx(14 - MEANS[0])
    assert np.abs(14 - turned.rounds["mean"] - emissions.rounds["mean"]).max() > 0.1


def test_two_actors_and_an_unknown_third():
    table = pd.DataFrame(
        [("A", 0, 50, 10), ("B", 100, 50, 10), ("C", np.nan, 50, 10)],
        columns=["actor_id", "position", "salience", "capability"],
    )
    found = challenge(table, rounds=3)
    assert found.positions.index.tolist() == ["A", "B"] and found.rounds["mean"].iloc[0] == 50
    assert found.risk_exponents.to_numpy().min() >= 0.5 and found.risk_exponents.to_numpy().max() <= 2


@pytest.mark.parametrize(
    "change",
    [{"position": 5}, {"salience": 101}, {"capability": -1}, {"capability": 0}, {"actor_id": "same"}],
)
def test_tables_that_cannot_be_played_are_refused(change):
    with pytest.raises(ValueError):
        challenge(EMISSIONS.assign(**change))
    with pytest.raises(ValueError):
        challenge(EMISSIONS, rounds=0)
