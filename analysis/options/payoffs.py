"""Weighted scores of the options under every combination of the unknowns' outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis.options.adjust import scenario_table, under
from analysis.options.ranking import Ranking, build

if TYPE_CHECKING:
    from analysis.dossier import OptionsFile


def scenario_payoffs(found: OptionsFile, ranking: Ranking) -> tuple[pd.DataFrame, pd.Series | None] | None:
    """Options x combinations (named for readers), weighted scores 0-1 under the ranking's weights; and the
    probability of each combination, unknowns taken as independent, None where one of them has none.

    None where no unknown has an effect.
    """
    table = scenario_table(found)
    if table.empty:
        return None
    unknowns = [name for name in table.columns if name not in ("scenario", "probability")]
    weights = ranking.weights[ranking.weight_set]
    columns = {
        row["scenario"]: build(found, under(found, {name: row[name] for name in unknowns})).mean @ weights
        for row in table.to_dict("records")
    }
    payoffs = pd.DataFrame(columns).loc[list(ranking.scores.index)].round(12)
    if table["probability"].isna().any():
        return payoffs, None
    return payoffs, table.set_index("scenario")["probability"]


def unknown_by_combination(found: OptionsFile, unknown: str) -> pd.Series:
    """By combination (named for readers), how one unknown turns out in it: what one would be told about it alone."""
    return scenario_table(found).set_index("scenario")[unknown]


def expected_by_outcome(found: OptionsFile, ranking: Ranking, scenario: str) -> pd.DataFrame:
    """Options x outcomes of one unknown: weighted scores under the chosen weights.

    The other unknowns are averaged over their signed probabilities; where one of them has none, all are as assessed.
    """
    (entry,) = [s for s in found.scenarios if s.id == scenario]
    weights = ranking.weights[ranking.weight_set]
    table = scenario_table(found)
    others = [name for name in table.columns if name not in ("scenario", "probability", scenario)]
    rest = found.model_copy(update={"scenarios": [s for s in found.scenarios if s.id in others]})
    chances = scenario_table(rest)
    if chances.empty or chances["probability"].isna().any():
        combinations = [({}, 1.0)]
    else:
        combinations = [
            ({name: row[name] for name in others}, row["probability"]) for row in chances.to_dict("records")
        ]
    columns = {
        outcome.id: sum(
            chance * (build(found, under(found, {**fixed, scenario: outcome.id})).mean @ weights)
            for fixed, chance in combinations
        )
        for outcome in entry.outcomes
    }
    return pd.DataFrame(columns).loc[list(ranking.scores.index)].round(12)
