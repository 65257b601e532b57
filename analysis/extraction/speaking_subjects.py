"""The subject of a verb of saying that stands before it, the agent of a passive, or who was heard last."""

from itertools import pairwise

from analysis.extraction.contents import bare, has_finite, is_finite
from analysis.extraction.cues import Cue
from analysis.extraction.links import Links
from analysis.extraction.speaker_memory import NOBODY, Memory, Speaker
from analysis.extraction.speakers import speaker_of
from analysis.extraction.speaking_nominals import agent_after, can_speak, nominal_after, one_of, plural_form
from analysis.extraction.stretches import Stretch
from analysis.language import load_lexicon
from analysis.language.sentences import sentence_start
from analysis.language.spans import PREPOSITION, is_gerund, own_subject, subject
from analysis.language.words import Word

_WITHOUT_OBJECT = ("say", "explain", "announce", "assure")
_SUBORDINATORS = frozenset("quando mentre ma dove perché poiché finché quale quali cui".split())
_REACH = 150
_AMONG = ("tra", "fra")
_INCLUDED = frozenset({"compreso", "compresa", "compresi", "comprese", "incluso", "inclusa", "inclusi", "incluse"})
_RELATIVES = ("che", "quale", "quali")


def speaker_before(cue: Cue, stretch: Stretch, links: Links, memory: Memory) -> tuple[Speaker, Word | None]:
    """The speaker of a cue whose subject stands before it, and the nominal that names him."""
    if cue.group.passive:
        return agent_after(cue.end, stretch, links, memory)
    for who in _subjects(cue, stretch, links):
        found = speaker_of(who, links, memory)
        if found.actor_id:
            return found, who
        coordinated = cue.start > stretch.start and stretch.doc[cue.start - 1].pos_ == "CCONJ"
        if who.pos_ in ("NOUN", "PROPN") and not coordinated:
            return found, who
    if cue.group.reflexive and _impersonal(cue):
        return _written(cue, stretch, links, memory)
    if is_gerund(cue.verb):
        return NOBODY, None
    after = nominal_after(cue, stretch, links)
    subject_like = after is not None and (after.dep_.startswith("nsubj") or cue.rule in _WITHOUT_OBJECT)
    if subject_like and not {"charge", "predicate"} & cue.takes:
        found = speaker_of(after, links, memory)
        if found.actor_id:
            return found, after
    return heard_last(cue, memory), None


def heard_last(cue: Cue, memory: Memory) -> Speaker:
    """Who spoke last and agrees with the verb in number, for a verb without a subject."""
    number = _number(cue)
    found = memory.last(number)
    rule = "subject-before" if found.rule == "subject-before" else "previous-speaker"
    return Speaker(found.actor_id, "", rule) if found.actor_id else NOBODY


def _number(cue: Cue) -> str:
    first = next((t for t in cue.verb.doc[cue.start : cue.end] if t.pos_ in ("VERB", "AUX")), cue.verb)
    if is_gerund(first):
        return ""
    return "Plur" if first.lower_.endswith("no") else "Sing"


def _subjects(cue: Cue, stretch: Stretch, links: Links) -> list[Word]:
    """Candidates before the cue, the likeliest first: what a relative takes up, the parser's subject, the first bare
    nominal of the clause.
    """
    found = []
    relative = _relative(cue, stretch, links)
    if relative is not None:
        return [relative]
    own = own_subject(cue.verb) or subject(cue.verb)
    if own is not None and stretch.start <= own.i < cue.end and own.i != cue.verb.i and _speaks(own):
        found.append(own)
    first = _clause_subject(cue, stretch, links)
    if first is not None and first not in found:
        apposed = found and _in_apposition(found[0], stretch) and not has_finite(stretch.doc, first.i, found[0].i)
        found.insert(0 if apposed else 1, first)
    return found


def _in_apposition(token: Word, stretch: Stretch) -> bool:
    """Does the nominal open after a comma ("Rossi, un turista …, ha detto")?"""
    start = token.left_edge.i
    return start > stretch.start and token.doc[start - 1].text == ","


def _named_in_passing(token: Word) -> bool:
    """ "quattro partiti, tra cui il Fronte, hanno detto": what is named as one of those is not the subject."""
    before = [t.lower_ for t in token.doc[max(sentence_start(token), token.i - 5) : token.i]]
    among = any(a in _AMONG and b in ("cui", "i", "le", "quali") for a, b in pairwise(before))
    return among or bool(_INCLUDED & set(before))


def _speaks(token: Word) -> bool:
    cues = load_lexicon("cues")
    if _named_in_passing(token):
        return False
    return (
        token.lower_ not in cues.not_speakers
        and token.pos_ in ("NOUN", "PROPN", "PRON", "ADJ")
        and (token.pos_ != "PRON" or any(token.lower_ in p.words for p in cues.pronouns))
    )


def _relative(cue: Cue, stretch: Stretch, links: Links) -> Word | None:
    """The noun that a relative before the cue takes up ("Rossi, che ieri ha detto", "il quale, …, ha detto")."""
    doc = stretch.doc
    for position in range(cue.start - 1, max(stretch.start, cue.start - 14), -1):
        token = doc[position]
        if stretch.inside[position] is not None or is_finite(token):
            return None
        if token.lower_ in _RELATIVES and token.pos_ in ("PRON", "DET", "SCONJ", "ADJ"):
            if token.lower_ == "che" and any(
                bare(t, position + 1) and t.pos_ in ("NOUN", "PROPN") for t in doc[position + 1 : cue.start]
            ):
                return None
            return _taken_up(position, cue, stretch, links)
    return None


def _taken_up(position: int, cue: Cue, stretch: Stretch, links: Links) -> Word | None:
    """The nearest nominal before a relative that agrees with the verb and can speak."""
    doc, cues, number = stretch.doc, load_lexicon("cues"), _number(cue)
    nominals = []
    for back in range(position - 1, max(stretch.start - 1, position - 12), -1):
        token = doc[back]
        if is_finite(token) or token.text in (";", ":"):
            break
        if token.pos_ in ("NOUN", "PROPN"):
            nominals.append(token)
    for token in nominals:
        link = links.at(token)
        own = (token.morph.get("Number") or [number])[0]
        if link is not None and link.kind in ("name", "office") and (number != "Plur" or own == "Plur"):
            return doc[link.start]
        if cues.is_people(token.lower_) and own == number:
            return token
    return nominals[0] if nominals else None


def _clause_subject(cue: Cue, stretch: Stretch, links: Links) -> Word | None:
    """The first bare nominal that can speak of the clause that holds the cue: of the last one that a subordinator opens
    after a verb, where that has a nominal of its own.
    """
    doc, cues = stretch.doc, load_lexicon("cues")
    found = source = None
    fresh = verb = False
    subordinate = doc[stretch.start].lower_ in (*_SUBORDINATORS, "se", "dopo", "prima")
    for position in range(max(stretch.start, cue.start - _REACH), cue.start):
        token = doc[position]
        if stretch.inside[position] is not None or token.lower_ in cues.not_speakers:
            continue
        if token.text in (":", ";"):
            found, verb = None, False
        fresh = fresh or (verb and (token.lower_ in _SUBORDINATORS or (subordinate and token.text == ",")))
        verb = verb or is_finite(token)
        if not can_speak(token, links.at(token), cues) or _named_in_passing(token):
            continue
        if bare(token, stretch.start) or one_of(token, stretch.start):
            if found is None or fresh:
                found, fresh = token, False
        elif source is None and position <= stretch.start + 2 and plural_form(cue):
            source = token if PREPOSITION.get(doc[position - 1].lower_) == "da" else None
    return found or source


def _impersonal(cue: Cue) -> bool:
    """`si` with a verb that has no personal form with it: "si legge", "si apprende", "si dice"."""
    return "si" in [t.lower_ for t in cue.verb.doc[cue.start : cue.verb.i]] and not cue.group.perfect


def _written(cue: Cue, stretch: Stretch, links: Links, memory: Memory) -> tuple[Speaker, Word | None]:
    """The author of the text that is quoted ("si legge nel comunicato")."""
    cues = load_lexicon("cues")
    for token in stretch.doc[cue.end : min(stretch.end, cue.end + 8)]:
        if token.lower_ in cues.documents:
            found = speaker_of(token, links, memory)
            if not found.actor_id:
                last = memory.last()
                found = Speaker(last.actor_id, token.text, "document") if last.actor_id else NOBODY
            return found, token
    return NOBODY, None
