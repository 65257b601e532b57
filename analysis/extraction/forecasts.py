"""What somebody expects: the clause, of whom, by when."""

from spacy.tokens import Doc, Token

from analysis.extraction.links import Links
from analysis.extraction.participants import actors_of
from analysis.language import load_lexicon
from analysis.language.spans import has_parse, is_gerund, is_infinitive, subject, verb_group
from analysis.tables import join_ids, row_id

_IMPERSONAL = ("si", "ci")


def find_forecasts(doc: Doc, links: Links, times: list[dict], statements: list[dict], doc_id: str) -> list[dict]:
    """Rows of the table `forecasts`: cues of expectation anywhere, the future tense inside statements."""
    if not has_parse(doc):
        return []
    rows: list[dict] = []
    for sentence in doc.sents:
        said = [s for s in statements if s["start"] < sentence.end_char and sentence.start_char < s["end"]]
        when = [t for t in times if sentence.start_char <= t["start"] < sentence.end_char and t["type"] == "DATE"]
        for first, last, verb, rule in _in_sentence(sentence, said):
            row = _row(doc, first, last, verb, rule, links, when, said, doc_id)
            if row and not any(r["start"] < row["end"] and row["start"] < r["end"] for r in rows[-3:]):
                rows.append(row)
    return rows


def _in_sentence(sentence, said: list[dict]):
    table = {w: (c.frame, c.id) for c in load_lexicon("forecasts").cues for w in c.words}
    for token in sentence:
        frame, rule = table.get(token.lemma_.lower(), table.get(token.lower_, ("", "")))
        if frame in ("clause", "noun"):
            first = _after_that(token)
            if first is not None:
                verb = _finite(sentence, first)
                if verb is not None:
                    yield first, _end(sentence, first), verb, rule
        if (table.get(token.lower_, ("", ""))[0]) == "participle" and token.pos_ in ("VERB", "ADJ"):
            who = subject(token)
            if verb_group(token).perfect and who is not None and who.i < token.i:
                first = who.left_edge.i if token.i - who.left_edge.i < 25 else who.i
                yield first, _end(sentence, token.i), token, table[token.lower_][1]
    for token in sentence:
        if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "cop", "aux:pass"):
            continue
        group = verb_group(token)
        if group.mood == "future" and not is_gerund(token) and not is_infinitive(token) and not group.negated:
            inside = next((s for s in said if s["start"] <= token.idx < s["end"]), None)
            if inside is not None:
                who = subject(token)
                first = who.left_edge.i if who is not None and 0 < token.i - who.left_edge.i < 25 else group.start
                yield first, _end(sentence, token.i), token, "future"


def _after_that(token: Token) -> int | None:
    """The token after `che`, within three of an expectation; an impersonal or passive verb, or a noun."""
    doc = token.doc
    for position in range(token.i + 1, min(token.sent.end - 1, token.i + 4)):
        if doc[position].lower_ == "che" and doc[position].pos_ in ("SCONJ", "PRON"):
            return position + 1
        if doc[position].pos_ in ("VERB", "NOUN"):
            return None
    return None


def _finite(sentence, first: int) -> Token | None:
    for token in sentence.doc[first : min(sentence.end, first + 25)]:
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "acl:relcl", "acl", "aux:pass", "cop"):
            return token
    return None


def _end(sentence, first: int) -> int:
    last = sentence.end
    for position in range(first, sentence.end):
        if sentence.doc[position].text in (";", ":", "»", "”") and position > first + 2:
            return position
    return last


def _row(doc, first, last, verb: Token, rule: str, links: Links, when, said, doc_id: str) -> dict | None:
    while last > first and doc[last - 1].text.strip() in ("", ".", ",", ";"):
        last -= 1
    if last - first < 3:
        return None
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    inside = next((s for s in said if s["start"] <= verb.idx < s["end"]), None)
    if inside is not None and rule == "future":
        start, end = max(start, inside["start"]), min(end, inside["end"])
    text = doc.text[start:end]
    if "\n" in text or not text.strip():
        return None
    who = subject(verb)
    ids = [link.actor_id for link in actors_of(who, links)] if who is not None else []
    dates = [t for t in when if start <= t["start"] < end and t["value"]]
    return {
        "forecast_id": row_id("fc", doc_id, start, end),
        "doc_id": doc_id,
        "start": start,
        "end": end,
        "text": text,
        "actor_ids": join_ids(ids),
        "horizon": dates[0]["value"] if dates else "",
        "statement_id": inside["statement_id"] if inside else "",
        "rule_id": f"forecast:{rule}",
    }
