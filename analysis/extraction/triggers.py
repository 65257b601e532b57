"""Which words of a sentence report an event: verbs, nouns, verbs with the object or the words that decide."""

import re
from dataclasses import dataclass

from analysis.extraction.event_words import bare, event_words, is_light, noun_lemma, reflexive, verb_lemma
from analysis.extraction.trigger_company import NEAR, fixed_words, governed, is_one_of, opens_clause, speaks_against
from analysis.language import load_lexicon
from analysis.language.lexicons import EventGroup
from analysis.language.sentences import sentence_end
from analysis.language.spans import is_infinitive, is_participle, preposition, verb_group
from analysis.language.words import Passage, Word

__all__ = ["Trigger", "is_light", "triggers_in"]

_WITH_PRONOUN = re.compile(r"(?:[aeiou]t|s)[oaie]si$")


@dataclass(frozen=True)
class Trigger:
    """Tokens start..end; `verb` and `noun` as found (one may be None); `word` completes the rule's identifier."""

    start: int
    end: int
    group: EventGroup
    verb: Word | None
    noun: Word | None
    word: str

    @property
    def head(self) -> Word:
        """The token that reports: the verb, else the noun."""
        return self.verb if self.verb is not None else self.noun


def triggers_in(sentence: Passage) -> list[Trigger]:
    """Triggers in the order of the text. A verb whose object decides takes that object with it, so that one act is
    one trigger.
    """
    found, taken = [], set()
    for token in sentence:
        trigger = _verbal(token) if _may_report(token) else None
        if trigger is not None:
            found.append(trigger)
            if trigger.noun is not None:
                taken.add(trigger.noun.i)
    for token in sentence:
        if token.pos_ == "NOUN" and token.i not in taken:
            trigger = _nominal(token)
            if trigger is not None:
                found.append(trigger)
    return sorted(found, key=lambda t: (t.start, t.end))


def _may_report(token: Word) -> bool:
    """A verb that is no auxiliary; an adjective or noun that is a participle with its own clause, or a predicate."""
    if token.pos_ in ("VERB", "AUX"):
        return token.dep_ not in ("aux", "aux:pass") and (token.dep_ != "cop" or token.pos_ == "VERB")
    if token.pos_ not in ("ADJ", "NOUN"):
        return False
    if is_participle(token) and (token.dep_ in ("acl", "ROOT", "acl:relcl") or _has_agent(token)):
        return True
    return token.pos_ == "ADJ" and token.dep_ not in ("amod", "det", "nummod")


def _has_agent(participle: Word) -> bool:
    """ "le truppe schierate da Mosca": somebody or some place stands beside the participle."""
    after = participle.doc[participle.i + 1] if participle.i + 1 < sentence_end(participle) else None
    return participle.dep_ == "amod" and after is not None and after.pos_ == "ADP" and not after.lower_.startswith("d'")


def _verbal(token: Word) -> Trigger | None:
    words = event_words()
    lemma = verb_lemma(token, words.verbs)
    if lemma not in words.verbs and token.pos_ == "ADJ":
        lemma = noun_lemma(token)
    for group in _groups(token, lemma):
        match = _match(token, group)
        if match is not None:
            noun, last = match
            start, end = token.i, max(token.i, last) + 1
            if noun is not None and abs(noun.i - token.i) <= NEAR:
                start, end = min(start, noun.i), max(end, noun.i + 1)
            return Trigger(start, end, group, token, noun, lemma)
    return None


def _groups(token: Word, lemma: str) -> tuple[EventGroup, ...]:
    """Those of the reflexive verb where it is one; of the plain verb then only with a noun that decides ("si è aperta
    un'inchiesta", not "si occupa di").
    """
    verbs = event_words().verbs
    plain, own = (bare(lemma), lemma) if lemma.endswith("rsi") else (lemma, reflexive(lemma))
    if plain not in verbs and own not in verbs:
        return ()
    if lemma == own or verb_group(token).reflexive or _is_reflexive_participle(token):
        return verbs.get(own, ()) + tuple(group for group in verbs.get(plain, ()) if group.objects)
    return verbs.get(plain, ())


def _is_reflexive_participle(token: Word) -> bool:
    """ "arresisi", "rifugiatisi": a participle with its pronoun; "uccisi", "presi" end so without one."""
    return bool(_WITH_PRONOUN.search(token.lower_)) and is_participle(token)


def _match(verb: Word, group: EventGroup) -> tuple[Word | None, int] | None:
    """(the noun that decides or None, the last token of the trigger) if the verb stands as the group asks."""
    if group.negated and not verb_group(verb).negated:
        return None
    if group.infinitive and not _with_infinitive(verb, group):
        return None
    if group.unless and speaks_against(verb, group.unless):
        return None
    if group.no_clause and opens_clause(verb):
        return None
    noun, last = None, verb.i
    if group.objects:
        noun = governed(verb, group.objects, direct=True)
        if noun is None:
            return None
    if group.complements:
        noun = governed(verb, group.complements, direct=False)
        if noun is None:
            return None
    if group.words:
        last = fixed_words(verb, group.words)
        if last is None:
            return None
    return noun, last


def _with_infinitive(verb: Word, group: EventGroup) -> bool:
    """Does an infinitive follow with a preposition, one that reports what the group asks for?"""
    doc = verb.doc
    for position in range(verb.i + 1, min(sentence_end(verb), verb.i + 14)):
        token = doc[position]
        if token.text in (";", ":", ".") or token.lower_ == "che":
            return False
        if token.pos_ == "VERB" and is_infinitive(token) and preposition(token) in ("di", "a"):
            return not group.content or _quad_of(token) in group.content
    return False


def _quad_of(verb: Word) -> int:
    """The quad class of what a verb, or else the noun it governs, reports; 0 for nothing."""
    trigger = _verbal(verb)
    for child in verb.children if trigger is None else ():
        if child.dep_ == "obj" and child.pos_ == "NOUN":
            trigger = trigger or _nominal(child)
    return load_lexicon("events").types[trigger.group.type].quad if trigger is not None else 0


def _nominal(noun: Word) -> Trigger | None:
    lemma = noun_lemma(noun)
    words = event_words()
    if lemma not in words.nouns:
        lemma = noun.lemma_.lower()
    groups = words.nouns.get(lemma, ())
    if any("tra" in group.source for group in groups):
        after = noun.doc[noun.i + 1 : min(sentence_end(noun), noun.i + NEAR)]
        between = any(token.lower_ in ("tra", "fra") for token in after)
        groups = sorted(groups, key=lambda group: between != ("tra" in group.source))
    for group in groups:
        if group.objects and not _beside(noun, group.objects):
            continue
        if group.unless and (_beside(noun, group.unless) or is_one_of(noun.head, group.unless)):
            continue
        last = noun.i
        if group.words:
            last = fixed_words(noun, group.words)
            if last is None:
                continue
        return Trigger(noun.i, last + 1, group, None, noun, lemma)
    return None


def _beside(noun: Word, words: tuple[str, ...]) -> bool:
    """Is one of the words an adjective of the noun, or what it governs?"""
    for child in noun.children:
        if is_one_of(child, words) or any(is_one_of(c, words) for c in child.children if c.dep_ == "conj"):
            return True
    return any(is_one_of(noun.doc[i], words) for i in range(noun.i + 1, min(sentence_end(noun), noun.i + 3)))
