"""The registry's names in a document, by longest match on words; tolerant of accents, apostrophes and hyphens."""

import re
import unicodedata
from dataclasses import dataclass

from spacy.tokens import Doc

from analysis.registry import Registry

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Match:
    """Tokens start..end name `actor`. how: name, capital, seat, person, demonym, short."""

    start: int
    end: int
    actor: str
    how: str


@dataclass(frozen=True)
class _Name:
    words: tuple[str, ...]
    upper: tuple[bool, ...]
    actor: str
    how: str
    exact: str


def folded(text: str) -> str:
    """Lower case without accents."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


class NameIndex:
    """All names of a registry, found by their first word."""

    def __init__(self, registry: Registry):
        self.registry = registry
        self._by_first: dict[str, list[_Name]] = {}
        for actor in registry.actors.values():
            kind = "person" if actor.kind == "person" else "name"
            for name in (actor.name, *actor.aliases):
                self._add(name, actor.id, kind)
            if kind == "person" and " " in actor.surname:
                self._add(actor.surname, actor.id, kind)
            for how, names in (("capital", actor.capitals), ("seat", actor.seats), ("short", actor.short)):
                for name in names:
                    self._add(name, actor.id, how)
            for name in actor.demonyms:
                self._add(name, actor.id, "demonym")
        for entry in registry.ambiguous:
            words = tuple(map(folded, _WORD.findall(entry.name)))
            # "Washington" is a capital already: only what is no name so far is added
            if all(name.words != words for name in self._by_first.get(words[0], ())):
                self._add(entry.name, entry.otherwise, "name")
        order = {"name": 0, "person": 0, "seat": 1, "capital": 2, "demonym": 3, "short": 4}
        for names in self._by_first.values():
            names.sort(key=lambda name: (-len(name.words), order[name.how], name.actor, name.words))

    def _add(self, name: str, actor: str, how: str) -> None:
        parts = _WORD.findall(name)
        if parts:
            upper = tuple(part[0].isupper() for part in parts)
            exact = name if len(name) <= 3 else ""
            entry = _Name(tuple(map(folded, parts)), upper, actor, how, exact)
            self._by_first.setdefault(entry.words[0], []).append(entry)

    def matches(self, doc: Doc) -> list[Match]:
        """Names in the order of the text, none overlapping another; the longest first, from the left."""
        atoms = [
            (folded(part), part[0].isupper(), token.i) for token in doc for part in _WORD.findall(token.text) if part
        ]
        found, position = [], 0
        while position < len(atoms):
            name = self._at(doc, atoms, position)
            if name is None:
                position += 1
                continue
            last = position + len(name.words) - 1
            found.append(Match(atoms[position][2], atoms[last][2] + 1, name.actor, name.how))
            position = last + 1
        return found

    def _at(self, doc: Doc, atoms: list, position: int) -> _Name | None:
        if position and atoms[position - 1][2] == atoms[position][2]:
            return None
        for name in self._by_first.get(atoms[position][0], ()):
            last = position + len(name.words) - 1
            if last >= len(atoms) or (last + 1 < len(atoms) and atoms[last + 1][2] == atoms[last][2]):
                continue
            window = atoms[position : last + 1]
            same = all(
                word == atom[0] and (atom[1] or not upper)
                for word, upper, atom in zip(name.words, name.upper, window, strict=True)
            )
            if same and (not name.exact or doc[window[0][2]].text == name.exact):
                return name
        return None


_last: list[NameIndex] = []


def name_index(registry: Registry) -> NameIndex:
    """The index of a registry; the last one is kept, since a dossier's documents share theirs."""
    if not _last or _last[0].registry is not registry:
        _last[:] = [NameIndex(registry)]
    return _last[0]
