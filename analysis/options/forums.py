"""Whose consent an option needs in its forum, who has signalled what, and who could block it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from analysis.actors import council_names, signals, veto_check
from analysis.errors import InputError

if TYPE_CHECKING:
    from analysis.actors import VetoCheck
    from analysis.dossier import Option

SUMMARY = ["option", "council", "rule", "outcome", "against", "must_consent", "unknown", "unnamed", "why_not"]


@dataclass(frozen=True)
class ForumCheck:
    """check: None where none can be made; then why_not is "decides-alone", "nobody-signalled", or a sentence."""

    option: str
    council: str
    check: VetoCheck | None
    why_not: str

    @property
    def vetoes(self) -> tuple[str, ...]:
        """Members whose consent is needed and who have signalled that they are against."""
        if self.check is None:
            return ()
        members = self.check.members
        return tuple(members["actor_id"][members["must_consent"] & (members["vote"] == "against")])


def forum_checks(option: Option, date: str, stakeholders: pd.DataFrame | None) -> list[ForumCheck]:
    """One check per council of the option's forum, on an ISO day.

    stakeholders: as `actors.stakeholders` gives them for this option, None where nobody's position is known: then every
    vote is unknown. An ad hoc group has no members of its own: those who signal that they are in favour are taken as
    taking part, for nobody else's consent is needed. A national government decides alone. Where no check can be made,
    `why_not` says so.
    """
    votes = pd.DataFrame(columns=["actor_id", "vote", "basis", "support"])
    if stakeholders is not None and len(stakeholders):
        votes = signals(stakeholders)
    found = []
    for name in council_names(option.forum):
        if option.forum == "national":
            found.append(ForumCheck(option.id, name, None, "decides-alone"))
            continue
        members: tuple[str, ...] = ()
        if option.forum == "ad_hoc":
            votes = votes[votes["vote"] == "in-favour"]
            members = tuple(sorted(votes["actor_id"]))
            if not members:
                found.append(ForumCheck(option.id, name, None, "nobody-signalled"))
                continue
        try:
            found.append(ForumCheck(option.id, name, veto_check(name, date, votes, members=members), ""))
        except InputError as error:
            found.append(ForumCheck(option.id, name, None, error.problems[0].message))  # membership or figures unknown
    return found


def forum_table(checks: list[ForumCheck]) -> pd.DataFrame:
    """One row per check: outcome (passes, fails, open; "" where none could be made), members joined by "|"."""
    rows = []
    for item in checks:
        row = {"option": item.option, "council": item.council, "outcome": "", "rule": "", "why_not": item.why_not}
        row |= {"against": "", "must_consent": "", "unknown": "", "unnamed": 0}
        if item.check is not None:
            members = item.check.members
            row |= {
                "rule": item.check.rule.id,
                "outcome": item.check.outcome,
                "against": "|".join(members["actor_id"][members["vote"] == "against"]),
                "must_consent": "|".join(item.check.must_consent),
                "unknown": "|".join(item.check.unknown),
                "unnamed": item.check.unnamed,
            }
        rows.append(row)
    return pd.DataFrame(rows, columns=SUMMARY)
