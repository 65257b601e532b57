"""The ceiling of analytic confidence: how sure the material allows anybody to be, and why no surer.

Confidence is about the ground of a judgement; it is no likelihood, and no sentence here speaks of one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

import pandas as pd
from pydantic import Field

from analysis.actors import origins_of
from analysis.actors.yardsticks import Label, Strict, read_yardstick
from analysis.style import format_number
from analysis.tables import Tables

if TYPE_CHECKING:
    from analysis.dossier import Dossier

LEVELS = ("low", "moderate", "high")
Level = Literal["low", "moderate", "high"]


class CeilingRule(Strict):
    """Where `quantity` is below the limit, confidence is no higher than `ceiling`."""

    id: str = Field(min_length=1)
    quantity: Literal["origins", "graded", "information", "sound", "firm_assumptions", "uncontradicted"]
    below: float
    ceiling: Level
    it: str
    en: str


class CeilingRules(Strict):
    """`confidence.yaml`."""

    id: str
    levels: dict[Level, Label]
    rules: list[CeilingRule]


@dataclass(frozen=True)
class Ceiling:
    """level: low, moderate or high. word: the level's name. reasons: (rule, level, sentence) of every rule that
    applies, the lowest level first. quantities: what was counted; None where there is nothing to count.
    """

    level: str
    word: str
    reasons: tuple[tuple[str, str, str], ...]
    quantities: dict[str, float | None]


def material(dossier: Dossier, tables: Tables, evidence: pd.DataFrame) -> dict[str, float | None]:
    """What confidence is judged by. evidence: the table of `evidence_table`.

    origins: independent ones. graded: share of them with a document graded A to C. information, sound: shares of the
    assessments. firm_assumptions: share of the assumptions whose confidence is high or moderate. uncontradicted: 1
    where no documents contradict each other, else 0.
    """
    origins = pd.Series(origins_of(tables["documents"]), dtype=str)
    good = tables["documents"]["source_grade"].isin(list("ABC")).to_numpy()
    named = sorted(set(origins) - {""})
    assumptions = dossier.options.assumptions if dossier.options else []
    firm = [assumption.confidence in ("high", "moderate") for assumption in assumptions]
    return {
        "origins": float(len(named)),
        "graded": sum(bool(good[(origins == name).to_numpy()].any()) for name in named) / len(named) if named else None,
        "information": float((evidence["basis"] == "information").mean()) if len(evidence) else None,
        "sound": float((evidence["state"] != "stale").mean()) if len(evidence) else None,
        "firm_assumptions": sum(firm) / len(firm) if firm else None,
        "uncontradicted": float(tables["contradictions"].empty),
    }


def confidence_ceiling(quantities: dict[str, float | None], language: str = "it") -> Ceiling:
    """The highest level that every rule of `confidence.yaml` allows; what nobody could count lowers nothing.

    Raises ValueError for a language other than `it` and `en`.
    """
    if language not in ("it", "en"):
        raise ValueError(f"language must be 'it' or 'en', not {language!r}")
    rules = ceiling_rules()
    applied = [
        (rule.id, rule.ceiling, _sentence(rule, value, language))
        for rule in rules.rules
        if (value := quantities[rule.quantity]) is not None and value < rule.below
    ]
    applied.sort(key=lambda reason: LEVELS.index(reason[1]))
    quantity = {rule.id: rule.quantity for rule in rules.rules}
    # Of several rules about one quantity the strictest says it all.
    strictest: dict[str, tuple[str, str, str]] = {}
    for reason in applied:
        strictest.setdefault(quantity[reason[0]], reason)
    applied = list(strictest.values())
    level = applied[0][1] if applied else LEVELS[-1]
    return Ceiling(level, getattr(rules.levels[level], language), tuple(applied), dict(quantities))


@lru_cache(maxsize=1)
def ceiling_rules() -> CeilingRules:
    """The rules of `confidence.yaml`."""
    return CeilingRules.model_validate(read_yardstick("confidence"))


def _sentence(rule: CeilingRule, value: float, language: str) -> str:
    words = {"value": _number(value, language), "limit": _number(rule.below, language)}
    return getattr(rule, language).format(**words)


def _number(value: float, language: str) -> str:
    return format_number(value, language, digits=0 if value == int(value) else 2)
