"""The source–target pairs of a trigger: no cross product, both directions where the event is mutual."""

from analysis.extraction.frames import roles
from analysis.extraction.links import Link, Links
from analysis.extraction.triggers import Trigger

MOST_SIDES = 4  # of a mutual event among many
MOST_PAIRS = 12
_ACTORS = ("name", "demonym", "office", "pronoun", "description")


def pairs_of(trigger: Trigger, links: Links, known: set[str]) -> list[tuple[str, str]]:
    """(source, target) identifiers; one side "" where the text names one actor alone and the group allows it.

    known: every actor of the document; a veto falls in the Security Council, so the group's forum is the target where
    the document names it and the trigger no other.
    """
    found_sources, found_targets = roles(trigger, links)
    sources, targets = _ids(found_sources), _ids(found_targets)
    forum = trigger.group.forum
    if forum and forum in known and not targets:
        return [(source, forum) for source in sources[:1]]
    pairs = _mutual(sources, targets, links) if trigger.group.mutual else _directed(sources, targets, links)
    if pairs or trigger.group.both:
        return pairs
    if sources:
        return [(sources[0], "")]
    return [("", targets[0])] if targets else []


def _mutual(sources: list[str], targets: list[str], links: Links) -> list[tuple[str, str]]:
    state = links.state_of
    if len(sources) >= 2 and not targets or not sources:
        sides = list(dict.fromkeys(sources + targets))[:MOST_SIDES]
        return [(a, b) for a in sides for b in sides if state(a) != state(b)][:MOST_PAIRS]
    one_way = [(a, b) for a in sources for b in targets if state(a) != state(b)]
    return list(dict.fromkeys(one_way + [(b, a) for a, b in one_way]))[:MOST_PAIRS]


def _directed(sources: list[str], targets: list[str], links: Links) -> list[tuple[str, str]]:
    if len(sources) > 1 and len(targets) > 1:  # each pair is rarely meant
        sources = sources[:1]
    return [(a, b) for a in sources for b in targets if links.state_of(a) != links.state_of(b)]


def _ids(links: list[Link]) -> list[str]:
    return list(dict.fromkeys(link.actor_id for link in links if link.actor_id and link.kind in _ACTORS))
