"""The figures: nothing leaves the page, the texts say what is shown, two runs give the same bytes."""

import pytest
from matplotlib.text import Text

from analysis.dossier import OptionsFile
from analysis.options import rank_options
from analysis.options.figures import plot_acceptability, plot_performance, plot_scores
from analysis.options.figures.words import ordinal, percent
from analysis.style import svg_text

PLOTS = [plot_performance, plot_scores, plot_acceptability]
LONG = "Squadra multilaterale di monitoraggio delle sanzioni fuori dalle Nazioni Unite, con rapporti pubblici"


def make_ranking(lows=(60, 20, 40), options=3):
    titles = [LONG, "Costa $5 & <nulla>", "Fare il minimo"][:options]
    cells = [
        {
            "option": f"o{n}",
            "criterion": c,
            "low": lows[n],
            "mode": lows[n] + 5,
            "high": lows[n] + 15,
            "kind": "information",
            "evidence": ["fact:f01"] if c == "a" else [],
        }
        for n in range(options)
        for c in "abcd"
    ]
    file = OptionsFile(
        options=[{"id": f"o{n}", "title": t, "hindsight": n == 1, "forum": "g7"} for n, t in enumerate(titles)],
        criteria=[{"id": c, "title": f"Criterio {c}"} for c in "abcd"],
        weights=[
            {"id": "even", "title": "Pari", "values": dict.fromkeys("abcd", 0.25)},
            {"id": "one", "title": "Uno solo", "values": {"a": 1, "b": 0, "c": 0, "d": 0}},
        ],
        assessments=cells,
    )
    return rank_options(file, draws=400)


def words_of(fig):
    return " ".join(text.get_text().replace("\n", " ") for text in fig.findobj(Text))


@pytest.mark.parametrize("plot", PLOTS)
@pytest.mark.parametrize("language", ["it", "en"])
def test_every_text_lies_within_the_figure(plot, language):
    fig = plot(make_ranking(), language=language)
    width, height = fig.bbox.size
    for text in fig.findobj(Text):
        if text.get_visible() and text.get_text():
            box = text.get_window_extent(fig.canvas.get_renderer())
            assert box.x0 >= 0 and box.x1 <= width + 1 and box.y0 >= 0 and box.y1 <= height + 1, text.get_text()
    assert "Costa $5 & <nulla>" in fig.alt_text
    assert ("Fonte:" if language == "it" else "Source:") in words_of(fig)


@pytest.mark.parametrize("plot", PLOTS)
def test_two_runs_give_the_same_bytes(plot):
    ranking = make_ranking()
    assert svg_text(plot(ranking)) == svg_text(plot(ranking))


def test_titles_say_what_the_draws_separate():
    assert "supera «Fare il minimo» in 100 estrazioni su 100" in plot_acceptability(make_ranking()).heading
    close = plot_acceptability(make_ranking(lows=(50, 20, 49)), language="en").heading
    assert close.startswith("The scores do not separate")
    assert "has the highest score, 67 of 100" in plot_scores(make_ranking(), language="en").heading
    assert "the scores overlap" in plot_scores(make_ranking(lows=(50, 20, 49)), language="en").heading
    assert plot_scores(make_ranking(lows=(50, 20, 50))).heading.startswith("2 opzioni hanno lo stesso punteggio")
    assert plot_performance(make_ranking()).heading.startswith("3 valutazioni su 12 sono informazioni con prove")


def test_hindsight_is_marked_and_explained():
    shown = words_of(plot_scores(make_ranking()))
    assert "<nulla> *" in shown and "* Col senno di poi." in shown
    assert "Fare il minimo *" not in shown


def test_numbers_claim_no_certainty_they_do_not_have():
    assert percent(0.999, "it") == ">99 %" and percent(0.001, "en") == "<1%" and percent(1, "en") == "100%"
    assert [ordinal(rank, "en") for rank in (1, 2, 3, 4, 11, 21)] == ["1st", "2nd", "3rd", "4th", "11th", "21st"]
