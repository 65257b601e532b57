"""Whom a bare office means in a document: "il ministro" after "il ministro degli Esteri Rossi"."""

from analysis.extraction.links import Links
from analysis.extraction.participants import words
from analysis.language.words import Words

BESIDE = 7
"""Tokens before and after a name among which its office is sought."""


def office_holders(doc: Words, links: Links) -> dict[str, str]:
    """Persons by the word of their office; a word that the text gives to several has none."""
    found: dict[str, set[str]] = {}
    for link in links.all:
        if link.kind != "name" or not link.actor_id.startswith("person:"):
            continue
        for token in doc[max(0, link.start - BESIDE) : link.start]:
            if token.lower_ in words("office") and _reaches(doc, token.i + 1, link.start, links):
                found.setdefault(token.lower_, set()).add(link.actor_id)
        if link.end < len(doc) and doc[link.end].text == ",":
            for token in doc[link.end + 1 : link.end + 4]:
                if token.lower_ in words("office"):
                    found.setdefault(token.lower_, set()).add(link.actor_id)
                    break
    return {word: min(people) for word, people in sorted(found.items()) if len(people) == 1}


def _reaches(doc: Words, start: int, end: int, links: Links) -> bool:
    """Is there nothing between an office and a name but what belongs to the office ("degli Esteri russo")?"""
    return all(
        t.pos_ not in ("VERB", "AUX", "CCONJ", "SCONJ") and t.text not in ";:." for t in doc[start:end]
    ) and not any(link.label == "PER" for t in doc[start:end] for link in links.all_at(t))
