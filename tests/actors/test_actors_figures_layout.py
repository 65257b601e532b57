"""Places, arrows, labels, days and the projection: geometry that the figures of actors rest on."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.actors.figures.arrows import bundle
from analysis.actors.figures.boundaries import world_map
from analysis.actors.figures.days import Scale, days_of
from analysis.actors.figures.from_world_atlas import rings, unwrapped
from analysis.actors.figures.projection import CENTRE, equal_earth
from analysis.actors.figures.slots import arrange, staggered
from analysis.style import overlap, place_labels, within


def test_a_chain_is_laid_out_without_crossings_or_ties_through_a_third():
    actors = list("dbcae")
    ties = {("a", "b"): 1.0, ("b", "c"): 1.0, ("c", "d"): 1.0, ("d", "e"): 1.0}
    at = arrange(actors, ties, staggered(5, 3, 5))
    assert len(set(at.values())) == 5
    lines = [(np.array(at[a]), np.array(at[b])) for a, b in ties]
    for (p, q), (r, s) in combinations(lines, 2):
        if not {tuple(p), tuple(q)} & {tuple(r), tuple(s)}:
            t = np.linspace(0.01, 0.99, 197)[:, None]
            one, other = p + t * (q - p), r + t * (s - r)
            assert np.linalg.norm(one[:, None] - other[None], axis=2).min() > 0.2


def test_members_of_a_community_stand_together():
    actors = list("abcdef")
    groups = {"a": "1", "b": "2", "c": "1", "d": "2", "e": "1", "f": "2"}
    ties = {(a, b): 1.0 for a, b in combinations(actors, 2)}
    at = arrange(actors, ties, staggered(6, 3, 4), groups)

    def apart(same):
        pairs = [(a, b) for a, b in combinations(actors, 2) if (groups[a] == groups[b]) == same]
        return np.mean([np.hypot(*np.subtract(at[a], at[b])) for a, b in pairs])

    assert apart(True) < apart(False)


def test_too_few_places_are_an_error():
    with pytest.raises(ValueError, match="2 places for 3 actors"):
        arrange(list("abc"), {}, [(0, 0), (2, 0)])


def test_arrows_of_a_bundle_point_forward_and_keep_to_their_sides():
    left, right = (0.0, 0.0, 40.0, 20.0), (200.0, 0.0, 240.0, 20.0)
    there, back = bundle(left, right, [(True, "cooperation", 9.0), (False, "cooperation", 9.0)], [], 9.0)[::-1]
    assert there.head[0][0] > there.head[1][0] and back.head[0][0] < back.head[1][0], "the tip lies ahead of the base"
    # y runs down: the right hand of the way from left to right is below.
    assert there.shaft[1].min() > 10 > back.shaft[1].max()
    assert there.shaft[0].min() > 40 and there.head[0][0] < 200, "between the two names"


def test_a_bundle_bows_round_a_name_in_its_way():
    left, right, between = (0, 0, 40, 20), (200, 0, 240, 20), (100.0, 0.0, 140.0, 20.0)
    (arrow,) = bundle(left, right, [(True, "conflict", 1.0)], [between], 1.0)
    assert not any(between[0] < x < between[2] and between[1] < y < between[3] for x, y in arrow.shaft.T)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 300), st.floats(0, 200), st.floats(5, 90)), max_size=25))
def test_labels_never_overlap_nor_leave_the_bounds(found):
    points = [(x, y) for x, y, _ in found]
    boxes = [box for box in place_labels(points, [(w, 10.0) for *_, w in found], (0, 0, 300, 200)) if box]
    assert all(within(box, (0, 0, 300, 200)) for box in boxes)
    assert not any(overlap(a, b) for a, b in combinations(boxes, 2))
    assert not any(box[0] < x < box[2] and box[1] < y < box[3] for box in boxes for x, y in points)


@pytest.mark.parametrize(
    "value, days",
    [
        ("2024-06-16", ("2024-06-16", "2024-06-16")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2006", ("2006-01-01", "2006-12-31")),
        ("2024-06-01/2024-06", ("2024-06-01", "2024-06-30")),
        ("2024-06-16T10:00", ("2024-06-16", "2024-06-16")),
        ("2024-02-31", None),
        ("2024-W24", None),
        ("P3D", None),
        ("0000", None),
        ("", None),
    ],
)
def test_days_of(value, days):
    assert days_of(value) == days


def test_a_remote_date_stands_out_of_scale_and_the_others_keep_theirs():
    spans = [days_of(value) for value in ("2008", "2024-01", "2024-03-01", "2024-06-30")]
    scale = Scale(spans, 0, 400)
    assert scale.broken and scale.place(spans[0]) == (20.0, 20.0)
    first, last = scale.place(spans[1])
    assert (first, scale.place(spans[3])[1]) == (52.0, 400.0) and last > first
    assert not Scale(spans[1:], 0, 400).broken


def test_equal_earth_keeps_areas_and_its_published_proportions():
    # Šavrič, Patterson & Jenny (2018): the map is 2.05 times as wide as high, the pole 0.59 of the equator.
    x, y = equal_earth(np.array([CENTRE - 180, CENTRE + 180, CENTRE + 180]), np.array([0.0, 0.0, 90.0]))
    assert (x[1] - x[0]) / (2 * y[2]) == pytest.approx(2.05, abs=0.01)
    assert x[2] / x[1] == pytest.approx(0.59, abs=0.005)
    step, latitudes = 1e-4, np.array([-70.0, -33.0, 0.0, 12.5, 45.0, 80.0])
    here = np.array(equal_earth(CENTRE + 40, latitudes))
    east = np.array(equal_earth(CENTRE + 40 + step, latitudes)) - here
    north = np.array(equal_earth(CENTRE + 40, latitudes + step)) - here
    area = (east[0] * north[1] - east[1] * north[0]) / np.radians(step) ** 2
    assert area == pytest.approx(np.cos(np.radians(latitudes)), rel=1e-3)


def test_the_map_has_nearly_every_state_and_a_place_for_each():
    world = world_map(0, 0, 430)
    assert {"RUS", "ITA", "XKX", "TWN", "ESH", "org:somaliland", "org:cipro-del-nord"} <= set(world.areas)
    assert {"MLT", "SGP", "VAT", "SMR", "LUX"} <= world.small and "TUV" not in world.at
    assert set(world.areas) <= set(world.at) and len(world.at) > 230
    assert all(-15 <= x <= 445 for x, _ in world.at.values())
    (east, _), (west, _) = world.at["JPN"], world.at["USA"]
    assert east > 300 and west < 150
    # One piece: no ring runs from one edge of the map to the other.
    assert max(np.ptp(ring[:, 0]) for found in world.areas.values() for ring in found) < 200


def test_arcs_become_rings_and_rings_over_the_date_line_stay_whole():
    topology = {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [[[0, 0], [2, 0]], [[0, 0], [0, 2], [2, -2]]],
    }
    geometry = {"type": "Polygon", "arcs": [[0, ~1]]}
    assert rings(topology, geometry) == [[(0, 0), (2, 0), (0, 2), (0, 0)]]
    assert unwrapped([(178, 60), (-179, 61), (-175, 62), (178, 60)]) == [(178, 60), (181, 61), (185, 62), (178, 60)]
