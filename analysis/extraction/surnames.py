"""Persons by less than their full name: surnames, by-names ("detto X"), one name after a title ("papa X")."""

import re
from itertools import pairwise

from analysis.extraction.links import Link
from analysis.extraction.role_words import role_lexicon
from analysis.extraction.roles import OF
from analysis.extraction.sentence_starts import opens_sentence
from analysis.extraction.spelling import folded, spelling_key
from analysis.language.words import Word, Words
from analysis.registry import Registry
from analysis.tables import slug

_PARTICLES = {"al", "el", "ben", "bin", "von", "van", "de", "di", "del", "della", "da", "le", "la", "ter", "abu", "dos"}
_FOREIGN_PARTICLES = {"Al", "El", "Ben", "bin", "von", "van", "Von", "Van", "el"}
_GENERATIONS = {"jr", "jr.", "sr", "sr.", "junior", "ii", "iii", "iv"}
_ARTICLE = re.compile(r"^(?:al|el|as|ash)-", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]")
_SHORT = 5
"""Below so many letters a surname counts only as it is spelt: too many short words share a key."""


def surname_links(doc: Words, links: list[Link], registry: Registry, published: str) -> list[Link]:
    """Surnames alone: of persons named in full in the text, of the well known, of office-holders after their title."""
    taken = {i for link in links if link.kind == "name" for i in range(link.start, link.end)}
    named = _named(doc, links, registry)
    known = _known(registry)
    made = []
    for token in doc:
        if token.i in taken or token.text.islower() or not _WORD.match(token.text):
            continue
        start, key = _particle_start(doc, token.i), _key(token.text)
        if key not in named and key not in known:
            continue
        if _part_of_a_longer_name(doc, start, token.i, taken):
            continue
        person, rule = _person(token, start, named.get(key, []), known.get(key, []), registry, published)
        if person:
            made.append(Link(start, token.i + 1, person, "name", "PER", rule))
    return made


_last: list[tuple[Registry, dict[str, list[str]]]] = []


def _known(registry: Registry) -> dict[str, list[str]]:
    """Keys of the registry's surnames to their persons; the last registry's are kept."""
    if not _last or _last[0][0] is not registry:
        table: dict[str, list[str]] = {}
        for actor in registry.actors.values():
            if actor.kind == "person" and actor.surname:
                table.setdefault(_key(actor.surname.split()[-1]), []).append(actor.id)
        _last[:] = [(registry, table)]
    return _last[0][1]


def _person(
    token: Word, start: int, named: list, known: list[str], registry: Registry, published: str
) -> tuple[str, str]:
    """(person, rule): the one last named before, else the one named first, else the well known or the title's."""
    if named:
        earlier = [actor for position, actor in named if position < token.i]
        return (earlier[-1] if earlier else named[0][1]), "surname:named"
    previous = token.doc[start - 1] if start else None
    titled = previous is not None and role_lexicon().office_roles.holds(previous.text)
    titled = titled or (start > 1 and role_lexicon().office_roles.holds(token.doc[start - 2].text))
    fits = [
        actor
        for actor in known
        if registry.actors[actor].well_known or (titled and registry.offices_of(actor, published))
    ]
    if len(fits) > 1:
        fits = [actor for actor in fits if registry.offices_of(actor, published)]
    return (fits[0], "surname:office" if titled else "surname:well-known") if len(fits) == 1 else ("", "")


def _named(doc: Words, links: list[Link], registry: Registry) -> dict[str, list[tuple[int, str]]]:
    """Keys of surnames and by-names to (position, person), in the order of the text."""
    named: dict[str, list[tuple[int, str]]] = {}
    for link in sorted(links):
        if link.label != "PER" or not link.actor_id.startswith("person:"):
            continue
        for surname in _surnames(doc.text_of(link.start, link.end), registry, link.actor_id):
            named.setdefault(_key(surname), []).append((link.start, link.actor_id))
        by_name = _by_name(doc, link.end)
        if by_name is not None:
            named.setdefault(_key(by_name.text), []).append((by_name.i, link.actor_id))
    return named


def _key(word: str) -> str:
    """What the spellings of a surname share, with or without its article ("al-Prova")."""
    word = _ARTICLE.sub("", word)
    key = spelling_key(word)
    return key if len(word) >= _SHORT else folded(word)


def _particle_start(doc: Words, position: int) -> int:
    """Where the surname starts with its particle: "al-Prova" in three tokens, "von Prova"."""
    if position > 1 and doc[position - 1].text == "-" and doc[position - 2].text.lower() in _PARTICLES:
        return position - 2
    # "al Prova" is Italian, "Al Prova" within a sentence is not
    before = doc[position - 1] if position else None
    own = before is not None and (before.text in _FOREIGN_PARTICLES) and not opens_sentence(before)
    return position - 1 if own else position


def _by_name(doc: Words, end: int) -> Word | None:
    """ ", detto X", "noto come X", "(alias X)", "nome di battaglia X": the token of X after the name that ends here."""
    words = role_lexicon()
    for position in range(end, min(len(doc) - 1, end + 9)):
        token = doc[position]
        if token.text.lower() in words.by_names:
            following = doc[position + 1]
            return following if following.text[0].isupper() else None
        if token.is_alpha and token.text.lower() not in words.by_name_fillers:
            return None
    return None


def _surnames(text: str, registry: Registry, actor_id: str) -> list[str]:
    """What the person may be called by alone."""
    actor = registry.actors.get(actor_id)
    if actor is not None:
        return [actor.surname.split()[-1]] if actor.surname else []
    words = [word for word in re.split(r"\s+", text) if word[:1].isupper() or "-" in word]
    words = [word for word in words if word.lower() not in _GENERATIONS]
    if len(words) < 2:
        return []
    # East Asian order shows in the hyphen of the given name: Kwon Tae-ho
    last = words[0] if re.search(r"-[a-z]", words[-1]) else words[-1]
    return [last]


def _part_of_a_longer_name(doc: Words, start: int, position: int, taken: set[int]) -> bool:
    """Whether an unknown capitalised word stands directly before (a first name) or after it."""
    previous = doc[start - 1] if start else None
    follower = doc[position + 1] if position + 1 < len(doc) else None
    before = (
        previous is not None
        and previous.is_alpha
        and previous.text[0].isupper()
        and not opens_sentence(previous)
        and previous.i not in taken
        and previous.pos_ in ("", "PROPN")
        and not role_lexicon().office_roles.holds(previous.text)
        and not role_lexicon().titles.holds(previous.text)
    )
    after = (
        follower is not None
        and follower.is_alpha
        and follower.text[0].isupper()
        and follower.i not in taken
        and follower.is_sent_start is not True
        and follower.pos_ in ("", "PROPN")
    )
    return before or after


def single_names(doc: Words, links: list[Link]) -> list[Link]:
    """Persons with one name, after a title that goes with one: "il patriarca di Prova Irineo", "papa Prova"."""
    titles = role_lexicon().titles
    taken = {link.start: link for link in links if link.kind == "name"}
    inside = {i for link in links if link.kind == "name" for i in range(link.start, link.end)}
    made = []
    for token, following in pairwise(doc):
        # what follows is a capital or "di"; the list of titles is the dearer question
        of = following.lower_ in OF
        if not (of or following.text[0].isupper()) or not titles.holds(token.text):
            continue
        position = token.i + 1
        if of and position + 2 < len(doc):
            position = taken[position + 1].end if position + 1 in taken else position + 2
        end = position
        while end < len(doc) and end - position < 2 and _is_name(doc[end]) and end not in inside:
            end += 1
        if end > position:
            made.append(Link(position, end, f"person:{slug(doc.text_of(position, end))}", "name", "PER", titles.id))
    return made


def _is_name(token: Word) -> bool:
    """A name of a person or its number ("Leone", "XIV")."""
    return token.text[0].isupper() and token.is_alpha and token.pos_ in ("", "PROPN", "ADJ", "NUM", "NOUN", "X")
