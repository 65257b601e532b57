"""Offices and organs that stand for a person or a state: "il presidente russo", "il governo moldavo"."""

from dataclasses import replace

from spacy.tokens import Doc

from analysis.extraction.links import Link
from analysis.extraction.name_index import Match
from analysis.extraction.organisation_words import organisation_lexicon
from analysis.extraction.role_words import role_lexicon
from analysis.extraction.roles import OF, is_former, role_phrase
from analysis.registry import Registry


def office_links(doc: Doc, by_token: dict[int, Link], registry: Registry, published: str) -> list[Link]:
    """ "il presidente russo" as the person in office that day; organs and other office-holders as their state."""
    words = role_lexicon()
    made, done = [], -1
    for token in doc:
        if token.i < done or token.i in by_token:
            continue
        for heads in (words.office_roles, words.organs):
            phrase = role_phrase(doc, token.i, by_token, heads)
            if phrase is None or not phrase.org:
                continue
            # the leader of a party speaks for it, "le autorità" of a region for nobody else
            known = phrase.org in registry.actors and heads is words.office_roles
            if phrase.org.startswith("org:") and not known:
                continue
            follower = by_token.get(phrase.end)
            comma = phrase.end < len(doc) and doc[phrase.end].text == ","
            apposition = by_token.get(phrase.end + 1) if comma else None
            if any(link is not None and link.label == "PER" for link in (follower, apposition)):
                break
            if heads is words.office_roles and is_former(doc, token.i):
                break
            held = registry.holders(phrase.org, phrase.title, published) if heads is words.office_roles else []
            people = sorted({office.person_id for office in held})
            if len(people) == 1:
                made.append(Link(phrase.start, phrase.end, people[0], "office", "PER", held[0].id))
            else:
                made.append(Link(phrase.start, phrase.end, phrase.org, "description", "", heads.id))
            done = phrase.end
            break
    return made


def organ_states(doc: Doc, links: list[Link], registry: Registry) -> dict[str, str]:
    """Organisations whose head noun is an organ of a state, with that state's demonym, name or capital in or beside."""
    by_token = {i: link for link in links if link.actor_id for i in range(link.start, link.end)}
    demonyms = {i: link for link in links if link.kind == "demonym" for i in range(link.start, link.end)}
    inner = registry_states(registry)
    states: dict[str, str] = {}
    for link in sorted(links):
        if link.kind != "name" or link.label != "ORG" or not link.rule_id.startswith(("ner:", "org:")):
            continue
        words, two = organisation_lexicon().state_heads, doc[link.start : link.start + 2].text.lower()
        if not words.holds(doc[link.start].text) and two not in words.words:
            continue
        near = [demonyms[i].actor_id for i in range(link.start, min(len(doc), link.end + 1)) if i in demonyms]
        near += [inner[token.text] for token in doc[link.start : link.end] if token.text in inner]
        after = by_token.get(link.end + 1) if link.end < len(doc) and doc[link.end].text.lower() in OF else None
        if after is not None and after.kind == "name" and ":" not in after.actor_id:
            near.append(after.actor_id)
        if near:
            states.setdefault(link.actor_id, near[0])
    return states


def capitals_of_organs(doc: Doc, links: list[Link], matches: list[Match]) -> list[Link]:
    """The links with the capital in "il ministero degli Esteri di Prova" as its government, wherever else it is a place."""
    heads = organisation_lexicon().state_heads
    organs = {link.end for link in links if link.label == "ORG" and heads.holds(doc[link.start].text)}
    capitals = {match.start: match.actor for match in matches if match.how == "capital"}
    changed = []
    for link in links:
        organ = link.start - 1 in organs and doc[link.start - 1].text.lower() in OF
        if organ and not link.actor_id and link.start in capitals:
            link = replace(link, actor_id=capitals[link.start], rule_id="government:of-organ")
        changed.append(link)
    return changed


def registry_states(registry: Registry) -> dict[str, str]:
    """Names and capitals of one word to their states."""
    return {
        name: actor.id
        for actor in registry.actors.values()
        if actor.kind == "state"
        for name in (actor.name, *actor.aliases, *actor.capitals)
        if " " not in name
    }
