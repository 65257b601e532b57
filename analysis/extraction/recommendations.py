"""What somebody says an actor should do: the action, who should act, towards whom, says who."""

from functools import lru_cache

from analysis.extraction.advice import Advice, Said
from analysis.extraction.advice_impersonal import (
    EXHORTING,
    IS_DUE,
    exhortation,
    fixed_phrases,
    impersonal,
    is_due,
    phrases_in,
    turn,
    wish,
)
from analysis.extraction.advice_modal import duties
from analysis.extraction.advice_nouns import nominal
from analysis.extraction.advice_people import targets_of
from analysis.extraction.advice_verbs import directives
from analysis.extraction.links import Links
from analysis.language import load_lexicon
from analysis.language.inflection import verb_forms
from analysis.language.words import Passage, Words
from analysis.tables import join_ids, row_id

_VERBAL = ("person", "dative", "plain")


@lru_cache(maxsize=1)
def _entries() -> dict[str, tuple[str, str]]:
    """(frame, identifier) by lemma, and by the regular forms of verbs, for where the lemmatizer erred."""
    phrases = ("phrase", "that-phrase", "modal")
    entries = [entry for entry in load_lexicon("recommendations").directives if entry.frame not in phrases]
    by_form = {}
    for entry in entries:
        # the forms of "stare" are too many other words
        for word in (
            entry.words if entry.frame in (*_VERBAL, "impersonal", "turn") and entry.words != ("stare",) else ()
        ):
            by_form.update((form, (entry.frame, entry.id)) for form in sorted(verb_forms(word)) if len(form) > 3)
    return by_form | {word: (entry.frame, entry.id) for entry in entries for word in entry.words}


def find_recommendations(
    doc: Words, links: Links, times: list[dict], statements: list[dict], doc_id: str
) -> list[dict]:
    """Rows of the table `recommendations`. A document without a parse has none."""
    if not doc.parsed:
        return []
    said, rows, phrases = Said(statements), [], phrases_in(doc.text)
    days = sorted(row["start"] for row in times if row["type"] == "DATE")
    for sentence in doc.sents:
        kept: list[dict] = []
        for advice in _in_sentence(sentence, phrases, links, said, days):
            row = _row(doc, advice, links, said, doc_id)
            if row and not any(one["start"] < row["end"] and row["start"] < one["end"] for one in kept):
                kept.append(row)
        rows += kept
    return rows


def _in_sentence(sentence: Passage, phrases, links: Links, said: Said, days: list[int]) -> list[Advice]:
    found = fixed_phrases(sentence, phrases, links)
    for token in sentence:
        due, duty, exhorts, frame, rule = _signs(token.lower_, token.lemma_)
        if due:
            found += is_due(token, links)
        if duty:
            found += duties(token, links, said, days)
        if frame == "noun" and token.pos_ == "NOUN" and token.text.islower() and links.at(token) is None:
            found += nominal(token, rule, links, said)
        elif frame == "impersonal":
            found += impersonal(token, rule, links)
        elif token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "cop", "aux:pass"):
            if frame == "turn":
                found += turn(token, rule, links)
            elif frame in _VERBAL:
                found += directives(token, frame, rule, links, said)
            else:
                found += wish(token, links)
        if exhorts:
            found += exhortation(token, links, said)
    return found


@lru_cache(maxsize=65536)
def _signs(word: str, lemma: str) -> tuple[bool, bool, bool, str, str]:
    """Is a word by its form "va", a form of "dovere", an imperative? And its frame and identifier in the lexicon."""
    entries = _entries()
    frame, rule = entries.get(lemma.lower()) or entries.get(word, ("", ""))
    return word in IS_DUE, word.startswith(("dov", "dev", "deb", "dob")), word.endswith(EXHORTING), frame, rule


def _row(doc: Words, advice: Advice, links: Links, said: Said, doc_id: str) -> dict | None:
    start, last = doc[advice.first].idx, doc[advice.last - 1]
    end = last.idx + len(last.text.rstrip())
    statement = said.around(start, min(end, start + len(doc[advice.first])))
    if statement is not None and statement["end"] > advice.action.idx + len(advice.action):
        end = min(end, statement["end"])
    text = doc.text[start:end]
    if not text.strip() or text != text.strip() or "\n" in text:
        return None
    spoken = advice.proponent
    if spoken is None and statement is None:
        cue = doc[advice.cue[0]]
        statement = said.around(cue.idx, cue.idx + len(cue))
    by = spoken.actor_id if spoken else (statement["speaker_id"] if statement else "")
    return {
        "recommendation_id": row_id("rec", doc_id, start, end, join_ids(advice.agents)),
        "doc_id": doc_id,
        "start": start,
        "end": end,
        "text": text,
        "agent_ids": join_ids(advice.agents),
        "target_ids": join_ids(targets_of(advice.action, advice.last, advice.agents, links)),
        "proponent_id": by,
        "cue": doc.text_of(*advice.cue),
        "statement_id": statement["statement_id"] if statement else "",
        "rule_id": f"recommendation:{advice.rule}",
    }
