"""Entities of the pipeline and names of the registry side by side."""

import spacy
from spacy.tokens import Doc, Span

from analysis.extraction.registry_entities import registry_entities
from analysis.registry import load_registry


def _doc(words, entities):
    doc = Doc(spacy.blank("it").vocab, words=words)
    doc.ents = [Span(doc, start, end, label=label) for start, end, label in entities]
    return doc


def _found(doc):
    return [(span.text, span.label_) for span in registry_entities(doc, load_registry())]


def test_a_name_of_the_registry_gives_its_label_and_missing_ones_are_added():
    doc = _doc(["La", "Norvegia", "incontra", "la", "Nato"], [(1, 2, "PER")])
    assert _found(doc) == [("Norvegia", "LOC"), ("Nato", "ORG")]


def test_an_entity_of_another_extent_stands():
    doc = _doc(["Il", "Festival", "Norvegia", "Oggi"], [(1, 4, "ORG")])
    assert _found(doc) == [("Festival Norvegia Oggi", "ORG")]
