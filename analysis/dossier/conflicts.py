"""Where corrections contradict each other. Which of them stands first does not matter."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable

from analysis.dossier.records import Correction


def conflicts(
    corrections: Iterable[Correction], target_of: Callable[[Correction], Hashable]
) -> dict[str, tuple[Correction, ...]]:
    """correction_id of each correction that others contradict: those others, in the order of file and line.

    `target_of`: the row that a correction is about. Two that say the same agree, and changes of different columns go
    together; a row cannot be rejected and kept, nor be right as it is and changed.
    """
    by_row = defaultdict(list)
    for correction in sorted(corrections, key=_place):
        by_row[target_of(correction)].append(correction)
    found = {}
    for same in by_row.values():
        for one in same:
            against = tuple(other for other in same if _contradict(one, other))
            if against:
                found[one.correction_id] = against
    return found


def _place(correction: Correction) -> tuple:
    return correction.file, correction.line, correction.correction_id


def _contradict(one: Correction, other: Correction) -> bool:
    actions = {one.entry.action, other.entry.action}
    if len(actions) > 1 and ("reject" in actions or actions == {"accept", "change"}):
        return True
    mine, theirs = one.entry.values, other.entry.values
    return any(mine[column] != theirs[column] for column in set(mine) & set(theirs))
