"""Who did, does or will do what to whom: PLOVER events from triggers, frames and modality."""

from spacy.tokens import Doc

from analysis.extraction.links import Links
from analysis.extraction.modality import read_modality
from analysis.extraction.pairs import pairs_of
from analysis.extraction.triggers import Trigger, triggers_in
from analysis.language import load_lexicon
from analysis.language.spans import has_parse
from analysis.tables import row_id

ALONE = 6  # rows with one actor only, per document: the strongest, so that they never flood the table


def find_events(doc: Doc, links: Links, times: list[dict], statements: list[dict], doc_id: str) -> list[dict]:
    """Rows of the table `events` but for `incident_id`, which `run` gives. A document without a parse has none."""
    if not has_parse(doc):
        return []
    scores = load_lexicon("events").types
    rows, alone = [], []
    known = {link.actor_id for link in links.all}
    dates = [t for t in times if t["type"] == "DATE" and t["value"]]
    for sentence in doc.sents:
        here = [t for t in dates if sentence.start_char <= t["start"] < sentence.end_char]
        said = [s for s in statements if s["start"] < sentence.end_char and sentence.start_char < s["end"]]
        for trigger in triggers_in(sentence):
            pairs, fallback = pairs_of(trigger, links, known)
            if not pairs:
                continue
            reading = read_modality(trigger.verb if trigger.verb is not None else trigger.noun)
            if trigger.verb is not None and trigger.verb.dep_ == "cop":
                continue
            score = trigger.group.score if trigger.group.score is not None else scores[trigger.group.type].score
            for source, target in pairs:
                row = _row(doc, trigger, source, target, reading, here, said, score, links, doc_id)
                if fallback and target:
                    row["rule_id"] += f":{fallback}"
                (rows if source and target else alone).append(row)
    alone.sort(key=lambda row: (-abs(row["intensity"]), row["start"]))
    return sorted(rows + alone[:ALONE], key=lambda row: (row["start"], row["end"], row["event_id"]))


def _row(doc: Doc, trigger: Trigger, source, target, reading, dates, said, score, links: Links, doc_id: str) -> dict:
    start = doc[trigger.start].idx
    end = doc[trigger.end - 1].idx + len(doc[trigger.end - 1])
    source_state, target_state = (links.state_of(a) if a else "" for a in (source, target))
    kind = trigger.group.type
    return {
        "event_id": row_id("ev", doc_id, start, end, kind, source, target),
        "doc_id": doc_id,
        "start": start,
        "end": end,
        "trigger": doc[trigger.start : trigger.end].text,
        "type": kind,
        "source_id": source,
        "target_id": target,
        "source_state": source_state,
        "target_state": target_state,
        "modality": reading.modality,
        "condition": reading.condition,
        "date": _nearest(dates, start),
        "statement_id": next((s["statement_id"] for s in said if s["start"] <= start and end <= s["end"]), ""),
        "intensity": float(score),
        "rule_id": f"event:{trigger.group.id}:{trigger.word}:{reading.rule}",
    }


def _nearest(dates: list[dict], position: int) -> str:
    """The date of the sentence that stands nearest to the trigger."""
    if not dates:
        return ""
    return min(dates, key=lambda t: (abs(t["start"] - position), t["start"]))["value"]
