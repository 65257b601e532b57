"""The event lexicon by word: which groups a verb or a noun may belong to, what asks for more first."""

import re
from dataclasses import dataclass
from functools import lru_cache

from analysis.language import load_lexicon
from analysis.language.inflection import noun_forms, verb_forms
from analysis.language.lexicons import EventGroup
from analysis.language.words import Word

_ENCLITIC = re.compile(r"([ae]ndo|[aei]r)(?:si|lo|la|li|le|gli|ne|ci|vi|mi|ti)$")
_CONTRACTED = ("porsi", "dursi", "sottrarsi", "ritrarsi")  # of verbs in -rre


@dataclass(frozen=True)
class EventWords:
    """Groups by lemma; forms back to lemmas, for where the lemmatizer erred."""

    verbs: dict[str, tuple[EventGroup, ...]]
    nouns: dict[str, tuple[EventGroup, ...]]
    light: frozenset[str]
    verb_of_form: dict[str, str]
    noun_of_form: dict[str, str]


@lru_cache(maxsize=1)
def event_words() -> EventWords:
    """The lexicon, indexed once."""
    events = load_lexicon("events")
    groups = sorted(events.groups, key=_demands, reverse=True)
    verbs: dict[str, list[EventGroup]] = {}
    nouns: dict[str, list[EventGroup]] = {}
    for group in groups:
        for verb in group.verbs:
            verbs.setdefault(verb, []).append(group)
        for noun in group.nouns:
            nouns.setdefault(noun, []).append(group)
    beside = {word for group in groups for word in (*group.objects, *group.complements, *group.unless)}
    return EventWords(
        {verb: tuple(found) for verb, found in verbs.items()},
        {noun: tuple(found) for noun, found in nouns.items()},
        frozenset(events.light_verbs),
        _forms(sorted({*map(bare, verbs), *events.light_verbs}), verb_forms),
        _forms(sorted({*nouns, *beside}), noun_forms),
    )


def _demands(group: EventGroup) -> int:
    return sum(map(bool, (group.objects, group.complements, group.words, group.infinitive, group.negated)))


def _forms(words: list[str], inflect) -> dict[str, str]:
    table: dict[str, str] = {}
    for word in words:
        for form in sorted(inflect(word)):
            table.setdefault(form, word)
    return table


def bare(verb: str) -> str:
    """ "arrendersi" without its pronoun: "arrendere"; "opporsi": "opporre"."""
    if not verb.endswith("rsi"):
        return verb
    return verb[:-2] + ("re" if verb.endswith(_CONTRACTED) else "e")


def reflexive(verb: str) -> str:
    """ "arrendere" with its pronoun: "arrendersi"; "opporre": "opporsi"."""
    return (verb[:-2] if verb.endswith("rre") else verb[:-1]) + "si"


def verb_lemma(token: Word, known) -> str:
    """The lemma of a verb, by its form (less the pronouns that hang on it) where the lemma is not known."""
    lemma = token.lemma_.lower().removesuffix(" si")
    if lemma in known or reflexive(lemma) in known:
        return lemma
    forms, form = event_words().verb_of_form, token.lower_
    plain = _ENCLITIC.sub(r"\1", form)
    return forms.get(form) or forms.get(plain) or lemma


def noun_lemma(token: Word) -> str:
    """The lemma of a noun or adjective, by its form where the lemma is not in the lexicon."""
    return event_words().noun_of_form.get(token.lower_, token.lemma_.lower())


def is_light(verb: Word) -> bool:
    """May this verb lend its subject to the noun it governs?"""
    return verb_lemma(verb, event_words().light) in event_words().light
