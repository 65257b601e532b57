"""Quotations without a verb of saying: after a name and a colon, or in a sentence of their own."""

from analysis.extraction.contents import Content, bare, is_finite
from analysis.extraction.links import Links
from analysis.extraction.speaker_memory import NOBODY, Memory, Speaker
from analysis.extraction.speakers import speaker_of
from analysis.extraction.speaking_nominals import noun_owner
from analysis.extraction.stretches import Stretch
from analysis.language import load_lexicon
from analysis.language.words import Word

_WORDS = 4
"""A quotation of fewer words is no statement of its own but a word held at a distance."""


_LONG = 12
"""Tokens from which a quotation counts though nobody is known to have said it."""


def uncued(stretch: Stretch, covered: list[tuple[int, int]], links: Links, memory: Memory):
    """Quotations of a stretch outside the contents found so far (`covered`, in tokens): content, the tokens that stand
    for a cue, speaker and the nominal that names him.
    """
    found, position = [], stretch.start
    while position < stretch.end:
        if stretch.opens_quote(position) is None:
            position += 1
            continue
        close = stretch.after_quote(position)
        free = not any(a < close and position < b for a, b in covered)
        if free and _is_statement(position, close, stretch):
            one = _read(position, close, stretch, links, memory)
            if one is not None and (one[2].actor_id or close - position > _LONG):
                found.append(one)
        position = max(close, position + 1)
    return found


def _is_statement(start: int, close: int, stretch: Stretch) -> bool:
    """Words enough, or a clause: one that a colon or a comma introduces may be short ("Kiev: «Non trattiamo»")."""
    doc = stretch.doc
    words = sum(t.is_alpha for t in doc[start:close])
    introduced = start > stretch.start and doc[start - 1].text == ":" or close < stretch.end and doc[close].text in ":,"
    return words >= _WORDS or (introduced and words > 1 and _finite(stretch, start, close))


def _read(start: int, close: int, stretch: Stretch, links: Links, memory: Memory):
    before = start - 1
    while before > stretch.start and stretch.doc[before].is_space:
        before -= 1
    if before > stretch.start and stretch.doc[before].text == ":":
        who = _named_before(stretch.start, before, stretch, links, memory)
        speaker = speaker_of(who, links, memory) if who is not None else memory.last()
        rule = "quotation-colon"
    elif before > stretch.start and stretch.doc[before].text == "," and not _finite(stretch, stretch.start, before):
        who = _named_before(stretch.start, before, stretch, links, memory)
        speaker = speaker_of(who, links, memory) if who is not None else NOBODY
        rule = "quotation-comma"
        if not speaker.actor_id.startswith(("person:", "group:")):
            return None
    elif (thus := _thus(close, stretch, links)) is not None:
        who, speaker = thus, speaker_of(thus, links, memory)
        rule = "quotation-thus"
    elif (noun := _said_of(close, stretch)) is not None:
        speaker, who = noun_owner(noun, stretch, links, memory)
        rule = "quotation-utterance"
    elif _alone(start, close, stretch):
        who, last = None, memory.last()
        speaker = Speaker(last.actor_id, "", "previous-speaker") if last.actor_id else NOBODY
        rule = "quotation-alone"
    else:
        return None
    return Content(start, close, rule), (start, start + 1), speaker, who


def _thus(close: int, stretch: Stretch, links: Links) -> Word | None:
    """Who is named after "così" behind a quotation: "«…»: così il ministro in un'intervista"."""
    doc, cues = stretch.doc, load_lexicon("cues")
    opening = next((i for i in range(close, min(stretch.end, close + 3)) if doc[i].lower_ == "così"), None)
    if opening is None:
        return None
    for token in doc[opening + 1 : min(stretch.end, opening + 7)]:
        link = links.at(token)
        if is_finite(token):
            return None
        named = link is not None and link.kind in ("name", "office")
        if (named or token.pos_ == "NOUN" and cues.is_people(token.lower_)) and bare(token, opening):
            return token
    return None


def _said_of(close: int, stretch: Stretch) -> Word | None:
    """The noun that says whose a quotation before it is: "«…», è stata la risposta di X"."""
    utterances = load_lexicon("cues").utterances
    copula = any(t.lower_ in ("è", "sono", "era", "con") for t in stretch.doc[close : min(stretch.end, close + 3)])
    window = stretch.doc[close : min(stretch.end, close + 7)] if copula else ()
    return next((t for t in window if t.lower_ in utterances), None)


def _alone(start: int, close: int, stretch: Stretch) -> bool:
    """A quotation that is its sentence, but for a word or two."""
    outside = [t for t in stretch if t.is_alpha and not start <= t.i < close]
    return len(outside) <= 2 and any(t.pos_ in ("VERB", "AUX") for t in stretch.doc[start:close])


def _finite(stretch: Stretch, start: int, end: int) -> bool:
    return any(is_finite(token) for token in stretch.doc[start:end])


def _named_before(start: int, end: int, stretch: Stretch, links: Links, memory: Memory) -> Word | None:
    """The first bare nominal before the colon that can speak."""
    cues = load_lexicon("cues")
    for token in stretch.doc[start:end]:
        link = links.at(token)
        named = link is not None and link.kind in ("name", "office")
        if (named or (token.pos_ == "NOUN" and cues.is_people(token.lower_))) and bare(token, start):
            return token
    noun = next((t for t in stretch.doc[start:end] if t.lower_ in cues.utterances), None)
    return noun_owner(noun, stretch, links, memory)[1] if noun is not None else None


def person_acting(stretch: Stretch, links: Links) -> tuple[Speaker, Word] | None:
    """The person named as subject of a sentence that reports no words: whom "ha poi detto" in the next means."""
    for token in stretch:
        if is_finite(token) or token.text in ("«", "“", '"', ":"):
            return None
        link = links.at(token)
        person = link is not None and link.actor_id.startswith("person:")
        if person and bare(token, stretch.start) and token.dep_.startswith(("nsubj", "flat", "appos", "nmod")):
            return Speaker(link.actor_id, "", "subject-before"), token
    return None


def introduced(stretch: Stretch, links: Links) -> tuple[Speaker, Word] | None:
    """The one person named in a sentence without a verb ("Più cauto Rossi, professore …"): who speaks next."""
    if _finite(stretch, stretch.start, stretch.end):
        return None
    people = {}
    for token in stretch:
        link = links.at(token)
        if link is not None and link.actor_id.startswith("person:"):
            people.setdefault(link.actor_id, token)
    if len(people) != 1:
        return None
    actor_id, token = next(iter(people.items()))
    return Speaker(actor_id, "", "introduced"), token
