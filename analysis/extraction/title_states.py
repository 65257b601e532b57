"""States for which persons act whose title stands alone before the name: "il presidente X", "il premier Y"."""

from collections.abc import Mapping

from analysis.extraction.links import Link
from analysis.extraction.participants import words
from analysis.extraction.word_order import is_bare
from analysis.language.words import Passage, Words
from analysis.registry import Registry

_BESIDE = 3
"""Tokens before a name within which its title stands."""


def title_states(doc: Words, links: list[Link], registry: Registry, states: Mapping[str, str]) -> dict[str, str]:
    """States by person, for those who have none yet.

    The state is the only one in which the registry gives the person an office on any day; else the one that opens the
    sentence as its subject; else the one state that this sentence so far and the one before name whose head the text
    does not give elsewhere.
    """
    offices = registry.states_served
    heads = {
        link.actor_id for link in links if link.actor_id in states and (link.actor_id in offices or _titled(doc, link))
    }
    headed = {states[person] for person in heads}
    by_token = {position: link for link in sorted(links) for position in range(link.start, link.end)}
    found: dict[str, str] = {}
    for link in sorted(links):
        person = link.actor_id
        if person in states or person in found or not _titled(doc, link):
            continue
        held = offices.get(person, ())
        state = min(held) if len(held) == 1 else "" if held else _around(doc, link, by_token, headed)
        if state:
            found[person] = state
    return found


def _titled(doc: Words, link: Link) -> bool:
    """A person with the title of a head of state or government directly before the name."""
    if link.kind != "name" or not link.actor_id.startswith("person:"):
        return False
    before = [token.lower_ for token in doc[max(0, link.start - _BESIDE) : link.start]]
    return before[-1:] != [] and (before[-1] in words("head-title") or before[-2:] == ["primo", "ministro"])


def _around(doc: Words, link: Link, by_token: Mapping[int, Link], headed: set[str]) -> str:
    sentence = doc[link.start].sent
    here = _states(doc[sentence.start : link.start], by_token)
    if here and is_bare(doc[here[0].start]) and here[0].kind == "name" and here[0].start - sentence.start < 2:
        return here[0].actor_id
    before = doc[sentence.start - 1].sent if sentence.start and "\n" not in doc[sentence.start - 1].text else None
    named = here + (_states(before, by_token) if before is not None else [])
    free = {other.actor_id for other in named} - headed
    return free.pop() if len(free) == 1 else ""


def _states(tokens: Passage, by_token: Mapping[int, Link]) -> list[Link]:
    """The states named in these tokens, in the order of the text."""
    found = [by_token[token.i] for token in tokens if token.i in by_token and by_token[token.i].start == token.i]
    return [link for link in found if len(link.actor_id) == 3 and link.kind in ("name", "demonym")]
