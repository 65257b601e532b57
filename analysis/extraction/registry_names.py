"""From the registry's matches to links: ambiguous names by their cues, capitals as governments or places."""

import re

from analysis.extraction.links import Link
from analysis.extraction.name_index import Match, name_index
from analysis.extraction.organisation_words import organisation_lexicon
from analysis.extraction.roles import OF
from analysis.extraction.seats import government_or_place
from analysis.extraction.sentence_starts import opens_sentence
from analysis.extraction.spelling import folded
from analysis.language.words import Words
from analysis.registry import Registry
from analysis.registry.models import Ambiguous

_PLACES = ("place", "city")
_WORD = re.compile(r"\w+")
_BEFORE_SHORT = {"il", "la", "l'", "l’", "alla", "all'", "all’", "dalla", "dall'", "dall’", "sulla", "sull'", "sull’"}
_BEFORE_SHORT |= OF | {"sul", "col", "con"}


def registry_matches(doc: Words, registry: Registry) -> list[Match]:
    """The registry's names in the text, ambiguous ones decided; short names only where a full name stands too."""
    index = name_index(registry)
    matches = index.matches(doc)
    full = {match.actor for match in matches if match.how in ("name", "seat")}
    full |= {part for part, whole in registry.parts.items() if whole in full}
    padded = ""
    decided: dict[str, tuple[str, str]] = {}
    kept = []
    for match in matches:
        text = folded(doc.text_of(match.start, match.end))
        entry = index.ambiguous.get(text)
        if entry is not None and match.how != "demonym":
            if text not in decided:
                padded = padded or f" {' '.join(map(folded, _WORD.findall(doc.text)))} "
                decided[text] = decide(entry, padded)
            actor, rule = decided[text]
            match = match._replace(actor=actor, rule=rule)
        if match.how == "short" and (match.actor not in full or not _short_stands(doc, match)):
            continue
        if match.how == "demonym" and _is_surname(doc, match):
            continue
        kept.append(match)
    return kept


def decide(entry: Ambiguous, padded: str) -> tuple[str, str]:
    """(actor, rule): the reading with most cues in the text, else the usual one, else none with its candidates."""
    counts = [(sum(f" {folded(cue)} " in padded for cue in rule.cues), rule.actor) for rule in entry.rules]
    most = max((count for count, _ in counts), default=0)
    best = [actor for count, actor in counts if count == most]
    if most and len(best) == 1:
        return best[0], f"{entry.id}={best[0] or 'place'}"
    if not most and entry.otherwise:
        return entry.otherwise, f"{entry.id}={entry.otherwise}"
    candidates = "+".join(entry.candidates)
    return "", f"{entry.id}:{candidates}" if candidates else entry.id


def _short_stands(doc: Words, match: Match) -> bool:
    """A short name follows an article and no word specifies it ("l'Alleanza", not "l'Alleanza democratica")."""
    opening = doc[match.start].text[0].isupper() and match.start > 0 and opens_sentence(doc[match.start - 1])
    before = doc[match.start - 1].text.lower() if match.start else ""
    after = doc[match.end].text if match.end < len(doc) else ""
    following = doc[match.end + 1].text if match.end + 1 < len(doc) else ""
    if after == "di" and following.endswith(("are", "ere", "ire", "rsi")):
        return True  # "chiede alla Commissione di legare": an infinitive specifies nothing
    if opening and before in _BEFORE_SHORT and after.lower() not in OF:
        return True
    return before in _BEFORE_SHORT and after.lower() not in OF | {"-", "est", "ovest"} and not after[:1].isupper()


def _is_surname(doc: Words, match: Match) -> bool:
    """A capital within a sentence, beside another: "Mario Greco", "Anthony Albanese", no demonym."""
    token = doc[match.start]
    if not token.text[0].isupper() or opens_sentence(token) or not token.text.istitle():
        return False
    before = doc[match.start - 1]
    return before.text.istitle() and before.is_alpha and before.pos_ in ("", "PROPN") and before.ent_type_ == "PER"


def registry_links(doc: Words, matches: list[Match], registry: Registry) -> list[Link]:
    """One link for each match; "" as actor for places and for what stays undecided."""
    links, before, last_end = [], "", -9
    for match in matches:
        kind = registry.actors[match.actor].kind if match.actor and match.how not in _PLACES else ""
        label = {"state": "LOC", "person": "PER", "": "LOC"}.get(kind, "ORG")
        if match.how == "demonym":
            links.append(Link(match.start, match.end, match.actor, "demonym", "", "registry:demonym"))
            continue
        if match.how == "short" and kind == "state":
            links.append(Link(match.start, match.end, match.actor, "description", "", "registry:short"))
            continue
        actor, rule = match.actor, match.rule or f"registry:{match.how}"
        if match.how in _PLACES:
            actor, rule = "", match.actor
        elif match.how in ("capital", "seat"):
            near = before if match.start - last_end == 1 else ""
            stands, why = government_or_place(doc, match.start, match.end, near)
            # "nella capitale Prova", "la città di Prova": the noun before says that it is one
            if match.start and organisation_lexicon().places.holds(doc[match.start - 1].text):
                stands, why = False, organisation_lexicon().places.id
            if match.how == "seat" and kind != "state":
                label = "ORG" if stands else "LOC"
            actor, before = (match.actor if stands else ""), why
            rule = match.rule if match.rule and stands else why
        else:
            before = "government:name"
        last_end = match.end
        place = match.actor if not actor and kind == "state" else registry.states_of_places.get(rule, "")
        links.append(Link(match.start, match.end, actor, "name", label, rule, place))
    return links
