"""Which triggers of a sentence are events of their own, and which a reader would take for part of another one."""

from dataclasses import dataclass

from analysis.extraction.modality import Reading
from analysis.extraction.triggers import Trigger
from analysis.language.spans import is_gerund, is_infinitive
from analysis.language.words import Word

ALONE = 10  # rows with one actor only, per document: the surest, so that they never flood the table
CLIMB = 6  # heads between a trigger and the one whose content it may be
_CLAUSES = ("acl:relcl", "parataxis")


@dataclass(frozen=True)
class Candidate:
    """A trigger with its pairs and its modality."""

    trigger: Trigger
    pairs: list[tuple[str, str]]
    fallback: str
    reading: Reading


def worth_reporting(found: list[Candidate]) -> list[Candidate]:
    """Those with actors, less the content of a promise, threat or refusal, less one-sided remarks inside another
    event's clause, less the second word for one act.
    """
    named = [c for c in found if c.pairs]
    by_head = {c.trigger.head.i: c for c in named}
    kept = []
    for candidate in named:
        above = _above(candidate, by_head)
        if above is not None and _is_part(candidate, above):
            continue
        kept.append(candidate)
    return kept


def _above(candidate: Candidate, by_head: dict[int, Candidate]) -> Candidate | None:
    """The candidate whose clause this one stands in, finite clauses of their own excepted."""
    current = candidate.trigger.head
    for _ in range(CLIMB):
        if current.dep_ in _CLAUSES or _finite_clause(current) or current.head.i == current.i:
            return None
        current = current.head
        if current.i in by_head:
            return by_head[current.i]
    return None


def _finite_clause(token: Word) -> bool:
    """A clause with a finite verb of its own: a condition, a reason, what is said."""
    if token.pos_ not in ("VERB", "AUX") or token.dep_ not in ("advcl", "ccomp", "conj"):
        return False
    return not (is_infinitive(token) or is_gerund(token))


def _is_part(candidate: Candidate, above: Candidate) -> bool:
    if above.trigger.group.absorbs:
        return True
    head = candidate.trigger.head
    alone = all(not (source and target) for source, target in candidate.pairs)
    if alone and (head.pos_ == "NOUN" or head.dep_ in ("acl", "amod") or is_infinitive(head) or is_gerund(head)):
        return True
    same_type = candidate.trigger.group.type == above.trigger.group.type
    return same_type and set(candidate.pairs) <= set(above.pairs)


def strongest(alone: list[tuple[Candidate, dict]]) -> list[dict]:
    """The rows with one actor that are worth their place: what a clause asserts before what a noun mentions or
    somebody only wishes, then by intensity.
    """
    ranked = sorted(alone, key=lambda one: (_doubt(one[0]), -abs(one[1]["intensity"]), one[1]["start"]))
    return [row for _, row in ranked[:ALONE]]


def _doubt(candidate: Candidate) -> int:
    nominal = candidate.trigger.verb is None
    return 2 * nominal + (candidate.reading.modality in ("possible", "recommended"))
