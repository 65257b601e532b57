"""Who should act, and towards whom: from nominals around a recommendation to identifiers."""

from functools import lru_cache

from analysis.extraction.links import Links
from analysis.extraction.participants import actor_at
from analysis.extraction.speakers import NOBODY, speaker_at
from analysis.language import load_lexicon
from analysis.language.sentences import sentence_end, sentence_start
from analysis.language.spans import (
    PREPOSITION,
    antecedent,
    by_preposition,
    conjuncts,
    contiguous_right,
    is_infinitive,
    objects,
    own_subject,
    preposition,
    subject,
)
from analysis.language.words import Word
from analysis.tables import slug

_NOMINAL = ("NOUN", "PROPN")
_INSIDE = ("DET", "ADJ", "NUM", "ADV")
_OPENING, _CLOSING = ("«", "“", '"'), ("»", "”", '"')
_RELATIVE = ("cui", "quale", "quali")


@lru_cache(maxsize=4)
def _words(name: str) -> frozenset[str]:
    return frozenset(getattr(load_lexicon("recommendations"), name))


def led_by(token: Word) -> str:
    """The bare preposition before a nominal, past its articles and adjectives, by the order of words; or ""."""
    doc = token.doc
    for position in range(token.i - 1, max(sentence_start(token), token.i - 5) - 1, -1):
        base = PREPOSITION.get(doc[position].lower_)
        if base:
            return base
        if doc[position].pos_ not in _INSIDE:
            return ""
    return ""


def agents_of(token: Word | None, links: Links, anybody: bool = False) -> tuple[str, ...]:
    """Identifiers of those a nominal names, with those coordinated with it; an unnamed group by its head noun.

    anybody: any noun is somebody, since only somebody can be asked.
    """
    if token is None:
        return ()
    found: list[str] = []
    for part in _listed(token, links):
        found += _one(part, links, anybody)
    return tuple(dict.fromkeys(found))


def _listed(token: Word, links: Links) -> list[Word]:
    """The nominal, its conjuncts, and names in a row with it ("A, B e C") that the parser hung elsewhere."""
    parts = {part.i: part for part in conjuncts(token) if part.i == token.i or _same_case(part, token)}
    doc, position = token.doc, max(parts)
    while position + 2 < sentence_end(token) and doc[position + 1].lower_ in (",", "e", "ed"):
        after = position + 2
        while after < sentence_end(token) - 1 and (doc[after].pos_ == "DET" or PREPOSITION.get(doc[after].lower_)):
            after += 1
        link = links.at(doc[after])
        if link is None or link.kind != "name" or not _same_case(doc[after], token):
            break
        parts[after] = doc[after]
        position = link.end - 1
    return [parts[i] for i in sorted(parts)]


def _same_case(part: Word, token: Word) -> bool:
    return (preposition(part) or led_by(part)) in ("", preposition(token) or led_by(token))


def _one(token: Word, links: Links, anybody: bool) -> list[str]:
    lexicon_words = (token.lower_, token.lemma_.lower())
    if any(word in _words("collectives") for word in lexicon_words) and links.at(token) is None:
        for current in [*contiguous_right(token), *token.lefts]:
            link = links.at(current)
            if link is not None and link.kind == "name" or link is not None and not link.actor_id.startswith("igo:"):
                return [links.state_of(link.actor_id)]
            if link is not None:
                return [f"group:{slug(token.text)}"]
    link = actor_at(token, links)
    if link is not None and link.actor_id:
        return [links.state_of(link.actor_id)]
    speaker = speaker_at(token, links, NOBODY)
    if speaker.actor_id:
        return [links.state_of(speaker.actor_id)]
    described = token.pos_ == "NOUN" and load_lexicon("cues").is_people(token.lower_)
    if token.lower_ in _words("people") or described or anybody and token.pos_ == "NOUN":
        return [f"group:{slug(token.text)}"]
    if anybody and token.pos_ == "PROPN":
        return [f"org:{slug(token.text)}"]
    return []


def subject_of(verb: Word, start: int, links: Links) -> Word | None:
    """The subject of a verb whose group begins at `start`: a name that stands right before it, else the parser's."""
    own = own_subject(verb)
    if own is not None and own.i < start:
        return own
    return _row_before(start, verb, links) or _before_interruption(start, verb) or own or _shared(verb)


def _shared(verb: Word) -> Word | None:
    """The subject that a coordinated verb shares with what it is coordinated with; that of the main clause where a
    relative clause gives its noun another part ("Grundberg, al quale ha chiesto").
    """
    if verb.dep_.startswith("acl") and any(base and t.lower_ in _RELATIVE for base, t in by_preposition(verb)):
        governor = next((t for t in verb.ancestors if t.pos_ in ("VERB", "AUX")), None)
        return subject(governor) if governor is not None else None
    if verb.dep_ == "conj" and verb.head.pos_ not in ("VERB", "AUX"):
        return own_subject(verb.head)
    return subject(verb)


def _before_interruption(start: int, verb: Word) -> Word | None:
    """The nominal at the end of the first part of an interrupted quotation ("«A», aggiunge, «dovrebbe …»")."""
    doc, floor = verb.doc, max(sentence_start(verb), start - 14)
    if start - 2 < floor or doc[start - 1].text not in _OPENING or doc[start - 2].text != ",":
        return None
    closing = next((i for i in range(start - 3, floor, -1) if doc[i].text in _CLOSING), None)
    inside = range(closing - 1, max(floor, closing - 5) - 1, -1) if closing else ()
    return next((doc[i] for i in inside if doc[i].pos_ in _NOMINAL and not led_by(doc[i])), None)


def _row_before(start: int, verb: Word, links: Links) -> Word | None:
    """The first of the names ("A e B") that stand right before a verb group without a preposition."""
    doc, floor, first = verb.doc, sentence_start(verb), None
    position = start - 1
    while position >= floor:
        link = links.at(doc[position])
        if link is None or link.kind != "name" or led_by(doc[link.start]):
            break
        first, position = doc[link.start], link.start - 1
        while position >= floor and doc[position].pos_ == "DET":
            position -= 1
        if position < floor or doc[position].lower_ not in ("e", "ed", ","):
            break
        if doc[position].text == "," and first.i == doc[start - 1].i:
            break
        position -= 1
    return first


def asked_between(cue: Word, action: Word, cases: tuple[str, ...]) -> Word | None:
    """Who is asked: the first nominal between cue and action with one of these prepositions ("" for none)."""
    for token in cue.doc[cue.i + 1 : action.i]:
        if token.pos_ in _NOMINAL and led_by(token) in cases and token.ent_type_ != "DATE":
            return token
        if token.pos_ == "PRON" and token.lower_ in ("tutti", "entrambi", "ambedue") and led_by(token) in cases:
            return token
    return None


def asked_beside(verb: Word, cases: tuple[str, ...]) -> Word | None:
    """Who is asked, where that stands before the verb ("al quale ha chiesto", "ai mediatori non resta che")."""
    for base, token in by_preposition(verb):
        if base in cases and token.i < verb.i:
            return antecedent(token) if token.lower_ in _RELATIVE else token
    if "" in cases:
        return next((token for token in objects(verb) if token.i < verb.i), None)
    return None


def targets_of(action: Word, last: int, agents: tuple[str, ...], links: Links) -> list[str]:
    """Towards whom the action is: its objects, else whom it is done to, with or against, else whose its object is."""
    found = [link for token in objects(action) for link in [actor_at(token, links)] if link]
    if not found:
        places = [token for base, token in by_preposition(action) if base in ("a", "con", "contro", "verso", "su")]
        found = [link for token in places for link in [actor_at(token, links)] if link]
    if not found and (is_infinitive(action) or action.pos_ == "NOUN"):
        inside = action.doc[action.i + 1 : last]
        found = [links.at(t) for t in inside if links.at(t) and links.at(t).kind in ("demonym", "name")][:1]
    ids = dict.fromkeys(links.state_of(link.actor_id) for link in found if link.actor_id)
    return [one for one in ids if one not in agents]
