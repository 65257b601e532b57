"""What a text has named so far, as a reader keeps it in mind: the last sentence, the last subject, the last states."""

from collections import Counter

from analysis.extraction.doers import doers, number
from analysis.extraction.links import Link, Links
from analysis.language.spans import own_subject
from analysis.language.words import Passage, Word

MEMORY = 8
"""States that are kept in mind for "i due Paesi"."""


class Mentioned:
    """Actors in the order of the text. `topic`: the actors of the last subject; `seen`: everyone named so far."""

    def __init__(self, links: Links):
        self._links = links
        self.seen: set[str] = set()
        self.topic: list[str] = []
        self.topic_number = ""
        self._counts: Counter[str] = Counter()
        self._here: list[tuple[int, str]] = []
        self._before: list[str] = []
        self._countries: list[str] = []
        self._countries_before: list[str] = []
        self._states: list[str] = []

    def see(self, link: Link, token: Word) -> None:
        """Take note of a name, demonym or office."""
        if not link.actor_id or link.start != token.i:
            return
        self.seen.add(link.actor_id)
        self._here.append((token.i, link.actor_id))
        if len(link.actor_id) == 3 and link.kind != "demonym":
            self._countries.append(link.actor_id)
        state = self._links.state_of(link.actor_id)
        if len(state) == 3:
            self._counts[state] += 1
            self._states = [*(s for s in self._states if s != state), state][-MEMORY:]

    def end_sentence(self, sentence: Passage, links: Links) -> None:
        """The subject of its main verb is the topic; a sentence whose subject is no actor leaves none."""
        self._before = [actor for _, actor in self._here]
        self._here = []
        self._countries_before, self._countries = self._countries, []
        self.topic, self.topic_number = [], ""
        if not links.any_in(sentence.start, sentence.end):
            return
        root = sentence.root
        who = own_subject(root)
        found = [link.actor_id for link in doers(root, links)] if root.pos_ in ("VERB", "AUX") else []
        self.topic = list(dict.fromkeys(found))
        self.topic_number = number(root) if self.topic and (who is None or who.i < root.i or links.at(who)) else ""

    def here(self) -> list[str]:
        """Actors of this sentence so far, each once."""
        return list(dict.fromkeys(actor for _, actor in self._here))

    def country(self) -> list[str]:
        """The state the text is about: named at least three times, and more often than all others together."""
        return [s for s, n in self._counts.most_common(1) if n >= 3 and 2 * n > sum(self._counts.values())]

    def recent_states(self) -> list[str]:
        """The states named in this sentence; where there is none, those of the sentence before; an adjective alone
        ("ora italiana") names none.
        """
        return list(dict.fromkeys(self._countries or self._countries_before))

    def recent_bodies(self) -> list[str]:
        """Bodies and organisations named in this sentence; where there is none, those of the sentence before."""
        here = [actor for _, actor in self._here if actor.startswith(("igo:", "org:"))]
        return list(dict.fromkeys(here or [actor for actor in self._before if actor.startswith(("igo:", "org:"))]))

    def is_recent(self, actor: str) -> bool:
        """Was an actor named in this sentence or in the one before?"""
        return actor in self._before or any(named == actor for _, named in self._here)

    def last(self, token: Word) -> str:
        """The actor named last before a token in its sentence, or ""."""
        return next((actor for position, actor in reversed(self._here) if position < token.i), "")

    def pair(self) -> list[str]:
        """The two states or bodies for which everybody acts who was named in this sentence, else in the one before; []
        where there are more or fewer.
        """
        named = [actor for _, actor in self._here] or self._before
        sides = sorted({self._links.state_of(actor) for actor in named})
        return sides if len(sides) == 2 else []

    def last_two_states(self) -> list[str]:
        """The last two states, in alphabetical order; [] where fewer were named."""
        return sorted(self._states[-2:]) if len(self._states) > 1 else []
