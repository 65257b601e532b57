"""Whom a refusal, protest or condemnation answers, where its own words do not say: who did what it is about, or who
did it in the sentences before.
"""

from collections.abc import Iterable
from dataclasses import replace

from analysis.extraction.event_selection import Candidate
from analysis.extraction.event_words import noun_lemma, verb_lemma
from analysis.extraction.links import Links
from analysis.extraction.participants import words
from analysis.language import load_lexicon
from analysis.language.words import Word

REMEMBERED = 8
"""Events that are kept in mind."""
_ANSWERS = ("REJECT", "ACCUSE")
_CONFLICT = (3, 4)
_BLAMES = ("ACCUSE", "PROTEST")
_DEPTH = 6
"""Words between what is blamed and the word of blame."""


def with_culprits(found: list[Candidate], links: Links) -> list[Candidate]:
    """The candidates of a sentence, those of blame with their target: "condanna l'annessione … da parte di X"."""
    return [_with_culprit(candidate, found, links) for candidate in found]


def _with_culprit(candidate: Candidate, found: list[Candidate], links: Links) -> Candidate:
    """The candidate with its target: the only one who does what is blamed, or what provokes the blame."""
    sides, head = candidate.pairs, candidate.trigger.head
    if candidate.trigger.group.type not in _BLAMES or len(sides) != 1 or not sides[0][0] or sides[0][1]:
        return candidate
    own = links.state_of(sides[0][0])
    doing = {}
    for other in found:
        if other is candidate or not (_hangs_on(other.trigger.head, head) or _provokes(other.trigger.head, head)):
            continue
        doing |= {links.state_of(source): source for source, _ in other.pairs if source}
    doing.pop(own, None)
    if len(doing) != 1:
        return candidate
    return replace(candidate, pairs=[(sides[0][0], next(iter(doing.values())))], fallback="culprit")


def _hangs_on(word: Word, head: Word) -> bool:
    """Does a word stand in what another governs, after it and within its clause?"""
    current = word
    for _ in range(_DEPTH if word.i > head.i else 0):
        if current.head.i == head.i:
            return not current.dep_.startswith(("nsubj", "conj", "parataxis"))
        if current.dep_ in ("acl:relcl", "parataxis", "advcl") or current.head.i == current.i:
            return False
        current = current.head
    return False


def _provokes(word: Word, head: Word) -> bool:
    """ "Il bombardamento di X ha provocato la condanna di Y"."""
    verb = head.head
    provoked = head.dep_ == "obj" and verb_lemma(verb, words("provoking")) in words("provoking")
    return provoked and word.dep_ == "nsubj" and word.head.i == verb.i


def with_answered(candidate: Candidate, before: Iterable[Candidate], links: Links) -> Candidate:
    """The candidate with its target: the last one before it that acted against its source; so too for who asks that
    such an act be undone ("ha chiesto la liberazione").

    `before`: the candidates of this sentence and of the last ones, in the order of the text.
    """
    sides, noun = candidate.pairs, candidate.trigger.noun
    undoes = noun is not None and noun_lemma(noun) in words("undoing")
    if not (candidate.trigger.group.type in _ANSWERS or undoes) or len(sides) != 1 or not sides[0][0] or sides[0][1]:
        return candidate
    own = links.state_of(sides[0][0])
    for earlier in reversed(list(before)):
        if load_lexicon("events").types[earlier.trigger.group.type].quad not in _CONFLICT:
            continue
        for source, target in earlier.pairs:
            if source and target and links.state_of(target) == own != links.state_of(source):
                return replace(candidate, pairs=[(sides[0][0], source)], fallback="answered")
    return candidate
