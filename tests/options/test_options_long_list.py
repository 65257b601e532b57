"""From recommendations and conditions in the tables to the long list and to unknowns."""

from analysis.dossier import OptionsFile
from analysis.options.long_list import long_list, unmapped_references
from analysis.options.scenario_drafts import scenario_drafts
from analysis.tables import SCHEMAS, make_table


def recommendation(number, text, proponent, agents="ITA"):
    return {
        "recommendation_id": f"rec-{number}",
        "doc_id": "d",
        "start": 100 * number,
        "end": 100 * number + len(text),
        "text": text,
        "agent_ids": agents,
        "proponent_id": proponent,
        "cue": "dovrebbe",
    }


def event(number, condition, incident=None):
    return {
        "event_id": f"ev-{number}",
        "incident_id": incident or f"in-{number}",
        "doc_id": "d",
        "start": 10 * number,
        "end": 10 * number + 4,
        "trigger": "vota",
        "type": "AGREE",
        "source_id": "CHN",
        "modality": "possible",
        "condition": condition,
        "intensity": 3.0,
    }


def tables(recommendations=(), events=()):
    rows = {
        "recommendations": list(recommendations),
        "events": list(events),
        "documents": [
            {
                "doc_id": "d",
                "translation": "none",
                "source_grade": "F",
                "information_grade": "6",
                "source_group": "g",
                "chars": 9,
            }
        ],
        "actors": [
            {"actor_id": "person:ada-bruni", "name": "Ada Bruni", "kind": "person", "mentions": 1, "documents": 1},
            {"actor_id": "person:ugo-neri", "name": "Ugo Neri", "kind": "person", "mentions": 1, "documents": 1},
            {"actor_id": "ITA", "name": "Italia", "kind": "state", "mentions": 1, "documents": 1},
        ],
    }
    return {name: make_table(name, rows.get(name, [])) for name in SCHEMAS}


ASKED = [
    recommendation(1, "ratificare il protocollo subito", "person:ada-bruni"),
    recommendation(2, "non ratificare il protocollo subito", "person:ugo-neri"),
    recommendation(3, "inviare osservatori civili", "person:ada-bruni"),
]


def test_opponents_are_those_who_recommend_the_opposite():
    table = long_list(tables(ASKED), None).set_index("title")
    assert table.loc["ratificare il protocollo subito", "opponents"] == "person:ugo-neri"
    assert table.loc["non ratificare il protocollo subito", "opponents"] == "person:ada-bruni"
    assert table.loc["inviare osservatori civili", "opponents"] == ""


def test_without_a_file_the_drafts_and_both_baselines_are_there_unscored():
    table = long_list(tables(ASKED), None)
    assert table["status"].to_list() == ["draft, unscored"] * 3 + ["workbook"] * 2
    assert list(table["draft_id"].tail(2)) == ["do_nothing", "do_minimum"]
    assert long_list(tables(), None, "en")["title"].to_list()[0] == "Do nothing new"


def test_options_of_the_file_are_mapped_by_the_recommendations_they_cite():
    file = OptionsFile(
        options=[
            {"id": "o0", "title": "Nulla", "forum": "national", "baseline": "do_nothing"},
            {"id": "o1", "title": "Osservatori", "forum": "g7", "recommendation_ids": ["rec-3", "rec-9"]},
        ]
    )
    table = long_list(tables(ASKED), file).set_index("title")
    assert table.loc["inviare osservatori civili", ["option", "status"]].to_list() == ["o1", "mapped"]
    assert list(table["status"]).count("workbook") == 1  # do_minimum
    assert unmapped_references(tables(ASKED), file) == [("o1", "rec-9")]


def test_conditions_are_offered_once_and_without_a_probability():
    rows = [
        event(1, "se la Cina collabora"),
        event(2, "Se la Cina collabora,"),
        event(3, ""),
        event(4, "se piove", "in-4"),
    ]
    table = scenario_drafts(tables(events=rows))
    assert table["condition"].to_list() == ["se la Cina collabora", "se piove"]
    assert table.loc[0, ["about", "events", "event_ids"]].to_list() == ["CHN", 2, "ev-1|ev-2"]
    assert not [column for column in table if "prob" in column]
    assert scenario_drafts(tables()).empty
