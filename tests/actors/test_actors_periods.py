"""Periods: what lies in one as a whole is in it, what does not is undated."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.actors.periods import UNDATED, period_of


@pytest.mark.parametrize(
    "date, period, name",
    [
        ("2024-06-16", "month", "2024-06"),
        ("2024-06", "month", "2024-06"),
        ("2024", "month", UNDATED),
        ("2024-06-16", "quarter", "2024-Q2"),
        ("2024-12", "quarter", "2024-Q4"),
        ("2024", "quarter", UNDATED),
        ("2024", "year", "2024"),
        ("", "year", UNDATED),
        ("2024-02-29", ["2024-03-01", "2024-06-01"], "/2024-02-29"),
        ("2024-03-01", ["2024-03-01", "2024-06-01"], "2024-03-01/2024-05-31"),
        ("2024-05", ["2024-03-01", "2024-06-01"], "2024-03-01/2024-05-31"),
        ("2025", ["2024-03-01", "2024-06-01"], "2024-06-01/"),
        ("2024", ["2024-03-01", "2024-06-01"], UNDATED),
        ("2023-12-31", ["2024-01-01"], "/2023-12-31"),
    ],
)
def test_periods(date, period, name):
    assert period_of(date, period) == name


@given(st.dates(), st.sampled_from(["month", "quarter", "year"]))
def test_a_day_lies_in_the_period_of_its_month_or_is_nowhere_else(day, period):
    text = day.isoformat()
    assert period_of(text, period) == period_of(text[:7], period) != UNDATED


@given(st.dates(datetime.date(1900, 1, 2)), st.sets(st.dates(datetime.date(1900, 1, 2)), min_size=1, max_size=5))
def test_given_days_part_time_without_gap(day, starts):
    starts = sorted(start.isoformat() for start in starts)
    begins, _, ends = period_of(day.isoformat(), starts).partition("/")
    assert begins <= day.isoformat() and (not ends or day.isoformat() <= ends)
    inside = [start for start in starts if start <= day.isoformat()]
    assert begins == (inside[-1] if inside else "")


@pytest.mark.parametrize(
    "date, period",
    [
        ("2024-06-16", "week"),
        ("16 giugno", "month"),
        ("2024-13", "month"),
        ("2023-02-29", "month"),
        ("2024-06-16", ["2024-06-01", "2024-01-01"]),
        ("2024-06-16", []),
        ("2024-06-16", ["2024"]),
    ],
)
def test_what_is_no_date_or_no_period_is_refused(date, period):
    with pytest.raises(ValueError):
        period_of(date, period)
