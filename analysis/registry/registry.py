"""Who exists: actors by identifier, and who held which office when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from analysis.registry.models import Ambiguous, Place


@dataclass(frozen=True)
class Actor:
    """One actor. `capitals` and `seats` are names that may stand for it; `short` names count only after a full one.

    `acts_for`: the state or body an organ of government rolls up to, else "". `surname`: what is used alone, or "".
    `part_of`: the body whose organ a body is; its name lets the organ's short name count too.
    """

    id: str
    name: str
    name_en: str = ""
    kind: str = "org"
    country: str = ""
    wikidata: str = ""
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    acts_for: str = ""
    surname: str = ""
    well_known: bool = False
    part_of: str = ""


@dataclass(frozen=True)
class Office:
    """Somebody's term: `titles` are the words for the office in Italian; `from_`, `to` ISO days, "" open."""

    id: str
    office: str
    titles: tuple[str, ...]
    org: str
    person_id: str
    from_: str = ""
    to: str = ""

    def held_on(self, day: str) -> bool:
        """Whether the term covers this ISO day; a day nobody knows is covered by none."""
        return bool(day) and (not self.from_ or self.from_ <= day) and (not self.to or day < self.to)


@dataclass(frozen=True)
class Registry:
    """Actors by identifier, terms of office, names that several actors bear, names of places."""

    actors: Mapping[str, Actor]
    offices: tuple[Office, ...] = ()
    ambiguous: tuple[Ambiguous, ...] = field(default=())
    places: tuple[Place, ...] = field(default=())

    def holders(self, org: str, title: str, day: str) -> list[Office]:
        """The terms of an office with this title (lower case) in a state or body that cover the day."""
        wanted = title.casefold()
        terms = self._terms[0].get(org, ())
        return [o for o in terms if o.held_on(day) and wanted in map(str.casefold, o.titles)]

    def offices_of(self, person: str, day: str) -> list[Office]:
        """What a person holds on an ISO day."""
        return [o for o in self._terms[1].get(person, ()) if o.held_on(day)]

    def served_by_person(self, day: str) -> list[tuple[str, list[str]]]:
        """Persons in alphabetical order with the states and bodies in which they held an office on an ISO day; with all
        theirs where it is "".
        """
        if day not in self._held:
            terms = sorted(self._terms[1].items())
            held = [(person, {o.org for o in mine if not day or o.held_on(day)}) for person, mine in terms]
            self._held[day] = [(person, sorted(orgs)) for person, orgs in held if orgs]
        return self._held[day]

    @cached_property
    def _held(self) -> dict[str, list[tuple[str, list[str]]]]:
        """Whom persons served by day, as far as it was asked for."""
        return {}

    @cached_property
    def acting(self) -> dict[str, str]:
        """Actors to the state or body that they act for."""
        return {actor.id: actor.acts_for for actor in self.actors.values() if actor.acts_for}

    @cached_property
    def parts(self) -> dict[str, str]:
        """Organs to the body that they are part of."""
        return {actor.id: actor.part_of for actor in self.actors.values() if actor.part_of}

    @cached_property
    def states_served(self) -> dict[str, frozenset[str]]:
        """Persons to the states in which they held an office on any day."""
        held = ((person, {term.org for term in mine if len(term.org) == 3}) for person, mine in self._terms[1].items())
        return {person: frozenset(states) for person, states in held if states}

    @cached_property
    def states_of_places(self) -> dict[str, str]:
        """Places to the state in which they lie, as far as the registry says."""
        return {place.id: place.state for place in self.places if place.state}

    @cached_property
    def _terms(self) -> tuple[dict[str, list[Office]], dict[str, list[Office]]]:
        """The terms of office by state or body and by person."""
        by_org: dict[str, list[Office]] = {}
        by_person: dict[str, list[Office]] = {}
        for term in self.offices:
            by_org.setdefault(term.org, []).append(term)
            by_person.setdefault(term.person_id, []).append(term)
        return by_org, by_person

    def with_entries(self, entries: Iterable) -> "Registry":
        """A registry with a dossier's actors added; an entry of a known identifier adds names and corrects fields.

        Entries have the fields of actors.yaml: id, name, kind, country, wikidata, aliases, acts_for.
        """
        entries = tuple(entries)
        if not entries:
            return self  # what was indexed of this registry holds
        actors = dict(self.actors)
        for entry in entries:
            given = {
                key: getattr(entry, key, None) or ""
                for key in ("name", "kind", "country", "wikidata", "acts_for")
                if getattr(entry, key, None)
            }
            aliases = tuple(getattr(entry, "aliases", ()) or ())
            known = actors.get(entry.id)
            if known is None:
                kind = given.pop("kind", "") or kind_of(entry.id)
                name = given.pop("name", "") or entry.id
                surname = name.split()[-1] if kind == "person" and " " in name else ""
                actors[entry.id] = Actor(id=entry.id, name=name, kind=kind, aliases=aliases, surname=surname, **given)
            else:
                old = tuple(dict.fromkeys((*known.aliases, known.name, *aliases)))
                actors[entry.id] = replace(known, aliases=old, **given)
        return replace(self, actors=MappingProxyType(dict(sorted(actors.items()))))


def kind_of(actor_id: str) -> str:
    """The kind that an identifier's form says: RUS state, igo: igo, person:, org:, group:, place:."""
    prefix, colon, _ = actor_id.partition(":")
    return prefix if colon else "state"
