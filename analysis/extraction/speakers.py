"""Who speaks: from the words beside a cue to an identifier and the rule that gave it."""

from analysis.extraction.links import Link, Links
from analysis.extraction.participants import actor_at
from analysis.extraction.speaker_memory import NOBODY, Heard, Memory, Speaker, agreement
from analysis.extraction.stretches import OPENING
from analysis.language import load_lexicon
from analysis.language.spans import PREPOSITION, contiguous_right
from analysis.language.words import Word
from analysis.tables import slug

__all__ = ["NOBODY", "Speaker", "phrase_end", "speaker_at", "speaker_of"]

_APPOSITION = 12
"""Tokens after a head noun within which the name that it announces ("il portavoce di X, Y,") must begin."""
_OF_MEDIA = frozenset({"stato", "stampa", "notizie", "informazione"})
_DEFINITE = frozenset(
    {"il", "lo", "la", "l'", "l’", "i", "gli", "le", "questo", "questa", "quest'", "stesso", "stessa"}
)


def speaker_at(token: Word, links: Links, previous: Speaker) -> Speaker:
    """The speaker a nominal stands for where only who spoke last (`previous`) is known."""
    return speaker_of(token, links, Memory([Heard(previous, number="Sing")] if previous.actor_id else []))


def speaker_of(token: Word, links: Links, memory: Memory) -> Speaker:
    """The speaker a nominal stands for: a name, an office, somebody heard before, a state's voice, a group."""
    cues, word = load_lexicon("cues"), token.lower_
    own = links.at(token)
    named = _name(token, own, links)
    if named is not None:
        return _linked(token, named)
    pronoun = next((p for p in cues.pronouns if word in p.words), None)
    if pronoun is not None:
        if own is not None and own.actor_id:  # "quest'ultimo"
            return Speaker(own.actor_id, token.text, "pronoun")
        found = memory.last(pronoun.number, pronoun.gender)
        return (
            Speaker(found.actor_id, token.text, "pronoun") if found.actor_id else Speaker("", token.text, "unresolved")
        )
    words = (
        token.doc.text_of(token.left_edge.i, token.i + 1).strip(" ,\n") if token.left_edge.i <= token.i else token.text
    )
    if word in cues.documents:
        return _document(token, words, links, memory)
    complement = own if own is not None and own.kind != "demonym" else _complement(token, links)
    people = cues.is_people(word)
    if complement is not None and people:
        state = links.state_of(complement.actor_id)
        if word in cues.voices and (_is_role(token, cues) or not complement.actor_id.startswith("org:")):
            heard = memory.person_of(state, word, links.state_of) if _is_definite(token) else NOBODY
            if heard.actor_id and _is_role(token, cues):
                return Speaker(heard.actor_id, words, "description")
            return Speaker(complement.actor_id, token.doc.text_of(token.i, complement.end), "voice-of-state")
        return Speaker(f"group:{slug(token.text)}", words, "group")
    if complement is not None and own is not None:
        return _linked(token, complement)
    if people:
        number, gender = agreement(token, "Number"), agreement(token, "Gender")
        if _is_definite(token):
            heard = memory.described(word, number, gender, _is_role(token, cues))
            if heard.actor_id and (number != "Plur" or not heard.actor_id.startswith("person:")):
                return Speaker(heard.actor_id, words, "description")
        return Speaker(f"group:{slug(token.text)}", words, "group")
    link = actor_at(token, links)
    return _linked(token, link) if link is not None else Speaker("", words, "unresolved")


def note_roles(stretch, links: Links, memory: Memory) -> None:
    """Remember who is called what in a stretch: persons by their roles, states by their organs."""
    cues = load_lexicon("cues")
    for token in stretch:
        word = token.lower_
        if word in cues.documents:
            owner = _owner(token, links)
            if owner is not None:
                memory.called[word] = Speaker(owner.actor_id, token.text, "document-of")
            continue
        if token.pos_ != "NOUN" or not cues.is_people(word) or agreement(token, "Number") == "Plur":
            continue
        link = _apposed(token, links) or _named_before(token, links)
        if link is None and word in cues.voices:
            found = links.at(token) or _complement(token, links)
            link = found if found is not None and not found.actor_id.startswith("org:") else None
        if link is not None and link.actor_id and link.kind != "demonym" or link is not None and word in cues.voices:
            memory.called[word] = Speaker(link.actor_id, token.text, "description")


def _named_before(token: Word, links: Links) -> Link | None:
    """The person in whose apposition a role stands ("Rossi, ministro degli Esteri")."""
    doc, start = token.doc, token.i
    while start > 0 and doc[start - 1].pos_ in ("DET", "ADJ"):
        start -= 1
    link = links.at(doc[start - 2]) if start > 1 and doc[start - 1].text == "," else None
    return link if link is not None and link.actor_id.startswith("person:") else None


def _linked(token: Word, link: Link) -> Speaker:
    return Speaker(link.actor_id, token.doc.text_of(link.start, link.end), link.kind)


def _name(token: Word, own: Link | None, links: Links) -> Link | None:
    """A name, an office or a person in apposition; a demonym used as a noun ("i russi")."""
    cues = load_lexicon("cues")
    if own is not None and own.actor_id:
        if own.kind in ("name", "office"):
            return own
        if own.kind == "demonym" and not cues.is_people(token.lower_):
            return own
    return _apposed(token, links) if token.pos_ != "PROPN" or own is not None else None


def _apposed(token: Word, links: Links) -> Link | None:
    """The person whose name stands right after a role and what belongs to it, with or without a comma."""
    doc, comma = token.doc, False
    if agreement(token, "Number") == "Plur":
        return None
    for position in range(token.i + 1, min(len(doc), token.i + _APPOSITION)):
        current, link = doc[position], links.at(doc[position])
        beside = all(_between(t, links) for t in doc[token.i + 1 : position])
        body = beside and link is not None and link.kind == "name" and (current.pos_ == "PROPN" or link.label == "ORG")
        if body and not link.actor_id.startswith("person:") and load_lexicon("cues").is_people(token.lower_):
            return link  # "la tv Al Jazeera"
        if link is not None and link.actor_id.startswith("person:") and link.kind == "name":
            if token.lower_ in load_lexicon("cues").bodies:  # "l'amministrazione Biden"
                return None
            before = doc[position - 1]
            return link if before.pos_ != "ADP" and not PREPOSITION.get(before.lower_) else None
        if comma:
            return None
        comma = current.text == ","
        if position == token.i + 1 and current.text in OPENING:  # "il quotidiano «Prova»"
            continue
        if current.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ") or current.is_space or current.text in '.;:«“"»”':
            return None
    return None


def _between(token: Word, links: Links) -> bool:
    """What stands between the noun for a body and its name: "l'agenzia di stampa statale danese «Prova»"."""
    if token.text in OPENING or token.lower_ in _OF_MEDIA:
        return True
    if token.lower_ == "di":
        return token.nbor(1).lower_ in _OF_MEDIA
    link = links.at(token)
    return link.kind == "demonym" if link is not None else token.pos_ == "ADJ" and token.text.islower()


def _complement(token: Word, links: Links) -> Link | None:
    """The state or body named with a noun: "georgiano", "dell'Unione europea"."""
    right = contiguous_right(token, lambda t: links.at(t) is not None and links.at(t).kind == "demonym")
    candidates = [*right, *(child for child in token.lefts if child.pos_ == "ADJ")]
    found = [links.at(t) for t in candidates if links.at(t) is not None and links.at(t).actor_id]
    found = [link for link in found if not link.actor_id.startswith("person:")]
    return next((link for link in found if link.kind == "demonym"), found[0] if found else None)


def _document(token: Word, words: str, links: Links, memory: Memory) -> Speaker:
    """A text speaks for its author: named with it, else who was heard last with it or at all."""
    owner = _owner(token, links)
    if owner is not None:
        return Speaker(owner.actor_id, words, "document-of")
    if not _is_definite(token):
        return Speaker("", words, "unresolved")
    heard = memory.described(token.lower_, "Sing", "", False)
    return Speaker(heard.actor_id, words, "document") if heard.actor_id else Speaker("", words, "unresolved")


def _owner(token: Word, links: Links) -> Link | None:
    """Who wrote a document: named beside it, with `di` or with `da` after a participle ("diffuso dalla Farnesina")."""
    for current in token.doc[token.i + 1 : token.i + 8]:
        link = links.at(current)
        if link is not None and link.actor_id:
            return link
        if current.is_punct or current.is_space or current.pos_ in ("AUX", "SCONJ", "CCONJ", "PRON"):
            return None
        if current.pos_ == "ADP" and PREPOSITION.get(current.lower_) not in ("di", "da"):
            return None
    return None


def _is_role(token: Word, cues) -> bool:
    """Is the noun one for a single person (a body has none)?"""
    return agreement(token, "Number") != "Plur" and token.lower_ not in cues.bodies


def _is_definite(token: Word) -> bool:
    before = token.doc[token.i - 1].lower_ if token.i else ""
    return (
        before in _DEFINITE
        or any(child.lower_ in _DEFINITE for child in token.lefts)
        or bool(PREPOSITION.get(before, "") and before not in ("di", "a", "da", "in", "con", "su", "per", "tra", "fra"))
    )


def phrase_end(token: Word, links: Links, limit: int) -> int:
    """The token after a speaker's noun phrase: its link, what belongs to it, a name in apposition."""
    doc = token.doc
    end = max(token.i + 1, links.at(token).end if links.at(token) else 0)
    right = contiguous_right(token, lambda t: links.at(t) is not None)
    end = max(end, right[-1].i + 1 if right else 0)
    apposed = _apposed(token, links)
    end = max(end, apposed.end if apposed else 0)
    while end < limit and doc[end].pos_ == "PROPN":
        end += 1
    return min(end, limit)
