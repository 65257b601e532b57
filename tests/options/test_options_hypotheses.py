"""Competing hypotheses: derived by hand from the measures of open-synthesis (openach/metrics.py)."""

import pandas as pd
import pytest

from analysis.options.hypotheses import competing_hypotheses

MATRIX = pd.DataFrame(
    [["CC", "II", "N"], ["C", "C", "C"], ["I", "CC", ""], ["N", "I", "II"]],
    index=["e1", "e2", "e3", "e4"],
    columns=["h1", "h2", "h3"],
)


def test_inconsistency_counts_and_consistency_breaks_ties():
    found = competing_hypotheses(MATRIX)
    # h1: I = 1; h2: II, I = 4 + 1; h3: II = 4, its empty cell is neutral.
    assert found.by_hypothesis["inconsistency"].to_dict() == {"h1": 1, "h3": 4, "h2": 5}
    assert list(found.by_hypothesis.index) == ["h1", "h3", "h2"]
    assert found.by_hypothesis["consistency"].to_dict() == {"h1": 4 + 1, "h3": 1, "h2": 1 + 4}
    assert found.by_hypothesis["unread"].to_dict() == {"h1": 0, "h3": 1, "h2": 0}
    assert found.leader == "h1"


def test_what_fits_every_hypothesis_tells_nothing():
    found = competing_hypotheses(MATRIX)
    assert found.diagnosticity["e2"] == 0
    # e1: 5, 1, 3 around their mean 3: sqrt(8 / 3).
    assert found.diagnosticity.index[0] == "e1" and found.diagnosticity["e1"] == pytest.approx((8 / 3) ** 0.5, abs=1e-6)


def test_critical_evidence_is_what_the_lead_hangs_on():
    # Without e1, h2 has no more against it than h1; without e4, h3 has nothing against it and passes h1.
    assert competing_hypotheses(MATRIX).critical == ("e1", "e4")


def test_alike_hypotheses_have_no_leader():
    assert competing_hypotheses(pd.DataFrame([["I", "I"]], index=["e"], columns=["h1", "h2"])).leader == ""
    assert competing_hypotheses(pd.DataFrame(index=[], columns=["h1", "h2"])).leader == ""


@pytest.mark.parametrize(
    ("matrix", "message"),
    [(pd.DataFrame([["X"]], columns=["h1"]), "X"), (pd.DataFrame(index=["e"]), "hypothesis")],
)
def test_faulty_matrices_are_refused(matrix, message):
    with pytest.raises(ValueError, match=message):
        competing_hypotheses(matrix)
