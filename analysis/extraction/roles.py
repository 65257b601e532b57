"""Role phrases: "ministro della Difesa russo", "presidente della Romania": where they end, for whom they act."""

from dataclasses import dataclass

from analysis.extraction.links import Link
from analysis.extraction.organisation_words import organisation_lexicon
from analysis.extraction.role_words import WordList, role_lexicon
from analysis.language.words import Words

OF = {"di", "del", "dello", "della", "dell'", "dell’", "dei", "degli", "delle"}
_TO = {"alla", "al", "all'", "all’", "agli", "alle", "ai"}
_LONGEST = 9
_ADJECTIVE_ENDINGS = tuple(
    "ale ali ile ili ivo iva ivi ive ario aria ari arie are ico ica ici iche ero era eri iero iera iere ieri oso osa "
    "ano ana ani ane imi ime ino ina ini ine ese esi eo ea ei ee imo ima emo ema iore iori dosso dossa nte nti ito ita "
    "uta uto sta sti bile".split()
)


@dataclass(frozen=True)
class RolePhrase:
    """Tokens start..end; `org` the state or body named inside it, or ""; `title` its words without that."""

    start: int
    end: int
    org: str
    title: str


def role_phrase(doc: Words, start: int, by_token: dict[int, Link], heads: WordList) -> RolePhrase | None:
    """The role phrase whose head noun is this token, or None where it is no head noun."""
    head = doc[start].lower_
    if not heads.opens(head):
        return None
    two = f"{head} {doc[start + 1].text.lower()}" if start + 1 < len(doc) else ""
    if two in heads.words:
        end = start + 2
    elif head in heads.words:
        end = start + 1
    else:
        return None
    position = end
    while position < min(len(doc), start + _LONGEST):
        token, link = doc[position], by_token.get(position)
        if link is not None and link.kind == "demonym":
            return RolePhrase(start, link.end, link.actor_id, doc.text_of(start, position).lower())
        # "il presidente Usa", "l'inviato Onu"
        beside = link is not None and link.kind == "name" and link.actor_id and not link.actor_id.startswith("person:")
        if beside and link.start == position and (":" not in link.actor_id or link.actor_id.startswith("igo:")):
            return RolePhrase(start, link.end, link.actor_id, doc.text_of(start, position).lower())
        # "il segretario alla Difesa": the department; "a" before anything else is no part of the office
        of_department = token.text.lower() in _TO and position + 1 < len(doc) and _is_department(doc[position + 1].text)
        if of_department:
            position = end = position + 2
            continue
        if token.text.lower() in OF and position + 1 < len(doc):
            inner = by_token.get(position + 1)
            # "della Difesa", "degli Affari esteri": the department; "della Romania": the state
            if inner is not None and doc.text_of(inner.start, inner.end).lower() in role_lexicon().office_complements:
                position = end = inner.end
                continue
            if inner is not None and inner.label == "LOC" and inner.actor_id:
                return RolePhrase(start, inner.end, inner.actor_id, doc.text_of(start, position).lower())
            if inner is not None and inner.kind == "name" and inner.actor_id.startswith(("igo:", "org:")):
                return RolePhrase(start, inner.end, inner.actor_id, doc.text_of(start, position).lower())
            noun = doc[position + 1].text
            department = _is_department(noun)
            if inner is None and (noun[0].isupper() or department):
                position = end = position + 2
                continue
            break
        if link is None and token.is_alpha and token.text[0].islower() and is_adjective(token):
            position += 1
            end = position
            continue
        break
    return RolePhrase(start, end, "", doc.text_of(start, end).lower())


def _is_department(word: str) -> bool:
    return word in role_lexicon().office_complements or organisation_lexicon().departments.holds(word)


def is_adjective(token) -> bool:
    """By its tag or, where the document has none, by its ending."""
    return (token.pos_ == "ADJ" or not token.pos_) and ends_as_adjective(token.text)


def ends_as_adjective(word: str) -> bool:
    """By the endings that adjectives of relation have."""
    return word.endswith(_ADJECTIVE_ENDINGS)


def is_former(doc: Words, start: int) -> bool:
    """Whether the role before which this stands is one that was ("l'ex presidente")."""
    former = role_lexicon().former
    return any(token.text.lower() in former for token in doc[max(0, start - 2) : start])
