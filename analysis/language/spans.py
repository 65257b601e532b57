"""Who stands where in a clause: verb groups, subjects, objects, prepositions, on a parsed spaCy document.

The parser errs, so each finder also looks at the order of words where that is the surer sign. All of them look at
the neighbourhood of one token only: the cost of a document is linear in its length.
"""

import re
from typing import NamedTuple

from analysis.language.sentences import sentence_end, sentence_start
from analysis.language.words import Word

_PREPOSITIONS = {
    base: forms.split()
    for base, forms in {
        "di": "di d' d’ del dello della dell' dell’ dei degli delle",
        "a": "a ad al allo alla all' all’ ai agli alle",
        "da": "da dal dallo dalla dall' dall’ dai dagli dalle",
        "in": "in nel nello nella nell' nell’ nei negli nelle",
        "su": "su sul sullo sulla sull' sull’ sui sugli sulle",
        "con": "con col coi",
        "tra": "tra fra",
        "per": "per",
        "contro": "contro",
        "verso": "verso",
        "presso": "presso",
    }.items()
}
TOWARDS, FAVOURING = "towards", "favouring"
COMPOUND = {
    **dict.fromkeys("confronti riguardi danni danno indirizzo carico spese discapito direzione".split(), TOWARDS),
    **dict.fromkeys("favore sostegno vantaggio beneficio".split(), FAVOURING),
}
"""Nouns that with a preposition before and "di" after them are one preposition: "nei confronti di", "a favore di"."""
PREPOSITION = {form: base for base, forms in _PREPOSITIONS.items() for form in forms}
_TIME_WORDS = frozenset(
    "lunedì martedì mercoledì giovedì venerdì sabato domenica oggi ieri domani gennaio febbraio marzo aprile maggio "
    "giugno luglio agosto settembre ottobre novembre dicembre settimana mese anno giorno mattina sera notte".split()
)
_RELATIVES = frozenset({"che", "cui", "quale", "quali"})
_AUXILIARY = re.compile(
    r"^(?:h[oa]|hai|hanno|abbia(?:mo|no)?|avete|ave(?:re|r|va|vano|vo|sse|ssero|ndo)|av(?:rà|ranno|rebbe|rebbero)|ebbe|ebbero|"
    r"è|e'|e’|sono|siamo|sei|siete|sia|siano|era|erano|fu|furono|fosse|fossero|essere|esser|essendo|stat[oaie]|"
    r"sar(?:à|anno|ebbe|ebbero)|vien[ei]|vengono|veniva|venivano|verr(?:à|anno|ebbe|ebbero)|venut[oaie]|"
    r"sta|stanno|stava|stavano|stia|stiano|star(?:à|anno|ebbe|ebbero))$"
)
_BE = re.compile(
    r"^(?:è|sono|siamo|sia|siano|era|erano|fu|furono|fosse|fossero|esser|essere|essendo|stat[oaie]|sar|vien|veng|veni|verr|venut)"
)
_DOVERE = re.compile(
    r"^(?:dev[eo]|devi|debba|debbano|debbono|devono|dobbiamo|dover|dovere|dovut[oa]|dovr\w+|dovev\w+|dovess\w+|dovendo)$"
)
_POTERE = re.compile(
    r"^(?:può|puo'|possono|possiamo|possa|possano|poter|potere|potut[oa]|potr\w+|potev\w+|potess\w+|potendo)$"
)
_VOLERE = re.compile(
    r"^(?:vuole|vogliono|vogliamo|voglia|vogliano|voler|volere|volut[oa]|vorr\w+|volev\w+|voless\w+|volendo)$"
)
_CLITIC = frozenset({"si", "ne", "lo", "la", "li", "le", "gli", "ci", "vi", "l'", "l’", "s'", "s’", "loro"})
_NEGATION = frozenset({"non", "né", "mai", "neppure", "nemmeno", "neanche"})
_CONDITIONAL = re.compile(r"(?:rebbe|rebbero|remmo|reste)$")
_PARTICIPLE = re.compile(r"(?:at|ut|it|tt|st|ss|rt|nt|lt|s)[oaie]$")
_INFINITIVE = re.compile(r"(?:[aei]r|rr|[ou]r)(?:e|si|lo|la|li|le|gli|ne|ci|vi|mi|ti)?$")
_GERUND = re.compile(r"[ae]ndo(?:si|lo|la|li|le|gli|ne|ci|vi)?$")
_FUTURE = re.compile(r"(?:rà|ranno|remo|rò)$")


class VerbGroup(NamedTuple):
    """A verb with what belongs to it on its left: tokens start..end (end excluded).

    modal: `dovere`, `potere`, `volere` or ""; mood: `conditional`, `future` or ""; perfect: has an auxiliary.
    """

    start: int
    end: int
    modal: str
    mood: str
    negated: bool
    passive: bool
    reflexive: bool
    perfect: bool


def is_time_word(token: Word) -> bool:
    """A day, a month, a part of the day: it stands without a preposition and is no object."""
    return token.lower_ in _TIME_WORDS


def verb_group(verb: Word) -> VerbGroup:
    """The verb with its auxiliaries, modals, clitics, negation and adverbs, at most ten tokens to the left."""
    groups = verb.doc.groups
    if verb.i not in groups:
        groups[verb.i] = _read_group(verb)
    return groups[verb.i]


def _read_group(verb: Word) -> VerbGroup:
    doc, start = verb.doc, verb.i
    modal = mood = ""
    negated = be = reflexive = perfect = False
    first = sentence_start(verb)
    for position in range(verb.i - 1, max(first, verb.i - 10) - 1, -1):
        token = doc[position]
        word = token.lower_
        if _AUXILIARY.match(word):
            perfect = True
            be = be or bool(_BE.match(word)) and not word.startswith("sta")
            mood = mood or _mood(word)
        elif _DOVERE.match(word):
            modal, mood = modal or "dovere", mood or _mood(word)
        elif _POTERE.match(word):
            modal, mood = modal or "potere", mood or _mood(word)
        elif _VOLERE.match(word):
            modal, mood = modal or "volere", mood or _mood(word)
        elif word in _NEGATION:
            negated = True
        elif word in _CLITIC and token.pos_ != "DET" and position == start - 1:
            reflexive = reflexive or word in ("si", "s'", "s’")
        elif token.pos_ != "ADV" or word in ("quando", "dove", "come", "perché"):
            break
        start = position
    while start < verb.i and doc[start].pos_ == "ADV" and doc[start].lower_ not in _NEGATION:
        start += 1
    mood = mood or _mood(verb.lower_)
    participle = is_participle(verb)
    reflexive = reflexive or (verb.lower_.endswith(("rsi", "ndosi")) and verb.pos_ == "VERB")
    passive = (
        participle and be and not reflexive or any(c.dep_ in ("aux:pass", "nsubj:pass") for c in verb.children) and be
    )
    return VerbGroup(start, verb.i + 1, modal, mood, negated, passive, reflexive, perfect)


def _mood(word: str) -> str:
    if _CONDITIONAL.search(word):
        return "conditional"
    return "future" if _FUTURE.search(word) and len(word) > 3 else ""


def is_participle(token: Word) -> bool:
    """A past participle, by its morphology or its ending."""
    form = token.morph.get("VerbForm")
    return form == ["Part"] if form else bool(_PARTICIPLE.search(token.lower_))


def is_infinitive(token: Word) -> bool:
    """An infinitive without an auxiliary, clitics attached or not."""
    form = token.morph.get("VerbForm")
    return (not form or form == ["Inf"]) and bool(_INFINITIVE.search(token.lower_))


def is_gerund(token: Word) -> bool:
    """A gerund, by its ending: `-ando`, `-endo`, clitics attached or not."""
    return token.pos_ in ("VERB", "AUX") and bool(_GERUND.search(token.lower_))


def preposition(token: Word) -> str:
    """The bare preposition before a nominal (`della` is `di`), or ""."""
    for child in token.lefts:
        base = PREPOSITION.get(child.lower_)
        if base and (child.dep_ in ("case", "mark") or child.pos_ == "ADP"):
            return base
    return ""


def by_preposition(head: Word) -> list[tuple[str, Word]]:
    """Nominals that hang on a head with a preposition, in the order of the text."""
    found = []
    for child in head.children:
        if child.dep_.startswith(("obl", "nmod", "obj", "iobj", "conj", "appos", "dep", "flat", "nsubj")):
            base = preposition(child)
            if base in ("a", "in") and child.lower_ in COMPOUND:
                inner = [(COMPOUND[child.lower_], c) for c in child.rights if preposition(c) == "di"]
                found += inner or [(base, child)]
            elif base:
                found.append((base, child))
    return found


def conjuncts(token: Word) -> list[Word]:
    """The token and the nominals coordinated with it, in the order of the text."""
    found, queue = [], [token]
    while queue and len(found) < 20:
        current = queue.pop(0)
        found.append(current)
        queue += [child for child in current.children if child.dep_ == "conj" and child.pos_ not in ("VERB", "AUX")]
    return sorted(found, key=lambda t: t.i)


def own_subject(verb: Word) -> Word | None:
    """The subject that hangs on this verb (or on its auxiliary); a relative pronoun gives the noun it stands for."""
    candidates = [c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass") and c.lower_ not in _TIME_WORDS]
    candidates.sort(key=lambda c: (c.i > verb.i, c.i))
    for child in candidates:
        if not preposition(child):
            if child.lower_ in _RELATIVES and child.pos_ in ("PRON", "DET", "SCONJ"):
                return verb.head if verb.dep_.startswith("acl") else antecedent(child)
            return child
    return None


def antecedent(pronoun: Word) -> Word | None:
    """The noun before a relative pronoun: the nearest nominal to its left, past one comma."""
    doc = pronoun.doc
    for position in range(pronoun.i - 1, max(sentence_start(pronoun), pronoun.i - 4) - 1, -1):
        if doc[position].pos_ in ("NOUN", "PROPN"):
            return doc[position]
    return None


def subject(verb: Word, depth: int = 4) -> Word | None:
    """The subject of a verb: its own, the one just before it, or that of the verb it hangs on."""
    own = own_subject(verb)
    if own is not None:
        return own
    if is_participle(verb) and verb.dep_.startswith(("acl", "amod")) and not verb_group(verb).perfect:
        return verb.head
    if verb.dep_.startswith("acl:relcl") and not is_infinitive(verb):
        return verb.head
    beside = left_neighbour(verb)
    if beside is not None:
        return beside
    if depth and verb.dep_ in ("conj", "advcl", "xcomp", "ccomp", "acl", "parataxis") and verb.head.i != verb.i:
        bound = verb.dep_ in ("conj", "xcomp") or is_infinitive(verb) or is_gerund(verb)
        bound = bound or any(child.lower_ in ("aver", "avere", "essere", "esser") for child in verb.lefts)
        if bound and verb.head.pos_ in ("VERB", "AUX"):
            return subject(verb.head, depth - 1)
    return None


def left_neighbour(verb: Word) -> Word | None:
    """A bare proper name directly before the verb group, for where the parser lost the subject."""
    doc, start = verb.doc, verb_group(verb).start
    if start == 0 or is_infinitive(verb) or is_gerund(verb):
        return None
    token = doc[start - 1]
    if token.pos_ != "PROPN" or sentence_start(token) != sentence_start(verb):
        return None
    while token.head.pos_ == "PROPN" and token.head.i < token.i and token.dep_.startswith(("flat", "nmod")):
        token = token.head
    return None if preposition(token) else token


def objects(verb: Word) -> list[Word]:
    """Direct objects, and clitics none; a relative pronoun gives its noun. A "subject" after an active verb that has
    one before it is its object.
    """
    found = []
    who = own_subject(verb)
    before = who is not None and who.i < verb.i
    for child in verb.children:
        subject_like = before and child.i > verb.i and child.dep_ in ("nsubj", "nsubj:pass")
        wanted = child.dep_ == "obj" or subject_like
        if wanted and not preposition(child) and child.lower_ not in _TIME_WORDS:
            if child.lower_ in _RELATIVES and child.pos_ in ("PRON", "SCONJ"):
                if verb.dep_.startswith("acl"):
                    found.append(verb.head)
            elif child.pos_ != "PRON":
                found.append(child)
    return found


def contiguous_right(token: Word, keep=None, limit: int = 9) -> list[Word]:
    """What belongs to a noun phrase on the right of its head: adjectives, names, `di` phrases; ends at a verb,
    at punctuation, or at another preposition. `keep(token)` says what stays whatever its tag.
    """
    found = []
    for position in range(token.i + 1, min(sentence_end(token), token.i + 1 + limit)):
        current = token.doc[position]
        if keep is not None and keep(current):
            found.append(current)
            continue
        base = PREPOSITION.get(current.lower_) if current.pos_ in ("ADP", "ADJ", "DET") else ""
        if current.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ", "PRON") or (base and base != "di"):
            break
        found.append(current)
    return found
