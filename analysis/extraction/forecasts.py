"""What somebody expects: the clause, of whom, by when."""

from functools import lru_cache

from analysis.extraction.advice import Said
from analysis.extraction.advice_people import agents_of, subject_of
from analysis.extraction.foretelling import foretold
from analysis.extraction.horizons import Calendar
from analysis.extraction.links import Links
from analysis.language import load_lexicon
from analysis.language.inflection import verb_forms
from analysis.language.sentences import sentence_end
from analysis.language.spans import (
    by_preposition,
    is_gerund,
    is_infinitive,
    is_participle,
    subject,
    verb_group,
)
from analysis.language.words import Passage, Word, Words
from analysis.tables import join_ids, row_id

_OPENING, _CLOSING = ("«", "“"), ("»", "”")
_SUBJECT_REACH = 25
_STANDS = {
    "è",
    "sono",
    "sarà",
    "saranno",
    "sia",
    "siano",
    "resta",
    "restano",
    "rimane",
    "rimangono",
    "viene",
    "vengono",
}
_STOOD = {"era", "erano", "fu", "furono", "stato", "stata", "stati", "state"}
_BE = ("è", "sia", "sarà", "sarebbe", "pare", "sembra", "appare", "ritiene", "considera", "giudica", "dato", "dà")


@lru_cache(maxsize=1)
def _cues() -> dict[str, tuple[str, str]]:
    """(frame, identifier) by lemma and by the regular forms of verbs."""
    entries = load_lexicon("forecasts").cues
    forms = {
        form: (cue.frame, cue.id)
        for cue in entries
        for word in cue.words
        if cue.frame in ("clause", "risk") and word.endswith("re")
        for form in sorted(verb_forms(word))
        if len(form) > 4
    }
    return forms | {word: (cue.frame, cue.id) for cue in entries for word in cue.words}


def find_forecasts(
    doc: Words, links: Links, times: list[dict], statements: list[dict], published: str, doc_id: str
) -> list[dict]:
    """Rows of the table `forecasts`: cues of expectation and "dovrebbe" that foresees anywhere, the future where it
    names its day or somebody says so, "potrebbe" and what hangs on a condition only where somebody says so.
    """
    if not doc.parsed:
        return []
    said, calendar = Said(statements), Calendar(doc.text, times, published)
    rows: list[dict] = []
    for sentence in doc.sents:
        kept: list[dict] = []
        for first, last, verb, rule in _in_sentence(sentence, said, calendar):
            row = _row(doc, first, last, verb, rule, links, calendar, said, doc_id)
            if row and not any(one["start"] < row["end"] and row["start"] < one["end"] for one in kept):
                kept.append(row)
        rows += kept
    return rows


def _in_sentence(sentence: Passage, said: Said, calendar: Calendar):
    """(first token, token after the last, verb, rule) of each forecast, the surer cues first."""
    cues = _cues()
    for token in sentence:
        frame, rule = cues.get(token.lower_) or cues.get(token.lemma_.lower(), ("", ""))
        if frame in ("clause", "noun"):
            yield from _that(token, frame, sentence, rule)
        elif frame in ("participle", "destined") and token.pos_ in ("VERB", "ADJ"):
            yield from _participle(token, frame, sentence, rule)
        elif frame == "risk" and token.pos_ == "VERB" and not is_infinitive(token):
            verb = _infinitive(token, "di")
            if verb is not None and not verb_group(token).negated:
                yield _with_subject(token, verb, sentence, rule)
    for token in sentence:
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "cop", "aux:pass"):
            rule = foretold(token, said, calendar)
            if rule:
                yield _with_subject(token, token, sentence, rule)


def _that(cue: Word, frame: str, sentence: Passage, rule: str):
    """ "si prevede che X farà", "è probabile che X faccia", "il timore che X faccia"; no relative "che"."""
    if cue.pos_ in ("ADP", "DET") or frame == "noun" and cue.pos_ != "NOUN":
        return
    doc = cue.doc
    if frame == "clause" and cue.pos_ not in ("VERB", "AUX", "ADJ"):
        return
    if cue.pos_ == "ADJ" and not any(t.lower_ in _BE for t in doc[max(sentence.start, cue.i - 3) : cue.i]):
        return
    for position in range(cue.i + 1, min(sentence.end - 1, cue.i + 4)):
        if doc[position].lower_ == "che" and doc[position].dep_ not in ("nsubj", "obj", "nsubj:pass"):
            verb = _finite(doc[position], sentence)
            if verb is not None and not _past(verb):
                yield position + 1, _end(verb, position + 1, sentence), verb, rule
            return
        if doc[position].text in (",", ";", ":"):
            return


def _participle(token: Word, frame: str, sentence: Passage, rule: str):
    """ "il vertice è atteso a maggio", "la spesa è destinata a crescere"."""
    group = verb_group(token)
    who = subject(token)
    sign = {t.lower_ for t in token.doc[group.start : token.i]}
    if frame == "participle" and not sign & _STANDS or sign & _STOOD:
        return
    if group.negated or who is None or who.i >= token.i and frame == "destined":
        return
    if frame == "destined":
        verb = _infinitive(token, "a")
        if verb is not None:
            yield _with_subject(token, verb, sentence, rule)
    else:
        first = who.left_edge.i if 0 < token.i - who.left_edge.i < _SUBJECT_REACH else group.start
        yield first, _end(token, token.i, sentence), token, rule


def _past(verb: Word) -> bool:
    """ "teme che siano morti" expects nothing to come."""
    perfect = any(c.lower_ in ("abbia", "abbiano", "ha", "hanno", "avesse", "avessero") for c in verb.lefts)
    return perfect or is_participle(verb) and any(c.lower_ in ("stato", "stata", "stati", "state") for c in verb.lefts)


def _infinitive(cue: Word, mark: str) -> Word | None:
    for token in cue.doc[cue.i + 1 : min(sentence_end(cue), cue.i + 6)]:
        if is_infinitive(token) and token.pos_ in ("VERB", "AUX"):
            return token if any(t.lower_ in (mark, mark + "d") for t in cue.doc[cue.i + 1 : token.i]) else None
        if token.pos_ in ("NOUN", "PROPN"):
            return None
    return None


def _finite(that: Word, sentence: Passage) -> Word | None:
    """The verb of the clause that `che` opens: the parser's, else the first finite one within fifteen tokens."""
    head = that.head
    if head.i > that.i and head.pos_ in ("VERB", "AUX") and not is_infinitive(head):
        return head
    for token in that.doc[that.i + 1 : min(sentence.end, that.i + 15)]:
        plain = token.dep_ not in ("aux", "acl:relcl", "acl", "aux:pass", "cop")
        if token.pos_ in ("VERB", "AUX") and plain and not is_infinitive(token):
            return token
    return None


def _with_subject(cue: Word, verb: Word, sentence: Passage, rule: str):
    """The clause from its subject, where that stands before and near, to its end."""
    who, start = subject(cue), verb_group(cue).start
    own = who is not None and 0 < cue.i - who.left_edge.i < _SUBJECT_REACH and who.i < start
    first = who.left_edge.i if own else start
    return first, _end(verb, verb.i, sentence), verb, rule


def _end(verb: Word, first: int, sentence: Passage) -> int:
    """The token after the clause: cut at a closing mark and where a coordinated finite clause begins."""
    last = min(sentence.end, verb.right_edge.i + 1) if verb.right_edge.i > verb.i else sentence.end
    for child in verb.children:
        finite = child.pos_ in ("VERB", "AUX") and not is_infinitive(child) and not is_gerund(child)
        if child.i > verb.i and child.dep_ in ("conj", "parataxis") and finite:
            last = min(last, child.left_edge.i)
    doc = verb.doc
    straight = sum(token.text == '"' for token in doc[sentence.start : first]) % 2
    depth = 0
    for position in range(first, last):
        text = doc[position].text
        if text == '"':
            depth += -1 if depth or straight else 1
        depth += (text in _OPENING) - (text in _CLOSING)
        if depth < 0 or text in ";:" and position > verb.i:
            return position
    return last


def _row(doc, first, last, verb: Word, rule: str, links: Links, calendar: Calendar, said: Said, doc_id) -> dict | None:
    while last > first and (doc[last - 1].text.strip() in ("", ".", ",", ";") or doc[last - 1].pos_ == "CCONJ"):
        last -= 1
    if last - first < 3:
        return None
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    inside = said.around(verb.idx, verb.idx + len(verb))
    if inside is not None and inside["start"] <= verb.idx:
        start, end = max(start, inside["start"]), min(end, inside["end"])
    whole = calendar.text
    end += whole[end : end + 1] in _CLOSING and whole.count("«", start, end) > whole.count("»", start, end)
    text, horizon = whole[start:end], calendar.horizon(start, end, verb.idx)
    if "\n" in text or not text.strip() or rule == "calendar" and not horizon:
        return None
    who = subject_of(verb, verb_group(verb).start, links)
    if verb_group(verb).passive:
        who = next((token for base, token in by_preposition(verb) if base == "da"), who)
    if who is not None and not first <= who.i < last:
        who = None
    return {
        "forecast_id": row_id("fc", doc_id, start, end),
        "doc_id": doc_id,
        "start": start,
        "end": end,
        "text": text,
        "actor_ids": join_ids(agents_of(who if who is not None else _relative(verb), links)),
        "horizon": horizon,
        "statement_id": inside["statement_id"] if inside else "",
        "rule_id": f"forecast:{rule}",
    }


def _relative(verb: Word) -> Word | None:
    """Whom a relative clause is about."""
    return verb.head if verb.dep_.startswith("acl") else None
