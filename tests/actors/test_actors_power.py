"""Drafts of position and salience by hand, the analyst's last word, and the grid of power and interest."""

from math import isnan

import pandas as pd
import pytest

from analysis.actors.drafts import draft_places, draft_positions, draft_rules, unmatched_places
from analysis.actors.forecast import forecast
from analysis.actors.independence import Ground
from analysis.actors.power import estimates, power_interest, stakeholders
from analysis.actors.veto import signals, veto_check
from analysis.dossier import Option, Position, load_dossier
from analysis.paths import DOSSIERS

COLUMNS = ["position_id", "actor_id", "stance", "about_id", "doc_id", "start", "source_row_id", "origin"]
DOCUMENTS = pd.DataFrame({"doc_id": ["d1", "d2"], "chars": [1000, 1000]})
GROUND = Ground({}, {}, {"d1": "o1", "d2": "o2"}, {"d1": "Una squadra contro le sanzioni eluse", "d2": ""})
SCALE = {"low_means": "contro", "high_means": "a favore"}


def voiced(*rows):
    """(position, actor, stance, document, start, row, origin) as position rows; `about_id` empty."""
    table = pd.DataFrame([(p, a, s, "", d, n, r, o) for p, a, s, d, n, r, o in rows], columns=COLUMNS)
    return table.assign(end=table["start"] + 20, text=[f"parole di {row}" for row in table["source_row_id"]])


def drafts(rows, places=None, **more):
    return draft_positions(rows, places or {"p": 100.0}, DOCUMENTS, GROUND, **more).set_index("actor_id")


def test_position_is_the_ratio_of_support_and_rejection():
    """Kim & Fording 1998, (pro − con) / (pro + con), here on 0–100: two for, one against is 66.7."""
    rows = voiced(
        ("p", "A", "agree", "d1", 500, "r1", "o1"),
        ("p", "A", "agree", "d2", 500, "r2", "o2"),
        ("p", "A", "disagree", "d2", 600, "r3", "o3"),
    )
    found = drafts(rows).loc["A"]
    assert found["position"] == pytest.approx(200 / 3, abs=1e-6)
    assert (found["position_low"], found["position_high"]) == (50, 75)
    assert found[["agree", "disagree", "neutral", "origins"]].tolist() == [2, 1, 0, 3]
    assert found["support"] == "r1|r2|r3"


def test_copies_of_one_origin_count_once_and_unnamed_origins_are_one():
    rows = voiced(
        ("p", "A", "agree", "d1", 500, "r1", "o1"),
        ("p", "A", "agree", "d2", 500, "r2", "o1"),
        ("p", "B", "agree", "d1", 500, "r3", ""),
        ("p", "B", "agree", "d2", 500, "r4", ""),
    )
    found = drafts(rows)
    assert found["agree"].tolist() == [1, 1] and found["origins"].tolist() == [1, 0]
    assert found.loc["A", "support"] == "r1|r2"
    assert (found.loc["A", "position_low"], found.loc["A", "position_high"]) == (50, 100)


def test_a_quotation_taken_over_counts_once():
    rows = voiced(("p", "A", "agree", "d1", 500, "r1", "o1"), ("p", "A", "agree", "d2", 100, "r2", "o2"))
    found = drafts(rows.assign(text=["«Serve una squadra»", "Serve una squadra."])).loc["A"]
    assert (found["agree"], found["origins"], found["support"]) == (1, 2, "r1|r2")


def test_hearsay_groups_headlines_and_the_unnamed_add_nothing():
    rows = voiced(
        ("p", "group:esperti", "agree", "d1", 0, "r1", "o1"),
        ("p", "", "agree", "d1", 0, "r2", "o1"),
        ("p", "Y", "agree", "d1", 0, "r3", "o1"),
        ("p", "org:ong", "agree", "d1", 4, "r4", "o1"),
    )
    rows.loc[2, "about_id"] = "X"
    rows.loc[3, "text"] = "squadra contro le sanzioni"
    assert drafts(rows).empty


def test_salience_is_the_share_of_voicings_and_the_lead_counts_twice():
    rows = voiced(
        ("p", "A", "agree", "d1", 199, "r1", "o1"),
        ("q", "A", "agree", "d1", 200, "r2", "o1"),
        ("q", "A", "disagree", "d2", 900, "r3", "o2"),
        ("q", "B", "agree", "d2", 900, "r4", "o2"),
    )
    found = drafts(rows)
    assert found.index.tolist() == ["A"], "who says nothing on the question has no draft"
    assert found.loc["A", ["salience", "salience_low", "salience_high"]].tolist() == [50, 40, 60]
    assert found.loc["A", "elsewhere"] == 2


def test_neutral_stands_in_the_middle_and_rejecting_the_middle_says_nothing_of_the_place():
    rows = voiced(
        ("p", "A", "neutral", "d1", 500, "r1", "o1"),
        ("m", "B", "disagree", "d1", 500, "r2", "o1"),
        ("m", "C", "agree", "d1", 500, "r3", "o1"),
        ("z", "D", "disagree", "d1", 500, "r4", "o1"),
    )
    found = drafts(rows, {"p": 100.0, "m": 30.0, "z": 0.0})
    assert found.loc["A", "position"] == 50 and found.loc["C", "position"] == 30 and found.loc["D", "position"] == 100
    assert isnan(found.loc["B", "position"]) and found.loc["B", "salience"] == 100


def test_organs_roll_up_where_they_are_said_to():
    rows = voiced(("p", "org:mae", "agree", "d1", 500, "r1", "o1"), ("p", "org:centro", "agree", "d1", 500, "r2", "o1"))
    assert drafts(rows, acts_for={"org:mae": "ITA"}).index.tolist() == ["ITA", "org:centro"]


def test_a_place_given_for_a_recommendation_holds_for_its_position():
    rows = voiced(("p", "A", "agree", "d1", 500, "rec-1", "o1"), ("p", "B", "disagree", "d1", 500, "st-2", "o1"))
    option = Option(id="o1", title="Squadra", forum="g7", recommendation_ids=["rec-1"])
    position = Position(id="p1", title="Chi", option="o1", scale=SCALE)
    found = drafts(rows, draft_places(position, option))
    assert found["position"].tolist() == [100, 0]
    assert unmatched_places(rows, {"p": 1.0, "rec-1": 1.0, "po-gone": 1.0}) == ["po-gone"]


@pytest.mark.parametrize("places", [{"p": 101.0}, {"p": 100.0, "r1": 0.0}])
def test_places_that_contradict_or_leave_the_scale_are_refused(places):
    with pytest.raises(ValueError):
        drafts(voiced(("p", "A", "agree", "d1", 500, "r1", "o1")), places)


def test_the_analyst_overrules_and_the_draft_stays_visible():
    entries = [
        {"actor": "A", "position": 7, "author": "Ada", "date": "2024-06-16", "evidence": ["fact:f1"]},
        {"actor": "A", "capability": {"low": 10, "mode": 20, "high": 30}, "kind": "information", "source": "Tabella"},
        {"actor": "C", "position": 10},
    ]
    position = Position(id="p1", title="Anni", issue="Anni", scale={"low": 4, "high": 10, **SCALE}, entries=entries)
    rows = voiced(("p", "A", "agree", "d1", 500, "r1", "o1"), ("p", "B", "agree", "d1", 500, "r2", "o1"))
    known = estimates(position, draft_positions(rows, {"p": 100.0}, DOCUMENTS, GROUND))
    of_a = known[known["actor_id"] == "A"].set_index("quantity")
    assert of_a["basis"].to_dict() == {"position": "analyst", "salience": "evidence", "capability": "table"}
    assert of_a.loc["position", ["mode", "draft"]].tolist() == [50, 100]
    assert of_a.loc["position", "source"] == "Ada, 2024-06-16" and isnan(of_a.loc["capability", "draft"])
    table = stakeholders(known).set_index("actor_id")
    assert table.loc["A", ["position", "salience", "capability_low"]].tolist() == [50, 100, 10]
    assert table.loc["A", "support"] == "fact:f1|r1"
    assert table["basis"].tolist() == ["analyst", "evidence", "analyst"]
    assert table["capability"].isna().tolist() == [False, True, True], "capability is never drafted"
    assert table["capability_basis"].tolist() == ["table", "unknown", "unknown"]


def test_nothing_known():
    assert estimates().empty and stakeholders(estimates()).empty and power_interest(stakeholders(estimates())).empty


def test_power_interest_grid_of_mendelow_1991():
    pairs = [(50, 50), (50, 49.9), (49.9, 50), (0, 0), (float("nan"), 80), (80, float("nan"))]
    table = pd.DataFrame(pairs, columns=["capability", "salience"])
    expected = ["manage closely", "keep satisfied", "keep informed", "monitor", "", ""]
    assert power_interest(table)["grid"].tolist() == expected
    assert power_interest(table, power_from=40, interest_from=40)["grid"].tolist()[:3] == ["manage closely"] * 3
    with pytest.raises(ValueError):
        power_interest(table, power_from=101)


def test_the_rules_are_written_out_in_both_languages():
    rules = draft_rules()
    assert sorted(rules.rules) == ["position", "salience"], "and none for capability"
    assert all(rule.it and rule.en for rule in rules.rules.values())


def test_the_bundled_positions_lead_to_forecasts_and_a_veto_check():
    first, second = load_dossier(DOSSIERS / "russia-dprk").options.positions
    table = stakeholders(estimates(first))
    found = forecast(table)
    assert found.mean_low < found.mean < found.mean_high and found.median_low <= found.median <= found.median_high
    assert list(found.left_out.itertuples(index=False, name=None)) == [("PRK", "capability")]
    assert found.without["mean_change"].abs().idxmax() == 0 and found.weights["actor_id"].iloc[0] == "USA"
    check = veto_check("unsc", "2024-06-16", signals(stakeholders(estimates(second))))
    assert check.outcome == "fails" and {"RUS", "USA"} <= set(check.must_consent) and len(check.unknown) == 8
