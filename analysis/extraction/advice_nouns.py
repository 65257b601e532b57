"""Nouns that advise: "l'appello alle parti a fermarsi", "la proposta di aprire", "la necessità di riaprire"."""

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
from analysis.extraction.advice_people import agents_of, asked_beside, asked_between, subject_of
from analysis.extraction.advice_verbs import proponent_of
from analysis.extraction.links import Links
from analysis.extraction.speakers import NOBODY, Speaker, speaker_at
from analysis.language import load_lexicon
from analysis.language.sentences import sentence_start
from analysis.language.spans import by_preposition, contiguous_right, subject, verb_group
from analysis.language.words import Word

_NEAR = 14
"""Tokens between a noun and the infinitive that depends on it."""
_CAUSE = ("per", "da", "con", "senza")


def nominal(noun: Word, rule: str, links: Links, said: Said) -> list[Advice]:
    """Recommendations that a noun introduces."""
    return _need(noun, rule, links) if rule == "importanza" else _call(noun, rule, links, said)


def _call(noun: Word, rule: str, links: Links, said: Said) -> list[Advice]:
    """ "l'invito di X a Y a fare", "ha fatto appello a Y perché faccia"."""
    if any(child.lower_ in ("nessun", "nessuna", "senza") for child in noun.lefts):
        return []
    marks = ("a",) if rule == "invito" else ("di", "a")
    action = infinitive_after(noun, marks, _NEAR)
    clause = clause_after(noun, _NEAR)
    proponent = _giver(noun, links, said)
    cue = (noun.i, noun.i + 1)
    if action is not None and (clause is None or action.i < clause[0]):
        agents = agents_of(asked_between(noun, action, ("a",)), links, anybody=rule == "invito")
        agents = agents or agents_of(asked_beside(noun.head, ("a",)) or _taker(noun), links)
        if rule == "proposta" and not agents and proponent is None:
            return []
        return _rows(action, agents, cue, proponent, rule)
    if clause is not None and rule == "invito" or clause is not None and clause[0] == noun.i + 1:
        return _clause(noun, clause, cue, proponent, rule, links)
    return _noun_action(noun, cue, proponent, rule, links)


def _rows(action: Word, agents, cue, proponent, rule: str) -> list[Advice]:
    return [
        Advice(beginning(one), action_end(one), one, agents, cue, proponent, rule) for one in with_coordinated(action)
    ]


def _clause(noun: Word, clause, cue, proponent, rule: str, links: Links) -> list[Advice]:
    that, action = clause
    group = verb_group(action)
    if group.mood or group.modal or group.perfect:
        return []
    agents = agents_of(subject_of(action, group.start, links) if group.start > that + 1 else None, links)
    if not agents:
        agents = agents_of(asked_between(noun, noun.doc[that], ("a",)), links, anybody=True)
    return (
        [Advice(clause_beginning(action), action_end(action), action, agents, cue, proponent, rule)] if agents else []
    )


def _noun_action(noun: Word, cue, proponent, rule: str, links: Links) -> list[Advice]:
    """ "fa appello alla creazione di un gruppo", "la raccomandazione di un coinvolgimento"."""
    wanted = "a" if rule == "invito" else "di"
    for base, token in [*by_preposition(noun), *by_preposition(noun.head)]:
        if base == wanted and token.i > noun.i and is_action_noun(token) and (proponent or _giving(noun)):
            doer = next((t for inner, t in by_preposition(token) if inner == "da"), None)
            asked = asked_between(noun, token, ("a",))
            agents = agents_of(doer, links) or agents_of(asked, links)
            return [Advice(token.i, action_end(token), token, agents, cue, proponent, rule)]
    return []


def _taker(noun: Word) -> Word | None:
    """Who takes or refuses the appeal is the one who was asked."""
    verb = noun.head
    if noun.dep_ == "obj" and verb.lemma_.lower() in load_lexicon("recommendations").taking:
        return subject(verb)
    return None


def _giving(noun: Word) -> Word | None:
    """The verb of giving ("ha lanciato un appello") that governs the noun or stands right before it."""
    giving = load_lexicon("recommendations").giving
    near = [noun.head, *reversed(noun.doc[max(sentence_start(noun), noun.i - 4) : noun.i])]
    return next((token for token in near if token.pos_ == "VERB" and token.lemma_.lower() in giving), None)


def _giver(noun: Word, links: Links, said: Said) -> Speaker | None:
    """Who gives the advice: "di X", an adjective ("l'appello francese"), "da X", or the subject of a verb of giving."""
    for base, token in by_preposition(noun):
        if base in ("di", "da") and not is_action_noun(token):
            found = speaker_at(token, links, NOBODY)
            if found.actor_id:
                return found
    for current in [*contiguous_right(noun, limit=3), *noun.lefts]:
        link = links.at(current)
        if link is not None and link.kind == "demonym":
            return Speaker(link.actor_id, "", link.kind)
    verb = _giving(noun)
    if verb is None:
        return None
    source = next((token for base, token in by_preposition(verb) if base == "da"), None)
    if source is not None:
        return speaker_at(source, links, NOBODY)
    found = proponent_of(verb, verb_group(verb).start, links, said)
    return found if found.actor_id else None


def _need(noun: Word, rule: str, links: Links) -> list[Advice]:
    """ "la necessità di riaprire", "sottolineano l'importanza del coinvolgimento di X"."""
    lexicon = load_lexicon("recommendations")
    governor = noun.head
    says = governor.lemma_.lower() in lexicon.stressing
    if any(child.dep_ == "case" and child.lower_ in _CAUSE for child in noun.lefts):
        return []
    if noun.lemma_.lower() in lexicon.weight_nouns and not says:
        return []
    proponent = None
    if says and subject(governor) is not None:
        proponent = speaker_at(subject(governor), links, NOBODY)
    cue = (noun.i, noun.i + 1)
    action = infinitive_after(noun, ("di",), 6)
    if action is not None:
        return _rows(action, (), cue, proponent, rule)
    clause = clause_after(noun, 2, frozenset({"che"}))
    if clause is not None:
        return _clause(noun, clause, cue, proponent, rule, links)
    if says:
        for base, token in by_preposition(noun):
            if base == "di" and is_action_noun(token):
                doer = next((t for inner, t in by_preposition(token) if inner == "da"), None)
                return [Advice(token.i, action_end(token), token, agents_of(doer, links), cue, proponent, rule)]
    return []
