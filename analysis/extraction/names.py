"""Names to actors: the registry first, then the pipeline's entities and head nouns, then surnames and offices."""

from analysis.extraction.affiliations import person_states
from analysis.extraction.entities import entities
from analysis.extraction.links import Link, Links
from analysis.extraction.office_phrases import office_links
from analysis.extraction.organisation_words import organisation_lexicon
from analysis.extraction.organs import capitals_of_organs, organ_states, told_apart
from analysis.extraction.registry_names import registry_links, registry_matches
from analysis.extraction.short_forms import short_form_links
from analysis.extraction.spelling import name_key
from analysis.extraction.surnames import single_names, surname_links
from analysis.extraction.title_states import title_states
from analysis.language.words import Passage, Words
from analysis.registry import Registry
from analysis.tables import slug


def link_names(doc: Words, registry: Registry, published: str) -> Links:
    """The links of one document: names, demonyms, offices held on the day of publication, organs of government.

    Sources: the registry (rule `registry:…`), entities PER and ORG of the pipeline (`ner:…`) and head nouns (`org:…`),
    identifiers from the name's slug, surnames of persons named in full (`surname:…`), offices (`office:…`).
    """
    matches = registry_matches(doc, registry)
    spans, dropped = entities(doc, matches)
    links = registry_links(doc, [match for match in matches if match not in dropped], registry)
    links = capitals_of_organs(doc, links + _entity_links(doc, spans, links), matches)
    links = told_apart(doc, links, registry)
    links += short_form_links(doc, links)
    links += surname_links(doc, links, registry, published)
    links += single_names(doc, links)
    links += office_links(doc, _by_token(links), registry, published)
    states = dict(registry.acting)
    states.update(organ_states(doc, links, registry))
    states.update(person_states(doc, links, registry, published, states))
    states.update(title_states(doc, links, registry, states))
    return Links(links, dict(sorted(states.items())))


def _by_token(links: list[Link]) -> dict[int, Link]:
    table: dict[int, Link] = {}
    for link in sorted(links):
        for position in range(link.start, link.end):
            table.setdefault(position, link)
    return table


def _entity_links(doc: Words, spans: list[Passage], links: list[Link]) -> list[Link]:
    """Persons with two words of name or more and organisations, by the slug of their name."""
    taken = {i for link in links if link.kind == "name" for i in range(link.start, link.end)}
    made: list[Link] = []
    known: dict[str, str] = {}
    spelt: dict[str, str] = {}
    heads = organisation_lexicon()
    for span in spans:
        name = slug(span.text)
        capitals = [token for token in span if token.text[0].isupper()]
        if not name or any(i in taken for i in range(span.start, span.end)):
            continue
        if span.label_ == "PER":
            if len(capitals) < 2:
                continue
            # the other spelling of a person whom the text has named
            actor = spelt.setdefault(name_key(name.split("-")), f"person:{name}")
            rule = "ner:per"
        else:
            if len(name) < 2:
                continue
            # "il Servizio nazionale" after "il Servizio nazionale di intelligence" is the same one
            longer = sorted({actor for old, actor in known.items() if old.startswith(name + "-")})
            # "il Consiglio", "la Banca": the one named in full before, else nobody's name
            if len(span) == 1 and span[0].text.lower() in heads.heads.words and len(longer) != 1:
                continue
            actor = longer[0] if longer else known.get(name, f"org:{name}")
            known.setdefault(name, actor)
            first = span[0].text.lower()
            foreign = any(token.text.lower() in heads.foreign_heads.words for token in span)
            two = doc.text_of(span.start, min(span.start + 2, span.end)).lower()
            by_head = first in heads.heads.words or two in heads.lower_phrases
            rule = heads.heads.id if by_head else heads.foreign_heads.id if foreign else "ner:org"
        made.append(Link(span.start, span.end, actor, "name", span.label_, rule))
        taken.update(range(span.start, span.end))
    return made
