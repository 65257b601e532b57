"""From the sources and targets of a trigger to the pairs that the text means."""

from analysis.extraction.event_words import noun_lemma
from analysis.extraction.frames import Roles, roles
from analysis.extraction.links import Link, Links
from analysis.extraction.participants import words
from analysis.extraction.triggers import Trigger

_ACTORS = ("name", "demonym", "office", "pronoun", "description")
_WITHIN = frozenset(("REJECT", "REQUEST", "PROTEST", "ACCUSE", "THREATEN", "COERCE", "CONCEDE", "ASSAULT"))
SIDES = 4  # sides of a mutual event that are paired with each other
MOST = 12  # pairs of one trigger


def pairs_of(trigger: Trigger, links: Links, known: set[str]) -> tuple[list[tuple[str, str]], str]:
    """(source, target) identifiers and the fallback that gave the target; one side "" only where the group allows one
    actor alone. `known`: the actors that the document names.
    """
    found = roles(trigger, links)
    return _in_forum(_pairs(trigger, found, links), trigger, found, known), found.rule


def _pairs(trigger: Trigger, found: Roles, links: Links) -> list[tuple[str, str]]:
    sources, targets = _ids(found.sources), _ids(found.targets)
    state = links.state_of
    if found.rule == "at-home":
        pairs = [(sources[0], targets[0])]
    elif _goes_both_ways(trigger, found) or _to_each_other(trigger, sources, targets, links):
        everyone = list(dict.fromkeys(sources + targets))
        if (len(sources) >= 2 and not targets) or not sources:
            everyone = everyone[:SIDES]
            pairs = [(a, b) for a in everyone for b in everyone if state(a) != state(b)]
        else:
            sides = [(a, b) for a in sources for b in targets if state(a) != state(b)]
            pairs = sides + [(b, a) for a, b in sides]
        pairs = pairs[:MOST]
    else:
        if len(sources) > 1 and len(targets) > 1:  # each pair is rarely meant
            sources = sources[:1]
        pairs = [(a, b) for a in sources for b in targets if state(a) != state(b)]
        pairs = pairs or _within_a_state(trigger, sources, targets, links)
    if pairs or trigger.group.both:
        return list(dict.fromkeys(pairs))
    if sources:
        return [(sources[0], "")]
    return [("", targets[0])] if targets else []


def _goes_both_ways(trigger: Trigger, found: Roles) -> bool:
    """What takes two, or what both sides do to each other, though it takes one alone ("attacchi tra X e Y")."""
    between = found.mutual and len(found.sources) > 1 and not found.targets
    return (trigger.group.mutual and found.rule != "treaty") or between


def _within_a_state(trigger: Trigger, sources: list[str], targets: list[str], links: Links) -> list[tuple[str, str]]:
    """A state and one of its people or organs against each other: "i ribelli di X hanno respinto l'appello del
    presidente Y".
    """
    if trigger.group.type not in _WITHIN:
        return []
    alike = [(a, b) for a in sources[:1] for b in targets[:1] if a != b and links.state_of(a) == links.state_of(b)]
    return [(a, b) for a, b in alike if len(links.state_of(a)) == 3]


def _to_each_other(trigger: Trigger, sources: list[str], targets: list[str], links: Links) -> bool:
    """ "Roma e Atene si sono impegnate a …": two sides that promise, and nobody else to whom, promise each other; so
    with relations that two sides break off.
    """
    states = {links.state_of(source) for source in sources}
    shared = trigger.noun is not None and noun_lemma(trigger.noun) in words("shared")
    return (trigger.group.type == "AGREE" or shared) and not targets and len(states) == 2


def _in_forum(pairs, trigger: Trigger, found: Roles, known: set[str]) -> list[tuple[str, str]]:
    """A veto falls in the Security Council: the group's forum is the target where the document names it and the
    trigger no other.
    """
    forum = trigger.group.forum
    if not forum or forum not in known or any(target for _, target in pairs):
        return pairs
    sources = [source for source, _ in pairs] or _ids(found.sources)
    return [(source, forum) for source in sources[:1]]


def _ids(links: list[Link]) -> list[str]:
    return list(dict.fromkeys(link.actor_id for link in links if link.actor_id and link.kind in _ACTORS))
