"""Lemmas from a table where the trained lemmatizer has no right to an opinion of its own.

The lemmatizer learns edit trees; on an irregular form that it never saw it makes up a word ("vinse": "vingere"). The
component holds two tables by part of speech. An entry of `certain` (forms that the training text gives one lemma
throughout) always decides. An entry of `known` (a lexicon) decides only where the predicted lemma is no lemma of that
part of speech at all. Keys are norms: lower case, plain apostrophes.
"""

from pathlib import Path

import srsly
from spacy.language import Language
from spacy.tokens import Doc

Table = dict[str, dict[str, str]]
FILE = "tables.msgpack"


class LemmaTable:
    """`certain`, `known`: {part of speech: {form: lemma}}."""

    def __init__(self, certain: Table | None = None, known: Table | None = None):
        self.fill(certain or {}, known or {})

    def fill(self, certain: Table, known: Table) -> None:
        """Replace both tables."""
        self.certain, self.known = certain, known
        parts = {*certain, *known}
        self._lemmas = {p: {*certain.get(p, {}).values(), *known.get(p, {}).values()} for p in parts}

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            lemma = self._better(token.pos_, token.norm_, token.lemma_)
            if lemma:
                token.lemma_ = lemma
        return doc

    def _better(self, part: str, form: str, lemma: str) -> str | None:
        sure = self.certain.get(part, {}).get(form)
        if sure is not None:
            return sure
        # "riparare si": the verb is looked up without its clitics
        if lemma.split(" ")[0] in self._lemmas.get(part, ()):
            return None
        return self.known.get(part, {}).get(form)

    def to_bytes(self, exclude: tuple = ()) -> bytes:
        return srsly.msgpack_dumps([_by_lemma(self.certain), _by_lemma(self.known)])

    def from_bytes(self, data: bytes, exclude: tuple = ()) -> "LemmaTable":
        self.fill(*map(_by_form, srsly.msgpack_loads(data)))
        return self

    def to_disk(self, path: Path, exclude: tuple = ()) -> None:
        Path(path).mkdir(parents=True, exist_ok=True)
        (Path(path) / FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: Path, exclude: tuple = ()) -> "LemmaTable":
        return self.from_bytes((Path(path) / FILE).read_bytes())


def _by_lemma(table: Table) -> dict[str, dict[str, list[str]]]:
    """Turned round for saving: each lemma once, with its forms, all in order."""
    turned: dict[str, dict[str, list[str]]] = {}
    for part, forms in sorted(table.items()):
        turned[part] = {lemma: [] for lemma in sorted(set(forms.values()))}
        for form, lemma in sorted(forms.items()):
            turned[part][lemma].append(form)
    return turned


def _by_form(turned: dict[str, dict[str, list[str]]]) -> Table:
    return {part: {form: lemma for lemma, forms in lemmas.items() for form in forms} for part, lemmas in turned.items()}


@Language.factory("lemma_table", assigns=["token.lemma"], requires=["token.pos"])
def make_lemma_table(nlp: Language, name: str) -> LemmaTable:
    """An empty table; `fill` it, or load it with its pipeline."""
    return LemmaTable()
