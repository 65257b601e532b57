"""Whether a capital or palace stands for the government or is only a place."""

from analysis.extraction.role_words import role_lexicon
from analysis.language.words import Words

DATIVE_WINDOW = 8
"""Tokens to the left among which the word that governs "a Mosca" is sought."""
_AT = {"a", "ad", "in", "al", "all'", "all’", "alla", "nel", "nella", "allo"}
_FROM = {"da", "dal", "dalla", "dall'", "dall’"}
_OF = {"di", "del", "della", "dell'", "dell’"}
_DASHES = {"-", "–", "—", "(", "/"}


def government_or_place(doc: Words, start: int, end: int, before: str) -> tuple[bool, str]:
    """(stands for the government, rule). `before`: the rule by which a coordinated neighbour was read, or ""."""
    words = role_lexicon()
    if _is_dateline(doc, start, end):
        return False, "place:dateline"
    previous = doc[start - 1].text.lower() if start else ""
    if previous in {"e", "ed", ","} and before:
        return not before.startswith("place:") or before == words.dative.id, before
    if previous in _AT:
        return _dative(doc, start - 1, previous)
    if previous in _FROM:
        governor = _nearest(doc, start - 1, words.origin)
        return (False, words.origin.id) if governor else (True, "government:from")
    if previous in _OF:
        noun = doc[start - 2].text if start > 1 else ""
        if noun and (words.located.holds(noun) or (noun[0].isupper() and not doc[start - 2].is_sent_start)):
            return False, words.located.id
        return True, "government:of"
    if previous in {"verso", "per"} and _nearest(doc, start - 1, words.origin, 4):
        return False, words.origin.id
    return True, "government:name"


def _is_dateline(doc: Words, start: int, end: int) -> bool:
    opens = start == 0 or "\n" in doc[start - 1].text
    following = doc[end].text if end < len(doc) else ""
    return opens and (following in _DASHES or (following in {",", "."} and doc.text_of(start, end).isupper()))


def _dative(doc: Words, preposition: int, text: str) -> tuple[bool, str]:
    """"a Mosca": to the government after a word of giving, saying, demanding; else at or to the place."""  # fmt: skip
    words = role_lexicon()
    if text in {"in", "nel", "nella"}:
        return False, words.locative.id
    first = max(0, preposition - DATIVE_WINDOW)
    for position in range(preposition - 1, first - 1, -1):
        token = doc[position]
        if token.text in {".", ";", ":", "!", "?"} or "\n" in token.text:
            break
        if not token.is_alpha or not token.text[0].islower():
            continue
        if words.dative.holds(token.text):
            return True, words.dative.id
        if words.locative.holds(token.text):
            return False, words.locative.id
    return False, words.locative.id


def _nearest(doc: Words, position: int, words, window: int = 6) -> bool:
    for token in reversed(doc[max(0, position - window) : position]):
        if token.is_punct or "\n" in token.text:
            return False
        if words.holds(token.text):
            return True
    return False
