"""Groups without a name ("i ribelli", "tre società") where the text says nothing of the state they belong to."""

from analysis.extraction.links import Link, Links
from analysis.extraction.participants import actors_of, words
from analysis.extraction.passives import is_passive
from analysis.extraction.triggers import Trigger
from analysis.language.spans import by_preposition, conjuncts, objects, own_subject
from analysis.language.words import Word
from analysis.tables import slug

RULE = "role:group"
_PLACES = ("a", "contro", "su", "da")


def group_source(trigger: Trigger, links: Links) -> list[Link]:
    """The unnamed group that is the subject of an active verb or the agent of a passive one."""
    verb = trigger.verb
    if verb is None:
        return []
    if is_passive(verb):
        return _first([token for base, token in by_preposition(verb) if base == "da" and token.i > verb.i], links)
    own = own_subject(verb)
    return _first([own] if own is not None else [], links)


def group_target(trigger: Trigger, links: Links) -> list[Link]:
    """The unnamed group on which a verb acts: its object, its subject in the passive, its phrases by the frame."""
    verb, places = trigger.verb, trigger.group.target
    if verb is None:
        return _first([t for base, t in by_preposition(trigger.noun) if base in places and base in _PLACES], links)
    if is_passive(verb):
        own = own_subject(verb)
        return _first([own] if own is not None and {"obj", "obj-of"} & set(places) else [], links)
    near = objects(verb) if trigger.group.mutual or {"obj", "obj-of", "dem", "gen"} & set(places) else []
    phrases = by_preposition(verb)
    for token in objects(verb):
        phrases += by_preposition(token)
    near += [token for base, token in phrases if base in places and base in _PLACES]
    return _first(near, links)


def _first(tokens: list[Word], links: Links) -> list[Link]:
    """The groups of the first of these nominals that is one and names nobody."""
    for token in tokens:
        found = [t for t in conjuncts(token) if t.lower_ in words("groups") and not actors_of(t, links, True)]
        if found:
            return [Link(t.i, t.i + 1, f"group:{slug(t.text)}", "description", "", RULE) for t in found]
    return []
