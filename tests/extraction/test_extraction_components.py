import pytest
import spacy
from extraction_documents import VOCAB, parsed
from spacy.tokens import Doc

from analysis.errors import InputError
from analysis.extraction.components import LAYERS, PREFIX
from analysis.extraction.times import find_times
from analysis.language.words import read_words

DAY = "2024-06-16"


def hand_built():
    return parsed(
        """
        La il DET det 1
        Norvegia Norvegia PROPN nsubj 3
        ha avere AUX aux 3
        accusato accusare VERB ROOT 3 VerbForm=Part
        ieri ieri ADV advmod 3
        la il DET det 6
        Svezia Svezia PROPN obj 3
        . . PUNCT punct 3
        """
    )


def pipeline(*names, **config):
    nlp = spacy.blank("it")
    for name in names:
        nlp.add_pipe(PREFIX + name, config=config)
    return nlp


def test_a_component_gives_what_its_function_gives():
    doc = pipeline("times", doc_id="d", published=DAY)("Il vertice si è tenuto ieri.")
    assert doc._.scacchiere_times == find_times(read_words(doc), DAY, "d")
    assert [row["value"] for row in doc._.scacchiere_times] == ["2024-06-15"]


def test_the_document_counts_before_the_configuration():
    nlp = pipeline("times", published=DAY)
    doc = nlp.make_doc("Parla ieri.")
    doc._.scacchiere_published, doc._.scacchiere_doc_id = "2020-01-02", "own"
    doc = nlp(doc)
    assert [(row["value"], row["doc_id"]) for row in doc._.scacchiere_times] == [("2020-01-01", "own")]


def test_all_layers_on_a_parsed_document():
    doc = hand_built()
    for _, component in pipeline(*LAYERS, published=DAY).pipeline:
        doc = component(doc)
    found = {(row["source_id"], row["target_id"], row["date"]) for row in doc._.scacchiere_events}
    assert ("NOR", "SWE", "2024-06-15") in found
    assert [row["actor_id"] for row in doc._.scacchiere_mentions] == ["NOR", "SWE"]


def test_results_are_saved_with_the_document():
    doc = pipeline("names", "times")("La Norvegia tace da ieri.")
    again = Doc(VOCAB).from_bytes(doc.to_bytes())
    assert again._.scacchiere_mentions == doc._.scacchiere_mentions != []
    assert pipeline("statements").pipeline[0][1](again)._.scacchiere_statements == []


@pytest.mark.parametrize(("layer", "needed"), [("statements", "names"), ("events", "names"), ("forecasts", "names")])
def test_a_missing_layer_is_named(layer, needed):
    with pytest.raises(InputError, match=f"scacchiere_{needed} before it"):
        pipeline(layer)("Parla ieri.")


def test_own_entries_of_the_registry():
    entry = {"id": "org:prova", "kind": "org", "name": "Lega di Prova"}
    doc = pipeline("names", actors=[entry])("Parla la Lega di Prova.")
    assert [row["actor_id"] for row in doc._.scacchiere_mentions] == ["org:prova"]
