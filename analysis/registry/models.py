"""The registry's YAML files as pydantic models: unknown keys are refused."""

from pydantic import BaseModel, ConfigDict, Field

STATE = r"^[A-Z]{3}$"
BODY = r"^igo:[a-z0-9-]+$"
ORGANISATION = r"^org:[a-z0-9-]+$"
PERSON = r"^person:[a-z0-9-]+$"
DAY = r"^\d{4}-\d{2}-\d{2}$"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class CldrState(_Strict):
    id: str = Field(pattern=STATE)
    name: str
    name_en: str


class CldrFile(_Strict):
    states: list[CldrState]


class State(_Strict):
    """What CLDR lacks; `name` only for a state that CLDR has not."""

    id: str = Field(pattern=STATE)
    name: str = ""
    name_en: str = ""
    former: bool = False
    aliases: list[str] = []
    short: list[str] = []
    demonyms: list[str] = []
    capitals: list[str] = []
    seats: list[str] = []
    wikidata: str = Field("", pattern=r"^(Q\d+)?$")


class StatesFile(_Strict):
    states: list[State]


class Body(_Strict):
    id: str = Field(pattern=BODY)
    name: str
    name_en: str
    aliases: list[str] = []
    short: list[str] = []
    seats: list[str] = []
    part_of: str = ""
    wikidata: str = Field("", pattern=r"^(Q\d+)?$")


class BodiesFile(_Strict):
    bodies: list[Body]


class Organisation(_Strict):
    id: str = Field(pattern=ORGANISATION)
    name: str
    name_en: str = ""
    aliases: list[str] = []
    short: list[str] = []
    seats: list[str] = []
    country: str = ""
    acts_for: str = ""
    wikidata: str = Field("", pattern=r"^(Q\d+)?$")


class OrganisationsFile(_Strict):
    organisations: list[Organisation]


class Person(_Strict):
    """`surname` None: the last word of the name; "": never used alone. `country` empty for officials of bodies."""

    id: str = Field(pattern=PERSON)
    name: str
    aliases: list[str] = []
    surname: str | None = None
    well_known: bool = False
    country: str = ""
    wikidata: str = Field("", pattern=r"^(Q\d+)?$")


class OfficeEntry(_Strict):
    id: str = Field(pattern=r"^office:[a-z0-9:-]+$")
    office: str
    org: str
    person: str = Field(pattern=PERSON)
    from_: str = Field("", alias="from", pattern=rf"({DAY})|^$")
    to: str = Field("", pattern=rf"({DAY})|^$")


class OfficesFile(_Strict):
    titles: dict[str, list[str]]
    persons: list[Person]
    offices: list[OfficeEntry]


class Place(_Strict):
    """Names that hold a state's or a capital's and are no actor's ("Port Sudan", "Mar del Giappone"); with a `state`,
    places in that state ("Aleppo").
    """

    id: str = Field(pattern=r"^place:[a-z0-9-]+$")
    names: list[str]
    state: str = Field("", pattern=r"^([A-Z]{3})?$")


class PlacesFile(_Strict):
    places: list[Place]


class AmbiguousRule(_Strict):
    actor: str
    cues: list[str]


class Ambiguous(_Strict):
    """A name of several actors; `otherwise` holds where no cue stands in the text, "" leaves the name unlinked."""

    id: str = Field(pattern=r"^ambiguous:[a-z-]+$")
    name: str
    rules: list[AmbiguousRule]
    otherwise: str

    @property
    def candidates(self) -> list[str]:
        """The actors it may mean."""
        return list(dict.fromkeys(rule.actor for rule in self.rules if rule.actor))


class AmbiguousFile(_Strict):
    ambiguous: list[Ambiguous]
