"""Actors by the order of words, for where the parser attached a phrase to the wrong word."""

from spacy.tokens import Token

from analysis.extraction.links import Link, Links
from analysis.extraction.participants import actors_of, states_of_places
from analysis.language.spans import PREPOSITION

REACH = 14
"""Tokens to the right among which a phrase is sought."""
_STOPS = frozenset((";", ":", "che", "se", "mentre", "quando", "perché", "dopo", "prima", "secondo", "ma"))
_BEFORE_A_NOUN = ("DET", "ADJ", "NUM", "ADV", "ADP")
_DAYS = frozenset("lunedì martedì mercoledì giovedì venerdì sabato domenica oggi ieri domani".split())


def after_preposition(token: Token, bases: tuple[str, ...], links: Links, places: bool = False) -> list[Link]:
    """The actors of the nearest phrase to the right that begins with one of these prepositions and names any.

    places: a place will do, and stands for its state ("in visita a Mosca").
    """
    doc = token.doc
    for position in range(token.i + 1, min(token.sent.end - 1, token.i + 1 + REACH)):
        current = doc[position]
        if ends_clause(current):
            return []
        if PREPOSITION.get(current.lower_) in bases and current.pos_ != "VERB":
            head = _phrase_head(current, links)
            found = actors_of(head, links, "people") if head is not None else []
            if not found and places and head is not None:
                found = states_of_places(head, links)
            if found:
                return found
    return []


def bare_after(verb: Token, links: Links) -> list[Link]:
    """The actor named directly after a verb without a preposition, past adverbs and days ("ha difeso venerdì X")."""
    for current in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 6)]:
        link = links.at(current)
        if link is not None and link.start == current.i and link.kind in ("name", "office", "description"):
            return actors_of(current, links)
        if current.pos_ not in ("ADV", "DET") and current.lower_ not in _DAYS:
            return []
    return []


def ends_clause(token: Token) -> bool:
    """A finite verb, or a word or mark that opens another clause."""
    return token.lower_ in _STOPS or (
        token.pos_ in ("VERB", "AUX") and (token.morph.get("VerbForm") == ["Fin"] or bool(token.morph.get("Mood")))
    )


def _phrase_head(preposition: Token, links: Links) -> Token | None:
    """The noun or the linked word that a preposition introduces."""
    doc = preposition.doc
    for current in doc[preposition.i + 1 : min(preposition.sent.end, preposition.i + 6)]:
        if links.at(current) is not None and links.at(current).kind != "demonym":
            return current
        if current.pos_ in ("NOUN", "PROPN"):
            return current
        if current.pos_ not in _BEFORE_A_NOUN:
            return current if links.at(current) is not None else None
    return None
