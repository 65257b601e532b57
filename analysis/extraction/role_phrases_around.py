"""Roles whose noun phrase reaches a name, before it or in apposition after it, however long its complements are: "il
vicecapo della missione di Y in Prova, X", "X, già console in Prova e oggi consigliera scientifica dell'Istituto Y".
"""

from collections.abc import Mapping

from analysis.extraction.affiliation import Affiliation, Context, ends_clause
from analysis.extraction.links import Link
from analysis.extraction.organisation_words import organisation_lexicon
from analysis.extraction.role_complements import Served, another_s, head_after, opens_role, served
from analysis.extraction.role_context import around, is_own, owner, received
from analysis.extraction.role_words import role_lexicon
from analysis.extraction.roles import OF, is_adjective, is_former
from analysis.language.spans import PREPOSITION

_BACK = 18
_FORTH = 26
_BEFORE_HEAD = 6
_ARTICLES = frozenset("il lo la l' l’ i gli le un uno una un' un’ suo sua loro".split())
_PLURAL = frozenset("i gli le dei degli delle ai agli alle dai dagli dalle due".split())
_MARKS = (",", "«", "“", '"', "-", "–", "—")
_STOPS = frozenset("che cui quale quali quando mentre dove".split())


def reaching(context: Context, person: Link) -> list[Affiliation]:
    """The role whose complements end at the name, with or without a comma and a title between."""
    head, last = _role_before(context, person)
    if head < 0:
        return []
    found = served(context, head)
    if found is None or found.end > last + 1:
        return []
    return [_made(context, person, found, head, "role:reaching")]


def by_context(context: Context, person: Link, known: Mapping[str, str]) -> list[Affiliation]:
    """A title before the name that names nobody it serves: whose it is by a possessive, else the state around.

    `known`: whom the persons named so far serve. Likely, and no ground for events: the person does not act for it.
    """
    head, last = _role_before(context, person)
    if head < 0:
        return []
    doc, words = context.doc, role_lexicon()
    made = (doc.text_of(head, last + 1).lower(), head, person.end)
    if is_own(context, head):
        whose = owner(context, head, known)
        return [Affiliation(person.actor_id, whose, *made, "role:own", False)] if whose else []
    office = doc[head].lower_ in words.state_titles or doc.text_of(head, head + 3).lower() in words.heads_of_state
    several = head > 0 and doc[head - 1].lower_ in _PLURAL
    if several or not office or _names_something(context, head, last):
        return []
    state = around(context, head, known, _taken(context, doc[head].lower_, known))
    if not state or received(context, head, state, known):
        return []
    return [Affiliation(person.actor_id, state, *made, "role:text", False)]


def _taken(context: Context, title: str, known: Mapping[str, str]) -> frozenset[str]:
    """The states of which somebody else named in the text holds this office on the day, by the registry."""
    held = [
        office
        for person in sorted(known)
        for office in context.registry.offices_of(person, context.published)
        if context.published and title in office.titles
    ]
    return frozenset(office.org for office in held)


def _names_something(context: Context, head: int, last: int) -> bool:
    """Does the title hold a name of its own ("il presidente di Prova") or a side that is no state's?"""
    words, departments = role_lexicon(), organisation_lexicon().departments.words
    minister = "ministr" in context.doc[head].lower_  # whatever the department is called
    for token in context.doc[head : last + 1]:
        word = token.lower_
        if word in words.no_state:
            return True
        known = word in departments or word in words.office_complements or word in words.fillers
        known = known or minister and token.i not in context.by_token
        if token.text[0].isupper() and token.i > head and not known:
            return True
    return False


def _role_before(context: Context, person: Link) -> tuple[int, int]:
    """(role noun, last token) of the role whose phrase ends before the name; -1 for none, a former one, another's."""
    doc, last = context.doc, _past_titles(context, person)
    titled = last < person.start - 1
    if titled and not _heads_back(context, last - (doc[last].text == ","), person):
        last, titled = person.start - 1, False
    comma = last > 0 and doc[last].text == ","
    last -= comma
    if last > 1 and doc[last].text == ")":
        last = next((i - 1 for i in range(last - 1, max(0, last - 6), -1) if doc[i].text == "("), last)
    heads = _heads_back(context, last, person)
    if not heads or doc[last].lower_ in PREPOSITION:
        return -1, -1
    head = heads[-1] if comma or titled else heads[0]
    if is_former(doc, head) or another_s(doc, head):
        return -1, -1
    return head, last


def _past_titles(context: Context, person: Link) -> int:
    """The last token before the titles of the name ("il contrammiraglio", "lo sceicco", "monsignor")."""
    doc, words, position = context.doc, role_lexicon(), person.start - 1
    while position > 0:
        text = doc[position].text
        title = words.ranks.holds(text) or words.titles.holds(text)
        if not (title or text.lower() in _ARTICLES and words.ranks.holds(doc[position + 1].text)):
            break
        position -= 1
    return position


def _heads_back(context: Context, last: int, person: Link) -> list[int]:
    """The role nouns whose phrase ends at `last`, the nearest first; each governs the one before it in the list."""
    doc, heads = context.doc, []
    for position in range(last, max(-1, last - _BACK), -1):
        token, link = doc[position], context.by_token.get(position)
        joint = token.lower_ in ("e", "ed") and not opens_role(doc, position + 1)
        if ends_clause(token) or token.text in _MARKS or token.lower_ in _STOPS or joint:
            break
        own = link is not None or token.lower_ in role_lexicon().fillers
        if not own and token.pos_ in ("AUX", "SCONJ", "VERB"):
            break
        if link is not None and (link.label == "PER" or link.start != position and link.kind == "name"):
            if link.label == "PER":
                break
            continue
        end = head_after(doc, position)
        if end > position and end <= last + 1 and (link is None or link.kind != "name"):
            if heads and not _governs(context, position, heads[-1]):
                break
            heads.append(position)
    return heads


def _governs(context: Context, outer: int, inner: int) -> bool:
    """Does "di" stand before the inner role noun, so that it belongs to the outer one?"""
    doc, position = context.doc, inner - 1
    while position > outer and (doc[position].lower_ in _ARTICLES or is_adjective(doc[position])):
        position -= 1
    return doc[position].lower_ in OF


def _made(context: Context, person: Link, found: Served, head: int, rule: str) -> Affiliation:
    title = context.doc.text_of(head, head_after(context.doc, head)).lower()
    made = (person.actor_id, found.link.actor_id, title, head, found.end, rule, found.acts)
    return Affiliation(*made, organ_of(context, found.link))


def organ_of(context: Context, link: Link) -> str:
    """The state around an organ that does not name its own ("il ministero degli Esteri"); "" for others."""
    heads = organisation_lexicon().state_heads
    organ = (
        link.label == "ORG" and link.rule_id.startswith(("org:", "ner:")) and heads.holds(context.doc[link.start].text)
    )
    return around(context, link.start, {}) if organ else ""


def in_apposition(context: Context, person: Link, first: int) -> list[Affiliation]:
    """The roles after a name and a comma, a dash or a bracket, those that were left out."""
    doc, found, position, before = context.doc, [], first, 0
    last = min(len(doc), first + _FORTH)
    while position < last:
        token = doc[position]
        if ends_clause(token) or token.pos_ == "AUX" or token.lower_ in _STOPS:
            break
        if token.text == "," and not opens_role(doc, position + 1):
            break
        end = head_after(doc, position)
        if end == position:
            before += 1
            if before > _BEFORE_HEAD and not found:
                break
            position += 1
            continue
        before = 0
        one = None if another_s(doc, position) else served(context, position)
        if one is None:
            position = end
            continue
        if _names_another(context, one.end):
            break
        if not is_former(doc, position):
            found.append(_made(context, person, one, position, "role:apposition"))
        position = one.end
    return found


def _names_another(context: Context, end: int) -> bool:
    """Does a person stand directly after a role, whose role it is then?"""
    after = context.by_token.get(end + 1 if end < len(context.doc) and context.doc[end].text == "," else end)
    return after is not None and after.label == "PER"
