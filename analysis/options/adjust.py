"""The assessments as they would be: corrected for optimism, or after an outcome of an unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.options.scenarios import joint_scenarios

if TYPE_CHECKING:
    from analysis.dossier import OptionsFile

CELL_COLUMNS = ["option", "criterion", "low", "mode", "high", "kind", "evidence"]


def cells_of(found: OptionsFile) -> pd.DataFrame:
    """The assessments as a table, in the criteria's units."""
    return pd.DataFrame(
        [[getattr(cell, name) for name in CELL_COLUMNS] for cell in found.assessments], columns=CELL_COLUMNS
    )


def corrected_for_optimism(found: OptionsFile) -> pd.DataFrame:
    """The assessments with every entry of `optimism` added, kept within the scales."""
    shifts = [(entry.option, entry.criterion, entry.shift) for entry in found.optimism]
    return _shifted(cells_of(found), shifts, found)


def under(found: OptionsFile, outcomes: dict[str, str]) -> pd.DataFrame:
    """The assessments where each unknown of `outcomes` (scenario -> outcome) has turned out so.

    Effects of several unknowns on one cell add up; values are kept within the scales.
    """
    shifts = [
        (effect.option, effect.criterion, effect.shift)
        for scenario in found.scenarios
        for effect in scenario.effects
        if outcomes.get(scenario.id) == effect.outcome
    ]
    return _shifted(cells_of(found), shifts, found)


def scenario_table(found: OptionsFile) -> pd.DataFrame:
    """All combinations of outcomes of the unknowns that have two or more; as `joint_scenarios` gives them.

    Unknowns without an effect change no score and are left out; no row where none has one.
    """
    live = [scenario for scenario in found.scenarios if scenario.effects and len(scenario.outcomes) > 1]
    variables = {s.id: {outcome.id: outcome.probability for outcome in s.outcomes} for s in live}
    if not variables:
        return pd.DataFrame(columns=["scenario", "probability"])
    table = joint_scenarios(variables)
    titles = {s.id: {outcome.id: outcome.title for outcome in s.outcomes} for s in live}
    named = [" · ".join(titles[name][row[name]] for name in variables) for row in table.to_dict("records")]
    return table.assign(scenario=named)


def _shifted(cells: pd.DataFrame, shifts: list[tuple[str, str, float]], found: OptionsFile) -> pd.DataFrame:
    scales = {criterion.id: criterion.scale for criterion in found.criteria}
    moved = cells.copy()
    for option, criterion, shift in shifts:
        rows = (moved["criterion"] == criterion) & ((moved["option"] == option) | (option == ""))
        moved.loc[rows, ["low", "mode", "high"]] += shift
    # Kept within the scale only at the end, so that the order of the shifts does not matter.
    for criterion, (lowest, highest) in scales.items():
        rows = moved["criterion"] == criterion
        moved.loc[rows, ["low", "mode", "high"]] = np.clip(moved.loc[rows, ["low", "mode", "high"]], lowest, highest)
    return moved
