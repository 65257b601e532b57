"""Who does what a verb says, where it has no subject of its own too: control, coordination, relative clauses."""

from analysis.extraction.event_words import verb_lemma
from analysis.extraction.links import Link, Links
from analysis.extraction.participants import actors_of, states_of_places, words
from analysis.extraction.word_order import after_quotation, bare_before, is_day, opens_the_sentence
from analysis.language.sentences import sentence_start
from analysis.language.spans import (
    by_preposition,
    is_gerund,
    is_infinitive,
    is_participle,
    objects,
    own_subject,
    verb_group,
)
from analysis.language.words import Word

_RELATIVES = frozenset(("che", "cui", "quale", "quali"))
_JOINING = ("e", "ed", "ma", "o", "poi")
_CLIMB = 4
"""Words above a coordinated verb among which the verb is sought whose subject it shares."""
DEPTH = 5
"""Verbs above a verb among which its subject is sought."""


def doers(verb: Word, links: Links, depth: int = DEPTH) -> list[Link]:
    """The actors that are the subject of an active verb, or of a passive one in its place; [] where it is unsaid or no
    actor.
    """
    beside = bare_before(verb, links)
    if beside:
        return beside
    own = own_subject(verb)
    if own is None or own.i > verb.i:
        said = after_quotation(verb, links)  # whatever follows it there speaks, object though the parser calls it
        if said:
            return said
    if own is not None and own.i == verb.head.i and (own.pos_ in ("VERB", "AUX") or is_day(own)):
        return _from_above(verb, links, depth - 1) if depth else []  # "ha detto martedì che …" is no relative clause
    if own is not None and not (is_infinitive(verb) and own.i < verb.i and verb.dep_.startswith("acl")):
        described = _apposed_to(own, verb, links) if verb.dep_ == "acl:relcl" and own.i == verb.head.i else []
        found = described or _of_relative(verb, links) or named_by(own, links)
        if not found:
            found = _local(own, verb, links)
        found = found or (_authors(own, links, depth) if own.lower_ in words("texts") else [])
        if found:
            return found
        if not (_is_date(own) or _disagrees(own, verb)):
            return _opening(verb, links) if own.pos_ == "PROPN" else []
    unsaid = elided(verb, links)
    if unsaid:
        return unsaid
    if is_infinitive(verb):
        return _controllers(verb, links, depth) if depth else []
    modifies = own is None and _modifies(verb) or is_participle(verb) and not _finite(verb)
    if verb.dep_.startswith(("acl", "amod")) and modifies:
        return _apposed_to(verb.head, verb, links) or named_by(verb.head, links)
    found = _from_above(verb, links, depth - 1) if depth else []
    return found or _opening(verb, links)


def _opening(verb: Word, links: Links) -> list[Link]:
    joined = verb.dep_ == "conj" and verb.head.pos_ == "PROPN"
    if not (verb.dep_ in ("ROOT", "parataxis") or joined) or number(verb) != "Sing":
        return []
    return opens_the_sentence(verb, links)


def _local(noun: Word, verb: Word, links: Links) -> list[Link]:
    """ "A Prova alcuni manifestanti hanno …": people of whom nothing is said but where they are, at the beginning of
    the sentence.
    """
    if noun.lower_ not in words("countrymen") or noun.i > verb.i or verb.sent[0].lower_ not in ("a", "ad", "in"):
        return []
    return states_of_places(verb.doc[sentence_start(verb) + 1], links) if len(verb.sent) > 1 else []


def _authors(text: Word, links: Links, depth: int) -> list[Link]:
    """Who speaks in a text that somebody adopts or signs: "ha approvato una risoluzione che condanna …"."""
    for child in text.children:
        if child.dep_.startswith("acl") and is_participle(child) and not verb_group(child).perfect:
            found = [x for base, token in by_preposition(child) if base == "da" for x in named_by(token, links)]
            if found:
                return found
    above = text.head
    governed = above.pos_ == "VERB" and text.dep_ == "obj" and above.i < text.i
    return doers(above, links, depth - 1) if governed and depth else []


def _apposed_to(noun: Word, verb: Word, links: Links) -> list[Link]:
    """ "X, Y e Z, i tre Paesi che …", "Ada Bruni, la donna russa che …": what the noun before the relative clause sums
    up or describes.
    """
    if noun.dep_ != "appos":
        return _before_the_apposition(noun, verb, links)
    if links.at(noun) is not None:
        return []
    above = links.at(noun.head)
    person = above is not None and above.label == "PER" and above.kind == "name"
    return named_by(noun.head, links) if person or noun.lower_ in words("sides") else []


def _before_the_apposition(noun: Word, verb: Word, links: Links) -> list[Link]:
    """ "Ada Bruni, docente all'università di X, che invita …": whom the words between the commas describe."""
    relative = next((c for c in verb.children if c.lower_ == "che" and c.dep_.startswith("nsubj")), None)
    if relative is None or relative.nbor(-1).text != ",":
        return []
    current = noun
    for _ in range(3):
        if current.dep_ == "appos" or current.head.i == current.i:
            break
        current = current.head
    above = links.at(current.head) if current.dep_ == "appos" else None
    return [above] if above is not None and above.label == "PER" and above.kind == "name" and above.actor_id else []


def _is_date(token: Word) -> bool:
    """A date that the parser took for a subject ("il 22 maggio", "lo scorso novembre")."""
    return token.like_num or is_day(token)


def _disagrees(token: Word, verb: Word) -> bool:
    """Is the noun before "che" the object of its clause ("i soldati che avrebbe mandato")?"""
    if not verb.dep_.startswith("acl:relcl") or token.i != verb.head.i:
        return False
    return {number(verb), next(iter(token.morph.get("Number")), "")} == {"Sing", "Plur"}


def _from_above(verb: Word, links: Links, depth: int) -> list[Link]:
    """The subject of the clause above: of a verb joined to it, of a gerund, of a clause that leaves its subject out."""
    head = joined_to(verb) or verb.head
    if head.pos_ not in ("VERB", "AUX") and verb.dep_ == "acl:relcl":
        head = next((token for token in head.ancestors if token.pos_ in ("VERB", "AUX")), head)
    if is_infinitive(head) and _finite(verb) and head.head.pos_ == "VERB":
        head = head.head  # "ha fatto sapere che …"
    if head.i == verb.i or head.pos_ not in ("VERB", "AUX"):
        return []
    if verb.dep_ == "conj" or is_gerund(verb) or (verb.dep_ in ("xcomp", "advcl") and not _finite(verb)):
        return doers(head, links, depth)
    agrees = number(verb) == number(head) != ""
    conditional = any(child.lower_ == "se" and child.i < verb.i for child in verb.children)
    if verb.dep_ in ("ccomp", "advcl", "acl:relcl", "acl", "parataxis") and agrees and not conditional:
        return doers(head, links, depth)
    return []


def joined_to(verb: Word) -> Word | None:
    """The verb whose subject a coordinated one shares, where the parser hung it on a word between: a finite verb on a
    verb that is not ("accusa X di aver … e avverte"), a participle on a noun ("hanno espresso sostegno e chiesto").
    """
    if verb.dep_ != "conj":
        return None
    bare = is_participle(verb) and not _finite(verb)
    if bare and (verb.head.pos_ in ("VERB", "AUX") or verb.i == 0 or verb.nbor(-1).lower_ not in _JOINING):
        return None
    if not bare and (not _finite(verb) or _finite(verb.head)):
        return None
    current = verb.head
    for _ in range(_CLIMB):
        if current.head.i == current.i:
            return None
        current = current.head
        if current.pos_ not in ("VERB", "AUX"):
            continue
        group = verb_group(current)
        if group.perfect and not group.passive if bare else number(current) == number(verb):
            return current
    return None


def _of_relative(verb: Word, links: Links) -> list[Link]:
    """What stands directly before "che", where that names an actor: surer than where the parser hung the clause."""
    relative = next((c for c in verb.children if c.lower_ in _RELATIVES and c.dep_.startswith("nsubj")), None)
    if links.at(verb.head) is not None and verb.dep_.startswith("acl"):
        return []
    if relative is None or relative.i <= sentence_start(verb) + 1:
        return []
    before = relative.nbor(-1)
    if before.text == "," and before.i > sentence_start(verb):
        before = before.nbor(-1)
    return [link for link in links.all_at(before) if link.actor_id and link.kind != "pronoun"]


def elided(verb: Word, links: Links) -> list[Link]:
    """The subject that a verb leaves out, where it was resolved."""
    return [link for link in links.all_at(verb) if link.kind == "pronoun" and link.actor_id]


def named_by(token: Word, links: Links) -> list[Link]:
    """The actors of a subject: of people of any sort ("agricoltori francesi"), of nouns that belong to a state."""
    found = actors_of(token, links, "people")
    if not found and token.pos_ == "NOUN" and token.lower_ not in words("undergone"):
        found = actors_of(token, links, True)
    return found


def _modifies(verb: Word) -> bool:
    """Is the noun above a finite relative clause its subject? Not where the relative pronoun is its object."""
    if not verb.dep_.startswith("acl:relcl"):
        return False
    relative = [child for child in verb.children if child.lower_ in _RELATIVES]
    if any(child.lower_ == "dove" for child in verb.children):
        return False
    return not any(child.dep_.startswith(("obj", "obl", "iobj")) for child in relative)


def _finite(verb: Word) -> bool:
    return number(verb) != ""


def number(verb: Word) -> str:
    """`Sing` or `Plur` of a finite verb or of its auxiliary, "" where there is none."""
    for token in (*(c for c in verb.lefts if c.dep_.startswith("aux")), verb):
        if token.morph.get("VerbForm") == ["Fin"] or token.morph.get("Mood"):
            return next(iter(token.morph.get("Number")), "")
    return ""


def _controllers(verb: Word, links: Links, depth: int) -> list[Link]:
    """Whoever is asked, accused or forced to do it; else the subject of the verb above; else whose plan it is."""
    head = verb.head
    if verb.dep_ == "conj":
        return doers(head, links, depth - 1) if head.pos_ in ("VERB", "AUX") else []
    if head.pos_ in ("NOUN", "PROPN") and head.i < verb.i and any(c.dep_ == "cop" for c in head.lefts):
        return named_by(head, links)  # "è stata Prova a bloccare …"
    if head.pos_ in ("NOUN", "ADJ") and head.i < verb.i:
        return _holders(head, verb, links, depth)
    if head.pos_ not in ("VERB", "AUX") or head.i == verb.i:
        return []
    purpose = any(child.lower_ == "per" and child.i < verb.i for child in verb.lefts)
    if not purpose and head.lemma_.lower() in words("object-control"):
        return asked(head, verb, links, depth)
    return doers(head, links, depth - 1)


def asked(head: Word, before: Word, links: Links, depth: int = DEPTH) -> list[Link]:
    """Whom a verb of asking, accusing or forcing is about: its object, its "a" phrase, its subject in the passive."""
    if verb_group(head).passive:
        return doers(head, links, depth - 1)
    if head.dep_.startswith("acl") and is_participle(head) and not verb_group(head).perfect:
        return named_by(head.head, links)
    pronouns = [link for c in head.children if c.pos_ == "PRON" for link in links.all_at(c) if link.kind == "pronoun"]
    if pronouns:
        return pronouns
    with_a = verb_lemma(head, words("told-with-a")) in words("told-with-a")
    near = [] if with_a else [token for token in objects(head) if token.i < before.i]
    near += [token for base, token in by_preposition(head) if base == "a" and token.i < before.i]
    return next((found for token in near if (found := named_by(token, links))), [])


def _holders(noun: Word, verb: Word, links: Links, depth: int) -> list[Link]:
    """Whose plan, decision or promise an infinitive is about; after "l'invito a X" it is X."""
    for base, token in by_preposition(noun):
        if token.i < verb.i and base == ("a" if noun.lemma_.lower() in words("asking") else "di"):
            found = actors_of(token, links)
            if found:
                return found
    if noun.lemma_.lower() in words("asking"):
        return []
    found = [link for link in actors_of(noun, links, "people") if link.kind == "demonym"]
    if found:
        return found
    above = noun.head
    if above.pos_ in ("VERB", "AUX") and above.i != noun.i and noun.dep_.startswith(("obj", "obl", "xcomp", "nsubj")):
        return doers(above, links, depth - 1) if noun.dep_ != "nsubj" else []
    return []
