"""How far an organisation's name reaches from its head noun: "Centro Prova per gli studi marittimi di Trieste"."""

from analysis.extraction.name_index import Match
from analysis.extraction.organisation_words import organisation_lexicon
from analysis.extraction.roles import OF, ends_as_adjective, is_adjective
from analysis.language.words import Word, Words

_PURPOSE = {"la", "le", "lo", "l'", "l’", "gli", "i", "il"}
_LEADERSHIP = {"maggioranza", "guida", "statuto", "conduzione", "partecipazione"}
LONGEST = 14
"""Tokens that a name may have."""


def head_end(doc: Words, start: int) -> int:
    """The end of the head noun (one word or two) that opens at this token, or `start` where there is none."""
    words = organisation_lexicon()
    if doc[start].lower_ not in words.opening:
        return start
    if start + 1 < len(doc) and doc[start + 1].lower_ not in words.following:
        return start + 1 if doc[start].text.lower() in words.heads.words else start
    two = doc.text_of(start, start + 2).lower()
    if two in words.heads.words or two in words.lower_phrases or two in words.state_heads.words:
        return start + 2
    three = doc.text_of(start, start + 3).lower()
    if three in words.lower_phrases:
        return start + 3
    return start + 1 if doc[start].text.lower() in words.heads.words else start


def extent(doc: Words, start: int, at: dict[int, Match], people: set[int]) -> int:
    """The end of the name whose head noun stands at `start`. `at`: the registry's matches by token; `people`: the
    tokens of persons named, which belong to the name of a foundation but not to that of a council.
    """
    end = first = head_end(doc, start)
    head = doc[start].text.lower() if first == start + 1 else doc.text_of(start, first).lower()
    while end < min(len(doc), start + LONGEST) and doc[end].is_sent_start is not True:
        closed = end > first and end - 1 in at and at[end - 1].how == "demonym"
        following = _adjective(doc, end, at, end > first) or end
        if following == end and not closed:
            following = _capitals(doc, end, at, people, head)
        if following == end and not _specified_by_place(doc, first, end):
            following = _complement(doc, first, end, at, people, head)
        if following == end:
            break
        end = following
    return end


def _adjective(doc: Words, end: int, at: dict[int, Match], specified: bool) -> int:
    """Adjectives in lower case; a demonym closes a name that has more ("Comando centrale danese"). 0: none."""
    match = at.get(end)
    if match is not None:
        follows = doc[end + 1].text.lower() if end + 1 < len(doc) else ""
        return end + 1 if match.how == "demonym" and (specified or follows in OF or follows == "per") else 0
    # "indo-pacifici", "politico-militare": the first half is no adjective to the tagger
    if end + 2 < len(doc) and doc[end + 1].text == "-" and doc[end + 2].text.islower() and doc[end].text.islower():
        return end + 3 if is_adjective(doc[end + 2]) else 0
    if not doc[end].text.islower():
        return 0
    # directly after the head noun the tagger takes many an adjective for a noun ("Osservatorio marittimo")
    ending = doc[end].pos_ == "NOUN" and not specified and ends_as_adjective(doc[end].text)
    return end + 1 if ending or is_adjective(doc[end]) else 0


def _capitals(doc: Words, end: int, at: dict[int, Match], people: set[int], head: str) -> int:
    """A run of capitalised words, no person's unless the head takes one, no state's."""
    after_person = head in organisation_lexicon().named_after
    while end < len(doc) and _is_capital(doc[end]) and end not in at and (after_person or end not in people):
        end += 1
        if end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].text[:1].isupper():
            end += 2
    return end


def _is_capital(token: Word) -> bool:
    return token.text[0].isupper() and any(c.isalpha() for c in token.text) and token.is_sent_start is not True


def _specified_by_place(doc: Words, first: int, end: int) -> bool:
    """Whether "di" + a place has closed the name already."""
    return end - first >= 2 and doc[end - 2].text.lower() in {"di", "del"} and doc[end - 1].text[0].isupper()


def _complement(doc: Words, first: int, end: int, at: dict[int, Match], people: set[int], head: str) -> int:
    """ "di studi europei", "della Difesa", "per la sicurezza", "a maggioranza serba"; `end` where nothing belongs."""
    words = organisation_lexicon()
    if end + 1 >= len(doc):
        return end
    preposition, noun = doc[end].text.lower(), doc[end + 1]
    if preposition in OF:
        return _specified(doc, first, end, at, people, head)
    if preposition == "per" and head in words.purpose_heads and end + 2 < len(doc):
        start = end + 2 if noun.text.lower() in _PURPOSE else end + 1
        article = start == end + 2
        if doc[start].text.lower() in words.fields.words or (article and doc[first - 1].text[0].isupper()):
            return _whose(doc, _noun_phrase(doc, start, at), at)
    if preposition == "a" and noun.text.lower() in _LEADERSHIP:
        return _noun_phrase(doc, end + 1, at)
    joined = preposition in {"e", "ed"} and end > first and doc[end - 1].text.lower() not in OF
    if joined and noun.text.lower() in OF | {"la", "lo", "l'", "l’", "il"} and end + 2 < len(doc):
        inner = [token.text.lower() for token in doc[first:end]]
        repeated = noun.text.lower() in OF and any(word in OF for word in inner)
        known = doc[end + 2].text.lower() in words.fields.words | words.departments.words
        if known and (repeated or "per" in inner):
            return _noun_phrase(doc, end + 2, at)
    return end


def _whose(doc: Words, end: int, at: dict[int, Match]) -> int:
    """ "per la difesa dei diritti umani": the noun in lower case that the purpose has with the article."""
    if end + 1 >= len(doc) or doc[end].lower_ not in OF - {"di"} or end + 1 in at:
        return end
    noun = doc[end + 1]
    return _noun_phrase(doc, end + 1, at) if noun.text.islower() and _is_noun(noun) else end


def _specified(doc: Words, first: int, end: int, at: dict[int, Match], people: set[int], head: str) -> int:
    """What "di" opens: a department, a field, a place; no person, no body that the registry knows."""
    words = organisation_lexicon()
    noun, match = doc[end + 1], at.get(end + 1)
    if match is not None and match.how in ("name", "capital"):
        # "il Parlamento della Georgia" is an organ of that state, "la Banca centrale del Kosovo" a name of its own
        own = end > first and doc[first - 1].text[0].isupper() or head in words.with_state
        return match.end if own and ":" not in match.actor else end
    # "Università di Pinerolo": a lone name after "di" is where it sits, even where it was taken for a person
    person = end + 1 in people and (head not in words.with_state or end + 2 in people)
    if match is not None or person:
        return end
    if noun.text[0].isupper():
        stop = _capitals(doc, end + 1, at, people, head)
        return _noun_phrase(doc, stop - 1, at)
    if noun.text.lower() in words.departments.words and head in words.department_heads:
        return _noun_phrase(doc, end + 1, at)
    capital = doc[first - 1].text[0].isupper() or doc[first - 1].text.islower() and doc[end - 1].text[0].isupper()
    field = noun.text.lower() in words.fields.words
    if capital and noun.text.islower() and (field or (head in words.open_heads and _is_noun(noun))):
        return _noun_phrase(doc, end + 1, at)
    return end


def _is_noun(token: Word) -> bool:
    return token.pos_ in ("", "NOUN", "PROPN") and token.is_alpha and len(token) > 3


def _noun_phrase(doc: Words, noun: int, at: dict[int, Match]) -> int:
    """The end of a noun with its adjectives, demonyms among them."""
    end = noun + 1
    while end < len(doc) and doc[end].is_sent_start is not True:
        following = _adjective(doc, end, at, end > noun + 1)
        if not following:
            break
        end = following
    return end
