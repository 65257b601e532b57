"""The places of a verb's frame: subject, object, agent, prepositional phrases, as actors."""

from analysis.extraction.agents import agents, signers
from analysis.extraction.doers import asked, doers, elided, named_by
from analysis.extraction.links import Link, Links
from analysis.extraction.participants import actors_of, places_in, states_of_places
from analysis.extraction.passives import is_passive
from analysis.extraction.triggers import Trigger
from analysis.extraction.word_order import after_preposition, bare_after, both_sides, ends_clause
from analysis.language.sentences import sentence_end, sentence_start
from analysis.language.spans import (
    FAVOURING,
    PREPOSITION,
    TOWARDS,
    by_preposition,
    is_infinitive,
    objects,
    own_subject,
    verb_group,
)
from analysis.language.words import Word

_PREPOSITIONS = frozenset((*PREPOSITION.values(), TOWARDS, FAVOURING))
_TOWARDS = ("a", "con", "contro", "su", "da", "in", "verso", TOWARDS)
PLACE_TYPES = frozenset(("ASSAULT", "MOBILIZE", "RETREAT", "COERCE", "CONSULT"))
"""Types whose event takes place at its target: a place after the preposition stands for its state."""


def verb_place(place: str, trigger: Trigger, links: Links, passive: bool) -> list[Link]:
    """The actors at one place of the frame of a verb."""
    verb, noun = trigger.verb, trigger.noun
    if place == "subj":
        if passive:
            return agents(verb, links)
        return elided(verb, links) if object_after(trigger) is not None else doers(verb, links)
    if place == "agent":
        return agents(verb, links) if passive else []
    if place in ("obj", "obj-of"):
        return _objects(trigger, links, passive, place == "obj-of")
    if place == "dem" and noun is not None:
        return demonyms(noun, links)
    if place == "gen" and noun is not None:
        return [link for base, token in by_preposition(noun) if base == "di" for link in actors_of(token, links, True)]
    if place == "signed" and noun is not None:
        return signers(noun, links)
    if place == "posted" and noun is not None:
        return _posted(verb, noun, links)
    if place == "ccomp":
        return _asked_subjects(verb, links)
    if place in ("xcomp", "purpose"):
        return _inner_targets(verb, links)
    if place == "tra":
        sides = both_sides(verb, links) or (both_sides(noun, links) if noun is not None else [])
        return sides or _after_preposition(place, trigger, links)
    if place in _PREPOSITIONS:
        return _after_preposition(place, trigger, links)
    return []


def verb_order(place: str, trigger: Trigger, links: Links, passive: bool) -> list[Link]:
    """The same by the order of words, for where `verb_place` finds nothing at any place."""
    if place in ("obj", "obj-of") and not passive:
        return bare_after(trigger.verb, links)
    if place in _PREPOSITIONS:
        nested = [t for base, t in phrases_around(trigger.verb, trigger.noun) if base == place]
        found = next((x for token in nested if (x := actors_of(token, links, "people"))), [])
        return found or after_preposition(trigger.verb, (place,), links, _is_place(place, trigger))
    return []


def object_after(trigger: Trigger) -> Word | None:
    """A "subject" after a transitive verb that has no object: "Ha accusato la Russia …" opens with its verb."""
    verb = trigger.verb
    own = own_subject(verb)
    if (
        own is None
        or own.i < verb.i
        or trigger.noun is not None
        or trigger.group.target[:1] not in (("obj",), ("obj-of",))
    ):
        return None
    first = verb_group(verb).start
    opens = first == sentence_start(verb) or verb.doc[first - 1].lower_ in ("e", "ed", "poi", "inoltre", "ma", "\n")
    return own if opens and not objects(verb) and not is_passive(verb) else None


def _is_place(base: str, trigger: Trigger) -> bool:
    return trigger.group.type in PLACE_TYPES and base in ("a", "in", "su", "da", "verso")


def _objects(trigger: Trigger, links: Links, passive: bool, deep: bool) -> list[Link]:
    verb = trigger.verb
    if passive:
        who = own_subject(verb)
        if who is not None:
            found = actors_of(who, links, deep or "people")
            return found or (places_in(who, links) if trigger.group.type == "ASSAULT" else [])
        if verb.dep_.startswith("acl"):
            return actors_of(verb.head, links, deep or "people")
        return named_before(verb, links) or doers(verb, links)
    clitics = [
        link
        for child in verb.children
        if child.pos_ == "PRON" and not child.dep_.startswith("nsubj")
        for link in links.all_at(child)
        if link.kind == "pronoun"
    ]
    level = True if deep else "people"
    after = object_after(trigger)
    tokens = objects(verb) + ([after] if after is not None else [])
    found = clitics or [link for token in tokens for link in actors_of(token, links, level)]
    if not found and trigger.group.type == "ASSAULT":
        tokens += [trigger.noun] if trigger.noun is not None else []
        found = [link for token in tokens for link in places_in(token, links)]
    return found


def _posted(verb: Word, noun: Word, links: Links) -> list[Link]:
    """The state to which a diplomat is posted: "l'ambasciatore di X a Y", "convocato alla Farnesina"."""
    for base, token in [*by_preposition(verb), *by_preposition(noun)]:
        if base in ("a", "in", "presso"):
            found = actors_of(token, links) or states_of_places(token, links)
            if found:
                return found
    return []


def named_before(verb: Word, links: Links) -> list[Link]:
    """The actor before the comma that a participle follows: "ha rotto con X, accusata di …"."""
    doc, first = verb.doc, sentence_start(verb)
    if verb_group(verb).start != verb.i or verb.i < first + 2 or doc[verb.i - 1].text != ",":
        return []
    return [link for link in links.all_at(doc[verb.i - 2]) if link.actor_id and link.kind in ("name", "office")]


def _asked_subjects(verb: Word, links: Links) -> list[Link]:
    """The subject of what is demanded: "chiede che X si ritiri"."""
    for child in verb.children:
        if child.dep_ in ("ccomp", "xcomp", "advcl", "acl:relcl", "acl"):
            who = own_subject(child)
            if who is not None and who.i > verb.i:
                return named_by(who, links)
    # "insiste nella richiesta che X …", or a clause that the parser hung elsewhere
    opening = next((t for t in verb.doc[verb.i + 1 : min(sentence_end(verb), verb.i + 9)] if t.lower_ == "che"), None)
    if opening is None:
        return []
    for current in verb.doc[opening.i + 1 : min(sentence_end(verb), opening.i + 8)]:
        if ends_clause(current):
            return []
        if current.dep_.startswith("nsubj") or (links.at(current) is not None and links.at(current).kind == "name"):
            return named_by(current, links)
    return []


def _inner_targets(verb: Word, links: Links, depth: int = 3) -> list[Link]:
    """Whom the infinitive under a verb is about: "minaccia di attaccare X", "promette di fornire armi a X"."""
    near = [*verb.children, *(child for token in objects(verb) for child in token.children)]
    inner = [c for c in near if c.dep_ in ("xcomp", "ccomp", "advcl", "acl", "obl") and is_infinitive(c)]
    for child in inner:
        found = [link for token in objects(child) for link in actors_of(token, links, True)]
        if not found:
            phrases = [token for base, token in phrases_around(child, None) if base in _TOWARDS]
            levels = [(level, token) for level in ("people", True) for token in phrases]
            found = next((x for level, token in levels if (x := actors_of(token, links, level))), [])
        if not found and depth > 1:
            found = _inner_targets(child, links, depth - 1)
        if found:
            return found
    return []


def _after_preposition(base: str, trigger: Trigger, links: Links) -> list[Link]:
    verb, noun = trigger.verb, trigger.noun
    if base == "a":
        clitics = [x for c in verb.children if c.dep_ in ("iobj", "obl") and c.pos_ == "PRON" for x in links.all_at(c)]
        if clitics:
            return clitics
    near = [token for found, token in _phrases_of(verb, noun) if found == base]
    if trigger.group.type == "REQUEST":  # after "chiede a X di dare a Y" only X is asked
        end = min((c.i for c in verb.children if c.i > verb.i and is_infinitive(c)), default=sentence_end(verb))
        near = [token for token in near if token.i < end]
    found = [link for token in near for link in actors_of(token, links, "people")]
    if not found and near:
        found = actors_of(near[0], links, True)
    if not found and (_is_place(base, trigger) or (base, trigger.group.type) == ("a", "AID")):
        found = [link for token in near for link in places_in(token, links)]
    return found


def _phrases_of(verb: Word, noun: Word | None) -> list[tuple[str, Word]]:
    """Prepositional phrases of the verb and of its object."""
    found = by_preposition(verb)
    for token in [*objects(verb), *([noun] if noun is not None else [])]:
        found += by_preposition(token)
    found = [(base, token) for base, token in found if token.head.dep_ != "appos"]
    return sorted({token.i: (base, token) for base, token in found}.values(), key=lambda pair: pair[1].i)


def phrases_around(verb: Word, noun: Word | None) -> list[tuple[str, Word]]:
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


def demonyms(noun: Word, links: Links) -> list[Link]:
    """An adjective such as `russo` soon after a noun."""
    for token in noun.doc[noun.i + 1 : min(sentence_end(noun), noun.i + 4)]:
        found = [link for link in links.all_at(token) if link.kind == "demonym"]
        if found:
            return found
        if token.pos_ not in ("ADJ", "ADV", "VERB"):
            break
    return []


def where(verb: Word, links: Links) -> list[Link]:
    """The state in which somebody is arrested or sentenced, where nothing says by whom: "è stato arrestato in X"."""
    for base, token in by_preposition(verb):
        if base in ("a", "in"):
            found = states_of_places(token, links) or [x for x in links.all_at(token) if len(x.actor_id) == 3]
            if found:
                return found[:1]
    return []


def told(verb: Word, links: Links) -> list[Link]:
    """Whom a verb of asking addresses."""
    return asked(verb, verb.doc[sentence_end(verb) - 1], links)
