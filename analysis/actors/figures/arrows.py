"""The ties of a network as bundles of arrows, one beside the other, from the edge of one name to the edge of the other.

All in points, y down.
"""

from dataclasses import dataclass
from math import sqrt

import numpy as np

from analysis.style import Box

BOWS = (0.0, 0.14, -0.14, 0.26, -0.26, 0.4, -0.4)
"""How far a bundle bows (share of its length): the first that runs behind no other name."""
THIN, THICK = 1.0, 4.0
LANE = 4.5  # points between two arrows of a bundle
CLEAR = 3.0  # points between an arrow and a name


@dataclass(frozen=True)
class Arrow:
    """One arrow: shaft as two rows of coordinates, head as three corners, both in points; value as given."""

    sign: str
    value: float
    width: float
    shaft: np.ndarray
    head: np.ndarray


def width_for(value: float, heaviest: float) -> float:
    """Width in points: it grows with the square root, so that a weak tie is still seen beside a strong one."""
    return round(THIN + (THICK - THIN) * sqrt(value / heaviest), 2)


def bundle(start: Box, end: Box, ties: list[tuple[bool, str, float]], others: list[Box], heaviest: float):
    """The arrows between two names.

    ties: (forward, sign, value), forward meaning from `start` to `end`. Arrows of one direction lie side by side on
    the right hand of their way, cooperation inside, conflict outside. others: the names that should not be crossed.
    """
    # From left to right as seen from `start`: the way back lies on the left.
    rank = {(False, "conflict"): 0, (False, "cooperation"): 1, (True, "cooperation"): 2, (True, "conflict"): 3}
    lanes = sorted(ties, key=lambda tie: rank[tie[0], tie[1]])
    widths = [width_for(value, heaviest) for _, _, value in lanes]
    total = sum(widths) + LANE * (len(lanes) - 1)
    bow = next((b for b in BOWS if not any(_hits(_way(start, end, 0, b), box) for box in others)), 0.0)
    arrows, left = [], -total / 2
    for (forward, sign, value), width in zip(lanes, widths, strict=True):
        way = _way(start, end, left + width / 2, bow)
        left += width + LANE
        way = way if forward else way[::-1]
        shaft, head = _cut(way, (start, end) if forward else (end, start), width)
        arrows.append(Arrow(sign, value, width, shaft, head))
    return arrows


def _way(start: Box, end: Box, aside: float, bow: float) -> np.ndarray:
    """The curve between the middles of two names, `aside` points to the right of the straight way, 121 points."""
    a, b = (np.array([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]) for box in (start, end))
    length = np.linalg.norm(b - a)
    right = np.array([a[1] - b[1], b[0] - a[0]]) / length
    middle = (a + b) / 2 + right * bow * length * 2
    t = np.linspace(0, 1, 121)[:, None]
    return (1 - t) ** 2 * a + 2 * t * (1 - t) * middle + t**2 * b + right * aside


def _outside(points: np.ndarray, box: Box, clear: float) -> np.ndarray:
    x, y = points.T
    return (x < box[0] - clear) | (x > box[2] + clear) | (y < box[1] - clear) | (y > box[3] + clear)


def _hits(points: np.ndarray, box: Box) -> bool:
    return not _outside(points, box, CLEAR).all()


def _cut(way: np.ndarray, boxes: tuple[Box, Box], width: float) -> tuple[np.ndarray, np.ndarray]:
    """Shaft and head of an arrow along the way, between the two names; rounded, since last bits differ by machine."""
    inside = way[_outside(way, boxes[0], CLEAR) & _outside(way, boxes[1], CLEAR)]
    # Names that touch leave no way between them: then the arrow is drawn over them.
    inside = inside if len(inside) > 4 else way
    long, half = 4.5 + 1.2 * width, 2.2 + 0.85 * width
    tip = inside[-1]
    shaft = inside[np.linalg.norm(inside - tip, axis=1) >= long * 0.8]
    shaft = shaft if len(shaft) > 1 else inside[:2]
    ahead = tip - shaft[-1]
    ahead = ahead / (np.linalg.norm(ahead) or 1.0)
    across, base = np.array([-ahead[1], ahead[0]]) * half, tip - ahead * long
    return np.round(shaft.T, 2), np.round([tip, base + across, base - across], 2)
