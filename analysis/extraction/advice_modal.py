""" "X dovrebbe fare": a duty that somebody states, told from what is foreseen, befalls or is the law."""

import re
from bisect import bisect_right

from analysis.extraction.advice import Advice, Said
from analysis.extraction.advice_actions import action_end, beginning, infinitive_at, with_coordinated
from analysis.extraction.advice_people import agents_of, subject_of
from analysis.extraction.links import Links
from analysis.language import load_lexicon
from analysis.language.sentences import sentence_end, sentence_start
from analysis.language.spans import by_preposition, is_participle, verb_group
from analysis.language.words import Word

_CONDITIONAL = re.compile(r"^dovr(?:ebbe|ebbero|emmo|este)$")
_PRESENT = re.compile(r"^(?:deve|devono|debbono|debba|debbano|dobbiamo|dovete)$")
_FUTURE = re.compile(r"^dovr(?:à|anno|emo)$")
_WE = ("dobbiamo", "dovremmo", "dovremo")
_COUNTRY = frozenset({"paese", "governo", "nazione", "stato", "esercito", "diplomazia", "parlamento"})
_OWN = frozenset("suo sua nostro nostra proprio propria mio mia loro".split())
_CONJUNCTIONS = frozenset({"se", "quando", "perché", "poiché", "siccome", "finché", "quanto", "cosa", "come"})


def duties(modal: Word, links: Links, said: Said, days: list[int]) -> list[Advice]:
    """Recommendations by a form of `dovere`. `days`: where the document names calendar dates, in order."""
    verb = _main_verb(modal)
    if verb is None:
        return []
    group = verb_group(verb)
    start = min(group.start, modal.i)
    statement = said.around(modal.idx, modal.idx + len(modal))
    who = None if _impersonal(modal) else subject_of(verb, start, links)
    passive = is_participle(verb)
    if passive:
        who_acts = next((token for base, token in by_preposition(verb) if base == "da" and token.i > verb.i), None)
        agents = agents_of(who_acts, links)
    else:
        agents = agents_of(who, links)
    ours = modal.lower_ in _WE and statement is not None and statement.get("form") != "indirect"
    if not agents and not passive and ours and statement["speaker_id"]:
        agents = (links.state_of(statement["speaker_id"]),)
    if not agents and who is not None and not passive and statement is not None and _own_country(who):
        state = links.state_of(statement["speaker_id"])
        agents, who = ((state,) if len(state) == 3 else ()), None
    thing = who is not None and not agents and not passive
    after = bisect_right(days, verb.idx)
    dated = after < len(days) and days[after] < verb.sent.end_char
    if _FUTURE.match(modal.lower_) and not any(not one.startswith("group:") for one in agents):
        return []
    if not _advises(modal, verb, start, passive, thing, bool(agents), statement is not None, dated):
        return []
    found = []
    for action in with_coordinated(verb):
        first = beginning(action)
        if action is verb and modal.i > sentence_start(modal) and modal.nbor(-1).lower_ == "non":
            first = modal.i - 1
        found.append(Advice(first, action_end(action), action, agents, (modal.i, modal.i + 1), None, "dovere"))
    return found


def _own_country(who: Word) -> bool:
    """ "il suo Paese", "il nostro governo": the speaker's."""
    before = {token.lower_ for token in who.doc[max(0, who.i - 2) : who.i]}
    return who.lower_ in _COUNTRY and bool(before & _OWN)


def _main_verb(modal: Word) -> Word | None:
    word = modal.lower_
    if not (_CONDITIONAL.match(word) or _PRESENT.match(word) or _FUTURE.match(word)):
        return None
    doc, end = modal.doc, sentence_end(modal)
    following = doc[modal.i + 1].lower_ if modal.i + 1 < end else ""
    if (
        following in ("aver", "avere")
        or following in ("essere", "esser")
        and doc.text_of(modal.i + 2, end)[:4] == "stat"
    ):
        return None
    verb = infinitive_at(doc, modal.i + 1, end)
    if verb is None and following == ",":
        closing = next((t.i for t in doc[modal.i + 2 : min(end, modal.i + 12)] if t.text == ","), None)
        verb = infinitive_at(doc, closing + 1, end) if closing else None
    return verb


def _impersonal(modal: Word) -> bool:
    return modal.i > sentence_start(modal) and modal.nbor(-1).lower_ in ("si", "s'", "s’")


def _advises(modal: Word, verb: Word, start: int, passive, thing, somebody, stated, dated) -> bool:
    """Is it advice? Not where it hangs on a condition, is asked, is foreseen, only befalls, or is told as a fact."""
    word, lemma = modal.lower_, verb.lemma_.lower()
    lexicon = load_lexicon("recommendations")
    if modal.sent.text.rstrip(' »”"\n').endswith("?"):
        return False
    openers = {token.lower_ for token in modal.doc[max(sentence_start(modal), start - 6) : start]}
    if openers & _CONJUNCTIONS:
        return False
    foreseen = _is_predictable(verb)
    if _CONDITIONAL.match(word):
        if passive:
            return not foreseen and (stated or not (dated and _is_scheduled(verb)))
        if somebody or _impersonal(modal):
            return not foreseen and (stated or not (dated and _is_scheduled(verb))) or stated and not dated
        return stated and not thing and not foreseen
    ends = lemma in lexicon.endings or verb.lower_ in lexicon.endings
    if thing:
        return stated and ends
    if lemma in lexicon.endured or verb.lower_ in lexicon.endured:
        return False
    if stated:
        return not _FUTURE.match(word) or not dated
    relative = verb.dep_ == "acl:relcl" or "che" in openers
    return bool(_PRESENT.match(word)) and somebody and not dated and not relative and not foreseen and not passive


def _is_scheduled(verb: Word) -> bool:
    return verb.lemma_.lower().split(" ")[0] in load_lexicon("recommendations").scheduled


def _is_predictable(verb: Word) -> bool:
    stems = load_lexicon("modality").predictable
    lemma = verb.lemma_.lower().split(" ")[0]
    outcomes = load_lexicon("recommendations").outcomes
    outcome = lemma in outcomes or verb.lower_ in outcomes
    return outcome or lemma in stems or lemma.removesuffix("si") + "e" in stems
