"""Whom a named person acts for, leads or works at: rows of the affiliations table, and states that persons act for."""

from collections import Counter
from collections.abc import Iterable, Mapping

from analysis.extraction.affiliation import Affiliation, Context
from analysis.extraction.apposition import after_name, before_name, organisation_before
from analysis.extraction.leadership import by_copula, by_relative, by_verb, guided_by, organisation_of
from analysis.extraction.links import Link, Links
from analysis.extraction.role_bearers import dealt_out
from analysis.extraction.role_phrases_around import by_context, reaching
from analysis.language.words import Words
from analysis.registry import Registry


def find_affiliations(doc: Words, links: Links, registry: Registry, published: str, doc_id: str) -> list[dict]:
    """Rows of the affiliations table for one document; an organ of a state gives a row for the state too."""
    rows = []
    for one in _affiliations(doc, links.all, registry, published):
        state = links.state_of(one.org)
        state = one.around if one.around and state == one.org else state
        for org in dict.fromkeys((one.org, state)):
            span = doc.passage(one.start, one.end)
            rows.append(
                {
                    "person_id": one.person,
                    "org_id": org,
                    "role": one.role,
                    "doc_id": doc_id,
                    "start": span.start_char,
                    "end": span.end_char,
                    "text": span.text,
                    "rule_id": one.rule,
                }
            )
    return rows


def person_states(
    doc: Words, links: Iterable[Link], registry: Registry, published: str, organs: Mapping[str, str]
) -> dict[str, str]:
    """The state or body for which persons act: by their office on the day, or by the role that the text gives them.

    Where the day is unknown, an office counts if every office of the person is of one state or body. `organs`: the
    states of organs of government.
    """
    states = {}
    for person, served in registry.served_by_person(published):
        org = organs.get(served[0], served[0])
        if not org.startswith("org:") and all(organs.get(other, other) == org for other in served[1:]):
            states[person] = org
    for one in _affiliations(doc, links, registry, published):
        org = organs.get(one.org, one.around or one.org)
        if one.acts and not org.startswith("org:"):
            states.setdefault(one.person, org)
    return states


def _affiliations(doc: Words, links: Iterable[Link], registry: Registry, published: str) -> list[Affiliation]:
    links = sorted(links)
    by_token: dict[int, Link] = {}
    for link in links:
        # "il direttore dell'agenzia": the body that the text named before
        if link.kind in ("name", "demonym") or link.rule_id == "reference:organisation":
            for position in range(link.start, link.end):
                by_token.setdefault(position, link)
    context = Context(doc, by_token, registry, published, _text_state(doc, links))
    found: dict[tuple[str, str], Affiliation] = {}
    known: dict[str, str] = {}
    persons = [link for link in links if link.kind == "name" and link.actor_id.startswith("person:")]
    persons = [link for link in persons if link.label == "PER"]
    for one in dealt_out(context, persons):
        found.setdefault((one.person, one.org), one)
        known.setdefault(one.person, one.org)
    for person in persons:
        if person.actor_id in known:
            continue
        before = before_name(context, person) or reaching(context, person) or organisation_before(context, person)
        before = (
            before or guided_by(context, person) or organisation_of(context, person) or by_relative(context, person)
        )
        after = after_name(context, person) or by_verb(context, person) or by_copula(context, person)
        for one in [*before, *after]:
            found.setdefault((one.person, one.org), one)
            known.setdefault(one.person, one.org)
    for person in persons:
        if person.actor_id not in known:
            for one in by_context(context, person, known):
                found.setdefault((one.person, one.org), one)
                known.setdefault(one.person, one.org)
    return list(found.values())


def _text_state(doc: Words, links: list[Link]) -> str:
    """The state that the text is about: the only one that its first line names, else the one named twice or more and
    twice as often as any other, else "".
    """
    named = [link for link in links if link.kind in ("name", "demonym") and link.actor_id and ":" not in link.actor_id]
    line = doc.text.find("\n")
    first = {link.actor_id for link in named if doc[link.start].idx < line}
    if len(first) == 1:
        return first.pop()
    counts = Counter(link.actor_id for link in named)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:2]
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return ""
    return ranked[0][0]
