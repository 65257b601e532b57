"""Stretches of text that a reported statement does not leave: sentences that keep their quotations whole."""

from dataclasses import dataclass

from analysis.language.quotes import Quote, find_quotes
from analysis.language.words import Word, Words

OPENING = '«“„"‘'
CLOSING = '»”"’'
_BEGINS = "«“„\"‘'—–-\n"
_ENDS = frozenset({".", "!", "?", "…", "...", ";", "?!", "!?"})
_LONGEST = 600
"""Tokens after which a stretch ends whatever stands there, so that a text without a full stop stays linear."""


@dataclass(frozen=True)
class Stretch:
    """Tokens start..end of a document; `paragraph` counts its paragraphs; `inside` gives each token's quotation."""

    doc: Words
    start: int
    end: int
    paragraph: int
    inside: list[Quote | None]

    def __iter__(self):
        return iter(self.doc[self.start : self.end])

    def opens_quote(self, position: int) -> Quote | None:
        """The quotation that begins at this token."""
        quote = self.inside[position] if position < self.end else None
        first = quote is not None and (position == 0 or self.inside[position - 1] is not quote)
        return quote if first else None

    def after_quote(self, position: int) -> int:
        """The first token after the quotation that holds this one."""
        quote = self.inside[position]
        while position < self.end and quote is not None and self.inside[position] is quote:
            position += 1
        return position


def stretches(doc: Words) -> list[Stretch]:
    """The stretches of a document in order. They end with a line, a sentence or a semicolon, never inside a quotation
    that is closed; a colon before a line that opens with a quotation ends none.
    """
    inside = _quotes_by_token(doc)
    found: list[Stretch] = []
    start, paragraph = 0, 0
    for position, token in enumerate(doc):
        text = token.text
        if token.is_space and "\n" in text:
            if _introduces(doc, position):
                continue
            _add(found, doc, start, position, paragraph, inside)
            start, paragraph = position + 1, paragraph + 1
        elif position - start > _LONGEST or (
            (text in _ENDS or inside[position] is not None) and _ends(doc, position, inside)
        ):
            _add(found, doc, start, position + 1, paragraph, inside)
            start = position + 1
    _add(found, doc, start, len(doc), paragraph, inside)
    return found


def _add(found: list[Stretch], doc: Words, start: int, end: int, paragraph: int, inside: list) -> None:
    while start < end and doc[start].is_space:
        start += 1
    while end > start and doc[end - 1].is_space:
        end -= 1
    if end > start:
        found.append(Stretch(doc, start, end, paragraph, inside))


def _quotes_by_token(doc: Words) -> list[Quote | None]:
    quotes = [quote for quote in find_quotes(doc.text) if quote.closed or _stands_open(doc.text, quote)]
    inside: list[Quote | None] = [None] * len(doc)
    for quote in quotes:
        held = doc.starting(quote.start, quote.end)
        inside[held.start : held.end] = [quote] * len(held)
    return inside


def _stands_open(text: str, quote: Quote) -> bool:
    """Is a quotation that is not closed one all the same: behind a colon, or as a paragraph (the next goes on)?"""
    before = text[max(0, quote.start - 3) : quote.start].rstrip(" ")
    return before.endswith((":", "\n")) or before == "" or goes_on(text, quote)


def goes_on(text: str, quote: Quote) -> bool:
    """Whether the next paragraph opens with a mark again: a quotation of several paragraphs closes only the last."""
    return not quote.closed and text[quote.end : quote.end + 4].strip()[:1] in tuple(OPENING)


def _introduces(doc: Words, position: int) -> bool:
    before = doc[position - 1].text if position else ""
    after = doc[position + 1].text if position + 1 < len(doc) else ""
    return before == ":" and after[:1] in tuple(OPENING)


def _ends(doc: Words, position: int, inside: list[Quote | None]) -> bool:
    """Does a stretch end with this token, which is a mark or stands in a quotation?"""
    token = doc[position]
    quote = inside[position]
    following = _next(doc, position)
    begins = following is None or following.like_num or following.text[0].isupper() or following.text[0] in _BEGINS
    if quote is None:
        return begins or token.text in (".", ";")
    closes = following is None or inside[following.i] is not quote
    return closes and doc[position - 1].text in _ENDS and position > 0 and begins


def _next(doc: Words, position: int) -> Word | None:
    return next((token for token in doc[position + 1 : position + 3] if token.text.strip(" ")), None)
