"""The lexicon of times, data/lexicons/it/times.yaml: checked, its patterns compiled."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from analysis.extraction.time_starts import LONGEST, beginning, beginnings
from analysis.language.lexicons import read_lexicon
from analysis.paths import LEXICONS


class TimeWords(BaseModel):
    model_config = ConfigDict(extra="forbid")

    month: dict[str, int]
    weekday: dict[str, int]
    number: dict[str, int]
    unit: dict[str, str]
    season: dict[str, str]
    edge: dict[str, Literal["start", "mid", "end"]]
    decade: dict[str, int]
    short: dict[str, int]
    ordinal: dict[str, int]
    part: dict[str, int]
    years: dict[str, int]
    century: dict[str, int]
    roman: dict[str, int]
    holiday: dict[str, str]


class TimePattern(BaseModel):
    """One expression; `shift` in the unit that `resolve` names; `number` and `unit` where the words do not say them."""

    model_config = ConfigDict(extra="forbid")

    id: str = Field(pattern=r"^time:[a-z-]+$")
    pattern: str
    resolve: str
    type: Literal["DATE", "DURATION", "SET"] = "DATE"
    shift: int = 0
    number: int | None = None
    unit: str = ""


class TimeLexicon(BaseModel):
    model_config = ConfigDict(extra="forbid")

    words: TimeWords
    future: list[str]
    past: list[str]
    patterns: list[TimePattern]

    def compiled(self) -> list[tuple[TimePattern, re.Pattern]]:
        """The patterns with the word lists filled in, in the order of the file."""
        lists = {name: _alternatives(tuple(words)) for name, words in self.words.model_dump().items()}
        compiled = []
        for entry in self.patterns:
            source = entry.pattern
            for name, words in lists.items():
                source = source.replace("{" + name + "}", words)
            compiled.append((entry, re.compile(source, re.IGNORECASE)))
        return compiled


def _alternatives(words: tuple[str, ...]) -> str:
    """A pattern for any of the words, the longest first; common beginnings are read once, which is several times faster
    than one word after the other.
    """
    ends = "" in words
    tails: dict[str, list[str]] = {}
    for word in words:
        if word:
            tails.setdefault(word[0], []).append(word[1:])
    if not tails:
        return ""
    inner = "|".join(re.escape(first) + _alternatives(tuple(rest)) for first, rest in sorted(tails.items()))
    if len(tails) == 1 and not ends:
        return inner
    return f"(?:{inner}){'?' if ends else ''}"


@lru_cache(maxsize=2)
def time_lexicon(path: Path = LEXICONS / "times.yaml") -> TimeLexicon:
    """The lexicon of times; raises analysis.errors.InputError where the file does not hold."""
    return read_lexicon(path, TimeLexicon)


@lru_cache(maxsize=1)
def compiled_patterns() -> list[tuple[TimePattern, re.Pattern]]:
    """The compiled patterns of the bundled lexicon."""
    return time_lexicon().compiled()


Numbered = tuple[int, TimePattern, re.Pattern]


@lru_cache(maxsize=1)
def _by_beginning() -> tuple[dict[str, list[Numbered]], list[Numbered]]:
    """Patterns by the beginnings of their matches, and those that may match anywhere."""
    table: dict[str, list[Numbered]] = {}
    anywhere = []
    for order, (entry, pattern) in enumerate(compiled_patterns()):
        begun = beginnings(pattern.pattern)
        if begun is None:
            anywhere.append((order, entry, pattern))
        else:
            for one in begun:
                table.setdefault(one, []).append((order, entry, pattern))
    return table, anywhere


@lru_cache(maxsize=1)
def _starts() -> re.Pattern:
    """Where a word begins as the match of some pattern may begin."""
    begun = _alternatives(tuple(sorted(_by_beginning()[0]))).replace("0", r"\d").replace(re.escape(" "), r"\s+")
    return re.compile(rf"\b(?={begun})", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _tried(begun: str) -> tuple[Numbered, ...]:
    """The patterns to try at a word that begins so, in the order of the file."""
    table, _ = _by_beginning()
    found = {one[0]: one for length in range(1, LONGEST + 1) for one in table.get(begun[:length], ())}
    return tuple(one for _, one in sorted(found.items()))


def all_matches(text: str) -> Iterator[tuple[int, TimePattern, re.Match]]:
    """(order of the pattern, pattern, match) of all patterns; those of one pattern do not overlap. As if each pattern
    were sought in the whole text, but several times faster.
    """
    for order, entry, pattern in _by_beginning()[1]:
        yield from ((order, entry, match) for match in pattern.finditer(text))
    ends: dict[int, int] = {}
    for start in _starts().finditer(text):
        position = start.start()
        for order, entry, pattern in _tried(beginning(text, position)):
            match = pattern.match(text, position) if ends.get(order, 0) <= position else None
            if match is not None:
                ends[order] = match.end()
                yield order, entry, match
