"""The teachers' searches against all possible answers, on scores drawn by chance."""

from itertools import product

import numpy as np
import pytest

from training.sequences import NUMBER, TAGS, best_sequence
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


@pytest.mark.parametrize("seed", range(30))
def test_the_best_sequence_is_the_best_that_bio_allows(seed):
    scores = np.random.default_rng(seed).normal(size=(1 + seed % 4, len(TAGS)))

    def allowed(tags):
        before = ("O", *tags)
        return all(b[:1] != "I" or a[2:] == b[2:] for a, b in zip(before, tags, strict=False))

    sequences = [tags for tags in product(TAGS, repeat=len(scores)) if allowed(tags)]
    best = max(sequences, key=lambda tags: sum(row[NUMBER[tag]] for row, tag in zip(scores, tags, strict=True)))
    assert [TAGS[number] for number in best_sequence(scores)] == list(best)
