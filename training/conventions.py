"""One set of conventions for treebanks that annotate the same thing differently.

Three kinds of correction, all on single words and before anything is learned. Features that the part-of-speech tag
implies are filled in where a treebank leaves them out. A closed-class word that a treebank always annotates in one
way, and the reference treebank nearly always in another ("sono" as first person singular, "ed" with lemma "ed"), takes
the annotation of the reference. And a word whose features never occur with it in the reference, where it is no rarity,
takes its most frequent ones there. Labels are the matter of `relations.py`.
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
ENDINGS = {"o": ("Masc", "Sing"), "a": ("Fem", "Sing"), "i": ("Masc", "Plur"), "e": ("Fem", "Plur")}
ATTESTED = 3
"""How often a word must occur in the reference for its features there to be all that it can have."""
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
            for fields in words_of(block):
                feats[_key(fields)][fields[FEATS]] += 1
                lemmas[_key(fields)][fields[LEMMA]] += 1
        return cls(feats, lemmas)


def harmonise(blocks: list[str], reference: Conventions) -> list[str]:
    """The same sentences in the conventions of the reference."""
    own = Conventions.of(blocks)
    feats = _replacements(own.feats, reference.feats, CLOSED)
    lemmas = _replacements(own.lemmas, reference.lemmas, CLOSED | {"ADJ"})
    return [_harmonised(block, feats, lemmas) for block in blocks]


def attested(blocks: list[str], reference: Conventions) -> list[str]:
    """The same sentences, with features of the reference for words that never have theirs there."""
    return [_changed(block, lambda words: [_attested(word, reference) for word in words]) for block in blocks]


def _attested(word: list[str], reference: Conventions) -> None:
    counts = reference.feats.get(_key(word), Counter())
    if sum(counts.values()) >= ATTESTED and word[FEATS] not in counts:
        word[FEATS] = max(counts, key=lambda feats: (counts[feats], feats))


def relations(blocks: list[str], change) -> list[str]:
    """The same sentences after `change(words)`, which writes into their fields (`relations.py`)."""
    return [_changed(block, change) for block in blocks]


def _changed(block: str, change) -> str:
    lines = [line.split("\t") for line in block.strip().split("\n")]
    change([fields for fields in lines if fields[0].isdigit()])
    return "\n".join("\t".join(fields) for fields in lines) + "\n\n"


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
    if upos == "ADJ" and fields[LEMMA].endswith("e") and word[-1:] in "ei" and feats.keys() <= {"Gender", "Number"}:
        # "grande" is of both genders
        feats.pop("Gender", None)
    if upos == "VERB" and "VerbForm" not in feats:
        feats.update(_participle(word))
    if fields[XPOS] == "NO" and upos == "ADJ" and "Gender" not in feats and word.isalpha() and len(word) > 3:
        if word[-1] in ENDINGS:
            feats["Gender"], feats["Number"] = ENDINGS[word[-1]]
    return feats


def _participle(word: str) -> dict:
    """What the ending of a participle says: `provenienti`, `pensato`."""
    if word.endswith(("nte", "nti")):
        return {"Number": "Sing" if word.endswith("e") else "Plur", "Tense": "Pres", "VerbForm": "Part"}
    if word[-2:-1] in "ts" and word[-1:] in ENDINGS:
        gender, number = ENDINGS[word[-1]]
        return {"Gender": gender, "Number": number, "Tense": "Past", "VerbForm": "Part"}
    return {}


def words_of(block: str) -> list[list[str]]:
    """The fields of a sentence's words, without contracted and empty ones."""
    lines = [line.split("\t") for line in block.strip().split("\n")]
    return [fields for fields in lines if fields[0].isdigit()]


def _key(fields: list[str]) -> tuple[str, str]:
    return fields[FORM].lower().replace("’", "'"), fields[UPOS]


def _read(text: str) -> dict:
    return dict(part.split("=", 1) for part in text.split("|")) if text != "_" else {}


def _written(feats: dict) -> str:
    return "|".join(f"{name}={feats[name]}" for name in sorted(feats, key=str.lower)) or "_"
