"""Whose consent an option needs: each kind of forum."""

import pandas as pd
import pytest

from analysis.dossier import Option
from analysis.options.forums import forum_checks, forum_table

DAY = "2024-06-16"


def option(forum):
    return Option(id="o1", title="O", forum=forum)


def stakeholders(**positions):
    rows = [{"actor_id": a, "position": p, "basis": "analyst", "support": ""} for a, p in positions.items()]
    return pd.DataFrame(rows, columns=["actor_id", "position", "basis", "support"])


def test_a_signalled_veto_in_the_security_council():
    (check,) = forum_checks(option("unsc"), DAY, stakeholders(RUS=5, USA=90, GBR=80))
    assert check.check.outcome == "fails" and check.vetoes == ("RUS",)
    row = forum_table([check]).iloc[0]
    assert (row["against"], row["outcome"]) == ("RUS", "fails") and "CHN" in row["unknown"]


def test_without_positions_everything_is_open():
    (check,) = forum_checks(option("g7"), DAY, None)
    assert check.check.outcome == "open" and len(check.check.unknown) == 7 and check.vetoes == ()


def test_an_ad_hoc_group_is_made_of_those_who_want_it():
    (check,) = forum_checks(option("ad_hoc"), DAY, stakeholders(JPN=80, KOR=90, RUS=2, ITA=50))
    assert check.check.council.members == ("JPN", "KOR") and check.check.outcome == "passes"
    (nobody,) = forum_checks(option("ad_hoc"), DAY, stakeholders(RUS=2))
    assert nobody.check is None and nobody.why_not == "nobody-signalled"


def test_a_government_decides_alone():
    (check,) = forum_checks(option("national"), DAY, stakeholders(RUS=2))
    assert check.check is None and check.why_not == "decides-alone"
    assert forum_table([check]).loc[0, "outcome"] == ""


@pytest.mark.parametrize("forum", ["unsc"])
def test_a_day_whose_members_are_unknown_is_said_and_nothing_guessed(forum):
    (check,) = forum_checks(option(forum), "1999-01-01", None)
    assert check.check is None and "not known" in check.why_not


def test_the_union_has_two_councils():
    checks = forum_checks(option("eu"), DAY, stakeholders(HUN=10))
    assert {check.council for check in checks} == {"eu", "european-council"}
    assert all(check.check.outcome == "fails" for check in checks)
