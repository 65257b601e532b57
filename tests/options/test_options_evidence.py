"""What stands behind the assessments, and the ceiling that it puts on confidence."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis.dossier import OptionsFile, find_dossier, load_dossier, seal_of
from analysis.options.confidence import LEVELS, ceiling_rules, confidence_ceiling, material
from analysis.options.evidence import evidence_table, references
from analysis.options.likelihood import sentence_faults
from analysis.tables import SCHEMAS, make_table


@pytest.fixture(scope="module")
def dossier():
    return load_dossier(find_dossier("russia-dprk"))


def tables(**rows):
    return {name: make_table(name, rows.get(name, [])) for name in SCHEMAS}


STATEMENT = {
    "statement_id": "st-1",
    "doc_id": "05-veto",
    "start": 10,
    "end": 15,
    "text": "parole",
    "form": "direct",
    "cue": "dice",
    "cue_start": 0,
    "cue_end": 4,
}


def test_references_say_what_they_lead_to(dossier):
    fact = next(fact for fact in dossier.facts if fact.id == "f11")
    cited = ["fact:f11", "fact:f99", "doc:05-veto", "st-1", "row:st-1"]
    cited += [f"fact:f11@{seal_of(fact.text)}", "fact:f11@00000000"]
    found = references(dossier, tables(statements=[STATEMENT]), cited).set_index("reference")
    assert found["state"].to_list() == ["ok", "missing", "ok", "ok", "ok", "ok", "changed"]
    assert found.loc["st-1", ["text", "doc_id", "start", "end"]].to_list() == ["parole", "05-veto", 10, 15]
    assert found.loc["st-1", "grade"] == found.loc["doc:05-veto", "grade"] != ""
    assert found.loc["fact:f11", "grade"] == "" and found.loc["fact:f11", "seal"] == seal_of(fact.text)


def with_cell(dossier, **changes):
    cell = {"option": "o0", "criterion": "c", "low": 0, "mode": 1, "high": 2, **changes}
    file = OptionsFile(options=[{"id": "o0", "title": "O", "forum": "g7"}], assessments=[cell])
    return replace(dossier, options=file)


@pytest.mark.parametrize(
    ("evidence", "kind", "basis", "state"),
    [
        (["fact:f11"], "information", "information", "ok"),
        (["fact:f11"], "judgement", "judgement", "ok"),
        ([], "information", "judgement", "none"),
        (["st-gone"], "information", "judgement", "stale"),
        (["fact:f11", "st-gone"], "information", "information", "stale"),
        (["fact:f11@00000000"], "information", "information", "stale"),
    ],
)
def test_a_cell_without_ground_is_a_judgement_and_a_lost_one_is_stale(dossier, evidence, kind, basis, state):
    row = evidence_table(with_cell(dossier, evidence=evidence, kind=kind), tables()).iloc[0]
    assert (row["basis"], row["state"]) == (basis, state)


def test_no_options_no_rows(dossier):
    assert evidence_table(replace(dossier, options=None), tables()).empty


SOUND = {
    "origins": 5.0,
    "graded": 1.0,
    "information": 0.9,
    "sound": 1.0,
    "firm_assumptions": 1.0,
    "uncontradicted": 1.0,
}


@pytest.mark.parametrize(
    ("changes", "level", "reason"),
    [
        ({}, "high", None),
        ({"origins": 1.0}, "low", "one-origin"),
        ({"origins": 3.0}, "moderate", "few-origins"),
        ({"information": 0.1}, "low", "little-evidence"),
        ({"sound": 0.9}, "moderate", "stale"),
        ({"firm_assumptions": 0.4}, "low", "mostly-weak-assumptions"),
        ({"uncontradicted": 0.0}, "moderate", "contradictions"),
        ({"graded": None, "firm_assumptions": None}, "high", None),
    ],
)
def test_every_rule_lowers_the_ceiling_and_says_so(changes, level, reason):
    found = confidence_ceiling(SOUND | changes)
    assert found.level == level
    assert (found.reasons[0][0] if found.reasons else None) == reason


def test_the_ceiling_never_rises_with_less_and_its_sentences_name_no_likelihood():
    for language in ("it", "en"):
        worst = confidence_ceiling(dict.fromkeys(SOUND, 0.0), language)
        assert worst.level == "low" and len(worst.reasons) == len({rule.quantity for rule in ceiling_rules().rules})
        for _, level, sentence in worst.reasons:
            assert LEVELS.index(level) <= 1 and "{" not in sentence
            assert sentence_faults(sentence, "icd203", language) == []


def test_the_material_of_the_bundled_dossier(dossier):
    documents = [
        {
            "doc_id": f"d{i}",
            "translation": "none",
            "source_grade": g,
            "information_grade": "6",
            "source_group": group,
            "chars": 9,
        }
        for i, (g, group) in enumerate([("B", "a"), ("F", "a"), ("F", "b")])
    ]
    found = tables(documents=documents)
    counted = material(dossier, found, evidence_table(dossier, found))
    assert (counted["origins"], counted["graded"], counted["uncontradicted"]) == (2.0, 0.5, 1.0)
    assert 0 < counted["information"] < 0.5 and counted["firm_assumptions"] == pytest.approx(0.8)
    assert confidence_ceiling(counted).level == "low"


def test_nothing_assessed_nothing_counted(dossier):
    empty = pd.DataFrame(columns=["basis", "state"])
    counted = material(replace(dossier, options=None), tables(), empty)
    assert counted["information"] is None and counted["firm_assumptions"] is None and counted["graded"] is None
    assert confidence_ceiling(counted).level == "low"  # no origin at all
