"""One key for the spellings of a foreign name: Shoigu and Šojgu, Kim Jong-un and Kim Jong Un."""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from analysis.language.lexicons import read_lexicon
from analysis.paths import LEXICONS


class SpellingRule(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: str = Field(pattern=r"^spelling:[a-z-]+$")
    find: re.Pattern
    put: str


class Spellings(BaseModel):
    model_config = ConfigDict(extra="forbid")

    rules: list[SpellingRule]
    particles: frozenset[str]


@lru_cache(maxsize=2)
def spellings(path: Path = LEXICONS / "spellings.yaml") -> Spellings:
    """The rules; raises analysis.errors.InputError where the file does not hold."""
    return read_lexicon(path, Spellings)


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().translate(_LETTERS)


_LETTERS = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h"})


@lru_cache(maxsize=65536)
def spelling_key(word: str) -> str:
    """What the spellings of one word share; "" for an article that a name may lack."""
    key = folded(word)
    if key in spellings().particles:
        return ""
    # "al" grown together with the name by a hyphen is cut by the caller, which passes words
    for rule in spellings().rules:
        key = rule.find.sub(rule.put, key)
    return key


def name_key(words: list[str] | tuple[str, ...]) -> str:
    """The key of a whole name: hyphens and spaces make no difference ("Jong-un", "Jong Un", "Jongun")."""
    return "".join(map(spelling_key, words))
