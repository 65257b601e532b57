"""Names to actors: the registry first, then the pipeline's entities, then surnames and offices."""

import re

from spacy.tokens import Doc, Span

from analysis.extraction.affiliations import person_states
from analysis.extraction.links import Link, Links
from analysis.extraction.name_index import Match, folded, name_index
from analysis.extraction.role_words import role_lexicon
from analysis.extraction.roles import OF, is_former, role_phrase
from analysis.extraction.seats import government_or_place
from analysis.registry import Registry
from analysis.tables import slug

_RIVERS_AND_FRONTS = {"sul", "sulla", "sullo", "nel", "nella", "nello", "in"}


def link_names(doc: Doc, registry: Registry, published: str) -> Links:
    """The links of one document: names, demonyms, offices held on the day of publication, organs of government.

    Sources: the registry (rule `registry:…`), entities PER and ORG of the pipeline (`ner:…`, identifiers from the
    name's slug), surnames of persons named in full (`surname:…`), offices (`office:…`).
    """
    text_words = " ".join(folded(part) for part in re.findall(r"\w+", doc.text))
    matches = _resolved(name_index(registry).matches(doc), doc, registry, text_words)
    entities, dropped = _entities(doc, matches)
    links = _registry_links(doc, [m for m in matches if m not in dropped], registry)
    links += _entity_links(entities, links, doc)
    links += _acronyms(doc, links)
    links += _surnames(doc, links, registry, published)
    by_token = _by_token(links)
    links += _offices(doc, by_token, registry, published)
    states = {actor.id: actor.acts_for for actor in registry.actors.values() if actor.acts_for}
    states.update(_organ_states(doc, links))
    states.update(person_states(doc, links, registry, published))
    return Links(links, dict(sorted(states.items())))


def _by_token(links: list[Link]) -> dict[int, Link]:
    table: dict[int, Link] = {}
    for link in sorted(links):
        for position in range(link.start, link.end):
            table.setdefault(position, link)
    return table


def _resolved(matches: list[Match], doc: Doc, registry: Registry, text_words: str) -> list[Match]:
    """Ambiguous names decided by their cues; short names dropped where no full name stands in the text."""
    full = {match.actor for match in matches if match.how in ("name", "seat")}
    rules = {folded(entry.name): entry for entry in registry.ambiguous}
    kept = []
    padded = f" {text_words} "
    for match in matches:
        entry = rules.get(folded(doc[match.start : match.end].text))
        if entry is not None:
            hit = [r for r in entry.rules if any(f" {folded(cue)} " in padded for cue in r.cues)]
            match = Match(match.start, match.end, hit[0].actor if hit else entry.otherwise, match.how)
        if match.how == "short" and (match.actor not in full or not _short_stands(doc, match, registry)):
            continue
        kept.append(match)
    return kept


def _short_stands(doc: Doc, match: Match, registry: Registry) -> bool:
    """A short name follows an article and no word specifies it ("l'Alleanza", not "l'Alleanza democratica")."""
    before = doc[match.start - 1].text.lower() if match.start else ""
    after = doc[match.end].text if match.end < len(doc) else ""
    following = doc[match.end + 1].text if match.end + 1 < len(doc) else ""
    if after == "di" and following.endswith(("are", "ere", "ire", "rsi")):
        return True  # "chiede alla Commissione di legare": an infinitive specifies nothing
    articles = {"il", "la", "l'", "l’", "alla", "all'", "all’", "dalla", "dall'", "dall’", "sulla", "sull'", "sull’"}
    articles |= OF | {"sul", "col", "con"}
    return before in articles and after.lower() not in OF | {"-", "est", "ovest"} and not after[:1].isupper()


def _entities(doc: Doc, matches: list[Match]) -> tuple[list[Span], set[Match]]:
    """Entities PER and ORG that the registry does not know, trimmed; and the matches that stand inside their names."""
    words = role_lexicon()
    at = {position: match for match in matches for position in range(match.start, match.end)}
    kept, dropped = [], set()
    for ent in doc.ents:
        if ent.label_ not in ("PER", "ORG"):
            continue
        start, end = _trimmed(doc, ent.start, ent.end)
        inside = [at[i] for i in range(start, end) if i in at and at[i].how != "demonym"]
        head = doc[start].text.lower() if start < end else ""
        if ent.label_ == "ORG" and words.organisation_heads.holds(head):
            end = _whole_organisation(doc, start, end, at)
            known = any(m.start <= start for m in inside)
            if not known and end - start > 1:
                dropped.update(m for m in inside if m.how in ("capital", "name", "seat"))
                kept.append(Span(doc, start, end, label="ORG"))
            continue
        if inside and ent.label_ == "PER":
            first, last = inside[0], inside[-1]
            if first.how == "person" or last.how == "person":
                continue
            if first.start <= start and end - first.end >= 2:
                kept.append(Span(doc, first.end, end, label="PER"))
            elif last.end >= end and last.start - start == 1 and doc[start].text[0].isupper():
                dropped.add(last)
                kept.append(Span(doc, start, end, label="PER"))
            continue
        if not inside and start < end:
            kept.append(Span(doc, start, end, label=ent.label_))
    return kept + _organisations_by_head(doc, at, kept), dropped


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Without articles, line ends and marks at the edges, and without what follows a line end inside."""
    while start < end and (not any(c.isalnum() for c in doc[start].text) or doc[start].text.lower() in _ARTICLES):
        start += 1
    for position in range(start, end):
        if "\n" in doc[position].text:
            end = position
            break
    while end > start and (not any(c.isalnum() for c in doc[end - 1].text) or doc[end - 1].text.lower() in OF):
        end -= 1
    return start, end


_ARTICLES = {"il", "lo", "la", "l'", "l’", "i", "gli", "le", "un", "una", "uno", "del", "della", "dell'", "dell’", "al"}


def _whole_organisation(doc: Doc, start: int, end: int, at: dict[int, Match]) -> int:
    """The end of an organisation's name: "di X" belongs to it where nothing before names it ("Università … di X")."""
    if any(doc[i].text[0].isupper() for i in range(start + 1, end)):
        return end
    if end + 1 < len(doc) and doc[end].text.lower() in OF and doc[end + 1].text[0].isupper():
        end += 2
        while end < len(doc) and doc[end].text[0].isupper() and doc[end].is_alpha:
            end += 1
    return end


def _organisations_by_head(doc: Doc, at: dict[int, Match], known: list[Span]) -> list[Span]:
    """Names that open with a phrase such as "centro studi" and that the pipeline has not found."""
    taken = {i for span in known for i in range(span.start, span.end)}
    found = []
    for phrase in role_lexicon().lower_heads:
        parts = phrase.split()
        for start in range(len(doc) - len(parts)):
            end = start + len(parts)
            if [token.text.lower() for token in doc[start:end]] != parts or start in taken:
                continue
            if not doc[end].text[0].isupper() or end in at:
                continue
            while end < len(doc) and doc[end].text[0].isupper() and doc[end].is_alpha and end not in at:
                end += 1
            found.append(Span(doc, start, end, label="ORG"))
    return found


def _registry_links(doc: Doc, matches: list[Match], registry: Registry) -> list[Link]:
    links, before, last_end = [], "", -9
    for match in matches:
        kind = registry.actors[match.actor].kind if match.actor else ""
        label = {"state": "LOC", "person": "PER", "": "LOC"}.get(kind, "ORG")
        if match.how == "demonym":
            links.append(Link(match.start, match.end, match.actor, "demonym", "", "registry:demonym"))
            continue
        if match.how == "short" and kind == "state":
            links.append(Link(match.start, match.end, match.actor, "description", "", "registry:short"))
            continue
        actor, rule = match.actor, f"registry:{match.how}"
        if match.how in ("capital", "seat"):
            near = before if match.start - last_end == 1 else ""
            stands, why = government_or_place(doc, match.start, match.end, near)
            if match.how == "seat" and kind != "state":
                label = "ORG" if stands else "LOC"
            actor, rule, before = (match.actor if stands else ""), why, why
        else:
            before = "government:name"
        if not actor and match.how == "name":
            rule = "ambiguous:" + slug(doc[match.start : match.end].text)
        last_end = match.end
        place = match.actor if not actor and kind == "state" else ""
        links.append(Link(match.start, match.end, actor, "name", label, rule, place))
    return links


def _entity_links(entities: list[Span], links: list[Link], doc: Doc) -> list[Link]:
    """Persons with two words of name or more and organisations, by the slug of their name."""
    taken = {i for link in links if link.kind == "name" for i in range(link.start, link.end)}
    made: list[Link] = []
    known: dict[str, str] = {}
    # a word that stands somewhere after "sul" or "nel" is a river or a region wherever else it stands
    places = {doc[t.i + 1].text for t in doc[:-1] if t.text.lower() in _RIVERS_AND_FRONTS}
    for ent in sorted(entities, key=lambda span: (span.start, -span.end)):
        if any(i in taken for i in range(ent.start, ent.end)):
            continue
        name = slug(ent.text)
        words = [token for token in ent if token.text[0].isupper()]
        if ent.label_ == "PER":
            if len(words) < 2:
                continue
            actor = f"person:{name}"
        else:
            if not words or (len(ent) == 1 and (ent.text in places or len(name) < 2)):
                continue
            # "il Servizio nazionale" after "il Servizio nazionale di intelligence" is the same one
            longer = [actor for old, actor in known.items() if old.startswith(name + "-") and len(ent) > 1]
            actor = longer[0] if longer else f"org:{name}"
            known.setdefault(name, actor)
        if name:
            made.append(Link(ent.start, ent.end, actor, "name", ent.label_, f"ner:{ent.label_.lower()}"))
            taken.update(range(ent.start, ent.end))
    return made


def _acronyms(doc: Doc, links: list[Link]) -> list[Link]:
    """A short form in brackets after an organisation's name, wherever it stands: "Istituto di prova (Idp)"."""
    taken = {i for link in links for i in range(link.start, link.end)}
    short: dict[str, Link] = {}
    for link in sorted(links):
        end = link.end
        if link.kind == "name" and link.label == "ORG" and end + 2 < len(doc):
            opened, inner, closed = doc[end].text, doc[end + 1], doc[end + 2].text
            if opened == "(" and closed == ")" and inner.text[0].isupper() and inner.is_alpha and len(inner) <= 8:
                short.setdefault(inner.text, link)
    return [
        Link(token.i, token.i + 1, short[token.text].actor_id, "name", "ORG", "name:acronym")
        for token in doc
        if token.text in short and token.i not in taken
    ]


def _surnames(doc: Doc, links: list[Link], registry: Registry, published: str) -> list[Link]:
    """Surnames alone: of persons named in full in the text, of the well known, of office-holders after their title."""
    taken = {i for link in links if link.kind == "name" for i in range(link.start, link.end)}
    named: dict[str, list[tuple[int, str]]] = {}
    for link in sorted(links):
        if link.label == "PER" and link.actor_id:
            for surname in _surname_words(doc[link.start : link.end], registry, link.actor_id):
                named.setdefault(surname, []).append((link.start, link.actor_id))
    known: dict[str, list[str]] = {}
    for actor in registry.actors.values():
        if actor.kind == "person" and actor.surname and " " not in actor.surname:
            known.setdefault(folded(actor.surname), []).append(actor.id)
    roles = role_lexicon().office_roles
    made = []
    for token in doc:
        word = folded(token.text)
        if token.i in taken or not token.text[0].isupper() or (word not in named and word not in known):
            continue
        previous = doc[token.i - 1] if token.i else None
        follower = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if _part_of_a_longer_name(previous, follower, taken):
            continue
        if word in named:
            earlier = [actor for position, actor in named[word] if position < token.i]
            actor, rule = (earlier[-1] if earlier else named[word][0][1]), "surname:named"
        else:
            titled = previous is not None and roles.holds(previous.text)
            fits = [
                actor
                for actor in known[word]
                if registry.actors[actor].well_known or (titled and registry.offices_of(actor, published))
            ]
            if len(fits) != 1:
                continue
            actor, rule = fits[0], "surname:office" if titled else "surname:well-known"
        made.append(Link(token.i, token.i + 1, actor, "name", "PER", rule))
    return made


def _part_of_a_longer_name(previous, follower, taken: set[int]) -> bool:
    """Whether an unknown capitalised word stands directly before (a first name) or after it."""
    before = (
        previous is not None
        and previous.is_alpha
        and previous.text[0].isupper()
        and not _opens_sentence(previous)
        and previous.i not in taken
        and previous.pos_ in ("", "PROPN")
        and not role_lexicon().office_roles.holds(previous.text)
    )
    after = (
        follower is not None
        and follower.is_alpha
        and follower.text[0].isupper()
        and follower.i not in taken
        and follower.pos_ in ("", "PROPN")
    )
    return before or after


def _opens_sentence(token) -> bool:
    """By the boundaries of the pipeline or, where it sets none, by the mark before."""
    return bool(token.is_sent_start) or token.i == 0 or _character_before(token) in ".!?:;\n"


def _character_before(token) -> str:
    """The last character of the token before."""
    return token.nbor(-1).text[-1:]


def _surname_words(span: Span, registry: Registry, actor_id: str) -> list[str]:
    actor = registry.actors.get(actor_id)
    if actor is not None:
        return [folded(actor.surname)] if actor.surname and " " not in actor.surname else []
    words = [word for word in re.split(r"\s+", span.text) if word[:1].isupper()]
    if len(words) < 2:
        return []
    # East Asian order shows in the hyphen of the given name: Kwon Tae-ho
    surname = words[0] if re.search(r"-[a-z]", words[-1]) else words[-1]
    return [folded(surname)]


def _offices(doc: Doc, by_token: dict[int, Link], registry: Registry, published: str) -> list[Link]:
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


def _organ_states(doc: Doc, links: list[Link]) -> dict[str, str]:
    """Organisations named with a state's demonym or name whose head noun is an organ of the state."""
    by_token = {}
    for link in links:
        if link.kind == "demonym":
            by_token.update({i: link.actor_id for i in range(link.start, link.end)})
    states = {}
    for link in sorted(links):
        if link.rule_id != "ner:org" or not role_lexicon().state_heads.holds(doc[link.start].text):
            continue
        near = [by_token[i] for i in range(link.start, min(len(doc), link.end + 1)) if i in by_token]
        if near:
            states.setdefault(link.actor_id, near[0])
    return states
