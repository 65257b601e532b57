"""Counting ranks: whole numbers, whose sums do not depend on the order in which draws come."""

import numpy as np


def tally(values: np.ndarray, counts: np.ndarray, half_wins: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Add draws (draws x options) to the counts; returns by option and draw how many are better and how many tied.

    counts: options x (options tied with it, itself included) x better ones. half_wins: options x options, two for a
    win of the row, one for a tie.
    """
    columns = np.ascontiguousarray(values.T)
    n, draws = columns.shape
    better = np.zeros((n, draws), dtype=np.int64)
    tied = np.ones((n, draws), dtype=np.int64)
    for i in range(n):
        for j in range(i + 1, n):
            above, below = columns[i] > columns[j], columns[i] < columns[j]
            wins, losses = int(np.count_nonzero(above)), int(np.count_nonzero(below))
            better[j] += above
            better[i] += below
            ties = draws - wins - losses
            if ties:
                tied[i] += ~(above | below)
                tied[j] += ~(above | below)
            half_wins[i, j] += 2 * wins + ties
            half_wins[j, i] += 2 * losses + ties
    for i in range(n):
        counts[i] += np.bincount(tied[i] * n + better[i], minlength=(n + 1) * n).reshape(n + 1, n)
    return better, tied


def spread_ties(counts: np.ndarray) -> np.ndarray:
    """Draws by option and rank: options tied on m ranks get 1/m of each."""
    n = counts.shape[0]
    shares = np.zeros((n, n))
    for tied in range(1, n + 1):
        for better in range(n - tied + 1):
            shares[:, better : better + tied] += counts[:, tied, better, None] / tied
    return shares


def rank_codes(better: np.ndarray) -> dict[int | bytes, int]:
    """How often each whole order occurs: the ranks of all options as one key, and its count."""
    n = len(better)
    if n <= 15:
        codes = np.zeros(better.shape[1], dtype=np.int64)
        for row in better:
            codes = codes * n + row
        found, times = np.unique(codes, return_counts=True)
        return dict(zip(found.tolist(), times.tolist(), strict=True))
    found, times = np.unique(better.astype(np.int16).T, axis=0, return_counts=True)
    return {row.tobytes(): int(count) for row, count in zip(found, times, strict=True)}
