"""The figures: nothing leaves the page, the texts say what is shown, two runs give the same bytes."""

import pytest
from option_figures import assert_within, make_ranking, words_of

from analysis.options.figures import plot_acceptability, plot_performance, plot_scores
from analysis.options.figures.labels import fitted, ordinal, percent, spread
from analysis.style import svg_text

PLOTS = [plot_performance, plot_scores, plot_acceptability]


@pytest.mark.parametrize("plot", PLOTS)
@pytest.mark.parametrize("language", ["it", "en"])
def test_every_text_lies_within_the_figure(plot, language):
    fig = plot(make_ranking(), language=language)
    assert_within(fig)
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


def test_acceptability_shows_its_error_only_where_it_can_be_seen():
    rough, fine = make_ranking(lows=(50, 20, 49)), make_ranking(lows=(50, 20, 49), draws=30_000)
    assert "Linea nera" in words_of(plot_acceptability(rough))
    assert "Linea nera" not in words_of(plot_acceptability(fine))


def test_labels_keep_their_order_and_their_distance():
    assert spread([5.0, 5.0, 1.0], 2, 0, 10) == [5.0, 7.0, 1.0]
    assert spread([9.0, 9.5], 2, 0, 10) == [8.0, 10]
    lines = fitted("parola " * 40, 100, 2, mark=" *")
    assert len(lines) == 2 and lines[1].endswith("… *")
