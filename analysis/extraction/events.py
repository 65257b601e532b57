"""Who did, does or will do what to whom: PLOVER events from triggers, frames and modality."""

from spacy.tokens import Doc

from analysis.extraction.frames import roles
from analysis.extraction.links import Link, Links
from analysis.extraction.modality import read_modality
from analysis.extraction.triggers import Trigger, triggers_in
from analysis.language import load_lexicon
from analysis.language.spans import has_parse
from analysis.tables import row_id

ALONE = 6  # rows with one actor only, per document: the strongest, so that they never flood the table
_ACTORS = ("name", "demonym", "office", "pronoun", "description")


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
            pairs = _in_forum(_pairs(trigger, links), trigger, links, known)
            if not pairs:
                continue
            reading = read_modality(trigger.verb if trigger.verb is not None else trigger.noun)
            if trigger.verb is not None and trigger.verb.dep_ == "cop":
                continue
            score = trigger.group.score if trigger.group.score is not None else scores[trigger.group.type].score
            for source, target in pairs:
                row = _row(doc, trigger, source, target, reading, here, said, score, links, doc_id)
                (rows if source and target else alone).append(row)
    alone.sort(key=lambda row: (-abs(row["intensity"]), row["start"]))
    return sorted(rows + alone[:ALONE], key=lambda row: (row["start"], row["end"], row["event_id"]))


def _pairs(trigger: Trigger, links: Links) -> list[tuple[str, str]]:
    """(source, target) identifiers; one side "" only where the group allows one actor alone."""
    found_sources, found_targets = roles(trigger, links)
    sources, targets = _ids(found_sources), _ids(found_targets)
    state = links.state_of
    if trigger.group.mutual:
        everyone = list(dict.fromkeys(sources + targets))
        if len(sources) >= 2 and not targets or not sources:
            everyone = everyone[:4]
            pairs = [(a, b) for a in everyone for b in everyone if state(a) != state(b)]
        else:
            sides = [(a, b) for a in sources for b in targets if state(a) != state(b)]
            pairs = sides + [(b, a) for a, b in sides]
        pairs = pairs[:12]
    else:
        if len(sources) > 1 and len(targets) > 1:  # each pair is rarely meant
            sources = sources[:1]
        pairs = [(a, b) for a in sources for b in targets if state(a) != state(b)]
    if not pairs and trigger.group.alone and sources and trigger.verb is not None:
        return [(sources[0], "")]
    return list(dict.fromkeys(pairs))


def _in_forum(pairs, trigger: Trigger, links: Links, known: set[str]) -> list[tuple[str, str]]:
    """A veto falls in the Security Council: the group's forum is the target where the document names it and the
    trigger no other.
    """
    forum = trigger.group.forum
    if not forum or forum not in known or any(target for _, target in pairs):
        return pairs
    sources = [source for source, _ in pairs] or _ids(roles(trigger, links)[0])
    return [(source, forum) for source in sources[:1]]


def _ids(links: list[Link]) -> list[str]:
    return list(dict.fromkeys(link.actor_id for link in links if link.actor_id and link.kind in _ACTORS))


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
