"""Which words of a document refer to which actor: what the layers after it build on."""

from collections.abc import Iterable
from typing import NamedTuple

from analysis.language.words import Word


class Link(NamedTuple):
    """Tokens start..end (end excluded) refer to `actor_id`.

    kind: `name` (a proper name), `demonym` (russo), `office` (il presidente russo), `description` (l'esperto),
    `pronoun`. `label` is PER, ORG, LOC or empty. `place`: the state whose place is named where `actor_id` is empty
    ("a Mosca per il vertice").
    """

    start: int
    end: int
    actor_id: str
    kind: str
    label: str
    rule_id: str
    place: str = ""


class Links:
    """The links of one document, found by token."""

    def __init__(self, links: list[Link], states: dict[str, str]):
        """`states`: the state or body for which a person or organ of government acts, by identifier."""
        self.all = sorted(links)
        self._states = states
        self._by_token: dict[int, list[Link]] = {}
        for link in self.all:
            for position in range(link.start, link.end):
                self._by_token.setdefault(position, []).append(link)

    def at(self, token: Word) -> Link | None:
        """The link whose span holds this token."""
        found = self._by_token.get(token.i)
        return found[0] if found else None

    def any_in(self, start: int, end: int) -> bool:
        """Does a link hold one of the tokens start..end?"""
        return any(position in self._by_token for position in range(start, end))

    def all_at(self, token: Word) -> list[Link]:
        """All links whose span holds this token: "i due Paesi" has two."""
        return self._by_token.get(token.i, [])

    def within(self, tokens: Iterable[Word], more: list[Link]) -> "Links":
        """The links of some tokens and more of them; costs what these tokens cost."""
        return Links(list({link for token in tokens for link in self.all_at(token)}) + more, self._states)

    def with_more(self, more: list[Link]) -> "Links":
        """These links and more of them."""
        return Links(self.all + more, self._states)

    def state_of(self, actor_id: str) -> str:
        """The state or body an actor acts for: itself for a state, a body or anyone who acts for himself."""
        return self._states.get(actor_id, actor_id)
