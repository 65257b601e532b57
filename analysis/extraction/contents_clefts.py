""" "Ad annunciarlo è stato X: …", "A dirlo è X.": who said what stands behind the colon or in the sentence before."""

from analysis.extraction.contents import Content, bare
from analysis.extraction.cues import says_it
from analysis.extraction.links import Links
from analysis.extraction.speaking_nominals import can_speak
from analysis.extraction.stretches import Stretch
from analysis.language import load_lexicon
from analysis.language.words import Word

_BE = frozenset("è sono era erano fu furono".split())
_BEEN = frozenset("stato stata stati state anche proprio invece".split())


def cleft(stretch: Stretch, links: Links) -> tuple[int, int, Word, Content | None] | None:
    """(first token of the cue, token after it, who says it, what stands behind the colon or None) of a stretch that
    opens with "a" and an infinitive of saying that ends in "lo".
    """
    doc, start = stretch.doc, stretch.start
    if stretch.end - start < 4 or doc[start].lower_ not in ("a", "ad"):
        return None
    verb = next((t for t in doc[start + 1 : start + 3] if says_it(t)), None)
    if verb is None:
        return None
    position = verb.i + 1
    while position < stretch.end and doc[position].lower_ not in _BE:
        if position > verb.i + 4 or doc[position].pos_ == "VERB":
            return None
        position += 1
    position += 1
    while position < stretch.end and doc[position].lower_ in _BEEN:
        position += 1
    cues, near = load_lexicon("cues"), doc[position : min(stretch.end, position + 8)]
    who = next((t for t in near if can_speak(t, links.at(t), cues) and bare(t, position)), None)
    if who is None:
        return None
    colon = next((t.i for t in doc[who.i + 1 : stretch.end] if t.text == ":" and stretch.inside[t.i] is None), None)
    content = Content(colon + 1, stretch.end, "cleft") if colon is not None and colon + 2 < stretch.end else None
    return start, position, who, content
