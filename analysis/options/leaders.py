"""Who leads under which assumption: one line for each, so that no single ranking is taken for the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis.options.adjust import corrected_for_optimism
from analysis.options.payoffs import scenario_payoffs
from analysis.options.ranking import ANY_WEIGHTS, Ranking, build

if TYPE_CHECKING:
    from analysis.dossier import OptionsFile

COLUMNS = ["assumption", "leader", "score", "second", "gap"]


def leaders(found: OptionsFile, ranking: Ranking) -> pd.DataFrame:
    """One row per assumption: the leading option, its score (0-100), the second and the gap in points.

    Assumptions: each set of weights on the assessments as they are; with the chosen set, the expected scores under the
    signed probabilities of all unknowns, and the scores corrected for optimism; under all weights, the share of draws
    in the first place (%) instead of a score.
    """
    weights = ranking.weights[ranking.weight_set]
    rows = [_row(f"weights:{name}", 100 * ranking.scores[name]) for name in ranking.scores]
    payoffs = scenario_payoffs(found, ranking)
    if payoffs is not None and payoffs[1] is not None:
        rows.append(_row("expected", 100 * (payoffs[0] @ payoffs[1])))
    if found.optimism:
        rows.append(_row("optimism", 100 * (build(found, corrected_for_optimism(found)).mean @ weights)))
    rows.append(_row(ANY_WEIGHTS, 100 * ranking.smaa[ANY_WEIGHTS].first))
    return pd.DataFrame(rows, columns=COLUMNS)


def _row(assumption: str, scores: pd.Series) -> dict:
    order = scores.round(9).sort_values(ascending=False, kind="stable")
    first, second = order.index[:2]
    gap = round(float(order.iloc[0] - order.iloc[1]), 1)
    return {
        "assumption": assumption,
        "leader": first,
        "score": round(float(order.iloc[0]), 1),
        "second": second,
        "gap": gap,
    }
