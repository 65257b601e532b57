"""Which doubt about a score matters: how far it moves the lead, and what it would be worth to settle it."""

import pandas as pd

from analysis.options.performance import Performance

DIGITS = 9


def tornado(performance: Performance, weights: pd.Series, first: str, second: str) -> pd.DataFrame:
    """How the lead of `first` over `second` moves as each of their cells goes from low to high, others at their mean.

    One row per cell, the widest first: option, criterion, at_low, at_high (the lead in weighted score, 0-1), swing
    (their distance), turns (True where the lead changes hands within the interval).
    """
    mean = performance.mean
    lead = float((mean.loc[first] - mean.loc[second]) @ weights)
    rows = []
    for option, sign in ((first, 1.0), (second, -1.0)):
        for criterion, weight in weights.items():
            ends = [
                lead + sign * weight * (side.loc[option, criterion] - mean.loc[option, criterion])
                for side in (performance.low, performance.high)
            ]
            rows.append(
                {
                    "option": option,
                    "criterion": criterion,
                    "at_low": round(ends[0], DIGITS),
                    "at_high": round(ends[1], DIGITS),
                    "swing": round(abs(ends[1] - ends[0]), DIGITS),
                    "turns": min(ends) < 0 < max(ends),
                }
            )
    table = pd.DataFrame(rows, columns=["option", "criterion", "at_low", "at_high", "swing", "turns"])
    return table.sort_values(["swing", "option", "criterion"], ascending=[False, True, True]).reset_index(drop=True)


def value_of_settling(performance: Performance, weights: pd.Series) -> pd.DataFrame:
    """What knowing one cell for sure would add to the expected weighted score of the choice (EVPPI), exact.

    Scores are triangular and independent, so with x the cell and b the best of the others' means, it is
    E[max(v_i + w (x - mean), b)] - max(v_i, b): a partial expectation of the triangle in closed form (the idea is that
    of Raiffa and Schlaifer, 1961). One row per cell, most worth knowing first: option, criterion, value (0-1),
    would_choose (the option that another value of the cell would bring to the lead, "" where none can).
    """
    mean = performance.mean
    totals = mean @ weights
    rows = []
    for option in totals.index:
        others = totals.drop(option)
        if others.empty:
            continue
        rival, best = others.idxmax(), others.max()
        leads = totals[option] >= best
        for criterion, weight in weights.items():
            low, mode, high = (m.loc[option, criterion] for m in (performance.low, performance.mode, performance.high))
            value, reaches = 0.0, False
            if weight > 0 and high > low:
                cut = mean.loc[option, criterion] + (best - totals[option]) / weight
                above = weight * _excess(cut, low, mode, high)
                # Below the cut the others lead, above it this option: what is gained is the part on the other side.
                value = above - max(totals[option] - best, 0.0)
                reaches = low < cut < high
            rows.append(
                {
                    "option": option,
                    "criterion": criterion,
                    "value": round(max(value, 0.0), DIGITS) if reaches else 0.0,
                    "would_choose": (rival if leads else option) if reaches else "",
                }
            )
    table = pd.DataFrame(rows, columns=["option", "criterion", "value", "would_choose"])
    return table.sort_values(["value", "option", "criterion"], ascending=[False, True, True]).reset_index(drop=True)


def _excess(cut: float, low: float, mode: float, high: float) -> float:
    """E[max(x - cut, 0)] of the triangular distribution."""
    mean = (low + mode + high) / 3
    if cut <= low:
        return mean - cut
    if cut >= high:
        return 0.0
    if cut >= mode:
        return (high - cut) ** 3 / (3 * (high - low) * (high - mode))
    return mean - cut + (cut - low) ** 3 / (3 * (high - low) * (mode - low))
