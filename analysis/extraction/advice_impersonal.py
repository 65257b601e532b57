"""Advice without a subject that advises: "occorre fare", "è necessario che X faccia", "tocca a X fare", "X farebbe bene
a", "va rinnovato", "X torni al tavolo", and what a quotation exhorts to ("fermate le armi").
"""

import re

from analysis.extraction.advice import Advice, Said
from analysis.extraction.advice_actions import (
    action_end,
    beginning,
    clause_after,
    clause_beginning,
    infinitive_at,
    is_action_noun,
    with_coordinated,
)
from analysis.extraction.advice_people import agents_of, asked_beside, asked_between, subject_of
from analysis.extraction.links import Links
from analysis.language import load_lexicon
from analysis.language.lexicons import Directive
from analysis.language.sentences import sentence_end, sentence_start
from analysis.language.spans import PREPOSITION, by_preposition, is_infinitive, is_participle, own_subject, verb_group
from analysis.language.words import Passage, Word

_JUDGING = frozenset(
    "è era sarà sarebbe resta rimane appare pare sembra diventa diventerà ritiene ritengono reputa reputano considera "
    "considerano giudica giudicano".split()
)
_NOT_TO = frozenset(
    "dimentichiamo lasciamo illudiamoci facciamo sottovalutiamo scordiamo perdiamo abbandoniamo".split()
)
IS_DUE = frozenset({"va", "vanno", "andrebbe", "andrebbero", "vada", "vadano"})
_SUBORDINATING = frozenset(
    "che se qualora purché benché sebbene nonostante affinché perché prima senza malgrado quasi chiunque qualunque "
    "quantunque dovunque ovunque purche".split()
)
_IMPERATIVE = re.compile(r"[aei]te(vi|lo|la|li|le|ci|ne|gli|mi)?$")
_LET_US = re.compile(r"iamo(?:ci|lo|la|li|le|ne|gli)?$")
EXHORTING = tuple(
    ending + clitic
    for ending in ("ate", "ete", "ite", "iamo")
    for clitic in ["", *"vi lo la li le ci ne gli mi".split()]
)
"""How a word must end to be an imperative of the plural, pronouns attached or not."""
_OPENING = ("«", "“", '"', "„")


def impersonal(token: Word, rule: str, links: Links) -> list[Advice]:
    """ "occorre evitare", "è necessario che l'Italia convochi"."""
    doc = token.doc
    if token.pos_ in ("VERB", "AUX"):
        if is_infinitive(token) or verb_group(token).negated or own_subject(token) is not None and _personal(token):
            return []
    elif not _judged(token):
        return []
    cue = (token.i, token.i + 1)
    action = _infinitive_near(token)
    if action is not None:
        return _infinitives(action, (), cue, rule)
    clause = clause_after(token, 8, frozenset({"che"}))
    if clause is not None:
        return _that(clause, cue, rule, links)
    if token.pos_ in ("VERB", "AUX"):
        for other in doc[token.i + 1 : min(sentence_end(token), token.i + 5)]:
            if is_action_noun(other):
                doer = next((t for base, t in by_preposition(other) if base == "da"), None)
                return [Advice(other.i, action_end(other), other, agents_of(doer, links), cue, None, rule)]
            if other.pos_ in ("NOUN", "PROPN", "VERB", "ADP"):
                break
    return []


def _personal(verb: Word) -> bool:
    """ "L'accordo serve a", "il premier conviene che": somebody or something before the verb is its subject."""
    who = own_subject(verb)
    return who is not None and who.i < verb.i and who.pos_ in ("NOUN", "PROPN")


def _judged(adjective: Word) -> bool:
    """Does the adjective say what a following clause is ("sarebbe opportuno", "ritiene necessario"), undenied?"""
    doc = adjective.doc
    before = [token.lower_ for token in doc[max(sentence_start(adjective), adjective.i - 4) : adjective.i]]
    return bool(set(before) & _JUDGING) and "non" not in before


def _infinitive_near(token: Word) -> Word | None:
    doc, end = token.doc, sentence_end(token)
    for position in range(token.i + 1, min(end, token.i + 9)):
        other = doc[position]
        if other.pos_ in ("VERB", "AUX") and is_infinitive(other):
            return infinitive_at(doc, position, end)
        if other.pos_ in ("NOUN", "PROPN", "VERB") or PREPOSITION.get(other.lower_) == "a" or other.lower_ == "che":
            return None
    return None


def _that(clause: tuple[int, Word], cue, rule, links: Links) -> list[Advice]:
    that, action = clause
    group = verb_group(action)
    if group.mood or group.modal:
        return []
    who = subject_of(action, max(group.start, that + 1), links)
    agents = agents_of(who, links)
    if group.passive:
        agents = agents_of(next((t for base, t in by_preposition(action) if base == "da"), None), links)
    return [Advice(clause_beginning(action), action_end(action), action, agents, cue, None, rule)]


def turn(token: Word, rule: str, links: Links) -> list[Advice]:
    """ "tocca alla Nato mantenere", "sta ai governi decidere"."""
    if token.pos_ not in ("VERB", "AUX") or verb_group(token).negated or is_infinitive(token):
        return []
    doc, end = token.doc, sentence_end(token)
    for position in range(token.i + 2, min(end, token.i + 14)):
        action = doc[position]
        if action.pos_ in ("VERB", "AUX") and is_infinitive(action):
            asked = asked_between(token, action, ("a",))
            if asked is None:
                return []
            agents = agents_of(asked, links)
            return _infinitives(infinitive_at(doc, position, end) or action, agents, (token.i, token.i + 1), rule)
        if action.pos_ == "VERB" or action.text in (",", ";", ":"):
            return []
    return []


def phrases_in(text: str) -> list[tuple[str, Directive]]:
    """The fixed words that a document holds anywhere, in the order of the lexicon."""
    lower = text.lower()
    directives = (d for d in load_lexicon("recommendations").directives if d.frame in ("phrase", "that-phrase"))
    return [(words, directive) for directive in directives for words in directive.words if words in lower]


def fixed_phrases(sentence: Passage, phrases: list[tuple[str, Directive]], links: Links) -> list[Advice]:
    """Fixed words before an infinitive ("non hanno altra scelta che") or before `che` ("è ora che")."""
    found, text = [], sentence.text.lower() if phrases else ""
    for words, directive in phrases:
        at = text.find(words)
        if at < 0 or text[at - 1 : at].isalpha() or text[at + len(words) : at + len(words) + 1].isalpha():
            continue
        start = sentence.start_char + at
        cue = sentence.doc.covering(start, start + len(words))
        if cue.start >= cue.end or (cue.start > sentence.start and cue[0].nbor(-1).lower_ == "non"):
            continue
        if directive.frame == "phrase":
            found += _after_phrase(cue, sentence, directive.id, links)
        else:
            clause = clause_after(cue[-1], 4, frozenset({"che"}))
            found += _that(clause, (cue.start, cue.end), directive.id, links) if clause else []
    return found


def _after_phrase(cue: Passage, sentence: Passage, rule: str, links: Links) -> list[Advice]:
    action = infinitive_at(sentence.doc, cue.end, sentence.end)
    if action is None:
        return []
    verb = next((token for token in cue if token.pos_ in ("VERB", "AUX")), cue[0])
    start = cue.start
    while start > sentence.start and sentence.doc[start - 1].lower_ in (
        "non",
        "ha",
        "hanno",
        "si",
        "gli",
        "ne",
        "loro",
    ):
        start -= 1
    governor = verb if start == cue.start else next(t for t in sentence.doc[start : cue.end] if t.pos_ != "ADV")
    agents = agents_of(asked_beside(verb, ("a",)), links) if cue[0].lower_ == "non" else ()
    agents = agents or agents_of(subject_of(governor, start, links), links)
    return _infinitives(action, agents, (cue.start, cue.end), rule)


def _infinitives(action: Word, agents: tuple[str, ...], cue, rule: str) -> list[Advice]:
    return [Advice(beginning(one), action_end(one), one, agents, cue, None, rule) for one in with_coordinated(action)]


def is_due(auxiliary: Word, links: Links) -> list[Advice]:
    """ "il mandato non va rinnovato", "le regole andrebbero riviste": andare with a participle."""
    doc, end = auxiliary.doc, sentence_end(auxiliary)
    before = {token.lower_ for token in doc[max(sentence_start(auxiliary), auxiliary.i - 3) : auxiliary.i]}
    if before & {"che", "cui", "quale", "quali", "dove", "come", "se"}:
        return []
    verb = next((t for t in doc[auxiliary.i + 1 : min(end, auxiliary.i + 4)] if t.pos_ != "ADV"), None)
    if verb is None or verb.pos_ not in ("VERB", "ADJ") or not is_participle(verb):
        return []
    if verb.lower_ in load_lexicon("recommendations").no_duty_after_andare:
        return []
    doer = next((t for base, t in by_preposition(verb) if base == "da" and t.i > verb.i), None)
    denied = auxiliary.i > sentence_start(auxiliary) and auxiliary.nbor(-1).lower_ == "non"
    first = auxiliary.i - denied
    return [Advice(first, action_end(verb), verb, agents_of(doer, links), (first, auxiliary.i + 1), None, "andare")]


def wish(verb: Word, links: Links) -> list[Advice]:
    """ "L'Europa smetta di esitare": a present subjunctive of the third person that no conjunction opens."""
    if verb.dep_ not in ("ROOT", "parataxis", "conj"):
        return []
    group = verb_group(verb)
    sign = verb.doc[group.start : verb.i + 1]
    if not any(t.morph.get("Mood") == ["Sub"] and t.morph.get("Tense") == ["Pres"] for t in sign):
        return []
    if group.modal or group.perfect and not group.passive:
        return []
    if verb.lower_.endswith(("a", "ano") if verb.lemma_.lower().endswith("are") else ("e", "ono")):
        return []
    before = {token.lower_ for token in verb.doc[max(sentence_start(verb), group.start - 12) : group.start]}
    if before & _SUBORDINATING:
        return []
    agents = agents_of(subject_of(verb, group.start, links), links)
    if not agents:
        return []
    return [Advice(clause_beginning(verb), action_end(verb), verb, agents, (verb.i, verb.i + 1), None, "congiuntivo")]


def exhortation(verb: Word, links: Links, said: Said) -> list[Advice]:
    """ "Fermate le armi", "mettiamo fine alla guerra": an imperative at the head of a clause in somebody's words."""
    word = verb.lower_
    if not (_LET_US.search(word) or _IMPERATIVE.search(word)) or not _at_head(verb):
        return []
    statement = said.around(verb.idx, verb.idx + len(verb))
    if statement is None:
        return []
    if _LET_US.search(word):
        exhorts = word in load_lexicon("recommendations").exhorting or not word.endswith("iamo")
        # "non prendiamo ordini" tells what is, "non dimentichiamo" exhorts
        denied = verb.i > sentence_start(verb) and verb.nbor(-1).lower_ == "non"
        exhorts = exhorts and (not denied or word in _NOT_TO or not word.endswith("iamo"))
        agents = (links.state_of(statement["speaker_id"]),) if statement["speaker_id"] else ()
    else:
        follows = verb.doc[verb.i + 1] if verb.i + 1 < sentence_end(verb) else None
        exhorts = verb.morph.get("Mood") == ["Imp"] or (follows is not None and follows.pos_ == "DET")
        exhorts = exhorts or _IMPERATIVE.search(word).group(1) is not None
        agents = ()
    if not exhorts or word in ("siate", "siete", "avete", "sapete", "potete", "volete", "vedete", "dovete"):
        return []
    return [Advice(beginning(verb), action_end(verb), verb, agents, (verb.i, verb.i + 1), None, "imperativo")]


def _at_head(verb: Word) -> bool:
    """First word of its sentence or of a quotation, a `non` apart."""
    doc, first = verb.doc, verb.i
    if first > sentence_start(verb) and doc[first - 1].lower_ in ("non", "ora", "adesso", "dunque", "quindi", "perciò"):
        first -= 1
    return first == sentence_start(verb) or doc[first - 1].text in _OPENING
