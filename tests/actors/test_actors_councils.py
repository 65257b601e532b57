"""Forums by date and whether a decision passes in them: real votes, every rule's edge, and what is not known."""

from itertools import combinations, product
from typing import get_args

import numpy as np
import pandas as pd
import pytest
import yaml

from analysis.actors.councils import COUNCILS, council, council_names, read_councils, voting_game
from analysis.actors.veto import VOTES, signals, veto_check
from analysis.actors.voting_power import blocking_coalitions, voting_power
from analysis.dossier import Option
from analysis.errors import InputError
from analysis.registry import load_registry

MARCH_2024 = "2024-03-28"


def votes(**given):
    """Votes by actor, e.g. votes(RUS="against")."""
    return pd.DataFrame(given.items(), columns=["actor_id", "vote"])


def all_of(name, date, vote="in-favour", **others):
    return votes(**{**dict.fromkeys(council(name, date).members, vote), **others})


def test_every_forum_of_an_option_has_a_council_and_every_member_is_in_the_registry():
    forums = get_args(Option.model_fields["forum"].annotation)
    assert all(council_names(forum) for forum in forums)
    assert council_names("eu") == ["eu", "european-council"]
    known = load_registry().actors
    for name in council_names():
        own = ("ITA",) if name in ("national", "ad_hoc") else ()
        found = council(name, MARCH_2024, members=own)
        assert set(found.members) <= set(known) and all(rule.basis for rule in found.rules.values())
        assert found.sources or own


@pytest.mark.parametrize("year", range(2022, 2027))
def test_fifteen_sit_in_the_security_council_of_each_year(year):
    body = council("unsc", f"{year}-06-30")
    assert sorted(body.roles.values()) == ["elected"] * 10 + ["permanent"] * 5
    before = council("unsc", f"{year}-01-01")
    assert body.members == before.members and body.sources and not body.to_check


def test_membership_changes_on_its_day():
    assert "ALB" in council("unsc", "2023-12-31").members and "ALB" not in council("unsc", "2024-01-01").members
    assert len(council("nato", "2023-04-03").members) == 30 and len(council("nato", "2023-04-04").members) == 31
    assert "SWE" not in council("nato", "2024-03-06").members and "SWE" in council("nato", "2024-03-07").members


@pytest.mark.parametrize(
    ("name", "date", "members", "word"),
    [
        ("unsc", "2027-01-01", (), "are not known"),
        ("unsc", "2021-12-31", (), "are not known"),
        ("onu", MARCH_2024, (), "`onu` is unknown"),
        ("g7", MARCH_2024, ("ITA",), "are fixed"),
        ("ad_hoc", MARCH_2024, (), "no fixed members"),
        ("unsc", "2024", (), "`2024` is no day"),
    ],
)
def test_what_is_not_known_is_refused_with_a_remedy(name, date, members, word):
    with pytest.raises(InputError, match=word) as caught:
        council(name, date, members=members)
    assert caught.value.problems[0].remedy


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"size": 0}, "either terms, or a size, or open"),
        ({"size_source": ""}, "size without source"),
        ({"x": 1}, "x: "),
    ],
)
def test_a_faulty_file_is_named(tmp_path, change, word):
    content = yaml.safe_load((COUNCILS / "unga.yaml").read_text(encoding="utf-8")) | change
    (tmp_path / "unga.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")
    with pytest.raises(InputError, match=word) as caught:
        read_councils(tmp_path)
    assert caught.value.problems[0].file.endswith("unga.yaml")


def test_the_vote_of_28_march_2024_fails_on_the_russian_veto():
    """SC/15648: 13 in favour, 1 against (Russia), 1 abstention (China) on extending the Panel of Experts."""
    found = veto_check("unsc", MARCH_2024, all_of("unsc", MARCH_2024, RUS="against", CHN="abstained"))
    assert found.members["vote"].value_counts().to_dict() == {"in-favour": 13, "against": 1, "abstained": 1}
    assert found.outcome == "fails" and found.unknown == ()
    assert found.must_consent == ("CHN", "FRA", "GBR", "RUS", "USA")
    conditions = found.conditions.set_index("condition")
    assert conditions.loc["votes in favour", ["worst", "met"]].tolist() == [13, "yes"]
    assert conditions.loc["permanent against", ["worst", "met"]].tolist() == [1, "no"]


def test_an_abstaining_permanent_member_does_not_block_and_eight_votes_do_not_pass():
    assert veto_check("unsc", MARCH_2024, all_of("unsc", MARCH_2024, CHN="abstained")).outcome == "passes"
    four = dict.fromkeys(("CHE", "DZA", "ECU", "GUY"), "abstained")
    nine = all_of("unsc", MARCH_2024, **four, CHN="abstained", RUS="absent")
    assert veto_check("unsc", MARCH_2024, nine).outcome == "passes"
    eight = all_of("unsc", MARCH_2024, **four, CHN="abstained", RUS="absent", JPN="against")
    assert veto_check("unsc", MARCH_2024, eight).outcome == "fails"
    procedural = veto_check("unsc", MARCH_2024, all_of("unsc", MARCH_2024, RUS="against"), rule="procedural")
    assert procedural.outcome == "passes" and procedural.must_consent == ()


def test_an_unknown_vote_is_unknown_and_the_result_open():
    known = all_of("unsc", MARCH_2024)
    found = veto_check("unsc", MARCH_2024, known[known["actor_id"] != "CHN"])
    assert (found.outcome, found.unknown, found.could_decide) == ("open", ("CHN",), ("CHN",))
    assert found.members.set_index("actor_id").loc["CHN", "vote"] == "unknown"
    elected = veto_check("unsc", MARCH_2024, known[known["actor_id"] != "MLT"])
    assert (elected.outcome, elected.unknown, elected.could_decide) == ("passes", ("MLT",), ())
    nothing = veto_check("unsc", MARCH_2024, votes())
    assert nothing.outcome == "open" and len(nothing.unknown) == 15
    assert veto_check("unsc", MARCH_2024, votes(RUS="against")).outcome == "fails"


def test_open_means_that_both_outcomes_can_still_happen():
    """Every completion of the unknown votes of small councils, against the outcome said beforehand."""
    choices = [vote for vote in VOTES if vote != "unknown"]
    for given in product(VOTES, repeat=2):
        said = dict(zip(("FRA", "JPN"), given, strict=True))
        others = dict.fromkeys(("CAN", "DEU", "GBR", "ITA", "USA"), "in-favour")
        outcome = veto_check("g7", MARCH_2024, votes(**said, **others)).outcome
        free = [actor for actor, vote in said.items() if vote == "unknown"]
        ends = {
            veto_check("g7", MARCH_2024, votes(**{**said, **others, **dict(zip(free, rest, strict=True))})).outcome
            for rest in product(choices, repeat=len(free))
        }
        assert outcome == (ends.pop() if len(ends) == 1 else "open")


@pytest.mark.parametrize(("name", "rule"), [("unsc", "substantive"), ("eu", "qualified-majority"), ("eu", "unanimity")])
def test_a_certain_outcome_holds_for_every_way_the_unknown_may_vote(name, rule):
    draw = np.random.default_rng(28)
    members = council(name, MARCH_2024).members
    seen = set()
    for _ in range(25):
        odds = [0.8, 0.05, 0.05, 0, 0.1] if draw.random() < 0.7 else [0.55, 0.1, 0.2, 0.05, 0.1]
        said = dict(zip(members, draw.choice(VOTES, size=len(members), p=odds), strict=True))
        outcome = veto_check(name, MARCH_2024, votes(**said), rule=rule).outcome
        seen.add(outcome)
        ends = set()
        for fill in ("in-favour", "against", *([None] * 4)):
            full = {m: (fill or str(draw.choice(VOTES[:4]))) if vote == "unknown" else vote for m, vote in said.items()}
            ends.add(veto_check(name, MARCH_2024, votes(**full), rule=rule).outcome)
        assert ends == {outcome} if outcome != "open" else {"passes", "fails"} <= ends
    assert len(seen) > 1, "the draws must meet different outcomes"


def test_double_majority_and_its_blocking_minority_of_four():
    """TEU art. 16(4): three states with over 35 % of the population cannot block, four can."""
    day = "2025-06-01"
    three = veto_check(
        "eu", day, all_of("eu", day, DEU="against", FRA="against", ITA="against"), rule="qualified-majority"
    )
    share = three.conditions.set_index("condition").loc["population in favour", "worst"]
    assert share < 65 and three.outcome == "passes"
    four = all_of("eu", day, DEU="against", FRA="against", ITA="abstained", MLT="against")
    assert veto_check("eu", day, four, rule="qualified-majority").outcome == "fails"
    fourteen = all_of(
        "eu",
        day,
        "against",
        **dict.fromkeys("DEU FRA ITA ESP POL ROU NLD BEL CZE PRT SWE GRC HUN AUT".split(), "in-favour"),
    )
    found = veto_check("eu", day, fourteen, rule="qualified-majority")
    assert found.conditions["met"].tolist() == ["no", "yes"] and found.outcome == "fails"
    assert found.must_consent == ()


def test_unanimity_in_foreign_policy_and_abstention():
    day = "2024-06-16"
    assert veto_check("eu", day, all_of("eu", day, HUN="abstained")).outcome == "passes"
    found = veto_check("eu", day, all_of("eu", day, HUN="against"))
    assert found.outcome == "fails" and len(found.must_consent) == 27


def test_a_rule_that_needs_unknown_population_figures_says_so():
    with pytest.raises(InputError, match="no population figures"):
        veto_check("eu", "2026-03-01", votes(), rule="qualified-majority")


def test_two_thirds_of_those_voting():
    """UN Charter art. 18(2): abstentions are no votes; members without a vote may still decide."""
    yes, no = [f"A{i:03}" for i in range(120)], [f"B{i:03}" for i in range(60)]
    given = {**dict.fromkeys(yes, "in-favour"), **dict.fromkeys(no, "against")}
    rest = {f"C{i:02}": "abstained" for i in range(13)}
    assert veto_check("unga", MARCH_2024, votes(**given, **rest)).outcome == "passes"
    assert veto_check("unga", MARCH_2024, votes(**given, **{**rest, "C00": "against"})).outcome == "fails"
    found = veto_check("unga", MARCH_2024, votes(RUS="against", USA="in-favour"))
    assert (found.outcome, found.unnamed, found.must_consent) == ("open", 191, ())


def test_national_and_ad_hoc_need_everybody_and_outsiders_do_not_count():
    assert veto_check("national", MARCH_2024, votes(ITA="in-favour"), members=("ITA",)).outcome == "passes"
    group = ("AUS", "JPN", "KOR")
    found = veto_check("ad_hoc", MARCH_2024, votes(JPN="in-favour", KOR="abstained", RUS="against"), members=group)
    assert (found.outcome, found.unknown, found.outsiders) == ("fails", ("AUS",), ("RUS",))


def test_signals_of_stakeholders_keep_their_support_and_the_middle_is_unknown():
    table = pd.DataFrame(
        {
            "actor_id": ["A", "B", "C", "D"],
            "position": [60.0, 59.9, 40.0, float("nan")],
            "basis": ["evidence", "analyst", "analyst", "unknown"],
            "support": ["rec-1", "", "fact:f1", ""],
        }
    )
    found = signals(table)
    assert found["vote"].tolist() == ["in-favour", "unknown", "against", "unknown"]
    assert found["support"].tolist() == ["rec-1", "", "fact:f1", ""]
    with pytest.raises(ValueError):
        signals(table, in_favour_from=30)


@pytest.mark.parametrize("given", [votes(RUS="maybe"), pd.concat([votes(RUS="against"), votes(RUS="in-favour")])])
def test_votes_that_are_none_or_two_are_refused(given):
    with pytest.raises(InputError):
        veto_check("unsc", MARCH_2024, given)


def test_power_in_the_councils():
    """The Security Council as published; the Union's 27 in full: values sum to 1 and rise with population."""
    found = voting_power(voting_game(council("unsc", MARCH_2024)))
    assert found.winning == 848 and str(found.exact["CHN"]) == "421/2145"
    body = council("eu", "2025-06-01")
    table = voting_power(voting_game(body, "qualified-majority")).indices.set_index("member")
    by_size = sorted(body.members, key=body.population.get)
    assert table["shapley_shubik"].sum() == pytest.approx(1)
    assert table.loc[by_size, "shapley_shubik"].is_monotonic_increasing and table.loc["DEU", "banzhaf"] > 0.11
    veto = voting_power(voting_game(body)).indices
    assert set(veto["shapley_shubik"]) == {1 / 27}


def test_blocking_minorities_of_the_union_have_four_members_and_over_35_percent():
    """TEU art. 16(4), on the published shares of 2025; counted again without the game."""
    body = council("eu", "2025-06-01")
    found = blocking_coalitions(voting_game(body, "qualified-majority"), largest=4)
    total = sum(body.population.values())
    expected = [
        four for four in combinations(body.members, 4) if total - sum(map(body.population.get, four)) < 65 - 1e-9
    ]
    assert found == expected and ("DEU", "FRA", "HUN", "ITA") in found
    assert not blocking_coalitions(voting_game(body, "qualified-majority"), largest=3)
