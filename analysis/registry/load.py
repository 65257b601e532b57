"""Reading data/registry/*.yaml."""

from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from analysis.errors import InputError
from analysis.paths import REGISTRY
from analysis.registry.models import (
    AmbiguousFile,
    BodiesFile,
    CldrFile,
    OfficesFile,
    OrganisationsFile,
    PlacesFile,
    StatesFile,
)
from analysis.registry.registry import Actor, Office, Registry


def load_registry(folder: Path = REGISTRY) -> Registry:
    """The bundled registry; read once per folder. Raises `InputError` where a file breaks its model."""
    return _load(Path(folder))


Model = TypeVar("Model", bound=BaseModel)


@lru_cache(maxsize=4)
def _load(folder: Path) -> Registry:
    offices = _read(folder / "offices.yaml", OfficesFile)
    actors = [*_states(folder), *_bodies(folder), *_organisations(folder), *_persons(offices)]
    by_id = {actor.id: actor for actor in sorted(actors, key=lambda actor: actor.id)}
    if len(by_id) != len(actors):
        raise InputError.single(str(folder), "two entries share an identifier.", "Give each its own.")
    terms = []
    for entry in offices.offices:
        for identifier in (entry.org, entry.person):
            if identifier not in by_id:
                raise InputError.single(
                    str(folder / "offices.yaml"), f"{entry.id} names the unknown {identifier}.", "Add it first."
                )
        titles = tuple(offices.titles[entry.office])
        terms.append(Office(entry.id, entry.office, titles, entry.org, entry.person, entry.from_, entry.to))
    ambiguous = _read(folder / "ambiguous.yaml", AmbiguousFile).ambiguous
    places = _read(folder / "places.yaml", PlacesFile).places
    terms.sort(key=lambda term: term.id)
    return Registry(MappingProxyType(by_id), tuple(terms), tuple(ambiguous), tuple(places))


def _read(path: Path, model: type[Model]) -> Model:
    try:
        # libyaml's loader reads the same files ten times as fast
        return model.model_validate(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InputError.single(str(path), f"{place}: {first['msg']}.", "Correct the entry.") from error


def _states(folder: Path) -> list[Actor]:
    more = {state.id: state for state in _read(folder / "states.yaml", StatesFile).states}
    names = {state.id: (state.name, state.name_en) for state in _read(folder / "cldr.yaml", CldrFile).states}
    actors = []
    for identifier in sorted(set(more) | set(names)):
        extra = more.get(identifier)
        name, name_en = names.get(identifier, ("", ""))
        actor = Actor(id=identifier, name=name, name_en=name_en, kind="state", country=identifier)
        if extra is not None:
            # CLDR says "Congo - Kinshasa" and "RAS di Hong Kong": the first name of ours is what news say
            said = extra.name or (extra.aliases[0] if not name or any(c in name for c in "-(") else name)
            actor = Actor(
                id=identifier,
                name=said or name,
                name_en=name_en or extra.name_en,
                kind="state",
                country=identifier,
                wikidata=extra.wikidata,
                aliases=tuple(dict.fromkeys([*extra.aliases, *([name] if name and name != said else [])])),
                demonyms=tuple(extra.demonyms),
                capitals=tuple(extra.capitals),
                seats=tuple(extra.seats),
                short=tuple(extra.short),
            )
        actors.append(actor)
    return actors


def _bodies(folder: Path) -> list[Actor]:
    return [
        Actor(
            id=body.id,
            name=body.name,
            name_en=body.name_en,
            kind="igo",
            wikidata=body.wikidata,
            aliases=tuple(body.aliases),
            seats=tuple(body.seats),
            short=tuple(body.short),
            part_of=body.part_of,
        )
        for body in _read(folder / "bodies.yaml", BodiesFile).bodies
    ]


def _organisations(folder: Path) -> list[Actor]:
    return [
        Actor(
            id=entry.id,
            name=entry.name,
            name_en=entry.name_en or entry.name,
            kind="org",
            country=entry.country,
            wikidata=entry.wikidata,
            aliases=tuple(entry.aliases),
            seats=tuple(entry.seats),
            short=tuple(entry.short),
            acts_for=entry.acts_for,
        )
        for entry in _read(folder / "organisations.yaml", OrganisationsFile).organisations
    ]


def _persons(offices: OfficesFile) -> list[Actor]:
    return [
        Actor(
            id=person.id,
            name=person.name,
            name_en=person.name,
            kind="person",
            country=person.country,
            wikidata=person.wikidata,
            aliases=tuple(person.aliases),
            surname=person.name.split()[-1] if person.surname is None else person.surname,
            well_known=person.well_known,
        )
        for person in offices.persons
    ]
