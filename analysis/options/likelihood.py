"""Words for probabilities that a named analyst entered, by one declared yardstick; and a checker of sentences.

A rank acceptability is no probability and has no word here.
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Annotated

from pydantic import Field, model_validator

from analysis.actors.yardsticks import Label, Strict, read_yardstick

YARDSTICK_NAMES = ("icd203", "phia")
Filled = Annotated[str, Field(min_length=1)]


class Term(Strict):
    """One term for the probabilities from low to high; high belongs to it where `closed`, low always."""

    id: Filled
    low: Annotated[float, Field(ge=0, le=1)]
    high: Annotated[float, Field(ge=0, le=1)]
    closed: bool = False
    it: Filled
    en: Filled


class Yardstick(Strict):
    """Terms in rising order that do not overlap; what lies in none has no word."""

    id: Filled
    title: Label
    source: Filled
    terms: list[Term]

    @model_validator(mode="after")
    def _rising(self) -> "Yardstick":
        for below, above in pairwise(self.terms):
            if not below.low < below.high <= above.low or (below.closed and below.high == above.low):
                raise ValueError(f"terms {below.id} and {above.id} overlap or do not rise")
        return self


class Pattern(Strict):
    """A regular expression that finds words of a kind."""

    id: Filled
    pattern: Filled


class Wording(Strict):
    """Patterns for likelihood and for confidence, by language."""

    likelihood: dict[str, list[Pattern]]
    confidence: dict[str, list[Pattern]]


@lru_cache
def load_yardstick(name: str) -> Yardstick:
    """The yardstick of data/yardsticks. Raises ValueError for a name other than icd203 and phia."""
    if name not in YARDSTICK_NAMES:
        raise ValueError(f"the yardstick must be one of {', '.join(YARDSTICK_NAMES)}, not {name!r}")
    return Yardstick.model_validate(read_yardstick(name))


def likelihood_word(probability: float, yardstick: str, language: str = "it") -> str:
    """The term for a probability. Raises ValueError for 0 and 1, a value in a gap, and one outside the scale."""
    terms = load_yardstick(yardstick).terms
    if not 0 < probability < 1:
        raise ValueError(
            f"{probability:g} is no probability between 0 and 1: say that it is certain or impossible, or why"
        )
    for term in terms:
        if term.low <= probability < term.high or (term.closed and probability == term.high):
            return term.en if language == "en" else term.it
    raise ValueError(f"{probability:g} has no term in {yardstick}: it lies between two terms or outside the scale")


def sentence_faults(sentence: str, yardstick: str, language: str = "it") -> list[str]:
    """What is wrong with how a sentence speaks of likelihood and confidence; empty where nothing is.

    "both": it combines a level of confidence and a likelihood. "foreign: …": a word of likelihood that the declared
    yardstick does not have.
    """
    wording = _wording()
    faults = []
    likely = _found(wording.likelihood[language], sentence)
    if likely and _found(wording.confidence[language], sentence):
        faults.append("both")
    terms = sorted((getattr(term, language) for term in load_yardstick(yardstick).terms), key=len, reverse=True)
    # Terms of the yardstick are taken out first, the longest before those that they contain.
    rest = re.sub("|".join(_inflected(term, language) for term in terms), " ", sentence, flags=re.IGNORECASE)
    faults += [f"foreign: {word}" for word in _found(wording.likelihood[language], rest)]
    return faults


def _inflected(term: str, language: str) -> str:
    """The term with its Italian endings: probabile, probabili; quasi certo, certa, certi, certe."""
    if language == "en":
        return (
            rf"\b(?<!very )(?<!highly ){re.escape(term)}(?:ly)?\b"
            if " " not in term
            else rf"\b{re.escape(term)}(?:ly)?\b"
        )
    stem = re.escape(term[:-1]) if term[-1] in "eo" else re.escape(term)
    ending = {"e": "[ei]", "o": "[oaie]"}.get(term[-1], "")
    before = r"(?<!molto )(?<!altamente )(?<!poco )" if " " not in term else ""
    return rf"\b{before}{stem}{ending}\b"


def _found(patterns: list[Pattern], sentence: str) -> list[str]:
    return [match.group() for entry in patterns for match in re.finditer(entry.pattern, sentence, re.IGNORECASE)]


@lru_cache
def _wording() -> Wording:
    return Wording.model_validate(read_yardstick("wording"))
