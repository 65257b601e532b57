"""How the text presents what a verb or noun reports: one of six classes, the condition it hangs on, the rule."""

from dataclasses import dataclass

from analysis.extraction.conditions import condition_of, opener
from analysis.extraction.modality_words import entry_for, governor, phrase_near, words_before
from analysis.language import load_lexicon
from analysis.language.sentences import sentence_end, sentence_start
from analysis.language.spans import VerbGroup, is_gerund, is_infinitive, is_participle, preposition, verb_group
from analysis.language.words import Word

DEPTH = 4  # governing verbs asked one after the other
_PLAIN = ("factual", "", "indicative")
_SUBORDINATE = ("ccomp", "xcomp", "csubj")


@dataclass(frozen=True)
class Reading:
    """A modality, the text of the condition ("" if none) and the entry that decided."""

    modality: str
    condition: str
    rule: str


def read_modality(trigger: Word) -> Reading:
    """The modality of an event trigger, verb or noun."""
    verbal = trigger.pos_ in ("VERB", "AUX") or trigger.pos_ == "ADJ" and trigger.dep_ != "amod"
    reading = _of_verb(trigger, DEPTH) if verbal else _of_noun(trigger)
    if reading.modality == "factual" and _asked(trigger):
        return Reading("possible", "", "question")
    return reading


def _asked(token: Word) -> bool:
    """Does the sentence ask?"""
    doc, last = token.doc, sentence_end(token) - 1
    while last > token.i and doc[last].is_space:
        last -= 1
    return any(doc[i].text == "?" for i in range(max(token.i, last - 2), last + 1))


def _of_noun(noun: Word) -> Reading:
    for child in noun.children:
        if child.dep_ in ("amod", "acl", "det"):
            entry = entry_for("adjective", child.lemma_.lower(), child.lower_, child.lower_[:-1] + "o")
            if entry:
                return Reading(entry.modality, "", entry.id)
    before = words_before("before-noun", noun)
    if before:
        entry, start = before
        condition = noun.doc.text_of(start, noun.right_edge.i + 1) if entry.modality == "possible" else ""
        return Reading(entry.modality, condition, entry.id)
    phrase = phrase_near(noun)
    if phrase:
        return Reading(phrase.modality, "", phrase.id)
    return _above_noun(noun)


def _above_noun(noun: Word) -> Reading:
    current, head = noun, noun.head
    for _ in range(3):
        if head.i == current.i or head.pos_ not in ("NOUN", "ADJ"):
            break
        entry = governor(head) if current.dep_ != "conj" else None
        if entry and entry.modality != "reported":
            return Reading(entry.modality, "", entry.id)
        if current.dep_ not in ("conj", "nmod"):
            return Reading(*_PLAIN)
        current, head = head, head.head
    if head.i != current.i and head.pos_ in ("VERB", "AUX"):
        if current.dep_ in ("nsubj", "nsubj:pass", "obj", "conj"):
            return _under_verb(current, head)
        if current.dep_ == "obl" and preposition(current) in ("a", "verso"):  # "condurrebbe a un attacco"
            reading = _of_verb(head, DEPTH - 1)
            return reading if reading.modality in ("possible", "expected") else Reading(*_PLAIN)
    return Reading(*_PLAIN)


def _under_verb(noun: Word, verb: Word) -> Reading:
    """A noun that a verb governs: what the verb says of it ("chiede il rilascio"), else the verb's own modality."""
    lemma = verb.lemma_.lower()
    if entry_for("taker", lemma):
        return Reading("factual", "", "going-on")
    reading = _of_verb(verb, DEPTH - 1)
    entry = governor(verb)
    governed = noun.dep_ != "nsubj" or verb_group(verb).reflexive
    if entry and governed and entry.modality != "reported" and reading.modality in ("factual", "expected"):
        return Reading(entry.modality, reading.condition, entry.id)
    if reading.modality == "denied" and noun.dep_ == "nsubj":
        return Reading("factual", "", "indicative")
    return reading


def _of_verb(verb: Word, depth: int) -> Reading:
    group = verb_group(verb)
    condition = condition_of(verb)
    found = opener(verb)
    if found:
        entry, clause = found
        return Reading("possible", condition or clause, entry.id)
    before = words_before("before", verb, group.start if is_infinitive(verb) or is_participle(verb) else verb.i)
    if before and before[0].modality in ("denied", "factual") and not is_infinitive(verb):
        before = None
    if _negated(verb, group) and group.modal != "dovere":  # "non deve" says what should not be done
        advised = governor(verb.head) if is_infinitive(verb) else None
        if advised and advised.modality == "recommended":  # "esorta a non attaccare" says what should be done
            return Reading("recommended", "", advised.id)
        return Reading("denied", "", "non")
    advice = _advice_before(verb)
    if advice:
        return Reading("recommended", "", advice)
    if before and before[0].modality != "factual" and (is_infinitive(verb) or before[0].modality == "recommended"):
        return Reading(before[0].modality, condition, before[0].id)
    modal = _of_modal(verb, group, condition)
    if modal:
        return modal
    if group.mood == "conditional":
        return _of_conditional(verb, group, condition)
    phrase = phrase_near(verb)
    if phrase:
        return Reading(phrase.modality, "", phrase.id)
    if group.mood == "future":
        return Reading("possible" if condition else "expected", condition, "future")
    if before:
        return _beside_another(verb, before[0].id, depth)
    return _governed(verb, group, depth) or Reading(*_PLAIN)


def _beside_another(verb: Word, rule: str, depth: int) -> Reading:
    """ "prima di attaccare": a fact beside a fact, else no more than possible."""
    if not depth or verb.head.i == verb.i or _of_verb(verb.head, depth - 1).modality == "factual":
        return Reading("factual", "", rule)
    return Reading("possible", "", rule)


def _negated(verb: Word, group: VerbGroup) -> bool:
    """A negation in the verb group ("non solo" is none), or a subject that is nobody."""
    doc = verb.doc
    if group.negated:
        here = [i for i in range(group.start, verb.i) if doc[i].lower_ == "non"]
        idle = load_lexicon("modality").no_negation
        if not here or doc[here[-1] + 1].lower_ not in idle:
            return True
    return any(c.dep_ in ("nsubj", "nsubj:pass") and c.i < verb.i and _nobody(c) for c in verb.children)


def _nobody(token: Word) -> bool:
    return any(t.lower_.startswith("nessun") for t in (token, *token.lefts))


def _of_modal(verb: Word, group: VerbGroup, condition: str) -> Reading | None:
    if group.modal == "dovere":
        return Reading("expected" if predicts(verb) else "recommended", condition, "must")
    if group.modal == "potere":
        return Reading("possible", condition, "can")
    if group.modal == "volere":
        return Reading("expected", condition, "want")
    return None


def _of_conditional(verb: Word, group: VerbGroup, condition: str) -> Reading:
    """The conditional of hearsay ("avrebbe inviato", "starebbe trattando"), of the future in the past ("annunciò che
    avrebbe inviato"), of what hangs on a condition.
    """
    if condition:
        return Reading("possible", condition, "conditional")
    if group.perfect and is_participle(verb):
        if verb.dep_ in _SUBORDINATE and verb.head.lemma_.lower() in load_lexicon("modality").foretelling:
            return Reading("expected", "", "future-in-the-past")
        return Reading("reported", "", "conditional-perfect")
    if group.perfect and is_gerund(verb):
        return Reading("reported", "", "conditional-progressive")
    return Reading("possible", "", "conditional")


def _advice_before(verb: Word) -> str:
    """The fixed words of advice before an infinitive ("farebbero bene a"), by their identifier."""
    if not is_infinitive(verb):
        return ""
    text = verb.doc.text_of(max(sentence_start(verb), verb.i - 7), verb.i).lower().rstrip()
    for directive in load_lexicon("recommendations").directives:
        if directive.frame == "phrase" and text.endswith(directive.words):
            return directive.id
    return ""


def predicts(verb: Word) -> bool:
    """Does "dovrebbe" with this verb foresee ("il vertice dovrebbe tenersi a maggio")? Its subject is no actor that
    could follow advice, or the verb only happens.
    """
    lemma = verb.lemma_.lower()
    stems = load_lexicon("modality").predictable
    return lemma in stems or lemma.removesuffix("si") + "e" in stems or verb_group(verb).reflexive and lemma in stems


def _governed(verb: Word, group: VerbGroup, depth: int) -> Reading | None:
    """What a governing verb or noun says of an infinitive, a gerund or a subordinate clause."""
    head = verb.head
    if head.i == verb.i or not depth:
        return None
    infinitive, verbal = is_infinitive(verb), head.pos_ in ("VERB", "AUX")
    if verb.dep_ == "conj" and not group.perfect and verbal:
        return _of_verb(head, depth - 1) if infinitive or is_gerund(verb) or _shares_group(verb, head) else None
    if is_gerund(verb) and verbal:
        return _of_verb(head, depth - 1)
    if not (infinitive or verb.dep_ in _SUBORDINATE):
        return None
    entry = governor(head)
    completed = any(child.lower_ in ("aver", "avere", "esser", "essere") for child in verb.lefts)
    subjunctive = verb.morph.get("Mood") == ["Sub"] or any(c.morph.get("Mood") == ["Sub"] for c in verb.lefts)
    if entry and entry.modality == "denied" and (infinitive or completed or verb.dep_ in _SUBORDINATE):
        return Reading("denied", "", entry.id)
    if entry and entry.modality == "reported":
        return Reading("reported", "", entry.id) if subjunctive or infinitive or completed else None
    if completed:
        return None
    if entry and (infinitive or subjunctive):
        return _under_entry(entry, head, depth)
    return _infinitive(verb, head, verbal, depth) if infinitive else None


def _shares_group(verb: Word, head: Word) -> bool:
    """A bare participle joined to one with the auxiliary: "avrebbe addestrato e armato"."""
    return is_participle(verb) and verb_group(head).perfect and verb.i > head.i


def _under_entry(entry, head: Word, depth: int) -> Reading:
    """A governor that is itself denied takes its content with it: "non intende attaccare"."""
    if entry.modality == "expected" and head.pos_ in ("VERB", "AUX") and _of_verb(head, depth - 1).modality == "denied":
        return Reading("denied", "", entry.id)
    return Reading(entry.modality, "", entry.id)


def _infinitive(verb: Word, head: Word, verbal: bool, depth: int) -> Reading | None:
    if verbal:
        above = _of_verb(head, depth - 1)
        if above.modality != "factual":
            return above
        if any(child.lower_ == "per" for child in verb.lefts):
            return Reading("expected", "", "purpose")
        return Reading("possible", "", "infinitive") if verb.dep_ in ("advcl", "acl") else None
    return Reading("possible", "", "infinitive") if head.pos_ in ("NOUN", "ADJ") else None
