"""Whom a bare office means in a document: "il ministro" after "il ministro degli Esteri Rossi"."""

from dataclasses import dataclass, field

from analysis.extraction.links import Links
from analysis.extraction.participants import words
from analysis.language.words import Word, Words

BESIDE = 7
"""Tokens before and after a name among which its office is sought."""
_FEMININE = frozenset("la alla della dalla sulla nella una un'".split())
_MASCULINE = frozenset("il lo al allo del dello dal dallo sul sullo nel nello un uno".split())


@dataclass
class OfficeHolders:
    """Persons by the word of their office, as the text gives it to them; their gender where it shows."""

    by_word: dict[str, set[str]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)

    def called(self, noun: Word) -> list[str]:
        """Who may be meant by a noun, in alphabetical order: bearers of that office, or of one that it takes up
        ("la leader" a president); nobody of the other gender.
        """
        word, own = noun.lower_, gender(noun)
        people = set(self.by_word.get(word, ()))
        for taken_up in () if people else _taken_up(word):
            people |= self.by_word.get(taken_up, set())
        return sorted(p for p in people if not own or self.genders.get(p, own) == own)

    def add(self, noun: Word, person: str) -> None:
        self.by_word.setdefault(noun.lower_, set()).add(person)
        if gender(noun):
            self.genders.setdefault(person, gender(noun))


def is_role(word: str) -> bool:
    """Is this an office by which a text calls somebody again?"""
    return word in words("office") or bool(_taken_up(word))


def _taken_up(word: str) -> frozenset[str]:
    for takes_up, roles in (("takes-up-leaders", "leader-roles"), ("takes-up-diplomats", "diplomat-roles")):
        if word in words(takes_up):
            return words(roles)
    return frozenset()


def gender(noun: Word) -> str:
    """`Fem` or `Masc` by the article before a noun, else by its form, "" where neither tells."""
    before = noun.nbor(-1).lower_ if noun.i else ""
    if before in _FEMININE:
        return "Fem"
    if before in _MASCULINE:
        return "Masc"
    return next(iter(noun.morph.get("Gender")), "")


def office_holders(doc: Words, links: Links) -> OfficeHolders:
    """The persons to whom a document gives an office, before their name or in apposition."""
    found = OfficeHolders()
    for link in links.all:
        if link.kind != "name" or not link.actor_id.startswith("person:"):
            continue
        for token in doc[max(0, link.start - BESIDE) : link.start]:
            if is_role(token.lower_) and _reaches(doc, token.i + 1, link.start, links):
                found.add(token, link.actor_id)
        if link.end < len(doc) and doc[link.end].text == ",":
            role = next((t for t in doc[link.end + 1 : link.end + 4] if is_role(t.lower_)), None)
            if role is not None:
                found.add(role, link.actor_id)
    return found


def _reaches(doc: Words, start: int, end: int, links: Links) -> bool:
    """Is there nothing between an office and a name but what belongs to the office ("degli Esteri russo")?"""
    return all(
        t.pos_ not in ("VERB", "AUX", "CCONJ", "SCONJ") and t.text not in ";:." for t in doc[start:end]
    ) and not any(link.label == "PER" for t in doc[start:end] for link in links.all_at(t))
