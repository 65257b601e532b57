"""Figures of actors: none, two, many; the same bytes at every run; nothing clipped; what is left out is said."""

import re

import pytest
from matplotlib.text import Text
from test_actors_dyads import EVENTS, event

from analysis.actors import dyads
from analysis.actors.figures import plot_dyads, plot_network, plot_timeline
from analysis.actors.figures.shared import choose, live_pairs
from analysis.actors.figures.signed_network import arrow, ring
from analysis.actors.figures.timeline import day_of
from analysis.style import svg_text
from analysis.tables import make_table

LONG = "Agenzia internazionale per l'energia atomica delle Nazioni Unite"


def dossier(count):
    """Events of `count` actors, each acting on the next and on the first, with dates and awkward names."""
    rows = []
    for i in range(count if count > 1 else 0):
        score = [10, -6, 2.5, -3][i % 4]
        rows.append(event(2 * i, f"a{i:02}", f"a{(i + 1) % count:02}", score, date=f"2024-{i % 12 + 1:02}"))
        if i:
            rows.append(event(2 * i + 1, "a00", f"a{i:02}", -score, "reported", date=["2006", ""][i % 2]))
    names = [LONG if i % 5 == 1 else f"Stato ${i}$ <b>" for i in range(count)]
    actors = [
        {"actor_id": f"a{i:02}", "name": n, "kind": "state", "mentions": 1, "documents": 1} for i, n in enumerate(names)
    ]
    return make_table("events", rows), make_table("actors", actors)


def figures(count, language="it"):
    events, actors = dossier(count)
    table = dyads(events)
    return [
        draw(t, actors, language) for draw, t in [(plot_network, table), (plot_dyads, table), (plot_timeline, events)]
    ]


def drawn(fig):
    """Every text that is drawn: ticks beyond the limits of their axis are not."""
    fig.draw_without_rendering()
    beyond = set()
    for axis in [axis for axes in fig.axes for axis in (axes.xaxis, axes.yaxis)]:
        low, high = sorted(axis.get_view_interval())
        beyond |= {tick.label1 for tick in axis.get_major_ticks() if not low <= tick.get_loc() <= high}
    return [text for text in fig.findobj(Text) if text.get_text() and text.get_visible() and text not in beyond]


def words(fig):
    return " ".join(text.get_text() for text in fig.findobj(Text))


@pytest.mark.parametrize("count", [0, 1, 2, 3, 40])
def test_any_number_of_actors_and_nothing_is_clipped(count):
    for fig in figures(count):
        renderer = fig.canvas.get_renderer()
        for text in drawn(fig):
            box, page = text.get_window_extent(renderer), fig.bbox
            inside = box.x0 >= -1 and box.x1 <= page.width + 1 and box.y0 >= -1 and box.y1 <= page.height + 1
            assert inside, (count, fig.slug, text.get_text())
        assert fig.alt_text and fig.heading


def test_labels_of_the_network_do_not_collide():
    fig = figures(40)[0]
    fig.draw_without_rendering()
    renderer = fig.canvas.get_renderer()
    boxes = [text.get_window_extent(renderer) for text in fig.axes[0].texts]
    assert len(boxes) == 10
    assert not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[:i])


def test_same_bytes_at_every_run():
    assert [svg_text(fig) for fig in figures(5)] == [svg_text(fig) for fig in figures(5)]


def test_what_is_left_out_is_said():
    network, matrix, timeline = figures(40)
    assert "Mostrati i 10 attori più attivi su 40" in words(network)
    assert "Mostrati i 10 attori più attivi su 40" in words(matrix)
    assert "Mostrati i 24 incidenti" in words(timeline) and "Senza data, non mostrati: 20" in words(timeline)


def test_both_languages():
    assert "Il legame più intenso" in figures(3)[0].heading
    network, matrix, timeline = figures(3, "en")
    assert "The strongest tie" in network.heading and "presented as fact" in words(timeline)
    assert not re.search(r"cooperazione|conflitto|Fonte", words(network) + words(matrix) + words(timeline))
    with pytest.raises(ValueError, match="language"):
        plot_network(dyads(EVENTS), language="fr")


def test_the_title_names_the_heaviest_pair_with_its_numbers():
    fig = plot_network(dyads(EVENTS))
    assert fig.heading == "Il legame più intenso è rus → prk: cooperazione 11,0, conflitto 1,0"


def test_a_heavy_pair_of_lesser_actors_is_never_left_out():
    rows = [event(i, "hub", f"s{i}", 3) for i in range(9)] + [event(20, "s1", "hub", 3), event(21, "x", "y", 10)]
    kept, total = choose(live_pairs(dyads(make_table("events", rows))), 3)
    assert kept == ["hub", "x", "y"] and total == 12


def test_arrows_of_a_pair_keep_to_their_sides_and_point_forward():
    there, head = arrow((0.0, 0.0), (1.0, 0.0), 1.0, (0.1, 4.0))
    back, _ = arrow((1.0, 0.0), (0.0, 0.0), 1.0, (0.1, 4.0))
    assert there[1].max() < 0 < back[1].min()
    assert head[0][0] > max(head[1][0], head[2][0]), "the tip lies ahead of the base"
    assert ring(["a", "b"]) == {"a": (-1.0, 0.0), "b": (1.0, 0.0)}


@pytest.mark.parametrize(
    "value, day",
    [
        ("2024-06-16", "2024-06-16"),
        ("2024-06", "2024-06-01"),
        ("2006", "2006-01-01"),
        ("2024-06-01/2024-06-03", "2024-06-01"),
        ("2024-02-31", None),
        ("2024-W24", None),
        ("P3D", None),
        ("", None),
    ],
)
def test_day_of(value, day):
    assert day_of(value) == day
