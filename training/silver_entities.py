"""What the entity recogniser learns from first: gold text and text that the teachers annotate.

python -m training.silver_entities CORPORA CONVERTED OUT.spacy TEACHER.pt …
"""

import argparse
from pathlib import Path
from random import Random

import spacy
import torch
from spacy.tokens import DocBin

from analysis.language.evaluation import bio_docs
from training.augment import augmented
from training.convert import write
from training.entities import GOLD, plain_sentences, training_sentences
from training.names import name_pool, renamed
from training.recogniser import recognised

SOURCES = ("wikineural/wneu-val.conllu", "wikineural/wneu-test.conllu", "kind/moro-train.tsv")


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("converted", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("teachers", type=Path, nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args(argv)
    torch.set_num_threads(1)
    models = [torch.load(path, weights_only=False) for path in args.teachers]
    vocab, rng = spacy.blank("it").vocab, Random(args.seed)
    plain = [words for name in SOURCES for words in plain_sentences(args.corpora, name)]
    treebanks = DocBin().from_disk(args.converted / "syntax-train.spacy").get_docs(vocab)
    plain += sorted({tuple(t.text for t in sent) for doc in treebanks for sent in doc.sents})
    plain = [list(words) for words in plain]
    silver = list(zip(plain, recognised(models, plain), strict=True))
    gold = training_sentences(args.corpora, GOLD)
    pool = name_pool(gold + silver)
    docs = [augmented(d, vocab, rng) for d in bio_docs(vocab, [renamed(s, pool, rng) for s in gold + silver])]
    rng.shuffle(docs)
    write(args.out, docs)


if __name__ == "__main__":
    main()
