"""The performance matrix: every option under every criterion, from 0 (worst) to 1 (best) of the declared scale."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis.errors import InputError

FILE = "options.yaml"
KINDS = ("low", "mode", "high")


@dataclass(frozen=True)
class Performance:
    """Scores of the options that have a cell for every criterion.

    low, mode, high: DataFrames options x criteria, 0 the worst and 1 the best of each declared scale, whatever the
    criterion's direction; low <= mode <= high in each cell. basis: same shape, "information" where a cell cites
    evidence for what it says, "judgement" otherwise. missing: DataFrame (option, criterion) of the empty cells;
    an option with one is in none of the matrices.
    """

    low: pd.DataFrame
    mode: pd.DataFrame
    high: pd.DataFrame
    basis: pd.DataFrame
    missing: pd.DataFrame

    @property
    def mean(self) -> pd.DataFrame:
        """Means of the triangular distributions, (low + mode + high) / 3: what the draws are spread around."""
        return (self.low + self.mode + self.high) / 3

    def only(self, options: list[str]) -> Performance:
        """The same without the options that are not named."""
        kept = [option for option in self.mode.index if option in options]
        tables = (self.low, self.mode, self.high, self.basis)
        missing = self.missing[self.missing["option"].isin(options)].reset_index(drop=True)
        return Performance(*(table.loc[kept] for table in tables), missing)

    @property
    def evidence_share(self) -> float:
        """Share of the cells that rest on cited evidence; 0 where there is no cell."""
        return float((self.basis == "information").to_numpy().mean()) if self.basis.size else 0.0


def build_performance(cells: pd.DataFrame, criteria: pd.DataFrame, options: list[str]) -> Performance:
    """Normalise assessments by the declared scales: (x - minimum) / (maximum - minimum), turned round for "min".

    cells: columns option, criterion, low, mode, high (in units of the scale) and, if known, kind ("information" or
    "judgement") and evidence (a list). criteria: index the criterion, columns minimum, maximum, direction
    ("max": more is better, "min": less is better). options: their identifiers, in the order to keep.
    Raises InputError for a scale without range, a value outside its scale, low > mode or mode > high, a cell given
    twice, or one that names an unknown option or criterion.
    """
    _check_criteria(criteria)
    _check_cells(cells, criteria, options)
    given = cells.set_index(["option", "criterion"])
    missing = [(o, c) for o in options for c in criteria.index if (o, c) not in given.index]
    incomplete = {option for option, _ in missing}
    complete = [option for option in options if option not in incomplete]
    names = {"index": pd.Index(complete, name="option"), "columns": pd.Index(criteria.index, name="criterion")}
    matrices = {kind: pd.DataFrame(0.0, **names) for kind in KINDS}
    basis = pd.DataFrame("judgement", **names)
    for criterion, spec in criteria.iterrows():
        span = spec["maximum"] - spec["minimum"]
        turned = spec["direction"] == "min"
        for option in complete:
            cell = given.loc[(option, criterion)]
            shares = [(float(cell[kind]) - spec["minimum"]) / span for kind in KINDS]
            for kind, share in zip(KINDS, [1 - s for s in reversed(shares)] if turned else shares, strict=True):
                matrices[kind].loc[option, criterion] = share
            if cell.get("kind") == "information" and len(cell.get("evidence", [])):
                basis.loc[option, criterion] = "information"
    gaps = pd.DataFrame(missing, columns=["option", "criterion"])
    return Performance(matrices["low"], matrices["mode"], matrices["high"], basis, gaps)


def _check_criteria(criteria: pd.DataFrame) -> None:
    for criterion, spec in criteria.iterrows():
        if not spec["maximum"] > spec["minimum"]:
            raise InputError.single(
                FILE, f"Criterion {criterion} has no range.", "Give it a scale [minimum, maximum] whose ends differ."
            )
        if spec["direction"] not in ("max", "min"):
            raise InputError.single(
                FILE, f"Criterion {criterion} has the direction {spec['direction']!r}.", "Write max or min."
            )


def _check_cells(cells: pd.DataFrame, criteria: pd.DataFrame, options: list[str]) -> None:
    seen = set()
    for cell in cells.to_dict("records"):
        key = (cell["option"], cell["criterion"])
        place = f"Assessment of {key[0]} under {key[1]}"
        if key[0] not in options or key[1] not in criteria.index:
            raise InputError.single(FILE, f"{place}: no such option or criterion.", "Declare it or mend the name.")
        if key in seen:
            raise InputError.single(FILE, f"{place} is given twice.", "Keep one of the two.")
        seen.add(key)
        if not cell["low"] <= cell["mode"] <= cell["high"]:
            raise InputError.single(FILE, f"{place}: low, mode, high are not in order.", "Write low <= mode <= high.")
        spec = criteria.loc[key[1]]
        if cell["low"] < spec["minimum"] or cell["high"] > spec["maximum"]:
            scale = f"[{spec['minimum']:g}, {spec['maximum']:g}]"
            raise InputError.single(FILE, f"{place} lies outside the scale {scale}.", "Mend the value or the scale.")
