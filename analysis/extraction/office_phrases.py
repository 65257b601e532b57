"""Offices and organs that stand for a person or a state: "il presidente russo", "il governo moldavo"."""

from functools import cache

from analysis.extraction.links import Link
from analysis.extraction.role_words import role_lexicon
from analysis.extraction.roles import is_former, role_phrase
from analysis.language.words import Words
from analysis.registry import Registry


def office_links(doc: Words, by_token: dict[int, Link], registry: Registry, published: str) -> list[Link]:
    """ "il presidente russo" as the person in office that day; organs and other office-holders as their state."""
    words = role_lexicon()
    made, done = [], -1
    for token in doc:
        if token.lower_ not in _openings() or token.i < done or token.i in by_token:
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


@cache
def _openings() -> frozenset[str]:
    """First words of offices and organs."""
    words = role_lexicon()
    return frozenset(entry.split(" ")[0] for entry in words.office_roles.words | words.organs.words)
