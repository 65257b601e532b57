"""The words of `data/lexicons/it/tone.yaml`, with their inflected forms, found in a list of tokens."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from analysis.language.inflection import noun_forms, verb_forms
from analysis.language.lexicons import load_lexicon, read_lexicon
from analysis.paths import LEXICONS
from analysis.tables import EVENT_TYPES

Tone = Literal["favourable", "unfavourable"]
Place = Literal["quality", "conduct", "relation", "deed", "stance"]
_TOKEN = re.compile(r"\w+['’]?|[^\w\s«»\"“”]")
# A deed is told in the present, the imperfect or the past; the future, the conditional and the infinitive tell none.
_FIRST_PERSON = re.compile(r".*(?:iamo|ngo|[^nrt]o)")
_TOLD = re.compile(r"(?!.*(?:rebbe|[aei]sse|[aei]re)$).*(?:a|e|ano|ono|[aiu]to|ndo)")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ToneField(_Strict):
    """Words of one meaning: which tone they give, and where the actor stands beside them."""

    id: str = Field(pattern=r"^[a-z-]+$")
    tone: Tone
    place: Place
    form: Literal["adjective", "noun", "verb", "fixed"]
    to: tuple[Literal["obj", "di", "a", "da", "in", "con", "su", "per"], ...] = ()
    words: tuple[str, ...] = Field(min_length=1)


class ToneLexicon(_Strict):
    """`tone.yaml`."""

    fields: tuple[ToneField, ...]
    copulas: tuple[str, ...]
    adverbs: tuple[str, ...]
    heads: frozenset[str]
    suffered: frozenset[str]
    relational: frozenset[str]
    negations: tuple[str, ...]
    weakeners: tuple[str, ...]
    unreal: frozenset[str]
    events: dict[str, Tone]

    @field_validator("fields")
    @classmethod
    def _sound(cls, fields: tuple[ToneField, ...]) -> tuple[ToneField, ...]:
        if len({field.id for field in fields}) != len(fields):
            raise ValueError("an identifier stands twice")
        if any(bool(field.to) != (field.place == "stance") for field in fields):
            raise ValueError("`to` is given for the place `stance`, and for no other")
        return fields

    @field_validator("events")
    @classmethod
    def _known(cls, events: dict[str, Tone]) -> dict[str, Tone]:
        if set(events) - set(EVENT_TYPES):
            raise ValueError(f"no PLOVER type: {sorted(set(events) - set(EVENT_TYPES))}")
        return events


@dataclass(frozen=True)
class Token:
    """One word (lower case, plain apostrophe) or sign, and where it stands in the document."""

    word: str
    start: int
    end: int


def tokens_of(text: str, offset: int = 0) -> list[Token]:
    """Words and signs of a text without its quotation marks; an elided word keeps its apostrophe ("dell'")."""
    return [
        Token(found[0].lower().replace("’", "'"), offset + found.start(), offset + found.end())
        for found in _TOKEN.finditer(text)
    ]


class Phrases:
    """Word sequences with what they stand for, found from a position on, the longest first."""

    def __init__(self, entries: Iterable[tuple[str, object]]):
        self._by_first: dict[str, list[tuple[tuple[str, ...], object]]] = {}
        for phrase, value in entries:
            words = tuple(token.word for token in tokens_of(phrase))
            self._by_first.setdefault(words[0], []).append((words, value))
        for known in self._by_first.values():
            known.sort(key=lambda entry: -len(entry[0]))

    def at(self, said: list[str], position: int) -> list[tuple[int, object]]:
        """(end, value) of the longest phrases that begin here; several where one phrase stands for several things."""
        found: list[tuple[int, object]] = []
        for words, value in self._by_first.get(said[position], ()):
            end = position + len(words)
            if found and end < found[0][0]:
                break
            if tuple(said[position:end]) == words:
                found.append((end, value))
        return found


@dataclass(frozen=True)
class ToneWords:
    """The lexicon ready for use. sayings, views: third-person forms of the verbs by which others speak ("pensa che …")
    and by which they judge ("considera X …").
    """

    lexicon: ToneLexicon
    fields: Phrases
    copulas: Phrases
    fillers: frozenset[str]
    negations: Phrases
    sayings: frozenset[str]
    views: frozenset[str]


@lru_cache(maxsize=1)
def tone_words() -> ToneWords:
    """`tone.yaml`, read once. Raises InputError where it does not hold."""
    lexicon = read_lexicon(LEXICONS / "tone.yaml", ToneLexicon)
    entries = [(form, field) for field in lexicon.fields for word in field.words for form in forms_of(word, field.form)]
    fillers = {word for phrase in lexicon.adverbs for word in phrase.split()}
    classes = load_lexicon("cues").classes
    views = {form for one in classes if one.id == "label" for verb in one.verbs for form in _others(verb)}
    sayings = {form for one in classes for verb in one.verbs for form in _others(verb)} - views
    return ToneWords(
        lexicon,
        Phrases(sorted(entries, key=lambda entry: (entry[0], entry[1].id))),
        Phrases((phrase, phrase) for phrase in lexicon.copulas),
        frozenset(fillers),
        Phrases((phrase, phrase) for phrase in (*lexicon.negations, *lexicon.weakeners)),
        frozenset(sayings),
        frozenset(views),
    )


def _others(verb: str) -> set[str]:
    """The forms of a verb that are not the first person's ("penso", "riteniamo")."""
    return {form for form in verb_forms(verb) if not _FIRST_PERSON.fullmatch(form)}


def forms_of(word: str, form: str) -> list[str]:
    """The inflected forms of an entry, sorted. Of several words only the first is inflected where it is a noun, each
    adjective-like one where it is an adjective; a verb gives what tells a deed (no future, conditional, infinitive).
    """
    first, _, rest = word.partition(" ")
    more = f" {rest}" if rest else ""
    if form == "fixed":
        return [word]
    if form == "verb":
        return sorted({verb + more for verb in verb_forms(first) if _TOLD.fullmatch(verb) and verb != first})
    if form == "noun":
        nouns = {f"{_soft(first[:-1])}e" if noun.endswith(("ciie", "giie", "cie", "gie")) else noun
                 for noun in noun_forms(first)}  # fmt: skip
        return sorted({noun + more for noun in nouns} | {f"{noun} {_plural(rest)}" for noun in nouns if rest})
    return sorted(adjective + more for adjective in adjective_forms(first))


def adjective_forms(adjective: str) -> set[str]:
    """The regular forms of an Italian adjective: four in -o, two in -e, -a; others do not change."""
    stem, last = adjective[:-1], adjective[-1]
    hard = "h" if stem.endswith(("c", "g")) else ""
    if last == "o":
        soft = "" if adjective.endswith("ico") else hard
        plural = stem if stem.endswith("i") else f"{stem}{soft}i"
        return {adjective, f"{stem}a", plural, f"{_soft(stem)}{hard}e"}
    if last == "e":
        return {adjective, f"{stem}i"}
    if last == "a":
        return {adjective, f"{stem}{hard}i", f"{stem}{hard}e"}
    return {adjective}


def _soft(stem: str) -> str:
    """The stem before -e: "sagge", "minacce" lose the i of "saggio", "minaccia"."""
    return stem[:-1] if stem.endswith(("ci", "gi")) else stem


def _plural(words: str) -> str:
    """The adjective of "partner affidabile" in the plural; other complements stay."""
    return words[:-1] + "i" if " " not in words and words.endswith(("e", "o")) else words
