"""Organs of government named as organisations: "il ministero degli Esteri di Prova", and for which state they act."""

from analysis.extraction.links import Link
from analysis.extraction.name_index import Match
from analysis.extraction.organisation_words import organisation_lexicon
from analysis.extraction.roles import OF
from analysis.language.words import Words
from analysis.registry import Registry


def organ_states(doc: Words, links: list[Link], registry: Registry) -> dict[str, str]:
    """Organs to their states: a demonym, a state's name or its capital stands in the name or beside it."""
    by_token = _by_token(links)
    states: dict[str, str] = {}
    for link in sorted(links):
        if _is_organ(doc, link):
            state = _state_inside(doc, link, by_token, registry) or _state_after(doc, link, by_token)
            if state:
                states.setdefault(link.actor_id, state)
    return states


def told_apart(doc: Words, links: list[Link], registry: Registry) -> list[Link]:
    """One identifier for each state's "ministero degli Esteri": the state's code is added where the name lacks it.

    Where it stands alone it is the only one that the text has given a state, else nobody's in particular.
    """
    by_token = _by_token(links)
    own = {}
    for link in links:
        if _is_organ(doc, link) and not _state_inside(doc, link, by_token, registry):
            state = _state_after(doc, link, by_token)
            own[link] = f"{link.actor_id}-{state.lower()}" if state else ""
    given: dict[str, set[str]] = {}
    for link, actor in own.items():
        if actor:
            given.setdefault(link.actor_id, set()).add(actor)
    changed = []
    for link in links:
        only = given.get(link.actor_id, set())
        actor = own.get(link, link.actor_id) or (min(only) if len(only) == 1 else link.actor_id)
        changed.append(link if actor == link.actor_id else link._replace(actor_id=actor))
    return changed


def _by_token(links: list[Link]) -> dict[int, Link]:
    """Demonyms go before the names that hold them."""
    ordered = sorted(links, key=lambda link: link.kind == "demonym")
    return {i: link for link in ordered if link.actor_id for i in range(link.start, link.end)}


def _is_organ(doc: Words, link: Link) -> bool:
    if link.kind != "name" or link.label != "ORG" or not link.rule_id.startswith(("ner:", "org:")):
        return False
    heads = organisation_lexicon().state_heads
    return heads.holds(doc[link.start].text) or doc.text_of(link.start, link.start + 2).lower() in heads.words


def _state_inside(doc: Words, link: Link, by_token: dict[int, Link], registry: Registry) -> str:
    within = range(link.start, link.end)
    demonyms = [by_token[i].actor_id for i in within if i in by_token and by_token[i].kind == "demonym"]
    names = registry_states(registry)
    return next(iter([*demonyms, *(names[doc[i].text] for i in within if doc[i].text in names)]), "")


def _state_after(doc: Words, link: Link, by_token: dict[int, Link]) -> str:
    if link.end >= len(doc):
        return ""
    beside = by_token.get(link.end)
    if beside is not None and (beside.kind == "demonym" or beside.label == "LOC") and ":" not in beside.actor_id:
        return beside.actor_id
    after = by_token.get(link.end + 1) if doc[link.end].text.lower() in OF else None
    named = after is not None and after.kind == "name" and ":" not in after.actor_id
    return after.actor_id if named else ""


def capitals_of_organs(doc: Words, links: list[Link], matches: list[Match]) -> list[Link]:
    """The links with the capital in "il ministero degli Esteri di Prova" as its government, not a place."""
    heads = organisation_lexicon().state_heads
    organs = {link.end for link in links if link.label == "ORG" and heads.holds(doc[link.start].text)}
    capitals = {match.start: match.actor for match in matches if match.how == "capital"}
    changed = []
    for link in links:
        organ = link.start - 1 in organs and doc[link.start - 1].text.lower() in OF
        if organ and not link.actor_id and link.start in capitals:
            link = link._replace(actor_id=capitals[link.start], rule_id="government:of-organ")
        changed.append(link)
    return changed


_states: list[tuple[Registry, dict[str, str]]] = []


def registry_states(registry: Registry) -> dict[str, str]:
    """Names and capitals of one word to their states; the last registry's are kept."""
    if not _states or _states[0][0] is not registry:
        names = {
            name: actor.id
            for actor in registry.actors.values()
            if actor.kind == "state"
            for name in (actor.name, *actor.aliases, *actor.capitals)
            if " " not in name
        }
        _states[:] = [(registry, names)]
    return _states[0][1]
