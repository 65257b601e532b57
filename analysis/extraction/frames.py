"""Who is the source and who the target of a trigger: the places of its frame, then the fallbacks."""

from dataclasses import dataclass

from analysis.extraction.agents import agents
from analysis.extraction.doers import doers
from analysis.extraction.links import Link, Links
from analysis.extraction.noun_places import clause_subject, doer_genitive, noun_order, noun_place, verb_above
from analysis.extraction.passives import is_passive
from analysis.extraction.role_fallbacks import FALLBACKS
from analysis.extraction.triggers import Trigger
from analysis.extraction.unnamed_groups import group_source, group_target
from analysis.extraction.verb_places import told, verb_order, verb_place, where
from analysis.extraction.word_order import both_sides
from analysis.language.lexicons import EventGroup
from analysis.language.spans import FAVOURING, TOWARDS, is_participle, preposition
from analysis.language.words import Word

_PLAIN = frozenset(("a", "contro", "verso", "su", "con", "per"))
_FRIENDLY = frozenset(("SUPPORT", "AID", "AGREE", "COOPERATE", "CONCEDE", "RETREAT"))


@dataclass(frozen=True)
class Roles:
    """Sources and targets of a trigger, either may be empty; `rule` names the fallback that completed them, `mutual`
    says that the two act on each other.
    """

    sources: list[Link]
    targets: list[Link]
    rule: str = ""
    mutual: bool = False


def roles(trigger: Trigger, links: Links) -> Roles:
    """Sources and targets by the frame; where it leaves the target open, by the fallbacks."""
    found = _noun_roles(trigger, links) if trigger.verb is None else _verb_roles(trigger, links)
    if found.mutual and found.targets and not found.sources and _nominal(trigger):
        subject = clause_subject(trigger.noun if trigger.verb is None else trigger.verb.head, links)
        return Roles(subject, found.targets, "clause-subject", True) if subject else found
    if found.targets and not found.sources and _accused_aside(trigger):
        named = {links.state_of(link.actor_id) for link in found.targets}
        subject = [x for x in doers(_blaming(trigger.verb), links) if links.state_of(x.actor_id) not in named]
        return Roles(subject, found.targets, "clause-subject") if subject else found
    if not found.sources and _gathering(trigger):
        found = Roles(clause_subject(trigger.noun, links), found.targets)
    if found.sources and not found.targets:
        for rule, find in FALLBACKS:
            targets = find(trigger, found.sources, links)
            if targets:
                return Roles(found.sources, targets, rule, found.mutual)
    return found if found.sources and found.targets else _with_groups(trigger, found, links)


def _with_groups(trigger: Trigger, found: Roles, links: Links) -> Roles:
    """A side that is still open, where an unnamed group fills it; never two of them."""
    if not (found.sources or found.targets):
        return found
    sources = found.sources or group_source(trigger, links)
    return Roles(sources, found.targets or group_target(trigger, links), found.rule, found.mutual)


def _gathering(trigger: Trigger) -> bool:
    """A protest for which the subject of the clause comes together ("sono scesi in piazza per una manifestazione")."""
    return trigger.verb is None and trigger.group.type == "PROTEST" and preposition(trigger.noun) == "per"


def _accused_aside(trigger: Trigger) -> bool:
    """A participle of blame after a comma, which the subject of the clause utters ("ha espulso i diplomatici di X,
    accusati di …").
    """
    verb = trigger.verb
    if verb is None or trigger.group.type != "ACCUSE" or verb.i == 0 or verb.nbor(-1).text != ",":
        return False
    hangs = is_participle(verb) and verb.dep_.startswith(("acl", "advcl", "amod"))
    return hangs and _blaming(verb).i != verb.i


def _blaming(participle: Word) -> Word:
    """The verb of the clause in which somebody is described as accused, after it; else the participle itself."""
    if participle.head.pos_ in ("VERB", "AUX"):
        return participle.head
    above = verb_above(participle.head)
    return above if above is not None and above.i < participle.head.i else participle


def _nominal(trigger: Trigger) -> bool:
    """A noun, or a participle that belongs to one ("un accordo firmato con X")."""
    return trigger.verb is None or (trigger.verb.dep_.startswith("acl") and is_passive(trigger.verb))


def _target_places(group: EventGroup) -> tuple[str, ...]:
    """Those of the group and, before the first plain preposition among them, "nei confronti di" and its like."""
    if not _PLAIN & set(group.target):
        return group.target
    first = next(i for i, place in enumerate(group.target) if place in _PLAIN)
    more = (TOWARDS, FAVOURING) if group.type in _FRIENDLY else (TOWARDS,)
    return (*group.target[:first], *more, *group.target[first:])


def _verb_roles(trigger: Trigger, links: Links) -> Roles:
    verb, group = trigger.verb, trigger.group
    passive = is_passive(verb)
    sources = _first(group.source, lambda place: verb_place(place, trigger, links, passive))
    if not sources and passive:
        sources = agents(verb, links)
        if not sources and group.type == "COERCE":
            sources = where(verb, links)
    taken = {link.actor_id for link in sources}

    def free(found: list[Link]) -> list[Link]:
        return [link for link in found if link.actor_id not in taken or group.mutual]

    sides = both_sides(trigger.noun, links) if group.mutual and trigger.noun is not None else []
    doing = {links.state_of(link.actor_id) for link in sources}
    if sides and (len(doing) != 1 or doing <= {links.state_of(link.actor_id) for link in sides}):
        return Roles(sides, [], mutual=True)
    target_places = _target_places(group)
    targets = sides or _first(target_places, lambda place: free(verb_place(place, trigger, links, passive)))
    if not targets and group.type == "REQUEST" and not passive:
        targets = free(told(verb, links))
    if not targets:
        targets = _first(target_places, lambda place: free(verb_order(place, trigger, links, passive)))
    return Roles(sources, targets, mutual=group.mutual)


def _first(places: tuple[str, ...], find) -> list[Link]:
    for place in places:
        found = find(place)
        if found:
            return found
    return []


def _noun_roles(trigger: Trigger, links: Links) -> Roles:
    group = trigger.group
    sides = both_sides(trigger.noun, links)
    if len(sides) > 1 and "tra" not in group.target:
        return Roles(sides, [], mutual=True)
    source_places, target_places = group.source, _target_places(group)
    if doer_genitive(trigger.noun) and "gen" in target_places:
        target_places = tuple(place for place in target_places if place != "gen")
        source_places = (*(place for place in source_places if place not in ("light", "agent")), "gen", "light")
    sources = _first(source_places, lambda place: noun_place(place, trigger, links))
    start = {link.start for link in sources}

    def free(found: list[Link]) -> list[Link]:
        return [link for link in found if link.start not in start]

    targets = _first(target_places, lambda place: free(noun_place(place, trigger, links)))
    if not targets:
        targets = _first(target_places, lambda place: free(noun_order(place, trigger, links)))
    return Roles(sources, targets, mutual=group.mutual)
