"""Whom a title serves that names nobody: "il suo inviato per Y", "ha fatto sapere il ministro degli Esteri"."""

from collections.abc import Mapping

from analysis.extraction.affiliation import Context
from analysis.extraction.links import Link
from analysis.extraction.role_words import role_lexicon
from analysis.language.spans import PREPOSITION

_SENTENCE = 60
_OWN = frozenset("suo sua proprio propria loro".split())
_OTHER_SIDE = frozenset("dal dalla dall' dall’ con col al alla all' all’".split())
_ARTICLES = frozenset("il lo la l' l’ i gli le".split())
_ENDS = (".", "!", "?")


def around(context: Context, position: int, known: Mapping[str, str], taken: frozenset[str] = frozenset()) -> str:
    """The state that the sentence names before this place, by name or by a person who serves it: the only one, else the
    one that stands there bare first. Where it names none: the text's state, else that of the sentence before.

    known: whom persons serve; taken: states that cannot be meant, since another bears the title there.
    """
    sentence, previous = _named_before(context, position)
    here = _states(context, sentence, known, taken)
    if len(here) == 1:
        return here[0]
    if here:
        bare = [link for link in sentence if _bare(context, link)]
        return next(iter(_states(context, bare, known, taken)), "")
    if context.state and context.state not in taken:
        return context.state
    before = _states(context, previous, known, taken)
    return before[0] if len(before) == 1 else ""


def owner(context: Context, head: int, known: Mapping[str, str]) -> str:
    """Whose "il suo inviato" is: of the subject of the sentence, else of whom it or the one before names last.

    known: whom persons serve.
    """
    sentence, previous = _named_before(context, head)
    subject = [link for link in sentence if _bare(context, link)][:1]
    for link in [*subject, *reversed(sentence), *reversed(previous)]:
        whose = known.get(link.actor_id, "") if link.label == "PER" else link.actor_id if link.kind == "name" else ""
        if whose:
            return whose
    return ""


def received(context: Context, head: int, state: str, known: Mapping[str, str]) -> bool:
    """ "Neri è ricevuto dal ministro": whoever receives somebody is not of his side."""
    before = {token.lower_ for token in context.doc[max(0, head - 2) : head]}
    sentence, _ = _named_before(context, head)
    return bool(before & _OTHER_SIDE) and state in {known.get(link.actor_id, "") for link in sentence}


def is_own(context: Context, head: int) -> bool:
    """ "il suo vice": does a possessive stand before the title?"""
    return bool({token.lower_ for token in context.doc[max(0, head - 2) : head]} & _OWN)


def _states(context: Context, links: list[Link], known: Mapping[str, str], taken: frozenset[str]) -> list[str]:
    found = [known.get(link.actor_id, "") if link.label == "PER" else link.actor_id for link in links]
    return list(dict.fromkeys(state for state in found if len(state) == 3 and state not in taken))


def _bare(context: Context, link: Link) -> bool:
    """No preposition stands before the name and its article."""
    start = link.start - 1
    start -= start > 0 and context.doc[start].lower_ in _ARTICLES
    return start < 0 or context.doc[start].lower_ not in PREPOSITION


def _named_before(context: Context, position: int) -> tuple[list[Link], list[Link]]:
    """States, bodies and persons that the sentence names before this place, and that the sentence before names."""
    found: list[Link] = []
    previous: list[Link] = []
    for back in range(max(0, position - _SENTENCE), position):
        token = context.doc[back]
        if token.text in _ENDS or "\n" in token.text:
            found, previous = [], found
        link = context.by_token.get(back)
        if link is None or link.start != back or not link.actor_id or link.actor_id.startswith("org:"):
            continue
        organ = link.kind == "demonym" and back > 0 and role_lexicon().organs.holds(context.doc[back - 1].text)
        if link.kind == "name" or organ:
            found.append(link)
    return found, previous
