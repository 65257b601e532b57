"""What stands around an expression of time: the tense of its clause, and the edge of a period ("all'inizio di")."""

import re
from functools import lru_cache

from analysis.extraction.time_words import time_lexicon

COMMA = 25
"""Characters that a comma between a verb and an expression counts for: the verb of its own clause comes first."""
REACH = 400
_CLAUSE_END = re.compile(r"[.;:!?\n«»“”\"()]")


def tense(text: str, found) -> int:
    """-1, 0 or 1: whether the nearest sign of tense in the clause looks back, says nothing, or looks ahead. Of two
    signs that end at one place the longer decides ("vengano lanciate" over "lanciate").
    """
    ends = [match.end() for match in _CLAUSE_END.finditer(text, max(0, found.start - REACH), found.start)]
    start = ends[-1] if ends else max(0, found.start - REACH)
    after = _CLAUSE_END.search(text, found.end, min(len(text), found.end + REACH))
    end = after.start() if after else min(len(text), found.end + REACH)
    best = (10_000, 0, 0)
    lexicon = time_lexicon()
    for side, patterns in ((-1, lexicon.past), (1, lexicon.future)):
        for pattern in patterns:
            for match in re.compile(pattern).finditer(text, start, end):
                if match.end() <= found.start:
                    between = text[match.end() : found.start]
                elif match.start() >= found.end:
                    between = text[found.end : match.start()]
                else:
                    continue
                distance = len(between) + COMMA * between.count(",")
                best = min(best, (distance, match.start() - match.end(), side))
    return best[2]


@lru_cache(maxsize=1)
def _edges() -> tuple[re.Pattern, re.Pattern]:
    names = "|".join(sorted(time_lexicon().words.edge, key=len, reverse=True))
    inside = re.compile(rf"({names})\b(?!\s+settimana)")
    before = re.compile(
        rf"\b({names})(?:\s+(?:giorni|giornate|settimane|mesi|anni|parte))?(?:\s+d\w*[’']?)?"
        r"(?:\s*(?:mese\s+di|il|lo|la|l[’']))?\s*$"
    )
    return inside, before


def edge_of(text: str, found) -> str:
    """`start`, `mid` or `end` where the words name only that part of the period, else ""."""
    inside, before = _edges()
    match = inside.match(text[found.start : found.end].lower())
    match = match or before.search(text[max(0, found.start - 40) : found.start].lower())
    return time_lexicon().words.edge[match.group(1)] if match else ""
