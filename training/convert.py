"""Convert the corpora into spaCy's binary form: treebanks and texts with named entities.

python -m training.convert ../shared/corpora build/training/corpus
"""

import argparse
import random
import sys
from pathlib import Path

import spacy
from spacy.tokens import DocBin

from analysis.language.evaluation import bio_docs, read_bio
from training import entities, treebanks
from training.augment import augmented, copied
from training.names import name_pool, renamed

GROUP_SIZES = (1, 6)
REFERENCE_WEIGHT = 3
ATTRIBUTES = ("ORTH", "NORM", "TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE")


def write(path, docs):
    DocBin(attrs=ATTRIBUTES, docs=docs, store_user_data=False).to_disk(path)
    print(f"{path.name}: {len(docs)} docs, {sum(map(len, docs))} tokens")


def entity_docs(sentences, vocab, rng):
    """Docs of BIO sentences, shuffled; in some of them the persons change their names."""
    pool = name_pool(sentences)
    docs = [augmented(doc, vocab, rng) for doc in bio_docs(vocab, [renamed(s, pool, rng) for s in sentences])]
    rng.shuffle(docs)
    return docs


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args(argv)
    if not (args.corpora / "ud").is_dir():
        sys.exit(f"{args.corpora}: no folder 'ud' in it; name the folder that holds it")
    args.out.mkdir(parents=True, exist_ok=True)
    rng = random.Random(args.seed)
    vocab = spacy.blank("it").vocab

    docs = [augmented(d, vocab, rng) for d in treebanks.training_docs(args.corpora, GROUP_SIZES, REFERENCE_WEIGHT)]
    rng.shuffle(docs)
    write(args.out / "syntax-train.spacy", docs)
    development = treebanks.read_blocks(args.corpora / "ud" / f"{treebanks.DEVELOPMENT}.conllu")
    write(args.out / "syntax-dev.spacy", [copied(d, vocab) for d in treebanks.as_docs(development, 6)])

    news = entities.training_sentences(args.corpora, entities.NEWS)
    docs = [augmented(d, vocab, rng) for d in bio_docs(vocab, news)]
    rng.shuffle(docs)
    write(args.out / "ner-gold-train.spacy", docs)
    write(args.out / "ner-dev.spacy", list(bio_docs(vocab, read_bio(args.corpora / entities.DEVELOPMENT))))


if __name__ == "__main__":
    main()
