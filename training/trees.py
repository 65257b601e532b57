"""The best tree over scores of all pairs of words: Chu and Liu (1965), Edmonds (1967), with one root."""

import numpy as np

ROOTS_TRIED = 5
"""Where the best heads are no tree, so many words are tried as its root, the best scored first."""


def best_tree(scores: np.ndarray) -> np.ndarray:
    """Heads (n,) of the best tree with one root: `scores` (n, n + 1), column 0 the root, in logarithms."""
    scores = scores.astype("float64").copy()
    n = len(scores)
    scores[np.arange(n), np.arange(1, n + 1)] = -np.inf
    heads = scores.argmax(1)
    if (heads == 0).sum() == 1 and not _cycle(heads):
        return heads
    best, best_score = None, -np.inf
    for root in np.argsort(-scores[:, 0])[:ROOTS_TRIED]:
        one = scores.copy()
        one[:, 0] = -np.inf
        one[root] = -np.inf
        one[root, 0] = scores[root, 0]
        heads = _edmonds(one)
        total = scores[np.arange(n), heads].sum()
        if total > best_score:
            best, best_score = heads, total
    return best


def _cycle(heads: np.ndarray) -> list[int]:
    """Words (from 0) of a cycle, or nothing."""
    seen = np.zeros(len(heads), dtype=int)
    for start in range(len(heads)):
        word, path = start, []
        while word >= 0 and not seen[word]:
            seen[word] = start + 1
            path.append(word)
            word = heads[word] - 1
        if word >= 0 and seen[word] == start + 1 and word in path:
            return path[path.index(word) :]
    return []


def _edmonds(scores: np.ndarray) -> np.ndarray:
    heads = scores.argmax(1)
    cycle = _cycle(heads)
    if not cycle:
        return heads
    n = len(scores)
    rest = [w for w in range(n) if w not in set(cycle)]
    inside = np.array(cycle)
    within = scores[inside, heads[inside]]
    # the cycle becomes the last word of a smaller graph
    columns = [0, *[w + 1 for w in rest]]
    small = np.full((len(rest) + 1, len(rest) + 2), -np.inf)
    small[:-1, :-1] = scores[np.ix_(rest, columns)]
    out = scores[np.ix_(rest, inside + 1)]
    small[:-1, -1] = out.max(1) if len(rest) else small[:-1, -1]
    into = scores[np.ix_(inside, columns)] - within[:, None]
    small[-1, :-1] = into.max(0)
    solved = _edmonds(small)
    result = heads.copy()
    for k, word in enumerate(rest):
        head = solved[k]
        result[word] = inside[out[k].argmax()] + 1 if head == len(rest) + 1 else columns[head]
    entered = solved[-1]
    broken = into[:, entered].argmax()
    result[inside[broken]] = columns[entered]
    return result
