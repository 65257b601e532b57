"""Who does it by a passive verb or a noun: "da X", "da parte di X", "da missili lanciati da X"."""

from analysis.extraction.doers import named_by
from analysis.extraction.links import Link, Links
from analysis.extraction.participants import actors_of
from analysis.extraction.passives import is_passive
from analysis.extraction.word_order import after_preposition
from analysis.language.sentences import sentence_end
from analysis.language.spans import by_preposition, preposition
from analysis.language.words import Word

PART_OF = 20
"""Tokens after an event in which "da parte di" says who did it."""


def agents(verb: Word, links: Links) -> list[Link]:
    """Who does it by a passive verb: "da X", "da parte di X", "da missili lanciati da X"."""
    for base, token in by_preposition(verb):
        if base == "da" and token.i > verb.i:
            sent = [child for child in token.children if child.dep_.startswith("acl") and is_passive(child)]
            found = named_by(token, links) or [link for child in sent for link in agents(child, links)]
            if found:
                return found
    return part_of(verb, links) or after_preposition(verb, ("da",), links) or _launchers(verb, links)


def _launchers(verb: Word, links: Links) -> list[Link]:
    """ "è stata colpita all'alba da due missili lanciati da X", where the missiles hang on another word."""
    for token in verb.doc[verb.i + 1 : min(sentence_end(verb), verb.i + 10)]:
        if (
            token.dep_.startswith("acl")
            and is_passive(token)
            and preposition(token.head) == "da"
            and token.head.i > verb.i
        ):
            return agents(token, links)
    return []


def signers(noun: Word, links: Links) -> list[Link]:
    """Who did what a noun names, by the participle beside it: "un attacco rivendicato da X", "accordi firmati da X"."""
    return [link for child in noun.children if child.dep_.startswith("acl") for link in agents(child, links)]


def part_of(token: Word, links: Links) -> list[Link]:
    """The actor of "da parte di X" soon after a token."""
    doc = token.doc
    for position in range(token.i + 1, min(sentence_end(token) - 2, token.i + PART_OF)):
        if doc[position].lower_ == "parte" and doc[position - 1].lower_ == "da":
            for after in doc[position + 2 : min(sentence_end(token), position + 6)]:
                if links.at(after) is not None or after.pos_ == "NOUN":
                    return actors_of(after, links, "people")
        if doc[position].pos_ == "VERB" and doc[position].morph.get("VerbForm") == ["Fin"]:
            return []
    return []


def is_part_of(token: Word) -> bool:
    """Does a nominal stand in "da parte di"?"""
    before = token.doc[max(0, token.i - 3) : token.i]
    return preposition(token) == "di" and any(t.lower_ == "parte" for t in before)
