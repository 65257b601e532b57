import pytest

from analysis.errors import InputError
from analysis.language import lexicons
from analysis.language.inflection import noun_forms, verb_forms
from analysis.language.lexicons import MODELS, identifiers, load_lexicon
from analysis.language.quotes import find_quotes
from analysis.tables import EVENT_TYPES, MODALITIES


@pytest.mark.parametrize("name", sorted(MODELS))
def test_every_lexicon_holds(name):
    found = identifiers(load_lexicon(name))
    assert len(found) == len(set(found))


def test_every_event_type_has_words_and_every_modality_an_entry():
    assert {group.type for group in load_lexicon("events").groups} == set(EVENT_TYPES)
    named = {entry.modality for entry in load_lexicon("modality").entries}
    assert named | {"factual"} == set(MODALITIES)


def test_roles_name_places_that_the_frames_know():
    known = set("subj obj obj-of agent gen dem part owner light posted signed ccomp xcomp purpose".split())
    known |= set("di a da in su con tra per contro verso presso".split())
    used = {place for group in load_lexicon("events").groups for place in (*group.source, *group.target)}
    assert used <= known


def test_a_fault_is_reported_with_its_file(tmp_path, monkeypatch):
    (tmp_path / "forecasts.yaml").write_text("cues: [{id: a, frame: nowhere, words: [x]}]", encoding="utf-8")
    monkeypatch.setattr(lexicons, "LEXICONS", tmp_path)
    load_lexicon.cache_clear()
    with pytest.raises(InputError, match="forecasts.yaml"):
        load_lexicon("forecasts")
    with pytest.raises(InputError, match="no such lexicon"):
        load_lexicon("unknown")
    load_lexicon.cache_clear()


def test_identifiers_stand_once(tmp_path, monkeypatch):
    twice = "cues: [{id: a, frame: noun, words: [x]}, {id: a, frame: noun, words: [y]}]"
    (tmp_path / "forecasts.yaml").write_text(twice, encoding="utf-8")
    monkeypatch.setattr(lexicons, "LEXICONS", tmp_path)
    load_lexicon.cache_clear()
    with pytest.raises(InputError, match="twice"):
        load_lexicon("forecasts")
    load_lexicon.cache_clear()


def test_forms():
    assert {"condannano", "condannato", "condannerà", "condannando"} <= verb_forms("condannare")
    assert {"chiesto", "chiederà"} <= verb_forms("chiedere")
    assert {"attaccherà", "attacchi"} <= verb_forms("attaccare")
    assert "sanzioni" in noun_forms("sanzione") and "attacchi" in noun_forms("attacco")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Disse «vai» e “resta”.", ["«vai»", "“resta”"]),
        ('Un "uso" e un "altro".', ['"uso"', '"altro"']),
        ("Disse «un “bel” gesto».", ["«un “bel” gesto»"]),
        ("Disse «vai.\nE poi “resta”.", ["«vai.", "“resta”"]),
        ("Disse „so“ e basta.", ["„so“"]),
        ("Disse ‘un po’ di più’ e l’altro tacque.", ["‘un po’ di più’"]),
        ('Disse "vai e poi "resta".', ['"vai e poi', '"resta"']),
        ("", []),
    ],
)
def test_quotes(text, found):
    assert [text[quote.start : quote.end] for quote in find_quotes(text)] == found


def test_a_mark_never_closed_is_reported():
    assert [quote.closed for quote in find_quotes("«aperta\n«chiusa»")] == [False, True]
