"""Convert the corpora into spaCy's binary form: UD treebanks and BIO-tagged news.

    python -m training.convert ../shared/corpora build/corpus

Contracted prepositions and verbs with clitics (della = di + la) become one token, as in spaCy's own
Italian pipelines: tag `E_RD`, lemma `di il`, part of speech and head of the preposition.
Sentences that also occur in the held-out `isdt-test` are dropped from the training data.
"""

import argparse
import random
import sys
from pathlib import Path

import spacy
from spacy.tokens import DocBin
from spacy.training.converters import conllu_to_docs

from analysis.language.evaluation import bio_docs, read_bio

SYNTAX_TRAIN = (
    "isdt-dev",
    "partut-train",
    "partut-test",
    "vit-test",
    "vit-dev",
    "markit-train",
    "markit-dev",
    "markit-test",
)
SYNTAX_DEV = ("partut-dev",)
HELD_OUT = ("isdt-test",)
NER_TRAIN = (
    "kind/wn-train.tsv",
    "kind/adg-train.tsv",
    "wikineural/wneu-val.conllu",
    "wikineural/wneu-test.conllu",
)
NER_DEV = ("kind/adg-dev.tsv",)
NER_HELD_OUT = ("kind/wn-dev.tsv",)


def sentence_blocks(text):
    """Split CoNLL-U text into [(raw text of the sentence, block)]."""
    blocks = []
    for block in text.split("\n\n"):
        if block.strip():
            raw = next((line[9:] for line in block.split("\n") if line.startswith("# text = ")), "")
            blocks.append((raw.strip(), block.strip() + "\n\n"))
    return blocks


def read_treebank(path, drop=frozenset(), sentences_per_doc=1):
    """Docs of a CoNLL-U file, contracted forms merged, without sentences whose text is in `drop`."""
    blocks = [block for raw, block in sentence_blocks(path.read_text(encoding="utf8")) if raw not in drop]
    return list(conllu_to_docs("".join(blocks), n_sents=sentences_per_doc, merge_subtokens=True, no_print=True))


def syntax_docs(corpora, names, drop, group_sizes, rng):
    """Docs of several treebanks, each read once per group size, so that boundaries are learned."""
    docs = []
    for size in group_sizes:
        for name in names:
            docs += read_treebank(corpora / "ud" / f"{name}.conllu", drop, size)
    rng.shuffle(docs)
    return docs


def write(path, docs):
    DocBin(docs=docs, store_user_data=False).to_disk(path)
    print(f"{path.name}: {len(docs)} docs, {sum(map(len, docs))} tokens")


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
    held = (args.corpora / "ud" / "isdt-test.conllu").read_text(encoding="utf8")
    drop = frozenset(raw for raw, _ in sentence_blocks(held))
    write(args.out / "syntax-train.spacy", syntax_docs(args.corpora, SYNTAX_TRAIN, drop, (1, 6), rng))
    write(args.out / "syntax-dev.spacy", syntax_docs(args.corpora, SYNTAX_DEV, frozenset(), (6,), rng))
    write(args.out / "syntax-test.spacy", syntax_docs(args.corpora, HELD_OUT, frozenset(), (10,), rng))
    vocab = spacy.blank("it").vocab
    held_news = {tuple(w) for name in NER_HELD_OUT for w, _ in read_bio(args.corpora / name)}
    for part, names in (("train", NER_TRAIN), ("dev", NER_DEV), ("test", NER_HELD_OUT)):
        docs = []
        for name in names:
            sentences = read_bio(args.corpora / name)
            if part == "train":
                sentences = [s for s in sentences if tuple(s[0]) not in held_news]
            docs += bio_docs(vocab, sentences)
        rng.shuffle(docs)
        write(args.out / f"ner-{part}.spacy", docs)


if __name__ == "__main__":
    main()
