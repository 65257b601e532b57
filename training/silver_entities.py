"""Silver entities, what the recogniser learns from beside gold text: plain text on which several recognisers vote.

    python -m training.silver_entities OUT.spacy CORPORA CONVERTED TEACHER TEACHER TEACHER …

A span is an entity if more than half of the recognisers find exactly it. What fewer find is neither an entity nor none:
those words are left without annotation, so that nothing is learned from them.
"""

import argparse
from collections import Counter
from pathlib import Path
from random import Random

import spacy
from spacy.tokens import Doc, DocBin, Span

from analysis.language.arithmetic import use_numpy_arithmetic
from analysis.language.evaluation import bio_docs
from training.augment import augmented
from training.convert import entity_docs, write
from training.entities import GOLD, plain_sentences, training_sentences

SOURCES = ("wikineural/wneu-val.conllu", "wikineural/wneu-test.conllu", "kind/moro-train.tsv")


def voted(docs: list[Doc]) -> Doc:
    """The first doc with the entities that most of the docs have; what fewer have is missing."""
    first, votes = docs[0], Counter((e.start, e.end, e.label_) for doc in docs for e in doc.ents)
    sure = [span for span, times in sorted(votes.items()) if 2 * times > len(docs)]
    taken = {place for start, end, _ in sure for place in range(start, end)}
    unsure = {place for start, end, _ in votes for place in range(start, end)} - taken
    result = first.copy()
    spans = [Span(result, start, end, label=label) for start, end, label in sure]
    result.set_ents(spans, missing=[result[place : place + 1] for place in sorted(unsure)], default="outside")
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
    vocab, rng = spacy.blank("it").vocab, Random(args.seed)
    treebanks = DocBin().from_disk(args.converted / "syntax-train.spacy").get_docs(vocab)
    plain = [words for name in SOURCES for words in plain_sentences(args.corpora, name)]
    plain += map(list, sorted({tuple(t.text for t in sent) for doc in treebanks for sent in doc.sents}))
    unmarked = [(words, ["O"] * len(words)) for words in plain]
    annotations = []
    for path in args.teachers:
        teacher = spacy.load(path)
        annotations.append(teacher.pipe(bio_docs(teacher.vocab, unmarked), batch_size=64))
    silver = [augmented(voted(list(same)), vocab, rng) for same in zip(*annotations, strict=True)]
    docs = silver + entity_docs(training_sentences(args.corpora, GOLD), vocab, rng)
    rng.shuffle(docs)
    write(args.out, docs)


if __name__ == "__main__":
    main()
