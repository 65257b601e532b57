"""Dependency labels in the conventions of the reference treebank.

Found by comparing how often each construction has each label in the treebanks, none of them held out. What follows from
the construction alone is relabelled; where only the sense decides, the label is marked as missing, and the teachers
that learned from the other treebanks fill it in (`silver.py`).
"""

ID, FORM, LEMMA, UPOS, FEATS, HEAD, LABEL = 0, 1, 2, 3, 5, 6, 7
MISSING = "missing"
NOMINAL = ("NOUN", "PROPN", "PRON")
ADVERBIAL = frozenset("qualora perché poiché affinché quando mentre benché sebbene purché nonostante siccome".split())
EXTERNAL = {"case": "ADP", "mark": "SCONJ", "advmod": "ADV", "cc": "CCONJ"}


def external_positions(words: list[list[str]]) -> None:
    """A fixed expression has the part of speech of its function: `prima di` with ExtPos=ADP; words change in place."""
    by_id = {word[ID]: word for word in words}
    for word in words:
        head = by_id.get(word[HEAD])
        if word[LABEL] == "fixed" and head and "ExtPos=" not in head[FEATS] and head[LABEL] in EXTERNAL:
            feats = [] if head[FEATS] == "_" else head[FEATS].split("|")
            head[FEATS] = "|".join(sorted([*feats, f"ExtPos={EXTERNAL[head[LABEL]]}"], key=str.lower))


def relabelled(words: list[list[str]]) -> None:
    """The labels of VIT and MarkIT as in ISDT; words change in place."""
    by_id = {word[ID]: word for word in words}
    marks = {word[HEAD]: word[FORM].lower() for word in words if word[LABEL] == "mark"}
    for word in words:
        head = by_id.get(word[HEAD])
        if head:
            word[LABEL] = _label(word, head, marks.get(word[ID], ""))


def _label(word: list[str], head: list[str], mark: str) -> str:
    label, verb, below_verb = word[LABEL], word[UPOS] == "VERB", head[UPOS] == "VERB"
    after = int(word[ID]) > int(head[ID])
    if label == "advcl" and verb and "VerbForm=Part" in word[FEATS] and head[UPOS] in NOMINAL and after and not mark:
        return "acl"
    if label == "ccomp" and mark in ADVERBIAL:
        return "advcl"
    if label in ("ccomp", "xcomp") and "VerbForm=Inf" in word[FEATS]:
        return MISSING
    if label == "ccomp" and mark == "se":
        return MISSING
    if label == "expl" and word[FORM].lower() in ("si", "s'"):
        return MISSING
    if label == "amod" and after and head[UPOS] in ("VERB", "ADJ"):
        return MISSING
    if label == "parataxis" and verb and below_verb:
        return MISSING
    return MISSING if label == "dislocated" else label
