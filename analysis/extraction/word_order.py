"""Actors by the order of words, for where the parser attached a phrase to the wrong word."""

from analysis.extraction.links import Link, Links
from analysis.extraction.participants import actors_at, actors_of, states_of_places
from analysis.language.sentences import sentence_end, sentence_start
from analysis.language.spans import COMPOUND, PREPOSITION, is_gerund, is_infinitive, verb_group
from analysis.language.words import Word

REACH = 14
"""Tokens to the right among which a phrase is sought."""
_STOPS = frozenset((";", ":", "che", "se", "mentre", "quando", "perché", "dopo", "prima", "secondo", "ma"))
_BEFORE_A_NOUN = ("DET", "ADJ", "NUM", "ADV", "ADP")
_DAYS = frozenset(
    "lunedì martedì mercoledì giovedì venerdì sabato domenica oggi ieri domani gennaio febbraio marzo aprile maggio "
    "giugno luglio agosto settembre ottobre novembre dicembre".split()
)


def after_preposition(token: Word, bases: tuple[str, ...], links: Links, places: bool = False) -> list[Link]:
    """The actors of the nearest phrase to the right that begins with one of these prepositions and names any.

    places: a place will do, and stands for its state ("in visita a Mosca").
    """
    doc = token.doc
    for position in range(token.i + 1, min(sentence_end(token) - 1, token.i + 1 + REACH)):
        current = doc[position]
        if ends_clause(current) or current.pos_ == "VERB" or _describes_a_person(current, links):
            return []
        base = PREPOSITION.get(current.lower_)
        if base == "di" and position > 1 and PREPOSITION.get(doc[position - 2].lower_) in ("a", "in"):
            base = COMPOUND.get(doc[position - 1].lower_, base)
        if base in bases and current.pos_ != "VERB":
            head = _phrase_head(current, links)
            found = actors_of(head, links, "people") if head is not None else []
            if not found and places and head is not None:
                found = states_of_places(head, links)
            if found:
                return found
    return []


def _describes_a_person(comma: Word, links: Links) -> bool:
    """Begins after this comma what somebody is ("chiede Ada Bruni, docente a …")?"""
    if comma.text != "," or comma.i == 0 or comma.i + 1 >= len(comma.doc) or comma.nbor(1).pos_ != "NOUN":
        return False
    before = links.at(comma.nbor(-1))
    return before is not None and before.label == "PER" and before.kind == "name"


def both_sides(word: Word, links: Links) -> list[Link]:
    """Both sides of "tra A e B", read in the order of words; "tra i due paesi" was resolved to both."""
    doc, end = word.doc, sentence_end(word)
    opening = next((i for i in range(word.i + 1, min(end, word.i + 9)) if doc[i].lower_ in ("tra", "fra")), None)
    if opening is None or any(doc[i].pos_ in ("VERB", "AUX") or doc[i].text == "," for i in range(word.i + 1, opening)):
        return []
    sides: dict[str, Link] = {}
    for token in doc[opening + 1 : min(end, opening + 20)]:
        for link in links.all_at(token):
            state = links.state_of(link.actor_id)
            if state and (state not in sides or link.actor_id.startswith("person:")):
                sides[state] = link
        if links.at(token) is not None and links.at(token).actor_id:
            continue
        if token.pos_ in ("VERB", "AUX", "SCONJ") or token.text in (";", ":", "("):
            break
        if len(sides) >= 2 and token.text != "," and token.pos_ not in ("CCONJ", "DET", "NOUN", "ADJ", "PROPN"):
            break
    return sorted(sides.values()) if len(sides) >= 2 else []


def bare_after(verb: Word, links: Links) -> list[Link]:
    """The actor named directly after a verb without a preposition, past adverbs, days and places ("ha difeso venerdì
    X", "ha incontrato a Parigi X").
    """
    for current in verb.doc[verb.i + 1 : min(sentence_end(verb), verb.i + 6)]:
        link = links.at(current)
        if link is not None and link.start == current.i and link.kind in ("name", "office", "description"):
            if link.actor_id:
                return actors_of(current, links)
            continue
        place = current.lower_ in ("a", "ad", "in") and links.at(current.nbor(1)) is not None
        if current.pos_ not in ("ADV", "DET") and current.lower_ not in _DAYS and not place:
            return []
    return []


def bare_before(verb: Word, links: Links) -> list[Link]:
    """The actors of a phrase without a preposition that ends where a finite verb group begins: its subject, whatever
    the parser says ("Roma e Parigi hanno firmato").
    """
    doc, group = verb.doc, verb_group(verb)
    if (is_infinitive(verb) and not group.modal) or (is_gerund(verb) and not group.perfect):
        return []
    end = group.start
    start = _phrase_start(verb, end, links)
    if start is None:
        return []
    head = next((t for t in doc[start:end] if links.at(t) is not None or t.pos_ in ("NOUN", "PROPN")), None)
    if head is None:
        return []
    found = {link.actor_id: link for link in actors_at(head, links, "people") if link.actor_id}
    while start - 2 >= sentence_start(verb) and doc[start - 1].lower_ in ("e", "ed"):
        for link in links.all_at(doc[start - 2]):
            if link.kind != "demonym" and link.actor_id and is_bare(doc[link.start]):
                found.setdefault(link.actor_id, link)
        start = links.at(doc[start - 2]).start if links.at(doc[start - 2]) is not None else sentence_start(verb)
    return sorted(found.values())


def opens_the_sentence(verb: Word, links: Links) -> list[Link]:
    """The actor without a preposition that stands between commas or the beginning of the sentence and a comma, before
    what is said about it: "Kiev, che da mesi …, ha chiesto".
    """
    doc, first = verb.doc, sentence_start(verb)
    for position in range(first, min(verb.i, first + REACH)):
        link = links.at(doc[position])
        if link is None or link.start != position or not link.actor_id or link.kind == "demonym":
            continue
        start = position - 1 if position > first and doc[position - 1].lower_ in _ARTICLES else position
        opens = start == first or not doc[start - 1].is_alpha
        if opens and link.end < len(doc) and doc[link.end].text == "," and is_bare(doc[start]):
            return [link]
    return []


def after_quotation(verb: Word, links: Links) -> list[Link]:
    """The subject that follows its verb after a quotation: "«…», ha avvertito il ministro russo"."""
    if not follows_quotation(verb):
        return []
    doc = verb.doc
    head = next((t for t in doc[verb.i + 1 : min(len(doc), verb.i + 5)] if t.pos_ in ("NOUN", "PROPN")), None)
    if head is None or PREPOSITION.get(doc[head.i - 1].lower_):
        return []
    return actors_of(head, links, "people")


def follows_quotation(verb: Word) -> bool:
    """Does a quotation end directly before a verb group?"""
    start = verb_group(verb).start
    before = verb.doc[max(0, start - 2) : start]
    return any(token.text in _CLOSING for token in before) and not any(token.is_alpha for token in before[-1:])


def is_day(token: Word) -> bool:
    """A day of the week, today, tomorrow: never a subject."""
    return token.lower_ in _DAYS


def _phrase_start(verb: Word, end: int, links: Links) -> int | None:
    """The first token of the noun phrase that ends at `end`: its article, or a name without one."""
    doc, first = verb.doc, max(sentence_start(verb), end - 12)
    for position in range(end - 1, first - 1, -1):
        token, link = doc[position], links.at(doc[position])
        if token.pos_ == "DET" and token.lower_ in _ARTICLES:
            return position if is_bare(token) else None
        if link is not None and link.kind == "name" and position == end - 1 and is_bare(doc[link.start]):
            before = doc[link.start - 1] if link.start else None
            if (
                before is None
                or before.pos_ not in ("NOUN", "ADJ", "DET", "PROPN", "X")
                or before.dep_.startswith("obl")
            ):
                return link.start
        if token.pos_ not in _INSIDE and link is None and PREPOSITION.get(token.lower_) != "di":
            return None
        if position == sentence_start(verb) and (token.pos_ in ("NOUN", "PROPN") or link is not None):
            return position
    return None


def is_bare(token: Word) -> bool:
    """Stands no preposition before it?"""
    before = token.doc[token.i - 1] if token.i > sentence_start(token) else None
    return before is None or (before.pos_ != "ADP" and before.lower_ not in PREPOSITION)


_ARTICLES = frozenset("il lo la l' l’ i gli le un uno una un' un’".split())
_CLOSING = frozenset(("»", "”", '"', "’", "''"))
_INSIDE = ("NOUN", "PROPN", "ADJ", "NUM", "X")


def ends_clause(token: Word) -> bool:
    """A finite verb, or a word or mark that opens another clause."""
    return token.lower_ in _STOPS or (
        token.pos_ in ("VERB", "AUX") and (token.morph.get("VerbForm") == ["Fin"] or bool(token.morph.get("Mood")))
    )


def _phrase_head(preposition: Word, links: Links) -> Word | None:
    """The noun or the linked word that a preposition introduces."""
    doc = preposition.doc
    for current in doc[preposition.i + 1 : min(sentence_end(preposition), preposition.i + 6)]:
        if links.at(current) is not None and links.at(current).kind != "demonym":
            return current
        if current.pos_ in ("NOUN", "PROPN"):
            return current
        if current.pos_ not in _BEFORE_A_NOUN:
            return current if links.at(current) is not None else None
    return None
