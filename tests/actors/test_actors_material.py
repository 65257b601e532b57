"""Thresholds: too little material gives no index, and the sentence says what is missing."""

import pandas as pd
import pytest
from pydantic import ValidationError

from analysis.actors.material import IndexMaterial, enough_material, index_materials, material_of, withheld

PLENTY = dict.fromkeys(index_materials().quantities, 1000)


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("index", [entry.id for entry in index_materials().indices])
def test_every_index_falls_with_two_origins_and_says_why(index, language):
    assert withheld(index, PLENTY, language) == ""
    sentence = withheld(index, {**PLENTY, "origins": 2}, language)
    entry = next(entry for entry in index_materials().indices if entry.id == index)
    assert " 2 (" in sentence and sentence.endswith(getattr(entry.reason, language))
    assert getattr(entry.name, language) in sentence


@pytest.mark.parametrize("entry", index_materials().indices, ids=lambda entry: entry.id)
def test_each_quantity_binds_on_its_own(entry):
    for name, least in entry.least.items():
        assert withheld(entry.id, {**PLENTY, **entry.least}) == ""
        assert withheld(entry.id, {**PLENTY, **entry.least, name: least - 1})


def test_what_is_not_known_is_not_taken_for_enough():
    with pytest.raises(ValueError, match="needs to know: actors"):
        withheld("forecast", {"origins": 9})
    with pytest.raises(ValueError, match="no such index"):
        withheld("fame", PLENTY)


def test_an_index_asks_for_three_origins_at_least():
    label = {"it": "x", "en": "x"}
    with pytest.raises(ValidationError, match="3 origins"):
        IndexMaterial(id="x", name=label, least={"actors": 3}, reason=label)


def test_what_a_dossier_holds():
    tables = {
        "documents": pd.DataFrame({"source_group": ["ansa", "ansa", "unnamed:c", "kyodo"]}),
        "events": pd.DataFrame({"incident_id": ["in-1", "in-1", "in-2"]}),
        "statements": pd.DataFrame({"speaker_id": ["RUS", "", "ITA"]}),
    }
    assert material_of(tables) == {"origins": 2, "incidents": 2, "statements": 2}
    ties = pd.DataFrame(
        [("a", "b", 1.0, 0.0), ("b", "c", 0.0, 0.0), ("b", "a", 0.0, 2.0)],
        columns=["source", "target", "cooperation_weighted", "conflict_weighted"],
    )
    assert material_of(tables, ties) == {"origins": 2, "incidents": 2, "statements": 2, "actors": 2, "ties": 2}


@pytest.mark.parametrize(
    "origins, enough",
    [(["ansa", "ansa", "unnamed:c", "unnamed:d"], False), (["ansa", "reuters", "kyodo"], True), ([], False)],
)
def test_three_independent_origins(origins, enough):
    said, text = enough_material(pd.DataFrame({"source_group": origins}))
    assert said is enough and ("calcolati" in text) is enough


def test_the_sentence_is_given_in_english_too():
    assert "are given" in enough_material(pd.DataFrame({"source_group": ["a", "b", "c"]}), language="en")[1]
