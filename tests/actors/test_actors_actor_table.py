"""The actors table: roles and rows, first and last seen, and what rolls up."""

import pandas as pd
import pytest

from analysis.actors.actor_table import actor_table, roll_up
from analysis.tables import SCHEMAS


def tables():
    made = {name: pd.DataFrame(columns=list(schema.columns)) for name, schema in SCHEMAS.items()}
    made["documents"] = pd.DataFrame({"doc_id": ["a", "b", "c"], "published": ["2024-03-02", "2024-01-05", ""]})
    actors = [
        ("RUS", "Russia", "state", "RUS"),
        ("person:ministro", "Il ministro", "person", "RUS"),
        ("person:studiosa", "La studiosa", "person", "RUS"),
        ("org:istituto", "L'istituto", "org", "RUS"),
        ("group:esperti", "esperti", "group", ""),
    ]
    made["actors"] = pd.DataFrame(actors, columns=["actor_id", "name", "kind", "country"])
    made["mentions"] = pd.DataFrame(
        [("a", "RUS"), ("b", "RUS"), ("b", "person:ministro"), ("a", "person:studiosa"), ("a", "")],
        columns=["doc_id", "actor_id"],
    )
    made["resolutions"] = pd.DataFrame([("c", "person:ministro")], columns=["doc_id", "actor_id"])
    made["affiliations"] = pd.DataFrame(
        [
            ("person:ministro", "RUS", "ministro", "b", 10, 18, "role:before"),
            ("person:ministro", "RUS", "ministro", "c", 5, 13, "role:before"),
            ("person:ministro", "RUS", "inviato", "a", 1, 8, "role:after"),
            ("person:studiosa", "org:istituto", "docente", "a", 40, 60, "role:presso"),
        ],
        columns=["person_id", "org_id", "role", "doc_id", "start", "end", "rule_id"],
    )
    made["statements"] = pd.DataFrame([("c", "group:esperti")], columns=["doc_id", "speaker_id"])
    return made


def test_who_in_what_role_and_where():
    table = actor_table(tables()).set_index("actor_id")
    minister = table.loc["person:ministro"]
    assert minister["roles"] == "ministro; inviato" and minister["affiliation_ids"] == "RUS"
    assert minister["affiliation_rows"] == "a:1:8|b:10:18|c:5:13"
    assert (minister["mentions"], minister["documents"], minister["doc_ids"]) == (2, 3, "a|b|c")
    assert (minister["first_seen"], minister["last_seen"]) == ("2024-01-05", "2024-03-02")
    assert minister["acts_for"] == "RUS"
    experts = table.loc["group:esperti"]
    assert (experts["mentions"], experts["doc_ids"], experts["first_seen"]) == (0, "c", "")


def test_persons_roll_up_and_scholars_never_do():
    rolled = roll_up(actor_table(tables())).set_index("actor_id")
    assert list(rolled.index) == ["RUS", "group:esperti", "org:istituto", "person:studiosa"]
    russia = rolled.loc["RUS"]
    assert (russia["mentions"], russia["documents"], russia["members"]) == (4, 3, "person:ministro")
    assert (russia["first_seen"], russia["last_seen"], russia["name"]) == ("2024-01-05", "2024-03-02", "Russia")
    assert rolled.loc["person:studiosa", "mentions"] == 1
    assert rolled["mentions"].sum() == actor_table(tables())["mentions"].sum()


def test_a_state_that_no_text_names_is_shown_by_its_identifier():
    rolled = roll_up(actor_table(tables(), {"org:istituto": "FRA"})).set_index("actor_id")
    assert rolled.loc["FRA", ["name", "kind", "country", "members"]].tolist() == ["FRA", "state", "FRA", "org:istituto"]


@pytest.mark.parametrize("made", [actor_table, lambda empty: roll_up(actor_table(empty))])
def test_no_actors(made):
    empty = {name: pd.DataFrame(columns=list(schema.columns)) for name, schema in SCHEMAS.items()}
    assert made(empty).empty
