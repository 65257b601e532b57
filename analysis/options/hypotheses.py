"""Competing hypotheses: which is least contradicted, and which evidence tells them apart (Heuer 1999, chapter 8).

Measures as in open-synthesis: on a scale from 1 (very inconsistent) over 3 (neutral) to 5 (very consistent).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from analysis.dossier import OptionsFile

SCALE = {"II": 1, "I": 2, "N": 3, "C": 4, "CC": 5, "NA": 3}
"""The letters of a cell: very inconsistent, inconsistent, neutral, consistent, very consistent, not applicable."""


@dataclass(frozen=True)
class Hypotheses:
    """by_hypothesis: index the hypothesis, least contradicted first; inconsistency and consistency (sums of squared
    distances from neutral), unread (cells that nobody filled). diagnosticity: by evidence, the standard deviation of
    its row, most telling first; 0 tells nothing apart. leader: the least contradicted, "" where several are alike.
    critical: evidence without which another hypothesis, or none, would lead.
    """

    by_hypothesis: pd.DataFrame
    diagnosticity: pd.Series
    leader: str
    critical: tuple[str, ...]


def hypothesis_matrix(found: OptionsFile) -> pd.DataFrame:
    """Evidence x hypotheses of an options.yaml: the letters of SCALE, "" where nobody judged."""
    hypotheses = [hypothesis.id for hypothesis in found.hypotheses]
    rows = {item.id: [item.fits.get(name, "") for name in hypotheses] for item in found.hypothesis_evidence}
    return pd.DataFrame.from_dict(rows, orient="index", columns=hypotheses)


def competing_hypotheses(matrix: pd.DataFrame) -> Hypotheses:
    """matrix: evidence x hypotheses, cells in the letters of SCALE, "" where nobody judged.

    An empty cell counts as neutral and is counted as unread. Hypotheses are ordered by falling inconsistency: what
    matters is what speaks against them, much agreement proves little.
    Raises ValueError for another letter, or without a hypothesis.
    """
    if not len(matrix.columns):
        raise ValueError("there must be a hypothesis")
    wrong = sorted({str(v) for v in matrix.to_numpy().ravel()} - set(SCALE) - {""})
    if wrong:
        raise ValueError(f"a cell holds {', '.join(wrong)}; it must hold one of {', '.join(SCALE)} or nothing")
    values = matrix.map(lambda cell: SCALE.get(cell, 3)).astype(int)
    table = pd.DataFrame(
        {
            "inconsistency": _squares(3 - values),
            "consistency": _squares(values - 3),
            "unread": (matrix == "").sum(),
        }
    ).rename_axis("hypothesis")
    table = table.sort_values(["inconsistency", "consistency"], ascending=[True, False], kind="stable")
    spread = pd.Series(values.to_numpy().std(axis=1) if len(values) else [], index=matrix.index, name="diagnosticity")
    leader = _leader(values)
    critical = tuple(item for item in matrix.index if _leader(values.drop(index=item)) != leader)
    return Hypotheses(table, spread.round(6).sort_values(ascending=False, kind="stable"), leader, critical)


def _squares(distance: pd.DataFrame) -> pd.Series:
    return (distance.clip(lower=0) ** 2).sum().astype(int)


def _leader(values: pd.DataFrame) -> str:
    against = _squares(3 - values)
    least = against[against == against.min()]
    return str(least.index[0]) if len(least) == 1 else ""
