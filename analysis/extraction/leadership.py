"""Affiliations by verbs and by "di": "X dirige Y", "Y guidata da X", "le Forze Y di X", "il governo di X"."""

from analysis.extraction.affiliation import Affiliation, Context, ends_clause
from analysis.extraction.links import Link
from analysis.extraction.organisation_words import organisation_lexicon
from analysis.extraction.role_complements import head_after, served
from analysis.extraction.role_words import role_lexicon
from analysis.extraction.roles import OF, is_adjective, is_former
from analysis.language.spans import PREPOSITION

_VERB_WITHIN = 4
_OBJECT_WITHIN = 10
_COPULA = 10
_PAST = frozenset({"stato", "stata"})
_PASSED = frozenset({",", "che", "stato", "stata", "ora", "oggi", "il", "la", "lo", "l'", "l’", "un", "una"})
_BY = {"da", "dal", "dalla", "dall'", "dall’", "dallo"}


def by_verb(context: Context, person: Link) -> list[Affiliation]:
    """ "X, che insegna storia all'Università Y", "X dirige l'associazione Y"."""
    doc, words = context.doc, role_lexicon()
    for verb in range(person.end, min(len(doc), person.end + _VERB_WITHIN)):
        token = doc[verb]
        if ends_clause(token):
            return []
        if not words.work_verbs.holds(token.text) or token.pos_ not in ("", "VERB", "AUX"):
            if token.text.lower() not in {
                ",",
                "che",
                "non",
                "ha",
                "oggi",
                "ora",
                "(",
                "da",
                "anni",
                "la",
                "quale",
                "il",
            }:
                return []
            continue
        for position in range(verb + 1, min(len(doc), verb + _OBJECT_WITHIN)):
            org = context.organisation(position)
            if org is not None:
                return [Affiliation(person.actor_id, org.actor_id, "", verb, org.end, "role:verb", False)]
            link = context.by_token.get(position)
            organ = link is not None and link.kind == "demonym" and words.organs.holds(doc[position - 1].text)
            if organ:
                return [Affiliation(person.actor_id, link.actor_id, "", verb, link.end, "role:verb", True)]
            if ends_clause(doc[position]) or doc[position].text == ",":
                return []
    return []


def by_copula(context: Context, person: Link) -> list[Affiliation]:
    """ "X è la ministra danese", "X, che dal 2022 è console di Y", "X è stata nominata direttrice di Y"."""
    doc, becoming, found = context.doc, role_lexicon().becoming, False
    for position in range(person.end, min(len(doc), person.end + _COPULA)):
        token = doc[position]
        if ends_clause(token) or token.text == "," and position > person.end:
            return []
        if token.lower_ in becoming:
            found = True
            continue
        if found and head_after(doc, position) > position:
            one = served(context, position)
            past = doc[position - 1].lower_ in _PAST or is_former(doc, position)
            if one is None or past:
                return []
            made = (one.link.actor_id, token.lower_, position, one.end, "role:copula", one.acts)
            return [Affiliation(person.actor_id, *made)]
        passed = token.lower_ in _PASSED or token.pos_ in ("ADV", "NUM", "DET") or token.lower_ in PREPOSITION
        if not passed and not (found and is_adjective(token)):
            return []
    return []


def guided_by(context: Context, person: Link) -> list[Affiliation]:
    """ "l'Iniziativa Y guidata da X", "la Commissione (Y) presieduta dall'ex ministro X"."""
    doc, words = context.doc, role_lexicon()
    by = next((i for i in range(person.start - 1, max(-1, person.start - 8), -1) if doc[i].text.lower() in _BY), -1)
    if by < 1 or any(ends_clause(token) or token.text == "," for token in doc[by : person.start]):
        return []
    between = [t for t in doc[by + 1 : person.start] if t.text.istitle() and not words.office_roles.holds(t.text)]
    if len(between) > 1:
        return []
    for position in range(by - 1, max(-1, by - 9), -1):
        if words.led.holds(doc[position].text):
            break
        if doc[position].text in {".", ";", ":", "\n"}:
            return []
    else:
        return []
    inside = next((context.by_token[i] for i in range(position + 1, by) if i in context.by_token), None)
    if inside is not None and inside.label == "ORG" and inside.actor_id:
        return [Affiliation(person.actor_id, inside.actor_id, "", position, person.end, "role:led-by", True)]
    for start in range(position - 1, max(-1, position - 8), -1):
        if ends_clause(doc[start]) or doc[start].pos_ == "VERB":
            return []
        link = context.by_token.get(start)
        if link is None:
            continue
        organ = link.kind == "demonym" and start > 0 and words.organs.holds(doc[link.start - 1].text)
        if link.actor_id and (link.label == "ORG" or organ):
            return [Affiliation(person.actor_id, link.actor_id, "", link.start, person.end, "role:led-by", True)]
        return []
    return []


def organisation_of(context: Context, person: Link) -> list[Affiliation]:
    """ "le Forze Y di X", "la Russia di X", "il governo del generale X", "l'amministrazione X"."""
    doc, words = context.doc, role_lexicon()
    start = person.start - 1
    while start > 0 and (words.office_roles.holds(doc[start].text) or words.titles.holds(doc[start].text)):
        start -= 1
    if start < 1:
        return []
    if doc[start].text.lower() in words.governments:
        return _government(context, person, start)
    if doc[start].text.lower() not in OF:
        return []
    if doc[start - 1].text.lower() in words.governments:
        return _government(context, person, start - 1)
    link = context.by_token.get(start - 1)
    if link is None or link.end != start or not link.actor_id or link.kind != "name" or link.label == "PER":
        return []
    state = ":" not in link.actor_id
    article = link.start > 0 and doc[link.start - 1].text.lower() in {"la", "il", "l'", "l’", "lo"}
    if state and (doc[start].text != "di" or not article):
        return []
    return [Affiliation(person.actor_id, link.actor_id, "", link.start, person.end, "role:of-person", True)]


def by_relative(context: Context, person: Link) -> list[Affiliation]:
    """ "Y, il partito di X", "Y, a cui apparteneva X", "X, il cui movimento Y …": one's own party, paper, company."""
    doc, kinds = context.doc, organisation_lexicon().kinds
    after = [token.lower_ for token in doc[person.end : person.end + 4]]
    if after[:1] == [","] and "cui" in after and after[-1] in kinds.words:
        org = context.organisation(person.end + 4)
        if org is not None:
            return [Affiliation(person.actor_id, org.actor_id, "", person.end + 4, org.end, "role:relative", False)]
    start = person.start - 1
    if start > 2 and doc[start].lower_ in OF and kinds.holds(doc[start - 1].text):
        position = start - 2 - (doc[start - 2].lower_ in ("suo", "nuovo", "vecchio"))
        if doc[position].lower_ in ("il", "la", "l'", "l’", "lo") and doc[position - 1].text in (",", "–", "("):
            return _own(context, person, position - 2)
    for position in range(start, max(1, start - 5), -1):
        if doc[position].lower_ == "cui":
            belongs = any(role_lexicon().work_verbs.holds(token.text) for token in doc[position + 1 : person.start])
            back = position - 2 - (doc[position - 2].text == ",")
            return _own(context, person, back) if belongs else []
    return []


def _own(context: Context, person: Link, position: int) -> list[Affiliation]:
    """The organisation whose name ends here, as the person's own."""
    link = context.by_token.get(position)
    if link is None or link.label != "ORG" or not link.actor_id:
        return []
    return [Affiliation(person.actor_id, link.actor_id, "", link.start, person.end, "role:relative", False)]


def _government(context: Context, person: Link, noun: int) -> list[Affiliation]:
    """Whose government: of the state in which the person holds an office that day, else of the text's state."""
    held = sorted({office.org for office in context.registry.offices_of(person.actor_id, context.published)})
    state = held[0] if len(held) == 1 else context.state if not held else ""
    title = context.doc[noun].text.lower()
    return [Affiliation(person.actor_id, state, title, noun, person.end, "role:government", True)] if state else []
