"""A table of word features for the embedding: what a lexicon says of a form, and in which company it stands.

    python -m training.vectors ../shared/corpora build/training/vectors

Two parts, side by side. From the Morph-it! tables of spacy-lookups-data: the parts of speech that a form can have, the
conjugation of its verb, its ending against the lemma's. From the corpora themselves, without their annotation: the
truncated singular value decomposition of positive pointwise mutual information with the two words on either side, each
position apart (Levy, Goldberg and Dagan 2015, context distribution smoothing 0.75). Forms with the same features share
one row. The table is keyed by the token's norm, so that `dell’` and `dell'` are the same.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import numpy as np
import scipy.sparse
import spacy
from spacy.strings import get_string_id
from spacy.vectors import Vectors

from training.entities import HELD_OUT, plain_sentences
from training.treebanks import held_out_letters, read_blocks

PARTS_OF_SPEECH = "noun adj verb aux adv det pron adp num".split()
CONJUGATIONS = ("are", "ere", "ire", "rre")
VERB_ENDINGS, NOUN_ENDINGS = 70, 24
LEXICON_WEIGHT = 0.5
OFFSETS = (-2, -1, 1, 2)
CONTEXT_WORDS = 4000
MIN_COUNT = 4
DIMENSIONS = 64
DIGIT = re.compile(r"\d")


def lexicon_tables() -> dict[str, dict[str, str]]:
    """{part of speech: {form: lemma}}, lower case; the files hold some accents encoded twice."""
    folder = files("spacy_lookups_data") / "data"
    tables = {}
    for name in PARTS_OF_SPEECH:
        with gzip.open(folder / f"it_lemma_lookup_{name}.json.gz") as handle:
            entries = json.load(handle).items()
        tables[name] = {_decoded(form).lower(): _decoded(lemma).lower() for form, lemma in entries}
    return tables


def _decoded(text: str) -> str:
    try:
        return text.encode("latin1").decode("utf8")
    except UnicodeError:
        return text


class LexiconFeatures:
    """The features that the lexicon gives a form: a vector of zeros and ones."""

    def __init__(self, tables: dict[str, dict[str, str]]):
        self.tables = tables
        verbs = Counter(_ending(form, lemma) for form, lemma in tables["verb"].items())
        nouns = Counter(_last_letters(p, f, t) for p in ("noun", "adj") for f, t in tables[p].items())
        names = [*PARTS_OF_SPEECH, *CONJUGATIONS]
        names += [ending for ending, _ in verbs.most_common(VERB_ENDINGS)]
        names += [ending for ending, _ in nouns.most_common(NOUN_ENDINGS)]
        self.column = {name: column for column, name in enumerate(names)}

    def __call__(self, form: str) -> np.ndarray:
        vector = np.zeros(len(self.column), dtype="float32")
        for part in PARTS_OF_SPEECH:
            lemma = self.tables[part].get(form)
            if lemma is None:
                continue
            names = [part]
            if part == "verb":
                names += [lemma[-3:], _ending(form, lemma)]
            elif part in ("noun", "adj"):
                names.append(_last_letters(part, form, lemma))
            vector[[self.column[name] for name in names if name in self.column]] = 1
        return vector


def _ending(form: str, lemma: str) -> str:
    """What follows the letters that form and lemma share: `parlò`, `parlare` give `ò<are`."""
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return f"{form[shared:]}<{lemma[shared:]}"


def _last_letters(part: str, form: str, lemma: str) -> str:
    return f"{part}:{form[-1:]}{lemma[-1:]}"


def raw_sentences(corpora: Path) -> Iterator[list[str]]:
    """Words of all corpora but the held-out sentences, lower case, plain apostrophes, digits as 0."""
    names = sorted([*(corpora / "kind").glob("*.tsv"), *(corpora / "wikineural").glob("*.conllu")])
    for path in names:
        if path != corpora / HELD_OUT:
            for words in plain_sentences(corpora, str(path.relative_to(corpora))):
                yield [_folded(word) for word in words]
    held = held_out_letters(corpora)
    for path in sorted((corpora / "ud").glob("*.conllu")):
        for block in read_blocks(path, held):
            yield [_folded(word) for word in _surface(block)]


def _folded(word: str) -> str:
    return DIGIT.sub("0", word.lower().replace("’", "'"))


def _surface(block: str) -> Iterator[str]:
    """The words of a CoNLL-U sentence as they are written: contracted forms, not their parts."""
    covered = 0
    for line in block.strip().split("\n"):
        number, _, rest = line.partition("\t")
        if not number[:1].isdigit():
            continue
        if "-" in number:
            covered = int(number.split("-")[1])
            yield rest.split("\t")[0]
        elif number.isdigit() and int(number) > covered:
            yield rest.split("\t")[0]


def company(sentences: list[list[str]], dimensions: int) -> dict[str, np.ndarray]:
    """{word: unit vector} from the words around it, for words that occur often enough."""
    counts = Counter(word for sentence in sentences for word in sentence)
    ordered = sorted(counts, key=lambda word: (-counts[word], word))
    row = {word: i for i, word in enumerate(word for word in ordered if counts[word] >= MIN_COUNT)}
    column = {word: i for i, word in enumerate(ordered[:CONTEXT_WORDS])}
    other, edge, width = len(column), len(column) + 1, len(column) + 2
    rows, columns = [], []
    for sentence in sentences:
        for i, word in enumerate(sentence):
            if word not in row:
                continue
            for slot, offset in enumerate(OFFSETS):
                inside = 0 <= i + offset < len(sentence)
                context = column.get(sentence[i + offset], other) if inside else edge
                rows.append(row[word])
                columns.append(slot * width + context)
    shape = (len(row), width * len(OFFSETS))
    matrix = scipy.sparse.coo_matrix((np.ones(len(rows), "float32"), (rows, columns)), shape=shape).tocsr()
    left = _singular_vectors(_positive_information(matrix), dimensions)
    left /= np.linalg.norm(left, axis=1, keepdims=True) + 1e-6
    return {word: left[i].astype("float32") for word, i in row.items()}


def _positive_information(matrix):
    by_row = np.asarray(matrix.sum(1)).ravel()
    by_column = np.asarray(matrix.sum(0)).ravel() ** 0.75
    by_column /= by_column.sum()
    cells = matrix.tocoo()
    values = np.log(cells.data / (by_row[cells.row] * by_column[cells.col]))
    kept = values > 0
    return scipy.sparse.csr_matrix((values[kept], (cells.row[kept], cells.col[kept])), shape=matrix.shape)


def _singular_vectors(matrix, dimensions: int) -> np.ndarray:
    """Left singular vectors, scaled by the root of their values: randomized subspace iteration (Halko et al. 2011)."""
    rng = np.random.default_rng(0)
    basis = matrix @ rng.standard_normal((matrix.shape[1], dimensions + 20)).astype("float32")
    for _ in range(4):
        basis, _ = np.linalg.qr(basis)
        right, _ = np.linalg.qr(matrix.T @ basis)
        basis = matrix @ right
    left, values, _ = np.linalg.svd(basis, full_matrices=False)
    return left[:, :dimensions] * np.sqrt(values[:dimensions])


def vector_table(sentences: list[list[str]], tables: dict[str, dict[str, str]]) -> Vectors:
    """The table for all forms of the lexicon and all frequent words."""
    features = LexiconFeatures(tables)
    around = company(sentences, DIMENSIONS)
    nothing = np.zeros(DIMENSIONS, dtype="float32")
    row_of, rows, key_to_row = {}, [], {}
    for form in sorted(set(around).union(*tables.values())):
        vector = np.concatenate([LEXICON_WEIGHT * features(form), around.get(form, nothing)])
        same = vector.tobytes()
        if same not in row_of:
            row_of[same] = len(rows)
            rows.append(vector)
        key_to_row[get_string_id(form)] = row_of[same]
    table = Vectors(data=np.stack(rows), name="it_scacchiere_forms", attr="NORM")
    table.key2row.update(key_to_row)
    return table


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args(argv)
    nlp = spacy.blank("it")
    nlp.vocab.vectors = vector_table(list(raw_sentences(args.corpora)), lexicon_tables())
    nlp.to_disk(args.out)
    vectors = nlp.vocab.vectors
    print(f"vectors: {len(vectors.key2row)} forms, {vectors.shape[0]} rows, {vectors.shape[1]} columns")


if __name__ == "__main__":
    main()
