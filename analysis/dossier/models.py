"""What may stand in a dossier's YAML files. Unknown keys are refused; a key without value counts as not given."""

import datetime
import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from analysis.dossier.dates import iso_day
from analysis.dossier.entry import Day, Entry, Filled, PartialDate, not_blank
from analysis.tables.schemas import ACTIONS, KINDS, SCHEMAS

_ACTOR_ID = re.compile(r"[A-Z]{3}|(?:igo|org|person|group|place):[a-z0-9]+(?:-[a-z0-9]+)*")


def _grade(value: object) -> str:
    return str(value).strip().upper()  # YAML takes an unquoted grade for a number


def _actor(text: str) -> str:
    if not _ACTOR_ID.fullmatch(text):
        raise ValueError("an actor is a state's three capitals, or igo:, org:, person:, group:, place: and a slug")
    return text


ActorId = Annotated[str, AfterValidator(_actor)]


class Settings(Entry):
    """`pipeline`: an installed spaCy pipeline, None for the project's own; `separator`: a line between articles."""

    pipeline: Filled | None = None
    max_chars: int = Field(1_000_000, gt=0)
    separator: Filled | None = None


class DocumentEntry(Entry):
    """What the analyst says of one file; "" is not said. `invented`: invented persons and institutes in it."""

    file: Filled
    title: str = ""
    source: str = ""
    origin: str = ""
    url: str = ""
    published: Day = ""
    original_language: str = ""
    translation: Literal["human", "machine", "unknown", "none"] = "unknown"
    source_grade: Annotated[Literal["A", "B", "C", "D", "E", "F"], BeforeValidator(_grade)] = "F"
    information_grade: Annotated[Literal["1", "2", "3", "4", "5", "6"], BeforeValidator(_grade)] = "6"
    invented: list[str] = []
    note: str = ""


class DossierFile(Entry):
    """`dossier.yaml`. `cutoff`: the day until which information counts; `language`: of the report."""

    title: Filled
    question: str = ""
    decision_maker: str = ""
    interests: list[str] = []
    cutoff: Annotated[datetime.date, BeforeValidator(iso_day)] | None = None
    horizon: str = ""
    handling: str = ""
    language: Literal["it", "en"] = "it"
    settings: Settings = Settings()
    documents: list[DocumentEntry] = []


class SplitEntry(Entry):
    """Documents (their doc_id) in which an identifier means another actor, and which."""

    into: ActorId
    documents: list[Filled] = Field(min_length=1)


class ActorEntry(Entry):
    """An actor of the dossier, or names added to one of the registry; "" keeps what the registry says.

    `merge_into`: the actor that this identifier stands for, in every table; `split`: other actors that it stands for
    in some documents.
    """

    id: Filled
    name: str = ""
    kind: Literal["", *KINDS] = ""
    country: str = ""
    wikidata: str = ""
    aliases: list[Filled] = []
    acts_for: Filled | None = None
    merge_into: ActorId | None = None
    split: list[SplitEntry] = []
    note: str = ""


class ActorsFile(Entry):
    """`actors.yaml`."""

    actors: list[ActorEntry] = []


class Fact(Entry):
    """A dated fact from outside the documents: `date` may be a year, a month or a day."""

    id: Filled
    date: PartialDate
    text: Filled
    source: Filled
    certainty: Literal["certain", "to_check"] = "to_check"
    note: str = ""


class FactsFile(Entry):
    """`facts.yaml`."""

    facts: list[Fact] = []


class CorrectionEntry(Entry):
    """What the analyst says of one row.

    The row is named by its identifier (`row`), or by `document` and either `start` and `end` or its words (`text`,
    `nth` counted from 0); `type` tells apart rows of one span. `values`: columns and what should stand there.
    """

    table: Literal[*(name for name in SCHEMAS if name != "corrections")]
    action: Literal[*ACTIONS]
    row: str = ""
    document: str = ""
    start: int | None = Field(None, ge=0)
    end: int | None = Field(None, ge=0)
    text: str = ""
    nth: int = Field(0, ge=0)
    type: str = ""
    values: dict[str, str | int | float] = {}
    author: Filled
    date: Annotated[Day, AfterValidator(not_blank)]
    reason: Filled


class CorrectionsFile(Entry):
    """`corrections.yaml`, and `corrections-….yaml` of colleagues."""

    corrections: list[CorrectionEntry] = []
