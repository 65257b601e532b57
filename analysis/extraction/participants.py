"""From a nominal to the actors it names: names, offices, demonyms, heads that act for a state."""

from functools import cache

from analysis.extraction.links import Link, Links
from analysis.language import load_lexicon
from analysis.language.sentences import sentence_end
from analysis.language.spans import by_preposition, conjuncts, contiguous_right, preposition
from analysis.language.words import Word

_OF = frozenset("di del dello della dell' dell’ dei degli delle d' d’".split())
_AND = frozenset(("e", "ed", ",", "o", "nonché"))


@cache
def words(list_id: str) -> frozenset[str]:
    """The words of one list of `participants.yaml`."""
    return next(entry.words for entry in load_lexicon("participants").lists if entry.id == list_id)


def actor_at(token: Word, links: Links, deep: bool | str = False) -> Link | None:
    """The first of the actors a noun phrase stands for, see `actors_at`."""
    found = actors_at(token, links, deep)
    return found[0] if found else None


def actors_at(token: Word, links: Links, deep: bool | str = False) -> list[Link]:
    """The actors a noun phrase stands for: its own link, a person named in it, or the states its head acts for.

    deep: any head will do ("gli sforzi di Haiti" is Haiti), not only heads that act for a state; `people`: any head
    with a demonym ("agricoltori francesi").
    """
    own = links.all_at(token)
    if own:
        return own
    if deep and token.lower_ in words("quantity"):
        counted = _counted(token)
        if counted is not None:
            return actors_at(counted, links, deep)
    right = contiguous_right(token, lambda t: links.at(t) is not None and links.at(t).kind == "demonym")
    named = _named_beside(token, right, links) if token.lower_ not in words("followers") else None
    if named is not None:
        return [named]
    organ = acts_for_a_state(token)
    if organ and any(t.lower_ in words("non-government") for t in right) and (leader := _apposed(token, links)):
        return leader
    if not deep and not organ:
        return []
    kinds = ("demonym",) if deep == "people" and not organ else ("demonym", "name", "office", "description")
    for current in right:
        link = links.at(current)
        if link is not None and link.kind in kinds and link.actor_id:
            return [*links.all_at(current), *_coordinated_inside(link, links, current)]
    for child in token.lefts:
        link = links.at(child)
        if link is not None and link.kind == "demonym":
            return [link]
    if token.lower_ in words("local-organs"):
        seat = [link for current in right for link in states_of_places(current, links)]
        if seat:
            return seat[:1]
    if not deep:
        return []
    owner = [x for c in token.lefts for x in links.all_at(c) if x.kind == "pronoun" and c.dep_.startswith("det")]
    found = owner or _apposed(token, links)
    if found or deep == "people":
        return found
    return _doer(token, links) or _place_of(token, links)


def acts_for_a_state(token: Word) -> bool:
    """Does a noun, with a nationality or "di" and a state, act for that state?"""
    organs = load_lexicon("cues").organs
    lemma, form = token.lemma_.lower(), token.lower_
    return lemma in organs or form in organs or form in words("membership")


def _counted(token: Word) -> Word | None:
    """The noun after "di" that a quantity counts."""
    doc = token.doc
    for position in range(token.i + 1, min(sentence_end(token) - 1, token.i + 4)):
        if doc[position].lower_ in _OF:
            return next((t for t in doc[position + 1 : position + 5] if t.pos_ in ("NOUN", "PROPN")), None)
    return None


def _coordinated_inside(link: Link, links: Links, token: Word) -> list[Link]:
    """What is coordinated with an actor inside a noun phrase: "truppe russe e bielorusse", "i capi di X, Y e Z"."""
    doc, position, found = token.doc, link.end, []
    while position + 1 < sentence_end(token) and doc[position].lower_ in _AND:
        after = position + 1
        if doc[after].lower_ in _AND:
            after += 1
        if link.kind == "name" and doc[after].lower_ in _OF:
            after += 1
        other = links.at(doc[after]) if after < len(doc) else None
        if other is None or other.kind != link.kind or not other.actor_id or other.start != after:
            break
        found.append(other)
        position = other.end
    # "delle truppe russe, ucraine ..." without a conjunction may be the start of another phrase
    closed = any(doc[other.start - 1].lower_ in ("e", "ed", "o", "nonché") for other in found)
    return found if closed or (found and doc[found[0].start - 1].lower_ in _OF) else []


def _apposed(token: Word, links: Links) -> list[Link]:
    """The name in an apposition: "il suo rivale, Kim"."""
    for child in token.rights:
        if child.dep_ == "appos":
            found = [link for link in links.all_at(child) if link.kind in ("name", "office") and link.actor_id]
            if found:
                return found
    return []


def _doer(token: Word, links: Links) -> list[Link]:
    """Who does the act that a noun names: "le forniture dalla Cina", "le accuse da parte di Pechino"."""
    for base, inner in by_preposition(token):
        if base == "da":
            found = [link for part in conjuncts(inner) for link in actors_at(part, links) if link.actor_id]
            if found:
                return found
    return []


def _place_of(token: Word, links: Links) -> list[Link]:
    """The state in which something is: "le milizie sciite in Iraq", "un consolato nel nord della Siria"."""
    for base, inner in by_preposition(token):
        if base == "in":
            found = [link for link in actors_at(inner, links, True) if len(link.actor_id) == 3]
            if found:
                return found
    return []


def _named_beside(token: Word, right: list[Word], links: Links) -> Link | None:
    for current in right:
        link = links.at(current)
        if link is not None and link.kind == "name" and link.label in ("PER", "ORG") and link.start == current.i:
            before = token.doc[link.start - 1] if link.start > token.i + 1 else None
            if before is None or before.pos_ != "ADP":
                return link
    return None


def actors_of(token: Word, links: Links, deep: bool | str = False) -> list[Link]:
    """The actors of a nominal and of those coordinated with it, each once, in the order of the text."""
    found: dict[str, Link] = {}
    for part in conjuncts(token):
        if part.i != token.i and preposition(part) and preposition(part) != preposition(token):
            continue
        for link in actors_at(part, links, deep):
            if link.actor_id:
                found.setdefault(link.actor_id, link)
    return list(found.values())


def states_of_places(token: Word, links: Links) -> list[Link]:
    """The states whose places a nominal names: "a Mosca" where it is no government."""
    return [link._replace(actor_id=link.place) for link in links.all_at(token) if link.place]


def places_in(token: Word, links: Links, depth: int = 2) -> list[Link]:
    """The state of the place that a nominal names, itself or in its "di": "bombardare Prova", "la città di Prova"."""
    found = states_of_places(token, links)
    for base, inner in () if found or not depth else by_preposition(token):
        if base in ("di", "a", "in"):
            found = found or places_in(inner, links, depth - 1)
    return found[:1]
