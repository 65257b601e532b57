"""What the syntax of the pipeline learns from: treebanks, and plain text that the teachers annotate.

    python -m training.silver_syntax CORPORA CONVERTED OUT.spacy TEACHER.pt TEACHER.pt …

In the treebanks the teachers fill in the labels that `relations.py` marks as missing. Silver text has no lemmas: the
lemmatizer learns from the treebanks alone.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from random import Random

import spacy
import torch
from spacy.tokens import Doc, DocBin

from analysis.language.evaluation import spaces_of
from analysis.language.tokenizer import configure
from training.augment import augmented
from training.convert import write
from training.entities import plain_sentences
from training.graph import LONGEST, Graph, Sentence, annotate
from training.relations import MISSING

SOURCES = ("kind/wn-train.tsv", "kind/adg-train.tsv", "kind/fic-train.tsv", "wikineural/wneu-val.conllu")
SENTENCES_PER_TEXT = (1, 8)
GOLD_WEIGHT = 2
"""How often the treebanks are read in one pass over the silver text."""


def completed(docs: list[Doc], models: list[Graph]) -> list[Doc]:
    """The docs with labels where they were missing; heads stay."""
    sentences = [sent for doc in docs for sent in doc.sents if any(t.dep_ == MISSING for t in sent)]
    heads = [[0 if t.head.i == t.i else t.head.i - sent.start + 1 for t in sent] for sent in sentences]
    for sent, filled in zip(sentences, annotate(models, [[t.text for t in s] for s in sentences], heads), strict=True):
        for token, label in zip(sent, filled.labels, strict=True):
            if token.dep_ == MISSING:
                token.dep_ = label
    return docs


def silver_docs(texts: list[list[list[str]]], models: list[Graph], vocab) -> Iterator[Doc]:
    """Annotated docs; a text is a list of sentences, which are lists of words."""
    tokenizer = configure(spacy.blank("it")).tokenizer
    read = [[tokenizer(_plain(words)) for words in text] for text in texts]
    read = [[doc for doc in text if 0 < len(doc) <= LONGEST] for text in read]
    annotated = iter(annotate(models, [[t.text for t in doc] for text in read for doc in text]))
    for text in read:
        if text:
            yield _joined(text, [next(annotated) for _ in text], vocab)


def _plain(words: list[str]) -> str:
    return "".join(w + (" " if s else "") for w, s in zip(words, spaces_of(words), strict=True)).strip()


def _joined(docs: list[Doc], sentences: list[Sentence], vocab) -> Doc:
    heads, start = [], 0
    for sentence in sentences:
        heads += [start + (i if head == 0 else head - 1) for i, head in enumerate(sentence.heads)]
        start += len(sentence.heads)
    split = [morph.split("|", 1) for s in sentences for morph in s.morphs]
    return Doc(
        vocab,
        words=[t.text for doc in docs for t in doc],
        spaces=[bool(t.whitespace_) or t.i == len(doc) - 1 for doc in docs for t in doc],
        pos=[pos for pos, _ in split],
        morphs=[feats for _, feats in split],
        tags=[tag for s in sentences for tag in s.tags],
        heads=heads,
        deps=[label for s in sentences for label in s.labels],
    )


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
    gold = completed(list(DocBin().from_disk(args.converted / "syntax-train.spacy").get_docs(vocab)), models)
    sentences = [s for name in SOURCES for s in plain_sentences(args.corpora, name)]
    texts = []
    while sentences:
        size = rng.choice(SENTENCES_PER_TEXT)
        texts.append(sentences[:size])
        del sentences[:size]
    silver = [augmented(doc, vocab, rng) for doc in silver_docs(texts, models, vocab)]
    docs = gold * GOLD_WEIGHT + silver
    rng.shuffle(docs)
    write(args.out, docs)


if __name__ == "__main__":
    main()
