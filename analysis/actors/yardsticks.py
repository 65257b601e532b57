"""The conventions of this room, read from `data/yardsticks/`: weights of modalities, names of event types."""

from functools import lru_cache

import yaml
from pydantic import BaseModel, ConfigDict, Field, field_validator

from analysis.paths import DATA
from analysis.tables import EVENT_TYPES, MODALITIES

YARDSTICKS = DATA / "yardsticks"


class Strict(BaseModel):
    """Base of all: frozen, unknown keys forbidden."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Label(Strict):
    """One name in both languages."""

    it: str = Field(min_length=1)
    en: str = Field(min_length=1)


class ModalityWeights(Strict):
    """Weight of each modality, between 0 and 1."""

    id: str
    weights: dict[str, float]

    @field_validator("weights")
    @classmethod
    def _complete(cls, weights: dict[str, float]) -> dict[str, float]:
        return check_weights(weights)


class WeightSet(ModalityWeights):
    """Weights of the modalities under a name."""

    name: Label


class WeightSets(Strict):
    """`modality_weight_sets.yaml`."""

    id: str
    sets: tuple[WeightSet, ...]


class ToneWeight(Strict):
    """PLOVER points that one judgement in words is worth."""

    id: str
    weight: float = Field(ge=0)


class EventLabels(Strict):
    """Names of event types and modalities for readers."""

    id: str
    types: dict[str, Label]
    modalities: dict[str, Label]

    @field_validator("types")
    @classmethod
    def _every_type(cls, types: dict[str, Label]) -> dict[str, Label]:
        if sorted(types) != sorted(EVENT_TYPES):
            raise ValueError("a name for each of the sixteen event types, and no other")
        return types


def check_weights(weights: dict[str, float]) -> dict[str, float]:
    """The same weights. Raises ValueError unless each modality has one between 0 and 1."""
    if sorted(weights) != sorted(MODALITIES):
        raise ValueError(f"a weight for each of {', '.join(MODALITIES)}, and no other")
    wrong = [name for name, weight in weights.items() if not 0 <= weight <= 1]
    if wrong:
        raise ValueError(f"weights lie between 0 and 1: {', '.join(wrong)}")
    return dict(weights)


@lru_cache(maxsize=1)
def event_labels() -> EventLabels:
    """The labels of `event_labels.yaml`."""
    return EventLabels.model_validate(read_yardstick("event_labels"))


@lru_cache(maxsize=1)
def weight_sets() -> tuple[WeightSet, ...]:
    """The weight sets of `modality_weight_sets.yaml`, under which rankings are tried beside the default weights."""
    return WeightSets.model_validate(read_yardstick("modality_weight_sets")).sets


def read_yardstick(name: str) -> dict:
    """The values of `data/yardsticks/NAME.yaml`, not yet checked."""
    return yaml.safe_load((YARDSTICKS / f"{name}.yaml").read_text(encoding="utf-8"))


DEFAULT_MODALITY_WEIGHTS = ModalityWeights.model_validate(read_yardstick("modality_weights")).weights
DEFAULT_TONE_WEIGHT = ToneWeight.model_validate(read_yardstick("tone_weight")).weight
