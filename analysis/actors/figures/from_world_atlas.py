"""Writes data/maps/world.json from the npm package `world-atlas`: boundaries of states and points of small ones.

Run once, and again when the boundaries change; `data/maps/README.md` says how. Needs Babel, which the workbook itself
does not, for the table of numeric and alphabetic codes.
"""

import json
import sys
from pathlib import Path

from analysis.actors.figures.projection import CENTRE
from analysis.paths import DATA
from analysis.registry.from_cldr import cldr_names

WITHOUT_CODE = {"Kosovo": "XKX", "N. Cyprus": "org:cipro-del-nord", "Somaliland": "org:somaliland"}
"""What the source draws without an ISO 3166-1 code, and its identifier in the registry."""

LEFT_OUT = {"Antarctica"}
DIGITS = 1
"""Decimals of a degree: finer than the source's generalisation."""


def rings(topology: dict, geometry: dict) -> list[list[tuple[float, float]]]:
    """The outer ring of each polygon of a TopoJSON geometry, as longitudes and latitudes in degrees."""
    polygons = {"Polygon": [geometry.get("arcs")], "MultiPolygon": geometry.get("arcs")}.get(geometry["type"], [])
    return [_ring(topology, polygon[0]) for polygon in polygons]


def _ring(topology: dict, arcs: list[int]) -> list[tuple[float, float]]:
    (scale_x, scale_y), (shift_x, shift_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    points: list[tuple[float, float]] = []
    for number in arcs:
        x = y = 0
        arc = []
        for step_x, step_y in topology["arcs"][number if number >= 0 else ~number]:
            x, y = x + step_x, y + step_y
            arc.append((x * scale_x + shift_x, y * scale_y + shift_y))
        arc = arc if number >= 0 else arc[::-1]
        points += arc[1:] if points else arc
    return points


def unwrapped(ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The ring without jumps from one edge of the map to the other, moved to the side where its middle lies."""
    points = [ring[0]]
    for longitude, latitude in ring[1:]:
        turns = round((points[-1][0] - longitude) / 360)
        points.append((longitude + 360 * turns, latitude))
    middle = (min(x for x, _ in points) + max(x for x, _ in points)) / 2
    turns = -((middle - (CENTRE - 180)) // 360)
    return [(round(x + 360 * turns, DIGITS), round(y, DIGITS)) for x, y in points]


def area(ring: list[tuple[float, float]]) -> float:
    """Area in square degrees, for comparing rings of one country."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def codes() -> dict[str, str]:
    """ISO 3166-1 numeric -> alpha-3, of the states that the registry names."""
    from babel.core import get_global

    aliases = get_global("territory_aliases")
    known = {row["id"] for row in cldr_names()}
    alpha3 = {names[0]: code for code, names in aliases.items() if code in known and len(names) == 1}
    numeric = {code: names[0] for code, names in aliases.items() if code.isdecimal() and len(names) == 1}
    return {code: alpha3[alpha2] for code, alpha2 in sorted(numeric.items()) if alpha2 in alpha3}


def convert(coarse: dict, fine: dict) -> dict:
    """`areas`: identifier -> rings; `points`: identifier -> place of what only the finer boundaries have."""
    iso, areas, points = codes(), {}, {}
    for topology, into in ((coarse, areas), (fine, points)):
        for geometry in topology["objects"]["countries"]["geometries"]:
            name = geometry["properties"]["name"]
            key = iso.get(geometry.get("id", "")) or WITHOUT_CODE.get(name)
            found = [unwrapped(ring) for ring in rings(topology, geometry)] if key and name not in LEFT_OUT else []
            if found and (into is areas or key not in areas):
                into[key] = found
    middle = {key: max(found, key=area) for key, found in points.items()}
    return {
        "areas": {key: [_flat(ring) for ring in areas[key]] for key in sorted(areas)},
        "points": {
            key: [round(sum(axis) / len(axis), DIGITS) for axis in zip(*middle[key], strict=True)]
            for key in sorted(middle)
        },
    }


def _flat(ring: list[tuple[float, float]]) -> list[float]:
    """Longitude, latitude, longitude, … without points that rounding made equal."""
    kept = [point for i, point in enumerate(ring) if i == 0 or point != ring[i - 1]]
    return [round(value, DIGITS) for point in kept for value in point]


def main() -> None:
    """Write the file: the two arguments are countries-110m.json and countries-50m.json."""
    coarse, fine = (json.loads(Path(path).read_text(encoding="utf-8")) for path in sys.argv[1:3])
    world = convert(coarse, fine)
    lines = [
        f' "{part}": {{\n'
        + ",\n".join(
            f"  {json.dumps(key)}: {json.dumps(value, separators=(',', ':'))}" for key, value in world[part].items()
        )
        + "\n }"  # fmt: skip
        for part in ("areas", "points")
    ]
    (DATA / "maps" / "world.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
