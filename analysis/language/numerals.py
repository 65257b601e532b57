"""Italian cardinal numbers, in digits or in words."""

import re
from functools import lru_cache

from analysis.language.lexicons import load_lexicon

_DIGITS = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,9}")
_THOUSANDS = re.compile(r"(.*?)mil[ae](.*)")
_HUNDREDS = re.compile(r"(.*?)cent(?:o(?!tto)|(?=otto))(.*)")
LONGEST = 60
"""Characters that a number in words may have."""


@lru_cache(maxsize=4096)
def number_of(word: str) -> int | None:
    """The whole number that a word says (`13`, `10.000`, `tredici`, `ventitremila`); None where it says none."""
    word = word.lower()
    if _DIGITS.fullmatch(word):
        return int(word.replace(".", ""))
    return _words(word) if word.isalpha() and len(word) <= LONGEST else None


def _words(word: str) -> int | None:
    if word == "mille":
        return 1000
    return _composed(_THOUSANDS, 1000, word, _below_thousand)


def _below_thousand(word: str) -> int | None:
    return _composed(_HUNDREDS, 100, word, _below_hundred)


def _composed(pattern: re.Pattern, unit: int, word: str, below) -> int | None:
    match = pattern.fullmatch(word)
    if not match:
        return below(word)
    count = below(match[1]) if match[1] else 1
    rest = below(match[2]) if match[2] else 0
    return None if count is None or rest is None else count * unit + rest


def _below_hundred(word: str) -> int | None:
    numerals = load_lexicon("numerals")
    if word in numerals.small:
        return numerals.small[word]
    for stem, value in numerals.tens.items():
        if word.startswith(stem):
            rest = word.removeprefix(stem)
            if rest in ("i", "a"):
                return value
            one = numerals.small.get(rest.removeprefix("i" if value == 20 else "a"), numerals.small.get(rest))
            return value + one if one is not None and 1 <= one <= 9 else None
    return None
