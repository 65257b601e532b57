"""Silver syntax, the student's training data: plain texts, annotated by several trained pipelines that vote.

    python -m training.silver OUT.spacy CORPORA CONVERTED TEACHER TEACHER …

Parts of speech, morphology, tags and lemmas go by majority. Heads chosen so, word by word, need not make a tree: of all
trees over a sentence, that one is taken whose arcs have most votes (Sagae and Lavie 2006). Where the teachers disagree
on the sentence boundaries inside a stretch, it keeps the tree of that teacher whose arcs the others share most often.
"""

import argparse
from collections import Counter
from pathlib import Path
from random import Random

import numpy as np
import spacy
from spacy.tokens import Doc, DocBin

from analysis.language.arithmetic import use_numpy_arithmetic
from analysis.language.tokenizer import configure
from training.augment import augmented
from training.convert import write
from training.entities import plain_sentences, texts_of
from training.trees import best_tree

SOURCES = (
    "kind/wn-train.tsv",
    "kind/adg-train.tsv",
    "kind/fic-train.tsv",
    "wikineural/wneu-val.conllu",
    "wikineural/wneu-test.conllu",
)
GOLD_WEIGHT = 3
"""How often the treebanks are read in one pass over the silver text."""


def vote(docs: list[Doc]) -> Doc:
    """One doc from several annotations of the same tokens."""
    first = docs[0]
    size = len(first)
    heads, deps = [0] * size, [""] * size
    best = [0] * size
    for start, end in _segments(docs):
        arcs = [[(t.head.i, t.dep_) for t in doc[start:end]] for doc in docs]
        shared = [Counter(arc) for arc in zip(*arcs, strict=True)]
        score = [sum(counts[arc] for counts, arc in zip(shared, tree, strict=True)) for tree in arcs]
        teacher = max(range(len(docs)), key=lambda k: (score[k], -k))
        single = all(not doc[i].is_sent_start for doc in docs for i in range(start + 1, end))
        chosen = _most_voted(shared, start) if single else arcs[teacher]
        for i, (head, label) in enumerate(chosen, start):
            heads[i], deps[i] = head, label
            best[i] = teacher
    voted = Doc(
        first.vocab,
        words=[t.text for t in first],
        spaces=[bool(t.whitespace_) for t in first],
        pos=_majority(docs, best, lambda t: t.pos_),
        tags=_majority(docs, best, lambda t: t.tag_),
        morphs=_majority(docs, best, lambda t: str(t.morph)),
        lemmas=_majority(docs, best, lambda t: t.lemma_),
        heads=heads,
        deps=deps,
    )
    for token, norm in zip(voted, (t.norm_ for t in first), strict=True):
        token.norm_ = norm
    return voted


def _most_voted(votes: list[Counter], start: int) -> list[tuple[int, str]]:
    """(head, label) of each word of a sentence that begins at `start`: the tree with most votes."""
    scores = np.zeros((len(votes), len(votes) + 1))
    for word, arcs in enumerate(votes):
        for (head, _), times in arcs.items():
            scores[word, 0 if head - start == word else head - start + 1] += times
    chosen = []
    for word, place in enumerate(best_tree(scores).tolist()):
        head = start + (word if place == 0 else place - 1)
        labels = Counter({label: times for (h, label), times in votes[word].items() if h == head})
        chosen.append((head, max(labels, key=lambda label: (labels[label], label)) if labels else "dep"))
    return chosen


def _segments(docs: list[Doc]) -> list[tuple[int, int]]:
    """Stretches between the sentence boundaries on which all agree."""
    size = len(docs[0])
    edges = [i for i in range(size) if all(doc[i].is_sent_start for doc in docs)]
    return list(zip(edges, [*edges[1:], size], strict=True))


def _majority(docs: list[Doc], best: list[int], value) -> list[str]:
    """The most frequent value of each token; where two are equally frequent, that of the segment's best teacher."""
    result = []
    for i, teacher in enumerate(best):
        values = [value(doc[i]) for doc in docs]
        counts = Counter(values)
        result.append(max(counts, key=lambda v: (counts[v], v == values[teacher], v)))
    return result


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("converted", type=Path)
    parser.add_argument("teachers", type=Path, nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args(argv)
    use_numpy_arithmetic()
    texts = texts_of([words for name in SOURCES for words in plain_sentences(args.corpora, name)])
    annotations = [configure(spacy.load(teacher)).pipe(texts, batch_size=64) for teacher in args.teachers]
    vocab, rng = spacy.blank("it").vocab, Random(args.seed)
    silver = [augmented(vote(list(same)), vocab, rng) for same in zip(*annotations, strict=True)]
    gold = list(DocBin().from_disk(args.converted / "syntax-train.spacy").get_docs(vocab))
    docs = gold * GOLD_WEIGHT + silver
    rng.shuffle(docs)
    write(args.out, docs)


if __name__ == "__main__":
    main()
