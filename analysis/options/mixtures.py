"""What happens when one part of a mixture (a weight, a probability) goes from nothing to all."""

import pandas as pd


def line_ends(values: pd.DataFrame, shares: pd.Series, part: str) -> tuple[pd.Series, pd.Series]:
    """Mixtures by row where `part` counts for nothing and where it counts for all, the others in their proportions.

    values: rows x parts; shares: by part. Between the two ends a mixture is a straight line. Where `part` holds all,
    the others share the rest alike.
    """
    others = shares.drop(part)
    rest = others / others.sum() if others.sum() > 0 else others * 0 + 1 / max(len(others), 1)
    return values[rest.index] @ rest, values[part]
