"""The condition that an event hangs on: the clause that a conjunction of condition opens."""

from analysis.extraction.modality_words import opens_condition, words_before
from analysis.language.lexicons import ModalityEntry
from analysis.language.words import Word


def opener(verb: Word) -> tuple[ModalityEntry, str] | None:
    """The conjunction of condition that opens the verb's own clause, and the text of that clause."""
    for child in verb.lefts:
        if child.dep_ in ("mark", "advmod", "cc", "case", "fixed") or child.pos_ in ("SCONJ", "ADP"):
            entry = opens_condition(child)
            if entry:
                return entry, _clause(verb, child)
    return None


def condition_of(verb: Word) -> str:
    """The text of the condition that hangs on a verb, a clause or "in caso di …", or ""."""
    for child in verb.children:
        if child.dep_ in ("advcl", "ccomp", "conj", "parataxis"):
            found = opener(child)
            if found:
                return found[1]
        if child.dep_ == "obl" and child.pos_ == "NOUN":
            found = words_before("before-noun", child)
            if found and found[0].modality == "possible":
                return verb.doc.text_of(found[1], child.right_edge.i + 1).strip(" ,.;:\n")
    return ""


def _clause(verb: Word, first: Word) -> str:
    """From the conjunction to the end of the clause's subtree, or to the end of its sentence's line."""
    return verb.doc.text_of(first.i, verb.right_edge.i + 1).strip(" ,.;:\n")
