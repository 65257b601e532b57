"""Who speaks: from the words beside a cue to an identifier and the rule that gave it."""

from dataclasses import dataclass

from spacy.tokens import Token

from analysis.extraction.links import Links
from analysis.extraction.participants import actor_at
from analysis.language import load_lexicon
from analysis.tables import slug


@dataclass(frozen=True)
class Speaker:
    """An identifier ("" unresolved), the words that name it, and how it was found."""

    actor_id: str
    text: str
    rule: str


NOBODY = Speaker("", "", "unresolved")


def speaker_at(token: Token, links: Links, previous: Speaker) -> Speaker:
    """The speaker a nominal stands for; `previous` is who spoke last, for "l'esperto"."""
    cues = load_lexicon("cues")
    link = actor_at(token, links)
    words = token.doc[token.left_edge.i : token.i + 1].text.strip(" ,\n")
    named = link is not None and (links.at(token) is link or link.actor_id.startswith("person:"))
    if named or (link is not None and not _is_group(token, cues)):
        return Speaker(link.actor_id, token.doc[link.start : link.end].text, link.kind)
    if _is_group(token, cues):
        return Speaker(f"group:{slug(token.text)}", words, "group")
    if link is not None:
        return Speaker(link.actor_id, token.doc[link.start : link.end].text, link.kind)
    if token.lemma_.lower() in cues.descriptions or token.lower_ in cues.descriptions:
        if _definite(token) and previous.actor_id.startswith("person:"):
            return Speaker(previous.actor_id, words, "description")
    return Speaker("", words, "unresolved")


def _is_group(token: Token, cues) -> bool:
    return token.pos_ in ("NOUN", "ADJ") and token.lower_ in cues.groups


def _definite(token: Token) -> bool:
    return any(c.lower_ in ("il", "lo", "la", "l'", "l’", "questo", "questa") for c in token.lefts)
