"""The challenge model of Bueno de Mesquita as published by Scholz, Calbert & Smith (2011), for exploration only.

It lets actors challenge each other and give way, round after round. Use it to ask who would press whom, never as a
forecast: `CAVEATS` says what is known to be wrong with it, and every result carries that list. The weighted mean and
median of `forecast` stand first.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.actors.forecast import weighted_mean, weighted_median

PRECEDENCE = ("confrontation", "compromise", "capitulation")
CAVEATS = (
    "It does not converge: positions go on jumping, in the published example as in others, so the round at which one "
    "stops decides the answer.",
    "The probability of success is divided by the votes over all pairs of actors, so the chances of two opponents do "
    "not add up to one and are tiny; actors give way because they care little, not because they would lose.",
    "Of several compromises an actor takes the one that lies lowest on the scale (by its utility-weighted middle), not "
    "the nearest to itself as the theory says: the same scale turned round gives another result.",
    "An actor's attitude to risk comes from comparing its danger with that of others, who differ in weight and "
    "salience; it is no property of the actor.",
    "On decided cases simple weighted means and medians have forecast better (Achen 2006; Leinaweaver & Thomson 2014).",
)


@dataclass(frozen=True)
class Challenge:
    """What the rounds did, positions in the unit of the input.

    rounds: round (0 is the start), median, mean. positions: actor_id × round. risk_exponents: actor_id × round (the
    one before which they hold), from 0.5 (seeks risk) to 2 (avoids it). offers: every offer of every round: round,
    actor_id (to whom), from_id, kind, position, own_utility, other_utility, taken. converged: whether the last round
    moved nobody. caveats: the known faults, always.
    """

    rounds: pd.DataFrame
    positions: pd.DataFrame
    risk_exponents: pd.DataFrame
    offers: pd.DataFrame
    converged: bool
    caveats: tuple[str, ...] = CAVEATS


def challenge(stakeholders: pd.DataFrame, rounds: int = 10) -> Challenge:
    """Play the challenge model for some rounds; stops early where nobody moves any more.

    stakeholders: actor_id, position (any unit), salience and capability (salience from 0 to 100, capability from 0 in
    any unit); actors with an unknown quantity are left out as in `forecast`. Raises ValueError for an actor with two
    rows, salience outside 0–100, negative capability, fewer than two positions, and fewer than one round.
    """
    table = _checked(stakeholders, rounds)
    actors, places = table["actor_id"].tolist(), table["position"].to_numpy(dtype=float)
    salience = table["salience"].to_numpy(dtype=float) / 100
    weight = table["capability"].to_numpy(dtype=float) * salience
    span = float(np.ptp(places))
    history, exponents, offers = [places], [], []
    for number in range(1, rounds + 1):
        exponent = _risk_exponents(places, weight, salience, span)
        found = _offers(places, exponent, weight, salience, span)
        taken = {actor: _chosen([offer for offer in found if offer["to"] == actor]) for actor in range(len(actors))}
        places = np.array([taken[i]["position"] if taken[i] else place for i, place in enumerate(places)])
        history.append(places)
        exponents.append(exponent)
        offers += [{"round": number, **offer, "taken": offer is taken[offer["to"]]} for offer in found]
        if (history[-1] == history[-2]).all():
            break
    headline = [
        (n, weighted_median(list(p), list(weight)), weighted_mean(list(p), list(weight))) for n, p in enumerate(history)
    ]
    return Challenge(
        rounds=pd.DataFrame(headline, columns=["round", "median", "mean"]),
        positions=pd.DataFrame(np.array(history).T, pd.Index(actors, name="actor_id"), range(len(history))),
        risk_exponents=pd.DataFrame(np.array(exponents).T, pd.Index(actors, name="actor_id"), range(1, len(history))),
        offers=_offer_table(offers, actors),
        converged=bool((history[-1] == history[-2]).all()),
    )


def pairwise_probability(places: np.ndarray, exponent: np.ndarray, weight: np.ndarray, span: float) -> np.ndarray:
    """P[i, j]: votes for i's position against j's, as a share of all votes over all pairs (see CAVEATS).

    places, exponent, weight (capability × salience): one value an actor; span: the range of the issue.
    """
    distance = (np.abs(places[:, None] - places[None, :]) / span) ** exponent[:, None]
    votes = weight[:, None, None] * (distance[:, None, :] - distance[:, :, None])  # voter, for, against
    return np.clip(votes, 0, None).sum(axis=0) / np.abs(votes).sum()


def _checked(stakeholders: pd.DataFrame, rounds: int) -> pd.DataFrame:
    if rounds < 1:
        raise ValueError("at least one round")
    if stakeholders["actor_id"].duplicated().any():
        raise ValueError("an actor has two rows")
    table = stakeholders.dropna(subset=["position", "salience", "capability"]).reset_index(drop=True)
    if not table["salience"].between(0, 100).all() or (table["capability"] < 0).any():
        raise ValueError("salience lies between 0 and 100, capability is not negative")
    if table["position"].nunique() < 2 or not (table["salience"] * table["capability"] > 0).any():
        raise ValueError("there is nothing to bargain about: give two positions at least, and some weight")
    return table


def _utilities(places: np.ndarray, exponent: np.ndarray, span: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Utility of success, failure and the status quo for i against j, with the risk exponent given for each cell."""
    distance = np.abs(places[:, None] - places[None, :]) / span
    return 2 - 4 * (0.5 - distance / 2) ** exponent, 2 - 4 * (0.5 + distance / 2) ** exponent, 2 - 4 * 0.5**exponent


def _expected(
    places: np.ndarray, exponent: np.ndarray, chance: np.ndarray, salience: np.ndarray, span: float
) -> np.ndarray:
    """EU[i, j] of i challenging j, who resists as likely as it cares. exponent: for each cell, of whoever judges."""
    success, failure, status_quo = _utilities(places, exponent, span)
    resists = salience[None, :]
    return resists * (chance * success + (1 - chance) * failure) + (1 - resists) * success - status_quo


def _risk_exponents(places: np.ndarray, weight: np.ndarray, salience: np.ndarray, span: float) -> np.ndarray:
    """How actors value risk, from how much danger they are in compared with the others, all taken as neutral first."""
    neutral = np.ones(len(places))
    chance = pairwise_probability(places, neutral, weight, span)
    utility = _expected(places, np.ones((len(places), len(places))), chance, salience, span)
    np.fill_diagonal(utility, 0)
    danger = utility.sum(axis=0)
    spread = danger.max() - danger.min()
    risk = (2 * danger - danger.max() - danger.min()) / spread if spread > 0 else np.zeros(len(places))
    return (1 - risk / 3) / (1 + risk / 3)


def _offers(
    places: np.ndarray, exponent: np.ndarray, weight: np.ndarray, salience: np.ndarray, span: float
) -> list[Mapping]:
    """What each actor sees itself offered by each other one, both utilities judged with its own attitude to risk."""
    chance = pairwise_probability(places, exponent, weight, span)
    size = (len(places), len(places))
    own = _expected(
        places, np.broadcast_to(exponent[:, None], size), chance, salience, span
    )  # i against j, as i sees it
    other = _expected(
        places, np.broadcast_to(exponent[None, :], size), chance, salience, span
    )  # j against i, as i does
    found = []
    for i in range(len(places)):
        for j in range(len(places)):
            mine, theirs = float(own[i, j]), float(other[j, i])
            if places[i] == places[j] or theirs <= 0:
                continue
            if theirs > mine > 0:
                kind, position = "confrontation", float(places[j])
            elif mine < 0 and theirs > -mine:
                kind, position = "compromise", float(places[i] + (places[j] - places[i]) * -mine / theirs)
            elif mine < 0 and theirs < -mine:
                kind, position = "capitulation", float(places[j])
            else:
                continue
            middle = (abs(mine) * places[i] + theirs * places[j]) / (abs(mine) + theirs)
            # the published order of compromises: by the utility-weighted middle, lowest first
            rank = float(middle) if kind == "compromise" else abs(float(places[i]) - position)
            found.append(
                {"to": i, "from": j, "kind": kind, "position": position, "own": mine, "other": theirs, "rank": rank}
            )
    return found


def _chosen(offers: list[Mapping]) -> Mapping | None:
    """The offer an actor takes: confrontations before compromises before capitulations."""
    return min(offers, key=lambda offer: (PRECEDENCE.index(offer["kind"]), offer["rank"])) if offers else None


def _offer_table(offers: list[Mapping], actors: list[str]) -> pd.DataFrame:
    names = {"own": "own_utility", "other": "other_utility"}
    table = pd.DataFrame(offers, columns=["round", "to", "from", "kind", "position", "own", "other", "taken"])
    table["actor_id"], table["from_id"] = ([actors[i] for i in table[side]] for side in ("to", "from"))
    order = ["round", "actor_id", "from_id", "kind", "position", "own_utility", "other_utility", "taken"]
    return table.rename(columns=names)[order]
