"""The search for the best sequence of tags against all sequences that BIO allows."""

from itertools import product

import numpy as np
import pytest

from training.sequences import NUMBER, TAGS, best_sequence


@pytest.mark.parametrize("seed", range(30))
def test_the_best_sequence_is_the_best_that_bio_allows(seed):
    scores = np.random.default_rng(seed).normal(size=(1 + seed % 4, len(TAGS)))

    def allowed(tags):
        before = ("O", *tags)
        return all(b[:1] != "I" or a[2:] == b[2:] for a, b in zip(before, tags, strict=False))

    sequences = [tags for tags in product(TAGS, repeat=len(scores)) if allowed(tags)]
    best = max(sequences, key=lambda tags: sum(row[NUMBER[tag]] for row, tag in zip(scores, tags, strict=True)))
    assert [TAGS[number] for number in best_sequence(scores)] == list(best)
