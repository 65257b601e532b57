from extraction_documents import build, link

from analysis.extraction.events import find_events
from analysis.extraction.links import Link, Links

NAMES = {"Roma": "ITA", "Parigi": "FRA", "Atene": "GRC", "greco": "GRC", "francese": "FRA"}


def pairs(text):
    doc = build(text)
    rows = find_events(doc, link(doc, **NAMES), [], [], "d")
    return sorted((row["type"], row["source_id"], row["target_id"]) for row in rows)


def test_the_genitive_of_an_attack_is_who_attacks():
    assert pairs("""
L'~ il DET det 1
attacco attacco NOUN nsubj 6
di di ADP case 3
Roma Roma PROPN nmod 1
ad a ADP case 5
Atene Atene PROPN nmod 1
continua continuare VERB ROOT 6 VerbForm=Fin
. . PUNCT punct 6
""") == [("ASSAULT", "ITA", "GRC")]


def test_a_war_between_two_is_fought_by_both():
    assert pairs("""
La il DET det 1
guerra guerra NOUN nsubj 6
tra tra ADP case 3
Roma Roma PROPN nmod 1
e e CCONJ cc 5
Atene Atene PROPN conj 3
continua continuare VERB ROOT 6 VerbForm=Fin
. . PUNCT punct 6
""") == [("ASSAULT", "GRC", "ITA"), ("ASSAULT", "ITA", "GRC")]


def test_a_talk_with_somebody_is_held_by_the_subject_of_the_clause():
    assert pairs("""
Dopo dopo ADP case 2
un un DET det 2
colloquio colloquio NOUN obl 7
con con ADP case 4
Roma Roma PROPN nmod 2
, , PUNCT punct 2
Atene Atene PROPN nsubj 7
tace tacere VERB ROOT 7 VerbForm=Fin
. . PUNCT punct 7
""") == [("CONSULT", "GRC", "ITA"), ("CONSULT", "ITA", "GRC")]


def test_a_place_that_is_hit_stands_for_its_state_and_no_place_of_speech_does():
    text = """
Roma Roma PROPN nsubj 2
ha avere AUX aux 2
{verb} VERB ROOT 2 VerbForm=Part
un un DET det 4
{noun} NOUN obj 2
{base} ADP case 6
Atene Atene PROPN obl 2
. . PUNCT punct 2
"""

    def read(verb, noun, base):
        doc = build(text.format(verb=verb, noun=noun, base=base))
        links = [Link(0, 1, "ITA", "name", "LOC", "test"), Link(6, 7, "", "name", "LOC", "test", "GRC")]
        rows = find_events(doc, Links(links, {}), [], [], "d")
        return [(row["source_id"], row["target_id"]) for row in rows]

    assert ("ITA", "GRC") in read("lanciato lanciare", "attacco attacco", "su su")
    assert ("ITA", "GRC") not in read("espresso esprimere", "sostegno sostegno", "a a")
