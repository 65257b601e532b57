"""Which rows of the table `events` report one occurrence.

Two rows are one incident where all of this holds:

1. Both happened (`factual`, `reported`), or both have the same other modality: what is denied, expected, possible or
   recommended is no report of what happened.
2. Their states are the same, in the same order; in either order for types in which both sides do the same, and for
   rows that one trigger gives in both directions. Where a role is open, the lexicon entry must be the same too.
3. Their types are the same; or they are of one family (`incidents.yaml`) and both are dated to the same day.
4. Their dates agree: equal, or one contains the other (2024-03 contains 2024-03-28) and contains no second one.
   A row without a date joins the one dated incident that there is; where there are several or none, it joins the
   undated rows of its document and those of its trigger word.

The order of the rows does not matter, and each step is a look-up: the cost is linear but for sorting.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from analysis.language import load_lexicon
from analysis.tables import row_id, slug

HAPPENED = ("factual", "reported")
DAY = len("2024-06-16")


def happened_or_modality(row: dict) -> str:
    """`happened`, or the modality of what did not."""
    return "happened" if row["modality"] in HAPPENED else row["modality"]


def give_incidents(events: list[dict]) -> None:
    """Fill `incident_id` in rows of the table `events`; one that is filled already (the analyst's word) stays.

    The identifier derives from what the rows have in common (class, type, states, finest date), so that a new report
    of the incident does not change it; only where no row is dated does it derive from the first of them.
    """
    groups = defaultdict(list)
    for row, group in zip(events, occurrences(events), strict=True):
        groups[group].append(row)
    for members in groups.values():
        found = row_id("in", *min(_essence(row) for row in members))
        for row in members:
            row["incident_id"] = row.get("incident_id") or found


def occurrences(events: Sequence[dict], class_of: Callable[[dict], str] = happened_or_modality) -> list[int]:
    """For each row the number of its group; rows of one group report one occurrence by the rule above.

    `class_of`: what takes the place of point 1; rows with the same value may be joined.
    """
    groups = _Groups(len(events))
    by_key = defaultdict(list)
    for index, row in enumerate(events):
        by_key[_key(row, class_of(row))].append(index)
    for key in sorted(by_key):
        _join_by_date(events, by_key[key], groups)
    _join_all(groups, _families(events, class_of))
    _join_all(groups, _both_directions(events, class_of))
    return [groups.find(index) for index in range(len(events))]


def trigger_word(row: dict) -> str:
    """The lexicon word that the row's rule names, else the trigger itself."""
    parts = row["rule_id"].split(":")
    return parts[2] if parts[0] == "event" and len(parts) > 2 else slug(row["trigger"])


def _key(row: dict, kind: str) -> tuple[str, ...]:
    sides = (row["source_state"], row["target_state"])
    if row["type"] in load_lexicon("incidents").mutual:
        sides = tuple(sorted(sides))
    return (kind, row["type"], *sides, "" if all(sides) else trigger_word(row))


def _join_by_date(events: Sequence[dict], members: list[int], groups: "_Groups") -> None:
    """Point 4, for rows that agree in all else."""
    by_date = defaultdict(list)
    for index in members:
        by_date[events[index]["date"]].append(index)
    undated = by_date.pop("", [])
    _join_all(groups, by_date.values())
    own = {date: date for date in by_date}
    inside = defaultdict(set)
    for date in sorted(by_date, key=lambda date: (-len(date), date)):
        if len(inside[date]) == 1:
            (own[date],) = inside[date]
            groups.join(by_date[date][0], by_date[own[date]][0])
        for wider in _wider(date):
            inside[wider].add(own[date])
    dated = sorted(set(own.values()))
    if len(dated) == 1:
        _join_all(groups, [[by_date[dated[0]][0], *undated]])
        return
    for same in (lambda row: row["doc_id"], trigger_word):
        alike = defaultdict(list)
        for index in undated:
            alike[same(events[index])].append(index)
        _join_all(groups, alike.values())


def _wider(date: str) -> list[str]:
    """The month and the year of a day, the year of a month."""
    parts = date.split("-")
    return ["-".join(parts[:length]) for length in range(1, len(parts))]


def _families(events: Sequence[dict], class_of: Callable[[dict], str]) -> Iterable[list[int]]:
    """Rows of one family, said of the same pair on the same day."""
    family = {kind: group.id for group in load_lexicon("incidents").families for kind in group.types}
    alike = defaultdict(list)
    for index, row in enumerate(events):
        sides = (row["source_state"], row["target_state"])
        if row["type"] in family and len(row["date"]) == DAY and all(sides):
            alike[(family[row["type"]], class_of(row), *sides, row["date"])].append(index)
    return alike.values()


def _both_directions(events: Sequence[dict], class_of: Callable[[dict], str]) -> Iterable[list[int]]:
    """Rows that one trigger gives from A to B and from B to A."""
    alike = defaultdict(list)
    for index, row in enumerate(events):
        sides = sorted((row["source_state"], row["target_state"]))
        alike[(row["doc_id"], row["start"], row["end"], row["type"], class_of(row), *sides)].append(index)
    return alike.values()


def _essence(row: dict) -> tuple:
    sides = [row["source_state"], row["target_state"]]
    if row["type"] in load_lexicon("incidents").mutual:
        sides.sort()
    word = "" if all(sides) else trigger_word(row)
    own = "" if row["date"] else row["event_id"]
    return (not row["date"], -len(row["date"]), row["date"], row["type"], *sides, happened_or_modality(row), word, own)


def _join_all(groups: "_Groups", alike: Iterable[Sequence[int]]) -> None:
    for members in alike:
        for index in members[1:]:
            groups.join(members[0], index)


class _Groups:
    """Union-find over row numbers."""

    def __init__(self, size: int):
        self._above = list(range(size))

    def find(self, index: int) -> int:
        root = index
        while self._above[root] != root:
            root = self._above[root]
        while self._above[index] != root:
            self._above[index], index = root, self._above[index]
        return root

    def join(self, first: int, second: int) -> None:
        first, second = self.find(first), self.find(second)
        self._above[max(first, second)] = min(first, second)
