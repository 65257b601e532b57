"""Silver syntax, the student's training data: plain texts, annotated by several trained pipelines that vote.

    python -m training.silver OUT.spacy CORPORA CONVERTED TEACHER TEACHER …

Parts of speech, morphology, tags and lemmas go by majority. Trees cannot be voted on token by token, since the result
need not be a tree: between two sentence boundaries on which all teachers agree, the tree of that teacher is taken whose
arcs the others share most often (minimum Bayes risk over the teachers' trees).
"""

import argparse
from collections import Counter
from pathlib import Path
from random import Random

import spacy
from spacy.tokens import Doc, DocBin

from analysis.language.arithmetic import use_numpy_arithmetic
from analysis.language.evaluation import read_bio
from analysis.language.tokenizer import configure
from training.augment import augmented
from training.convert import write
from training.entities import HELD_OUT, texts_of

SOURCES = ("kind/wn-train.tsv", "kind/adg-train.tsv", "kind/fic-train.tsv", "wikineural/wneu-val.conllu")
GOLD_WEIGHT = 2
"""How often the treebanks are read in one pass over the silver text."""


def vote(docs: list[Doc]) -> Doc:
    """One doc from several annotations of the same tokens."""
    first = docs[0]
    size = len(first)
    heads, deps, starts = [0] * size, [""] * size, [False] * size
    best = [0] * size
    for start, end in _segments(docs):
        arcs = [[(t.head.i, t.dep_) for t in doc[start:end]] for doc in docs]
        shared = [Counter(arc) for arc in zip(*arcs, strict=True)]
        score = [sum(counts[arc] for counts, arc in zip(shared, tree, strict=True)) for tree in arcs]
        teacher = max(range(len(docs)), key=lambda k: (score[k], -k))
        for i in range(start, end):
            heads[i], deps[i] = arcs[teacher][i - start]
            starts[i] = bool(docs[teacher][i].is_sent_start)
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
    held = {tuple(words) for words, _ in read_bio(args.corpora / HELD_OUT)}
    sentences = [s for name in SOURCES for s in read_bio(args.corpora / name) if tuple(s[0]) not in held]
    texts = texts_of(sentences)
    annotations = [configure(spacy.load(teacher)).pipe(texts, batch_size=64) for teacher in args.teachers]
    vocab, rng = spacy.blank("it").vocab, Random(args.seed)
    silver = [augmented(vote(list(same)), vocab, rng) for same in zip(*annotations, strict=True)]
    gold = list(DocBin().from_disk(args.converted / "syntax-train.spacy").get_docs(vocab))
    write(args.out, gold * GOLD_WEIGHT + silver)


if __name__ == "__main__":
    main()
