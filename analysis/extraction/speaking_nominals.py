"""Nominals beside a verb or noun of saying that name its speaker."""

from itertools import pairwise

from analysis.extraction.contents import bare, is_finite
from analysis.extraction.cues import Cue, word_of_saying
from analysis.extraction.links import Link, Links
from analysis.extraction.speaker_memory import NOBODY, Memory, Speaker
from analysis.extraction.speakers import phrase_end, speaker_of
from analysis.extraction.stretches import Stretch
from analysis.language import load_lexicon
from analysis.language.lexicons import Cues
from analysis.language.spans import PREPOSITION, own_subject
from analysis.language.words import Word

_SOME = frozenset(
    "uno una alcuni alcune molti molte diversi diverse parecchi parecchie tanti tante altri altre pochi poche entrambi "
    "due tre quattro cinque sei sette otto nove dieci dozzina decina decine centinaia migliaia parte metà maggioranza "
    "maggior terzo tutti nessuno ciascuno chiunque gruppo rappresentanti".split()
)


def nominal_after(cue: Cue, stretch: Stretch, links: Links) -> Word | None:
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
        if not can_speak(token, link, cues):
            continue
        if bare(token, cue.end) or one_of(token, cue.end):
            return token
        if source is None and PREPOSITION.get(doc[position - 1].lower_) == "da" and plural_form(cue):
            source = token
    return source


def unknown_speaker(cue: Cue, stretch: Stretch) -> Word | None:
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


def one_of(token: Word, start: int) -> bool:
    """ "uno dei passeggeri", "alcuni degli esperti"."""
    before = token.doc[max(start, token.i - 3) : token.i]
    return any(
        (a.lower_ in _SOME or a.pos_ == "NUM") and PREPOSITION.get(b.lower_) == "di" for a, b in pairwise(before)
    )


def can_speak(token: Word, link: Link | None, cues: Cues) -> bool:
    """Can this word name a speaker: a name, people, a text, a pronoun that takes one up?"""
    word, before = token.lower_, token.doc[token.i - 1] if token.i else token
    # "conferenza stampa", "fonti diplomatiche"
    if token.pos_ in ("NOUN", "ADJ") and link is None and before.pos_ == "NOUN" and before.i != token.i:
        return False
    if link is not None:
        return link.kind != "demonym" or token.pos_ == "NOUN" or (token.pos_ == "ADJ" and _article_before(token))
    if any(word in pronoun.words for pronoun in cues.pronouns):
        return True
    return token.pos_ == "PROPN" or (token.pos_ in ("NOUN", "ADJ") and (cues.is_people(word) or word in cues.documents))


def _article_before(token: Word) -> bool:
    return token.i > 0 and token.doc[token.i - 1].lower_ in ("i", "gli", "le")


def plural_form(cue: Cue) -> bool:
    """Does the verb stand in the third person plural?"""
    return any(t.lower_.endswith("no") for t in cue.verb.doc[cue.start : cue.end])


def agent_after(start: int, stretch: Stretch, links: Links, memory: Memory) -> tuple[Speaker, Word | None]:
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


def noun_owner(noun: Word, stretch: Stretch, links: Links, memory: Memory) -> tuple[Speaker, Word | None]:
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


def after_phrase(cue: Cue, who: Word | None, stretch: Stretch, links: Links) -> int:
    """The token after a cue and the speaker that follows it."""
    return phrase_end(who, links, stretch.end) if who is not None and who.i >= cue.end else cue.end
