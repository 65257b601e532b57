"""The row of a statement: its span without the punctuation around it, its form, its rule."""

import re

from analysis.extraction.contents import Content
from analysis.extraction.speaker_memory import Speaker
from analysis.extraction.stretches import Stretch
from analysis.tables import row_id

_SHORTEST = 8
"""Code points below which a content is no statement."""
_DATELINE = re.compile(r"[A-ZÀ-Ü][A-ZÀ-Ü'’ ./-]{2,30}(?:, \d{1,2}°? \w{3,9}\.?)?(?: \([\w. /]+\))? ?[–—-] ")


def statement_row(
    content: Content, cue: tuple[int, int], speaker: Speaker, rule: str, stretch: Stretch, doc_id: str
) -> dict | None:
    """One row of the table `statements`; `cue` gives the tokens of the cue. None where too little is left."""
    doc = stretch.doc
    whole, words = doc.passage(content.start, content.end), doc.passage(*cue)
    first, last = _trim(whole.text)
    if last - first < _SHORTEST:
        return None
    start, end, text = whole.start_char + first, whole.start_char + last, whole.text[first:last]
    return {
        "statement_id": row_id("st", doc_id, start, end, text, speaker.actor_id),
        "doc_id": doc_id,
        "start": start,
        "end": end,
        "text": text,
        "form": _form(content, start, end, stretch),
        "cue": words.text,
        "speaker_id": speaker.actor_id,
        "speaker_text": speaker.text,
        "cue_start": words.start_char,
        "cue_end": words.end_char,
        "rule_id": f"statement:{rule}:{speaker.rule}{_open_mark(content, stretch)}",
    }


def _trim(text: str) -> tuple[int, int]:
    """Where the content begins and ends without the dateline before it and the punctuation around it."""
    dateline = _DATELINE.match(text)
    start, end = dateline.end() if dateline else 0, len(text)
    while end > start and text[end - 1] in " ,;:.\n\t–—-(":
        end -= 1
    while start < end and text[start] in " ,;:.\n\t–—-)":
        start += 1
    return start, end


def _open_mark(content: Content, stretch: Stretch) -> str:
    """What the rule's name says of a quotation whose closing mark is missing."""
    quotes = [q for q in stretch.inside[content.start : content.end] if q is not None]
    return ":never-closed" if any(not q.closed for q in quotes) else ""


def _form(content: Content, start: int, end: int, stretch: Stretch) -> str:
    """direct: one quotation holds it all; mixed: a quotation holds a part of it."""
    quotes = {
        q for q in stretch.inside[content.start : content.end] if q is not None and q.start < end and start < q.end
    }
    if any(q.start <= start and end <= q.end for q in quotes):
        return "direct"
    return "mixed" if quotes else "indirect"
