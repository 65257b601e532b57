"""Universal Dependencies treebanks as spaCy docs.

Contracted prepositions and verbs with clitics (della = di + la) become one token, as in spaCy's own Italian pipelines:
tag `E_RD`, lemma `di il`, part of speech and head of the preposition.
"""

from pathlib import Path

from spacy.training.converters import conllu_to_docs

from training.conventions import Conventions, attested, harmonise, relations, words_of
from training.relations import Labels, external_positions

REFERENCE = "isdt-dev"
"""The treebank whose conventions the others are brought to."""
NEAR = ("partut-train", "partut-test")
"""Treebanks that follow the reference in all but details."""
FAR = ("vit-test", "vit-dev", "markit-train", "markit-dev", "markit-test")
DEVELOPMENT = "twittiro-dev"
"""For watching the training only: no weights are chosen by it. ParTUT's development part stands in `isdt-dev`."""
HELD_OUT = "isdt-test"


def sentence_blocks(text: str) -> list[tuple[str, str]]:
    """Split CoNLL-U text into [(raw text of the sentence, block)]."""
    blocks = []
    for block in text.split("\n\n"):
        if block.strip():
            raw = next((line[9:] for line in block.split("\n") if line.startswith("# text = ")), "")
            blocks.append((raw.strip(), block.strip() + "\n\n"))
    return blocks


def read_blocks(path: Path, drop: frozenset = frozenset()) -> list[str]:
    """The sentences of a CoNLL-U file but those whose letters are in `drop`."""
    return [block for raw, block in sentence_blocks(path.read_text(encoding="utf8")) if letters(raw) not in drop]


def letters(text: str) -> str:
    """Letters and digits alone: ParTUT holds sentences of ISDT with other marks and spaces."""
    return "".join(character for character in text.lower() if character.isalnum())


def held_out_letters(corpora: Path) -> frozenset:
    """The sentences of the held-out file, for `read_blocks` to leave out wherever they stand."""
    text = (corpora / "ud" / f"{HELD_OUT}.conllu").read_text(encoding="utf8")
    return frozenset(letters(raw) for raw, _ in sentence_blocks(text))


def as_docs(blocks: list[str], sentences_per_doc: int) -> list:
    return list(conllu_to_docs("".join(blocks), n_sents=sentences_per_doc, merge_subtokens=True, no_print=True))


def training_docs(corpora: Path, group_sizes: tuple[int, ...], weight: int) -> list:
    """Docs of all training treebanks, each read once per group size, so that boundaries are learned.

    The reference treebank counts `weight` times: it alone has the conventions that the pipeline is to follow. Sentences
    that also stand in the held-out file are left out.
    """
    folder = corpora / "ud"
    drop = held_out_letters(corpora)
    reference = read_blocks(folder / f"{REFERENCE}.conllu", drop)
    conventions = Conventions.of(reference)

    def harmonised(names):
        blocks = {name: harmonise(read_blocks(folder / f"{name}.conllu", drop), conventions) for name in names}
        return {name: relations(own, external_positions) for name, own in blocks.items()}

    near, far = harmonised(NEAR), harmonised(FAR)
    followed = [*reference, *(block for own in near.values() for block in own)]
    known, labels = Conventions.of(followed), Labels.of([words_of(block) for block in followed])
    far = {name: relations(attested(own, known), labels.relabel) for name, own in far.items()}
    parts = [*[reference] * weight, *near.values(), *far.values()]
    return [doc for size in group_sizes for blocks in parts for doc in as_docs(blocks, size)]
