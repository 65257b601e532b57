"""The subject of a verb of saying: the nominal after it, before it, the agent of a passive, or who was heard last."""

from itertools import pairwise

from spacy.tokens import Token

from analysis.extraction.contents import bare, has_finite, is_finite
from analysis.extraction.cues import Cue, word_of_saying
from analysis.extraction.links import Links
from analysis.extraction.speaker_memory import NOBODY, Memory, Speaker
from analysis.extraction.speakers import phrase_end, speaker_of
from analysis.extraction.stretches import Stretch
from analysis.language import load_lexicon
from analysis.language.spans import PREPOSITION, is_gerund, own_subject, subject

_WITHOUT_OBJECT = ("say", "explain", "announce", "assure")
_SUBORDINATORS = frozenset("quando mentre ma dove perché poiché finché quale quali cui".split())
_SOME = frozenset("uno una alcuni alcune molti molte diversi diverse parecchi tanti altri altre due tre".split())
_RELATIVES = ("che", "quale", "quali")


def nominal_after(cue: Cue, stretch: Stretch, links: Links) -> Token | None:
    """The bare nominal after a cue that can be its speaker: a name, people, a document, a pronoun; with `da` where
    nothing bare stands ("dicono dal Cremlino").
    """
    doc, cues = stretch.doc, load_lexicon("cues")
    source = None
    for position in range(cue.end, min(stretch.end, cue.end + 12)):
        token = doc[position]
        if token.text in (",", ";", ":", ".", "(", "–", "—", "-") or is_finite(token):
            break
        if stretch.inside[position] is not stretch.inside[cue.verb.i]:
            break
        if token.lower_ in ("che", "cui", "se"):
            break
        word, link = token.lower_, links.at(token)
        if word in cues.not_speakers or token.ent_type_ == "DATE":
            continue
        if not _can_speak(token, link, cues):
            continue
        if bare(token, cue.end) or _one_of(token, cue.end):
            return token
        if source is None and PREPOSITION.get(doc[position - 1].lower_) == "da" and _plural_form(cue):
            source = token
    return source


def _one_of(token: Token, start: int) -> bool:
    """ "uno dei passeggeri", "alcuni degli esperti"."""
    words = [t.lower_ for t in token.doc[max(start, token.i - 3) : token.i]]
    return any(a in _SOME and PREPOSITION.get(b) == "di" for a, b in pairwise(words))


def _can_speak(token: Token, link, cues) -> bool:
    word, before = token.lower_, token.doc[token.i - 1] if token.i else token
    if token.pos_ == "NOUN" and before.pos_ == "NOUN" and before.i != token.i:  # "conferenza stampa"
        return False
    if link is not None:
        return link.kind != "demonym" or token.pos_ == "NOUN" or (token.pos_ == "ADJ" and _article_before(token))
    if any(word in pronoun.words for pronoun in cues.pronouns):
        return True
    return token.pos_ == "PROPN" or (token.pos_ in ("NOUN", "ADJ") and (cues.is_people(word) or word in cues.documents))


def _article_before(token: Token) -> bool:
    return token.i > 0 and token.doc[token.i - 1].lower_ in ("i", "gli", "le")


def _plural_form(cue: Cue) -> bool:
    return any(t.lower_.endswith("no") for t in cue.verb.doc[cue.start : cue.end])


def speaker_before(cue: Cue, stretch: Stretch, links: Links, memory: Memory) -> tuple[Speaker, Token | None]:
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
    return Speaker(found.actor_id, "", "previous-speaker") if found.actor_id else NOBODY


def _number(cue: Cue) -> str:
    first = next((t for t in cue.verb.doc[cue.start : cue.end] if t.pos_ in ("VERB", "AUX")), cue.verb)
    if is_gerund(first):
        return ""
    return "Plur" if first.lower_.endswith("no") else "Sing"


def _subjects(cue: Cue, stretch: Stretch, links: Links) -> list[Token]:
    """Candidates before the cue, the likeliest first: what a relative takes up, the parser's subject, the first bare
    nominal of the clause.
    """
    found = []
    relative = _relative(cue, stretch, links)
    if relative is not None:
        return [relative]
    own = own_subject(cue.verb) or subject(cue.verb)
    if own is not None and stretch.start <= own.i < cue.end and own.i != cue.verb.i and _speaks(own, links):
        found.append(own)
    first = _clause_subject(cue, stretch, links)
    if first is not None and first not in found:
        apposed = found and _in_apposition(found[0], stretch) and not has_finite(stretch.doc, first.i, found[0].i)
        found.insert(0 if apposed else 1, first)
    return found


def _in_apposition(token: Token, stretch: Stretch) -> bool:
    """Does the nominal open after a comma ("Rossi, un turista …, ha detto")?"""
    start = token.left_edge.i
    return start > stretch.start and token.doc[start - 1].text == ","


def _speaks(token: Token, links: Links) -> bool:
    cues = load_lexicon("cues")
    return (
        token.lower_ not in cues.not_speakers
        and token.pos_ in ("NOUN", "PROPN", "PRON", "ADJ")
        and (token.pos_ != "PRON" or any(token.lower_ in p.words for p in cues.pronouns))
    )


def _relative(cue: Cue, stretch: Stretch, links: Links) -> Token | None:
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


def _taken_up(position: int, cue: Cue, stretch: Stretch, links: Links) -> Token | None:
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


def _clause_subject(cue: Cue, stretch: Stretch, links: Links) -> Token | None:
    """The first bare nominal that can speak of the clause that holds the cue: of the last one that a subordinator opens
    after a verb, where that has a nominal of its own.
    """
    doc, cues = stretch.doc, load_lexicon("cues")
    found = source = None
    fresh = verb = False
    subordinate = doc[stretch.start].lower_ in (*_SUBORDINATORS, "se", "dopo", "prima")
    for position in range(stretch.start, cue.start):
        token = doc[position]
        if stretch.inside[position] is not None or token.lower_ in cues.not_speakers:
            continue
        if token.text in (":", ";"):
            found, verb = None, False
        fresh = fresh or (verb and (token.lower_ in _SUBORDINATORS or (subordinate and token.text == ",")))
        verb = verb or is_finite(token)
        if not _can_speak(token, links.at(token), cues):
            continue
        if bare(token, stretch.start):
            if found is None or fresh:
                found, fresh = token, False
        elif source is None and position <= stretch.start + 2 and _plural_form(cue):
            source = token if PREPOSITION.get(doc[position - 1].lower_) == "da" else None
    return found or source


def agent_after(start: int, stretch: Stretch, links: Links, memory: Memory) -> tuple[Speaker, Token | None]:
    """The speaker named with `da` after this token, within its clause."""
    doc = stretch.doc
    for position in range(start, min(stretch.end - 1, start + 10)):
        token = doc[position]
        if token.text in (",", ";", ".", ":") or is_finite(token):
            break
        if PREPOSITION.get(token.lower_) == "da":
            for other in doc[position + 1 : min(stretch.end, position + 5)]:
                if other.pos_ in ("NOUN", "PROPN"):
                    found = speaker_of(other, links, memory)
                    return (found, other) if found.actor_id else (NOBODY, None)
    return NOBODY, None


def _impersonal(cue: Cue) -> bool:
    """`si` with a verb that has no personal form with it: "si legge", "si apprende", "si dice"."""
    return "si" in [t.lower_ for t in cue.verb.doc[cue.start : cue.verb.i]] and not cue.group.perfect


def _written(cue: Cue, stretch: Stretch, links: Links, memory: Memory) -> tuple[Speaker, Token | None]:
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


def after_phrase(cue: Cue, who: Token | None, stretch: Stretch, links: Links) -> int:
    """The token after a cue and the speaker that follows it."""
    return phrase_end(who, links, stretch.end) if who is not None and who.i >= cue.end else cue.end


def noun_owner(noun: Token, stretch: Stretch, links: Links, memory: Memory) -> tuple[Speaker, Token | None]:
    """Whose a noun of saying is: "la convinzione di X che", "la sua promessa", "X ha espresso il timore che"."""
    doc = stretch.doc
    for position in range(noun.i + 1, min(stretch.end - 1, noun.i + 5)):
        if PREPOSITION.get(doc[position].lower_) in ("di", "da"):
            other = next((t for t in doc[position + 1 : position + 4] if t.pos_ in ("NOUN", "PROPN")), None)
            found = speaker_of(other, links, memory) if other is not None else NOBODY
            if found.actor_id:
                return found, other
        if doc[position].lower_ == "che":
            break
    before = [t.lower_ for t in doc[max(stretch.start, noun.i - 2) : noun.i]]
    if {"suo", "sua", "loro"} & set(before):
        last = memory.last("Plur" if "loro" in before else "Sing")
        return Speaker(last.actor_id, "", "possessive"), None
    if noun.head.pos_ != "VERB" or noun.head.i > noun.i:
        return NOBODY, None
    who = own_subject(noun.head)
    if who is None and word_of_saying(noun.head) and not stretch.start < noun.head.i - 3:
        last = memory.last()
        return Speaker(last.actor_id, "", "previous-speaker"), None
    return (speaker_of(who, links, memory), who) if who is not None and who.i < noun.i else (NOBODY, None)


def unknown_speaker(cue: Cue, stretch: Stretch) -> Token | None:
    """The bare noun after a verb that closes a quotation, whatever it is ("«Basta», ha gridato la folla")."""
    doc, before = stretch.doc, cue.start - 1
    if before <= stretch.start or not (stretch.inside[before] or stretch.inside[before - 1]):
        return None
    for token in doc[cue.end : min(stretch.end, cue.end + 4)]:
        if token.pos_ == "NOUN" and bare(token, cue.end) and token.lower_ not in load_lexicon("cues").not_speakers:
            return token
        if token.pos_ not in ("DET", "ADJ", "ADV", "NUM"):
            return None
    return None
