"""Which verbs are passive: by the verb group, by a participle alone, not by a state of mind."""

from analysis.extraction.doers import joined_to
from analysis.extraction.event_words import verb_lemma
from analysis.extraction.participants import words
from analysis.language.spans import is_infinitive, verb_group
from analysis.language.words import Word


def is_passive(verb: Word) -> bool:
    """A passive verb group, or a participle without an auxiliary; a reflexive verb is neither, nor one that takes
    `essere` in the active ("è arrivata"), nor a state of mind ("è disposto a").
    """
    group = verb_group(verb)
    if group.reflexive or _is_state(verb) or (not group.passive and joined_to(verb) is not None):
        return False
    if verb_lemma(verb, words("never-passive")) in words("never-passive"):
        return False  # "è arrivata", "è pronto"
    return group.passive or (verb.morph.get("VerbForm") == ["Part"] and not group.perfect and not group.modal)


def _is_state(verb: Word) -> bool:
    """ "è pronto a firmare", "è disposta a inviare": an adjective in the form of a participle."""
    been = any(c.dep_.startswith("aux") and c.lower_.startswith("stat") for c in verb.lefts)
    if been or verb.lemma_.lower() in words("object-control"):
        return False
    to = [c for c in verb.children if c.i > verb.i and is_infinitive(c) and c.dep_ in ("ccomp", "xcomp", "advcl")]
    return any(mark.lower_ in ("a", "ad") for child in to for mark in child.lefts)
