"""Whom a refusal or a condemnation answers, where its own sentence does not say: who did it in the sentences before."""

from collections.abc import Iterable
from dataclasses import replace

from analysis.extraction.event_selection import Candidate
from analysis.extraction.links import Links
from analysis.language import load_lexicon

REMEMBERED = 8
"""Events that are kept in mind."""
_ANSWERS = ("REJECT", "ACCUSE")
_CONFLICT = (3, 4)


def with_answered(candidate: Candidate, before: Iterable[Candidate], links: Links) -> Candidate:
    """The candidate with its target: the last one before it that acted against its source.

    `before`: the candidates of this sentence and of the last ones, in the order of the text.
    """
    sides = candidate.pairs
    if candidate.trigger.group.type not in _ANSWERS or len(sides) != 1 or not sides[0][0] or sides[0][1]:
        return candidate
    own = links.state_of(sides[0][0])
    for earlier in reversed(list(before)):
        if load_lexicon("events").types[earlier.trigger.group.type].quad not in _CONFLICT:
            continue
        for source, target in earlier.pairs:
            if source and target and links.state_of(target) == own != links.state_of(source):
                return replace(candidate, pairs=[(sides[0][0], source)], fallback="answered")
    return candidate
