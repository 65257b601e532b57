"""Figures of what a decision rests on: findings in the titles, nothing off the page, the same bytes twice."""

import pandas as pd
import pytest
from option_figures import HOSTILE, LONG, TITLES, assert_within, make_ranking, words_of

from analysis.options.aggregation import compare_methods
from analysis.options.figures import (
    plot_agreement,
    plot_calibration,
    plot_hypotheses,
    plot_regret,
    plot_stakeholders,
    plot_switching,
    plot_tornado,
    plot_weight_stability,
)
from analysis.options.ledger import brier_scores
from analysis.options.scenarios import decide
from analysis.style import svg_text

NAN = float("nan")
PAYOFFS = pd.DataFrame({"Accade · $5": [0.9, 0.4, 0.6], "Non accade · <b>": [0.2, 0.7, 0.6]}, index=["o0", "o1", "o2"])
HALVES = pd.Series({"Accade · $5": 0.5, "Non accade · <b>": 0.5})
CROSSED = ((70, 10, 50, 50), (40, 80, 40, 40), (45, 45, 45, 45))
MATRIX = pd.DataFrame(
    {"h1": ["C", "N", "CC", ""], "h2": ["II", "N", "I", "C"], "h3": ["I", "NA", "C", "II"]},
    index=["e1", "e2", "e3", "e4"],
)
HYPOTHESES = {"h1": LONG, "h2": HOSTILE, "h3": "Nessuna delle due"}
EVIDENCE = {"e1": LONG, "e2": HOSTILE, "e3": "Una foto", "e4": "Una lettera"}
ACTORS = {"RUS": "Russia <$>", "CHN": LONG, "USA": "Stati Uniti"}


def stakes(*rows):
    columns = ["actor_id", "position", "salience", "capability", "basis"]
    return pd.DataFrame(rows, columns=columns).astype({"position": float, "salience": float, "capability": float})


STAKES = {
    "o0": stakes(("RUS", 5, 90, 12, "analyst"), ("USA", 80, NAN, 100, "evidence")),
    "o1": stakes(("CHN", NAN, NAN, NAN, "unknown"), ("USA", 50, 20, 100, "analyst")),
}
FORUMS = pd.DataFrame(
    {"option": ["o0", "o1", "o2"], "must_consent": ["CHN|RUS|USA", "", ""], "why_not": ["", "", "no members"]}
)


def plot_methods(language="it", lows=CROSSED, criteria="abcd"):
    ranking = make_ranking(lows=lows, criteria=criteria)
    values, weights = ranking.performance.mean, ranking.weights["even"]
    return plot_agreement(compare_methods(values, weights, pd.Series("max", index=weights.index)), TITLES, language)


def forecasts(n, hit_every=2):
    return brier_scores(pd.Series([0.5] * n), pd.Series([float(k % hit_every == 0) for k in range(n)]))


FIGURES = {
    "stability": lambda language="it": plot_weight_stability(make_ranking(lows=CROSSED), language),
    "tornado": lambda language="it": plot_tornado(make_ranking(lows=(50, 49, 20)), language),
    "regret": lambda language="it": plot_regret(decide(PAYOFFS, HALVES), TITLES, language),
    "switching": lambda language="it": plot_switching(PAYOFFS, HALVES, "Accade · $5", TITLES, language),
    "stakeholders": lambda language="it": plot_stakeholders(STAKES, FORUMS, TITLES, ACTORS, language),
    "calibration": lambda language="it": plot_calibration(forecasts(24), 3, language),
    "agreement": plot_methods,
    "hypotheses": lambda language="it": plot_hypotheses(MATRIX, HYPOTHESES, EVIDENCE, language),
}


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("language", ["it", "en"])
def test_every_text_lies_within_the_figure(name, language):
    fig = FIGURES[name](language)
    assert_within(fig)
    assert ("Fonte:" if language == "it" else "Source:") in words_of(fig)
    assert name == "calibration" or HOSTILE in fig.alt_text


@pytest.mark.parametrize("name", FIGURES)
def test_two_runs_give_the_same_bytes(name):
    assert svg_text(FIGURES[name]()) == svg_text(FIGURES[name]())


def test_a_slug_belongs_to_one_figure():
    assert len({figure().slug for figure in FIGURES.values()}) == len(FIGURES)


def test_weight_stability_names_the_nearest_weight_at_which_the_lead_changes():
    ranking = make_ranking(lows=((70, 10), (20, 30), (0, 0)), criteria="ab", spans=(0, 0))
    # o0: 70t + 10(1-t); o1: 20t + 30(1-t); equal at 60t + 10 = 30 - 10t, t = 2/7 = 28.6 %.
    assert "scende da 50 % a 29 %" in plot_weight_stability(ranking).heading
    sure = make_ranking(lows=(60, 20, 40))
    assert "resta al primo posto qualunque sia il peso" in plot_weight_stability(sure).heading
    assert "mai in testa" in words_of(plot_weight_stability(sure))
    level = make_ranking(lows=(50, 20, 50))
    assert plot_weight_stability(level, "en").heading.startswith("2 options share the lead")


def test_an_option_that_leads_only_far_away_is_told_apart():
    # Along criterion a: o2 leads at nothing, o1 from there, o0 at all: o2 is second to overtake, not first.
    ranking = make_ranking(lows=((80, 10), (50, 60), (0, 70)), criteria="ab", spans=(0, 0))
    shown = words_of(plot_weight_stability(ranking))
    assert "C Fare il minimo" in shown.replace("  ", " ")


def test_tornado_says_which_doubts_turn_the_order():
    assert "Nessun dubbio preso da solo" in plot_tornado(make_ranking(lows=(60, 20, 40))).heading
    close = plot_tornado(make_ranking(lows=(50, 20, 49)), "en")
    # Leads by 1 point; four criteria of weight 1/4: a cell from 50 to 65 around its mean of 56.7 moves it -1.7 to 2.1.
    assert close.heading.startswith("8 doubts, each of them alone")
    assert "from −0.7 to 3.1" in close.alt_text and "now 1.0" in words_of(close)


def test_the_asterisk_of_hindsight_is_explained_where_it_is_shown():
    beside, apart = make_ranking(lows=(50, 49, 20)), make_ranking(lows=(50, 20, 49))
    assert "<nulla> *" in words_of(plot_tornado(beside)) and "* Col senno di poi." in words_of(plot_tornado(beside))
    assert "Col senno di poi" not in words_of(plot_tornado(apart))


def test_tornado_of_a_ranking_without_doubt():
    assert "nessun dato" in plot_tornado(make_ranking(spans=(0, 0))).alt_text


def test_regret_table_shows_numbers_and_who_chooses_what():
    fig = plot_regret(decide(PAYOFFS, HALVES), TITLES)
    # Regrets by hand: o0 0 and 50, o1 50 and 0, o2 30 and 10.
    assert fig.heading.startswith("Le regole non concordano; il rammarico massimo più piccolo (30) è di «Fare il")
    chosen = "Fare il minimo: Accade · $5 30, Non accade · <b> 10 (maximin, Hurwicz, Laplace, rammarico massimo"
    assert chosen in fig.alt_text
    assert "indipendenti" in words_of(fig)
    without = words_of(plot_regret(decide(PAYOFFS), TITLES))
    assert "Nessuno ha dato probabilità" in without and "valore atteso" not in without
    sure = decide(pd.DataFrame({"s": [1.0, 0.0], "t": [1.0, 0.5]}, index=["o0", "o1"]))
    assert plot_regret(sure, TITLES).heading.startswith("Ogni regola sceglie «Squadra")


def test_many_scenarios_are_numbered_and_cut_openly():
    payoffs = pd.DataFrame({f"scenario numero {n}": [n / 20, 0.3] for n in range(12)}, index=["o0", "o1"])
    fig = plot_regret(decide(payoffs), TITLES)
    assert_within(fig)
    assert "Mostrati 10 scenari su 12" in words_of(fig)


def test_switching_names_the_probability_at_which_the_lead_changes():
    # o2 scores 60 throughout; o1 falls from 70 to 40, o0 rises from 20 to 90: crossings at 1/3 and 4/7.
    fig = FIGURES["switching"]()
    assert "cambia 2 volte" in fig.heading and "da 33 % a 57 %: Fare il minimo" in fig.alt_text
    two = plot_switching(PAYOFFS.loc[["o0", "o2"]], HALVES, "Accade · $5", TITLES)
    assert two.heading.startswith("«Fare il minimo» è in testa fino al 57 %")
    one = plot_switching(PAYOFFS.loc[["o2"]], HALVES, "Accade · $5", TITLES, "en")
    assert "at every probability" in one.heading


def test_stakeholders_say_who_could_stop_what():
    fig = FIGURES["stakeholders"]()
    assert fig.heading.startswith("A una sola opzione su 3") and "Russia <$>" in fig.heading
    shown = words_of(fig)
    assert "− 5" in shown and "(+ 80)" in shown and "± 50" in shown and "?" in shown
    assert f"{LONG}: a favore Stati Uniti; contro Russia <$>; ignoti {LONG}; consenso necessario" in fig.alt_text
    assert "Non mostrate, senza posizioni né consensi noti: Fare il minimo" in shown
    silent = plot_stakeholders({}, FORUMS, TITLES, ACTORS)
    assert "consensi ignoti: 3 su 3" in silent.heading
    nobody = plot_stakeholders(STAKES, FORUMS.iloc[1:], TITLES, ACTORS, "en")
    assert nobody.heading == "For no option is it known whose consent is needed"


def test_many_stakeholders_are_cut_openly():
    table = stakes(*((f"A{n:02}", 10 + n, 50, NAN, "analyst") for n in range(20)))
    forums = pd.DataFrame({"option": ["o0"], "must_consent": ["A19|B"], "why_not": [""]})
    fig = plot_stakeholders({"o0": table}, forums, TITLES, {})
    assert_within(fig)
    assert "Mostrati 16 attori su 21; fra gli altri, con un consenso da dare: 1; con una posizione nota: 4" in words_of(
        fig
    )


def test_calibration_claims_nothing_from_few_forecasts():
    assert "troppo poche" in plot_calibration(forecasts(19)).heading
    assert plot_calibration(forecasts(1), language="en").heading.startswith("One resolved forecast")
    enough = plot_calibration(forecasts(20), 3)
    assert "entro l'errore" in enough.heading and "annullate: 3" in words_of(enough)
    off = brier_scores(pd.Series([0.95] * 20), pd.Series([0.0] * 20))
    assert "dicevano: 1 su 1" in plot_calibration(off).heading
    assert "avverate 10 su 20" in enough.alt_text


def test_agreement_of_methods_in_its_title():
    assert plot_methods(lows=(60, 20, 40)).heading == "Tutti i 4 metodi danno lo stesso ordine"
    # Normalised sums: o0 0.667, o2 0.600; VIKOR minds the worst criterion and puts the even o2 first (0.10 to 0.50).
    split = plot_methods("en", lows=((85, 85, 0), (0, 0, 80), (50, 50, 50)), criteria="abc")
    assert split.heading.startswith("The methods disagree about the first place")
    assert "Lowest agreement of two methods" in words_of(split)


def test_equal_ranks_do_not_lie_on_each_other():
    fig = plot_methods(lows=(50, 50, 20))
    assert fig.alt_text.count("somma pesata 1") == 2
    assert_within(fig)


def test_hypotheses_lead_with_what_is_least_contradicted():
    fig = FIGURES["hypotheses"]()
    assert f"{LONG}: contraddizione 0; {HOSTILE}: contraddizione 5" in fig.alt_text
    shown = words_of(fig)
    assert "Celle non giudicate: 1 su 12" in shown
    tied = plot_hypotheses(MATRIX[["h2", "h3"]], HYPOTHESES, EVIDENCE, "en")
    assert tied.heading.startswith("The evidence does not separate")
    critical = pd.DataFrame({"h1": ["C", "N"], "h2": ["I", "N"]}, index=["e1", "e2"])
    turned = plot_hypotheses(critical, HYPOTHESES, EVIDENCE)
    assert "basta togliere una prova" in turned.heading and "†" in words_of(turned)
    assert "una sola ipotesi" in plot_hypotheses(MATRIX[["h1"]], HYPOTHESES, EVIDENCE).heading


def test_nothing_to_show_is_said_in_words():
    empty = [
        plot_regret(None, TITLES),
        plot_switching(PAYOFFS, None, "Accade · $5", TITLES),
        plot_stakeholders({}, FORUMS.iloc[:0], TITLES, ACTORS),
        plot_calibration(None),
        plot_hypotheses(MATRIX.iloc[:0], HYPOTHESES, EVIDENCE),
    ]
    for fig in empty:
        assert_within(fig)
        assert "nessun dato" in words_of(fig)
