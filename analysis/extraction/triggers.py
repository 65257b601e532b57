"""Which words of a sentence report an event: verbs, nouns, verbs with the object that decides."""

from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Span, Token

from analysis.language import load_lexicon
from analysis.language.inflection import noun_forms, verb_forms
from analysis.language.lexicons import EventGroup
from analysis.language.spans import is_participle, verb_group


@dataclass(frozen=True)
class Trigger:
    """Tokens start..end; `verb` and `noun` as found (one may be None); `word` completes the rule's identifier."""

    start: int
    end: int
    group: EventGroup
    verb: Token | None
    noun: Token | None
    word: str


@lru_cache(maxsize=1)
def _tables():
    events = load_lexicon("events")
    verbs: dict[str, list[EventGroup]] = {}
    nouns: dict[str, list[EventGroup]] = {}
    for group in events.groups:
        for verb in group.verbs:
            verbs.setdefault(verb, []).append(group)
        for noun in group.nouns:
            nouns.setdefault(noun, []).append(group)
    return (
        verbs,
        nouns,
        frozenset(events.light_verbs),
        _forms(sorted({*verbs, *events.light_verbs}), verb_forms),
        _forms(sorted({*nouns, *(o for g in events.groups for o in g.objects)}), noun_forms),
    )


def _forms(words: list[str], inflect) -> dict[str, str]:
    table: dict[str, str] = {}
    for word in words:
        for form in sorted(inflect(word)):
            table.setdefault(form, word)
    return table


def _lemma(token: Token, known, forms: dict[str, str]) -> str:
    lemma = token.lemma_.lower().removesuffix(" si")
    if lemma in known:
        return lemma
    return forms.get(token.lower_, lemma)


def is_light(verb: Token) -> bool:
    """May this verb lend its subject to the noun it governs?"""
    _, _, light, forms, _ = _tables()
    return _lemma(verb, light, forms) in light


def triggers_in(sentence: Span) -> list[Trigger]:
    """Triggers in the order of the text. A verb whose object decides takes that object with it, so that one act is
    one trigger.
    """
    verbs, nouns, _, forms, plurals = _tables()
    found, taken = [], set()
    for token in sentence:
        if token.pos_ not in ("VERB", "AUX") and not (token.pos_ in ("ADJ", "NOUN") and is_participle(token)):
            continue
        if token.dep_ in ("aux", "aux:pass", "cop"):
            continue
        lemma = _lemma(token, verbs, forms)
        if token.pos_ in ("ADJ", "NOUN") and token.dep_ not in ("acl", "ROOT", "acl:relcl"):
            continue
        groups = verbs.get(lemma, []) + (verbs.get(lemma[:-1] + "si", []) if verb_group(token).reflexive else [])
        for group in groups:
            noun = _deciding(token, group, plurals) if group.objects else None
            if group.objects and noun is None:
                continue
            start, end = token.i, token.i + 1
            if noun is not None:
                taken.add(noun.i)
                if abs(noun.i - token.i) <= 6:
                    start, end = min(start, noun.i), max(end, noun.i + 1)
            found.append(Trigger(start, end, group, token, noun, lemma))
            break
    for token in sentence:
        if token.pos_ != "NOUN" or token.i in taken:
            continue
        lemma = _lemma(token, nouns, plurals)
        for group in nouns.get(lemma, []):
            if group.objects and not any(_is(t, group.objects, plurals) for t in token.children):
                continue
            found.append(Trigger(token.i, token.i + 1, group, None, token, lemma))
            break
    return sorted(found, key=lambda t: (t.start, t.end))


def _deciding(verb: Token, group: EventGroup, plurals: dict[str, str]) -> Token | None:
    """The object of the verb that the group asks for: by the parse, else within four tokens to the right."""
    for child in verb.children:
        if child.dep_.startswith(("obj", "nsubj", "obl", "xcomp", "nmod", "dep")) and _is(
            child, group.objects, plurals
        ):
            return child
        for inner in child.children if child.dep_ in ("obj", "nsubj:pass") else ():
            if inner.dep_ in ("conj",) and _is(inner, group.objects, plurals):
                return inner
    if verb.dep_.startswith("acl") and _is(verb.head, group.objects, plurals):
        return verb.head
    for position in range(verb.i + 1, min(verb.sent.end, verb.i + 5)):
        token = verb.doc[position]
        if token.pos_ in ("VERB", "PUNCT", "CCONJ", "SCONJ"):
            return None
        if _is(token, group.objects, plurals):
            return token
    return None


def _is(token: Token, words: tuple[str, ...], plurals: dict[str, str]) -> bool:
    return token.pos_ in ("NOUN", "ADJ", "PROPN") and (
        token.lemma_.lower() in words or plurals.get(token.lower_, "") in words
    )
