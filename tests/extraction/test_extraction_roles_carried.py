"""Subjects and targets that another clause lends: coordination, relative clauses, participles after a comma."""

from extraction_documents import build, link

from analysis.extraction.events import find_events

NAMES = {"Roma": "ITA", "Parigi": "FRA", "Atene": "GRC", "Lisbona": "PRT", "greco": "GRC"}


def pairs(text, states=None, **more):
    doc = build(text)
    rows = find_events(doc, link(doc, states, **{**NAMES, **more}), [], [], "d")
    return sorted((row["type"], row["source_id"], row["target_id"]) for row in rows), rows


def test_a_finite_verb_joined_to_an_infinitive_has_the_subject_of_the_finite_one():
    found, _ = pairs("""
Roma Roma PROPN nsubj 1
accusa accusare VERB ROOT 1 VerbForm=Fin|Number=Sing
Parigi Parigi PROPN obj 1
di di ADP mark 5
aver avere AUX aux 5 VerbForm=Inf
mentito mentire VERB acl 2 VerbForm=Part
e e CCONJ cc 7
condanna condannare VERB conj 5 VerbForm=Fin|Number=Sing
Atene Atene PROPN obj 7
. . PUNCT punct 1
""")
    assert ("ACCUSE", "ITA", "GRC") in found
    assert ("ACCUSE", "FRA", "GRC") not in found


def test_a_participle_joined_to_a_noun_shares_subject_and_auxiliary():
    found, _ = pairs("""
Roma Roma PROPN nsubj 2
ha avere AUX aux 2 VerbForm=Fin|Number=Sing
lodato lodare VERB ROOT 2 VerbForm=Part
il il DET det 4
vertice vertice NOUN obj 2
e e CCONJ cc 6
accusato accusare VERB conj 4 VerbForm=Part
Atene Atene PROPN obj 6
. . PUNCT punct 2
""")
    assert ("ACCUSE", "ITA", "GRC") in found


def test_where_somebody_meets_another_is_said_of_the_traveller():
    found, _ = pairs("""
Roma Roma PROPN nsubj 1
andrà andare VERB ROOT 1 VerbForm=Fin|Number=Sing
al a ADP case 3
porto porto NOUN obl 1
, , PUNCT punct 6
dove dove ADV advmod 6
incontrerà incontrare VERB acl:relcl 3 VerbForm=Fin|Number=Sing
Atene Atene PROPN obj 6
. . PUNCT punct 1
""")
    assert ("CONSULT", "ITA", "GRC") in found


def test_the_subject_blames_whom_a_participle_follows():
    found, rows = pairs("""
Roma Roma PROPN nsubj 2
ha avere AUX aux 2 VerbForm=Fin|Number=Sing
rotto rompere VERB ROOT 2 VerbForm=Part
con con ADP case 4
Atene Atene PROPN obl 2
, , PUNCT punct 6
accusata accusare VERB advcl 2 VerbForm=Part
di di ADP mark 8
spionaggio spionaggio NOUN obl 6
. . PUNCT punct 2
""")
    assert ("ACCUSE", "ITA", "GRC") in found
    assert rows[-1]["rule_id"].endswith(":clause-subject")


def test_missiles_hung_on_another_word_name_who_launched_them():
    found, _ = pairs("""
Atene Atene PROPN nsubj:pass 3
è essere AUX aux 3 VerbForm=Fin|Number=Sing
stata essere AUX aux:pass 3
colpita colpire VERB ROOT 3 VerbForm=Part
all' a ADP case 5
alba alba NOUN obl 3
da da ADP case 7
razzi razzo NOUN nmod 5
lanciati lanciare VERB acl 7 VerbForm=Part
da da ADP case 10
Parigi Parigi PROPN obl:agent 8
. . PUNCT punct 3
""")
    assert ("ASSAULT", "FRA", "GRC") in found


def test_a_description_before_a_relative_clause_is_the_person_named():
    found, _ = pairs(
        """
Bruni Bruni PROPN nsubj 9
, , PUNCT punct 3
la il DET det 3
donna donna NOUN appos 0
greca greco ADJ amod 3
che che PRON nsubj 6
accusa accusare VERB acl:relcl 3 VerbForm=Fin|Number=Sing
Parigi Parigi PROPN obj 6
, , PUNCT punct 3
tace tacere VERB ROOT 9 VerbForm=Fin|Number=Sing
. . PUNCT punct 9
""",
        greca="GRC",
        Bruni="person:ada-bruni",
    )
    assert ("ACCUSE", "person:ada-bruni", "FRA") in found


def test_who_ratifies_a_treaty_does_so_towards_the_other_party():
    found, rows = pairs("""
Roma Roma PROPN nsubj 2
ha avere AUX aux 2 VerbForm=Fin|Number=Sing
ratificato ratificare VERB ROOT 2 VerbForm=Part
l' il DET det 4
accordo accordo NOUN obj 2
voluto volere VERB acl 4 VerbForm=Part
da da ADP case 7
Atene Atene PROPN obl:agent 5
. . PUNCT punct 2
""")
    assert [pair for pair in found if pair[0] == "AGREE"] == [("AGREE", "ITA", "GRC")]
    assert rows[0]["rule_id"].endswith(":treaty")


def test_rebels_of_a_state_and_its_president_are_a_pair():
    found, _ = pairs(
        """
I il DET det 1
ribelli ribelle NOUN nsubj 4
greci greco ADJ amod 1
hanno avere AUX aux 4 VerbForm=Fin|Number=Plur
accusato accusare VERB ROOT 4 VerbForm=Part
Rossi Rossi PROPN obj 4
. . PUNCT punct 4
""",
        states={"person:ugo-rossi": "GRC"},
        greci="GRC",
        Rossi="person:ugo-rossi",
    )
    assert found == [("ACCUSE", "GRC", "person:ugo-rossi")]


def test_nothing_is_inferred_of_a_private_person():
    found, _ = pairs(
        """
Rossi Rossi PROPN nsubj 2
ha avere AUX aux 2 VerbForm=Fin|Number=Sing
rifiutato rifiutare VERB ROOT 2 VerbForm=Part
il il DET det 4
premio premio NOUN obj 2
nonostante nonostante ADP case 7
le il DET det 7
lodi lode NOUN obl 2
per per ADP case 9
Atene Atene PROPN nmod 7
. . PUNCT punct 2
""",
        Rossi="person:ugo-rossi",
    )
    assert all(not target for _, _, target in found)
