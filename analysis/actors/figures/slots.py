"""Where the actors of a network stand: places in staggered rows, filled so that ties cross as little as possible.

Places far enough apart that names never collide; an assignment searched with whole numbers only, so that every
machine finds the same one.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations

Place = tuple[int, int]
"""Column and row in half steps: a row that is shifted by half a step has odd columns."""

CROSSING, THROUGH, APART = 40, 120, 25
"""What a crossing, a tie that runs through a third actor and a step between two of one community cost."""


def staggered(count: int, columns: int, rows: int) -> list[Place]:
    """Places for `count` actors in few rows of at most `columns`, every second row shifted by half a step.

    Some places more than actors where the rows allow it, so that the search has room to move.
    """
    wide = max(2, min(columns, -(-count // 2)))
    wanted = count + count // 3
    places: list[Place] = []
    for row in range(rows):
        places += [(2 * i + row % 2, row) for i in range(wide - row % 2)]
        if len(places) >= wanted:
            break
    return places


def arrange(
    actors: Sequence[str],
    ties: Mapping[tuple[str, str], float],
    places: Sequence[Place],
    communities: Mapping[str, str] | None = None,
) -> dict[str, Place]:
    """Each actor's place; `actors` the most active first, `ties` the weight of each pair, both directions together.

    The most active starts in the middle, the others as near as can be to those they are tied to; then two actors
    change places, or one moves to a free place, as long as the cost falls: ties that cross, run through a third
    actor, or are long, the heavy ones counting more, and members of a community that stand apart.
    Raises ValueError where there are fewer places than actors.
    """
    if len(places) < len(actors):
        raise ValueError(f"{len(places)} places for {len(actors)} actors")
    heaviest = max(ties.values(), default=1.0) or 1.0
    # One to ten: whole numbers add up alike everywhere.
    pull = {pair: 1 + round(9 * weight / heaviest) for pair, weight in sorted(ties.items())}
    same = [
        (a, b)
        for a, b in combinations(sorted(actors), 2)
        if communities and a in communities and communities[a] == communities.get(b)
    ]
    at: dict[str, Place] = {}
    order = sorted(places, key=lambda place: (_far(place, _middle(places)), place))
    for actor in actors:
        free = [place for place in order if place not in at.values()]
        at[actor] = min(free, key=lambda place: _reach(actor, place, at, pull))
    return _improved(at, list(places), pull, same)


def _improved(at: dict[str, Place], places: list[Place], pull: dict, same: list) -> dict[str, Place]:
    cost, falling = _cost(at, pull, same), True
    while falling:
        falling = False
        for actor in list(at):
            for place in places:
                moved = _moved(at, actor, place)
                less = _cost(moved, pull, same)
                if less < cost:
                    at, cost, falling = moved, less, True
    return at


def _moved(at: dict[str, Place], actor: str, place: Place) -> dict[str, Place]:
    """The same with the actor on that place, and whoever stood there on the actor's."""
    return {name: place if name == actor else at[actor] if own == place else own for name, own in at.items()}


def _middle(places: Sequence[Place]) -> Place:
    return (
        round(sum(column for column, _ in places) / len(places)),
        round(sum(row for _, row in places) / len(places)),
    )


def _far(a: Place, b: Place) -> int:
    """Distance squared; a row is as high as a step and a half of a column's halves are wide."""
    return (a[0] - b[0]) ** 2 + 2 * (a[1] - b[1]) ** 2


def _reach(actor: str, place: Place, at: Mapping[str, Place], pull: Mapping[tuple[str, str], int]) -> int:
    return sum(
        weight * _far(place, at[other])
        for pair, weight in pull.items()
        for other in pair
        if actor in pair and other != actor and other in at
    )


def _cost(at: Mapping[str, Place], pull: Mapping[tuple[str, str], int], same: Sequence[tuple[str, str]]) -> int:
    cost = sum(weight * _far(at[a], at[b]) for (a, b), weight in pull.items())
    cost += sum(APART * _far(at[a], at[b]) // 4 for a, b in same)
    for (one, first), (two, second) in combinations(pull.items(), 2):
        if not set(one) & set(two) and _cross(at[one[0]], at[one[1]], at[two[0]], at[two[1]]):
            cost += CROSSING + 4 * (first + second)
    for (a, b), weight in pull.items():
        for other, place in at.items():
            if other not in (a, b) and _through(at[a], at[b], place):
                cost += THROUGH + 4 * weight
    return cost


def _turn(a: Place, b: Place, c: Place) -> int:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


# The search asks about the same few places again and again.
@lru_cache(maxsize=65_536)
def _cross(a: Place, b: Place, c: Place, d: Place) -> bool:
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


@lru_cache(maxsize=65_536)
def _through(a: Place, b: Place, c: Place) -> bool:
    """Whether the line from a to b passes so near c that it would run behind its name."""
    along = (c[0] - a[0]) * (b[0] - a[0]) + (c[1] - a[1]) * (b[1] - a[1])
    length = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2
    if not 0 < along < length:
        return False
    # A name is wide and low: the way past its end is longer than the way over it.
    steps = abs(b[0] - a[0])
    level = abs(_turn(a, b, c))
    return 2 * level <= max(steps, 1) if steps else c[0] == a[0]
