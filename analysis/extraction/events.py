"""Who did, does or will do what to whom: PLOVER events from triggers, frames and modality."""

from collections import deque

from analysis.extraction.answers import REMEMBERED, with_answered, with_culprits
from analysis.extraction.event_dates import date_of, times_of
from analysis.extraction.event_selection import Candidate, strongest, worth_reporting
from analysis.extraction.links import Links
from analysis.extraction.modality import Reading, read_modality
from analysis.extraction.pairs import pairs_of
from analysis.extraction.spans_at import SpansAt
from analysis.extraction.triggers import Trigger, triggers_in
from analysis.language import load_lexicon
from analysis.language.words import Passage, Words
from analysis.tables import row_id


def find_events(doc: Words, links: Links, times: list[dict], statements: list[dict], doc_id: str) -> list[dict]:
    """Rows of the table `events` but for `incident_id`, which `run` gives. A document without a parse has none."""
    if not doc.parsed:
        return []
    known = {link.actor_id for link in links.all}
    dates = SpansAt([t for t in times if t["type"] == "DATE" and t["value"]])
    said = SpansAt(statements)
    rows, alone = [], []
    before: deque[Candidate] = deque(maxlen=REMEMBERED)
    for sentence in doc.sents:
        for read, date in _in_sentence(sentence, links, known, dates):
            candidate = with_answered(read, before, links)
            before.append(candidate)
            start, end = _span(doc, candidate.trigger)
            statement = (said.over(start, end) or {}).get("statement_id", "")
            for source, target in candidate.pairs:
                row = _row(doc, candidate, source, target, links, doc_id) | {"date": date, "statement_id": statement}
                if source and target:
                    rows.append(row)
                else:
                    alone.append((candidate, row))
    return sorted(rows + strongest(alone), key=lambda row: (row["start"], row["end"], row["event_id"]))


def _in_sentence(sentence: Passage, links: Links, known: set[str], dates: SpansAt) -> list[tuple[Candidate, str]]:
    if not links.any_in(sentence.start, sentence.end):
        return []  # nobody is there to do anything
    triggers = triggers_in(sentence)
    paired = [(trigger, *pairs_of(trigger, links, known)) for trigger in triggers]
    found = [Candidate(trigger, pairs, rule, _reading(trigger)) for trigger, pairs, rule in paired if pairs]
    if not found:
        return []
    found = with_culprits(found, links)
    owned = times_of(sentence, dates.within(sentence.start_char, sentence.end_char), triggers)
    return [(candidate, date_of(candidate.trigger, owned)) for candidate in worth_reporting(found)]


def _reading(trigger: Trigger) -> Reading:
    """The modality; where the type itself stands for the negation ("non ha accettato" rejects), what is left of it."""
    reading = read_modality(trigger.head)
    if trigger.group.negated and reading.modality == "denied":
        return Reading("factual", reading.condition, "negated-type")
    return reading


def _span(doc: Words, trigger: Trigger) -> tuple[int, int]:
    last = doc[trigger.end - 1]
    return doc[trigger.start].idx, last.idx + len(last)


def _row(doc: Words, candidate: Candidate, source: str, target: str, links: Links, doc_id: str) -> dict:
    trigger, reading = candidate.trigger, candidate.reading
    start, end = _span(doc, trigger)
    kind, score = trigger.group.type, trigger.group.score
    inferred = f":{candidate.fallback}" if candidate.fallback and target else ""
    return {
        "event_id": row_id("ev", doc_id, start, end, kind, source, target),
        "doc_id": doc_id,
        "start": start,
        "end": end,
        "trigger": doc.text_of(trigger.start, trigger.end),
        "type": kind,
        "source_id": source,
        "target_id": target,
        "source_state": links.state_of(source) if source else "",
        "target_state": links.state_of(target) if target else "",
        "modality": reading.modality,
        "condition": reading.condition,
        "intensity": float(score if score is not None else load_lexicon("events").types[kind].score),
        "rule_id": f"event:{trigger.group.id}:{trigger.word}:{reading.rule}{inferred}",
    }
