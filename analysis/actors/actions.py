"""Which recommendations ask for the same: the same actors, the same action."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.tables import slug, split_ids

SHORTEST = 4  # letters of a word that counts: what is shorter is mostly an article or a preposition
STEM = 5  # letters by which two forms of a word are taken for one
OVERLAP = 0.5


@dataclass(frozen=True)
class Action:
    """What two recommendations must have in common to ask for the same.

    agents: who should act, sorted. negated: whether it says "non". verb: the stem of the first content word, as a rule
    the verb. rest: the stems of the others.
    """

    agents: tuple[str, ...]
    negated: bool
    verb: str
    rest: frozenset[str]

    def same_as(self, other: "Action") -> bool:
        """The same actors and verb, the same side, and at least half of the other words of the shorter one."""
        return self.negated == other.negated and self._alike(other)

    def opposite_of(self, other: "Action") -> bool:
        """The same, but for a "non" in one of them."""
        return self.negated != other.negated and self._alike(other)

    def _alike(self, other: "Action") -> bool:
        if (self.agents, self.verb) != (other.agents, other.verb):
            return False
        if not self.rest or not other.rest:
            return self.rest == other.rest
        return len(self.rest & other.rest) >= OVERLAP * min(len(self.rest), len(other.rest))


@dataclass(frozen=True)
class ActionGroup:
    """Recommendations that ask for the same; `action` is that of the first, `members` rows of `recommendations`."""

    action: Action
    members: tuple[dict, ...]


def group_recommendations(recommendations: pd.DataFrame, names: Mapping[str, str]) -> list[ActionGroup]:
    """The recommendations in groups, in the order of their first members (by document and place).

    Two stand in one group where (1) they ask the same actors, (2) both or neither say "non", (3) their first content
    word begins with the same five letters, and (4) at least half of the remaining content words of the shorter one
    are in the other. Content words have four letters or more and belong neither to the cue nor to the name of an
    agent or target (`names`: actor -> name). Rather two groups too many than two opposites in one.
    """
    groups: list[tuple[Action, list[dict]]] = []
    by_verb: dict[tuple, list[tuple[Action, list[dict]]]] = {}
    for row in recommendations.sort_values(["doc_id", "start", "recommendation_id"]).to_dict("records"):
        action = _action(row, names)
        alike = by_verb.setdefault((action.agents, action.verb), [])
        found = next((members for other, members in alike if action.same_as(other)), None)
        if found is None:
            found = []
            alike.append((action, found))
            groups.append((action, found))
        found.append(row)
    return [ActionGroup(action, tuple(members)) for action, members in groups]


def _action(row: dict, names: Mapping[str, str]) -> Action:
    agents = tuple(sorted(split_ids(row["agent_ids"])))
    known = [row["cue"], *(names.get(i, "") for i in [*agents, *split_ids(row["target_ids"])])]
    left_out = {word[:STEM] for text in known for word in slug(text).split("-")}
    words = slug(row["text"]).split("-")
    stems = [word[:STEM] for word in words if len(word) >= SHORTEST and word[:STEM] not in left_out]
    return Action(agents, "non" in words, stems[0] if stems else slug(row["text"]), frozenset(stems[1:]))
