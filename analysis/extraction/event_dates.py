"""The date of an event: the time expression that stands in the trigger's own clause."""

from bisect import bisect_right

from spacy.tokens import Span, Token

from analysis.extraction.triggers import Trigger

CLIMB = 8  # heads between a time expression and the word it dates
_VERBAL = ("VERB", "AUX")


def times_of(sentence: Span, times: list[dict], triggers: list[Trigger]) -> list[tuple[dict, int]]:
    """Each time of a sentence with the token that it dates: the first trigger or verb above it."""
    if not times:
        return []
    starts = [token.idx for token in sentence]
    heads = {trigger.head.i for trigger in triggers}
    found = []
    for time in times:
        first = sentence[max(0, bisect_right(starts, time["start"]) - 1)]
        last = sentence[max(0, bisect_right(starts, time["end"] - 1) - 1)]
        top = next((t for t in sentence.doc[first.i : last.i + 1] if not first.i <= t.head.i <= last.i), first)
        found.append((time, _dated(top, heads)))
    return found


def _dated(token: Token, heads: set[int]) -> int:
    current = token
    for _ in range(CLIMB):
        if current.head.i == current.i:
            break
        current = current.head
        if current.i in heads or current.pos_ in _VERBAL:
            break
    return current.i


def date_of(trigger: Trigger, owned: list[tuple[dict, int]]) -> str:
    """The value of the time that dates the trigger, the verb that governs it or a verb joined to it; of several, the
    nearest. "" where every time of the sentence dates something else.
    """
    here = trigger.start
    chain = _clause(trigger.head)
    best = [(abs(owner - here), time["start"], time["value"]) for time, owner in owned if owner in chain]
    return min(best)[2] if best else ""


def _clause(token: Token) -> set[int]:
    """The trigger and, if it has no finite verb, the words over it up to the first that has."""
    chain, current = {token.i}, token
    for _ in range(CLIMB):
        bare = current.pos_ not in _VERBAL or current.dep_ in ("xcomp", "conj", "acl") and not _own_clause(current)
        if current.head.i == current.i or not bare:
            break
        current = current.head
        chain.add(current.i)
    return chain


def _own_clause(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubj:pass", "mark") for child in verb.children)
