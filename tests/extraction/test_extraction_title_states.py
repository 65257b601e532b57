"""States of persons whose title stands alone before the name."""

from types import SimpleNamespace

from extraction_documents import link, tagged

from analysis.extraction.title_states import title_states


def found(text, offices=(), states=None, **names):
    doc = tagged(text)
    links = link(doc, **names).all
    served: dict[str, set[str]] = {}
    for person, state in offices:
        served.setdefault(person, set()).add(state)
    registry = SimpleNamespace(states_served=served)
    return title_states(doc, links, registry, states or {})


TITLE = "il/DET presidente/NOUN Rossi ha/AUX parlato/VERB ."
ROSSI = {"Rossi": "person:ugo-rossi"}


def test_an_office_on_any_day_gives_the_state():
    assert found(TITLE, [("person:ugo-rossi", "GRC")], **ROSSI) == {"person:ugo-rossi": "GRC"}
    assert found(TITLE, [("person:ugo-rossi", "GRC"), ("person:ugo-rossi", "ITA")], **ROSSI) == {}


def test_the_state_that_opens_the_sentence_is_his():
    text = "Atene accusa/VERB Parigi , dice/VERB il/DET premier/NOUN Rossi ."
    assert found(text, Atene="GRC", Parigi="FRA", **ROSSI) == {"person:ugo-rossi": "GRC"}


def test_the_one_state_whose_head_is_not_named_elsewhere():
    text = "Con/ADP Atene e/CCONJ Parigi parla/VERB il/DET premier/NOUN Rossi con/ADP il/DET presidente/NOUN Blanc ."
    names = {"Atene": "GRC", "Parigi": "FRA", "Blanc": "person:jean-blanc", **ROSSI}
    assert found(text, states={"person:jean-blanc": "FRA"}, **names) == {"person:ugo-rossi": "GRC"}
    assert found(text, **names) == {}


def test_a_name_without_title_has_none():
    assert found("Atene accusa/VERB Rossi .", Atene="GRC", **ROSSI) == {}
