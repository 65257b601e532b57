"""Who decides where: forums, their members by date and their rules, read from data/councils/*.yaml."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from math import ceil
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from analysis.actors.voting_power import Game, Quota
from analysis.errors import InputError
from analysis.paths import DATA

COUNCILS = DATA / "councils"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
UNITS = 10_000
"""Shares of population are counted in hundredths of a percent, as they are published."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class _Dated(_Strict):
    """Something that holds from a day on and until, but not on, another; "" is open."""

    id: str = Field(min_length=1)
    from_: str = Field(alias="from")
    to: str = ""
    source: str = Field(min_length=1)
    certainty: Literal["certain", "to_check"]
    note: str = ""

    def covers(self, day: str) -> bool:
        return (not self.from_ or self.from_ <= day) and (not self.to or day < self.to)


class Term(_Dated):
    """Members that sit for the same time in the same role."""

    role: Literal["permanent", "elected", "member"]
    actors: list[str] = Field(min_length=1)


class Populations(_Dated):
    """Population of every member, in persons or as the published percentages."""

    unit: Literal["persons", "percent"]
    values: dict[str, float]

    def shares(self, members: tuple[str, ...]) -> dict[str, float]:
        """Percent of the population of all, by member."""
        if self.unit == "percent":
            return {member: self.values[member] for member in members}
        total = sum(self.values[member] for member in members)
        return {member: 100 * self.values[member] / total for member in members}


class Rule(_Strict):
    """What it takes to decide; every condition that is given must hold.

    in_favour: so many votes. in_favour_percent: of the members. population_percent: of their population, which fewer
    than least_blocking members cannot prevent. of_votes_cast: [2, 3] of those in favour or against, more than that
    where `strict`. no_objection: no permanent member, or nobody, votes against. all_in_favour: each consents.
    """

    id: str = Field(min_length=1)
    title: str
    title_en: str
    basis: str = Field(min_length=1)
    in_favour: int | None = None
    in_favour_percent: int | None = None
    population_percent: int | None = None
    least_blocking: int | None = None
    of_votes_cast: tuple[int, int] | None = None
    strict: bool = False
    no_objection: Literal["", "permanent", "all"] = ""
    all_in_favour: bool = False
    note: str = ""


class CouncilFile(_Strict):
    """One file of data/councils. `size`: of a forum whose members are not listed. `open`: the caller names them."""

    id: str
    forum: str
    title: str
    title_en: str
    actor_id: str = ""
    known_from: str
    known_to: str
    terms: list[Term] = []
    populations: list[Populations] = []
    size: int = 0
    size_source: str = ""
    open: bool = False
    rules: list[Rule] = Field(min_length=1)

    @model_validator(mode="after")
    def _one_kind_of_membership(self) -> "CouncilFile":
        if (bool(self.terms), bool(self.size), self.open).count(True) != 1:
            raise ValueError("either terms, or a size, or open")
        if self.size and not self.size_source:
            raise ValueError("a size without source")
        return self


@dataclass(frozen=True)
class Council:
    """A forum on one day.

    members: sorted; empty where they are not listed. size: how many there are. roles: member -> permanent, elected or
    member. population: member -> percent, empty where no figures for the day are known. rules by identifier, the first
    is the one for what foreign policy decides. sources: what the membership rests on. to_check: uncertain ones of them.
    """

    id: str
    forum: str
    title: str
    title_en: str
    date: str
    members: tuple[str, ...]
    size: int
    roles: dict[str, str] = field(default_factory=dict)
    population: dict[str, float] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    to_check: tuple[str, ...] = ()

    def rule(self, rule_id: str = "") -> Rule:
        """The rule of this identifier, or the council's first. Raises InputError where it has no such rule."""
        if rule_id and rule_id not in self.rules:
            raise _wrong(self.id, f"the rule `{rule_id}` is unknown.", f"Use one of: {', '.join(self.rules)}.")
        return self.rules[rule_id or next(iter(self.rules))]


def council_names(forum: str = "") -> list[str]:
    """The identifiers of all councils, or of those that make up a forum of options.yaml (`eu` has two)."""
    return [name for name, found in read_councils(COUNCILS).items() if not forum or found.forum == forum]


def council(name: str, date: str, *, members: tuple[str, ...] = ()) -> Council:
    """The council of this identifier on an ISO day.

    members: who takes part, for a national government (one) and an ad hoc group, which have no fixed ones; elsewhere
    it is not given. Raises InputError for an unknown name, for what is no day or one whose membership is not known, and
    for members where they are fixed or missing where they are not.
    """
    files = read_councils(COUNCILS)
    if name not in files:
        raise _wrong("councils", f"the council `{name}` is unknown.", f"Use one of: {', '.join(files)}.")
    found = files[name]
    if not _DAY.fullmatch(date):
        raise _wrong(name, f"`{date}` is no day.", "Write it as YYYY-MM-DD.")
    if (found.known_from and date < found.known_from) or (found.known_to and date >= found.known_to):
        period = f"{found.known_from or '…'} to {found.known_to or '…'}"
        remedy = f"Add the terms to data/councils/{name}.yaml, or ask for a day from {period}."
        raise _wrong(name, f"the members on {date} are not known.", remedy)
    if found.open != bool(members):
        message = "this forum has no fixed members." if found.open else "the members of this forum are fixed."
        raise _wrong(name, message, "Name who takes part." if found.open else "Leave `members` out.")
    terms = [term for term in found.terms if term.covers(date)]
    roles = {actor: term.role for term in terms for actor in term.actors} or dict.fromkeys(members, "member")
    sitting = tuple(sorted(roles))
    figures = [populations for populations in found.populations if populations.covers(date)]
    return Council(
        id=found.id,
        forum=found.forum,
        title=found.title,
        title_en=found.title_en,
        date=date,
        members=sitting,
        size=len(sitting) or found.size,
        roles={actor: roles[actor] for actor in sitting},
        population=figures[0].shares(sitting) if figures else {},
        rules={rule.id: rule for rule in found.rules},
        sources=tuple(
            source for source in (*(item.source for item in (*terms, *figures)), found.size_source) if source
        ),
        to_check=tuple(item.source for item in (*terms, *figures) if item.certainty == "to_check"),
    )


def voting_game(body: Council, rule_id: str = "") -> Game:
    """A council's rule as a game of yes and no, for `voting_power`.

    Abstaining counts as no, so that a permanent member's abstention would block here although it does not in a vote.
    Shares of population are rounded to hundredths of a percent. Raises InputError where members or their population
    are not known.
    """
    rule = body.rule(rule_id)
    if not body.members:
        raise _wrong(body.id, "the members are not listed.", "Ask for a council with listed members.")
    heads = dict.fromkeys(body.members, 1)
    quotas = []
    if rule.in_favour:
        quotas.append(Quota(heads, rule.in_favour))
    if rule.in_favour_percent:
        quotas.append(Quota(heads, least_members(body, rule)))
    if rule.no_objection == "permanent":
        permanent = {member: 1 for member in body.members if body.roles[member] == "permanent"}
        quotas.append(Quota(permanent, len(permanent)))
    if rule.no_objection == "all" or rule.all_in_favour:
        quotas.append(Quota(heads, body.size))
    if not rule.population_percent:
        return Game(body.members, (tuple(quotas),))
    shares = {member: round(share * UNITS / 100) for member, share in population(body).items()}
    people = Quota(shares, rule.population_percent * UNITS // 100)
    unblocked = Quota(heads, body.size - (rule.least_blocking or 0) + 1)
    return Game(body.members, ((*quotas, people), (*quotas, unblocked)))


def least_members(body: Council, rule: Rule) -> int:
    """How many members make the rule's share of them."""
    return ceil(rule.in_favour_percent * body.size / 100)


def population(body: Council) -> dict[str, float]:
    """Member -> percent of the population. Raises InputError where no figures for the day are known."""
    if not body.population:
        remedy = f"Add them to data/councils/{body.id}.yaml, or ask for another day."
        raise _wrong(body.id, f"no population figures are known for {body.date}.", remedy)
    return body.population


@lru_cache(maxsize=2)
def read_councils(folder: Path) -> dict[str, CouncilFile]:
    """The files of a folder by the council's identifier, sorted. Raises InputError where one breaks its model."""
    files = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            found = CouncilFile.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"])
            raise InputError.single(str(path), f"{place}: {first['msg']}.", "Correct the entry.") from error
        files[found.id] = found
    return files


def _wrong(name: str, message: str, remedy: str) -> InputError:
    return InputError.single(f"data/councils/{name}.yaml" if name != "councils" else "data/councils", message, remedy)
