"""Criteria in different units brought to one measure. The choice can change an order, so it is a switch."""

from collections.abc import Callable

import numpy as np
import pandas as pd


def declared(values: pd.DataFrame, directions: pd.Series) -> pd.DataFrame:
    """As they are, negative where less is better: for values that already lie between 0 and 1 of declared scales.

    The one normalisation under which the coming and going of options changes nothing.
    """
    return _signed(values, directions)


def min_max(values: pd.DataFrame, directions: pd.Series) -> pd.DataFrame:
    """(x - lowest) / (highest - lowest) of the options at hand, turned round where less is better: 0-1, 1 the best.

    A criterion under which all options are alike tells nothing: 0.
    """
    better = _signed(values, directions)
    span = better.max() - better.min()
    return (better - better.min()) / _size(span)


def vector(values: pd.DataFrame, directions: pd.Series) -> pd.DataFrame:
    """x / sqrt(sum of x squared), negative where less is better: proportions stay, more is better."""
    return _signed(values, directions) / _size(np.sqrt((values**2).sum()))


def largest(values: pd.DataFrame, directions: pd.Series) -> pd.DataFrame:
    """x / greatest |x|, negative where less is better: proportions stay, more is better."""
    return _signed(values, directions) / _size(values.abs().max())


def total(values: pd.DataFrame, directions: pd.Series) -> pd.DataFrame:
    """x / sum of |x|, negative where less is better: proportions stay, more is better."""
    return _signed(values, directions) / _size(values.abs().sum())


NORMALISATIONS: dict[str, Callable[[pd.DataFrame, pd.Series], pd.DataFrame]] = {
    "declared": declared,
    "min_max": min_max,
    "vector": vector,
    "largest": largest,
    "total": total,
}


def normalise(values: pd.DataFrame, directions: pd.Series, by: str) -> pd.DataFrame:
    """values: options x criteria, any unit. directions: by criterion, "max" or "min". More is better in the result.

    Raises ValueError for a normalisation that is not in NORMALISATIONS, or a value that is no finite number.
    """
    if by not in NORMALISATIONS:
        raise ValueError(f"normalisation must be one of {', '.join(NORMALISATIONS)}, not {by!r}")
    check_values(values, directions)
    return NORMALISATIONS[by](values.astype(float), directions.loc[values.columns])


def check_values(values: pd.DataFrame, directions: pd.Series) -> None:
    """Raises ValueError unless there are options and criteria, every value is finite and every direction known."""
    if values.empty:
        raise ValueError("there must be at least one option and one criterion")
    if not np.isfinite(values.to_numpy(dtype=float)).all():
        raise ValueError("every value must be a finite number")
    wrong = [c for c in values.columns if c not in directions.index or directions[c] not in ("max", "min")]
    if wrong:
        raise ValueError(f"direction must be 'max' or 'min': {', '.join(map(str, wrong))}")


def _signed(values: pd.DataFrame, directions: pd.Series) -> pd.DataFrame:
    return values * np.where(directions == "max", 1.0, -1.0)


def _size(sizes: pd.Series) -> pd.Series:
    return sizes.where(sizes > 0, 1.0)
