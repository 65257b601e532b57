"""Would it pass? Whose consent a forum needs, who has signalled what, and what is not known."""

from collections import Counter
from dataclasses import dataclass, replace

import pandas as pd

from analysis.actors.councils import Council, Rule, council, least_members, population
from analysis.errors import InputError

VOTES = ("in-favour", "abstained", "against", "absent", "unknown")
IN_FAVOUR_FROM = 60.0
AGAINST_TO = 40.0


@dataclass(frozen=True)
class VetoCheck:
    """How a decision stands in a forum.

    outcome: "passes" or "fails" where that holds however the unknown members vote, else "open". must_consent: members
    whose vote against would alone make it fail. unknown: members that have signalled nothing; `unnamed` counts those
    of a forum whose members are not listed. could_decide: unknown members whose vote alone could make an open outcome
    fail. members: one row each: actor_id, role, vote, must_consent, basis, support. conditions: one row each:
    condition, required, worst (unknown members vote
    against), best (they vote in favour), met (yes, no, open).
    outsiders: actors with a vote that are not members of the forum; they are not counted.
    """

    council: Council
    rule: Rule
    outcome: str
    must_consent: tuple[str, ...]
    unknown: tuple[str, ...]
    unnamed: int
    could_decide: tuple[str, ...]
    members: pd.DataFrame
    conditions: pd.DataFrame
    outsiders: tuple[str, ...]


@dataclass(frozen=True)
class _Ballot:
    """The votes of named members, and how many unnamed ones voted what."""

    votes: dict[str, str]
    others: Counter

    def count(self, vote: str) -> int:
        return sum(cast == vote for cast in self.votes.values()) + self.others[vote]

    def filled(self, vote: str) -> "_Ballot":
        """Every unknown vote taken to be this one."""
        votes = {member: vote if cast == "unknown" else cast for member, cast in self.votes.items()}
        others = Counter(self.others)
        others[vote] += others.pop("unknown", 0)
        return _Ballot(votes, others)

    def with_vote(self, member: str, vote: str) -> "_Ballot":
        return replace(self, votes={**self.votes, member: vote})


def signals(
    stakeholders: pd.DataFrame, *, in_favour_from: float = IN_FAVOUR_FROM, against_to: float = AGAINST_TO
) -> pd.DataFrame:
    """What the positions of `stakeholders` (0 against, 100 for) signal: actor_id, vote, basis, support.

    A position from `in_favour_from` on is read as in favour, one up to `against_to` as against, anything between and
    an unknown one as unknown. A signal is no vote: the thresholds are the analyst's. Raises ValueError unless
    0 <= against_to < in_favour_from <= 100.
    """
    if not 0 <= against_to < in_favour_from <= 100:
        raise ValueError("the thresholds must rise from 0 to 100: against_to, in_favour_from")
    votes = [
        "in-favour" if place >= in_favour_from else "against" if place <= against_to else "unknown"
        for place in stakeholders["position"]
    ]
    return stakeholders[["actor_id", "basis", "support"]].assign(vote=votes)[["actor_id", "vote", "basis", "support"]]


def veto_check(
    name: str, date: str, positions: pd.DataFrame, *, rule: str = "", members: tuple[str, ...] = ()
) -> VetoCheck:
    """How a decision would fare in a council on an ISO day.

    positions: columns actor_id and vote (in-favour, abstained, against, absent, unknown), and if known basis and
    support, as `signals` gives them or written down from a record of votes; members without a row are unknown.
    rule: one of the council's, by default its first. members: for forums without fixed ones, see `council`.
    All rules are monotone: each unknown vote in favour is the best that can happen, each against the worst; where both
    agree the outcome is certain. Raises InputError for an unknown council, rule, day or vote, for an actor given
    twice, and where the rule needs population figures that are not known.
    """
    body = council(name, date, members=members)
    chosen = body.rule(rule)
    cast = _cast(positions)
    ballot, outsiders = _ballot(body, cast)
    best, worst = ballot.filled("in-favour"), ballot.filled("against")
    conditions = _conditions(body, chosen, worst, best)
    met = set(conditions["met"])
    outcome = "fails" if "no" in met else "open" if "open" in met else "passes"
    everybody = _Ballot(dict.fromkeys(body.members, "in-favour"), Counter())
    must = tuple(m for m in body.members if not _passes(body, chosen, everybody.with_vote(m, "against")))
    unknown = tuple(member for member in body.members if ballot.votes[member] == "unknown")
    alone = [m for m in unknown if outcome == "open" and not _passes(body, chosen, best.with_vote(m, "against"))]
    return VetoCheck(
        council=body,
        rule=chosen,
        outcome=outcome,
        must_consent=must,
        unknown=unknown,
        unnamed=ballot.others["unknown"],
        could_decide=tuple(alone),
        members=_members(body, ballot, must, cast),
        conditions=conditions,
        outsiders=outsiders,
    )


def _cast(positions: pd.DataFrame) -> dict[str, dict]:
    rows = positions.to_dict("records")
    wrong = sorted({str(row["vote"]) for row in rows} - set(VOTES))
    if wrong:
        raise InputError.single("votes", f"unknown votes: {', '.join(wrong)}.", f"Use {', '.join(VOTES)}.")
    actors = Counter(row["actor_id"] for row in rows)
    twice = sorted(actor for actor, number in actors.items() if number > 1)
    if twice:
        raise InputError.single("votes", f"given twice: {', '.join(twice)}.", "Keep one vote for each.")
    return {row["actor_id"]: row for row in rows}


def _ballot(body: Council, cast: dict[str, dict]) -> tuple[_Ballot, tuple[str, ...]]:
    """The votes of the members, and who has one without being a member.

    In a forum whose members are not listed every state with a vote is taken for one (identifiers without a colon).
    """
    if body.members:
        votes = {member: cast[member]["vote"] if member in cast else "unknown" for member in body.members}
        return _Ballot(votes, Counter()), tuple(sorted(set(cast) - set(body.members)))
    votes = {actor: row["vote"] for actor, row in sorted(cast.items()) if ":" not in actor}
    return _Ballot(votes, Counter(unknown=body.size - len(votes))), tuple(sorted(set(cast) - set(votes)))


def _passes(body: Council, rule: Rule, ballot: _Ballot) -> bool:
    return all(holds for _, _, _, holds in _tests(body, rule, ballot))


def _conditions(body: Council, rule: Rule, worst: _Ballot, best: _Ballot) -> pd.DataFrame:
    rows = []
    for (name, required, at_worst, holds), (_, _, at_best, can_hold) in zip(
        _tests(body, rule, worst), _tests(body, rule, best), strict=True
    ):
        met = "yes" if holds else "open" if can_hold else "no"
        rows.append({"condition": name, "required": required, "worst": at_worst, "best": at_best, "met": met})
    return pd.DataFrame(rows, columns=["condition", "required", "worst", "best", "met"])


def _tests(body: Council, rule: Rule, ballot: _Ballot) -> list[tuple[str, str, float, bool]]:
    """The rule's conditions on known votes: name, what is required, what there is, whether it holds."""
    yes, tests = ballot.count("in-favour"), []
    if rule.in_favour:
        tests.append(("votes in favour", f"≥ {rule.in_favour}", yes, yes >= rule.in_favour))
    if rule.in_favour_percent:
        least = least_members(body, rule)
        tests.append(("members in favour", f"≥ {least} of {body.size}", yes, yes >= least))
    if rule.population_percent:
        share = round(sum(population(body)[m] for m, vote in ballot.votes.items() if vote == "in-favour"), 6)
        few = body.size - yes < (rule.least_blocking or 0)
        required = f"≥ {rule.population_percent} %, or fewer than {rule.least_blocking or 0} members not in favour"
        tests.append(("population in favour", required, share, share >= rule.population_percent or few))
    if rule.of_votes_cast:
        part, whole = rule.of_votes_cast
        cast = yes + ballot.count("against")
        enough = yes * whole > part * cast if rule.strict else yes * whole >= part * cast and cast > 0
        required = f"{'>' if rule.strict else '≥'} {part}/{whole} of votes for and against"
        tests.append(("share of votes cast", required, round(yes / cast, 6) if cast else 0.0, enough))
    if rule.no_objection:
        whose = "permanent" if rule.no_objection == "permanent" else ""
        against = sum(v == "against" and (not whose or body.roles[m] == whose) for m, v in ballot.votes.items())
        tests.append((f"{whose or 'members'} against".strip(), "0", against, against == 0))
    if rule.all_in_favour:
        tests.append(("members in favour", f"{body.size} of {body.size}", yes, yes == body.size))
    return tests


def _members(body: Council, ballot: _Ballot, must: tuple[str, ...], cast: dict[str, dict]) -> pd.DataFrame:
    rows = [
        {
            "actor_id": member,
            "role": body.roles.get(member, "member"),
            "vote": vote,
            "must_consent": member in must,
            "basis": cast.get(member, {}).get("basis", ""),
            "support": cast.get(member, {}).get("support", ""),
        }
        for member, vote in ballot.votes.items()
    ]
    return pd.DataFrame(rows, columns=["actor_id", "role", "vote", "must_consent", "basis", "support"])
