"""Figures: same bytes at every run, texts set, nothing clipped, numbers as people write them."""

import xml.etree.ElementTree as ET

import matplotlib
import pytest
from matplotlib.text import Text

from analysis.style import (
    FigureView,
    clean,
    drawable,
    finish,
    format_date,
    format_number,
    isolated,
    new_canvas,
    new_figure,
    save_figure,
    svg_text,
    width_of,
    wrap,
)


def draw(slug="prova", title="La Russia dà più di quanto riceve"):
    fig = new_figure(height=2)
    axes = fig.subplots()
    axes.bar(["uno & <due>", "costa $5 e $6"], [1, 2])
    return finish(fig, title=title, subtitle="incidenti", source="Fonte: prova", alt="Due <barre>", slug=slug)


def test_two_runs_give_the_same_bytes(tmp_path):
    first = [path.read_bytes() for path in save_figure(draw(), tmp_path / "a")]
    with matplotlib.rc_context({"axes.facecolor": "red", "font.size": 20, "svg.fonttype": "none"}):
        second = [path.read_bytes() for path in save_figure(draw(), tmp_path / "b")]
    assert first == second
    assert b"Matplotlib" not in first[1]
    assert save_figure(draw(), tmp_path, "altro")[0].name == "altro.svg"


def test_positions_are_rounded_since_svg_identifiers_hash_their_last_bits():
    fig = new_figure(height=2)
    for axes in fig.subplots(1, 2):
        axes.set_yticks([0, 1 / 3], ["una", "etichetta lunga"])
    finish(fig, title="t", alt="a", slug="s")
    bounds = [value for axes in fig.axes for value in axes.get_position().bounds]
    assert bounds == pytest.approx([round(value, 4) for value in bounds], abs=1e-12)


def test_saving_a_figure_twice_gives_the_same_bytes():
    fig = draw()
    assert svg_text(fig) == svg_text(fig)


def test_the_slug_salts_the_identifiers():
    assert svg_text(draw("uno")) != svg_text(draw("due"))


def test_svg_is_xml_with_alternative_text():
    root = ET.fromstring(svg_text(draw()))
    assert root.get("aria-label") == "Due <barre>" and root.get("role") == "img"
    assert "Date" not in svg_text(draw()) and "dc:date" not in svg_text(draw())


def test_a_notebook_gets_svg_and_alternative_text():
    data, metadata = FigureView(draw())._repr_mimebundle_()
    assert data["text/plain"] == "Due <barre>" and data["image/svg+xml"].startswith("<?xml")
    assert metadata["image/svg+xml"]["alt"] == "Due <barre>"


def test_long_titles_are_wrapped_and_nothing_is_clipped():
    fig = draw(title="Una parola lunghissima " * 12 + "X" * 200)
    fig.draw_without_rendering()
    renderer = fig.canvas.get_renderer()
    for text in fig.findobj(Text):
        if text.get_text() and text.get_visible():
            box = text.get_window_extent(renderer)
            assert box.x0 >= 0 and box.x1 <= fig.bbox.width + 1 and box.y0 >= 0 and box.y1 <= fig.bbox.height + 1


def test_wrap_keeps_every_character():
    lines = wrap("alfa beta " + "g" * 90, 100, 9)
    assert "".join(lines).replace(" ", "") == "alfabeta" + "g" * 90
    assert all(width_of(line, 9) <= 100 for line in lines)
    assert wrap("", 100, 9) == []


def test_a_figure_needs_title_alt_and_slug():
    with pytest.raises(ValueError, match="alt"):
        finish(new_figure(), title="t", alt=" ", slug="s")
    with pytest.raises(ValueError, match="finished already"):
        finish(draw(), title="t", alt="a", slug="s")
    with pytest.raises(ValueError, match="finish"):
        save_figure(new_figure(), ".")


@pytest.mark.parametrize(
    "x, language, digits, text",
    [
        (1234.56, "it", 1, "1.234,6"),
        (1234.56, "en", 1, "1,234.6"),
        (-2.5, "it", 1, "−2,5"),
        (1.25, "it", 1, "1,3"),
        (-0.01, "it", 1, "0,0"),
        (7, "it", 0, "7"),
        (float("nan"), "en", 1, "–"),
    ],
)
def test_format_number(x, language, digits, text):
    assert format_number(x, language, digits) == text


def test_format_date():
    assert format_date("2024-06-16", "it") == "16 giu 2024"
    assert format_date("2006-10", "en") == "Oct 2006"
    assert format_date("2006") == "2006"
    assert format_date("boh") == "boh"


def test_names_are_cleaned_of_control_characters_and_piled_up_accents():
    assert clean("a\u202eb\x00 c\n d") == "a b c d"
    assert clean("e\u0301\u0302\u0303") == "é\u0302" and clean("perché") == "perché"
    assert isolated("Nato") == "Nato" and isolated("منظمة") == "\u200eمنظمة\u200e" == clean("\u200eمنظمة\u200e")
    assert drawable("Corea del Nord, منظمة") and not drawable("中国")


def test_a_canvas_is_measured_in_points_downwards_in_both_formats():
    for format, width in (("page", 6.1), ("slide", 8.2)):
        fig, axes = new_canvas(2, format)
        assert axes.get_xlim() == (0, width * 72) and axes.get_ylim() == (144, 0)
        finish(fig, title="t", alt="a", slug="s")
        assert axes.get_window_extent().height == pytest.approx(144 * fig.dpi / 72, rel=1e-3)
    with pytest.raises(ValueError, match="format"):
        new_canvas(2, "poster")
