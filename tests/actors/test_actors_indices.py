"""Indices with their thresholds, and the questions of an options.yaml."""

import math

import pandas as pd

from analysis.actors import dyads, network, network_indices, questions
from analysis.dossier import OptionsFile
from analysis.tables import SCHEMAS, make_table


def event(number, source, target, kind, intensity):
    return {
        "event_id": f"ev-{number}",
        "incident_id": f"in-{number}",
        "doc_id": f"d{number % 3}",
        "start": number * 10,
        "end": number * 10 + 5,
        "trigger": "fatto",
        "type": kind,
        "source_id": source,
        "target_id": target,
        "source_state": source,
        "target_state": target,
        "modality": "factual",
        "intensity": intensity,
    }


def tables(origins, events):
    documents = [
        {
            "doc_id": f"d{i}",
            "translation": "none",
            "source_grade": "F",
            "information_grade": "6",
            "source_group": f"g{i % origins}",
            "chars": 1,
        }
        for i in range(3)
    ]
    rows = {"documents": documents, "events": events}
    return {name: make_table(name, rows.get(name, [])) for name in SCHEMAS}


# Two camps, {A, B, C} and {D, E, F}, friends within and foes between, and one quarrel within the first.
CAMPS = [("AAA", "BBB", 1), ("BBB", "CCC", 1), ("AAA", "CCC", -1), ("DDD", "EEE", 1), ("EEE", "FFF", 1)]
CAMPS += [("DDD", "FFF", 1), ("AAA", "DDD", -1), ("BBB", "EEE", -1), ("CCC", "FFF", -1)]
EVENTS = [
    event(n, a, b, "AGREE" if sign > 0 else "ACCUSE", 3.0 if sign > 0 else -2.0) for n, (a, b, sign) in enumerate(CAMPS)
]


def test_with_one_origin_every_index_is_withheld_and_says_why():
    found = tables(1, EVENTS)
    pairs = dyads(found["events"])
    table = network_indices(network(pairs), found, pairs)
    assert table["value"].isna().all() and (table["withheld"] != "").all()


def test_with_three_origins_those_that_have_enough_are_given():
    found = tables(3, EVENTS)
    pairs = dyads(found["events"])
    table = network_indices(network(pairs), found, pairs, "en").set_index("index")
    assert table.loc["frustration", ["value", "low", "high"]].to_list() == [1, 1, 1]  # the quarrel within
    assert "triangles 2 (at least 3)" in table.loc["balance", "withheld"] and math.isnan(table.loc["balance", "value"])
    assert table.loc["communities", "value"] > 0


def test_questions_follow_the_file():
    entry = {"actor": "AAA", "position": 80, "salience": 50, "author": "x"}
    scale = {"low": 0, "high": 100, "low_means": "contro", "high_means": "per"}
    file = OptionsFile(
        options=[{"id": "o1", "title": "O", "forum": "g7"}],
        positions=[{"id": "p1", "title": "Chi la vuole", "option": "o1", "scale": scale, "entries": [entry]}],
    )
    (found,) = questions(tables(3, EVENTS), file)
    assert (found.id, found.title, found.option) == ("p1", "Chi la vuole", "o1")
    row = found.stakeholders.set_index("actor_id").loc["AAA"]
    assert (row["position"], row["basis"]) == (80, "analyst") and pd.isna(row["capability"])
    assert questions(tables(3, EVENTS), None) == [] == questions(tables(3, EVENTS), OptionsFile())
