"""The same table through another library, pymcdm, where it is installed: a check on our own arithmetic."""

import pandas as pd

from analysis.options import Ranking
from analysis.workbench.options_views import table_weights_directions


def second_opinion(ranking: Ranking) -> pd.DataFrame:
    """Place of each option by pymcdm's TOPSIS, VIKOR and PROMETHEE II on the declared scales, the best first.

    TOPSIS and VIKOR stretch the values as pymcdm does by default (min-max), so compare with `…, min_max`; PROMETHEE II
    needs none. Raises ModuleNotFoundError where pymcdm is not installed.
    """
    from pymcdm.methods import PROMETHEE_II, TOPSIS, VIKOR

    mean, weights, _ = table_weights_directions(ranking)
    types = [1] * len(mean.columns)
    table = mean.to_numpy(), weights.loc[mean.columns].to_numpy(), types
    scores = {
        "topsis": pd.Series(TOPSIS()(*table), index=mean.index),
        "vikor": -pd.Series(VIKOR()(*table), index=mean.index),
        "promethee": pd.Series(PROMETHEE_II("usual")(*table), index=mean.index),
    }
    ranks = pd.DataFrame(scores).round(9).rank(ascending=False, method="min").astype(int)
    return ranks.rename(index=ranking.titles["options"]).reset_index()
