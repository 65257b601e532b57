"""The places of an event noun's frame: what stands beside it, and the subject of the light verb above it."""

from analysis.extraction.agents import agents, is_part_of, part_of, signers
from analysis.extraction.doers import asked, doers
from analysis.extraction.event_words import verb_lemma
from analysis.extraction.links import Link, Links
from analysis.extraction.participants import actors_of, places_in, words
from analysis.extraction.passives import is_passive
from analysis.extraction.triggers import Trigger, is_light
from analysis.extraction.verb_places import PLACE_TYPES, demonyms
from analysis.extraction.word_order import after_preposition, both_sides
from analysis.language.sentences import sentence_end
from analysis.language.spans import FAVOURING, PREPOSITION, TOWARDS, by_preposition, preposition
from analysis.language.words import Word

_PREPOSITIONS = frozenset((*PREPOSITION.values(), TOWARDS, FAVOURING))
_INTO = ("a", "in", "con", "da", "di")
_SUFFERED = frozenset(("ASSAULT", "COERCE"))
"""Types whose noun has after "di" the place where it happens, which stands for its state."""
_OWN = frozenset("suo sua suoi sue loro proprio propria propri proprie".split())


def noun_place(place: str, trigger: Trigger, links: Links) -> list[Link]:
    """The actors at one place of the frame of a noun."""
    noun = trigger.noun
    if place == "part":
        return part_of(noun, links)
    if place == "dem":
        return demonyms(noun, links)
    if place == "gen":
        return _nominals(trigger, ("di",), links)
    if place in ("light", "agent"):
        return _light_subject(noun, links)
    if place == "tra":
        return both_sides(noun, links)
    if place == "signed":
        return signers(noun, links)
    if place == "owner":
        return _owners(noun, links)
    if place in _PREPOSITIONS:
        return _nominals(trigger, (place,), links)
    return []


def _owners(noun: Word, links: Links) -> list[Link]:
    """ "la sua invasione": the subject of the clause, or whoever the pronoun was resolved to."""
    for child in noun.lefts:
        found = [link for link in links.all_at(child) if link.kind == "pronoun"]
        if found:
            return found
        if child.lower_ in _OWN:
            verb = verb_above(noun)
            return [x for x in doers(verb, links) if x.start < noun.i] if verb is not None else []
    return []


def verb_above(noun: Word) -> Word | None:
    """The verb of the clause a noun stands in, at most four steps up."""
    current = noun
    for _ in range(4):
        if current.head.i == current.i:
            return current if current.pos_ == "VERB" else None
        current = current.head
        if current.pos_ == "VERB":
            return current
    return None


def _nominals(trigger: Trigger, bases: tuple[str, ...], links: Links) -> list[Link]:
    """Actors in a noun's prepositional phrases; where it hangs on a light verb, in that verb's as well."""
    noun = trigger.noun
    found = by_preposition(noun)
    for _, inner in by_preposition(noun):
        if not links.at(inner):
            found += [pair for pair in by_preposition(inner) if pair[1].i - noun.i < 12]
    lent = noun.head.pos_ == "VERB" and noun.dep_ in ("obj", "nsubj:pass") and is_light(noun.head)
    if lent and bases != ("di",):
        found += by_preposition(noun.head)
    places = bases != ("con",) and trigger.group.type in (PLACE_TYPES if bases != ("di",) else _SUFFERED)
    near = [t for base, t in sorted(found, key=lambda pair: pair[1].i) if base in bases and t.i > noun.i]
    near = [token for token in near if not is_part_of(token)]
    for token in near:
        actors = actors_of(token, links, "people")
        if actors:
            return actors
    whole = [link for token in near[:1] for link in actors_of(token, links, True)] if "di" in bases else []
    return whole or next((found for token in near if places and (found := places_in(token, links))), [])


def noun_order(place: str, trigger: Trigger, links: Links) -> list[Link]:
    """A prepositional phrase by the order of words, for where `noun_place` finds nothing at any place."""
    if place not in _PREPOSITIONS or place == "tra":
        return []
    return after_preposition(trigger.noun, (place,), links, trigger.group.type in PLACE_TYPES and place != "con")


def _light_subject(noun: Word, links: Links) -> list[Link]:
    verb = noun.head
    if noun.dep_ == "conj":
        noun, verb = verb, verb.head
    if verb.pos_ != "VERB" or noun.dep_ not in ("obj", "nsubj:pass", "nsubj", "obl") or not is_light(verb):
        return []
    if noun.dep_ == "obl" and preposition(noun) not in _INTO:
        return []  # "ha lanciato … dopo la visita di Y"
    if is_passive(verb):
        return agents(verb, links)
    if noun.dep_ not in ("obj", "obl"):
        return []
    asking = verb_lemma(verb, words("told-with-a")) in words("told-with-a")
    told = asked(verb, noun.doc[sentence_end(noun) - 1], links) if asking else []
    return told or doers(verb, links)  # "ha chiesto a X sanzioni": X is to impose them


def clause_subject(noun: Word, links: Links) -> list[Link]:
    """The subject of the clause a noun stands in: "dopo un colloquio con X, Y ha detto"."""
    verb = verb_above(noun)
    return [link for link in doers(verb, links) if link.start != noun.i] if verb is not None else []


def doer_genitive(noun: Word) -> bool:
    """Does the "di" of this noun name who acts ("l'attacco di Mosca")?"""
    return noun.lower_ in words("doer-genitive")
