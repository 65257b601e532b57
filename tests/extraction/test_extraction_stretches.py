import pytest
from extraction_documents import tagged

from analysis.extraction.stretches import stretches


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Uno dorme . Due veglia .", ["Uno dorme .", "Due veglia ."]),
        ("Uno dorme ; due/NUM veglia .", ["Uno dorme ;", "due veglia ."]),
        ("« Uno dorme . Due veglia » , disse/VERB .", ["« Uno dorme . Due veglia » , disse ."]),
        ("« Uno dorme . » Due veglia .", ["« Uno dorme . »", "Due veglia ."]),
        ("« Uno dorme ! » disse/VERB .", ["« Uno dorme ! » disse ."]),
        ("Disse/VERB :\n« Uno dorme » .", ["Disse : \n « Uno dorme » ."]),
        ("Titolo\nUno dorme .", ["Titolo", "Uno dorme ."]),
        ("Un/DET « uno dorme . Due veglia .", ["Un « uno dorme .", "Due veglia ."]),
    ],
)
def test_stretches_keep_quotations_whole(text, parts):
    doc = tagged(text)
    assert [doc.text_of(part.start, part.end) for part in stretches(doc)] == parts


def test_paragraphs_are_counted():
    assert [part.paragraph for part in stretches(tagged("Uno dorme . Due veglia .\nTre dorme ."))] == [0, 0, 1]


def test_a_text_without_a_full_stop_is_cut():
    assert len(stretches(tagged("parola/NOUN " * 1500))) > 1
