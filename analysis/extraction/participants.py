"""From a nominal to the actors it names: names, offices, demonyms, heads that act for a state."""

from spacy.tokens import Token

from analysis.extraction.links import Link, Links
from analysis.language import load_lexicon
from analysis.language.spans import conjuncts, contiguous_right, preposition


def actor_at(token: Token, links: Links, deep: bool | str = False) -> Link | None:
    """The actor a noun phrase stands for: its own link, a person named in it, or the state its head acts for.

    deep: any head will do ("gli sforzi di Haiti" is Haiti), not only heads that act for a state; `people`: any head
    with a demonym ("agricoltori francesi").
    """
    own = links.at(token)
    if own is not None:
        return own
    right = contiguous_right(token, lambda t: links.at(t) is not None and links.at(t).kind == "demonym")
    named = _person_beside(token, right, links)
    if named is not None:
        return named
    lemma, form = token.lemma_.lower(), token.lower_
    organs = load_lexicon("cues").organs
    organ = lemma in organs or form in organs
    if deep or organ:
        for current in right:
            link = links.at(current)
            if link is not None and link.kind in (
                ("demonym",) if deep == "people" and not organ else ("demonym", "name", "office")
            ):
                return link
        for child in token.lefts:
            link = links.at(child)
            if link is not None and link.kind == "demonym":
                return link
    return None


def _person_beside(token: Token, right: list[Token], links: Links) -> Link | None:
    for current in right:
        link = links.at(current)
        if link is not None and link.kind == "name" and (link.label == "PER" or link.actor_id.startswith("person:")):
            before = token.doc[link.start - 1] if link.start > token.i + 1 else None
            if before is None or before.pos_ != "ADP":
                return link
    return None


def actors_of(token: Token, links: Links, deep: bool | str = False) -> list[Link]:
    """The actors of a nominal and of those coordinated with it, each once, in the order of the text."""
    found: dict[str, Link] = {}
    for part in conjuncts(token):
        if part.i != token.i and preposition(part) and preposition(part) != preposition(token):
            continue
        link = actor_at(part, links, deep)
        if link is not None and link.actor_id:
            found.setdefault(link.actor_id, link)
    return list(found.values())
