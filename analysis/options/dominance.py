"""Dominance under intervals: what holds, or could hold, whatever the weights."""

import pandas as pd


def necessary_dominance(low: pd.DataFrame, high: pd.DataFrame) -> pd.DataFrame:
    """True where the row's option is at least as good as the column's under every criterion, and better under one,
    whichever values within their intervals the scores take.

    low, high: options x criteria, more is better. With independent scores this is low_i >= high_j under all criteria
    and low_i > high_j under one.
    """
    options = low.index
    table = pd.DataFrame(False, index=options, columns=pd.Index(options, name="dominates"))
    for first in options:
        for second in options.drop(first):
            gap = low.loc[first] - high.loc[second]
            table.loc[first, second] = bool((gap >= 0).all() and (gap > 0).any())
    return table


def possible_dominance(low: pd.DataFrame, high: pd.DataFrame) -> pd.DataFrame:
    """True where some values within the intervals make the row's option dominate the column's: high_i >= low_j under
    all criteria and > under one. An option that no other can possibly dominate cannot be dropped on these scores.
    """
    options = low.index
    table = pd.DataFrame(False, index=options, columns=pd.Index(options, name="dominates"))
    for first in options:
        for second in options.drop(first):
            gap = high.loc[first] - low.loc[second]
            table.loc[first, second] = bool((gap >= 0).all() and (gap > 0).any())
    return table
