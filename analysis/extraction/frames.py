"""Who is the source and who the target of a trigger: the places of its frame, read off the syntax."""

from spacy.tokens import Token

from analysis.extraction.links import Link, Links
from analysis.extraction.participants import actors_of
from analysis.extraction.triggers import Trigger, is_light
from analysis.language.spans import (
    PREPOSITION,
    by_preposition,
    is_infinitive,
    objects,
    own_subject,
    preposition,
    subject,
    verb_group,
)

_PREPOSITIONS = frozenset(PREPOSITION.values())


def roles(trigger: Trigger, links: Links) -> tuple[list[Link], list[Link]]:
    """Sources and targets; either may be empty."""
    if trigger.verb is None:
        return _noun_roles(trigger, links)
    return _verb_roles(trigger, links)


def _verb_roles(trigger: Trigger, links: Links) -> tuple[list[Link], list[Link]]:
    verb, group = trigger.verb, trigger.group
    passive = _is_passive(verb)
    sources = _first(group.source, lambda place: _verb_place(place, trigger, links, passive, True))
    targets = _first(group.target, lambda place: _verb_place(place, trigger, links, passive, False))
    if not sources and passive:
        sources = _verb_place("agent", trigger, links, passive, True)
    taken = {link.actor_id for link in sources}
    return sources, [link for link in targets if link.actor_id not in taken or group.mutual]


def _first(places: tuple[str, ...], find) -> list[Link]:
    for place in places:
        found = find(place)
        if found:
            return found
    return []


def _is_passive(verb: Token) -> bool:
    group = verb_group(verb)
    bare = verb.dep_.startswith("acl") and verb.morph.get("VerbForm") == ["Part"] and not group.perfect
    return group.passive or bare


def _controlled_subject(verb: Token) -> Token | None:
    """The subject of an infinitive under a verb that asks somebody to do something is whoever is asked."""
    head = verb.head
    own = own_subject(verb)
    if own is None and is_infinitive(verb) and head.pos_ == "VERB" and head.lemma_.lower() in _ASKING:
        for token in objects(head):
            return token
        for base, token in by_preposition(head):
            if base == "a" and token.i < verb.i:
                return token
        return None
    return subject(verb)


_ASKING = frozenset(
    (
        "esortare invitare chiedere raccomandare suggerire consigliare intimare ordinare sollecitare imporre "
        "impedire permettere consentire vietare costringere spingere proporre spronare aiutare"
    ).split()
)


def _verb_place(place: str, trigger: Trigger, links: Links, passive: bool, source: bool) -> list[Link]:
    verb, noun = trigger.verb, trigger.noun
    if place == "subj":
        if passive:
            return _agents(verb, links)
        who = _controlled_subject(verb)
        if who is None:
            own = links.at(verb)
            return [own] if own is not None and own.kind == "pronoun" else []
        return actors_of(who, links, "people")
    if place == "agent":
        return _agents(verb, links) if passive else []
    if place in ("obj", "obj-of"):
        deep = place == "obj-of"
        if passive:
            who = subject(verb)
            return actors_of(who, links, deep) if who is not None else []
        found = [link for token in objects(verb) if token is not noun for link in actors_of(token, links, deep)]
        return found
    if place == "dem" and noun is not None:
        return _demonyms(noun, links)
    if place == "gen" and noun is not None:
        return _nominals(noun, ("di",), links)
    if place == "ccomp":
        return [
            link
            for child in verb.children
            if child.dep_ in ("ccomp", "xcomp", "advcl")
            for who in [own_subject(child)]
            if who is not None
            for link in actors_of(who, links, True)
        ]
    if place in ("xcomp", "purpose"):
        near = [*verb.children, *(c for o in objects(verb) for c in o.subtree)][:25]
        inner = [c for c in near if c.dep_ in ("xcomp", "ccomp", "advcl", "acl", "obl") and is_infinitive(c)]
        found = [link for c in inner for o in objects(c) for link in actors_of(o, links, True)]
        for child in inner if not found else ():
            found = [
                x for b, t in _around(child, None) if b in ("a", "con", "contro", "su") for x in actors_of(t, links)
            ]
            if found:
                break
        return found
    if place in _PREPOSITIONS:
        near = [token for base, token in _around(verb, noun) if base == place]
        found = [link for token in near for link in actors_of(token, links)]
        return found or [link for token in near[:1] for link in actors_of(token, links, place != "in")]
    return []


def _around(verb: Token, noun: Token | None) -> list[tuple[str, Token]]:
    """Prepositional phrases of the verb, of its object and of what hangs on the object: the parser often attaches
    to the wrong one of them.
    """
    found = by_preposition(verb)
    for token in [*objects(verb), *([noun] if noun is not None else [])]:
        direct = by_preposition(token)
        found += direct
        for _, inner in direct:
            found += by_preposition(inner)
    for _, token in by_preposition(verb):
        found += [pair for pair in by_preposition(token) if pair[0] in ("a", "con", "contro")]
    unique = {token.i: (base, token) for base, token in found}
    return [unique[position] for position in sorted(unique)]


def _agents(verb: Token, links: Links) -> list[Link]:
    for base, token in by_preposition(verb):
        if base == "da" and token.i > verb.i:
            found = actors_of(token, links, "people")
            if found:
                return found
    return part_of(verb, links)


def _noun_roles(trigger: Trigger, links: Links) -> tuple[list[Link], list[Link]]:
    noun, group = trigger.noun, trigger.group
    used: set[int] = set()
    sources = _first(group.source, lambda place: _noun_place(place, noun, links, used))
    start = {link.start for link in sources}
    targets = _first(
        group.target, lambda place: [x for x in _noun_place(place, noun, links, used) if x.start not in start]
    )
    return sources, targets


def _noun_place(place: str, noun: Token, links: Links, used: set[int]) -> list[Link]:
    if place == "part":
        return part_of(noun, links)
    if place == "dem":
        return _demonyms(noun, links)
    if place == "gen":
        return _nominals(noun, ("di",), links)
    if place in ("light", "agent"):
        return _light_subject(noun, links)
    if place == "tra":
        return _between(noun, links)
    if place == "signed":
        return [x for c in noun.children if c.dep_.startswith("acl") for x in _agents(c, links)]
    if place == "owner":
        for child in noun.lefts:
            link = links.at(child)
            if link is not None and link.kind == "pronoun":
                return [link]
            if child.lower_ in ("sua", "suo", "loro"):
                verb = _verb_above(noun)
                who = subject(verb) if verb is not None else None
                return actors_of(who, links) if who is not None and who.i < noun.i else []
        return []
    if place in _PREPOSITIONS:
        return _nominals(noun, (place,), links)
    return []


def _between(noun: Token, links: Links) -> list[Link]:
    """Both sides of "tra A e B", read in the order of words; "tra i due paesi" is the last two states named."""
    doc, end = noun.doc, noun.sent.end
    opening = next((i for i in range(noun.i + 1, min(end, noun.i + 8)) if doc[i].lower_ in ("tra", "fra")), None)
    if opening is None or any(doc[i].pos_ in ("VERB", "AUX") or doc[i].text == "," for i in range(noun.i + 1, opening)):
        return []
    if any(doc[i].lower_ == "due" for i in range(opening + 1, min(end, opening + 3))):
        return _last_two(noun, links)
    sides: dict[str, Link] = {}
    for position in range(opening + 1, min(end, opening + 20)):
        token = doc[position]
        link = links.at(token)
        if link is not None and link.actor_id:
            state = links.state_of(link.actor_id)
            if state not in sides or link.actor_id.startswith("person:"):
                sides[state] = link
        elif token.pos_ in ("VERB", "AUX", "SCONJ") or token.text in (";", ":", "("):
            break
        elif len(sides) >= 2 and token.text != "," and token.pos_ not in ("CCONJ", "DET", "NOUN", "ADJ", "PROPN"):
            break
    return sorted(sides.values()) if len(sides) >= 2 else []


def _last_two(noun: Token, links: Links) -> list[Link]:
    found: dict[str, Link] = {}
    for position in range(noun.i - 1, max(-1, noun.i - 80), -1):
        link = links.at(noun.doc[position])
        state = links.state_of(link.actor_id) if link is not None and link.actor_id else ""
        if state and len(state) == 3:
            found.setdefault(state, link)
        if len(found) == 2:
            return sorted(found.values())
    return []


def _verb_above(noun: Token) -> Token | None:
    current = noun
    for _ in range(4):
        if current.head.i == current.i:
            return current if current.pos_ == "VERB" else None
        current = current.head
        if current.pos_ == "VERB":
            return current
    return None


def _nominals(noun: Token, bases: tuple[str, ...], links: Links) -> list[Link]:
    """Actors in a noun's prepositional phrases; where it hangs on a light verb, in that verb's as well."""
    found = by_preposition(noun)
    for _, inner in by_preposition(noun):
        if not links.at(inner):
            found += [pair for pair in by_preposition(inner) if pair[1].i - noun.i < 12]
    if noun.head.pos_ == "VERB" and noun.dep_ in ("obj", "nsubj:pass") and bases != ("di",) and is_light(noun.head):
        found += by_preposition(noun.head)
    for base, token in sorted(found, key=lambda pair: pair[1].i):
        if base in bases and token.i > noun.i:
            if base == "di" and preposition(token) == "di" and _is_part(token):
                continue
            actors = actors_of(token, links)
            if actors:
                return actors
    return []


def _is_part(token: Token) -> bool:
    doc = token.doc
    return any(doc[i].lower_ == "parte" for i in range(max(0, token.i - 3), token.i))


def _demonyms(noun: Token, links: Links) -> list[Link]:
    doc = noun.doc
    for position in range(noun.i + 1, min(noun.sent.end, noun.i + 4)):
        token = doc[position]
        link = links.at(token)
        if link is not None and link.kind == "demonym":
            return [link]
        if token.pos_ not in ("ADJ", "ADV", "VERB"):
            break
    return []


def _light_subject(noun: Token, links: Links) -> list[Link]:
    verb = noun.head
    if verb.pos_ != "VERB" or noun.dep_ not in ("obj", "nsubj:pass", "nsubj") or not is_light(verb):
        return []
    if _is_passive(verb):
        return _agents(verb, links)
    who = _controlled_subject(verb) if noun.dep_ == "obj" else None
    return actors_of(who, links) if who is not None and who.i != noun.i else []


def part_of(token: Token, links: Links) -> list[Link]:
    """The actor of "da parte di X" soon after a token."""
    doc = token.doc
    for position in range(token.i + 1, min(token.sent.end - 2, token.i + 14)):
        if doc[position].lower_ == "parte" and doc[position - 1].lower_ == "da":
            for after in range(position + 2, min(token.sent.end, position + 6)):
                link = links.at(doc[after])
                if link is not None:
                    return [link]
                if doc[after].pos_ in ("NOUN",):
                    return actors_of(doc[after], links)
        if doc[position].pos_ == "VERB" and doc[position].morph.get("VerbForm") == ["Fin"]:
            return []
    return []
