"""Labels beside points, placed so that none lies on another, on a point or over the edge."""

from collections.abc import Sequence

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in points, y down; x0 < x1 and y0 < y1."""

# Where the label stands from its point, best first: right, left, above, below, then the corners (Imhof 1975).
SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
DISTANCES = (4.0, 9.0, 16.0, 26.0)


def place_labels(
    points: Sequence[tuple[float, float]],
    sizes: Sequence[tuple[float, float]],
    bounds: Box,
    obstacles: Sequence[Box] = (),
    radius: float = 3.0,
    distances: Sequence[float] = DISTANCES,
) -> list[Box | None]:
    """A box for each label in turn, or None where none of the places tried is free.

    points: what is labelled. sizes: width and height of each label. radius: of the points, which no label covers.
    Greedy: an earlier label has the choice before a later one, so give the most important first.
    """
    taken = [*obstacles, *((x - radius, y - radius, x + radius, y + radius) for x, y in points)]
    boxes: list[Box | None] = []
    for point, size in zip(points, sizes, strict=True):
        tried = (beside(point, size, side, radius + distance) for distance in distances for side in SIDES)
        box = next((b for b in tried if within(b, bounds) and not any(overlap(b, other) for other in taken)), None)
        boxes.append(box)
        taken += [box] if box else []
    return boxes


def beside(point: tuple[float, float], size: tuple[float, float], side: tuple[int, int], away: float) -> Box:
    """The box of `size` that stands on one side of the point, `away` points from it."""
    (x, y), (width, height), (across, down) = point, size, side
    # In a corner the distance counts once along the diagonal.
    gap = away * (0.7 if across and down else 1)
    left = x - width / 2 + across * (width / 2 + gap)
    top = y - height / 2 + down * (height / 2 + gap)
    return (left, top, left + width, top + height)


def overlap(a: Box, b: Box) -> bool:
    """Whether two boxes share more than an edge."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def within(box: Box, bounds: Box) -> bool:
    """Whether the box lies inside the bounds."""
    return box[0] >= bounds[0] and box[1] >= bounds[1] and box[2] <= bounds[2] and box[3] <= bounds[3]
