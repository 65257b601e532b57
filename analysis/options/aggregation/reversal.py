"""Does the order of two options change when a third comes or goes? Then it says less about them than it seems."""

import pandas as pd

from analysis.options.aggregation.agreement import DIGITS, METHODS


def rank_reversals(
    values: pd.DataFrame, weights: pd.Series, directions: pd.Series, normalisation: str = "min_max"
) -> pd.DataFrame:
    """Each option dropped, and each doubled, under each method (Belton & Gear 1983; Wang & Triantaphyllou 2008).

    values: options x criteria, weights and directions by criterion. One row per pair whose order turned round:
    method, change ("drop" or "clone"), option (dropped or doubled), before (the pair's better one before),
    after (its better one after), leads (True where the first place is what changed). Ties that arise or vanish are no
    reversal. Empty where nothing turned. Raises ValueError as `normalise` does.
    """
    rows = []
    for name, method in METHODS.items():
        full = method(values, weights, directions, normalisation).round(DIGITS)
        for option in values.index:
            changed = {"clone": pd.concat([values, values.loc[[option]].rename(index={option: _Clone(option)})])}
            if len(values) > 2:
                changed["drop"] = values.drop(index=option)
            for change, table in sorted(changed.items()):
                new = method(table, weights, directions, normalisation).round(DIGITS)
                kept = [other for other in values.index if other in new.index]
                rows += [
                    {"method": name, "change": change, "option": option, **row} for row in _turned(full, new, kept)
                ]
    return pd.DataFrame(rows, columns=["method", "change", "option", "before", "after", "leads"])


class _Clone(str):
    """The label of a double: it equals no option, whatever the options are called."""

    __hash__ = object.__hash__

    def __eq__(self, other):
        return self is other


def _turned(full: pd.Series, new: pd.Series, kept: list) -> list[dict]:
    leader = full[kept].idxmax()
    rows = []
    for position, first in enumerate(kept):
        for second in kept[position + 1 :]:
            if (full[first] - full[second]) * (new[first] - new[second]) < 0:
                better, worse = (first, second) if full[first] > full[second] else (second, first)
                rows.append(
                    {"before": better, "after": worse, "leads": better == leader and worse == new[kept].idxmax()}
                )
    return rows
