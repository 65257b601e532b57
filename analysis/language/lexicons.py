"""The lexicons of `data/lexicons/it` as checked models: what the extraction knows about Italian words."""

from functools import cache
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from analysis.errors import InputError
from analysis.paths import LEXICONS
from analysis.tables import EVENT_TYPES, MODALITIES

Model = TypeVar("Model", bound=BaseModel)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Entry(_Strict):
    id: str = Field(pattern=r"^[a-z0-9-]+$")


CONTENT = ("that", "infinitive", "question", "quotation", "before", "object", "quoted", "predicate", "charge")


class CueClass(_Entry):
    """Verbs that introduce what somebody said; `takes` says where it may stand (see `cues.yaml`)."""

    takes: tuple[str, ...] = Field(min_length=1)
    verbs: tuple[str, ...] = Field(min_length=1)

    @field_validator("takes")
    @classmethod
    def _known(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if set(value) - set(CONTENT):
            raise ValueError(f"no place of a content: {sorted(set(value) - set(CONTENT))}")
        return value


class CuePhrase(_Entry):
    """Words that name a speaker before a nominal (`secondo`, `a detto di`) or point back to one (`a suo avviso`)."""

    words: tuple[str, ...] = Field(min_length=1)
    speaker: str = Field(pattern="^(nominal|person|quoted|antecedent|previous)$")


class LightCue(_Entry):
    """A verb with a fixed complement: `fare sapere`, `rendere noto`."""

    verb: str
    complements: tuple[str, ...] = Field(min_length=1)


class SpeakerPronoun(_Entry):
    """Pronouns that take up a speaker of a gender ("" either) and number."""

    words: tuple[str, ...] = Field(min_length=1)
    gender: str = Field(pattern="^(Masc|Fem|)$")
    number: str = Field(pattern="^(Sing|Plur)$")


class Cues(_Strict):
    """`cues.yaml`."""

    classes: tuple[CueClass, ...]
    light: tuple[LightCue, ...]
    nouns: frozenset[str]
    utterances: frozenset[str]
    phrases: tuple[CuePhrase, ...]
    groups: frozenset[str]
    people_endings: tuple[str, ...]
    not_people: frozenset[str]
    documents: frozenset[str]
    voices: frozenset[str]
    bodies: frozenset[str]
    opinions: frozenset[str]
    personal: frozenset[str]
    not_speakers: frozenset[str]
    pronouns: tuple[SpeakerPronoun, ...]
    organs: tuple[str, ...]

    def is_people(self, word: str) -> bool:
        """Does a word (lower case) name somebody or a body that can speak?"""
        return word in self.groups or (word.endswith(self.people_endings) and word not in self.not_people)


class TypeScore(_Strict):
    """A PLOVER type: quad class 1 to 4 and base score."""

    quad: int = Field(ge=1, le=4)
    score: float = Field(ge=-10, le=10)


class EventGroup(_Entry):
    """Words that report an event of one type with one frame.

    What must stand beside the verb (or adjective, or noun): one of `objects` (a direct object; beside a noun, what it
    governs), of `complements` (a noun after a preposition), of `words` (fixed words after it); `infinitive`: an
    infinitive, of a verb that reports an event of one of the quad classes in `content` if any are given; `negated`: a
    negation, which the type then stands for. `unless`: words with which it means something else; `no_clause`: with
    a clause ("sostiene che") it only says something.

    absorbs: what hangs on it is its content and no further event ("minaccia di attaccare"). both: no event unless
    source and target are known. forum: the body that is the target where the text names it somewhere and no other
    target beside the trigger.

    source, target: where the roles stand, first filled wins: `subj`, `obj`, `obj-of` (named inside the object),
    `agent` (da), a preposition, `gen` (di), `dem` (an adjective such as `russo`), `part` (da parte di), `owner` (suo).
    """

    type: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    complements: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    content: tuple[int, ...] = ()
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    mutual: bool = False
    infinitive: bool = False
    negated: bool = False
    no_clause: bool = False
    absorbs: bool = False
    both: bool = False
    forum: str = ""
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
    """Words that give a modality to what they govern. `where` they stand: see `modality.yaml`."""

    modality: str
    where: str = Field(pattern="^(governor|taker|adjective|before|before-noun|phrase|condition)$")
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
    no_negation: tuple[str, ...]
    foretelling: tuple[str, ...]


class Directive(_Entry):
    """How a recommendation is worded.

    frame: `modal` (dovrebbe + infinitive), `person` (X a fare), `dative` (a X di fare, che X faccia), `plain` (che X
    faccia), `impersonal` (occorre fare), `turn` (tocca a X fare), `phrase` (fixed words before the infinitive),
    `that-phrase` (before `che`), `noun` (l'importanza di, l'appello a).
    """

    frame: str = Field(pattern="^(modal|person|dative|plain|impersonal|turn|phrase|that-phrase|noun)$")
    words: tuple[str, ...] = Field(min_length=1)


class Recommendations(_Strict):
    """`recommendations.yaml`; the word lists are explained there."""

    directives: tuple[Directive, ...]
    weight_nouns: tuple[str, ...]
    stressing: tuple[str, ...]
    giving: tuple[str, ...]
    needs_addressee: tuple[str, ...]
    takes_action_noun: tuple[str, ...]
    action_nouns: tuple[str, ...]
    no_action_nouns: tuple[str, ...]
    endured: tuple[str, ...]
    no_duty_after_andare: tuple[str, ...]
    scheduled: tuple[str, ...]
    infinitive_nouns: tuple[str, ...]
    outcomes: tuple[str, ...]
    courtesies: tuple[str, ...]
    endings: tuple[str, ...]
    taking: tuple[str, ...]
    people: tuple[str, ...]
    collectives: tuple[str, ...]
    exhorting: tuple[str, ...]


class ForecastCue(_Entry):
    """Words of expectation.

    frame: `clause` (si prevede che), `participle` (è atteso), `destined` (è destinato a), `noun` (la previsione che),
    `risk` (rischia di).
    """

    frame: str = Field(pattern="^(clause|participle|destined|noun|risk)$")
    words: tuple[str, ...] = Field(min_length=1)


class Forecasts(_Strict):
    """`forecasts.yaml`."""

    cues: tuple[ForecastCue, ...]


class Irregular(_Strict):
    """`irregular.yaml`: forms by infinitive."""

    id: str
    verbs: dict[str, tuple[str, ...]]


class Numerals(_Strict):
    """`numerals.yaml`: numbers below twenty, and the tens without their last vowel."""

    id: str
    small: dict[str, int]
    tens: dict[str, int]


class IncidentFamily(_Entry):
    """Event types that may name the same occurrence."""

    types: tuple[str, ...] = Field(min_length=2)


class Incidents(_Strict):
    """`incidents.yaml`."""

    families: tuple[IncidentFamily, ...]
    mutual: tuple[str, ...]
    rarely_repeated: tuple[str, ...]

    @field_validator("families")
    @classmethod
    def _apart(cls, value: tuple[IncidentFamily, ...]) -> tuple[IncidentFamily, ...]:
        types = [kind for family in value for kind in family.types]
        if len(types) != len(set(types)) or not set(types) <= set(EVENT_TYPES):
            raise ValueError("PLOVER types, each in one family at most")
        return value


class VotePosition(_Entry):
    """How somebody votes: verbs that say it alone, nouns that say it, phrases beside a verb or noun of voting."""

    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    phrases: tuple[str, ...]


class Votes(_Strict):
    """`votes.yaml`."""

    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    positions: tuple[VotePosition, ...]


class Counts(_Strict):
    """`counts.yaml`."""

    inexact: tuple[str, ...]
    no_count: tuple[str, ...]


MODELS: dict[str, type[BaseModel]] = {
    "cues": Cues,
    "events": Events,
    "modality": Modality,
    "participants": Participants,
    "recommendations": Recommendations,
    "forecasts": Forecasts,
    "irregular": Irregular,
    "incidents": Incidents,
    "votes": Votes,
    "counts": Counts,
    "numerals": Numerals,
}


@cache
def load_lexicon(name: str) -> BaseModel:
    """The lexicon `name` (see `MODELS`), checked: shapes, known types, identifiers that occur once.

    Raises analysis.errors.InputError where the file is missing, no lexicon of that name is known, or a check fails.
    """
    path = LEXICONS / f"{name}.yaml"
    if name not in MODELS or not path.is_file():
        raise InputError.single(str(path), "There is no such lexicon.", f"Known: {', '.join(sorted(MODELS))}.")
    lexicon = read_lexicon(path, MODELS[name])
    twice = _twice(identifiers(lexicon))
    if twice:
        raise InputError.single(str(path), f"Identifiers given twice: {', '.join(twice)}.", "Rename one of each.")
    return lexicon


def read_lexicon(path: Path, model: type[Model]) -> Model:
    """The YAML file as its model; raises analysis.errors.InputError where the file does not hold."""
    try:
        return model.model_validate(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
    except (yaml.YAMLError, ValidationError) as error:
        raise InputError.single(str(path), "The lexicon does not hold.", str(error)) from error


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
