"""Documents of one origin and copies of one text are one source."""

import random
from types import SimpleNamespace

from analysis.extraction.source_groups import copies_of, source_groups

WORDS = [f"parola{n}" for n in range(400)]


def text(seed, length=200):
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def paper(doc_id, words, origin="", source="", published=""):
    return SimpleNamespace(doc_id=doc_id, text=words, origin=origin, source=source, published=published)


def test_a_shortened_copy_is_a_copy_and_another_text_is_none():
    whole = text(1)
    short = "Titolo nuovo di zecca. " + " ".join(whole.upper().split()[:90])
    assert copies_of({"a": short, "b": whole, "c": text(2)}) == {"a": "b", "b": "b", "c": "c"}


def test_short_and_empty_texts():
    assert copies_of({"a": "", "b": "", "c": "Sì.", "d": "sì"}) == {"a": "a", "b": "b", "c": "c", "d": "c"}


def test_groups_take_the_origin_else_the_first_that_published():
    documents = [
        paper("a", text(1), source="Corriere di Prova", published="2024-03-02"),
        paper("b", text(1), source="Gazzetta", published="2024-03-01"),
        paper("c", text(2), source="Corriere di Prova"),
        paper("d", text(3), source="Gazzetta", origin="Agenzia"),
        paper("e", text(4)),
        paper("f", text(3), source="Altro"),
    ]
    found = source_groups(documents)
    assert found == {
        **{"a": "gazzetta", "b": "gazzetta", "c": "corriere-di-prova"},
        **{"d": "agenzia", "e": "unnamed:e", "f": "agenzia"},
    }
    assert source_groups(documents[::-1]) == found
