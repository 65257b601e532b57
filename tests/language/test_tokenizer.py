"""Tokenization of elisions, quotation marks, dashes, figures and abbreviations."""

import pytest
import spacy

from analysis.language.tokenizer import configure


@pytest.fixture(scope="module")
def nlp():
    return configure(spacy.blank("it"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l’Ucraina dell'ONU", ["l’", "Ucraina", "dell'", "ONU"]),
        ("l' altro", ["l'", "altro"]),
        ("dell’«accordo» e l’“intesa”", ["dell’", "«", "accordo", "»", "e", "l’", "“", "intesa", "”"]),
        ("“pace” e «guerra».", ["“", "pace", "”", "e", "«", "guerra", "»", "."]),
        ("un accordo –ha detto– e — poi", ["un", "accordo", "–", "ha", "detto", "–", "e", "—", "poi"]),
        ("il G-7 e l'U.E.", ["il", "G-7", "e", "l'", "U.E."]),
        ("3.000 uomini, 2,5 km/h, 10%", ["3.000", "uomini", ",", "2,5", "km/h", ",", "10", "%"]),
        ("c'è un po’ di odio anti-russo", ["c'", "è", "un", "po’", "di", "odio", "anti-russo"]),
        ("nell'89 e ’89", ["nell'", "89", "e", "’89"]),
        ("(ANSA)-Roma", ["(", "ANSA", ")", "-", "Roma"]),
    ],
)
def test_tokens(nlp, text, words):
    assert [token.text for token in nlp(text)] == words


def test_text_is_kept(nlp):
    text = "L’«intesa»  di   Minsk–2 è all'80%… (forse)\n\nNo."
    assert nlp(text).text == text


def test_rules_travel_with_the_saved_pipeline(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    text = "L’«intesa» –dice– l' S.p.A. anti-russo a 5 km/h"
    assert [t.text for t in spacy.load(tmp_path)(text)] == [t.text for t in nlp(text)]
