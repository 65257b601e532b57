"""Options under scenarios: what each rule of decision would choose, and what it would be worth to know.

Rules after Luce & Raiffa (1957), Games and Decisions, chapter 13; regret after Savage (1951); the value of information
after Raiffa & Schlaifer (1961). Payoffs are options x scenarios, more is better, in any one unit.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.options.mixtures import line_ends

DIGITS = 9
SUM_TOLERANCE = 1e-6


@dataclass(frozen=True)
class Decision:
    """rules: options x rules, the value of each option under each rule (for `regret` and `expected_regret` less is
    better, otherwise more). best: by rule, the options that lead, joined by "|". regret: options x scenarios, what
    the best option there has more. robust: by option, in how many scenarios it is within `tolerance` of the best.
    probabilities: by scenario, or None where nobody gave any: then no rule that needs them is computed.
    """

    rules: pd.DataFrame
    best: pd.Series
    regret: pd.DataFrame
    robust: pd.Series
    probabilities: pd.Series | None


def decide(
    payoffs: pd.DataFrame,
    probabilities: pd.Series | None = None,
    optimism: float = 0.5,
    tolerance: float = 0.0,
) -> Decision:
    """Every rule side by side. optimism: Hurwicz's weight of the best outcome, 0-1. tolerance: in units of the payoffs.

    Rules: maximin, maximax, hurwicz, laplace (all scenarios alike), regret (greatest regret), and with probabilities
    expected (value) and expected_regret. Raises ValueError for an empty or unfinished table, an optimism outside 0-1,
    or probabilities that are negative, miss a scenario or do not sum to 1.
    """
    _check(payoffs)
    if not 0 <= optimism <= 1:
        raise ValueError("optimism must lie between 0 and 1")
    regret = payoffs.max() - payoffs
    rules = pd.DataFrame(
        {
            "maximin": payoffs.min(axis=1),
            "maximax": payoffs.max(axis=1),
            "hurwicz": optimism * payoffs.max(axis=1) + (1 - optimism) * payoffs.min(axis=1),
            "laplace": payoffs.mean(axis=1),
            "regret": regret.max(axis=1),
        }
    )
    if probabilities is not None:
        probabilities = check_probabilities(probabilities, list(payoffs.columns))
        rules["expected"] = payoffs @ probabilities
        rules["expected_regret"] = regret @ probabilities
    rules = rules.round(DIGITS)
    best = pd.Series({rule: "|".join(_leaders(rules[rule], "regret" in rule)) for rule in rules}, name="best")
    robust = (regret.round(DIGITS) <= tolerance).sum(axis=1)
    return Decision(rules, best, regret, robust, probabilities)


def check_probabilities(probabilities: pd.Series, scenarios: list[str]) -> pd.Series:
    """The same, in the order of `scenarios`. Raises ValueError unless each has one, none negative, sum 1."""
    if sorted(probabilities.index) != sorted(scenarios):
        raise ValueError(f"a probability for each of {', '.join(scenarios)}, and no other")
    values = probabilities.loc[scenarios].astype(float)
    if not (values >= 0).all() or not abs(values.sum() - 1) <= SUM_TOLERANCE:
        raise ValueError("probabilities must not be negative and must sum to 1")
    return values / values.sum()


def value_of_perfect_information(payoffs: pd.DataFrame, probabilities: pd.Series) -> float:
    """What knowing the scenario beforehand adds to the best expected payoff (EVPI), >= 0, in units of the payoffs."""
    _check(payoffs)
    p = check_probabilities(probabilities, list(payoffs.columns))
    return round(float(payoffs.max() @ p - (payoffs @ p).max()), DIGITS)


def value_of_partial_information(payoffs: pd.DataFrame, probabilities: pd.Series, known: pd.Series) -> float:
    """What knowing only part adds: `known` gives, by scenario, what one would be told (scenarios told alike share it).

    Sum over what may be told of the best payoff given it, less the best without; 0 where nothing told would change the
    choice, the value of perfect information where every scenario is told apart.
    """
    _check(payoffs)
    p = check_probabilities(probabilities, list(payoffs.columns))
    told = known.loc[payoffs.columns]
    parts = [
        (payoffs.loc[:, (told == value).to_numpy()] @ p[(told == value).to_numpy()]).max()
        for value in sorted(set(told))
    ]
    return round(float(sum(parts) - (payoffs @ p).max()), DIGITS)


def joint_scenarios(variables: dict[str, dict[str, float | None]]) -> pd.DataFrame:
    """All combinations of the outcomes of several unknowns, taken as independent.

    variables: unknown -> outcome -> probability (or None where nobody gave one). One row per combination: a column per
    unknown, `scenario` (outcomes joined by " · ") and `probability` (their product, NaN where one is missing).
    """
    index = pd.MultiIndex.from_product([list(outcomes) for outcomes in variables.values()], names=list(variables))
    table = index.to_frame(index=False)
    chances = [
        [
            np.nan if variables[name][outcome] is None else float(variables[name][outcome])
            for name, outcome in row.items()
        ]
        for row in table.to_dict("records")
    ]
    return table.assign(
        scenario=[" · ".join(row) for row in table.itertuples(index=False)],
        probability=np.round(np.prod(np.array(chances).reshape(len(table), -1), axis=1), DIGITS),
    )


def switch_points(payoffs: pd.DataFrame, probabilities: pd.Series, scenario: str) -> pd.DataFrame:
    """Where the best option changes as the probability of `scenario` moves from 0 to 1, the others in proportion.

    Rows `from`, `to` (probabilities) and `option`: the upper envelope of the options' expected payoffs, exact. Of
    options that are equal over a whole stretch the first in the table is named.
    """
    p = check_probabilities(probabilities, list(payoffs.columns))
    _check(payoffs)
    at_zero, at_one = (end.round(DIGITS) for end in line_ends(payoffs, p, scenario))
    slope = at_one - at_zero
    rows, here = [], 0.0
    current = _first_best(at_zero, slope)
    while True:
        crossings = {
            option: (at_zero[current] - at_zero[option]) / (slope[option] - slope[current])
            for option in payoffs.index
            if slope[option] - slope[current] > 1e-12
        }
        ahead = {option: t for option, t in crossings.items() if here - 1e-12 <= t < 1}
        if not ahead:
            rows.append({"from": round(here, DIGITS), "to": 1.0, "option": current})
            return pd.DataFrame(rows, columns=["from", "to", "option"])
        there = min(ahead.values())
        if there > here:
            rows.append({"from": round(here, DIGITS), "to": round(there, DIGITS), "option": current})
        # Of those that meet here the steepest leads from here on.
        meeting = [option for option, t in ahead.items() if t <= there + 1e-12]
        current, here = max(meeting, key=lambda option: slope[option]), there


def _first_best(at_zero: pd.Series, slope: pd.Series) -> str:
    leaders = [option for option in at_zero.index if at_zero[option] == at_zero.max()]
    return max(leaders, key=lambda option: slope[option])


def _leaders(column: pd.Series, less_is_better: bool) -> list[str]:
    top = column.min() if less_is_better else column.max()
    return [option for option in column.index if column[option] == top]


def _check(payoffs: pd.DataFrame) -> None:
    if payoffs.empty or not np.isfinite(payoffs.to_numpy(dtype=float)).all():
        raise ValueError("payoffs must be a full table of options and scenarios, every value a finite number")
