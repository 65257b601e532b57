"""Roles that stand in compound prepositions, with another event, with a place or a text."""

from extraction_documents import build

from analysis.extraction.events import find_events
from analysis.extraction.links import Link, Links

NAMES = {"Roma": "ITA", "Parigi": "FRA", "Atene": "GRC", "Uniti": "USA", "greco": "GRC", "greche": "GRC"}


def pairs(text, places=None):
    doc = build(text)
    found = []
    for token in doc:
        if token.text in NAMES:
            kind = "name" if token.text[0].isupper() else "demonym"
            found.append(Link(token.i, token.i + 1, NAMES[token.text], kind, "LOC", "test"))
        if token.text in (places or {}):
            found.append(Link(token.i, token.i + 1, "", "name", "LOC", "test", places[token.text]))
    rows = find_events(doc, Links(found, {}), [], [], "d")
    return sorted((row["type"], row["source_id"], row["target_id"]) for row in rows)


def test_nei_confronti_di_names_the_target():
    assert ("ACCUSE", "ITA", "FRA") in pairs("""
Nuove nuovo ADJ amod 1
accuse accusa NOUN ROOT 1 Gender=Fem
di di ADP case 3
Roma Roma PROPN nmod 1
nei in ADP case 5
confronti confronto NOUN nmod 1
di di ADP case 7
Parigi Parigi PROPN nmod 5
. . PUNCT punct 1
""")


def test_a_verb_of_motion_with_essere_is_active():
    found = pairs(
        """
Roma Roma PROPN nsubj 2
è essere AUX aux 2 VerbForm=Fin|Number=Sing
volata volare VERB ROOT 2 VerbForm=Part
a a ADP case 4
Creta Creta PROPN obl 2
. . PUNCT punct 2
""",
        {"Creta": "GRC"},
    )
    assert found == [("CONSULT", "ITA", "GRC")]


def test_the_stati_of_a_name_are_no_auxiliary():
    assert ("AGREE", "USA", "GRC") in pairs("""
Gli il DET det 1
Stati Stati PROPN nsubj 4
Uniti Uniti PROPN flat:name 1
sono essere AUX cop 4 VerbForm=Fin|Number=Plur
pronti pronto ADJ ROOT 4
a a ADP mark 6
fornire fornire VERB advcl 4 VerbForm=Inf
aiuti aiuto NOUN obj 6
ad a ADP case 9
Atene Atene PROPN obl 6
. . PUNCT punct 4
""")


def test_a_government_that_asks_is_not_what_is_asked_for():
    assert ("REQUEST", "ITA", "GRC") in pairs("""
Il il DET det 1
governo governo NOUN nsubj 5
di di ADP case 3
Roma Roma PROPN nmod 1
ha avere AUX aux 5 VerbForm=Fin|Number=Sing
ordinato ordinare VERB ROOT 5 VerbForm=Part
ad a ADP case 7
Atene Atene PROPN obl 5
di di ADP mark 9
partire partire VERB xcomp 5 VerbForm=Inf
. . PUNCT punct 5
""")


def test_blame_falls_on_whoever_does_what_is_blamed():
    found = pairs("""
Roma Roma PROPN nsubj 2
ha avere AUX aux 2 VerbForm=Fin|Number=Sing
protestato protestare VERB ROOT 2 VerbForm=Part
per per ADP case 5
il il DET det 5
sequestro sequestro NOUN obl 2
della di ADP case 7
nave nave NOUN nmod 5
da da ADP case 9
parte parte NOUN nmod 5
di di ADP case 11
Atene Atene PROPN nmod 9
. . PUNCT punct 2
""")
    assert ("ACCUSE", "ITA", "GRC") in found
    assert ("ACCUSE", "GRC", "ITA") not in found


def test_a_resolution_speaks_for_whoever_adopts_it():
    assert ("ACCUSE", "ITA", "GRC") in pairs("""
Roma Roma PROPN nsubj 2
ha avere AUX aux 2 VerbForm=Fin|Number=Sing
approvato approvare VERB ROOT 2 VerbForm=Part
una uno DET det 4
risoluzione risoluzione NOUN obj 2
che che PRON nsubj 6
condanna condannare VERB acl:relcl 4 VerbForm=Fin|Number=Sing
Atene Atene PROPN obj 6
. . PUNCT punct 2
""")


def test_two_that_break_off_relations_do_so_to_each_other():
    found = pairs("""
Roma Roma PROPN nsubj 4
e e CCONJ cc 2
Atene Atene PROPN conj 0
hanno avere AUX aux 4 VerbForm=Fin|Number=Plur
rotto rompere VERB ROOT 4 VerbForm=Part
le il DET det 6
relazioni relazione NOUN obj 4
. . PUNCT punct 4
""")
    assert found == [("SANCTION", "GRC", "ITA"), ("SANCTION", "ITA", "GRC")]


def test_a_cleft_names_who_does_it():
    assert ("ASSAULT", "ITA", "GRC") in pairs("""
È essere AUX cop 1 VerbForm=Fin|Number=Sing
Roma Roma PROPN ROOT 1
a a ADP mark 3
bombardare bombardare VERB xcomp 1 VerbForm=Inf
Atene Atene PROPN obj 3
. . PUNCT punct 1
""")


def test_whoever_answers_raids_is_their_target():
    assert ("ASSAULT", "GRC", "ITA") in pairs("""
Roma Roma PROPN nsubj 1
risponde rispondere VERB ROOT 1 VerbForm=Fin|Number=Sing
alle a ADP case 3
incursioni incursione NOUN obl 1
greche greco ADJ amod 3
. . PUNCT punct 1
""")


def test_a_bombed_city_stands_for_its_state_and_an_arrest_for_the_place_where_it_happens():
    bombed = """
Roma Roma PROPN nsubj 2
ha avere AUX aux 2 VerbForm=Fin|Number=Sing
bombardato bombardare VERB ROOT 2 VerbForm=Part
Creta Creta PROPN obj 2
. . PUNCT punct 2
"""
    assert pairs(bombed, {"Creta": "GRC"}) == [("ASSAULT", "ITA", "GRC")]
    arrested = """
Un uno DET det 1
medico medico NOUN nsubj:pass 5
greco greco ADJ amod 1
è essere AUX aux 5 VerbForm=Fin|Number=Sing
stato essere AUX aux:pass 5 VerbForm=Part
arrestato arrestare VERB ROOT 5 VerbForm=Part
a a ADP case 7
Nizza Nizza PROPN obl 5
. . PUNCT punct 5
"""
    assert pairs(arrested, {"Nizza": "FRA"}) == [("COERCE", "FRA", "GRC")]


def test_a_war_of_tariffs_is_no_assault():
    found = pairs("""
La il DET det 1
guerra guerra NOUN nsubj 8
dei di ADP case 3
dazi dazio NOUN nmod 1
tra tra ADP case 5
Roma Roma PROPN nmod 1
e e CCONJ cc 7
Parigi Parigi PROPN conj 5
continua continuare VERB ROOT 8 VerbForm=Fin|Number=Sing
. . PUNCT punct 8
""")
    assert found == [("SANCTION", "FRA", "ITA"), ("SANCTION", "ITA", "FRA")]
