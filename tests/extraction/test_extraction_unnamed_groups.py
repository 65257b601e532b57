from extraction_documents import build, link

from analysis.extraction.events import find_events


def pairs(text, **names):
    doc = build(text)
    rows = find_events(doc, link(doc, **names), [], [], "d")
    return [(row["type"], row["source_id"], row["target_id"]) for row in rows]


def test_a_group_without_a_name_is_the_agent_of_a_passive_verb():
    text = """
Roma Roma PROPN nsubj:pass 3
è essere AUX aux 3 VerbForm=Fin|Number=Sing
stata essere AUX aux:pass 3
attaccata attaccare VERB ROOT 3 VerbForm=Part
dai da ADP case 5
ribelli ribelle NOUN obl:agent 3
. . PUNCT punct 3
"""
    assert pairs(text, Roma="ITA") == [("ASSAULT", "group:ribelli", "ITA")]


def test_a_group_without_a_name_is_the_object_where_the_text_names_no_other():
    text = """
Roma Roma PROPN nsubj 1
attacca attaccare VERB ROOT 1 VerbForm=Fin|Number=Sing
i il DET det 3
miliziani miliziano NOUN obj 1
. . PUNCT punct 1
"""
    assert pairs(text, Roma="ITA") == [("ASSAULT", "ITA", "group:miliziani")]


def test_two_sides_that_promise_promise_each_other():
    text = """
Roma Roma PROPN nsubj 4
e e CCONJ cc 2
Atene Atene PROPN conj 0
hanno avere AUX aux 4 VerbForm=Fin|Number=Plur
promesso promettere VERB ROOT 4 VerbForm=Part
moderazione moderazione NOUN obj 4
. . PUNCT punct 4
"""
    assert sorted(pairs(text, Roma="ITA", Atene="GRC")) == [("AGREE", "GRC", "ITA"), ("AGREE", "ITA", "GRC")]


def test_whoever_follows_the_verb_after_a_quotation_speaks():
    text = """
Mosca Mosca PROPN nsubj 1
attacca attaccare VERB ROOT 1 VerbForm=Fin|Number=Sing
» » PUNCT punct 1
, , PUNCT punct 1
denuncia denunciare VERB conj 1 VerbForm=Fin|Number=Sing
Roma Roma PROPN obj 4
. . PUNCT punct 1
"""
    assert ("ACCUSE", "ITA", "RUS") in pairs(text, Roma="ITA", Mosca="RUS")


def test_whoever_helps_is_not_acted_on():
    text = """
Roma Roma PROPN nsubj 1
schiera schierare VERB ROOT 1 VerbForm=Fin|Number=Sing
truppe truppa NOUN obj 1
con con ADP case 5
l'~ il DET det 5
aiuto aiuto NOUN obl 1
di di ADP case 7
Parigi Parigi PROPN nmod 5
. . PUNCT punct 1
"""
    assert ("MOBILIZE", "ITA", "FRA") not in pairs(text, Roma="ITA", Parigi="FRA")
