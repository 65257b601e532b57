"""What the entity recogniser learns from first: gold text and text that the teachers annotate.

python -m training.silver_entities CORPORA CONVERTED OUT.spacy TEACHER.pt …
"""

import argparse
from pathlib import Path
from random import Random

import spacy
import torch
from spacy.tokens import DocBin

from training.convert import entity_docs, write
from training.entities import GOLD, plain_sentences, training_sentences
from training.recogniser import recognised

SOURCES = ("wikineural/wneu-val.conllu", "wikineural/wneu-test.conllu", "kind/moro-train.tsv")


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("converted", type=Path)
    parser.add_argument("teacher", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args(argv)
    torch.set_num_threads(1)
    model = torch.load(args.teacher, weights_only=False)
    vocab, rng = spacy.blank("it").vocab, Random(args.seed)
    plain = [words for name in SOURCES for words in plain_sentences(args.corpora, name)]
    treebanks = DocBin().from_disk(args.converted / "syntax-train.spacy").get_docs(vocab)
    plain += map(list, sorted({tuple(t.text for t in sent) for doc in treebanks for sent in doc.sents}))
    silver = list(zip(plain, recognised(model, plain), strict=True))
    write(args.out, entity_docs(training_sentences(args.corpora, GOLD) + silver, vocab, rng))


if __name__ == "__main__":
    main()
