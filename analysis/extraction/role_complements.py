"""Whom a role serves: the state, body or organisation in what follows its noun ("della missione dell'Unione africana in
Somalia", "dei servizi segreti turchi", "alla Sorbona").
"""

from dataclasses import dataclass
from itertools import pairwise

from analysis.extraction.affiliation import Context, ends_clause
from analysis.extraction.links import Link
from analysis.extraction.organisation_words import organisation_lexicon
from analysis.extraction.role_words import role_lexicon
from analysis.extraction.roles import OF, is_adjective
from analysis.language.spans import PREPOSITION
from analysis.language.words import Word, Words

_LONGEST = 14
_AT_WORK = ("a", "presso", "in")
_ARTICLES = frozenset("il lo la l' l’ i gli le un uno una un' un’".split())
_PASSED = _ARTICLES | {"e", "ed", "-", "("}
_NOW = frozenset("oggi ora adesso attualmente tuttora poi anche".split())
_PRONOUNS = frozenset({"quello", "quella"})
_STOPS = frozenset("che cui quale quali quando mentre dove perché se ma o".split())


@dataclass(frozen=True)
class Served:
    """The link that says whom a role serves, and the token after it; `acts`: the person acts for it."""

    link: Link
    end: int
    acts: bool


def head_after(doc: Words, position: int) -> int:
    """The token after the role noun (one to three words) that opens here; `position` where none does."""
    words = role_lexicon()
    if doc[position].lower_ in words.governments:
        return position
    if doc[position].lower_ in _PRONOUNS:  # "e quello dell'Uganda, X"
        return position + 1 if position + 1 < len(doc) and doc[position + 1].lower_ in OF else position
    if doc[position].lower_ == "ad":  # "l'ad di Prova", not "ad interim"
        elided = position > 0 and doc[position - 1].lower_.endswith(("l'", "l’"))
        return position + 1 if elided else position
    first = doc[position].lower_
    if not any(table.opens(first) for table in (words.office_roles, words.work_roles, words.positions)):
        return position
    for size in (3, 2, 1):
        phrase = doc.text_of(position, position + size).lower()
        if position + size <= len(doc) and any(
            phrase in table.words for table in (words.office_roles, words.work_roles, words.positions)
        ):
            return position + size
    return position


def opens_role(doc: Words, position: int) -> bool:
    """Does a role noun stand here, past articles and adverbs ("e oggi consigliera", ", ex console")?"""
    former, skipped = role_lexicon().former, 0
    while position < len(doc) - 1 and skipped < 4 and head_after(doc, position) == position:
        word = doc[position]
        if not (
            word.lower_ in _ARTICLES
            or word.pos_ == "ADV"
            or word.lower_ in _NOW
            or word.lower_ in former
            or is_adjective(word)
        ):
            return False
        position, skipped = position + 1, skipped + 1
    return head_after(doc, position) > position


def another_s(doc: Words, head: int) -> bool:
    """ "la moglie del presidente", "rivale del ministro": the role is another's than the one who is named."""
    before = [token.lower_ for token in doc[max(0, head - 3) : head]]
    return any(a in role_lexicon().kin and b in OF for a, b in pairwise(before))


def is_office(doc: Words, position: int) -> bool:
    """Does the role noun that opens here make its holder act for a state?"""
    words = role_lexicon()
    if doc[position].lower_ in _PRONOUNS:
        return True
    end = head_after(doc, position)
    phrase = doc.text_of(position, end).lower()
    return phrase in words.office_roles.words or phrase in words.positions.words


def served(context: Context, head: int) -> Served | None:
    """The first state, body or organisation in the complements of the role noun at `head`.

    What stands after "per", "in", "a" is where the role is held or what it is about, unless somebody works there.
    """
    doc, office, fillers = context.doc, is_office(context.doc, head), role_lexicon().fillers
    diplomat = role_lexicon().diplomats.holds(doc[head].text)
    position, base, nouns = head_after(doc, head), "", []
    last = min(len(doc), head + _LONGEST)
    while position < last:
        token, link = doc[position], context.by_token.get(position)
        if ends_clause(token) or token.text == "," or token.lower_ in _STOPS:
            return None
        if link is None and _is_finite(token):
            return None
        if link is not None and link.label == "PER" or token.lower_ in ("e", "ed") and opens_role(doc, position + 1):
            return None
        if link is not None and link.start == position and link.actor_id:
            place_of_work = not diplomat and base in _AT_WORK and ":" in link.actor_id and not nouns
            own = base in ("", "di") or place_of_work
            if own and _serves(link, office, nouns):
                return Served(link, link.end, office)
            position = link.end
            continue
        if link is None:
            base = PREPOSITION.get(token.lower_, base)
            described = token.lower_ in PREPOSITION or token.lower_ in _PASSED or token.lower_ in fillers
            if not described and not is_adjective(token) and token.is_alpha:
                nouns.append(token.lower_)
                if token.lower_ in organisation_lexicon().departments.words:  # "alla Difesa Usa"
                    base = "di"
        position += 1
    return None


def _serves(link: Link, office: bool, nouns: list[str]) -> bool:
    """A body or an organisation always; a state for an office of its own or at one of its organs."""
    words = role_lexicon()
    if any(noun in words.no_state for noun in nouns):
        return False
    if ":" in link.actor_id:
        return link.kind != "demonym"
    departments = organisation_lexicon().departments.words
    organs = any(
        words.organs.holds(noun) or words.state_bodies.holds(noun) or noun in departments or noun in words.governments
        for noun in nouns
    )
    return organs or (office and all(noun in words.office_complements for noun in nouns))


def _is_finite(token: Word) -> bool:
    return token.pos_ == "AUX" or token.pos_ == "VERB" and "Part" not in token.morph.get("VerbForm")
