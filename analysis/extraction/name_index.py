"""The registry's names in a document, by longest match on words; tolerant of accents, apostrophes and hyphens."""

import re
from functools import lru_cache
from typing import NamedTuple

from analysis.extraction.spelling import folded, name_key, spelling_key
from analysis.language.words import Words
from analysis.registry import Registry

_WORD = re.compile(r"\w+")
_PREFIXES = {"ex", "anti", "filo", "pro", "neo", "post", "pre", "non"}
_LONGEST_PERSON = 6
_JOINTS = {"-", "'", "’", ".", "/", "&", "+", "–", "\n"}


class Match(NamedTuple):
    """Tokens start..end name `actor`. how: name, capital, seat, person, spelling, demonym, short, place, city (a place
    of which the registry knows the state).

    `rule`: by which an ambiguous name was decided, else "".
    """

    start: int
    end: int
    actor: str
    how: str
    rule: str = ""


class _Name(NamedTuple):
    words: tuple[str, ...]
    upper: tuple[bool, ...]
    actor: str
    how: str
    exact: str


class NameIndex:
    """All names of a registry, found by their first word."""

    def __init__(self, registry: Registry):
        self.registry = registry
        self.ambiguous = {folded(entry.name): entry for entry in registry.ambiguous}
        self._by_first: dict[str, list[_Name]] = {}
        self._spellings: dict[str, str] = {}
        self._first_letters: set[str] = set()
        for actor in registry.actors.values():
            kind = "person" if actor.kind == "person" else "name"
            for name in (actor.name, *actor.aliases):
                self._add(name, actor.id, kind)
                if kind == "person":
                    self._add_spelling(name, actor.id)
            if kind == "person" and " " in actor.surname:
                self._add(actor.surname, actor.id, kind)
            for how, names in (("capital", actor.capitals), ("seat", actor.seats), ("short", actor.short)):
                for name in names:
                    self._add(name, actor.id, how)
            for name in actor.demonyms:
                self._add(name, actor.id, "demonym")
        for place in registry.places:
            for name in place.names:
                self._add(name, place.id, "city" if place.state else "place")
        for entry in registry.ambiguous:
            words = tuple(map(folded, _WORD.findall(entry.name)))
            # "Washington" is a capital already: only what is no name so far is added
            if all(name.words != words for name in self._by_first.get(words[0], ())):
                self._add(entry.name, entry.otherwise, "name")
        order = {"place": 0, "city": 0, "name": 1, "person": 1, "seat": 2, "capital": 3, "demonym": 4, "short": 5}
        for names in self._by_first.values():
            names.sort(key=lambda name: (-len(name.words), order[name.how], name.actor, name.words))
        opening = {(name.words[0], name.upper[0]) for names in self._by_first.values() for name in names}
        # a name that opens without a capital may be written with one
        self._openings = opening | {(word, True) for word, _ in opening}

    def _add(self, name: str, actor: str, how: str) -> None:
        parts = _WORD.findall(name)
        if parts:
            upper = tuple(part[0].isupper() for part in parts)
            exact = name if len(name) <= 3 else ""
            entry = _Name(tuple(map(folded, parts)), upper, actor, how, exact)
            self._by_first.setdefault(entry.words[0], []).append(entry)

    def _add_spelling(self, name: str, actor: str) -> None:
        """A person's name of two words or more, for its other spellings."""
        words = _WORD.findall(name)
        if len(words) > 1:
            key = name_key(words)
            # two persons of one key: neither is found by it
            self._spellings[key] = actor if self._spellings.get(key, actor) == actor else ""
            self._first_letters.add(key[:2])

    def matches(self, doc: Words) -> list[Match]:
        """Names in the order of the text, none overlapping another; the longest first, from the left."""
        atoms = [(word, upper, i, part) for i, token in enumerate(doc) for word, upper, part in _atoms(token.text)]
        found, position = [], 0
        while position < len(atoms):
            word, upper, first, _ = atoms[position]
            last, actor, how = position, "", "spelling"
            name = self._at(doc, atoms, position) if (word, upper) in self._openings else None
            if name is not None:
                last, actor, how = position + len(name.words) - 1, name.actor, name.how
            elif upper:
                last, actor = self._by_spelling(doc, atoms, position)
            if name is not None or actor:
                found.append(Match(first, atoms[last][2] + 1, actor, how))
            position = last + 1
        return found

    def _by_spelling(self, doc: Words, atoms: list, position: int) -> tuple[int, str]:
        """(last word, person) of the longest run of words that spells a person's name in another way."""
        first = atoms[position]
        inside = position > 0 and atoms[position - 1][2] == first[2]
        if inside or spelling_key(first[3])[:2] not in self._first_letters:
            return position, ""
        key, best = "", (position, "")
        for last in range(position, min(len(atoms), position + _LONGEST_PERSON)):
            word = atoms[last]
            broken = last > position and not _unbroken(doc, [atoms[last - 1], word])
            if broken or not (word[1] or spelling_key(word[3]) == "" or len(word[3]) <= 4):
                break
            key += spelling_key(word[3])
            ends = last + 1 == len(atoms) or atoms[last + 1][2] != word[2]
            if ends and last > position and self._spellings.get(key):
                best = (last, self._spellings[key])
        return best

    def _at(self, doc: Words, atoms: list, position: int) -> _Name | None:
        # "ex-Jugoslavia" may be one token; "Franco-Giordano" is not for a state
        joined = position and atoms[position - 1][2] == atoms[position][2]
        if joined and atoms[position - 1][0] not in _PREFIXES:
            return None
        for name in self._by_first.get(atoms[position][0], ()):
            last = position + len(name.words) - 1
            if (
                last >= len(atoms)
                or atoms[last][0] != name.words[-1]
                or (last + 1 < len(atoms) and atoms[last + 1][2] == atoms[last][2])
            ):
                continue
            window = atoms[position : last + 1]
            for word, upper, atom in zip(name.words, name.upper, window, strict=True):
                if word != atom[0] or (upper and not atom[1]):
                    break
            else:
                if (not name.exact or doc[window[0][2]].text == name.exact) and _unbroken(doc, window):
                    return name
        return None


@lru_cache(maxsize=65536)
def _atoms(text: str) -> tuple[tuple[str, bool, str], ...]:
    """The words of a token: folded, whether it opens with a capital, as written."""
    return tuple((folded(part), part[0].isupper(), part) for part in _WORD.findall(text))


def _unbroken(doc: Words, window: list) -> bool:
    """No comma, bracket or blank line between the words of a name; a line may end there."""
    between = (doc[i] for i in range(window[0][2] + 1, window[-1][2]))
    return all(token.text[0].isalnum() or token.text.strip(" ") in _JOINTS for token in between)


_last: list[NameIndex] = []


def name_index(registry: Registry) -> NameIndex:
    """The index of a registry; the last one is kept, since a dossier's documents share theirs."""
    if not _last or _last[0].registry is not registry:
        _last[:] = [NameIndex(registry)]
    return _last[0]
