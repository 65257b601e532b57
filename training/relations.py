"""Dependency labels in the conventions of the reference treebank.

Found by comparing how often each construction has each label in the treebanks, none of them held out. What follows from
the construction alone is relabelled. Where the words decide, the label is the one that the same construction has most
often in the treebanks that follow the conventions: with the same words, or else with any.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

ID, FORM, LEMMA, UPOS, FEATS, HEAD, LABEL = 0, 1, 2, 3, 5, 6, 7
NOMINAL = ("NOUN", "PROPN", "PRON")
ADVERBIAL = frozenset("qualora perché poiché affinché quando mentre benché sebbene purché nonostante siccome".split())
EXTERNAL = {"case": "ADP", "mark": "SCONJ", "advmod": "ADV", "cc": "CCONJ"}
OFTEN = 2
"""How often a construction must occur with the same words for them to decide."""

Word = list[str]


def external_positions(words: list[Word]) -> None:
    """A fixed expression has the part of speech of its function: `prima di` with ExtPos=ADP; words change in place."""
    by_id = {word[ID]: word for word in words}
    for word in words:
        head = by_id.get(word[HEAD])
        if word[LABEL] == "fixed" and head and "ExtPos=" not in head[FEATS] and head[LABEL] in EXTERNAL:
            feats = [] if head[FEATS] == "_" else head[FEATS].split("|")
            head[FEATS] = "|".join(sorted([*feats, f"ExtPos={EXTERNAL[head[LABEL]]}"], key=str.lower))


@dataclass(frozen=True)
class Labels:
    """How often each construction has each label, with its words and without them."""

    counts: dict

    @classmethod
    def of(cls, sentences: list[list[Word]]) -> "Labels":
        counts = defaultdict(Counter)
        for words in sentences:
            for word, head, mark, labels in _arcs(words):
                for key in _constructions(word, head, mark, labels):
                    counts[key][word[LABEL]] += 1
        return cls(counts)

    def relabel(self, words: list[Word]) -> None:
        """Bring the labels of one sentence to the conventions; words change in place."""
        new = [(word, self._label(word, head, mark, labels)) for word, head, mark, labels in _arcs(words)]
        for word, label in new:
            word[LABEL] = label

    def _label(self, word: Word, head: Word, mark: str, labels: frozenset) -> str:
        label, verb = word[LABEL], word[UPOS] == "VERB"
        if label == "advcl" and verb and _participle_after(word, head) and not mark:
            return "acl"
        if label == "ccomp" and mark in ADVERBIAL:
            return "advcl"
        for key in _constructions(word, head, mark, labels):
            found = self.counts.get(key, Counter())
            if sum(found.values()) >= OFTEN:
                return max(found, key=lambda name: (found[name], name))
        return label


def _participle_after(word: Word, head: Word) -> bool:
    return "VerbForm=Part" in word[FEATS] and head[UPOS] in NOMINAL and int(word[ID]) > int(head[ID])


def _arcs(words: list[Word]):
    """(word, head, its subordinating word, labels of the head's other dependents)."""
    by_id = {word[ID]: word for word in words}
    marks = {word[HEAD]: word[FORM].lower() for word in words if word[LABEL] == "mark"}
    below = defaultdict(list)
    for word in words:
        below[word[HEAD]].append(word)
    for word in words:
        if word[HEAD] in by_id:
            others = frozenset(other[LABEL] for other in below[word[HEAD]] if other is not word)
            yield word, by_id[word[HEAD]], marks.get(word[ID], ""), others


def _constructions(word: Word, head: Word, mark: str, labels: frozenset) -> list[tuple]:
    """The construction of an arc whose label the words decide, with the words and without; nothing for other arcs."""
    label = word[LABEL]
    if label in ("ccomp", "xcomp") and "VerbForm=Inf" in word[FEATS]:
        mark = "a" if mark == "ad" else mark
        return [("infinitive", mark, head[UPOS], head[LEMMA]), ("infinitive", mark, head[UPOS])]
    if label in ("ccomp", "advcl") and mark == "se":
        return [("se", head[LEMMA]), ("se",)]
    if label.startswith("expl") and word[FORM].lower() in ("si", "s'"):
        subject = "passive" if "nsubj:pass" in labels else "subject" if labels & {"nsubj", "csubj"} else ""
        return [("si", subject, "obj" in labels, head[LEMMA]), ("si", subject, "obj" in labels)]
    return []
