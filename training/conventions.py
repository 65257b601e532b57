"""One set of conventions for treebanks that annotate the same thing differently.

Two kinds of correction, both on single words and before anything is learned. Features that the part-of-speech tag
implies are filled in where a treebank leaves them out. And a closed-class word that a treebank always annotates in one
way, and the reference treebank nearly always in another ("sono" as first person singular, "ed" with lemma "ed"), takes
the annotation of the reference.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

CLOSED = frozenset("AUX DET PRON ADP ADV CCONJ SCONJ INTJ NUM SYM PUNCT PART".split())
SURE = 0.8
"""Share of a word's occurrences from which its most frequent annotation counts as the convention."""
IMPLIED = {
    "RD": {"Definite": "Def", "PronType": "Art"},
    "RI": {"Definite": "Ind", "PronType": "Art"},
    "PR": {"PronType": "Rel"},
    "PC": {"Clitic": "Yes", "PronType": "Prs"},
    "BN": {"PronType": "Neg"},
    "N": {"NumType": "Card"},
    "NO": {"NumType": "Ord"},
}
ORDINAL_ENDINGS = {"o": ("Masc", "Sing"), "a": ("Fem", "Sing"), "i": ("Masc", "Plur"), "e": ("Fem", "Plur")}
FORM, LEMMA, UPOS, XPOS, FEATS = 1, 2, 3, 4, 5


@dataclass(frozen=True)
class Conventions:
    """How often each word (lower case, part of speech) has each value of FEATS and LEMMA."""

    feats: dict
    lemmas: dict

    @classmethod
    def of(cls, blocks: list[str]) -> "Conventions":
        feats, lemmas = defaultdict(Counter), defaultdict(Counter)
        for block in blocks:
            for fields in _words(block):
                feats[_key(fields)][fields[FEATS]] += 1
                lemmas[_key(fields)][fields[LEMMA]] += 1
        return cls(feats, lemmas)


def harmonise(blocks: list[str], reference: Conventions) -> list[str]:
    """The same sentences in the conventions of the reference."""
    own = Conventions.of(blocks)
    feats = _replacements(own.feats, reference.feats, CLOSED)
    lemmas = _replacements(own.lemmas, reference.lemmas, CLOSED | {"ADJ"})
    return [_harmonised(block, feats, lemmas) for block in blocks]


def _replacements(own: dict, reference: dict, classes: frozenset) -> dict:
    """{(word, its usual value here): the reference's usual value} where both are sure and they differ."""
    found = {}
    for key, counts in own.items():
        if key[1] in classes and sum(reference.get(key, Counter()).values()) >= 2:
            (here, n_here), (there, n_there) = counts.most_common(1)[0], reference[key].most_common(1)[0]
            sure = n_here >= SURE * sum(counts.values()) and n_there >= SURE * sum(reference[key].values())
            if sure and here != there:
                found[key, here] = there
    return found


def _harmonised(block: str, feats: dict, lemmas: dict) -> str:
    lines = block.strip().split("\n")
    for number, line in enumerate(lines):
        fields = line.split("\t")
        if not fields[0].isdigit():
            continue
        key = _key(fields)
        fields[LEMMA] = lemmas.get((key, fields[LEMMA]), fields[LEMMA])
        fields[FEATS] = _written(_implied(fields, _read(feats.get((key, fields[FEATS]), fields[FEATS]))))
        if fields[UPOS] == "AUX" and fields[XPOS] == "V":
            fields[XPOS] = "VA"
        lines[number] = "\t".join(fields)
    return "\n".join(lines) + "\n\n"


def _implied(fields: list[str], feats: dict) -> dict:
    """The features with what the tag implies, and without what the reference treebank does not annotate."""
    feats = {**IMPLIED.get(fields[XPOS], {}), **feats}
    word, upos = fields[FORM].lower(), fields[UPOS]
    if upos == "NOUN" and word[-1:] in "àùé":  # invariable nouns have no number
        feats.pop("Number", None)
    if upos == "PRON" and feats.get("PronType") in ("Dem", "Rel"):
        feats.pop("Person", None)
    if upos in ("NOUN", "ADJ", "VERB"):
        feats.pop("Polarity", None)
    if fields[XPOS] == "NO" and upos == "ADJ" and "Gender" not in feats and word.isalpha() and len(word) > 3:
        if word[-1] in ORDINAL_ENDINGS:
            feats["Gender"], feats["Number"] = ORDINAL_ENDINGS[word[-1]]
    return feats


def _words(block: str):
    for line in block.strip().split("\n"):
        fields = line.split("\t")
        if fields[0].isdigit():
            yield fields


def _key(fields: list[str]) -> tuple[str, str]:
    return fields[FORM].lower().replace("’", "'"), fields[UPOS]


def _read(text: str) -> dict:
    return dict(part.split("=", 1) for part in text.split("|")) if text != "_" else {}


def _written(feats: dict) -> str:
    return "|".join(f"{name}={feats[name]}" for name in sorted(feats, key=str.lower)) or "_"
