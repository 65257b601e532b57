"""The lexicon of roles, organs and places, data/lexicons/it/roles.yaml, checked."""

from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from analysis.language.lexicons import read_lexicon
from analysis.paths import LEXICONS


class WordList(BaseModel):
    """Words under one identifier; `stems` match the beginning of a word."""

    model_config = ConfigDict(extra="forbid")

    id: str = Field(pattern=r"^[a-z]+:[a-z-]+$")
    words: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()

    def holds(self, word: str) -> bool:
        """Whether a word (any case) is in the list."""
        return _holds(self.words, self.stems, word)

    def opens(self, word: str) -> bool:
        """Whether a word in lower case is the first of an entry."""
        return word in _first_words(self.words)


@lru_cache(maxsize=65536)
def _holds(words: frozenset[str], stems: tuple[str, ...], word: str) -> bool:
    word = word.lower()
    if word in words:
        return True
    # a short stem would begin too many words: it may take an ending of two letters at most
    return any(word.startswith(stem) and (len(stem) > 3 or len(word) <= len(stem) + 2) for stem in stems)


@lru_cache(maxsize=64)
def _first_words(words: frozenset[str]) -> frozenset[str]:
    return frozenset(entry.split(" ")[0] for entry in words)


class RoleLexicon(BaseModel):
    model_config = ConfigDict(extra="forbid")

    dative: WordList
    locative: WordList
    origin: WordList
    located: WordList
    organs: WordList
    office_roles: WordList
    work_roles: WordList
    positions: WordList
    ranks: WordList
    diplomats: WordList
    state_bodies: WordList
    no_state: frozenset[str]
    fillers: frozenset[str]
    heads_of_state: frozenset[str]
    becoming: frozenset[str]
    bearers: WordList
    kin: frozenset[str]
    former: frozenset[str]
    titles: WordList
    office_complements: frozenset[str]
    person_titles: frozenset[str]
    sentence_titles: frozenset[str]
    state_titles: frozenset[str]
    work_verbs: WordList
    led: WordList
    governments: frozenset[str]
    by_names: frozenset[str]
    by_name_fillers: frozenset[str]


@lru_cache(maxsize=2)
def role_lexicon(path: Path = LEXICONS / "roles.yaml") -> RoleLexicon:
    """The lexicon of roles; raises analysis.errors.InputError where the file does not hold."""
    return read_lexicon(path, RoleLexicon)
