"""Our TOPSIS, VIKOR and PROMETHEE II against pymcdm on random tables."""

import numpy as np
import pandas as pd
import pytest

from analysis.options.aggregation import promethee, topsis, vikor

methods = pytest.importorskip("pymcdm.methods", reason="pymcdm is not installed")


@pytest.mark.parametrize("seed", range(5))
def test_the_same_scores_as_pymcdm(seed):
    rng = np.random.default_rng(seed)
    values = pd.DataFrame(rng.random((6, 4)), index=list("abcdef"), columns=list("wxyz"))
    weights = pd.Series(rng.dirichlet(np.ones(4)), index=values.columns)
    directions = pd.Series(np.where(rng.random(4) < 0.5, "max", "min"), index=values.columns)
    table = values.to_numpy(), weights.to_numpy(), np.where(directions == "max", 1, -1)
    assert topsis(values, weights, directions, "min_max").closeness.to_numpy() == pytest.approx(
        methods.TOPSIS()(*table)
    )
    assert vikor(values, weights, directions).compromise.to_numpy() == pytest.approx(methods.VIKOR()(*table))
    ours = promethee(values, weights, directions).net.to_numpy()
    assert ours == pytest.approx(methods.PROMETHEE_II("usual")(*table))
