"""What can be checked against another text: who voted how, how many votes, how many of what.

Claims are no table of their own: they are compared with each other and with facts.yaml, and what contradicts is listed
in the table `contradictions`.
"""

from collections.abc import Iterable
from functools import cache

from analysis.extraction.links import Links
from analysis.language import load_lexicon
from analysis.language.numerals import number_of
from analysis.language.sentences import sentence_start
from analysis.language.spans import conjuncts, is_infinitive, subject, verb_group
from analysis.language.words import Passage, Word, Words

REACH = 3
"""Tokens after a verb or noun of voting within which the position is said."""


def find_claims(doc: Words, links: Links, times: list[dict], doc_id: str) -> list[dict]:
    """Claims of one document: kind (`vote`, `tally`, `count`), about (voter, position, what is counted), value, span,
    date of the sentence ("" where it has none or several) and the sentence's span.
    """
    if not doc.parsed:
        return []
    dated = {position for time in times for position in range(time["start"], time["end"])}
    dates = iter(sorted((t["start"], t["value"]) for t in times if t["type"] == "DATE" and t["value"]))
    claims, ahead = [], next(dates, None)
    for sentence in doc.sents:
        here = set()
        while ahead and ahead[0] < sentence.end_char:
            here.add(ahead[1])
            ahead = next(dates, None)
        common = {
            "doc_id": doc_id,
            "date": here.pop() if len(here) == 1 else "",
            "sentence": (sentence.start_char, sentence.end_char),
        }
        told = dict.fromkeys(_votes(sentence, links)) or _counts(sentence, dated)
        for kind, about, value, start, end, rule in told:
            span = doc.passage(start, end)
            row = {"kind": kind, "about": about, "value": value, "text": span.text, "rule_id": rule}
            claims.append({**common, **row, "start": span.start_char, "end": span.end_char})
    return claims


def _votes(sentence: Passage, links: Links) -> Iterable[tuple]:
    told, voting = _vote_words()
    if not any(token.lemma_.lower() in voting or token.lower_ in voting for token in sentence):
        return
    for token in sentence:
        lemma, position, end = token.lemma_.lower(), "", token.i + 1
        if lemma in told or token.lower_ in told:
            position = told.get(lemma) or told[token.lower_]
        elif lemma in voting or token.lower_ in voting or number_of(token.lower_) is not None:
            position, end = _phrase_after(token, sentence.end)
        verb = _verb_of(token)
        if not position or (verb is not None and not _happened(verb)):
            continue
        rule = f"vote:{position}"
        number, start = _number(token)
        if number is not None:
            yield "tally", position, str(number), start, end, rule
            continue
        for voter in _voters(token, verb, links):
            yield "vote", voter, position, token.i, end, rule


def _verb_of(token: Word) -> Word | None:
    """The verb of voting, or the one that a noun is the object of (porre il veto)."""
    if token.pos_ in ("VERB", "AUX"):
        return token
    return token.head if token.dep_ == "obj" and token.head.pos_ == "VERB" else None


def _happened(verb: Word) -> bool:
    """Told as done: no negation, no modal, no future, no conditional, no subjunctive."""
    group = verb_group(verb)
    subjunctive = any("Sub" in token.morph.get("Mood") for token in verb.doc[group.start : group.end])
    return not (group.negated or group.modal or group.mood or subjunctive or is_infinitive(verb))


@cache
def _vote_words() -> tuple[dict[str, str], frozenset[str]]:
    """Words that say a position by themselves, and all words of voting."""
    words = load_lexicon("votes")
    told = {word: position.id for position in words.positions for word in (*position.verbs, *position.nouns)}
    return told, frozenset((*told, *words.verbs, *words.nouns))


@cache
def _vote_phrases() -> dict[str, list[tuple[str, int, str]]]:
    """Phrases of voting by their first word, each with its length in words and the position that it says."""
    found: dict[str, list[tuple[str, int, str]]] = {}
    for position in load_lexicon("votes").positions:
        for phrase in position.phrases:
            words = phrase.split()
            found.setdefault(words[0], []).append((phrase, len(words), position.id))
    return found


def _phrase_after(token: Word, limit: int) -> tuple[str, int]:
    """The position said by the words after a token, and where they end."""
    doc, end = token.doc, min(limit, token.i + 1 + REACH)
    for current in doc[token.i + 1 : end]:
        for phrase, length, position in _vote_phrases().get(current.lower_, ()):
            if doc.text_of(current.i, min(current.i + length, end)).lower() == phrase:
                return position, current.i + length
        if current.is_punct or number_of(current.lower_) is not None:
            break
    return "", token.i + 1


def _voters(token: Word, verb: Word | None, links: Links) -> list[str]:
    """Named actors that vote: who stands beside a noun (russo, di Mosca), else the subject of the verb."""
    beside = [child for child in token.children if child.dep_.split(":")[0] in ("nmod", "amod", "appos")]
    found = _linked(beside, links) if verb is None or verb.i != token.i else []
    if not found and verb is not None:
        head = subject(verb)
        found = _linked([head] if head is not None else [], links)
    return found


def _linked(heads: Iterable[Word], links: Links) -> list[str]:
    linked = [links.at(nominal) for head in heads for nominal in conjuncts(head)]
    return sorted({links.state_of(link.actor_id) for link in linked if link is not None and link.actor_id})


def _number(token: Word) -> tuple[int | None, int]:
    """How many votes a word speaks of, and the token that says so; `un` before a noun is its article."""
    if number_of(token.lower_) is not None:
        return number_of(token.lower_), token.i
    who = subject(token) if token.pos_ in ("VERB", "AUX") else None
    for counted in (token, who):
        if counted is not None and counted.i > sentence_start(counted):
            before = token.doc[counted.i - 1]
            number = number_of(before.lower_)
            if number is not None and number > 1 and not _inexact(before):
                return number, before.i
    return None, token.i


def _counts(sentence: Passage, dated: set[int]) -> Iterable[tuple]:
    """Exact numbers of things, but not of what the sentence counts twice: nobody knows which of them is meant."""
    words = load_lexicon("counts")
    found: dict[str, list[tuple]] = {}
    for token in sentence:
        if token.dep_ != "nummod" or token.head.pos_ != "NOUN" or token.idx in dated:
            continue
        number, noun = number_of(token.lower_), token.head
        if number is None or number < 2:
            continue
        lemma = noun.lemma_.lower()
        if lemma not in words.no_count and not _inexact(token) and noun.i > token.i:
            found.setdefault(lemma, []).append((number, token.i, noun.i + 1))
    for lemma, said in found.items():
        if len(said) == 1:
            number, start, end = said[0]
            yield "count", lemma, str(number), start, end, "count:exact"


def _inexact(number: Word) -> bool:
    before = number.doc[max(sentence_start(number), number.i - 2) : number.i]
    return any(token.lower_ in load_lexicon("counts").inexact for token in before)
