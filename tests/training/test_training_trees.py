"""The search for the best tree against all possible trees, on scores drawn by chance."""

from itertools import product

import numpy as np
import pytest

from training.trees import best_tree


def _is_tree(heads):
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        steps = 0
        while word and steps <= len(heads):
            word, steps = heads[word - 1], steps + 1
        if word:
            return False
    return True


@pytest.mark.parametrize("seed", range(60))
def test_the_best_tree_is_the_best_of_all_trees(seed):
    rng = np.random.default_rng(seed)
    size = 1 + seed % 5
    scores = rng.normal(size=(size, size + 1))
    trees = [heads for heads in product(range(size + 1), repeat=size) if _is_tree(heads)]
    best = max(trees, key=lambda heads: sum(scores[word, head] for word, head in enumerate(heads)))
    assert best_tree(scores).tolist() == list(best)


def test_a_cycle_that_scores_best_is_broken_where_it_costs_least():
    scores = np.log(np.array([[0.1, 0.0, 0.9], [0.2, 0.8, 0.0]]) + 1e-9)
    assert best_tree(scores).tolist() == [2, 0]
