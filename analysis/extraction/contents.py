"""Where the content of a verb of saying stands after it: behind `che`, `di`, `se`, a colon, or as a quotation."""

from dataclasses import dataclass

from analysis.extraction.cues import Cue
from analysis.extraction.stretches import CLOSING, OPENING, Stretch
from analysis.language import load_lexicon
from analysis.language.spans import PREPOSITION, is_gerund, is_infinitive, is_participle, own_subject
from analysis.language.words import Word, Words

_REACH = 40
_LATER = 4
_NOMINAL = ("DET", "NOUN", "PROPN", "ADJ")
_NO_COMPLEMENT = frozenset(
    "prima dopo più meno tanto tale tali così senza altro altri oltre modo purché ogni quello quella quelli quelle ciò "
    "fino già fatto anche sempre dato visto posto salvo eccetto meglio peggio maniera talmente quanto".split()
)
_QUESTIONS = frozenset({"se", "come", "perché", "perchè", "quanto", "quali", "quale", "chi", "cosa", "dove", "quando"})


@dataclass(frozen=True)
class Content:
    """Tokens start..end that hold what was said, and how they were found."""

    start: int
    end: int
    how: str


def is_finite(token: Word) -> bool:
    """A finite verb form."""
    return token.pos_ in ("VERB", "AUX") and not (is_gerund(token) or is_participle(token) or is_infinitive(token))


def has_finite(doc: Words, start: int, end: int) -> bool:
    """Does a finite verb stand in tokens start..end?"""
    return any(is_finite(token) for token in doc[start:end])


def content_after(cue: Cue, later: list[Cue], stretch: Stretch, closed: bool) -> list[Content]:
    """The contents that follow a cue; none where there is no clause. `closed`: one stands before it already, so that
    only a colon without a comma before it opens another.
    """
    opening = _opening(cue, stretch, closed)
    if opening is None:
        return []
    first, how = opening
    end = min([stretch.end, *(_end(cue, first, other, stretch) for other in later[:_LATER])])
    if how in ("colon", "quotation", "that"):
        end = _after_quotation(first, end, stretch)
    parts = _coordinated(stretch, first, end) if how == "that" else [(first, end)]
    return [Content(a, b, how) for a, b in parts if b > a]


def _opening(cue: Cue, stretch: Stretch, closed: bool) -> tuple[int, str] | None:
    """The first token of the content and how it is introduced."""
    doc, takes, insert, comma = stretch.doc, cue.takes, False, cue.end
    for position in range(cue.end, min(stretch.end, cue.end + _REACH)):
        token, word = doc[position], doc[position].lower_
        if stretch.opens_quote(position) is not None:
            beside = position == cue.end or doc[position - 1].pos_ in ("ADV", "SCONJ") or doc[position - 1].text == ":"
            return (position, "quotation") if beside and "quotation" in takes and not closed else None
        if word == ":":
            opens = {"quotation", "that"} & takes and position + 1 < stretch.end
            return (position + 1, "colon") if opens and _introduces(cue, position, stretch) else None
        if word == ",":
            if closed:
                return None
            if not insert and position > cue.end + 3:
                comma = stretch.end  # a clause has ended: a later `che` belongs to its last noun
            insert = not insert
        elif not insert and "that" in takes and word in ("che", "ch'", "ch’") and not closed:
            if doc[position - 1].text == "," and comma == stretch.end:
                return None
            return (position + 1, "that") if _is_complement(cue, position, doc) else None
        elif (
            not insert
            and "infinitive" in takes
            and word in ("di", "d'", "d’")
            and not closed
            and _infinitive(doc, position)
        ):
            return (position, "infinitive")
        elif not insert and "question" in takes and word in _QUESTIONS and not closed:
            if position > cue.end + (4 if word == "se" else 0):
                return None
            return (position, "question")
        elif is_finite(token) or word == ";" or token.text in ("(", "–", "—"):
            return None
    return None


def _introduces(cue: Cue, colon: int, stretch: Stretch) -> bool:
    """Does this colon open what is said? No other verb stands between, unless a quotation follows."""
    doc = stretch.doc
    following = next((p for p in range(colon + 1, min(stretch.end, colon + 3)) if not doc[p].is_space), colon)
    verbs = any(t.pos_ == "VERB" and not is_participle(t) for t in doc[cue.end : colon])
    return not verbs or stretch.opens_quote(following) is not None


def _is_complement(cue: Cue, position: int, doc: Words) -> bool:
    """Is this `che` the one of "dire che", and none that belongs to a noun or a comparison?"""
    before = doc[position - 1]
    if before.lower_ in _NO_COMPLEMENT and position - 1 >= cue.end:
        return False
    if position == cue.end or before.pos_ in ("ADV", "PUNCT") or doc[position].pos_ == "SCONJ":
        return True
    following = doc[position + 1] if position + 1 < len(doc) else before
    return following.pos_ in ("DET", "PROPN") or (following.pos_ == "ADP" and before.pos_ != "NOUN")


def _infinitive(doc: Words, position: int) -> bool:
    """Does an infinitive stand behind `di`, clitics and adverbs between?"""
    for other in doc[position + 1 : position + 5]:
        if other.pos_ in ("VERB", "AUX"):
            return is_infinitive(other) or other.lower_ in ("aver", "esser", "voler", "poter", "dover")
        if other.pos_ not in ("ADV", "PRON", "PART") and other.lower_ not in ("non", "aver"):
            return False
    return False


def _end(cue: Cue, first: int, following: Cue, stretch: Stretch) -> int:
    """The token after the content: the stretch's end, or where a coordinated cue begins its clause."""
    if following.start <= first:
        return stretch.end
    doc, position = stretch.doc, following.start
    if is_gerund(following.verb):
        return position - 1 if doc[position - 1].text == "," else stretch.end
    if following.participle:
        return stretch.end
    for back in range(position - 1, max(first, position - 14), -1):
        word = doc[back].lower_
        if word == "," and position - back > 1 and all(t.pos_ in _NOMINAL for t in doc[back + 1 : position]):
            return back  # "nega di aver colpito, Kiev sostiene …"
        if word in ("che", "cui", "quale") or stretch.inside[back] is not None:
            return stretch.end
        if word in ("mentre", "ma"):
            return back - 1 if doc[back - 1].text == "," else back
        if word in ("e", "ed"):
            comma = doc[back - 1].text == ","
            same = back == position - 1 and own_subject(following.verb) in (None, own_subject(cue.verb))
            return (back - 1 if comma else back) if comma or same else stretch.end
    return stretch.end


def _after_quotation(first: int, end: int, stretch: Stretch) -> int:
    """A content that is a quotation ends with it, where a comma or another sentence follows; several in a row belong
    together.
    """
    doc, position = stretch.doc, first
    while position < end and (doc[position].is_space or doc[position].text == ":"):
        position += 1
    if position >= end or stretch.opens_quote(position) is None:
        return end
    close = stretch.after_quote(position)
    if close - position < 7:
        return end
    while close < end and doc[close].text in (".", *CLOSING):
        close += 1
    if close < end and stretch.opens_quote(close) is not None:
        return _after_quotation(close, end, stretch)
    ends = (
        close >= end or doc[close].text in (",", "–", "—", "-", "(", ":") or doc[close].lower_ in ("mentre", "e", "ma")
    )
    return close if ends else end


def _coordinated(stretch: Stretch, first: int, end: int) -> list[tuple[int, int]]:
    """Coordinated contents ("che …, e che …") one by one."""
    doc, parts, start = stretch.doc, [], first
    for position in range(first, end - 1):
        pair = doc[position].lower_ in ("e", "ed", "ma") and doc[position + 1].lower_ in ("che", "di")
        if pair and stretch.inside[position] is None and _opens_content(doc, position + 1, end):
            parts.append((start, position))
            start = position + (2 if doc[position + 1].lower_ == "che" else 1)
    return [*parts, (start, end)]


def _opens_content(doc: Words, position: int, end: int) -> bool:
    if doc[position].lower_ == "di":
        return _infinitive(doc, position) and doc[position + 1].lower_ in ("aver", "avere", "essere", "voler", "volere")
    return has_finite(doc, position, min(end, position + 16))


def noun_contents(stretch: Stretch) -> list[tuple[Word, Content]]:
    """Nouns of saying with their content: "la convinzione che …"; the noun and the content."""
    doc, found = stretch.doc, []
    nouns = load_lexicon("cues").nouns
    for token in stretch:
        if token.pos_ != "NOUN" or token.lower_ not in nouns or stretch.inside[token.i] is not None:
            continue
        if not has_finite(doc, stretch.start, token.i):  # as a subject its content would end nobody knows where
            continue
        for position in range(token.i + 1, min(stretch.end, token.i + 9)):
            word = doc[position].lower_
            if (
                word == "che"
                and doc[position].pos_ == "SCONJ"
                and has_finite(doc, position, min(stretch.end, position + 20))
            ):
                found.append((token, Content(position + 1, stretch.end, "noun")))
            if word == "che" or doc[position].is_punct or is_finite(doc[position]):
                break
    return found


def ends_with_mark(doc: Words, position: int) -> bool:
    """Is this token a closing mark?"""
    return doc[position].text[:1] in tuple(CLOSING + OPENING) and doc[position].is_punct


def bare(token: Word, start: int) -> bool:
    """No preposition stands before the nominal, back to `start`."""
    doc, people = token.doc, load_lexicon("cues").is_people
    for position in range(token.i - 1, max(start, token.i - 5) - 1, -1):
        current = doc[position]
        # "dell'attuale premier X": the name stands where its role stands
        if position == token.i - 1 and token.pos_ == "PROPN" and current.pos_ == "NOUN" and people(current.lower_):
            continue
        if current.pos_ == "ADP" or (PREPOSITION.get(current.lower_) and current.pos_ not in ("PRON", "DET")):
            return False
        if current.pos_ not in ("DET", "ADJ", "NUM", "PROPN"):
            return True
    return True
