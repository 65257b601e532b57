"""Verbs of saying in a stretch of text: which, with what belongs to them, and where their content may stand."""

from dataclasses import dataclass
from functools import lru_cache

from analysis.extraction.stretches import Stretch
from analysis.language import load_lexicon
from analysis.language.inflection import verb_forms
from analysis.language.lexicons import LightCue
from analysis.language.spans import (
    PREPOSITION,
    VerbGroup,
    is_gerund,
    is_infinitive,
    is_participle,
    own_subject,
    verb_group,
)
from analysis.language.words import Word

_DASHES = ("–", "—", "-")
_HAVE = frozenset("ha hanno aveva avevano avrebbe avrebbero abbia abbiano".split())
_AGAIN = frozenset({"tornare", "limitarsi", "limitare", "continuare", "ricominciare", "affrettarsi"})
_BARE_PARTICIPLE = frozenset({"charge", "predicate"})


@dataclass(frozen=True)
class Cue:
    """A verb of saying: tokens start..end (end excluded), the lexicon's identifier, where its content may stand."""

    verb: Word
    group: VerbGroup
    end: int
    rule: str
    takes: frozenset[str]

    @property
    def start(self) -> int:
        """The first token of the verb group."""
        return self.group.start

    @property
    def participle(self) -> bool:
        """A participle without an auxiliary: "accusati di", "definita «folle» dal governo"."""
        return is_participle(self.verb) and not self.group.perfect


@lru_cache(maxsize=1)
def _verbs() -> dict[str, tuple[str, frozenset[str]]]:
    table: dict[str, tuple[str, frozenset[str]]] = {}
    for cue in load_lexicon("cues").classes:
        for verb in cue.verbs:
            first, takes = table.get(verb, (cue.id, frozenset()))
            table[verb] = (first, takes | set(cue.takes))
    return table


@lru_cache(maxsize=1)
def _forms() -> dict[str, tuple[str, frozenset[str]]]:
    """Regular forms of the verbs, for where the lemmatizer or the tagger erred."""
    forms: dict[str, tuple[str, frozenset[str]]] = {}
    for verb, entry in _verbs().items():
        for form in sorted(verb_forms(verb)):
            if len(form) > 3:  # "di" is no form of dire here
                forms.setdefault(form, entry)
    return forms


@lru_cache(maxsize=1)
def _light() -> dict[str, tuple[LightCue, ...]]:
    table: dict[str, tuple[LightCue, ...]] = {}
    for cue in load_lexicon("cues").light:
        for form in sorted({*verb_forms(cue.verb), cue.verb}):
            table[form] = (*table.get(form, ()), cue)
    return table


def cues_in(stretch: Stretch) -> list[Cue]:
    """The verbs of saying of a stretch, in order. Inside a quotation only one that a dash cuts in ("«Si tratta – dice X
    – di …»").
    """
    found = []
    for token in stretch:
        if not _may_say(token.lower_, token.lemma_):
            continue
        if stretch.inside[token.i] is not None and not _cuts_in(token, stretch):
            continue
        cue = _cue_at(token, stretch)
        if cue is not None and not (found and found[-1].end > cue.start):
            found.append(cue)
    return found


@lru_cache(maxsize=65536)
def _may_say(word: str, lemma: str) -> bool:
    """Is a word in the lexicon, whatever stands beside it?"""
    return word in _light() or word in _forms() or lemma.lower() in _verbs()


def _cuts_in(token: Word, stretch: Stretch) -> bool:
    start = verb_group(token).start if token.pos_ in ("VERB", "AUX") else token.i
    return start > stretch.start and token.doc[start - 1].text in _DASHES


def looks_finite(token: Word) -> bool:
    """Is this word a form of a verb of saying, whatever its tag?"""
    return token.lower_ in _forms() and not is_participle(token)


def word_of_saying(token: Word) -> bool:
    """Is this a form of a verb of saying, a participle included ("quanto riferito da")?"""
    return token.pos_ in ("VERB", "AUX") and (token.lemma_.lower() in _verbs() or token.lower_ in _forms())


def says_it(token: Word) -> bool:
    """An infinitive of saying with "lo": "annunciarlo", "dirlo"."""
    word = token.lower_
    if not word.endswith(("arlo", "erlo", "irlo", "rlo")):
        return False
    stem = word[:-2]
    return f"{stem}e" in _verbs() or stem + "re" in _verbs()


def _cue_at(token: Word, stretch: Stretch) -> Cue | None:
    light = _light_at(token, stretch) if token.lower_ in _light() else None
    if light is not None:
        return light
    entry = _verbs().get(token.lemma_.lower()) or _forms().get(token.lower_)
    if entry is None or token.dep_ in ("aux", "cop", "aux:pass"):
        return None
    if token.pos_ not in ("VERB", "AUX") and not _verb_by_place(token, stretch):
        return None
    rule, takes = entry
    group = verb_group(token)
    if group.reflexive:
        reflexive = _verbs().get(f"{token.lemma_.lower()[:-1]}si")
        if reflexive is None and group.perfect:  # "si è riportata in vantaggio" says nothing
            return None
        rule, takes = reflexive or (rule, takes & {"that", "before"})
    return _admitted(Cue(token, group, token.i + 1, rule, takes))


def _admitted(cue: Cue) -> Cue | None:
    """A cue whose form reports that something was said: no duty, no bare infinitive, no participle of another kind."""
    infinitive = is_infinitive(cue.verb) and not cue.group.perfect and not _says_again(cue)
    if (
        cue.group.reflexive and cue.rule in ("claim", "expect") and own_subject(cue.verb) is None
    ):  # "si prevede che": nobody says it
        return None
    following = cue.verb.doc[cue.end : cue.end + 2]
    if len(following) == 2 and following[0].lower_ in ("a", "ad") and is_infinitive(following[1]):
        return None if cue.rule != "direct" else cue  # "continua a trattare"
    if (
        infinitive
        or cue.group.modal
        or cue.group.mood == "future"
        or _unsaid(cue)
        or cue.verb.morph.get("Person") in (["1"], ["2"])
    ):
        return None
    if cue.group.passive and not cue.participle and not _impersonal(cue):
        return None
    if cue.participle:
        takes = cue.takes & _BARE_PARTICIPLE
        return Cue(cue.verb, cue.group, cue.end, cue.rule, takes) if takes else None
    return cue


def _says_again(cue: Cue) -> bool:
    """ "è tornato a chiedere", "si è limitata a dire": the infinitive is said."""
    doc, start = cue.verb.doc, cue.start
    if start < 2 or doc[start - 1].lower_ not in ("a", "ad"):
        return False
    governor = doc[start - 2]
    told = governor.lemma_.lower() in _AGAIN or governor.lower_.startswith(("tornat", "limitat", "torna"))
    told = told and not is_infinitive(governor) and not is_gerund(governor)
    return told and governor.pos_ in ("VERB", "AUX")


def _unsaid(cue: Cue) -> bool:
    """ "non ha detto che": what is not said; to doubt or to deny with `non` says something all the same."""
    infinitive = any(t.lower_ in ("essere", "esser") for t in cue.verb.doc[cue.start : cue.verb.i])
    return infinitive or (cue.group.negated and cue.rule in ("say", "explain", "announce", "assure", "warn", "read"))


def _impersonal(cue: Cue) -> bool:
    """Does a passive report a clause or name its agent: "è stato annunciato che", not "sono stati avvisati"?"""
    after = cue.verb.doc[cue.end : cue.end + 4]
    agent = any(PREPOSITION.get(t.lower_) == "da" for t in after)
    return agent or (cue.verb.lower_.endswith("o") and own_subject(cue.verb) is None)


def _light_at(token: Word, stretch: Stretch) -> Cue | None:
    """A verb with its complement within three tokens: "ha fatto ieri sapere", "si è detta convinta"."""
    for cue in _light()[token.lower_]:
        for other in token.doc[token.i + 1 : min(stretch.end, token.i + 4)]:
            if other.lower_ in cue.complements:
                group = verb_group(token)
                if is_infinitive(token) and not group.perfect:
                    return None
                return Cue(
                    token,
                    group,
                    other.i + 1,
                    cue.id,
                    frozenset({"that", "infinitive", "quotation", "before", "quoted"}),
                )
            if other.is_punct:
                break
    return None


def _opens_that(token: Word, stretch: Stretch) -> bool:
    """A form of a verb of saying before `che`, with no article, preposition or adjective before it, whatever its tag:
    "L'Onu stima che", "Precisa inoltre che".
    """
    doc, after = token.doc, token.i + 1
    while after < stretch.end and doc[after].pos_ == "ADV":
        after += 1
    if is_participle(token) or after >= stretch.end or doc[after].lower_ != "che":
        return False
    before = doc[token.i - 1] if token.i > stretch.start else None
    if before is not None and before.pos_ == "ADJ":  # "L'intelligence danese stima che", not "la forte stima che"
        return before.i > stretch.start and doc[before.i - 1].pos_ in ("NOUN", "PROPN")
    return before is None or before.pos_ in ("PROPN", "NOUN", "PUNCT", "ADV", "CCONJ")


def _verb_by_place(token: Word, stretch: Stretch) -> bool:
    """A word after a comma or a closing mark and before a name or an article, whatever its tag: "…, teme Rossi"."""
    doc, position = token.doc, token.i
    if position > stretch.start and doc[position - 1].lower_ in _HAVE:  # a participle taken for a noun
        return is_participle(token)
    if _opens_that(token, stretch):
        return True
    if position <= stretch.start + 1 or position + 1 >= stretch.end or not token.text[0].islower():
        return False
    before, after = doc[position - 1], doc[position + 1]
    opens = before.text in (",", *_DASHES) or (stretch.inside[position - 1] is not None and not before.is_alpha)
    return opens and (after.pos_ in ("PROPN", "DET") or after.text[:1].isupper()) and token.pos_ not in ("DET", "ADP")
