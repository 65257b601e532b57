from extraction_documents import build, link

from analysis.extraction.events import find_events

NAMES = {
    "Roma": "ITA",
    "Parigi": "FRA",
    "Atene": "GRC",
    "Lisbona": "PRT",
    "greco": "GRC",
    "greci": "GRC",
    "francesi": "FRA",
}


def pairs(text, **more):
    doc = build(text)
    rows = find_events(doc, link(doc, **{**NAMES, **more}), [], [], "d")
    return sorted((row["type"], row["source_id"], row["target_id"]) for row in rows), rows


def test_whoever_is_asked_does_what_the_infinitive_says():
    found, _ = pairs("""
Roma Roma PROPN nsubj 2
ha avere AUX aux 2
esortato esortare VERB ROOT 2 VerbForm=Part
Parigi Parigi PROPN obj 2
a a ADP mark 5
condannare condannare VERB xcomp 2 VerbForm=Inf
Atene Atene PROPN obj 5
. . PUNCT punct 2
""")
    assert ("ACCUSE", "FRA", "GRC") in found
    assert ("ACCUSE", "ITA", "GRC") not in found


def test_the_order_of_words_outweighs_a_subject_hung_elsewhere():
    found, _ = pairs("""
L'~ il DET det 1
8 8 NUM nsubj 6
luglio luglio NOUN flat 1
Roma Roma PROPN flat 1
e e CCONJ cc 5
Parigi Parigi PROPN conj 1
condannano condannare VERB ROOT 6 VerbForm=Fin|Number=Plur
Atene Atene PROPN obj 6
. . PUNCT punct 6
""")
    assert found == [("ACCUSE", "FRA", "GRC"), ("ACCUSE", "ITA", "GRC")]


def test_a_clause_that_says_what_somebody_will_do_keeps_its_subject():
    found, _ = pairs("""
Roma Roma PROPN nsubj 2
ha avere AUX aux 2 VerbForm=Fin|Number=Sing
annunciato annunciare VERB ROOT 2 VerbForm=Part
che che SCONJ mark 4
attaccherà attaccare VERB ccomp 2 VerbForm=Fin|Number=Sing
Atene Atene PROPN obj 4
. . PUNCT punct 2
""")
    assert ("ASSAULT", "ITA", "GRC") in found


def test_a_verb_that_opens_the_sentence_has_its_object_after_it():
    found, _ = pairs("""
Ha avere AUX aux 1
accusato accusare VERB ROOT 1 VerbForm=Part
Roma Roma PROPN nsubj 1
. . PUNCT punct 1
""")
    assert all(source != "ITA" for _, source, _ in found)


def test_people_hit_are_named_by_their_nationality():
    found, _ = pairs("""
Soldati soldato NOUN nsubj:pass 3
greci greco ADJ amod 0
sono essere AUX aux:pass 3
uccisi uccidere VERB ROOT 3 VerbForm=Part
da da ADP case 5
miliziani miliziano NOUN obl:agent 3
francesi francese ADJ amod 5
. . PUNCT punct 3
""")
    assert found == [("ASSAULT", "FRA", "GRC")]


def test_a_counted_noun_names_the_actor():
    found, _ = pairs("""
Un un DET det 1
gruppo gruppo NOUN nsubj 5
di di ADP case 3
soldati soldato NOUN nmod 1
francesi francese ADJ amod 3
attacca attaccare VERB ROOT 5 VerbForm=Fin
Atene Atene PROPN obj 5
. . PUNCT punct 5
""")
    assert found == [("ASSAULT", "FRA", "GRC")]


def test_a_threat_is_addressed_to_whom_its_condition_names():
    found, rows = pairs("""
Roma Roma PROPN nsubj 1
minaccia minacciare VERB ROOT 1 VerbForm=Fin
una un DET det 3
ritorsione ritorsione NOUN obj 1
se se SCONJ mark 6
Parigi Parigi PROPN nsubj 6
rifiuta rifiutare VERB advcl 1 VerbForm=Fin
. . PUNCT punct 1
""")
    assert ("THREATEN", "ITA", "FRA") in found
    assert any(row["rule_id"].endswith(":if-clause") for row in rows)


def test_the_only_other_actor_of_the_clause_is_the_target_and_the_rule_says_so():
    text = """
Roma Roma PROPN nsubj 1
respinge respingere VERB ROOT 1 VerbForm=Fin
una un DET det 3
formula formula NOUN obj 1
per per ADP case 6
i il DET det 6
colloqui colloquio NOUN nmod 3
presso presso ADP case 8
Atene Atene PROPN nmod 6
{more}. . PUNCT punct 1
"""
    found, rows = pairs(text.format(more=""))
    assert ("REJECT", "ITA", "GRC") in found
    assert [row["rule_id"].split(":")[-1] for row in rows if row["type"] == "REJECT"] == ["only-other"]
    two = text.format(more="e e CCONJ cc 10\nParigi Parigi PROPN conj 8\n")
    assert ("REJECT", "ITA", "") in pairs(two)[0]


def test_a_protest_without_another_country_is_against_ones_own():
    found, rows = pairs("""
Studenti studente NOUN nsubj 2
greci greco ADJ amod 0
manifestano manifestare VERB ROOT 2 VerbForm=Fin
. . PUNCT punct 2
""")
    assert found == [("PROTEST", "GRC", "GRC")]
    assert rows[0]["rule_id"].endswith(":at-home")


def test_two_sides_and_two_targets_make_no_cross_product():
    found, _ = pairs("""
Roma Roma PROPN nsubj 3
e e CCONJ cc 2
Parigi Parigi PROPN conj 0
condannano condannare VERB ROOT 3 VerbForm=Fin
Atene Atene PROPN obj 3
e e CCONJ cc 6
Lisbona Lisbona PROPN conj 4
. . PUNCT punct 3
""")
    assert len(found) == 2


def test_who_is_only_beside_what_is_asked_for_is_no_target():
    found, _ = pairs("""
Roma Roma PROPN nsubj 2
ha avere AUX aux 2 VerbForm=Fin
inviato inviare VERB ROOT 2 VerbForm=Part
missili missile NOUN obj 2
per per ADP case 6
la il DET det 6
guerra guerra NOUN nmod 3
presso presso ADP case 8
Atene Atene PROPN nmod 6
. . PUNCT punct 2
""")
    assert all(target != "GRC" for kind, _, target in found if kind == "AID")
