"""Contents that are noun phrases: what is announced, what is judged in quoted words, what somebody is charged with."""

from analysis.extraction.contents import Content, is_finite
from analysis.extraction.cues import Cue
from analysis.extraction.stretches import Stretch
from analysis.language.spans import PREPOSITION, is_gerund, is_infinitive
from analysis.language.words import Word

_REACH = 30
_BREAKS = frozenset({"mentre", "ma"})


def quoted_content(cue: Cue, stretch: Stretch) -> Content | None:
    """The phrase after a cue that holds a quotation: with its object where the words judge it ("la scelta «folle»")."""
    quote = _first_quote(cue, stretch)
    if quote is None or ("predicate" not in cue.takes and _is_title(quote, stretch)):
        return None
    close = stretch.after_quote(quote)
    end = close if cue.participle or cue.group.passive else _phrase_end(close, stretch)
    start = _object_start(cue, quote, stretch) if "predicate" in cue.takes else _phrase_start(cue, quote, stretch)
    return Content(start, end, "quoted")


def _governs(token: Word) -> bool:
    """Does another verb form begin its own clause here: an infinitive, a gerund?"""
    return token.pos_ == "VERB" and (is_infinitive(token) or is_gerund(token))


def _is_title(quote: int, stretch: Stretch) -> bool:
    """One word, or words with capitals throughout: a name held in marks."""
    words = [t for t in stretch.doc[quote : stretch.after_quote(quote)] if t.is_alpha]
    return len(words) < 2 or all(t.text[0].isupper() for t in words if len(t) > 3)


def _first_quote(cue: Cue, stretch: Stretch) -> int | None:
    """The quotation in the verb's own clause, with no other verb between; insertions between commas are passed."""
    doc, insert = stretch.doc, False
    for position in range(cue.end, min(stretch.end, cue.end + _REACH)):
        token = doc[position]
        if stretch.opens_quote(position) is not None:
            return None if insert and position > cue.end + 14 else position
        if token.text in (";", ":", "(") or token.lower_ in _BREAKS:
            return None
        if token.text == ",":
            insert = not insert
        elif is_finite(token) or token.lower_ in ("che", "cui") or _governs(token):
            return None
    return None


def _object_start(cue: Cue, quote: int, stretch: Stretch) -> int:
    """The judged object where it stands between the verb and the quotation, else the quotation."""
    doc, position = stretch.doc, cue.end
    while position < quote and (doc[position].pos_ == "ADV" and doc[position].lower_ != "come"):
        position += 1
    if position < quote and (doc[position].pos_ in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM")):
        return position
    return quote


def _phrase_start(cue: Cue, quote: int, stretch: Stretch) -> int:
    """The noun phrase around the quotation, back to a preposition or the verb."""
    doc, position = stretch.doc, quote
    while position > cue.end:
        before = doc[position - 1]
        if before.pos_ not in ("DET", "ADJ", "NOUN", "NUM") or PREPOSITION.get(before.lower_):
            break
        position -= 1
    return position


def _phrase_end(position: int, stretch: Stretch) -> int:
    """From a closing mark to the end of its clause; further quotations of the clause belong to it."""
    doc = stretch.doc
    while position < stretch.end:
        token = doc[position]
        if stretch.inside[position] is None:
            if token.text in (",", ";", ":", ".", "(", "–", "—") or token.lower_ in _BREAKS:
                return position
            if token.lower_ in ("e", "ed") and position + 1 < stretch.end and _verb_soon(position, stretch):
                return position
        position += 1
    return position


def _verb_soon(position: int, stretch: Stretch) -> bool:
    return any(t.pos_ in ("VERB", "AUX") for t in stretch.doc[position + 1 : min(stretch.end, position + 3)])


def announced_object(cue: Cue, stretch: Stretch) -> Content | None:
    """The noun phrase right after a verb of announcing, to the end of its clause."""
    doc, first = stretch.doc, cue.end
    while first < stretch.end and doc[first].pos_ == "ADV":
        first += 1
    if first + 1 >= stretch.end or doc[first].pos_ not in ("DET", "NOUN", "ADJ", "NUM") or cue.group.passive:
        return None
    if PREPOSITION.get(doc[first].lower_) and doc[first].pos_ != "DET":
        return None
    position = first
    while position < stretch.end and doc[position].text not in (",", ";", ":", ".", "(", "–", "—"):
        conjoined = doc[position].lower_ in ("e", "ed", "mentre", "ma") and _verb_soon(position, stretch)
        if conjoined and stretch.inside[position] is None:
            break
        position += 1
    return Content(first, position, "object") if position - first > 1 else None


def charge(cue: Cue, stretch: Stretch) -> Content | None:
    """`di` + infinitive behind the one accused: "accusa Roma di aver mentito"."""
    doc = stretch.doc
    for position in range(cue.end, min(stretch.end - 1, cue.end + 22)):
        token = doc[position]
        if is_finite(token) or token.text in (";", ":") or stretch.inside[position] is not None:
            return None
        if token.lower_ in ("di", "d'", "d’"):
            verb = next((t for t in doc[position + 1 : position + 4] if t.pos_ in ("VERB", "AUX")), None)
            if verb is not None and (is_infinitive(verb) or verb.lower_ in ("aver", "esser")):
                return Content(position, _charge_end(position, stretch), "charge")
    return None


def _charge_end(position: int, stretch: Stretch) -> int:
    """To the stretch's end, or to a finite verb that "e" joins to the accusing one."""
    doc = stretch.doc
    for current in range(position + 2, stretch.end):
        word, after = doc[current].lower_, doc[current + 1] if current + 1 < stretch.end else None
        if stretch.inside[current] is None and after is not None:
            if word in ("e", "ed") and is_finite(after):
                return current
            if word == "," and after.lower_ in ("ma", "mentre", "aggiungendo"):
                return current
    return stretch.end
