"""Lines of options: their looks, and their ends where one part of a mixture goes from nothing to all."""

import pandas as pd

from analysis.style import PALETTE

LOOKS = (
    {"color": PALETTE["blue"], "linestyle": "solid", "linewidth": 2.2},
    {"color": PALETTE["vermilion"], "linestyle": (0, (4, 1.6)), "linewidth": 1.7},
    {"color": PALETTE["green"], "linestyle": (0, (1.2, 1.2)), "linewidth": 1.9},
    {"color": PALETTE["black"], "linestyle": (0, (5, 1.5, 1.2, 1.5)), "linewidth": 1.3},
    {"color": PALETTE["purple"], "linestyle": (0, (8, 2)), "linewidth": 1.5},
)
"""Lines that are told apart in colour and in black and white; options beyond these are thin and grey."""


def line_ends(values: pd.DataFrame, shares: pd.Series, part: str) -> tuple[pd.Series, pd.Series]:
    """Mixtures by row where `part` counts for nothing and where it counts for all, the others in their proportions.

    values: rows x parts; shares: by part. Between the two ends a mixture is a straight line.
    """
    others = shares.drop(part)
    rest = others / others.sum() if others.sum() > 0 else others * 0 + 1 / max(len(others), 1)
    return values[rest.index] @ rest, values[part]
