"""Organisations by less than their name: acronyms, initials, the word that tells them apart."""

import re

from analysis.extraction.links import Link
from analysis.extraction.organisation_words import organisation_lexicon
from analysis.language.words import Words

_LONGEST = 8


def short_form_links(doc: Words, links: list[Link]) -> list[Link]:
    """ "Istituto di prova (Idp)", then "Idp"; "Lega di Prova Marina", then "LPM"; "Prova Institution", then "Prova"."""
    taken = {i for link in links for i in range(link.start, link.end)}
    bracketed, initials, distinctive = {}, {}, {}
    for link in sorted(links):
        if link.kind != "name" or link.label != "ORG" or not link.actor_id:
            continue
        short = _in_brackets(doc, link)
        if short:
            bracketed.setdefault(short, link)
        for letters in _initials(doc, link):
            initials.setdefault(letters, link)
        word = _distinctive(doc, link)
        if word:
            distinctive.setdefault(word, link)
    made = []
    for token in doc:
        text = token.text
        if not (text in bracketed or text in initials or text in distinctive) or token.i in taken:
            continue
        for rule, table, form in (
            ("name:acronym", bracketed, text),
            ("name:initials", initials, text if text.isupper() else ""),
            ("name:short", distinctive, text),
        ):
            if form in table and not _beside_a_name(doc, token.i, taken, rule):
                made.append(Link(token.i, token.i + 1, table[form].actor_id, "name", "ORG", rule))
                break
    return made


def _in_brackets(doc: Words, link: Link) -> str:
    end = link.end
    if end + 2 >= len(doc) or doc[end].text != "(":
        return ""
    inner, closed = doc[end + 1], doc[end + 2].text
    if closed in {")", ",", ";"} and inner.text[0].isupper() and inner.is_alpha and len(inner) <= _LONGEST:
        return inner.text
    return ""


def _initials(doc: Words, link: Link) -> list[str]:
    """The capitals of a name of three words or more: of all its words but articles and prepositions."""
    words = re.findall(r"[^\W\d_]+", doc.text_of(link.start, link.end))
    content = [word for word in words if len(word) > 3 or word[0].isupper()]
    return ["".join(word[0] for word in content).upper()] if len(content) >= 3 else []


def _distinctive(doc: Words, link: Link) -> str:
    """ "Prova" of "Prova Institution": one capitalised word before a foreign head noun that closes the name."""
    span = doc.passage(link.start, link.end)
    heads = organisation_lexicon().foreign_heads.words
    if link.rule_id == "ner:org" or link.rule_id.startswith("org:"):
        if len(span) == 2 and span[1].text.lower() in heads and span[0].text.lower() not in heads and span[0].is_alpha:
            return span[0].text
    return ""


def _beside_a_name(doc: Words, position: int, taken: set[int], rule: str) -> bool:
    """Whether a plain word is part of a longer name."""
    if rule != "name:short" or position + 1 >= len(doc):
        return False
    follower = doc[position + 1]
    return follower.text[0].isupper() and follower.i not in taken and follower.is_sent_start is not True
