"""Who has spoken so far in a document: what "ha aggiunto", "la ricercatrice" and "a suo avviso" point back to."""

from dataclasses import dataclass, field

from analysis.language.words import Word

_LINGERS = 3
"""Paragraphs after which somebody who was heard is no longer who "ha aggiunto" means."""


@dataclass(frozen=True)
class Speaker:
    """An identifier ("" unresolved), the words that name it, and how it was found."""

    actor_id: str
    text: str
    rule: str


NOBODY = Speaker("", "", "unresolved")


@dataclass(frozen=True)
class Heard:
    """Somebody who spoke or was introduced, with the head noun that named him, its gender and number ("" unknown)."""

    speaker: Speaker
    noun: str = ""
    gender: str = ""
    number: str = ""
    paragraph: int = 0


@dataclass
class Memory:
    """Who was heard, in the order of the text; `paragraph` is where the reading stands."""

    heard: list[Heard] = field(default_factory=list)
    paragraph: int = 0
    called: dict[str, Speaker] = field(default_factory=dict)
    """Who was last called by a noun ("governo", "ministra"), speaking or not."""

    def add(self, speaker: Speaker, head: Word | None = None) -> None:
        """Remember a speaker; gender and number as the nominal has them, else as they were known before."""
        if not speaker.actor_id:
            return
        noun = head.lower_ if head is not None and head.pos_ == "NOUN" else ""
        gender = agreement(head, "Gender") if noun else ""
        known = next((one for one in reversed(self.heard[-40:]) if one.speaker.actor_id == speaker.actor_id), None)
        if known is not None:
            noun, gender = noun or known.noun, gender or known.gender
        number = "Sing" if speaker.actor_id.startswith("person:") else agreement(head, "Number")
        self.heard.append(Heard(speaker, noun, gender, number or (known.number if known else ""), self.paragraph))

    def last(self, number: str = "", gender: str = "") -> Speaker:
        """Who was heard last and agrees; nobody where the last to agree is too far back."""
        for one in reversed(self.heard[-20:]):
            if self.paragraph - one.paragraph > _LINGERS:
                break
            if _agrees(one, number, gender):
                return one.speaker
        return NOBODY

    def described(self, noun: str, number: str, gender: str, person: bool) -> Speaker:
        """Whom a definite description takes up: who was called so, else (`person`) the last person who agrees."""
        for one in reversed(self.heard[-40:]):
            if one.noun == noun and _agrees(one, number, ""):
                return one.speaker
        if noun in self.called and number != "Plur":
            return self.called[noun]
        for one in reversed(self.heard[-20:]) if person else ():
            if self.paragraph - one.paragraph > _LINGERS:
                break
            if number != "Plur" and one.speaker.actor_id.startswith("person:") and _agrees(one, number, gender):
                return one.speaker
        return NOBODY

    def person_of(self, state: str, noun: str, states) -> Speaker:
        """The person called so who acts for this state, else the last one heard who does (`states` rolls up)."""
        called = self.called.get(noun, NOBODY)
        if called.actor_id.startswith("person:") and states(called.actor_id) in (state, called.actor_id):
            return called
        for one in reversed(self.heard[-20:]):
            if one.speaker.actor_id.startswith("person:") and states(one.speaker.actor_id) == state:
                return one.speaker
        return NOBODY


def _agrees(one: Heard, number: str, gender: str) -> bool:
    return (not number or not one.number or one.number == number) and (
        not gender or not one.gender or one.gender == gender
    )


def agreement(token: Word | None, feature: str) -> str:
    """A feature (Gender, Number) of a nominal: its determiner's, which the tagger knows best, else its own."""
    if token is None:
        return ""
    for child in token.lefts:
        if child.pos_ in ("DET", "ADP") and child.morph.get(feature):
            return child.morph.get(feature)[0]
    return (token.morph.get(feature) or [""])[0]
