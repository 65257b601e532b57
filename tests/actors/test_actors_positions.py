"""Positions: what is one position, who holds it, and what counts for nobody."""

import pandas as pd
import pytest

from analysis.actors.independence import ground_of
from analysis.actors.positions import position_matrix, position_rows, position_table
from analysis.actors.stances import stance_of_advice, stance_of_claim
from analysis.tables import SCHEMAS, make_table

ACTORS = [("ITA", "state"), ("RUS", "state"), ("PRK", "state"), ("person:rossi", "person"), ("person:bruni", "person")]
ACTORS += [("group:esperti", "group"), ("org:istituto", "org")]


def advice(n, text, proponent, doc="d0", agents="ITA", cue="dovrebbe", start=None):
    start = 1000 + 100 * n if start is None else start
    return {
        "recommendation_id": f"rec-{n}",
        "doc_id": doc,
        "start": start,
        "end": start + len(text),
        "text": text,
        "agent_ids": agents,
        "proponent_id": proponent,
        "cue": cue,
        "rule_id": "r",
    }


def said(n, start, end, speaker, cue="ha detto", rule="statement:say:that:name", doc="d0"):
    return {
        "statement_id": f"st-{n}",
        "doc_id": doc,
        "start": start,
        "end": end,
        "text": f"parole {n}",
        "form": "indirect",
        "cue": cue,
        "speaker_id": speaker,
        "cue_start": 0,
        "cue_end": 1,
        "rule_id": rule,
    }


def event(n, start, modality="factual", target="PRK", doc="d0", kind="AID"):
    return {
        "event_id": f"ev-{n}",
        "incident_id": f"in-{n}",
        "doc_id": doc,
        "start": start,
        "end": start + 1,
        "trigger": "x",
        "type": kind,
        "source_id": "RUS",
        "target_id": target,
        "source_state": "RUS",
        "target_state": target,
        "modality": modality,
        "statement_id": "st-0",
        "intensity": 1.0,
        "rule_id": "r",
    }


def tables(recommendations=(), statements=(), events=(), groups=("ansa", "kyodo", "tass")):
    made = {name: make_table(name, []) for name in SCHEMAS}
    made["recommendations"] = make_table("recommendations", list(recommendations))
    made["statements"] = make_table("statements", list(statements))
    made["events"] = make_table("events", list(events))
    rows = [{"actor_id": i, "name": i.split(":")[-1], "kind": k, "mentions": 1, "documents": 1} for i, k in ACTORS]
    made["actors"] = make_table("actors", rows)
    documents = [
        {
            "doc_id": f"d{n}",
            "title": "Titolo",
            "translation": "none",
            "source_grade": "F",
            "information_grade": "6",
            "chars": 9999,
            "source_group": group,
        }
        for n, group in enumerate(groups)
    ]
    made["documents"] = make_table("documents", documents)
    return made


def counts(made):
    """{(actor, position title): (agree, disagree, neutral)}"""
    rows = position_rows(made)
    titles = dict(zip(rows["position_id"], rows["title"], strict=True))
    matrix = position_matrix(rows, ground_of(made))
    return {
        (row["actor_id"], titles[row["position_id"]]): (row["agree"], row["disagree"], row["neutral"])
        for row in matrix.to_dict("records")
    }


def test_who_asks_for_the_opposite_disagrees_with_the_same_position():
    made = tables(
        [
            advice(0, "non inviare armi pesanti", "person:bruni"),
            advice(1, "inviare armi pesanti", "person:rossi"),
            advice(2, "inviare aiuti umanitari", "person:rossi"),
        ]
    )
    assert counts(made) == {
        ("person:bruni", "inviare armi pesanti"): (0, 1, 0),
        ("person:rossi", "inviare armi pesanti"): (1, 0, 0),
        ("person:rossi", "inviare aiuti umanitari"): (1, 0, 0),
    }


def test_a_position_that_only_its_opponents_voice_is_named_by_them():
    made = tables([advice(0, "non inviare armi", "person:bruni")])
    assert counts(made) == {("person:bruni", "non inviare armi"): (1, 0, 0)}


@pytest.mark.parametrize(
    "modality, cue, rule, stance",
    [
        ("factual", "ha detto", "statement:say:that:name", "agree"),
        ("reported", "sostiene", "statement:say:that:name", "agree"),
        ("expected", "prevede", "statement:expect:that:name", "agree"),
        ("possible", "ha detto", "statement:say:that:name", "neutral"),
        ("recommended", "ha detto", "statement:say:that:name", "neutral"),
        ("denied", "ha detto", "statement:say:that:name", "disagree"),
        ("factual", "nega", "statement:deny:that:name", "disagree"),
        ("denied", "ha negato", "statement:deny:that:name", "disagree"),
        ("factual", "non esclude", "statement:deny:that:name", "neutral"),
        ("factual", "propone", "statement:direct:that:name", "neutral"),
        ("factual", "negozia", "statement:say:that:name", "agree"),
        ("factual", "«", "statement:quotation-alone:previous-speaker", "agree"),
    ],
)
def test_stance_of_claims(modality, cue, rule, stance):
    assert stance_of_claim(modality, cue, rule) == stance


def test_stance_of_advice():
    assert stance_of_advice(False, "chiede") == "agree" and stance_of_advice(True, "chiede") == "disagree"
    assert stance_of_advice(False, "respinge") == "disagree" and stance_of_advice(True, "respinge") == "agree"
    assert stance_of_advice(False, "non esclude") == "neutral"


def test_a_claim_is_asserted_and_denied():
    made = tables(
        statements=[
            said(0, 0, 50, "person:rossi"),
            said(1, 60, 90, "person:bruni", "nega", "statement:deny:that:name"),
        ],
        events=[event(0, 10), event(1, 70)],
    )
    title = "aiuto o fornitura: RUS → PRK"
    assert counts(made) == {("person:rossi", title): (1, 0, 0), ("person:bruni", title): (0, 1, 0)}
    assert position_rows(made, "en")["title"].unique().tolist() == ["aid or supply: RUS → PRK"]
    table = position_table(position_rows(made), ground_of(made))
    assert table[["agree", "disagree", "origins", "source_row_ids"]].values.tolist() == [[1, 1, 1, "ev-0|ev-1"]]


def test_claims_with_an_open_role_are_kept_apart_unless_they_report_one_incident():
    made = tables(
        statements=[said(0, 0, 50, "person:rossi")], events=[event(0, 10, target=""), event(1, 20, target="")]
    )
    rows = position_rows(made)
    assert rows["title"].tolist() == ["aiuto o fornitura: RUS → ?"] * 2 and rows["position_id"].nunique() == 2
    made["events"]["incident_id"] = "in-0"
    assert position_rows(made)["position_id"].nunique() == 1


def test_what_is_said_of_anothers_thoughts_counts_for_neither():
    """Rossi says that Bruni thinks that Russia helps; and that Bruni asks Italy to act."""
    made = tables(
        [advice(0, "inviare armi", "person:bruni", start=200)],
        [said(0, 10, 50, "person:bruni"), said(1, 0, 50, "person:rossi"), said(2, 190, 220, "person:rossi")],
        [event(0, 20)],
    )
    rows = position_rows(made)
    assert rows[["kind", "actor_id", "about_id", "stance"]].values.tolist() == [
        ["claim", "person:rossi", "person:bruni", "agree"],
        ["recommendation", "person:rossi", "person:bruni", "agree"],
    ]
    assert counts(made) == {}
    table = position_table(rows, ground_of(made))
    assert table["ascribed"].tolist() == [1, 1]
    assert table[["agree", "disagree", "neutral", "origins", "uncounted"]].to_numpy().sum() == 0


def test_a_quotation_within_ones_own_words_is_ones_own():
    made = tables(statements=[said(0, 10, 50, "person:rossi"), said(1, 0, 60, "person:rossi")], events=[event(0, 20)])
    assert position_rows(made)[["actor_id", "about_id"]].values.tolist() == [["person:rossi", ""]]


def test_groups_headlines_and_nobody_add_nothing_and_copies_count_once():
    made = tables(
        [
            advice(0, "inviare armi", "group:esperti"),
            advice(1, "inviare armi", ""),
            advice(2, "Titolo inviare armi", "person:bruni", doc="d1", start=0),
            advice(3, "inviare armi", "person:rossi", doc="d0"),
            advice(4, "inviare armi", "person:rossi", doc="d1"),
            advice(5, "inviare le armi", "person:rossi", doc="d2"),
        ],
        groups=("ansa", "ansa", "tass"),
    )
    made["documents"].loc[1, "title"] = "Titolo inviare armi"
    found = counts(made)
    assert {actor: value for (actor, _), value in found.items()} == {"person:rossi": (2, 0, 0)}
    same = tables([advice(n, "inviare armi", "person:rossi", doc=f"d{n}") for n in range(3)])
    assert list(counts(same).values()) == [(1, 0, 0)], "one quotation in three papers is one voicing"
    unnamed = tables(
        [advice(0, "inviare armi", "person:rossi"), advice(1, "inviare le armi", "person:rossi", doc="d1")],
        groups=("unnamed:d0", "unnamed:d1", "x"),
    )
    assert list(counts(unnamed).values()) == [(1, 0, 0)], "nobody knows whether two unnamed sources are two"


def test_any_order_of_rows_and_none_at_all():
    made = tables(
        [advice(0, "non inviare armi", "person:bruni"), advice(1, "inviare armi", "person:rossi", doc="d1")],
        [said(0, 0, 50, "person:rossi")],
        [event(0, 10)],
    )
    other = {name: frame.iloc[::-1] for name, frame in made.items()}
    pd.testing.assert_frame_equal(position_rows(made), position_rows(other))
    rows, ground = position_rows(made), ground_of(made)
    pd.testing.assert_frame_equal(position_matrix(rows, ground), position_matrix(rows.iloc[::-1], ground))
    nothing = tables()
    assert position_rows(nothing).empty and position_matrix(position_rows(nothing), ground_of(nothing)).empty
    assert position_table(position_rows(nothing), ground_of(nothing)).empty
