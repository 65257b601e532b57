"""Expressions of time, by the patterns of times.yaml, resolved against the day of publication or a date in the text.

Nothing is resolved without its anchor: the value is then "". Values are ISO 8601, as precise as the words are.
"""

import re
from datetime import date

from analysis.extraction.time_tense import edge_of
from analysis.extraction.time_values import Found, in_itself, in_text, is_in_text, on_publication
from analysis.extraction.time_words import all_matches
from analysis.language.words import Words

BEHIND, AHEAD = 500, 80
"""Code points within which a date before, or one that belongs to the event named after ("un anno dopo l'accordo,
raggiunto il 18 marzo 2023"), can anchor an expression."""
_EVENT = re.compile(
    r"\s+(?:(?:il|lo|la|i|gli|le|quel|quella|de[li]|dello|della|degli|delle)\s|(?:del)?l[’'])", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.;:!?\n]")


def find_times(doc: Words, published: str, doc_id: str) -> list[dict]:
    """Rows of the times table for one document. `published`: ISO day, or "" (then only absolute dates have values)."""
    text = doc.text
    today = date.fromisoformat(published) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", published) else None
    found = _longest(text)
    resolved = [in_itself(one) or _published(one, text, today) for one in found]
    for place, one in enumerate(found):
        if is_in_text(one):
            value, anchor = _anchored(place, found, resolved, text)
            # what came after an event that the text does not date cannot lie ahead of the news
            ahead = one.entry.resolve == "after_text" and today and value > today.isoformat()[: len(value)]
            resolved[place] = ("", "") if ahead else (value, anchor)
    return [
        {
            "doc_id": doc_id,
            "start": one.start,
            "end": one.end,
            "text": text[one.start : one.end],
            "value": value,
            "edge": edge_of(text, one) if one.entry.type == "DATE" else "",
            "type": one.entry.type,
            "anchor": anchor,
            "rule_id": one.entry.id,
        }
        for one, (value, anchor) in zip(found, resolved, strict=True)
    ]


def _longest(text: str) -> list[Found]:
    """Matches that do not overlap, the longer before the shorter, then in the order of the text."""
    found = []
    for order, entry, match in all_matches(text):
        groups = {key.rstrip("2"): value.lower() for key, value in match.groupdict().items() if value}
        found.append(Found(match.start(), match.end(), order, entry, groups))
    found.sort(key=lambda one: (one.start - one.end, one.start, one.order))
    taken = bytearray(len(text))
    kept = []
    for one in found:
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _published(found: Found, text: str, today: date | None) -> tuple[str, str]:
    if is_in_text(found) or today is None:
        return "", ""
    return on_publication(found, text, today), "published"


def _anchored(place: int, found: list[Found], resolved: list[tuple[str, str]], text: str) -> tuple[str, str]:
    """Against the date of the event named right after, else against the nearest date before."""
    one = found[place]
    following = place + 1
    if following < len(found) and _EVENT.match(text, one.end) and found[following].start - one.end <= AHEAD:
        between = text[one.end : found[following].start]
        value = resolved[following][0] if found[following].entry.type == "DATE" else ""
        if value and not is_in_text(found[following]) and not _SENTENCE_END.search(between):
            return in_text(one, value), "text"
    for other in range(place - 1, -1, -1):
        if one.start - found[other].end > BEHIND:
            break
        if found[other].entry.type == "DATE" and resolved[other][0]:
            value = in_text(one, resolved[other][0])
            return value, "text" if value else ""
    return "", ""
