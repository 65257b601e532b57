"""MACTOR on LIPSOR's "Aéroport de Paris": every table, with the values that the published formulae give."""

import numpy as np
import pandas as pd
import pytest

from analysis.actors.mactor import mactor

ACTORS = ["Constructeurs", "Compagnies régulières", "Charters", "État", "Aéroport de Paris", "Riverains"]
OBJECTIVES = ["Caractéristiques avions", "Marché", "Droits", "Vols organisés", "Normes bruit"]
MID = pd.DataFrame(
    [
        [0, 1, 1, 3, 0, 2],
        [2, 0, 3, 2, 1, 1],
        [1, 2, 0, 1, 1, 0],
        [2, 3, 3, 0, 3, 2],
        [0, 2, 3, 1, 0, 2],
        [0, 1, 1, 3, 2, 0],
    ],
    ACTORS,
    ACTORS,
)
MAO = pd.DataFrame(
    [[2, 3, 0, 0, 1], [-2, 0, 3, -1, -3], [-1, 0, -3, 3, -2], [0, 3, 2, 0, 1], [-1, 0, -2, 2, -2], [0, 0, 0, 0, 3]],
    ACTORS,
    OBJECTIVES,
)


@pytest.fixture(scope="module")
def airport():
    return mactor(MID, MAO)


def upper(table):
    """The cells above the diagonal that are not 0, by numbers of actors counted from 1."""
    values = table.to_numpy()
    assert (values == values.T).all() and not values.diagonal().any()
    return {(i + 1, j + 1): values[i, j] for i in range(6) for j in range(i + 1, 6) if values[i, j]}


def test_direct_and_indirect_influence(airport):
    midi = [
        [4, 6, 6, 7, 7, 5],
        [5, 7, 8, 7, 5, 6],
        [4, 5, 5, 5, 3, 4],
        [5, 9, 11, 8, 7, 7],
        [4, 6, 7, 6, 5, 4],
        [4, 7, 7, 6, 7, 5],
    ]
    assert airport.midi.to_numpy().tolist() == midi
    assert airport.actors["influence"].tolist() == [31, 31, 21, 39, 27, 31]
    assert airport.actors["dependence"].tolist() == [22, 33, 39, 31, 29, 26]
    assert airport.actors["influence"].sum() == 180
    assert airport.net_influence.sum(axis=1).tolist() == [9, -2, -18, 8, -2, 5]
    assert airport.actors["net_influence"].tolist() == [9, -2, -18, 8, -2, 5]


def test_strongest_paths(airport):
    mmidi = [
        [0, 3, 3, 3, 3, 2],
        [2, 0, 3, 2, 2, 2],
        [2, 2, 0, 2, 1, 1],
        [2, 3, 3, 0, 3, 2],
        [2, 2, 3, 2, 0, 2],
        [2, 3, 3, 3, 3, 0],
    ]
    assert airport.mmidi.to_numpy().tolist() == mmidi
    assert airport.actors["influence_mmidi"].tolist() == [14, 11, 8, 13, 11, 14]
    assert airport.actors["dependence_mmidi"].tolist() == [10, 13, 15, 12, 12, 9]


def test_competitiveness(airport):
    r = [1.2628, 0.9295, 0.4478, 1.3810, 0.8482, 1.1307]
    q = [1.3412, 0.8280, 0.4570, 1.1102, 0.8640, 1.3995]
    assert airport.actors["competitiveness"].tolist() == pytest.approx(r, abs=5e-5)
    assert airport.actors["competitiveness_mmidi"].tolist() == pytest.approx(q, abs=5e-5)
    assert airport.actors["competitiveness"].sum() == pytest.approx(6)


def test_positions_and_mobilisation(airport):
    assert airport.positions[1].loc["Charters"].tolist() == [-1, 0, -1, 1, -1]
    assert airport.positions[3].loc["Constructeurs"].tolist() == pytest.approx([2.5256, 3.7884, 0, 0, 1.2628], abs=5e-5)
    by_actor = [7.5767, 8.3659, 4.0300, 8.2863, 5.9371, 3.3920]
    assert airport.mobilisation_actors.tolist() == pytest.approx(by_actor, abs=1e-4)
    by_objective = {
        "mobilisation": [5.6806, 7.9315, 8.5904, 3.9692, 11.4164],
        "for": [2.5256, 7.9315, 5.5507, 3.0397, 6.0359],
        "against": [-3.1550, 0, -3.0397, -0.9295, -5.3805],
    }
    for name, values in by_objective.items():
        assert airport.mobilisation_objectives[name].tolist() == pytest.approx(values, abs=1e-4)


def test_convergence(airport):
    first = {(1, 4): 2, (1, 6): 1, (2, 3): 2, (2, 4): 1, (2, 5): 2, (3, 5): 4, (4, 6): 1}
    second = {(1, 4): 4, (1, 6): 2, (2, 3): 4, (2, 4): 2.5, (2, 5): 4, (3, 5): 8, (4, 6): 2}
    third = {
        (1, 4): 5.2877,
        (1, 6): 2.3274,
        (2, 3): 2.9955,
        (2, 4): 2.7754,
        (2, 5): 3.5961,
        (3, 5): 4.9836,
        (4, 6): 2.3865,
    }
    for order, expected, total in ((1, first, 26), (2, second, 53), (3, third, 48.7044)):
        assert upper(airport.convergence[order]) == pytest.approx(expected, abs=1e-4)
        assert airport.convergence[order].to_numpy().sum() == pytest.approx(total, abs=1e-4)


def test_divergence(airport):
    first = {
        (1, 2): 2,
        (1, 3): 2,
        (1, 5): 2,
        (2, 3): 2,
        (2, 4): 1,
        (2, 5): 2,
        (2, 6): 1,
        (3, 4): 2,
        (3, 6): 1,
        (4, 5): 2,
        (5, 6): 1,
    }
    second = {
        (1, 2): 4,
        (1, 3): 3,
        (1, 5): 3,
        (2, 3): 5,
        (2, 4): 2,
        (2, 5): 4,
        (2, 6): 3,
        (3, 4): 4,
        (3, 6): 2.5,
        (4, 5): 3.5,
        (5, 6): 2.5,
    }
    assert upper(airport.divergence[1]) == first and upper(airport.divergence[2]) == second
    sums = [airport.divergence[order].to_numpy().sum() for order in (1, 2, 3)]
    assert sums == pytest.approx([36, 73, 67.0605], abs=1e-4)


def test_ambivalence_and_degree_of_convergence(airport):
    expected = {
        1: [0, 0.7692, 0.3077, 0.2222, 0.3077, 0],
        2: [0, 0.7018, 0.3019, 0.2222, 0.3200, 0],
        3: [0, 0.6768, 0.3140, 0.2139, 0.3290, 0],
    }
    for order, values in expected.items():
        assert airport.ambivalence[order].tolist() == pytest.approx(values, abs=5e-5)
    degrees = [100 * airport.degree_of_convergence[order] for order in (1, 2, 3)]
    assert degrees == pytest.approx([41.9355, 42.0635, 42.0718], abs=5e-5)


def test_an_actor_with_nothing_in_common_has_no_ambivalence():
    found = mactor(MID, MAO.assign(**{name: [0, *MAO[name][1:]] for name in OBJECTIVES}))
    assert np.isnan(found.ambivalence[2].iloc[0]) and found.ambivalence[2].notna().sum() == 5


@pytest.mark.parametrize(
    ("mid", "mao", "word"),
    [
        (MID.iloc[:, :5], MAO, "square"),
        (MID, MAO.iloc[::-1], "same actors in the same order"),
        (MID.replace(3, 5), MAO, "Constructeurs × État: 5 is no number from 0 to 4"),
        (MID, MAO.replace(-3, -5), "-5 is no number from -4 to 4"),
        (MID.astype(float).replace(3, np.nan), MAO, "nan is no number"),
        (MID + np.eye(6), MAO, "influence on itself is 0"),
        (MID * 0, MAO, "nobody influences anybody"),
        (MID, MAO[[]], "there must be some"),
        (pd.DataFrame([[0, 2], [2, 0]]), pd.DataFrame([[1], [1]]), "competitiveness is not defined"),
    ],
)
def test_matrices_that_are_none_of_the_method_are_refused(mid, mao, word):
    with pytest.raises(ValueError, match=word):
        mactor(mid, mao)
