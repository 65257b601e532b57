"""Areas and points of the world map as points on a canvas, read from `data/maps/world.json`."""

import json
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from analysis.actors.figures.projection import CENTRE, equal_earth
from analysis.paths import DATA

SOUTH, NORTH = -56.0, 78.0
"""Latitudes between which the map is drawn: nobody acts beyond them."""


@dataclass(frozen=True)
class WorldMap:
    """The map on a canvas. areas: identifier -> rings, arrays of (n, 2) points, y down; at: identifier -> its middle.

    small: identifiers whose area is too small to be seen, points included.
    """

    areas: dict[str, list[np.ndarray]]
    at: dict[str, tuple[float, float]]
    small: frozenset[str]
    height: float


@lru_cache(maxsize=1)
def _world() -> dict:
    return json.loads((DATA / "maps" / "world.json").read_text(encoding="utf-8"))


def aspect() -> float:
    """Height of the map divided by its width."""
    x, y = equal_earth(np.array([CENTRE - 180, CENTRE + 180]), np.array([0.0, 0.0]))
    _, ends = equal_earth(np.array([CENTRE, CENTRE]), np.array([SOUTH, NORTH]))
    return float((ends[1] - ends[0]) / (x[1] - x[0]))


def world_map(left: float, top: float, width: float, smallest: float = 14.0) -> WorldMap:
    """The map `width` points wide with its upper left corner at (left, top); `smallest` area in square points."""
    scale = width / (equal_earth(np.array([CENTRE + 180]), np.array([0.0]))[0][0] * 2)
    north = equal_earth(np.array([CENTRE]), np.array([NORTH]))[1][0]

    def placed(degrees: np.ndarray) -> np.ndarray:
        x, y = equal_earth(degrees[:, 0], degrees[:, 1])
        # Rounded before it is drawn: the last bits differ between machines.
        return np.round(np.column_stack([left + width / 2 + x * scale, top + (north - y) * scale]), 2)

    world = _world()
    areas = {key: [placed(np.array(ring).reshape(-1, 2)) for ring in found] for key, found in world["areas"].items()}
    largest = {key: max(found, key=lambda ring: abs(_area(ring))) for key, found in areas.items()}
    at = {key: _middle(ring) for key, ring in largest.items()}
    at |= {key: tuple(placed(np.array([point]))[0].tolist()) for key, point in world["points"].items()}
    small = {key for key, ring in largest.items() if abs(_area(ring)) < smallest} | set(world["points"])
    return WorldMap(areas, at, frozenset(small), width * aspect())


def _area(ring: np.ndarray) -> float:
    (x, y), (u, v) = ring.T, np.roll(ring, -1, axis=0).T
    return float((x * v - u * y).sum() / 2)


def _middle(ring: np.ndarray) -> tuple[float, float]:
    """The centre of gravity of an area."""
    (x, y), (u, v) = ring.T, np.roll(ring, -1, axis=0).T
    cross, whole = x * v - u * y, 6 * _area(ring)
    return round(float(((x + u) * cross).sum() / whole), 2), round(float(((y + v) * cross).sum() / whole), 2)
