"""A target that the frame leaves open: the only other actor of the clause, or the source's own state.

Each fallback gives its name to the row's rule, so that a reader sees that the target was inferred.
"""

from spacy.tokens import Token

from analysis.extraction.links import Link, Links
from analysis.extraction.noun_places import verb_above
from analysis.extraction.participants import words
from analysis.extraction.triggers import Trigger
from analysis.language.spans import PREPOSITION, conjuncts, own_subject

_OTHER_CLAUSE = ("parataxis", "acl:relcl", "advcl")
_COMPANY = frozenset(("insieme", "assieme", "accanto", "secondo", "tramite", "attraverso"))
CLAUSE = 60
"""Tokens of a clause that are looked at."""


def only_other(trigger: Trigger, sources: list[Link], links: Links) -> list[Link]:
    """The one state or actor besides the source that the clause names; [] where it names none or several."""
    own = {links.state_of(link.actor_id) for link in sources}
    others: dict[str, Link] = {}
    for token in _clause(trigger):
        for link in links.all_at(token):
            state = links.state_of(link.actor_id)
            if state and state not in own and link.start == token.i and not _beside_the_point(token, trigger):
                others.setdefault(state, link)
    return list(others.values()) if len(others) == 1 else []


def _clause(trigger: Trigger) -> list[Token]:
    """The tokens after the trigger in its clause and in the clauses that complete it."""
    top = trigger.verb if trigger.verb is not None else trigger.noun
    if trigger.verb is None and verb_above(top) is not None and top.dep_ in ("obj", "nsubj:pass"):
        top = verb_above(top)
    found, queue = [], [top]
    while queue and len(found) < CLAUSE:
        current = queue.pop()
        found.append(current)
        queue += [c for c in current.children if not _leaves(c, top)]
    return sorted((t for t in found if t.i > trigger.start), key=lambda t: t.i)


def _leaves(child: Token, top: Token) -> bool:
    """Does another clause begin here? An infinitive or gerund that depends on the trigger belongs to its clause."""
    if child.dep_ == "acl:relcl" or child.dep_ == "parataxis":
        return True
    if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX") and child.head.i == top.i:
        return True
    if child.dep_ == "advcl":
        return any(c.lower_ in ("se", "mentre", "dopo", "quando", "come", "perché", "poiché") for c in child.lefts)
    return child.dep_.startswith("nsubj") and child.head.i == top.i


def _beside_the_point(token: Token, trigger: Trigger) -> bool:
    """In company, at second hand, or the place where it happens."""
    before = token.doc[max(token.sent.start, token.i - 4) : token.i]
    if any(t.lower_ in _COMPANY or t.lower_ in words("reporter") for t in before):
        return True
    bases = [PREPOSITION[t.lower_] for t in before if t.lower_ in PREPOSITION]
    return bool(bases) and bases[-1] == "tra"


def at_home(trigger: Trigger, sources: list[Link], links: Links) -> list[Link]:
    """The source's own state: for measures and protests at home, and for acts on people who have no other state."""
    states = {links.state_of(link.actor_id) for link in sources}
    own = next(iter(states)) if len(states) == 1 else ""
    if len(own) != 3 or any(
        links.state_of(x.actor_id) not in ("", own) for t in _clause(trigger) for x in links.all_at(t)
    ):
        return []
    if trigger.group.type == "PROTEST" and trigger.verb is not None:
        return _home(sources, own)
    verb, noun = trigger.verb, trigger.noun
    if noun is not None and verb is not None and noun.lower_ in words("home-measure"):
        return _home(sources, own)
    if verb is None:
        return []
    near = [t for t in _clause(trigger)[:12] if t.lower_ in words("countrymen") or t.lower_ in words("home-measure")]
    if any(not links.all_at(token) for token in near):
        return _home(sources, own)
    who = own_subject(verb)
    if who is not None and any(part.lower_ in words("countrymen") for part in conjuncts(who)):
        return _home(sources, own)
    return []


def _home(sources: list[Link], own: str) -> list[Link]:
    first = sources[0]
    return [Link(first.start, first.end, own, "description", "", "role:at-home")]
