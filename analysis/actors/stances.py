"""Whether somebody's words assent to something, dissent from it, or take no side."""

import re
from functools import lru_cache
from typing import Literal

from pydantic import Field, field_validator

from analysis.actors.yardsticks import Strict, read_yardstick
from analysis.tables import MODALITIES

Stance = Literal["agree", "disagree", "neutral"]
STANCES: tuple[Stance, ...] = ("agree", "disagree", "neutral")
_OPPOSITE: dict[Stance, Stance] = {"agree": "disagree", "disagree": "agree", "neutral": "neutral"}


class StanceRules(Strict):
    """`stances.yaml`."""

    id: str
    modalities: dict[str, Stance]
    rejecting: tuple[str, ...] = Field(min_length=1)
    reversing: tuple[str, ...] = Field(min_length=1)
    open_classes: tuple[str, ...]

    @field_validator("modalities")
    @classmethod
    def _complete(cls, modalities: dict[str, Stance]) -> dict[str, Stance]:
        if sorted(modalities) != sorted(MODALITIES):
            raise ValueError(f"a stance for each of {', '.join(MODALITIES)}, and no other")
        return modalities


@lru_cache(maxsize=1)
def stance_rules() -> StanceRules:
    """The rules of `stances.yaml`."""
    return StanceRules.model_validate(read_yardstick("stances"))


def stance_of_claim(modality: str, cue: str, rule_id: str) -> Stance:
    """A speaker's stance to an event inside his statement: `modality` of the event; `cue`, `rule_id` of the statement.

    What the event is denied by already is not turned about a second time. What is asked for or about is open.
    """
    rules = stance_rules()
    stance = rules.modalities[modality]
    if stance == "agree" and _class_of(rule_id) in rules.open_classes:
        return "neutral"
    return stance if stance == "disagree" else _introduced(stance, cue)


def stance_of_advice(negated: bool, cue: str) -> Stance:
    """A proponent's stance to an action: `negated` where he asks for its opposite; `cue` introduces his words."""
    return _introduced("disagree" if negated else "agree", cue)


def _introduced(stance: Stance, cue: str) -> Stance:
    """The stance as what introduces the words leaves it: kept, turned about, or left open ("non esclude")."""
    words = re.findall(r"\w+", cue.casefold())
    if not any(word.startswith(stance_rules().rejecting) for word in words):
        return stance
    return "neutral" if set(words) & set(stance_rules().reversing) else _OPPOSITE[stance]


def _class_of(rule_id: str) -> str:
    """The class of cues in a rule such as `statement:deny:that:name`."""
    return (rule_id.split(":") + [""])[1]
