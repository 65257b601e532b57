"""FollowTheMoney: every entity against the declared part of the schema, every identifier with its entity."""

import json
import re
from pathlib import Path

import pandas as pd
import yaml
from test_actors_positions import tables

from analysis.actors.exports import entities, followthemoney_lines
from analysis.tables import make_table

SCHEMA = yaml.safe_load((Path(__file__).parent / "followthemoney_schema.yaml").read_text(encoding="utf-8"))


def dossier():
    made = tables()
    actors = [
        ("ITA", "Italia", "state", "ITA", "Q38"),
        ("XKX", "Kosovo", "state", "XKX", ""),
        ("igo:un", "Nazioni Unite", "igo", "", "Q1065"),
        ("org:ministero", "Ministero", "org", "ITA", ""),
        ("org:istituto", "Istituto «X» \x0b", "org", "ZZZ", ""),
        ("person:rossi", "Ida Rossi", "person", "ITA", ""),
        ("group:esperti", "esperti", "group", "", ""),
        ("place:kiev", "Kiev", "place", "UKR", ""),
    ]
    rows = [
        {"actor_id": i, "name": n, "kind": k, "country": c, "wikidata": w, "mentions": 1, "documents": 1}
        for i, n, k, c, w in actors
    ]
    made["actors"] = make_table("actors", rows)
    given = [
        ("person:rossi", "ITA", "ministra", "d0", 5, "office:ita:x"),
        ("person:rossi", "org:istituto", "docente", "d1", 9, "role:presso"),
        ("person:rossi", "org:istituto", "docente", "d0", 7, "role:presso"),
        ("person:rossi", "group:esperti", "membro", "d0", 8, "role:of"),
    ]
    made["affiliations"] = make_table(
        "affiliations",
        [
            {
                "person_id": p,
                "org_id": o,
                "role": r,
                "doc_id": d,
                "start": s,
                "end": s + 1,
                "text": "x",
                "rule_id": rule,
            }
            for p, o, r, d, s, rule in given
        ],
    )
    event = {"event_id": "ev-1", "doc_id": "d0", "start": 0, "end": 1, "trigger": "x", "type": "AID", "intensity": 1.0}
    event |= {"source_id": "org:ministero", "source_state": "ITA", "modality": "factual", "rule_id": "r"}
    made["events"] = make_table("events", [event])
    made["documents"]["published"] = ["2024-06-01", "", "2024"]
    made["documents"]["source"] = "Giornale"
    return made


def faults(found):
    """What breaks the schema, one sentence a fault."""
    by_id = {entity["id"]: entity for entity in found}
    for entity in found:
        parents = SCHEMA["is_a"][entity["schema"]]
        declared = {name: rule for parent in parents for name, rule in SCHEMA["properties"].get(parent, {}).items()}
        if not re.fullmatch(SCHEMA["types"]["entity"], entity["id"]):
            yield f"{entity['id']}: no identifier"
        for name in SCHEMA["required"][entity["schema"]]:
            if not entity["properties"].get(name):
                yield f"{entity['id']}: no {name}"
        for name, values in entity["properties"].items():
            rule = declared.get(name)
            if rule is None or not values:
                yield f"{entity['id']}: {name} is not declared or empty"
                continue
            for value in values:
                if not re.fullmatch(SCHEMA["types"][rule["type"]], value, re.DOTALL):
                    yield f"{entity['id']}: {name} is {value!r}"
                if rule["type"] == "entity" and rule["range"] not in SCHEMA["is_a"].get(
                    by_id.get(value, {}).get("schema", ""), ()
                ):
                    yield f"{entity['id']}: {name} points at {value!r}"


def test_every_entity_is_valid():
    assert list(faults(entities(dossier()))) == []


def test_the_check_finds_what_is_wrong():
    broken = [
        {"id": "a:b", "schema": "Person", "properties": {"name": ["x"], "height": ["1"], "country": ["ITA"]}},
        {"id": "m", "schema": "Membership", "properties": {"member": ["a:b"], "organization": ["none"]}},
        {"id": "o", "schema": "Organization", "properties": {}},
    ]
    assert len(list(faults(broken))) == 6


def test_who_becomes_what():
    found = {entity["id"]: entity for entity in entities(dossier())}
    assert {i: entity["schema"] for i, entity in found.items() if not i.startswith("affiliation")} == {
        "ITA": "PublicBody",
        "XKX": "PublicBody",
        "igo.un": "Organization",
        "org.istituto": "Organization",
        "org.ministero": "PublicBody",
        "person.rossi": "Person",
    }
    assert found["org.ministero"]["properties"]["parent"] == ["ITA"]
    assert found["XKX"]["properties"]["country"] == ["xk"] and "country" not in found["org.istituto"]["properties"]
    ties = sorted((e for i, e in found.items() if i.startswith("affiliation")), key=lambda entity: entity["schema"])
    assert [entity["schema"] for entity in ties] == ["Employment", "Membership"]
    assert ties[0]["properties"] == {
        "employee": ["person.rossi"],
        "employer": ["org.istituto"],
        "role": ["docente"],
        "summary": ["x"],
        "date": ["2024-06-01"],
        "publisher": ["Giornale"],
        "recordId": ["d0:7-8", "d1:9-10"],
    }


def test_lines_are_json_and_do_not_depend_on_the_order_of_rows():
    made = dossier()
    text = followthemoney_lines(made)
    assert [json.loads(line) for line in text.splitlines()] == entities(made)
    other = {name: pd.DataFrame(frame).iloc[::-1] for name, frame in made.items()}
    assert followthemoney_lines(other) == text
