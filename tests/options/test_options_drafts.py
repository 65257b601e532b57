"""Drafts: what is grouped, what is kept apart, what counts as support."""

import pandas as pd

from analysis.options import draft_options
from analysis.tables import SCHEMAS, make_table


def tables(*rows, groups=("ansa", "ansa", "kyodo")):
    """Recommendations given as (doc, text, agents, targets, proponent)."""
    found = []
    for place, (doc, text, agents, targets, proponent) in enumerate(rows):
        found.append(
            {
                "recommendation_id": f"rec-{place}",
                "doc_id": doc,
                "start": 100 * place,
                "end": 100 * place + len(text),
                "text": text,
                "agent_ids": agents,
                "target_ids": targets,
                "proponent_id": proponent,
                "cue": "dovrebbe",
                "statement_id": "",
                "rule_id": "r",
            }
        )
    actors = [("JPN", "Giappone", "state"), ("PRK", "Corea del Nord", "state"), ("RUS", "Russia", "state")]
    actors += [("ida-sato", "Ida Sato", "person"), ("istituto-x", "Istituto X", "org"), ("esperti", "esperti", "group")]
    made = {name: pd.DataFrame(columns=list(schema.columns)) for name, schema in SCHEMAS.items()}
    made["recommendations"] = make_table("recommendations", found)
    made["actors"] = pd.DataFrame(actors, columns=["actor_id", "name", "kind"])
    docs = [f"d{n}" for n in range(len(groups))]
    made["documents"] = pd.DataFrame({"doc_id": docs, "source_group": list(groups), "title": ""})
    made["affiliations"] = pd.DataFrame(
        {"person_id": ["ida-sato"], "org_id": ["istituto-x"], "rule_id": ["role:presso"]}
    )
    return made


def test_the_same_action_of_the_same_actor_is_one_draft():
    drafts = draft_options(
        tables(
            ("d0", "guidare la risposta del G7", "JPN", "RUS", "ida-sato"),
            ("d1", "Il Giappone dovrebbe guidare una risposta comune", "JPN", "PRK", "istituto-x"),
            ("d2", "guidare la risposta", "JPN", "", "esperti"),
        )
    )
    assert len(drafts) == 1
    draft = drafts.iloc[0]
    assert draft["title"] == "guidare la risposta del G7"
    assert draft["target_ids"] == "PRK|RUS"
    assert draft["recommendation_ids"] == "rec-0|rec-1|rec-2"
    assert draft["proponents"] == "esperti|ida-sato|istituto-x"
    assert draft["support"] == 1  # the person acts for the institute, the group has no name
    assert draft["origins"] == 2 and draft["documents"] == "d0|d1|d2"
    assert draft["status"] == "draft, unscored"


def test_opposites_other_actors_and_other_objects_stay_apart():
    drafts = draft_options(
        tables(
            ("d0", "inviare armi pesanti", "JPN", "", "ida-sato"),
            ("d0", "non inviare armi pesanti", "JPN", "", "ida-sato"),
            ("d0", "inviare armi pesanti", "RUS", "", "ida-sato"),
            ("d0", "inviare aiuti umanitari alla Corea del Nord", "JPN", "PRK", "ida-sato"),
            ("d0", "revocare le sanzioni contro il petrolio", "JPN", "", ""),
            ("d0", "rafforzare le sanzioni contro il petrolio", "JPN", "", ""),
        )
    )
    assert len(drafts) == 6
    assert drafts["support"].to_list() == [1, 1, 1, 1, 0, 0]


def test_the_order_of_rows_does_not_matter_and_identifiers_are_unique():
    rows = [("d0", "parlare con la Russia", "JPN", "RUS", ""), ("d1", "parlare con la Russia", "RUS", "", "ida-sato")]
    given = tables(*rows)
    first = draft_options(given)
    given["recommendations"] = given["recommendations"].iloc[::-1]
    pd.testing.assert_frame_equal(first, draft_options(given))
    assert first["draft_id"].is_unique and first["draft_id"].str.startswith("od-").all()


def test_no_recommendation_no_draft():
    drafts = draft_options(tables())
    assert drafts.empty and "draft_id" in drafts
