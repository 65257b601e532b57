"""Whom a named person acts for, leads or works at: from apposition, "presso" and offices."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from analysis.extraction.links import Link, Links
from analysis.extraction.role_words import role_lexicon
from analysis.extraction.roles import OF, is_former, role_phrase
from analysis.registry import Registry

APPOSITION = 16
"""Tokens after a name within which its apposition must end."""
_AT = set("presso di del della dell' dell’ dello a al alla all' all’ per il lo la l' l’ un una".split())


@dataclass(frozen=True)
class _Affiliation:
    person: str
    org: str
    role: str
    start: int
    end: int
    rule: str
    acts: bool


def find_affiliations(doc: Doc, links: Links, registry: Registry, published: str, doc_id: str) -> list[dict]:
    """Rows of the affiliations table for one document."""
    rows = []
    for one in _affiliations(doc, links.all, registry, published):
        span = doc[one.start : one.end]
        rows.append(
            {
                "person_id": one.person,
                "org_id": one.org,
                "role": one.role,
                "doc_id": doc_id,
                "start": span.start_char,
                "end": span.end_char,
                "text": span.text,
                "rule_id": one.rule,
            }
        )
    return rows


def person_states(doc: Doc, links: Iterable[Link], registry: Registry, published: str, organs: dict) -> dict[str, str]:
    """The state or body for which persons act: by their office on the day, or by the role that the text gives them.

    Where the day is unknown, an office counts if every office of the person is of one state or body.
    """
    states = {}
    for person in sorted({office.person_id for office in registry.offices}):
        held = registry.offices_of(person, published)
        if not published:
            held = [office for office in registry.offices if office.person_id == person]
        orgs = sorted({office.org for office in held})
        if len(orgs) == 1:
            states[person] = orgs[0]
    for one in _affiliations(doc, links, registry, published):
        if one.acts:
            states.setdefault(one.person, one.org)
    return states


def _affiliations(doc: Doc, links: Iterable[Link], registry: Registry, published: str) -> list[_Affiliation]:
    by_token: dict[int, Link] = {}
    people = []
    for link in sorted(links):
        if link.kind == "name" and link.label == "PER" and link.actor_id.startswith("person:"):
            people.append(link)
        if link.kind in ("name", "demonym"):
            for position in range(link.start, link.end):
                by_token.setdefault(position, link)
    found, seen = [], set()
    for person in people:
        before = _before(doc, person, by_token, registry, published) or _work_before(doc, person, by_token)
        for one in [*before, *_after(doc, person, by_token)]:
            if (one.person, one.org) not in seen:
                seen.add((one.person, one.org))
                found.append(one)
    return found


def _before(doc: Doc, person: Link, by_token: dict, registry: Registry, published: str) -> list[_Affiliation]:
    """ "il ministro della Difesa russo X", "il presidente X", "il ministro romeno, X", "la presidenza di X"."""
    words = role_lexicon()
    for start in range(person.start - 1, max(-1, person.start - 10), -1):
        if "\n" in doc[start].text or doc[start].text in {".", ";", ":"}:
            return []
        phrase = role_phrase(doc, start, by_token, words.office_roles)
        if phrase is None or phrase.end > person.start:
            continue
        between = [token.text.lower() for token in doc[phrase.end : person.start]]
        if between not in ([], [","], ["di"]):
            continue
        if start and doc[start - 1].text.lower() in words.office_roles.words:
            continue
        if is_former(doc, start):
            return []
        if phrase.org:
            return [_Affiliation(person.actor_id, phrase.org, phrase.title, start, phrase.end, "role:before", True)]
        held = [o for o in registry.offices_of(person.actor_id, published)]
        orgs = sorted({office.org for office in held})
        if len(orgs) == 1 and between != [","]:
            end = person.end
            return [_Affiliation(person.actor_id, orgs[0], phrase.title, start, end, held[0].id, True)]
        return []
    return []


def _work_before(doc: Doc, person: Link, by_token: dict) -> list[_Affiliation]:
    """ "il direttore dell'Istituto Y, X", "la storica dell'Università Y X"."""
    words = role_lexicon()
    last = person.start - 1
    if last > 0 and doc[last].text == ",":
        last -= 1
    org = by_token.get(last)
    if org is None or org.label != "ORG" or not org.actor_id or doc[org.start - 1].text.lower() not in _AT:
        return []
    for start in range(org.start - 2, max(-1, org.start - 8), -1):
        if not doc[start].is_alpha and not doc[start].text.endswith(("'", "’")):
            return []
        if words.work_roles.holds(doc[start].text) or words.office_roles.holds(doc[start].text):
            if is_former(doc, start):
                return []
            title = doc[start].text.lower()
            return [_Affiliation(person.actor_id, org.actor_id, title, start, org.end, "role:before-work", False)]
    return []


def _after(doc: Doc, person: Link, by_token: dict) -> list[_Affiliation]:
    """ "X, ricercatrice presso Y", "X (direttore di Y)", "X, ministro romeno", "X, analista dell'Istituto Y"."""
    words = role_lexicon()
    position = person.end
    after_comma = position < len(doc) and doc[position].text in {",", "(", "–", "-"}
    # without a comma: a sentence that opens with the person ("Più cauto X, professore") has one; "X professore" not
    if not after_comma:
        org = by_token.get(position + 1) or by_token.get(position + 2)
        joined = position < len(doc) and doc[position].text.lower() in OF | {"presso"}
        if joined and org is not None and org.label == "ORG" and org.actor_id and org.start <= position + 2:
            return [_Affiliation(person.actor_id, org.actor_id, "", person.start, org.end, "role:of", False)]
        return []
    last = min(len(doc), position + 1 + APPOSITION)
    role = None
    found = []
    for i in range(position + 1, last):
        token = doc[i]
        if "\n" in token.text or token.text in {".", ";", ":", "”", "»", ")"} or token.pos_ == "AUX":
            break
        if token.text == "," and role is not None and found:
            break
        if token.text.lower() in {"che", "quando", "mentre"}:
            break
        if i > position + 5 and role is None:
            break
        if role is None:
            if words.office_roles.holds(token.text) or words.work_roles.holds(token.text):
                if is_former(doc, i):
                    return []
                role = i
                phrase = role_phrase(doc, i, by_token, words.office_roles)
                if phrase is not None and phrase.org:
                    return [_Affiliation(person.actor_id, phrase.org, phrase.title, i, phrase.end, "role:after", True)]
            continue
        link = by_token.get(i)
        if link is not None and link.start == i and link.label == "ORG" and link.actor_id:
            before = doc[i - 1].text.lower()
            if before in _AT or before.startswith(("dell", "all", "del", "al")):
                title = doc[role].text.lower()
                found.append(_Affiliation(person.actor_id, link.actor_id, title, role, link.end, "role:presso", False))
                if before != "e":
                    break
    return found
