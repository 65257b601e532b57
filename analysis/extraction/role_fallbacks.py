"""A target that the frame of a verb leaves open: who is threatened with "se", the only other actor, the own state.

Each fallback gives its name to the row's rule, so that a reader sees that the target was inferred.
"""

from analysis.extraction.doers import doers, named_by
from analysis.extraction.event_words import verb_lemma
from analysis.extraction.links import Link, Links
from analysis.extraction.noun_places import verb_above
from analysis.extraction.participants import actors_of, words
from analysis.extraction.triggers import Trigger
from analysis.extraction.word_order import follows_quotation
from analysis.language.sentences import sentence_end, sentence_start
from analysis.language.spans import (
    PREPOSITION,
    by_preposition,
    is_gerund,
    is_infinitive,
    is_participle,
    objects,
    own_subject,
    verb_group,
)
from analysis.language.words import Word

CLAUSE = 60
"""Tokens of a clause that are looked at."""
_COMPANY = frozenset(("insieme", "assieme", "accanto", "secondo", "tramite", "attraverso", "grazie", "malgrado"))
_HELP = frozenset(("aiuto", "appoggio", "sostegno", "assistenza", "mediazione", "collaborazione", "consenso"))
_ELSEWHERE = ("se", "mentre", "dopo", "quando", "come", "perché", "poiché", "nonostante")
_OF_PEOPLE = frozenset(("PROTEST", "REQUEST", "REJECT", "ACCUSE", "THREATEN", "AGREE", "CONCEDE"))
_ON_PEOPLE = frozenset(("COERCE", "ASSAULT", "REJECT", "ACCUSE", "MOBILIZE", "CONCEDE", "THREATEN"))

_WITH_THIRD_PARTIES = frozenset(("AID", "COOPERATE", "REQUEST"))
"""What is given or asked for often has somebody beside it who does not get it ("munizioni per la guerra contro X")."""
_SUFFERED = frozenset(("ASSAULT", "THREATEN", "SANCTION", "COERCE", "ACCUSE"))
_AGAINST = frozenset(("PROTEST", "THREATEN", "REJECT"))
_SAID = frozenset(("ACCUSE", "REQUEST", "SUPPORT"))
_SIGNING = frozenset(("firmare", "siglare", "ratificare", "sottoscrivere"))


def if_clause(trigger: Trigger, sources: list[Link], links: Links) -> list[Link]:
    """Whom a threat is addressed to: "minaccia di ritirarsi se X non …"."""
    verb = trigger.verb
    if verb is None or trigger.group.type != "THREATEN":
        return []
    opening = next((t for t in verb.doc[verb.i : sentence_end(verb)] if t.lower_ == "se"), None)
    if opening is None:
        return []
    for token in verb.doc[opening.i + 1 : min(sentence_end(verb), opening.i + 8)]:
        if token.dep_.startswith("nsubj") or (links.at(token) is not None and links.at(token).kind == "name"):
            return _besides(named_by(token, links), sources, links)
    return []


def only_other(trigger: Trigger, sources: list[Link], links: Links) -> list[Link]:
    """The one state or body besides the source that the clause names before its first comma, else in all of it."""
    verb = trigger.verb
    if verb is None or trigger.group.mutual or _asks_others(trigger, links) or _modifier(verb):
        return []
    if trigger.group.type in _WITH_THIRD_PARTIES:
        return []
    if _private(sources, links):
        return []
    clause = _clause(trigger)
    comma = next((i for i, t in enumerate(clause) if t.text in (",", ";", "(", ":")), len(clause))
    for part in (clause[:comma], clause):
        found = _others(part, sources, links)
        if trigger.group.type == "PROTEST":
            found = {state: link for state, link in found.items() if link.kind != "demonym"}
        if found:
            return list(found.values()) if len(found) == 1 else []
    return []


def _modifier(verb: Word) -> bool:
    """A participle that describes a noun ("i soldati schierati in …")."""
    group = verb_group(verb)
    hangs = verb.dep_.startswith(("acl", "amod", "advcl"))
    return hangs and is_participle(verb) and not (group.perfect or group.passive)


def _private(sources: list[Link], links: Links) -> bool:
    """Persons who act for nobody: what they do is seldom done to the state that stands beside."""
    return all(links.state_of(link.actor_id).startswith("person:") for link in sources)


def parties(trigger: Trigger, sources: list[Link], links: Links) -> list[Link]:
    """The other party of a treaty that one of them signs or ratifies: the one state that the sentence, else the one
    before, names besides it ("ratificato dal parlamento di X … i due Paesi").
    """
    head = trigger.head
    lemma = trigger.verb is not None and verb_lemma(trigger.verb, _SIGNING)
    own = {links.state_of(link.actor_id) for link in sources}
    if trigger.group.type != "AGREE" or lemma not in _SIGNING or len(own) != 1:
        return []
    sentence = head.sent
    found = _parties(list(sentence), sources, links)
    if not found and sentence.start and "\n" not in head.doc[sentence.start - 1].text:
        found = _parties(list(head.doc[sentence.start - 1].sent), sources, links)
    return [link for link in found.values()] if len(found) == 1 else []


def _parties(tokens: list[Word], sources: list[Link], links: Links) -> dict[str, Link]:
    """States besides the sources, by name, by office or by "i due Paesi"."""
    found: dict[str, Link] = {}
    for token in tokens:
        for link in _besides(links.all_at(token), sources, links):
            state = links.state_of(link.actor_id)
            if len(state) == 3 and link.kind != "demonym":
                found.setdefault(state, link)
    return found


def _asks_others(trigger: Trigger, links: Links) -> bool:
    """Does a request go to somebody whom nothing names ("ha invitato le milizie a sciogliersi")?"""
    verb = trigger.verb
    if trigger.group.type != "REQUEST":
        return False
    to = [token for base, token in by_preposition(verb) if base == "a" and token.pos_ in ("NOUN", "PROPN")]
    if any(is_infinitive(child) for child in verb.children):
        to += objects(verb)
    return any(not actors_of(token, links, True) for token in to)


def at_home(trigger: Trigger, sources: list[Link], links: Links) -> list[Link]:
    """The source's own state: for measures and protests at home, and for acts of or on people of no other state."""
    kind = trigger.group.type
    verb = trigger.verb or (verb_above(trigger.noun) if kind == "PROTEST" else None)
    own = {links.state_of(link.actor_id) for link in sources}
    if verb is None or len(own) != 1 or len(min(own)) != 3:
        return []
    if trigger.verb is not None and _asks_others(trigger, links):
        return []
    home = [Link(sources[0].start, sources[0].end, min(own), "description", "", "role:at-home")]
    if kind in _ON_PEOPLE and _own_people(verb, min(own), links):
        return home
    if _others(list(verb.sent) if kind == "PROTEST" else _clause(trigger), sources, links):
        return []
    who = own_subject(verb)
    doing = [] if who is None else verb.doc[who.i : who.i + 6]
    countrymen = any(token.lower_ in words("countrymen") for token in doing)
    if kind == "PROTEST" or (countrymen and kind in _OF_PEOPLE):
        return home
    after = verb.doc[verb.i + 1 : min(sentence_end(verb), verb.i + 9)]
    if kind in ("CONCEDE", "THREATEN", "COERCE") and any(token.lower_ in words("home-measure") for token in after):
        return home
    on_people = kind in _ON_PEOPLE and not countrymen
    return home if on_people and any(token.lower_ in words("countrymen") for token in after) else []


def in_sentence(trigger: Trigger, sources: list[Link], links: Links) -> list[Link]:
    """The one state or body besides the source that the sentence names before the verb, for protests, threats
    and refusals, and for what is said in a quotation before it.
    """
    verb = trigger.verb
    if verb is None or _asks_others(trigger, links) or _private(sources, links):
        return []
    if trigger.group.type not in _AGAINST and not (trigger.group.type in _SAID and follows_quotation(verb)):
        return []
    who = own_subject(verb)
    inside = {token.i for token in who.subtree} if who is not None and trigger.group.type != "PROTEST" else set()
    found = _others([t for t in verb.doc[sentence_start(verb) : verb.i] if t.i not in inside], sources, links)
    return _one_state(found)


def _one_state(found: dict[str, Link]) -> list[Link]:
    """A state that is the only one found."""
    return [link for state, link in found.items() if len(state) == 3] if len(found) == 1 else []


def _own_people(verb: Word, own: str, links: Links) -> bool:
    """Does an act hit people of the source's own state: "la polizia turca ha arrestato oppositori turchi"?"""
    clause = verb.doc[verb.i + 1 : min(sentence_end(verb), verb.i + 12)]
    for token in clause:
        link = links.at(token)
        if link is not None and link.actor_id:
            before = verb.doc[max(verb.i + 1, token.i - 2) : token.i]
            people = any(t.lower_ in words("countrymen") for t in before)
            return link.kind == "demonym" and links.state_of(link.actor_id) == own and people
    return False


def undergoing(trigger: Trigger, sources: list[Link], links: Links) -> list[Link]:
    """Who answers or suffers the attack that a noun names: "ha risposto ai raid di X", "ha subito un attacco di X"."""
    noun = trigger.noun
    if trigger.verb is not None or trigger.group.type not in _SUFFERED:
        return []
    verb = noun.head
    if verb.pos_ != "VERB" or noun.i < verb.i or verb_lemma(verb, words("undergoing")) not in words("undergoing"):
        return []
    return _besides(doers(verb, links), sources, links)


FALLBACKS = (
    ("undergoing", undergoing),
    ("if-clause", if_clause),
    ("treaty", parties),
    ("at-home", at_home),
    ("only-other", only_other),
    ("only-other-in-sentence", in_sentence),
)


def _besides(found: list[Link], sources: list[Link], links: Links) -> list[Link]:
    own = {links.state_of(link.actor_id) for link in sources}
    return [link for link in found if links.state_of(link.actor_id) not in own]


def _others(tokens: list[Word], sources: list[Link], links: Links) -> dict[str, Link]:
    """The states, bodies and known organisations named in these tokens besides the sources."""
    found: dict[str, Link] = {}
    for token in tokens:
        for link in _besides(links.all_at(token), sources, links):
            state = links.state_of(link.actor_id)
            known = not state.startswith(("person:", "org:")) or link.rule_id.startswith("registry:")
            if state and known and link.start == token.i and not _aside(token):
                found.setdefault(state, link)
    return found


def _clause(trigger: Trigger) -> list[Word]:
    """The tokens after a verb in its clause and in the infinitives and gerunds that complete it; what lies beyond a
    border is no part of it, unless troops move there.
    """
    verb = trigger.verb
    found, queue = [], [verb]
    while queue and len(found) < CLAUSE:
        current = queue.pop()
        found.append(current)
        queue += [child for child in current.children if not _leaves(child, verb)]
    after = sorted((token for token in found if token.i > verb.i), key=lambda token: token.i)
    return after if trigger.group.type == "MOBILIZE" else [token for token in after if not _beyond_border(token)]


def _beyond_border(token: Word) -> bool:
    return any(t.lower_ in ("confine", "confini", "frontiera") for t in token.doc[max(0, token.i - 4) : token.i])


def _leaves(child: Word, top: Word) -> bool:
    """Does another clause begin with this child?"""
    if child.dep_ in ("acl:relcl", "parataxis") or (child.dep_.startswith("nsubj") and child.head.i == top.i):
        return True
    if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX") and child.head.i == top.i:
        return True
    return (
        child.dep_ == "advcl"
        and is_gerund(child)
        or child.dep_ == "advcl"
        and any(c.lower_ in _ELSEWHERE for c in child.lefts)
    )


def _aside(token: Word) -> bool:
    """In company, at second hand, between two others."""
    before = token.doc[max(sentence_start(token), token.i - 4) : token.i]
    if any(t.lower_ in _COMPANY or t.lower_ in words("reporter") for t in before):
        return True
    if any(t.lower_ in _HELP and "con" in {w.lower_ for w in t.doc[max(0, t.i - 2) : t.i]} for t in before):
        return True  # "con l'aiuto di consiglieri …"
    bases = [PREPOSITION[t.lower_] for t in before if t.lower_ in PREPOSITION]
    return bases[-1:] == ["tra"]
