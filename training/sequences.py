"""The best sequence of entity tags that BIO allows: Viterbi (1967)."""

import numpy as np

TAGS = ["O", *(f"{place}-{kind}" for kind in ("PER", "ORG", "LOC") for place in "BI")]
NUMBER = {tag: number for number, tag in enumerate(TAGS)}


def allowed() -> np.ndarray:
    """(before, after): 0 where one tag can follow another, minus infinity where not."""
    table = np.zeros((len(TAGS), len(TAGS)))
    for after in TAGS:
        if after.startswith("I-"):
            for before in TAGS:
                if before[2:] != after[2:]:
                    table[NUMBER[before], NUMBER[after]] = -np.inf
    return table


ALLOWED = allowed()


def best_sequence(scores: np.ndarray) -> list[int]:
    """The most probable sequence of tags; `scores` (words, tags) in logarithms."""
    best = scores[0] + ALLOWED[0]
    back = []
    for row in scores[1:]:
        reached = best[:, None] + ALLOWED
        back.append(reached.argmax(0))
        best = reached.max(0) + row
    path = [int(best.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]
