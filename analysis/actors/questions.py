"""The analyst's questions of options.yaml: who stands where on each; drafts from the texts, the analyst's word."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.actors.drafts import draft_places, draft_positions
from analysis.actors.independence import ground_of
from analysis.actors.positions import position_rows
from analysis.actors.power import estimates, stakeholders
from analysis.actors.roll_up import acts_for
from analysis.dossier import OptionsFile
from analysis.tables import Tables


@dataclass(frozen=True)
class Question:
    """One entry of `positions`: its id, title and note, the option it is about ("" where it is an issue), what is
    known of each quantity (`estimates`) and one row an actor (`stakeholders`).
    """

    id: str
    title: str
    option: str
    note: str
    estimates: pd.DataFrame
    stakeholders: pd.DataFrame

    @property
    def complete(self) -> pd.DataFrame:
        """The stakeholders of whom position, salience and capability are known."""
        return self.stakeholders.dropna(subset=["position", "salience", "capability"])


def questions(tables: Tables, found: OptionsFile | None, acting: Mapping[str, str] | None = None) -> list[Question]:
    """Every question of the file, in its order; none where there is no file. `acting`: `Registry.acting`."""
    if found is None or not found.positions:
        return []
    options = {option.id: option for option in found.options}
    rows, ground, above = position_rows(tables), ground_of(tables, acting), acts_for(tables, acting)
    result = []
    for position in found.positions:
        places = draft_places(position, options.get(position.option))
        drafts = draft_positions(rows, places, tables["documents"], ground, acts_for=above)
        known = estimates(position, drafts)
        result.append(Question(position.id, position.title, position.option, position.note, known, stakeholders(known)))
    return result
