"""Who speaks well or ill of whom: one row per statement and actor inside it, each with the rule that judged.

A deterministic reading of explicit judgement only (a lexicon with contextual shifters, after Polanyi & Zaenen 2006), in
the statement's own words. What Y says that X thinks is Y's claim: a statement inside another's gives no tone of its
speaker, and nothing in it counts as Y's judgement. What is unclear is neutral.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping

import pandas as pd

from analysis.actors.roll_up import acts_for
from analysis.actors.tone_lexicon import Token, tokens_of, tone_words
from analysis.actors.tone_places import Mention, judgements
from analysis.extraction.incidents import HAPPENED
from analysis.tables import Tables

TONE_COLUMNS = {
    "statement_id": "str",
    "doc_id": "str",
    "speaker_id": "str",
    "actor_id": "str",
    "tone": "str",
    "on": "str",
    "start": "int64",
    "end": "int64",
    "words": "str",
    "text": "str",
    "origin": "str",
    "rule_id": "str",
}


def tone(tables: Tables, acting: Mapping[str, str] | None = None) -> pd.DataFrame:
    """One row per statement with a speaker and per other actor whom it names or judges, sorted by document and place.

    Columns: statement_id, doc_id, speaker_id, actor_id; tone (favourable, unfavourable, neutral); on (event: it rests
    on a verbal event of the speaker towards the actor; words: on words alone; "" neutral); start, end, words: what
    judges, or the actor's first mention; text (the statement); origin (source group of the document); rule_id.

    Rules: `tone:event:TYPE` (the speaker, or the state he acts for, accuses, threatens or supports the actor, in the
    statement or by its very verb, as fact or report), `tone:PLACE:FIELD` (a word of `tone.yaml`, see `tone_places`),
    with `:negated`, `:unreal` or `:nested` behind it where that decides; `tone:both` (good and ill: neutral),
    `tone:none` (named without a judgement). `acting`: `Registry.acting`, or nothing. Linear but for sorting.
    """
    above = acts_for(tables, acting)
    origins = dict(zip(tables["documents"]["doc_id"], tables["documents"]["source_group"], strict=True))
    named, told = _named_by_document(tables), _VerbalEvents(tables["events"])
    rows = []
    for doc_id, group in tables["statements"].sort_values(["doc_id", "start", "end"]).groupby("doc_id"):
        said, used = group.to_dict("records"), set()
        for statement, inner, nested in zip(said, *_nesting(said), strict=True):
            if statement["speaker_id"] and not nested:
                events = [
                    event
                    for event in [*told.in_statement[statement["statement_id"]], *told.by_cue(statement)]
                    if event["source_id"] in (statement["speaker_id"], above.get(statement["speaker_id"]))
                    and event["event_id"] not in used
                ]
                # one verb that introduces several pieces of a statement judges once
                used |= {event["event_id"] for event in events}
                for row in _calls(statement, inner, named.get(doc_id, []), events):
                    rows.append({**row, "origin": origins[doc_id]})
    rows.sort(key=lambda row: (row["doc_id"], row["start"], row["statement_id"], row["actor_id"]))
    return pd.DataFrame(rows, columns=list(TONE_COLUMNS)).astype(TONE_COLUMNS)


def _named_by_document(tables: Tables) -> dict[str, list[tuple[int, int, str, str]]]:
    """doc_id to (start, end, actor, words) of what refers to an actor, in order; of nested spans the longest."""
    both = pd.concat([tables["mentions"], tables["resolutions"]])[["doc_id", "start", "end", "actor_id", "text"]]
    both = both[both["actor_id"] != ""].sort_values(["doc_id", "start", "end"], ascending=[True, True, False])
    found: dict[str, list] = defaultdict(list)
    for doc_id, start, end, actor, text in both.itertuples(index=False):
        if not found[doc_id] or start >= found[doc_id][-1][1]:
            found[doc_id].append((start, end, actor, text))
    return found


class _VerbalEvents:
    """Verbal events that judge, by the statement they stand in and by the place of their trigger."""

    def __init__(self, events: pd.DataFrame):
        judging = events[
            events["type"].isin(list(tone_words().lexicon.events))
            & events["modality"].isin(HAPPENED)
            & (events["target_id"] != "")
        ]
        self.in_statement: dict[str, list[dict]] = defaultdict(list)
        self._at: dict[tuple[str, int], list[dict]] = defaultdict(list)
        for event in judging.sort_values(["doc_id", "start", "event_id"]).to_dict("records"):
            if event["statement_id"]:
                self.in_statement[event["statement_id"]].append(event)
            self._at[event["doc_id"], event["end"]].append(event)

    def by_cue(self, statement: dict) -> list[dict]:
        """Those whose trigger is the verb that introduces the statement ("X accusa Y: …")."""
        places = range(statement["cue_start"] + 1, statement["cue_end"] + 1)
        found = [event for place in places for event in self._at.get((statement["doc_id"], place), ())]
        return [event for event in found if event["start"] >= statement["cue_start"]]


def _nesting(said: list[dict]) -> tuple[list[list[tuple[int, int]]], list[bool]]:
    """For each statement of a document, sorted: the spans of others' statements inside it, and whether it lies in one
    itself, or in another statement of the same speaker, which then speaks for it.
    """
    inner: list[list[tuple[int, int]]] = [[] for _ in said]
    nested = [False] * len(said)
    order = sorted(range(len(said)), key=lambda i: (said[i]["start"], -said[i]["end"], i))
    around: list[int] = []
    for i in order:
        while around and said[around[-1]]["end"] < said[i]["end"]:
            around.pop()
        for outer in around:
            if said[outer]["speaker_id"] != said[i]["speaker_id"]:
                inner[outer].append((said[i]["start"], said[i]["end"]))
        nested[i] = bool(around)
        around.append(i)
    return inner, nested


def _calls(statement: dict, inner: list[tuple[int, int]], named: list[tuple], events: list[dict]) -> list[dict]:
    """The rows of one statement: for each other actor the one call that its judgements add up to."""
    inside = named[bisect_left(named, (statement["start"],)) : bisect_left(named, (statement["end"],))]
    tokens = tokens_of(statement["text"], statement["start"])
    mentions = _mentions(tokens, inside)
    first = {actor: (start, end, words) for start, end, actor, words in reversed(inside)}
    calls: dict[str, list[tuple]] = defaultdict(list)
    types = tone_words().lexicon.events
    for event in events:
        made = (event["start"], event["end"], event["trigger"], f"tone:event:{event['type']}")
        calls[event["target_id"]].append((types[event["type"]], "event", *made))
    for one in judgements(tokens, mentions):
        start, end = tokens[one.start].start, tokens[one.end - 1].end
        nested = any(low <= start < high for low, high in inner)
        shift = "nested" if nested else one.shift
        words = statement["text"][start - statement["start"] : end - statement["start"]]
        rule = f"tone:{one.field.place}:{one.field.id}" + (f":{shift}" if shift else "")
        calls[one.actor_id].append(("neutral" if nested else one.tone, "words", start, end, words, rule))
    rows = []
    for actor in sorted({*first, *calls} - {statement["speaker_id"], ""}):
        made = _one(calls[actor], first.get(actor))
        kept = {name: statement[name] for name in ("statement_id", "doc_id", "speaker_id", "text")}
        rows.append({**kept, "actor_id": actor, **made})
    return rows


def _one(calls: list[tuple], mention: tuple | None) -> dict:
    """The call that several add up to: the first clear one, events before words; neutral where they contradict."""
    clear = [call for call in calls if call[0] != "neutral"]
    best = (clear or calls or [("neutral", "", *mention, "tone:none")])[0]
    said, on, start, end, words, rule = best
    if len({call[0] for call in clear}) > 1:
        said, rule = "neutral", "tone:both"
    on = on if said != "neutral" else ""
    return {"tone": said, "on": on, "start": start, "end": end, "words": words, "rule_id": rule}


def _mentions(tokens: list[Token], inside: list[tuple[int, int, str, str]]) -> list[Mention]:
    """The mentions as ranges of tokens."""
    starts = [token.start for token in tokens]
    found = []
    for start, end, actor, _ in inside:
        low, high = bisect_left(starts, start), bisect_left(starts, end)
        if low < high:
            found.append(Mention(low, high, actor))
    return found
