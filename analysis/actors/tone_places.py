"""Which actor a judging word speaks of: the one in its grammatical neighbourhood, as far as the order of words says.

The actor stands beside the word in one of five ways, by the word's `place` (see `tone.yaml`): copula ("X è …"),
genitive ("la provocazione di X"), apposition ("la coraggiosa X", "X, nemico di …"), subject ("X tradisce"), or what a
stance in the first person is towards ("condanniamo X"). Anything else is no judgement of X: rather none than a wrong
one.
"""

from dataclasses import dataclass

from analysis.actors.tone_lexicon import Token, ToneField, tone_words
from analysis.actors.tone_shifts import ARTICLES, BREAKS, FAR, INDEFINITE, NEAR, PREPOSITIONS, shift, skip_articles


@dataclass(frozen=True)
class Mention:
    """Tokens start..end (end excluded) name this actor."""

    start: int
    end: int
    actor_id: str


@dataclass(frozen=True)
class Judgement:
    """What tokens start..end say of an actor. `shift`: what makes it no judgement or its opposite, or ""."""

    actor_id: str
    field: ToneField
    start: int
    end: int
    shift: str

    @property
    def tone(self) -> str:
        """favourable, unfavourable, or neutral where it is unclear.

        A praise that is denied is ill-speaking ("non è affidabile"); a reproach that is denied is no praise ("non è una
        minaccia"): Italian litotes says too little.
        """
        if self.shift == "negated":
            return "unfavourable" if self.field.tone == "favourable" else "neutral"
        return "neutral" if self.shift else self.field.tone


def judgements(tokens: list[Token], mentions: list[Mention]) -> list[Judgement]:
    """What the judging words among the tokens say of the actors mentioned, in the order of the text. Linear."""
    sentence = _Sentence(tokens, mentions)
    found, position = [], 0
    while position < len(tokens):
        hits = [] if position in sentence.inside else tone_words().fields.at(sentence.words, position)
        for end, field in hits:
            for actor, first in sentence.spoken_of(field, position, end):
                found.append(
                    Judgement(
                        actor,
                        field,
                        position,
                        end,
                        shift(sentence.words, sentence.begins, min(first, position), position),
                    )
                )
        position = max([position + 1, *(end for end, _ in hits)])
    return found


class _Sentence:
    """The tokens of a statement with the actors among them; every look from a word goes a few words far."""

    def __init__(self, tokens: list[Token], mentions: list[Mention]):
        self.words = [token.word for token in tokens]
        self.begins = {mention.start: mention for mention in mentions}
        self.ends = {mention.end: mention for mention in mentions}
        self.inside = {i for mention in mentions for i in range(mention.start, mention.end)}
        self.lexicon, self.tone = tone_words().lexicon, tone_words()

    def spoken_of(self, field: ToneField, start: int, end: int) -> list[tuple[str, int]]:
        """The actors that the word start..end speaks of, each with the token from which negations are looked for."""
        if field.place == "stance":
            return [(actor, start - NEAR + 1) for actor in self._object(field, end)]
        if field.place == "deed":
            return self._subject(start)
        found = self._copula(field, start)
        if field.place == "conduct":
            found = found or [(actor, start - NEAR + 1) for actor in self._genitive(start, end)]
        if field.place == "quality":
            found = found or [(actor, start - NEAR + 1) for actor in self._act(start, end)]
        if field.place != "conduct":
            found = found or [(actor, start - NEAR + 1) for actor in self._beside(field, start, end)]
        return found

    def _skip(self, position: int) -> int:
        return skip_articles(self.words, position)

    def _coordinated_before(self, mention: Mention) -> list[Mention]:
        """The mention and those joined to it before it: "X e Y", "X, Y e Z"."""
        found = [mention]
        while True:
            position = found[-1].start
            while position > 0 and self.words[position - 1] in ARTICLES:
                position -= 1
            if position == 0 or self.words[position - 1] not in ("e", "ed", ","):
                return found
            before = self.ends.get(position - 1)
            if before is None or (self.words[position - 1] == "," and len(found) == 1):
                return found
            found.append(before)

    def _coordinated_after(self, mention: Mention) -> list[Mention]:
        found = [mention]
        while True:
            position = found[-1].end
            if position >= len(self.words) or self.words[position] not in ("e", "ed"):
                return found
            position = self._skip(position + 1)
            if position < len(self.words) and PREPOSITIONS.get(self.words[position]) == "di":
                position = self._skip(position + 1)
            after = self.begins.get(position)
            if after is None:
                return found
            found.append(after)

    def _subject(self, verb: int) -> list[tuple[str, int]]:
        """The actors whose verb begins here, with nothing but clitics, auxiliaries and adverbs between."""
        position = verb
        while position > 0 and verb - position <= NEAR and position not in self.ends:
            if self.words[position - 1] not in self.tone.fillers or position - 1 in self.inside:
                return []
            position -= 1
        mention = self.ends.get(position)
        if mention is None:
            return []
        group = self._coordinated_before(mention)
        preposition = self._governed(group[-1].start)
        if preposition is not None:
            heads = self.lexicon.heads & set(self.words[max(0, preposition - 2) : preposition])
            if PREPOSITIONS[self.words[preposition]] != "di" or not heads or heads & self.lexicon.suffered:
                return []
        return [(one.actor_id, mention.end) for one in group]

    def _governed(self, start: int) -> int | None:
        """Where the preposition stands that the actor depends on, past a title of one word: "del presidente X"."""
        position, others = start - 1, 0
        while position >= 0 and self.words[position] not in BREAKS and others <= 1:
            if self.words[position] in PREPOSITIONS:
                return position
            others += self.words[position] not in ARTICLES
            position -= 1
        return None

    def _copula(self, field: ToneField, start: int) -> list[tuple[str, int]]:
        for position in range(start - 1, max(-1, start - FAR), -1):
            if self.words[position] in BREAKS or position in self.inside:
                return []
            for end, _ in self.tone.copulas.at(self.words, position):
                between = self.words[end:start] if end <= start else ["?"]
                # "è una provocazione" is about the subject; "è la tenacia" (what is wanting) is not
                if field.place == "conduct" and not INDEFINITE & set(between):
                    continue
                others = [word for word in between if word not in ARTICLES and word not in self.tone.fillers]
                if len(others) <= 1 and not any(word in PREPOSITIONS or word in BREAKS for word in others):
                    subject = self._subject(position)
                    if subject:
                        return subject
        return []

    def _genitive(self, start: int, end: int) -> list[str]:
        """ "la provocazione di X", "le continue menzogne da parte di X"."""
        if start and self.words[start - 1] in self.lexicon.relational:
            return []
        position = end
        while position < len(self.words) and position - end < 2 and self.words[position] not in PREPOSITIONS:
            if self.words[position] in BREAKS or self.words[position] in self.lexicon.relational:
                return []
            position += 1
        if self.words[position : position + 2] == ["da", "parte"]:
            position += 2
        return self._after_di(position)

    def _act(self, start: int, end: int) -> list[str]:
        """ "le scelte irresponsabili di X", "l'irresponsabile scelta di X"."""
        if start and self.words[start - 1] in self.lexicon.heads:
            return [] if self.words[start - 1] in self.lexicon.suffered else self._after_di(end)
        head = self.words[end] if end < len(self.words) else ""
        return self._after_di(end + 1) if head in self.lexicon.heads - self.lexicon.suffered else []

    def _after_di(self, position: int) -> list[str]:
        if position >= len(self.words) or PREPOSITIONS.get(self.words[position]) != "di":
            return []
        mention = self.begins.get(self._skip(position + 1))
        return [one.actor_id for one in self._coordinated_after(mention)] if mention else []

    def _beside(self, field: ToneField, start: int, end: int) -> list[str]:
        """ "la coraggiosa X", "X aggressiva", "l'amico X", "…, il Paese X, nemico di …"."""
        before, after = self.ends.get(start), self.begins.get(end)
        word = self.words[start - 1] if start else ""
        if after is not None and (word in ARTICLES or word in PREPOSITIONS):
            return [after.actor_id]
        if field.place == "quality":
            # before a noun ("in X straordinarie riserve") it is the noun's; "un'X forte" is a wish or an idea
            after_word = self.words[end] if end < len(self.words) else "."
            closed = after_word in BREAKS or after_word in PREPOSITIONS or after_word == "e"
            wished = before is not None and before.start > 0 and self.words[before.start - 1] in INDEFINITE
            return [before.actor_id] if before is not None and closed and not wished else []
        position = start
        while position > 0 and self.words[position - 1] in ARTICLES:
            position -= 1
        apposed = self.ends.get(position - 1) if position and self.words[position - 1] == "," else None
        if apposed is None or self._governed(apposed.start) is not None:
            return []
        word = self.words[apposed.start - 1] if apposed.start else ","
        return [apposed.actor_id] if word in BREAKS or word in ARTICLES or word == "e" else []

    def _object(self, field: ToneField, end: int) -> list[str]:
        mention = self.begins.get(self._skip(end))
        if "obj" in field.to and mention is not None:
            return [one.actor_id for one in self._coordinated_after(mention)]
        for position in range(end, min(end + FAR, len(self.words))):
            word = self.words[position]
            if word in BREAKS | self.lexicon.suffered | self.lexicon.relational or position in self.inside:
                return []
            mention = self.begins.get(self._skip(position + 1))
            if word in PREPOSITIONS and mention is not None:
                return [one.actor_id for one in self._coordinated_after(mention)] * (PREPOSITIONS[word] in field.to)
        return []
