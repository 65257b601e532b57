"""Contents of "secondo X", "a suo avviso", "stando a quanto riferito da X", "una fonte, secondo cui …"."""

from functools import lru_cache

from analysis.extraction.contents import Content, has_finite, is_finite
from analysis.extraction.cues import word_of_saying
from analysis.extraction.links import Links
from analysis.extraction.speaker_memory import NOBODY, Memory, Speaker
from analysis.extraction.speakers import phrase_end, speaker_of
from analysis.extraction.speaking_nominals import agent_after
from analysis.extraction.stretches import Stretch
from analysis.language import load_lexicon
from analysis.language.lexicons import CuePhrase
from analysis.language.spans import PREPOSITION
from analysis.language.words import Word

_OPENS_AFTER = frozenset(
    {",", "–", "—", "-", "(", ";", ":", "e", "ed", "ma", "che", "infatti", "sempre", "mentre", "perché"}
)
_CONTINUES = frozenset("mentre ma e ed per che dopo prima anche come".split())
_BOUNDS = (",", "–", "—", "-", ")", ";")


@lru_cache(maxsize=1)
def _by_first_word() -> dict[str, list[CuePhrase]]:
    table: dict[str, list[CuePhrase]] = {}
    for phrase in sorted(load_lexicon("cues").phrases, key=lambda p: (-len(p.words), p.id)):
        table.setdefault(_base(phrase.words[0]), []).append(phrase)
    return table | {form: table[base] for form, base in PREPOSITION.items() if base in table}


def _base(word: str) -> str:
    return PREPOSITION.get(word, word)


def source_contents(
    stretch: Stretch, links: Links, memory: Memory
) -> list[tuple[Content, int, int, Speaker, Word | None]]:
    """The contents of the phrases of a stretch that name their source: content, the phrase's tokens, the speaker and
    the nominal that names him.
    """
    found, openings = [], _by_first_word()
    for position in range(stretch.start, stretch.end - 1):
        phrases = openings.get(stretch.doc[position].lower_)
        if not phrases or stretch.inside[position] is not None or not _can_open(position, stretch):
            continue
        for phrase in phrases:
            if not _matches(position, phrase, stretch):
                continue
            one = _read(position, phrase, stretch, links, memory)
            if one is not None:
                found.append(one)
                break
    return found


def _can_open(position: int, stretch: Stretch) -> bool:
    before = stretch.doc[position - 1].lower_ if position > stretch.start else ""
    return (
        position <= stretch.start + 2
        or before in _OPENS_AFTER
        or stretch.inside[position - 1] is not None
        or (stretch.doc[position].lower_ in ("secondo", "stando"))
    )


def _matches(position: int, phrase: CuePhrase, stretch: Stretch) -> bool:
    size = len(phrase.words)
    words = [t.lower_ for t in stretch.doc[position : min(stretch.end, position + size)]]
    return len(words) == size and all(_base(a) == _base(b) for a, b in zip(words, phrase.words, strict=True))


def _read(position: int, phrase: CuePhrase, stretch: Stretch, links: Links, memory: Memory):
    doc, after = stretch.doc, position + len(phrase.words)
    who: Word | None = None
    if phrase.speaker == "previous":
        last = memory.last("Plur" if "loro" in phrase.words else "Sing")
        speaker = Speaker(last.actor_id, doc.text_of(position, after), "previous-speaker") if last.actor_id else NOBODY
    elif phrase.speaker == "antecedent":
        who = _antecedent(position, stretch, links)
        speaker = speaker_of(who, links, memory) if who is not None else NOBODY
    elif phrase.speaker == "quoted":
        speaker, who, after = _said_so(after, phrase, stretch, links, memory)
    else:
        who = _nominal(doc, after, min(stretch.end, after + 7))
        speaker = speaker_of(who, links, memory) if who is not None else NOBODY
        if who is not None and not _is_source(who, speaker, phrase, position, stretch):
            return None
        after = phrase_end(who, links, stretch.end) if who is not None else after
    if not speaker.actor_id:
        return None
    content = _content(position, after, phrase, stretch)
    return (content, position, position + len(phrase.words), speaker, who) if content is not None else None


def _nominal(doc, start: int, end: int) -> Word | None:
    for token in doc[start:end]:
        if token.lower_ in load_lexicon("cues").not_speakers:
            continue
        if token.pos_ in ("NOUN", "PROPN"):
            return token
        if token.pos_ not in ("DET", "ADJ", "NUM", "ADV", "ADP") and not PREPOSITION.get(token.lower_):
            return None
    return None


def _is_source(who: Word, speaker: Speaker, phrase: CuePhrase, position: int, stretch: Stretch) -> bool:
    """ "per X" is a source only at the beginning, for people, with a comma behind them."""
    cues = load_lexicon("cues")
    if who.lower_ in cues.not_speakers:
        return False
    if phrase.speaker != "person":
        return True
    person = speaker.actor_id.startswith(("person:", "group:"))
    if not person or position > stretch.start + 1 or (speaker.rule != "name" and who.lower_ not in cues.opinions):
        return False
    if who.pos_ == "NOUN" and stretch.doc[position + 1].pos_ not in ("DET", "ADJ", "NOUN", "NUM"):
        return False
    comma = next((t.i for t in stretch.doc[who.i + 1 : min(stretch.end, who.i + 14)] if t.text == ","), None)
    return comma is not None and not has_finite(stretch.doc, who.i, comma)


def _antecedent(position: int, stretch: Stretch, links: Links) -> Word | None:
    cues = load_lexicon("cues")
    for back in range(position - 1, max(stretch.start - 1, position - 9), -1):
        token, link = stretch.doc[back], links.at(stretch.doc[back])
        if token.pos_ == "PROPN" and link is not None:
            return stretch.doc[link.start]
        if token.pos_ == "NOUN" and (cues.is_people(token.lower_) or token.lower_ in cues.documents):
            return token
        if is_finite(token) or token.pos_ == "NOUN":
            return None
    return None


def _said_so(after: int, phrase: CuePhrase, stretch: Stretch, links: Links, memory: Memory):
    """The speaker of "secondo quanto riferito da X", "a quanto sostiene X", "come ha detto X"; the token after him."""
    doc = stretch.doc
    for position in range(after, min(stretch.end, after + 5)):
        token = doc[position]
        if word_of_saying(token):
            if phrase.id == "come" and not _closes_clause(position, stretch):
                return NOBODY, None, after
            agent, who = agent_after(position + 1, stretch, links, memory)
            if not agent.actor_id:
                who = _nominal(doc, position + 1, min(stretch.end, position + 6))
                agent = speaker_of(who, links, memory) if who is not None else NOBODY
            end = phrase_end(who, links, stretch.end) if who is not None else position + 1
            return agent, who, end
        if token.is_punct:
            break
    return NOBODY, None, after


def _closes_clause(position: int, stretch: Stretch) -> bool:
    """Does a comma or the stretch's end follow soon: "come ha detto Rossi," and not "come ha detto di fare"?"""
    for token in stretch.doc[position + 1 : min(stretch.end, position + 12)]:
        if token.text in (",", ";", "–", "—", "."):
            return True
        if is_finite(token) or token.lower_ in ("che", "di"):
            return False
    return True


def _content(position: int, after: int, phrase: CuePhrase, stretch: Stretch) -> Content | None:
    """What is said: the clause behind the phrase where the phrase opens it, the clause before where it closes it."""
    doc = stretch.doc
    bound = _bound(after, stretch)
    rest = Content(min(bound + 1, stretch.end), stretch.end, phrase.id)
    if bound >= stretch.end or doc[bound].text == ".":
        rest = Content(stretch.end, stretch.end, phrase.id)
    elif bound == after and doc[bound].text not in _BOUNDS:
        rest = Content(after, stretch.end, phrase.id)
    head_end = position
    while head_end > stretch.start and doc[head_end - 1].text in (*_BOUNDS, "("):
        head_end -= 1
    head = Content(stretch.start, head_end, phrase.id)
    if phrase.speaker == "antecedent":
        return rest if rest.end - rest.start > 2 else None
    if head.end - head.start > 2 and rest.end - rest.start > head.end - head.start:
        return head if doc[rest.start].lower_ in _CONTINUES else rest
    opens = position <= stretch.start + 2 or doc[position - 1].lower_ in (
        "e",
        "ed",
        "ma",
        "che",
        "perché",
        "mentre",
        ":",
    )
    if opens or not has_finite(doc, head.start, head.end):
        return rest if rest.end - rest.start > 2 else (head if head.end - head.start > 2 else None)
    return head


def _bound(after: int, stretch: Stretch) -> int:
    """The punctuation that ends the speaker's phrase, past appositions without a verb; `after` where none does."""
    doc = stretch.doc
    first = next((p for p in range(after, min(stretch.end, after + 14)) if doc[p].text in _BOUNDS), None)
    if first is None or has_finite(doc, after, first) and not _relative(doc, after):
        return after
    position = first
    while position < stretch.end and doc[position].text == ",":
        following = next((p for p in range(position + 1, min(stretch.end, position + 24)) if doc[p].text == ","), None)
        opening = doc[position + 1] if position + 1 < stretch.end else None
        if following is None or opening is None or not _is_apposition(opening, position + 1, following, stretch):
            return position
        position = following
    return position


def _relative(doc, position: int) -> bool:
    return any(t.lower_ in ("che", "cui") for t in doc[position : position + 4])


def _is_apposition(opening: Word, start: int, end: int, stretch: Stretch) -> bool:
    cues, doc = load_lexicon("cues"), stretch.doc
    if stretch.inside[start] is not None:
        return False
    if opening.lower_ in ("che", "cui") and opening.pos_ in ("PRON", "SCONJ"):
        return True
    head = next((t for t in doc[start : start + 4] if t.pos_ in ("NOUN", "PROPN")), None)
    people = head is not None and (cues.is_people(head.lower_) or (opening.pos_ == "PROPN" and end - start < 4))
    short = end - start <= 2 and not has_finite(doc, start, end)
    return (
        short
        or (people or opening.lower_ in ("vicina", "vicino", "citata", "citato", "citate"))
        and not has_finite(doc, start, end)
    )
