"""How the text presents what a verb or noun reports: one of six classes, the condition it hangs on, the rule."""

from dataclasses import dataclass

from spacy.tokens import Token

from analysis.language import load_lexicon
from analysis.language.spans import is_gerund, is_infinitive, is_participle, verb_group


@dataclass(frozen=True)
class Reading:
    """A modality, the text of the condition ("" if none) and the entry that decided."""

    modality: str
    condition: str
    rule: str


def read_modality(trigger: Token) -> Reading:
    """The modality of an event trigger, verb or noun."""
    if trigger.pos_ in ("VERB", "AUX"):
        return _of_verb(trigger, 4)
    return _of_noun(trigger)


def _entries(where: str):
    return [entry for entry in load_lexicon("modality").entries if entry.where == where]


def _match(where: str, *words: str):
    for entry in _entries(where):
        if any(word in entry.words for word in words):
            return entry
    return None


def _of_noun(noun: Token) -> Reading:
    for child in noun.children:
        entry = _match("adjective", child.lower_) if child.dep_ in ("amod", "acl", "det") else None
        if entry:
            return Reading(entry.modality, "", entry.id)
    phrase = _phrase(noun)
    if phrase:
        return phrase
    head, steps = noun.head, 0
    current = noun
    while head.i != current.i and steps < 3 and head.pos_ in ("NOUN", "ADJ"):
        entry = _match("governor", head.lemma_.lower())
        if entry:
            return Reading(entry.modality, "", entry.id)
        if current.dep_ not in ("conj",):
            return Reading("factual", "", "indicative")
        current, head, steps = head, head.head, steps + 1
    if head.pos_ in ("VERB", "AUX") and current.dep_ in ("nsubj", "nsubj:pass", "obj", "conj"):
        if _match("aspect", head.lemma_.lower()):
            return Reading("factual", "", "going-on")
        reading = _of_verb(head, 3)
        if reading.modality != "denied" or current.dep_ != "nsubj":
            return reading
    return Reading("factual", "", "indicative")


def _phrase(token: Token) -> Reading | None:
    text = token.sent.text.lower()
    for entry in _entries("phrase"):
        if any(words in text for words in entry.words):
            return Reading(entry.modality, "", entry.id)
    return None


def _of_verb(verb: Token, depth: int) -> Reading:
    group = verb_group(verb)
    opener = _opener(verb)
    condition = condition_of(verb)
    if opener:
        return Reading("possible", condition or _clause_text(verb), opener.id)
    if group.negated:
        return Reading("denied", "", "non")
    advice = _advice_before(verb)
    if advice:
        return Reading("recommended", "", advice)
    if group.modal == "dovere":
        return Reading("expected" if predicts(verb) else "recommended", condition, "must")
    if group.modal == "potere":
        return Reading("possible", condition, "can")
    if group.modal == "volere":
        return Reading("expected", condition, "want")
    if group.mood == "conditional":
        if group.perfect and is_participle(verb):
            return Reading("reported", condition, "conditional-perfect")
        return Reading("possible", condition, "conditional")
    phrase = _phrase(verb)
    if phrase:
        return phrase
    if group.mood == "future":
        return Reading("possible" if condition else "expected", condition, "future")
    governed = _governed(verb, group, depth)
    return governed or Reading("factual", "", "indicative")


def _advice_before(verb: Token) -> str:
    """The fixed words of advice before an infinitive ("farebbero bene a"), by their identifier."""
    if not is_infinitive(verb):
        return ""
    text = verb.doc[max(verb.sent.start, verb.i - 7) : verb.i].text.lower().rstrip()
    for directive in load_lexicon("recommendations").directives:
        if directive.frame == "phrase" and text.endswith(directive.words):
            return directive.id
    return ""


def predicts(verb: Token) -> bool:
    """Does "dovrebbe" with this verb foresee ("il vertice dovrebbe tenersi a maggio")? Its subject is no actor that
    could follow advice, or the verb only happens.
    """
    lemma = verb.lemma_.lower()
    stems = load_lexicon("modality").predictable
    return lemma in stems or lemma.removesuffix("si") + "e" in stems or verb_group(verb).reflexive and lemma in stems


def _governed(verb: Token, group, depth: int) -> Reading | None:
    """What a governing verb says of an infinitive, a gerund or a subordinate clause."""
    head = verb.head
    if head.i == verb.i or not depth:
        return None
    bound = is_infinitive(verb) or verb.dep_ in ("ccomp", "xcomp", "csubj")
    if verb.dep_ == "conj" and not group.perfect and head.pos_ in ("VERB", "AUX"):
        return _of_verb(head, depth - 1) if is_infinitive(verb) or is_gerund(verb) else None
    if is_gerund(verb) and head.pos_ in ("VERB", "AUX"):
        return _of_verb(head, depth - 1)
    if not bound:
        return None
    entry = _match("governor", head.lemma_.lower(), head.lower_)
    completed = any(child.lower_ in ("aver", "avere", "esser", "essere") for child in verb.lefts)
    subjunctive = verb.morph.get("Mood") == ["Sub"] or any(c.morph.get("Mood") == ["Sub"] for c in verb.lefts)
    if entry and entry.modality == "denied":
        return Reading("denied", "", entry.id)
    if entry and entry.modality == "reported":
        return Reading("reported", "", entry.id) if subjunctive else None
    if completed:
        return None
    if entry and (is_infinitive(verb) or subjunctive):
        return Reading(entry.modality, "", entry.id)
    if head.pos_ in ("VERB", "AUX") and is_infinitive(verb):
        above = _of_verb(head, depth - 1)
        if above.modality != "factual":
            return above
        if any(child.lower_ in ("per",) for child in verb.lefts):
            return Reading("expected", "", "purpose")
        if verb.dep_ in ("advcl", "acl"):
            return Reading("possible", "", "infinitive")
    if is_infinitive(verb) and head.pos_ in ("NOUN", "ADJ"):
        return Reading("possible", "", "infinitive")
    return None


def _opener(verb: Token):
    """The conjunction of condition that opens the verb's own clause."""
    for child in verb.lefts:
        if child.dep_ in ("mark", "advmod", "cc") or child.pos_ == "SCONJ":
            entry = _match("condition", child.lower_)
            if entry:
                return entry
    return None


def condition_of(verb: Token) -> str:
    """The text of the "se" clause that hangs on a verb, or ""."""
    for child in verb.children:
        if child.dep_ in ("advcl", "ccomp", "conj", "parataxis") and _opener(child):
            return _clause_text(child)
    return ""


def _clause_text(verb: Token) -> str:
    start = verb.left_edge.i
    for child in verb.lefts:
        if _match("condition", child.lower_):
            start = child.i
    return verb.doc[start : verb.right_edge.i + 1].text.strip(" ,.;:\n")
