"""Figures of actors: none, one, many, awkward names; same bytes at every run; nothing clipped, no text on another;
what is left out is said."""

import re

import pandas as pd
import pytest
from actor_figures import NAN, figures, frames, texts_of, words
from test_actors_dyads import EVENTS, event

from analysis.actors import dyads
from analysis.actors.figures import (
    plot_dyads_over_time,
    plot_network,
    plot_positions,
    plot_power_interest,
    plot_timeline,
    plot_world,
)
from analysis.actors.figures.shared import actor_names, live_pairs, strongest
from analysis.style import png_bytes, svg_text
from analysis.tables import make_table

SIZES = [(0, "page"), (1, "slide"), (12, "page"), (40, "slide"), (300, "page")]


@pytest.fixture(scope="module", params=SIZES, ids=lambda size: f"{size[0]}-{size[1]}")
def drawn(request):
    count, format = request.param
    figs = figures(count, format=format)
    return count, format, figs, {name: texts_of(fig) for name, fig in figs.items()}


def test_every_text_lies_inside_the_canvas(drawn):
    count, _, figs, texts = drawn
    for name, fig in figs.items():
        for text, box in texts[name]:
            inside = box.x0 >= -1 and box.x1 <= fig.bbox.width + 1 and box.y0 >= -1 and box.y1 <= fig.bbox.height + 1
            assert inside, (name, count, text.get_text())
        assert fig.alt_text and fig.heading


def test_no_text_lies_on_another(drawn):
    count, _, _, texts = drawn
    for name, found in texts.items():
        # The box of a slanted name says nothing about where its letters are.
        level = [(text.get_text(), box.padded(-0.6)) for text, box in found if text.get_rotation() in (0, 90)]
        for i, (one, box) in enumerate(level):
            for other, second in level[:i]:
                assert not box.overlaps(second), (name, count, one, other)


def test_a_figure_fits_its_page_or_slide(drawn):
    _, format, figs, _ = drawn
    for name, fig in figs.items():
        width, height = fig.get_size_inches()
        assert (width, height <= 9.7) == (6.1, True) if format == "page" else 1.5 * height <= 7.9, (name, height)


def test_same_bytes_at_every_run():
    first, second = figures(7), figures(7)
    for name in first:
        assert svg_text(first[name]) == svg_text(second[name]), name
    assert png_bytes(first["network"]) == png_bytes(second["network"])


def test_the_order_of_rows_changes_nothing():
    actors, events, documents, *_ = frames(9)
    turned = [frame.iloc[::-1].reset_index(drop=True) for frame in (actors, events, documents)]
    for one, other in (
        (plot_network(dyads(events), actors), plot_network(dyads(turned[1]).iloc[::-1], turned[0])),
        (plot_timeline(events, actors, documents), plot_timeline(turned[1], turned[0], turned[2])),
        (plot_world(actors, events), plot_world(turned[0], turned[1])),
    ):
        assert svg_text(one) == svg_text(other)


def test_a_slide_is_larger_and_has_its_own_files():
    actors, events, *_ = frames(3)
    page, slide = (plot_network(dyads(events), actors, format=format) for format in ("page", "slide"))
    assert (page.slug, slide.slug) == ("signed-network", "signed-network-slide")
    widths = [float(re.search(r'width="([\d.]+)pt"', svg_text(fig))[1]) / 72 for fig in (page, slide)]
    assert widths == pytest.approx([6.1, 12.3])
    with pytest.raises(ValueError, match="format"):
        plot_network(dyads(events), actors, format="poster")


def test_both_languages():
    italian, english = figures(4), figures(4, "en")
    for name in english:
        assert not re.search(r"cooperazione|conflitto|Fonte|attori|senza data", words(english[name])), name
        assert "Fonte" in words(italian[name])
    for draw in (plot_network, plot_dyads_over_time):
        with pytest.raises(ValueError, match="language"):
            draw(dyads(EVENTS), language="fr")


def test_english_names_come_from_the_registry_and_given_names_stay():
    actors = pd.DataFrame({"actor_id": ["PRK", "ITA", "x"], "name": ["Corea del Nord", "Belpaese", "中国"]})
    assert actor_names(actors, "en") == {"PRK": "North Korea", "ITA": "Belpaese", "x": "x"}


def test_what_is_left_out_is_said():
    figs = figures(40)
    assert "Mostrati 10 attori su 40" in words(figs["network"]) and "Mostrati 10 attori su 40" in words(figs["matrix"])
    assert re.search(r"Mostrate le 14 coppie più intense su \d\d", words(figs["over_time"]))
    assert re.search(r"incidenti datati su \d\d, \d+ senza data su \d\d", words(figs["timeline"]))
    assert re.search(r"Mostrate \d+ posizioni su 17 e \d+ attori su \d+", words(figs["positions"]))
    assert "capacità non indicata" in words(figs["power"])
    assert "Senza un posto sulla carta: TUV" in words(figs["world"])


def test_the_title_names_the_heaviest_pair_with_its_numbers():
    fig = plot_network(dyads(EVENTS))
    assert fig.heading == "Il legame più intenso è rus → prk: cooperazione 11,0, conflitto 1,0"


def test_the_heaviest_pair_is_never_left_out_and_nobody_stands_alone():
    rows = [event(i, "hub", f"s{i}", 3) for i in range(9)] + [event(20, "s1", "hub", 3), event(21, "x", "y", 10)]
    kept, shown, total = strongest(live_pairs(dyads(make_table("events", rows))), 4)
    assert {"x", "y"} <= set(kept) == {*shown["source"], *shown["target"]} and len(kept) == 4 and total == 12


def test_unknown_weights_and_equal_weights_are_drawn():
    table = dyads(EVENTS)
    table.loc[0, "conflict_weighted"] = NAN
    assert plot_network(table).heading.startswith("Il legame più intenso")
    equal = dyads(make_table("events", [event(i, f"a{i}", f"a{i + 1}", 5) for i in range(8)]))
    assert plot_network(equal).heading.startswith("Il legame più intenso è a0 → a1")


def test_periods_are_never_netted_and_the_undated_stand_apart():
    rows = [event(0, "a", "b", 4, date="2024-01-02"), event(1, "a", "b", -3, date="2024-01-09"), event(2, "a", "b", 2)]
    _, _, _, by_period, *_ = frames(0)
    parts = [("2024-01", rows[:2]), ("", rows[2:])]
    table = pd.concat([by_period, *(dyads(make_table("events", r)).assign(period=p) for p, r in parts)])
    fig = plot_dyads_over_time(table)
    drawn = [text.get_text() for text, _ in texts_of(fig)]
    assert {"+4", "−3", "+2"} <= set(drawn) and "senza data" in drawn
    assert fig.heading == "a → b: il periodo più intenso è gen 2024, cooperazione 4,0"


def test_periods_that_do_not_fit_are_added_up_and_gaps_are_marked():
    rows = [event(i, "a", "b", 1, date=f"{1990 + 2 * i}-05") for i in range(17)]
    parts = [dyads(make_table("events", [row])).assign(period=row["date"]) for row in rows]
    fig = plot_dyads_over_time(pd.concat(parts))
    shown = [int(text.get_text()[1:]) for text, _ in texts_of(fig) if re.fullmatch(r"\+\d+", text.get_text())]
    assert sum(shown) == 17 and shown[0] > 1 and "La prima colonna somma" in words(fig) and "riga doppia" in words(fig)


def test_a_mutual_incident_is_one_row_of_the_timeline():
    both = [event(0, "a", "b", 5, date="2024-06"), event(1, "b", "a", 5, date="2024-06")]
    for row in both:
        row["incident_id"] = "in-1"
    assert "a ↔ b" in words(plot_timeline(make_table("events", both)))


def test_the_undated_are_counted_without_documents_and_placed_with_them():
    events = make_table(
        "events", [event(0, "a", "b", 5, date="2024-06"), event(1, "b", "a", -5), event(2, "b", "c", 1)]
    )
    documents = pd.DataFrame({"doc_id": sorted(set(events["doc_id"])), "published": "2024-08-01"})
    assert "0 senza data su 2" in words(plot_timeline(events))
    assert plot_timeline(events).heading == "Un solo incidente su 3 ha una data: giu 2024"
    placed = words(plot_timeline(events, documents=documents))
    assert "Senza data: al giorno di pubblicazione" in placed and placed.count("1 ago 2024") == 2


def test_ascriptions_are_hollow_and_count_for_nobody():
    columns = ["actor_id", "position_id", "agree", "disagree", "neutral"]
    matrix = pd.DataFrame([("a", "p", 2, 0, 0)], columns=columns)
    rows = [("p", "Aprire", "a", "agree", ""), ("p", "Aprire", "a", "disagree", "b")]
    positions = pd.DataFrame(rows, columns=["position_id", "title", "actor_id", "stance", "about_id"])
    fig = plot_positions(matrix, positions)
    assert fig.heading == "La posizione con più voci ha 2 a favore e 0 contro: «Aprire»"
    assert "a a favore 2, b contro 1 (attribuito da altri)" in fig.alt_text


def test_nobody_is_placed_without_a_stated_capability():
    stakeholders = pd.DataFrame(
        {"actor_id": ["a", "b", "c"], "salience": [80, 90, NAN], "capability": [70, NAN, NAN], "basis": "analyst"}
    )
    fig = plot_power_interest(stakeholders)
    assert "Collocati: a (cap. 70, int. 80). Non collocati: capacità non indicata: b (int. 90)" in fig.alt_text
    nobody = plot_power_interest(stakeholders.iloc[1:])
    assert nobody.heading == "Nessun attore ha capacità e interesse indicati: la griglia resta vuota"
    assert "interesse (0–100); capacità non indicata" in words(nobody)


def test_a_state_counts_an_incident_once_and_one_only_named_is_told_apart():
    rows = [event(0, "RUS", "PRK", 5), event(1, "PRK", "RUS", 5), event(2, "RUS", "USA", -2)]
    for row in rows[:2]:
        row["incident_id"] = "in-1"
    actors = pd.DataFrame(
        {
            "actor_id": ["RUS", "PRK", "USA", "ITA", "igo:nato"],
            "name": "",
            "kind": ["state"] * 4 + ["igo"],
            "mentions": 1,
        }
    )
    fig = plot_world(actors, make_table("events", rows))
    assert fig.alt_text == "Carta del mondo. Incidenti per Stato: RUS 2, PRK 1, USA 1. Solo nominati: ITA."
    assert "Senza un posto sulla carta: igo:nato." in words(fig) and "non esprimono alcuna posizione" in words(fig)
