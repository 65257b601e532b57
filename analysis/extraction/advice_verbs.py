"""Verbs by which one asks or advises another: "esorta Y a fare", "raccomanda a Y di fare", "chiede che Y faccia"."""

from dataclasses import replace

from analysis.extraction.advice import Advice, Said
from analysis.extraction.advice_actions import (
    action_end,
    beginning,
    clause_after,
    clause_beginning,
    infinitive_after,
    is_action_noun,
    with_coordinated,
)
from analysis.extraction.advice_people import agents_of, asked_beside, asked_between, led_by, subject_of
from analysis.extraction.links import Links
from analysis.extraction.speakers import NOBODY, Speaker, speaker_at
from analysis.language import load_lexicon
from analysis.language.sentences import sentence_end, sentence_start
from analysis.language.spans import by_preposition, is_gerund, is_infinitive, is_participle, objects, verb_group
from analysis.language.words import Word

_ASPECT = frozenset({"tornare", "continuare", "limitare", "affrettare", "insistere"})
_PRONOUNS = frozenset({"lo", "la", "li", "le", "l'", "l’", "ci", "vi"})
_MARKS = {"person": ("a", "da"), "dative": ("di",), "plain": ("di",)}
_ASKED = {"person": ("",), "dative": ("a",), "plain": ("a", "da", "con", "su")}


def directives(verb: Word, frame: str, rule: str, links: Links, said: Said) -> list[Advice]:
    """Recommendations that a verb of asking or advising introduces."""
    group = verb_group(verb)
    if group.negated or group.modal or _only_describes(verb, group):
        return []
    if group.passive:
        return _passive(verb, group, frame, rule, links)
    proponent = proponent_of(verb, group.start, links, said)
    cue = (group.start, verb.i + 1)
    clause = clause_after(verb, 14 if frame != "dative" else 6)
    action = infinitive_after(verb, _MARKS[frame]) if frame != "plain" else None
    if action is not None and (clause is None or action.i < clause[0]):
        asked = asked_between(verb, action, _ASKED[frame])
        agents = agents_of(asked, links, anybody=True) or agents_of(asked_beside(verb, _ASKED[frame]), links)
        if group.reflexive or not agents and verb.lemma_.lower() in load_lexicon("recommendations").needs_addressee:
            return []
        if frame == "person" and asked is None and not _asks_a_pronoun(verb, group.start):
            return []
        if verb.lemma_.lower() == "invitare" and action.lemma_.lower() in load_lexicon("recommendations").courtesies:
            return []
        found = _infinitives(action, agents, cue, proponent, rule)
        second = _second(found[-1], frame, links)
        if second is not None:
            found[-1] = replace(found[-1], last=min(found[-1].last, second[0]))
            found += _infinitives(second[1], second[2], cue, proponent, rule)
        return found
    if clause is not None:
        return _clause(verb, clause, frame, cue, proponent, rule, links)
    return _noun(verb, frame, cue, proponent, rule, links)


def _second(first: Advice, frame: str, links: Links) -> tuple[int, Word, tuple[str, ...]] | None:
    """ "invita A a fermarsi e B a trattare": (place of the `e`, action, agents) of the second."""
    doc, end = first.action.doc, sentence_end(first.action)
    for position in range(first.action.i + 1, end - 4):
        if doc[position].lower_ not in ("e", "ed", "mentre"):
            continue
        head = next((t for t in doc[position + 1 : position + 5] if t.pos_ in ("NOUN", "PROPN")), None)
        action = infinitive_after(head, _MARKS[frame], 6) if head is not None else None
        agents = agents_of(head, links) if action is not None and led_by(head) in _ASKED[frame] else ()
        if agents and not any(t.pos_ == "VERB" for t in doc[position + 1 : head.i]):
            return position, action, agents
    return None


def _only_describes(verb: Word, group) -> bool:
    if is_infinitive(verb) and not group.perfect:
        return verb.head.lemma_.lower() not in _ASPECT
    return is_participle(verb) and not group.perfect


def _asks_a_pronoun(verb: Word, start: int) -> bool:
    words = {token.lower_ for token in verb.doc[max(sentence_start(verb), start - 1) : verb.i + 1]}
    return bool(words & _PRONOUNS) or verb.lower_.endswith(("dolo", "dola", "doli"))


def _infinitives(action: Word, agents, cue, proponent, rule) -> list[Advice]:
    return [
        Advice(beginning(one), action_end(one), one, agents, cue, proponent, rule) for one in with_coordinated(action)
    ]


def _passive(verb: Word, group, frame: str, rule: str, links: Links) -> list[Advice]:
    """ "X è invitato a fare", "a X è stato chiesto di fare"."""
    action = infinitive_after(verb, ("a", "di"))
    if action is None or verb.lemma_.lower() == "chiamare":  # "fu chiamato a presiedere": appointed
        return []
    if frame == "person":
        agents = agents_of(subject_of(verb, group.start, links), links, anybody=True)
    else:
        agents = agents_of(asked_between(verb, action, ("a",)), links, anybody=True)
        agents = agents or agents_of(asked_beside(verb, ("a",)), links)
    by = next((speaker_at(token, links, NOBODY) for base, token in by_preposition(verb) if base == "da"), NOBODY)
    return _infinitives(action, agents, (group.start, verb.i + 1), by, rule)


def _clause(verb: Word, clause, frame: str, cue, proponent, rule, links: Links) -> list[Advice]:
    """ "chiede che Y faccia", "preme su Y perché faccia"."""
    that, action = clause
    finite = verb_group(action)
    if finite.mood or finite.modal or not _may_be_subjunctive(action, verb.doc[that].lower_ == "perché"):
        return []
    who = subject_of(action, finite.start, links) if finite.start > that + 1 else None
    agents = agents_of(who, links)
    if not agents and that > verb.i + 1:
        asked = asked_between(verb, verb.doc[that], _ASKED[frame]) or next(iter(objects(verb)), None)
        agents = agents_of(asked, links, anybody=True)
    if finite.passive:
        agents = agents_of(next((token for base, token in by_preposition(action) if base == "da"), None), links)
    if frame == "plain" and not agents:
        return []
    return [Advice(clause_beginning(action), action_end(action), action, agents, cue, proponent, rule)]


def _may_be_subjunctive(verb: Word, causal: bool) -> bool:
    """No past; after `perché`, which also gives causes, no indicative either."""
    if is_participle(verb) and any(c.lower_ in ("ha", "hanno", "è", "sono") for c in verb.lefts):
        return False
    if verb.morph.get("Mood") == ["Sub"]:
        return True
    word, lemma = verb.lower_, verb.lemma_.lower()
    if word.endswith(("va", "vano", "ò", "rono", "ì")) or verb.morph.get("Tense") == ["Imp"]:
        return False
    if verb.morph.get("Tense") == ["Past"] and not is_participle(verb):
        return False
    return not causal or not word.endswith(("a", "ano") if lemma.endswith("are") else ("e", "ono"))


def _noun(verb: Word, frame: str, cue, proponent, rule, links: Links) -> list[Advice]:
    """ "propone la creazione di una forza comune", "esorta le parti alla moderazione"."""
    agents = agents_of(asked_beside(verb, ("a",)), links)
    if frame == "person":
        near = verb.doc[verb.i + 2 : min(sentence_end(verb), verb.i + 10)]
        action = next((token for token in near if is_action_noun(token) and led_by(token) == "a"), None)
        if action is not None:
            agents = agents_of(asked_between(verb, action, ("",)), links, anybody=True)
            return [Advice(action.i, action_end(action), action, agents, cue, proponent, rule)] if agents else []
    if verb.lemma_.lower() not in load_lexicon("recommendations").takes_action_noun:
        return []
    action = next((token for token in objects(verb) if token.i > verb.i and is_action_noun(token)), None)
    if action is None:
        return []
    doer = next((token for base, token in by_preposition(action) if base == "da"), None)
    return [Advice(action.i, action_end(action), action, agents or agents_of(doer, links), cue, proponent, rule)]


def proponent_of(verb: Word, start: int, links: Links, said: Said) -> Speaker:
    """Who is subject of the cue; for a gerund, who speaks in its sentence; else who spoke last."""
    spoken = said.before(verb.idx)
    if is_gerund(verb) and spoken.actor_id and said.since(verb.sent.start_char, verb.idx):
        return spoken
    who = subject_of(verb, start, links)
    if who is not None and who.i != verb.i:
        whole = any(base == "di" for base, _ in by_preposition(who))  # "il capo del sindacato" is nobody named before
        found = speaker_at(who, links, NOBODY if whole else said.before(verb.idx, person=True))
        if found.actor_id:
            return found
    own = links.at(verb)
    if own is not None:
        return Speaker(own.actor_id, "", own.kind)
    return spoken if is_gerund(verb) or who is None else NOBODY
