"""Roles beside a name: "il ministro danese X", "X, direttrice del centro Y", "X dell'Istituto Y", "X (Partito Y)"."""

from analysis.extraction.affiliation import Affiliation, Context, ends_clause, preposition_before
from analysis.extraction.links import Link
from analysis.extraction.role_complements import another_s
from analysis.extraction.role_phrases_around import in_apposition, organ_of
from analysis.extraction.role_words import role_lexicon
from analysis.extraction.roles import OF, RolePhrase, is_former, role_phrase

APPOSITION = 16
"""Tokens after a name within which its apposition must end."""
_BEFORE = 12
_SAME_SENTENCE = 25


def before_name(context: Context, person: Link) -> list[Affiliation]:
    """ "il ministro della Difesa russo X", "il presidente X", "il ministro romeno, X", "la presidenza di X"."""
    doc, words = context.doc, role_lexicon()
    for start in range(person.start - 1, max(-1, person.start - _BEFORE), -1):
        if ends_clause(doc[start]):
            return []
        phrase = role_phrase(doc, start, context.by_token, words.office_roles)
        if phrase is None or phrase.end > person.start:
            continue
        between = [token.text.lower() for token in doc[phrase.end : person.start]]
        # "il presidente in carica X", "l'ammiraglio in congedo X"
        between = between[2:] if between[:1] == ["in"] and len(between) > 1 else between
        head = doc[start].text.lower()
        if between not in ([], [","]) and not (between == ["di"] and head in words.governments):
            continue
        first_word = start and f"{doc[start - 1].text.lower()} {head}" in words.office_roles.words
        if first_word or (start and doc[start - 1].text.lower() in words.office_roles.words):
            continue
        if is_former(doc, start) or between == [","] and another_s(doc, start):
            return []
        if phrase.org:
            link = context.by_token[phrase.end - 1]
            made = (phrase.org, phrase.title, start, phrase.end, "role:before", True)
            return [Affiliation(person.actor_id, *made, organ_of(context, link))]
        if between == [","]:
            return []
        return _bare_title(context, person, phrase)
    return []


def _bare_title(context: Context, person: Link, phrase: RolePhrase) -> list[Affiliation]:
    """A title alone: whose is said by the office held that day, by the organisation named before, by the article."""
    words = role_lexicon()
    held = context.registry.offices_of(person.actor_id, context.published)
    # "il maresciallo X" says nothing of the army that X leads
    held = [office for office in held if not office.org.startswith("org:") or phrase.title == office.titles[0]]
    orgs = sorted({office.org for office in held})
    made = (phrase.title, phrase.start, person.end)
    if len(orgs) == 1:
        return [Affiliation(person.actor_id, orgs[0], *made, held[0].id, True)]
    head = context.doc[phrase.start].text.lower()
    if head in words.sentence_titles:
        for position in range(phrase.start - 1, max(-1, phrase.start - _SAME_SENTENCE), -1):
            if ends_clause(context.doc[position]):
                break
            link = context.by_token.get(position)
            if link is not None and link.label == "ORG" and link.actor_id.startswith("org:"):
                return [Affiliation(person.actor_id, link.actor_id, *made, "role:sentence", True)]
    return []


def organisation_before(context: Context, person: Link) -> list[Affiliation]:
    """ "il direttore dell'Istituto Y, X", "la storica dell'Università Y X"."""
    doc, words = context.doc, role_lexicon()
    last = person.start - 1
    if last > 0 and doc[last].text == ",":
        last -= 1
    if last > 2 and doc[last].text == ")":  # "dell'Istituto Y (Iy), X": its short form
        last = next((i - 1 for i in range(last - 1, max(0, last - 5), -1) if doc[i].text == "("), last)
    org = context.by_token.get(last)
    # "dell'Istituto Y di Prova, X": the place
    if org is not None and org.label == "LOC" and org.start > 1 and doc[org.start - 1].text.lower() in OF:
        org = context.by_token.get(org.start - 2)
    if org is None or org.label != "ORG" or not org.actor_id:
        return []
    opening = preposition_before(doc, org.start)
    for start in range(opening - 1, max(-1, opening - 7), -1):
        if not doc[start].is_alpha and not doc[start].text.endswith(("'", "’")):
            return []
        if words.work_roles.holds(doc[start].text) or words.office_roles.holds(doc[start].text):
            if is_former(doc, start):
                return []
            acts = words.office_roles.holds(doc[start].text)
            title = doc.text_of(start, opening).lower()
            return [Affiliation(person.actor_id, org.actor_id, title, start, org.end, "role:before-work", acts)]
    return []


def after_name(context: Context, person: Link) -> list[Affiliation]:
    """ "X, ricercatrice presso Y", "X (direttore di Y)", "X, ministro romeno", "X, ex diplomatico e direttore di Y"."""
    doc, position = context.doc, person.end
    if position >= len(doc):
        return []
    if doc[position].text not in {",", "(", "–", "-", "—"}:
        return _directly(context, person, position)
    if doc[position].text == "(":
        party = context.organisation(position + 1)
        if party is not None and party.end < len(doc) and doc[party.end].text == ")":
            return [_work(person, party, "", person.start, "role:bracket")]
    first = position + 1
    return (
        _directly(context, person, first)
        or _listed_roles(context, person, first)
        or in_apposition(context, person, first)
    )


def _directly(context: Context, person: Link, position: int) -> list[Affiliation]:
    """ "X dell'Istituto Y", "X, del quotidiano Y": no role between."""
    doc = context.doc
    if position >= len(doc) or doc[position].text.lower() not in OF | {"presso"}:
        return []
    for start in range(position + 1, min(len(doc), position + 5)):
        org = context.organisation(start)
        if org is not None and preposition_before(doc, start) == position:
            return [_work(person, org, "", person.start, "role:of")]
        link = context.by_token.get(start)
        if link is not None and link.kind == "demonym" and role_lexicon().organs.holds(doc[start - 1].text):
            made = (link.actor_id, "", person.start, link.end, "role:of-organ", True)
            return [Affiliation(person.actor_id, *made)]
    return []


def _listed_roles(context: Context, person: Link, first: int) -> list[Affiliation]:
    """The roles of an apposition, those that were left out."""
    doc, words = context.doc, role_lexicon()
    role, found, i = None, [], first
    while i < min(len(doc), first + APPOSITION):
        token = doc[i]
        if ends_clause(token) or token.pos_ == "AUX" or token.text.lower() in {"che", "quando", "mentre", "cui"}:
            break
        if (token.text == "," and found) or (role is None and i > first + 5):
            break
        if words.office_roles.holds(token.text) or words.work_roles.holds(token.text):
            former = is_former(doc, i) or another_s(doc, i)
            phrase = role_phrase(doc, i, context.by_token, words.office_roles)
            if phrase is not None and phrase.org:
                if _names_another(context, phrase.end):
                    break
                if not former:
                    made = (phrase.org, phrase.title, i, phrase.end, "role:after", True)
                    found.append(Affiliation(person.actor_id, *made))
                i = phrase.end
                continue
            role = None if former else i if role is None or doc[i - 1].text.lower() in {"e", "ed"} else role
            i += 1
            continue
        org = context.organisation(i)
        if org is not None and role is not None and preposition_before(doc, i) > role:
            if _names_another(context, org.end):
                break
            title = doc.text_of(role, preposition_before(doc, i)).lower()
            found.append(_work(person, org, title, role, "role:presso"))
            i, role = org.end, None
            continue
        i += 1
    return found


def _names_another(context: Context, end: int) -> bool:
    """Whether a person stands directly after a role, whose role it is then ("X e il presidente di Y Z")."""
    after = context.by_token.get(end + 1 if end < len(context.doc) and context.doc[end].text == "," else end)
    return after is not None and after.label == "PER"


def _work(person: Link, org: Link, title: str, start: int, rule: str) -> Affiliation:
    return Affiliation(person.actor_id, org.actor_id, title, start, org.end, rule, False)
