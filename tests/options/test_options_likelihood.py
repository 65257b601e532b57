"""Words for probabilities, and sentences that mix what must not be mixed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.options.likelihood import YARDSTICK_NAMES, likelihood_word, load_yardstick, sentence_faults


@pytest.mark.parametrize(
    ("probability", "word"),
    [
        (0.03, "almost no chance"),
        (0.05, "very unlikely"),
        (0.10, "very unlikely"),
        (0.20, "unlikely"),
        (0.30, "unlikely"),
        (0.45, "roughly even chance"),
        (0.50, "roughly even chance"),
        (0.55, "likely"),
        (0.60, "likely"),
        (0.80, "very likely"),
        (0.85, "very likely"),
        (0.95, "almost certain"),
        (0.97, "almost certain"),
    ],
)
def test_icd_203(probability, word):
    """Office of the Director of National Intelligence (2015), ICD 203; a lower bound belongs to its term."""
    assert likelihood_word(probability, "icd203", "en") == word


@pytest.mark.parametrize(
    ("probability", "yardstick"),
    [(0, "icd203"), (1, "icd203"), (0.005, "icd203"), (0.995, "icd203"), (0, "phia"), (1, "phia"), (-0.1, "phia")]
    + [(gap, "phia") for gap in (0.07, 0.22, 0.37, 0.5, 0.52, 0.77, 0.92)]
    + [(float("nan"), "icd203")],
)
def test_what_has_no_term_is_refused(probability, yardstick):
    with pytest.raises(ValueError, match="no term|no probability"):
        likelihood_word(probability, yardstick)


@given(st.floats(0, 1), st.sampled_from(YARDSTICK_NAMES))
def test_a_word_holds_its_probability_or_there_is_none(probability, name):
    try:
        word = likelihood_word(probability, name, "it")
    except ValueError:
        return
    (term,) = [term for term in load_yardstick(name).terms if term.it == word]
    assert term.low <= probability <= term.high


def test_an_undeclared_yardstick_is_refused():
    with pytest.raises(ValueError, match="yardstick"):
        likelihood_word(0.5, "kent")


@pytest.mark.parametrize(
    ("sentence", "language", "faults"),
    [
        ("We have high confidence that a veto is likely.", "en", ["both"]),
        ("Con alta fiducia riteniamo probabile un veto.", "it", ["both"]),
        ("Un veto è molto probabile.", "it", []),
        ("I due esiti sono improbabili.", "it", []),
        ("L'attendibilità moderata viene da due fonti.", "it", []),
        ("A veto is highly likely.", "en", ["foreign: likely"]),
        ("Un veto è altamente probabile.", "it", ["foreign: probabile"]),
        ("È una possibilità realistica.", "it", ["foreign: possibilità realistica"]),
        ("There is a realistic possibility of a veto.", "en", ["foreign: realistic possibility"]),
        ("La rotta resta la stessa.", "it", []),
    ],
)
def test_sentences_under_icd_203(sentence, language, faults):
    assert sentence_faults(sentence, "icd203", language) == faults


def test_the_other_yardstick_has_the_other_words():
    assert sentence_faults("Un veto è altamente probabile.", "phia", "it") == []
    assert sentence_faults("Un veto è molto probabile.", "phia", "it") == ["foreign: probabile"]
