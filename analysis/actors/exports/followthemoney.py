"""Actors and affiliations as FollowTheMoney entities, one JSON object a line (followthemoney.tech)."""

import json
from collections.abc import Iterable

from babel.core import get_global

from analysis.actors.roll_up import acts_for
from analysis.registry import kind_of
from analysis.tables import Tables, row_id

SCHEMATA = {"state": "PublicBody", "igo": "Organization", "org": "Organization", "person": "Person"}
"""Kinds of actors that have a schema; groups have no name and places do not act: both are left out."""
TOPICS = {"state": "gov.national", "igo": "gov.igo"}
_NOT_IN_CLDR = {"XKX": "XK"}  # Kosovo, by user-assigned codes


def entities(tables: Tables) -> list[dict]:
    """Entities {id, schema, properties}, sorted by identifier; every value is a list of text.

    A state, as what acts in its name, is a PublicBody; so is an organ that acts for one (`acts_for`), which becomes
    its parent; other bodies are an Organization, persons a Person. Whoever holds an office in a state or an
    international body is its member (Membership), whoever works elsewhere is employed there (Employment): one entity
    per person, body and role, with the words, days and places of the documents that say so.
    Identifiers: those of the table with "." for ":", and for affiliations a hash of person, body and role.
    """
    above = acts_for(tables)
    actors = {}
    for row in tables["actors"].to_dict("records"):
        if row["kind"] in SCHEMATA:
            actors[row["actor_id"]] = _actor(row, above.get(row["actor_id"], ""))
    found = [*actors.values(), *_affiliations(tables, actors)]
    return sorted(found, key=lambda entity: entity["id"])


def followthemoney_lines(tables: Tables) -> str:
    """`entities` as JSON lines."""
    lines = (json.dumps(entity, ensure_ascii=False, sort_keys=True) for entity in entities(tables))
    return "".join(f"{line}\n" for line in lines)


def _actor(row: dict, above: str) -> dict:
    organ = row["kind"] == "org" and bool(above)
    properties = {
        "name": [row["name"]],
        "country": _country(row["country"]),
        "wikidataId": [row["wikidata"]],
        "topics": [TOPICS.get(row["kind"], "")],
        "parent": [_identifier(above)] if organ else [],
    }
    return _entity(_identifier(row["actor_id"]), "PublicBody" if organ else SCHEMATA[row["kind"]], properties)


def _affiliations(tables: Tables, actors: dict[str, dict]) -> Iterable[dict]:
    documents = tables["documents"].set_index("doc_id").to_dict("index")
    rows = tables["affiliations"].sort_values(["person_id", "org_id", "role", "doc_id", "start"])
    for (person, body, role), group in rows.groupby(["person_id", "org_id", "role"]):
        # Both ends must be entities that the schema of the tie allows: persons in bodies.
        if not (person in actors and body in actors and kind_of(person) == "person" and kind_of(body) != "person"):
            continue
        said = [(row, documents.get(row["doc_id"], {})) for row in group.to_dict("records")]
        works = kind_of(body) == "org"
        ends = ("employee", "employer") if works else ("member", "organization")
        properties = {
            ends[0]: [_identifier(person)],
            ends[1]: [_identifier(body)],
            "role": [role],
            "summary": [row["text"] for row, _ in said],
            "date": [document.get("published", "") for _, document in said],
            "publisher": [document.get("source", "") for _, document in said],
            "recordId": [f"{row['doc_id']}:{row['start']}-{row['end']}" for row, _ in said],
        }
        identifier = row_id("affiliation", person, body, role)
        yield _entity(identifier, "Employment" if works else "Membership", properties)


def _entity(identifier: str, schema: str, properties: dict[str, list[str]]) -> dict:
    kept = {name: list(dict.fromkeys(filter(None, values))) for name, values in properties.items()}
    return {"id": identifier, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _identifier(actor_id: str) -> str:
    """The schema allows letters, digits, "-" and "."."""
    return actor_id.replace(":", ".")


def _country(alpha3: str) -> list[str]:
    """The two-letter code in lower case, as the schema has it."""
    codes = [_NOT_IN_CLDR[alpha3]] if alpha3 in _NOT_IN_CLDR else get_global("territory_aliases").get(alpha3, [])
    # ZZ is CLDR's "unknown"; a state that fell apart has several successors.
    return [codes[0].lower()] if len(codes) == 1 and codes[0] != "ZZ" else []
