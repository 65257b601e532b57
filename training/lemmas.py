"""The tables of the pipeline's `lemma_table`, from the training treebanks and the Morph-it! lexicon."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from spacy.tokens import Doc

from training.vectors import lexicon_tables

OFTEN, THROUGHOUT = 5, 0.97
"""How often a form must occur, and which share of it must have one lemma, to be certain."""
OPEN = {"VERB": "verb", "AUX": "aux", "NOUN": "noun", "ADJ": "adj"}
CLITIC = re.compile(r"(?:r|ndo|t[oaie])(?:[mtcv]i|[lg]li?|l[oaie]|ne|si|[mtcvs]e(?:l[oaie]|ne)|glie(?:l[oaie]|ne))$")


def lemma_tables(docs: Iterable[Doc]) -> tuple[dict, dict]:
    """(`certain`, `known`), each {part of speech: {form: lemma}}."""
    counts = defaultdict(lambda: defaultdict(Counter))
    for doc in docs:
        for token in doc:
            if token.pos_ not in ("PROPN", "X", "SYM", "PUNCT", "NUM"):
                counts[token.pos_][token.norm_][token.lemma_] += 1
    certain = {part: _certain(forms) for part, forms in sorted(counts.items())}
    lexicon = lexicon_tables()
    known = {}
    for part, name in OPEN.items():
        known[part] = {}
        for form, lemma in sorted(lexicon[name].items()):
            # with a clitic the treebanks' lemma has two words
            if part != "VERB" or not CLITIC.search(form):
                known[part][form] = lemma
        for form, lemmas in sorted(counts[part].items()):
            known[part][form] = lemmas.most_common(1)[0][0]
    return certain, known


def _certain(forms: dict) -> dict[str, str]:
    found = {}
    for form, lemmas in sorted(forms.items()):
        (lemma, times), total = lemmas.most_common(1)[0], sum(lemmas.values())
        if total >= OFTEN and times >= THROUGHOUT * total:
            found[form] = lemma
    return found
