"""What contradicts what: denials of what is reported, dates, votes and counts that differ, among the documents and
against facts.yaml. A contradiction is a question to a reader, never a verdict.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from analysis.extraction.incidents import HAPPENED, occurrences, trigger_word
from analysis.language import load_lexicon
from analysis.tables import row_id

FACT = "fact:"
"""Begins the doc_id of rows that were read from facts.yaml."""
NEAR = timedelta(days=7)
"""Periods no further apart than this may be meant to be the same."""

_FUTURE = re.compile(r"\w{2}(?:rà|ranno)\b")


def find_contradictions(events: Sequence[dict], claims: Sequence[dict]) -> list[dict]:
    """Rows of the table `contradictions`. Events and claims read from facts have `fact:ID` as their doc_id."""
    events = sorted(events, key=lambda row: (row["doc_id"], row["start"], row["event_id"]))
    claims = sorted(claims, key=lambda row: (row["doc_id"], row["start"], row["kind"], row["about"], row["value"]))
    found = [*_denials(events), *_dates(events), *_votes(claims), *_counts(events, claims)]
    # Facts do not contradict each other here: they are the analyst's own.
    return [row for row in found if not (row["first_id"].startswith(FACT) and row["second_id"].startswith(FACT))]


def _denials(events: Sequence[dict]) -> Iterable[dict]:
    """One occurrence, in the same word, reported here and denied there. A negated future denies nothing that was."""
    told = [row for row in events if row["modality"] in (*HAPPENED, "denied") and not _FUTURE.search(row["trigger"])]
    groups = defaultdict(lambda: ([], []))
    for row, group in zip(told, occurrences(told, class_of=lambda _: ""), strict=True):
        groups[(group, trigger_word(row))][row["modality"] == "denied"].append(row)
    for happened, denied in groups.values():
        for row in denied[: len(denied) if happened else 0]:
            yield _row("denial", _about(row), _of_event(happened[0], "modality"), _of_event(row, "modality"))


def _dates(events: Sequence[dict]) -> Iterable[dict]:
    """What the same two rarely do twice within days, in the same word, with dates close together or a year apart."""
    rarely = load_lexicon("incidents").rarely_repeated
    told = defaultdict(dict)
    for row in events:
        span = _period(row["date"])
        if (
            row["type"] in rarely
            and row["modality"] in HAPPENED
            and row["source_state"]
            and row["target_state"]
            and span
        ):
            sides = tuple(sorted((row["source_state"], row["target_state"])))
            told[(row["type"], *sides, trigger_word(row))].setdefault((*span, row["date"]), row)
    for dates in told.values():
        ordered = sorted(dates)
        pairs = set(zip(ordered, ordered[1:], strict=False))
        same_day = defaultdict(list)
        for one in ordered:
            if len(one[2]) == len("2024-06-16"):
                same_day[one[2][4:]].append(one)
        slips = {pair for days in same_day.values() for pair in zip(days, days[1:], strict=False)}
        for one, other in sorted(pairs | slips):
            apart = one[1] < other[0] and (other[0] - one[1] <= NEAR or (one, other) in slips)
            if apart and dates[one]["doc_id"] != dates[other]["doc_id"]:
                yield _row("date", _about(dates[one]), _of_event(dates[one], "date"), _of_event(dates[other], "date"))


def _votes(claims: Sequence[dict]) -> Iterable[dict]:
    """A voter with two positions, or a position with two tallies, in one vote."""
    for kind, label in (("vote", "vote"), ("tally", "count")):
        told = [claim for claim in claims if claim["kind"] == kind]
        rows = [_as_event(claim) for claim in told]
        groups = defaultdict(list)
        for claim, group in zip(told, occurrences(rows), strict=True):
            groups[group].append(claim)
        for members in groups.values():
            yield from _differing(label, members)


def _counts(events: Sequence[dict], claims: Sequence[dict]) -> Iterable[dict]:
    """What is counted beside reports of one incident, differently in different sentences."""
    happened = [row for row in events if row["modality"] in HAPPENED and row["source_state"] and row["target_state"]]
    groups = occurrences(happened)
    places = [(row["doc_id"], row["start"]) for row in happened]
    told = defaultdict(list)
    for claim in claims:
        if claim["kind"] == "count":
            first, last = (bisect_left(places, (claim["doc_id"], edge)) for edge in claim["sentence"])
            for group in sorted(set(groups[first:last])):
                told[(group, claim["about"])].append(claim)
    for members in told.values():
        yield from _differing("count", members)


def _differing(kind: str, claims: Sequence[dict]) -> Iterable[dict]:
    """The first claim of each value against the first of the first value."""
    values = {}
    for claim in claims:
        values.setdefault(claim["value"], claim)
    first, *others = values.values()
    for other in others:
        yield _row(kind, first["about"], _of_claim(first), _of_claim(other))


def _as_event(claim: dict) -> dict:
    """A claim in the form in which `occurrences` groups; without a date it is only of its own document."""
    own = {"source_state": claim["about"], "target_state": claim["kind"], "modality": "factual", "type": "vote"}
    return {**claim, **own, "trigger": claim["doc_id"], "rule_id": ""}


def _period(value: str) -> tuple[date, date] | None:
    """The first and last day of a year, month or day; None for what is none."""
    parts = value.split("-")
    try:
        year, *rest = (int(part) for part in parts)
        first = date(year, *(rest + [1, 1])[:2])
        if len(parts) == 3:
            return first, first
        following = date(year + 1, 1, 1) if len(parts) == 1 or rest[0] == 12 else date(year, rest[0] + 1, 1)
        return (first, following - timedelta(days=1)) if len(parts) < 3 else None
    except (ValueError, OverflowError, TypeError):
        return None


def _about(row: dict) -> str:
    return " ".join(part for part in (row["source_state"], row["type"], row["target_state"]) if part)


def _of_event(row: dict, column: str) -> tuple[str, str, str]:
    fact = row["doc_id"].startswith(FACT)
    return row["doc_id"] if fact else row["event_id"], row["trigger"], row[column]


def _of_claim(claim: dict) -> tuple[str, str, str]:
    doc_id = claim["doc_id"]
    place = doc_id if doc_id.startswith(FACT) else f"{doc_id}:{claim['start']}:{claim['end']}"
    return place, claim["text"], claim["value"]


def _row(kind: str, about: str, one: tuple, other: tuple) -> dict:
    first, second = sorted((one, other))
    return {
        "contradiction_id": row_id("cd", kind, about, *first, *second),
        "kind": kind,
        "about": about,
        **dict(zip(("first_id", "first_text", "first_value"), first, strict=True)),
        **dict(zip(("second_id", "second_text", "second_value"), second, strict=True)),
        "rule_id": f"contradiction:{kind}",
    }
