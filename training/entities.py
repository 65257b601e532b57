"""Texts with named entities in BIO form: KIND (gold) and WikiNEuRal (silver)."""

from pathlib import Path

from analysis.language.evaluation import read_bio, spaces_of

GOLD = {"kind/wn-train.tsv": 3, "kind/adg-train.tsv": 1, "kind/fic-train.tsv": 1}
"""Files and how many times each is read in one pass."""
NEWS = {"kind/wn-train.tsv": 1}
"""The same for the last steps: the annotation that the pipeline is to follow."""
DEVELOPMENT = "kind/adg-dev.tsv"
HELD_OUT = "kind/wn-dev.tsv"
SENTENCES_PER_TEXT = 8

Sentence = tuple[list[str], list[str]]


def training_sentences(corpora: Path, names: dict[str, int]) -> list[Sentence]:
    """The sentences of some files; those that also stand in the held-out file are left out."""
    held = {tuple(words) for words, _ in read_bio(corpora / HELD_OUT)}
    sentences = []
    for name, times in names.items():
        sentences += [s for s in read_bio(corpora / name) if tuple(s[0]) not in held] * times
    return sentences


def plain_sentences(corpora: Path, name: str) -> list[list[str]]:
    """The words of a file's sentences, without those that also stand in the held-out file."""
    return [words for words, _ in training_sentences(corpora, {name: 1})]


def texts_of(sentences: list[list[str]]) -> list[str]:
    """Running text from tokenized sentences, eight to a text; where a space stood is guessed."""
    texts, current = [], []
    for words in sentences:
        pairs = zip(words, spaces_of(words), strict=True)
        current.append("".join(word + (" " if space else "") for word, space in pairs).strip())
        if len(current) == SENTENCES_PER_TEXT:
            texts.append(" ".join(current))
            current = []
    return [*texts, *([" ".join(current)] if current else [])]
