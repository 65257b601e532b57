"""Content that stands before its verb of saying, or around it: "…, ha detto X", "X, ha detto, fa Y"."""

from analysis.extraction.contents import Content, ends_with_mark, has_finite, is_finite
from analysis.extraction.cues import Cue, looks_finite
from analysis.extraction.stretches import Stretch
from analysis.language import load_lexicon
from analysis.language.spans import PREPOSITION, is_gerund, own_subject

_DASHES = ("–", "—", "-")
_SUBORDINATE = frozenset(
    "se quando finché mentre poiché sebbene benché seppure qualora dopo prima per senza pur visto dato giacché siccome "
    "affinché anche nonostante malgrado".split()
)


def stands_before(cue: Cue, stretch: Stretch, speaker_follows: bool) -> bool:
    """Does what was said end right before this verb? After a closing mark it does; after a comma or a dash where the
    speaker or another comma follows the verb.
    """
    doc, position = stretch.doc, cue.start - 1
    if "before" not in cue.takes or position <= stretch.start or is_gerund(cue.verb):
        return False
    if stretch.inside[position] is not None and ends_with_mark(doc, position) and stretch.inside[cue.start] is None:
        return stretch.inside[position].end - stretch.inside[position].start > 12 or speaker_follows
    if doc[position].text not in (",", *_DASHES):
        return False
    if stretch.inside[position - 1] is not None and ends_with_mark(doc, position - 1):
        return True
    following = doc[cue.end] if cue.end < stretch.end else None
    if following is None or following.text in (",", ".", ";", *_DASHES):
        return True
    adverbial = following.pos_ in ("ADP", "ADV") and PREPOSITION.get(following.lower_) not in ("di", "da")
    if main_finite(doc, stretch.start, position):
        return speaker_follows or (adverbial and own_subject(cue.verb) is None)
    judges = {"charge", "predicate", "object"} & cue.takes
    return (speaker_follows or adverbial) and not judges and _is_insertion(cue, stretch, speaker_follows)


def _is_insertion(cue: Cue, stretch: Stretch, speaker_follows: bool) -> bool:
    """Does a comma or dash close the cue's phrase soon, with a finite verb behind it ("X, ha detto Y, fa Z")? At once
    behind it where no speaker stands between.
    """
    doc = stretch.doc
    for position in range(cue.end, min(stretch.end, cue.end + 12)):
        if doc[position].text in (",", *_DASHES):
            reach = position + (30 if speaker_follows else 4)
            window = doc[position + 1 : min(stretch.end, reach)]
            finite = any(is_finite(t) or looks_finite(t) for t in window)
            return finite and doc[position + 1].lower_ != "che"
        if doc[position].pos_ in ("VERB", "AUX") or doc[position].lower_ in ("che", "di"):
            return False
    return False


def main_finite(doc, start: int, end: int) -> bool:
    """Does a finite verb stand in tokens start..end that is not in a relative clause?"""
    relative = False
    for position in range(start, end):
        token = doc[position]
        if token.text in (",", ";", ":") or token.lower_ in ("e", "ma"):
            relative = relative and token.text != "," and token.lower_ not in ("ma",)
        if token.lower_ in ("che", "cui", "quale", "quali") and token.pos_ in ("PRON", "DET", "ADJ", "SCONJ"):
            relative = token.pos_ == "PRON" or token.lower_ != "che"
        if is_finite(token) and not relative:
            return True
    return False


def contents_around(cue: Cue, phrase_end: int, start: int, stretch: Stretch, following: Cue | None) -> list[Content]:
    """The content before a cue and its continuation after the speaker's phrase, which ends at token `phrase_end`; the
    longer first. The shorter counts only where it is a quotation of its own.
    """
    head = Content(_head_start(cue, start, stretch), _head_end(cue, stretch), "before")
    doc = stretch.doc
    tail = _tail(cue, head, phrase_end, stretch, following)
    if tail is None:
        return [head]
    longer, shorter = sorted([tail, head], key=lambda c: -len(doc.text_of(c.start, c.end)))
    words = sum(t.is_alpha for t in doc[shorter.start : shorter.end])
    quoted = stretch.opens_quote(shorter.start) is not None and words > 1
    return [longer, shorter] if quoted else [longer]


def _head_start(cue: Cue, start: int, stretch: Stretch) -> int:
    """Where the content before a cue begins: after a colon that introduces its quotation, else with the stretch."""
    doc = stretch.doc
    for position in range(cue.start - 1, start, -1):
        if doc[position - 1].text == ":" and stretch.opens_quote(position) is not None:
            return position
    return start


def _head_end(cue: Cue, stretch: Stretch) -> int:
    position = cue.start
    while position > stretch.start and stretch.doc[position - 1].text in (",", *_DASHES):
        position -= 1
    return position


def _tail(cue: Cue, head: Content, phrase_end: int, stretch: Stretch, following: Cue | None) -> Content | None:
    """The continuation after the cue's phrase: a quotation, or a clause where the head is none of its own."""
    doc = stretch.doc
    comma = next(
        (p for p in range(phrase_end, min(stretch.end - 1, phrase_end + 10)) if doc[p].text in (",", *_DASHES)), None
    )
    if comma is None or has_finite(doc, phrase_end, comma):
        return None
    first = _past_apposition(comma + 1, stretch)
    end = stretch.end
    if following is not None and following.start > first:
        end = _before_clause(following.start, first, stretch)
    quote = stretch.opens_quote(first)
    if quote is not None or stretch.inside[first] is not None:
        close = stretch.after_quote(first)
        after = doc[close].text if close < end else "."
        return Content(first, close if after in (",", ".", ":", *_DASHES) else end, "inside")
    whole = _is_clause(doc, head)
    relative = doc[first].lower_ in ("che", "cui") or doc[min(first + 1, end - 1)].lower_ in ("quale", "quali", "cui")
    finite = has_finite(doc, first, end) or looks_finite(doc[first])
    return Content(first, end, "inside") if finite and not (whole or relative or is_gerund(doc[first])) else None


def _is_clause(doc, head: Content) -> bool:
    """Does the head hold a clause that stands alone?"""
    opening = next((t for t in doc[head.start : head.end] if t.is_alpha), None)
    if opening is None or not has_finite(doc, head.start, head.end):
        return False
    if opening.lower_ in _SUBORDINATE:
        commas = [t.i for t in doc[head.start : head.end] if t.text == ","]
        return any(has_finite(doc, c, head.end) for c in commas)
    return main_finite(doc, head.start, head.end)


def _past_apposition(first: int, stretch: Stretch) -> int:
    """The token after a speaker's role between commas ("Rossi, direttore di X, …")."""
    doc = stretch.doc
    if doc[first].pos_ == "NOUN" and load_lexicon("cues").is_people(doc[first].lower_):
        for position in range(first + 1, min(stretch.end - 1, first + 16)):
            if doc[position].text == ",":
                return position + 1
            if is_finite(doc[position]):
                break
    return first


def _before_clause(start: int, first: int, stretch: Stretch) -> int:
    """Where the clause of the next cue begins: at its comma, its conjunction, else at the verb."""
    doc = stretch.doc
    for position in range(start - 1, max(first, start - 10), -1):
        if doc[position].text == "," or doc[position].lower_ in ("e", "ed", "ma", "mentre"):
            return position
    return start
