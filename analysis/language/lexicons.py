"""The lexicons of `data/lexicons/it` as checked models: what the extraction knows about Italian words."""

from functools import cache

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from analysis.errors import InputError
from analysis.paths import LEXICONS
from analysis.tables import EVENT_TYPES, MODALITIES


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Entry(_Strict):
    id: str = Field(pattern=r"^[a-z0-9-]+$")


class CueClass(_Entry):
    """Verbs that introduce what somebody said.

    content: `clause` (che, di, a quotation), `object` (what is condemned or praised), `directive` (the content is an
    action: a recommendation; here it only ends the content before it).
    """

    content: str = Field(pattern="^(clause|object|directive)$")
    verbs: tuple[str, ...] = Field(min_length=1)


class CuePhrase(_Entry):
    """Words that name a speaker before a nominal (`secondo`, `a detto di`) or point back to one (`a suo avviso`)."""

    words: tuple[str, ...] = Field(min_length=1)
    speaker: str = Field(pattern="^(nominal|person|previous)$")


class LightCue(_Entry):
    """A verb with a fixed complement: `fare sapere`, `rendere noto`."""

    verb: str
    complements: tuple[str, ...] = Field(min_length=1)


class Cues(_Strict):
    """`cues.yaml`."""

    classes: tuple[CueClass, ...]
    light: tuple[LightCue, ...]
    phrases: tuple[CuePhrase, ...]
    groups: tuple[str, ...]
    descriptions: tuple[str, ...]
    organs: tuple[str, ...]


class TypeScore(_Strict):
    """A PLOVER type: quad class 1 to 4 and base score."""

    quad: int = Field(ge=1, le=4)
    score: float = Field(ge=-10, le=10)


class EventGroup(_Entry):
    """Words that report an event of one type with one frame.

    forum: the body that is the target where the text names it somewhere and no other target beside the trigger.

    source, target: where the roles stand, first filled wins: `subj`, `obj`, `obj-of` (named inside the object),
    `agent` (da), a preposition, `gen` (di), `dem` (an adjective such as `russo`), `part` (da parte di), `owner` (suo).
    """

    type: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    mutual: bool = False
    alone: bool = False
    forum: str = ""
    intransitive: bool = False
    score: float | None = Field(default=None, ge=-10, le=10)

    @field_validator("type")
    @classmethod
    def _known(cls, value: str) -> str:
        if value not in EVENT_TYPES:
            raise ValueError(f"no PLOVER type: {value}")
        return value


class Events(_Strict):
    """`events.yaml`."""

    types: dict[str, TypeScore]
    light_verbs: tuple[str, ...]
    groups: tuple[EventGroup, ...]

    @field_validator("types")
    @classmethod
    def _complete(cls, value: dict[str, TypeScore]) -> dict[str, TypeScore]:
        if sorted(value) != sorted(EVENT_TYPES):
            raise ValueError("a score for each of the sixteen event types, and no other")
        return value


class WordGroup(_Entry):
    """Words under one identifier."""

    words: frozenset[str] = Field(min_length=1)


class Participants(_Strict):
    """`participants.yaml`."""

    lists: tuple[WordGroup, ...]


class ModalityEntry(_Entry):
    """Words that give a modality to what they govern. where: `governor` (a verb over it), `auxiliary`, `sentence`."""

    modality: str
    where: str = Field(pattern="^(governor|aspect|auxiliary|adjective|phrase|negation|condition)$")
    words: tuple[str, ...] = Field(min_length=1)

    @field_validator("modality")
    @classmethod
    def _known(cls, value: str) -> str:
        if value not in MODALITIES:
            raise ValueError(f"no modality: {value}")
        return value


class Modality(_Strict):
    """`modality.yaml`."""

    entries: tuple[ModalityEntry, ...]
    predictable: tuple[str, ...]


class Directive(_Entry):
    """How a recommendation is worded.

    frame: `modal` (dovrebbe + infinitive), `person` (X a fare), `dative` (a X di fare), `plain` (di fare, che faccia),
    `impersonal` (occorre fare), `phrase` (fixed words before the infinitive), `noun` (l'importanza di).
    """

    frame: str = Field(pattern="^(modal|person|dative|plain|impersonal|phrase|noun)$")
    words: tuple[str, ...] = Field(min_length=1)


class Recommendations(_Strict):
    """`recommendations.yaml`."""

    directives: tuple[Directive, ...]
    weight_nouns: tuple[str, ...]


class ForecastCue(_Entry):
    """Words of expectation. frame: `clause` (si prevede che), `participle` (è atteso), `noun` (la previsione che)."""

    frame: str = Field(pattern="^(clause|participle|noun)$")
    words: tuple[str, ...] = Field(min_length=1)


class Forecasts(_Strict):
    """`forecasts.yaml`."""

    cues: tuple[ForecastCue, ...]


class Irregular(_Strict):
    """`irregular.yaml`: forms by infinitive."""

    id: str
    verbs: dict[str, tuple[str, ...]]


MODELS: dict[str, type[BaseModel]] = {
    "cues": Cues,
    "events": Events,
    "modality": Modality,
    "participants": Participants,
    "recommendations": Recommendations,
    "forecasts": Forecasts,
    "irregular": Irregular,
}


@cache
def load_lexicon(name: str) -> BaseModel:
    """The lexicon `name` (see `MODELS`), checked: shapes, known types, identifiers that occur once.

    Raises analysis.errors.InputError where the file is missing, no lexicon of that name is known, or a check fails.
    """
    path = LEXICONS / f"{name}.yaml"
    if name not in MODELS or not path.is_file():
        raise InputError.single(str(path), "There is no such lexicon.", f"Known: {', '.join(sorted(MODELS))}.")
    try:
        lexicon = MODELS[name].model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (yaml.YAMLError, ValidationError) as error:
        raise InputError.single(str(path), "The lexicon does not hold.", str(error)) from error
    twice = _twice(identifiers(lexicon))
    if twice:
        raise InputError.single(str(path), f"Identifiers given twice: {', '.join(twice)}.", "Rename one of each.")
    return lexicon


def identifiers(lexicon: BaseModel) -> list[str]:
    """The identifiers of all entries of a lexicon, in its order."""
    found = []
    for field in type(lexicon).model_fields:
        value = getattr(lexicon, field)
        if isinstance(value, tuple):
            found += [entry.id for entry in value if isinstance(entry, _Entry)]
    return found


def _twice(values: list[str]) -> list[str]:
    seen: set[str] = set()
    again = {value for value in values if value in seen or seen.add(value)}
    return sorted(again)
