"""What the rules of affiliations share."""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.extraction.links import Link
from analysis.extraction.organisation_words import organisation_lexicon
from analysis.extraction.roles import OF, is_adjective
from analysis.language.words import Words
from analysis.registry import Registry

AT = OF | set("presso a al alla all' all’ allo per il lo la l' l’ un una nel nella nell' nell’".split())


@dataclass(frozen=True)
class Affiliation:
    """A person and the state, body or organisation that tokens start..end give; `acts`: the person acts for it.

    `around`: the state of an organ that names none itself, by the text around it.
    """

    person: str
    org: str
    role: str
    start: int
    end: int
    rule: str
    acts: bool
    around: str = ""


@dataclass(frozen=True)
class Context:
    """A document with its links by token. `state`: the state the text is about, or ""."""

    doc: Words
    by_token: Mapping[int, Link]
    registry: Registry
    published: str
    state: str

    def organisation(self, position: int) -> Link | None:
        """The organisation whose name starts here."""
        link = self.by_token.get(position)
        named = link is not None and link.start == position and link.label == "ORG" and link.actor_id
        return link if named else None


def ends_clause(token) -> bool:
    """Whether an apposition cannot go on past this token."""
    return "\n" in token.text or token.text in {".", ";", ":", "”", "»", ")", "!", "?"}


def preposition_before(doc: Words, position: int) -> int:
    """Where the preposition stands that leads to a name, past what describes it ("del prestigioso quotidiano danese
    X"); -1: none.
    """
    kinds = organisation_lexicon().kinds
    for back in range(position - 1, max(-1, position - 6), -1):
        word = doc[back].text.lower()
        if word in AT:
            # "dell'Istituto", "presso la Prova": the preposition before the article
            article = (
                word in {"il", "lo", "la", "l'", "l’"} and back > 0 and doc[back - 1].text.lower() in AT | {"presso"}
            )
            return back - 1 if article else back
        described = doc[back].text.islower() and (doc[back].pos_ == "NOUN" or is_adjective(doc[back]))
        if not (kinds.holds(word) or described):
            return -1
    return -1
