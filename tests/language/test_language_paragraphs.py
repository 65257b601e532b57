import spacy

from analysis.language.paragraphs import is_hard_wrapped, paragraph_boundaries


def starts(text):
    doc = paragraph_boundaries(spacy.blank("it")(text))
    return [token.text for token in doc if token.is_sent_start and token.i]


def test_a_headline_without_a_stop_ends_its_sentence():
    assert starts("Vertice a Roma\nIl ministro arriva domani.\n\nPoi riparte.") == ["Il", "Poi"]


def test_line_breaks_of_a_wrapped_text_are_no_boundaries():
    lines = [
        "Il ministro degli Esteri è arrivato ieri nella capitale per",
        "incontrare il suo omologo e discutere con lui delle misure",
        "delle sanzioni decise dal Consiglio, che secondo fonti della",
        "presidenza entreranno in vigore a maggio, dopo il voto.",
    ]
    text = "\n".join(lines) + "\n\nFine."
    assert is_hard_wrapped(text)
    assert starts(text) == ["Fine"]
