from extraction_documents import build, link

from analysis.extraction.events import find_events


def test_a_refusal_answers_whoever_acted_against_it_in_the_sentence_before():
    doc = build("""
Roma Roma PROPN nsubj 2
ha avere AUX aux 2 VerbForm=Fin|Number=Sing
accusato accusare VERB ROOT 2 VerbForm=Part
Atene Atene PROPN obj 2
. . PUNCT punct 2
--
Il il DET det 6
governo governo NOUN nsubj 9
greco greco ADJ amod 6
ha avere AUX aux 9 VerbForm=Fin|Number=Sing
smentito smentire VERB ROOT 9 VerbForm=Part
. . PUNCT punct 9
""")
    rows = find_events(doc, link(doc, Roma="ITA", Atene="GRC", greco="GRC"), [], [], "d")
    assert [(row["type"], row["source_id"], row["target_id"]) for row in rows] == [
        ("ACCUSE", "ITA", "GRC"),
        ("REJECT", "GRC", "ITA"),
    ]
