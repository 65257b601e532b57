"""Names of other people in the same places, so that the recogniser learns the context and not the name."""

from random import Random

from analysis.language.evaluation import bio_spans

SHARE = 0.25
"""Share of the sentences with a person in which the persons change their names."""

Sentence = tuple[list[str], list[str]]


def name_pool(sentences: list[Sentence]) -> list[tuple[str, ...]]:
    """The names of persons of two words that stand in the sentences, each once, in order."""
    names = set()
    for words, tags in sentences:
        for start, end, label in bio_spans(tags):
            name = tuple(words[start:end])
            if label == "PER" and len(name) == 2 and all(word.isalpha() and word.istitle() for word in name):
                names.add(name)
    return sorted(names)


def renamed(sentence: Sentence, pool: list[tuple[str, ...]], rng: Random) -> Sentence:
    """The sentence with other persons: a surname alone stays a surname alone, two words stay two words."""
    words, tags = sentence
    spans = [span for span in bio_spans(tags) if span[2] == "PER" and span[1] - span[0] <= 2]
    if not spans or rng.random() >= SHARE:
        return sentence
    words, new = list(words), {}
    for start, end, _ in spans:
        if not words[start].istitle():
            continue
        first, last = rng.choice(pool)[0], new.setdefault(words[end - 1], rng.choice(pool)[1])
        words[start:end] = [last] if end - start == 1 else [first, last]
    return words, tags
