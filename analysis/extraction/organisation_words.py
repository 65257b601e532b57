"""The lexicon of organisations' names, data/lexicons/it/organisations.yaml, checked."""

from functools import cached_property, lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from analysis.extraction.role_words import WordList
from analysis.language.lexicons import read_lexicon
from analysis.paths import LEXICONS


class OrganisationLexicon(BaseModel):
    model_config = ConfigDict(extra="forbid")

    heads: WordList
    named_after: frozenset[str]
    open_heads: frozenset[str]
    purpose_heads: frozenset[str]
    fields: WordList
    departments: WordList
    department_heads: frozenset[str]
    lower_named: frozenset[str]
    with_state: frozenset[str]
    lower_phrases: frozenset[str]
    kinds: WordList
    state_heads: WordList
    institutional: frozenset[str]
    foreign_heads: WordList
    connectors: frozenset[str]
    places: WordList
    named_kinds: frozenset[str]
    posts: frozenset[str]

    @cached_property
    def opening(self) -> frozenset[str]:
        """The first words of all head nouns and phrases."""
        phrases = self.heads.words | self.lower_phrases | self.state_heads.words
        return frozenset(phrase.split()[0] for phrase in phrases)

    @cached_property
    def following(self) -> frozenset[str]:
        """The second words of all head nouns and phrases."""
        phrases = self.heads.words | self.lower_phrases | self.state_heads.words
        return frozenset(phrase.split()[1] for phrase in phrases if " " in phrase)


@lru_cache(maxsize=2)
def organisation_lexicon(path: Path = LEXICONS / "organisations.yaml") -> OrganisationLexicon:
    """The lexicon of organisations; raises analysis.errors.InputError where the file does not hold."""
    return read_lexicon(path, OrganisationLexicon)
