from extraction_documents import build, link

from analysis.extraction.coreference import with_references
from analysis.extraction.documents import resolution_rows
from analysis.extraction.events import find_events
from analysis.extraction.office_holders import office_holders

NAMES = {"Roma": "ITA", "Parigi": "FRA", "Atene": "GRC", "Rossi": "person:rossi", "Lega": "org:lega"}
FIRST = """
Roma Roma PROPN nsubj 1
incontra incontrare VERB ROOT 1 VerbForm=Fin|Number=Sing
Parigi Parigi PROPN obj 1
. . PUNCT punct 1
--"""


def resolved(text):
    doc = build(text)
    named = link(doc, **NAMES)
    links = with_references(doc, named, office_holders(doc, named))
    rows = [row for row in resolution_rows(doc, links, "d") if row["rule_id"].startswith("reference:")]
    assert all(doc.text[row["start"] : row["end"]] == row["text"] for row in rows)
    return [(row["text"], row["actor_id"], row["rule_id"]) for row in rows], doc, links


def test_a_sentence_without_a_subject_goes_on_with_the_one_before():
    found, doc, links = resolved(
        FIRST
        + """
Ha avere AUX aux 6 VerbForm=Fin|Number=Sing
poi poi ADV advmod 6
accusato accusare VERB ROOT 6 VerbForm=Part
Atene Atene PROPN obj 6
. . PUNCT punct 6
"""
    )
    assert ("accusato", "ITA", "reference:subject") in found
    rows = find_events(doc, links, [], [], "d")
    assert ("ACCUSE", "ITA", "GRC") in {(row["type"], row["source_id"], row["target_id"]) for row in rows}


def test_a_plural_verb_does_not_go_on_with_a_singular_subject():
    found, _, _ = resolved(
        FIRST
        + """
Hanno avere AUX aux 6 VerbForm=Fin|Number=Plur
poi poi ADV advmod 6
accusato accusare VERB ROOT 6 VerbForm=Part
Atene Atene PROPN obj 6
. . PUNCT punct 6
"""
    )
    assert not found


def test_the_two_countries_are_the_last_two_named():
    found, _, _ = resolved(
        FIRST
        + """
I il DET det 6
due due NUM nummod 6
Paesi paese NOUN nsubj 7
tacciono tacere VERB ROOT 7 VerbForm=Fin
. . PUNCT punct 7
"""
    )
    assert found == [("due Paesi", "FRA", "reference:both"), ("due Paesi", "ITA", "reference:both")]


COUNTRY = """
--
Il il DET det 1
Paese paese NOUN nsubj 2
tace tacere VERB ROOT 2 VerbForm=Fin
. . PUNCT punct 2
"""


def shifted(text, by):
    """Rows with their heads moved behind `by` tokens."""
    lines = []
    for line in text.strip().splitlines():
        fields = line.split()
        if len(fields) > 4:
            fields[4] = str(int(fields[4]) + by)
        lines.append(" ".join(fields))
    return "\n".join(lines)


def test_the_country_is_resolved_only_where_one_was_named():
    one = "Atene Atene PROPN nsubj 1\ncresce crescere VERB ROOT 1 VerbForm=Fin\n. . PUNCT punct 1"
    found, _, _ = resolved(one + "\n" + shifted(COUNTRY, 3))
    assert found == [("Paese", "GRC", "reference:country")]
    found, _, _ = resolved(FIRST.removesuffix("\n--") + "\n" + shifted(COUNTRY, 4))
    assert not found


def test_an_office_goes_back_to_the_person_that_bears_it():
    found, _, _ = resolved(
        """
Il il DET det 1
ministro ministro NOUN nsubj 3
Rossi Rossi PROPN flat 1
parte partire VERB ROOT 3 VerbForm=Fin
. . PUNCT punct 3
--
Il il DET det 6
ministro ministro NOUN nsubj 7
tace tacere VERB ROOT 7 VerbForm=Fin
. . PUNCT punct 7
"""
    )
    assert found == [("ministro", "person:rossi", "reference:office")]


def test_a_relative_pronoun_after_a_preposition_is_what_stands_before_it():
    found, _, _ = resolved("""
Atene Atene PROPN nsubj 6
, , PUNCT punct 0
con con ADP case 3
cui cui PRON obl 5
Roma Roma PROPN nsubj 5
tratta trattare VERB acl:relcl 0 VerbForm=Fin
tace tacere VERB ROOT 6 VerbForm=Fin
. . PUNCT punct 6
""")
    assert found == [("cui", "GRC", "reference:relative")]


def test_a_leader_with_an_adjective_takes_up_the_president_of_the_sentence_before():
    found, _, _ = resolved("""
La il DET det 1
presidente presidente NOUN nsubj 4
Rossi Rossi PROPN nmod 1
è essere AUX aux 4 VerbForm=Fin|Number=Sing
arrivata arrivare VERB ROOT 4 VerbForm=Part
. . PUNCT punct 4
--
La il DET det 7
leader leader NOUN nsubj 9
uscente uscente ADJ amod 7
saluta salutare VERB ROOT 9 VerbForm=Fin|Number=Sing
. . PUNCT punct 9
""")
    assert ("leader", "person:rossi", "reference:office") in found


def test_an_office_of_the_other_gender_is_not_taken_up():
    found, _, _ = resolved("""
La il DET det 1
presidente presidente NOUN nsubj 4
Rossi Rossi PROPN nmod 1
è essere AUX aux 4 VerbForm=Fin|Number=Sing
arrivata arrivare VERB ROOT 4 VerbForm=Part
. . PUNCT punct 4
--
Il il DET det 7
presidente presidente NOUN nsubj 8
saluta salutare VERB ROOT 8 VerbForm=Fin|Number=Sing
. . PUNCT punct 8
""")
    assert not found


def test_the_two_are_those_of_the_sentence_before_and_only_if_they_are_two():
    found, _, _ = resolved(
        FIRST
        + """
I il DET det 5
due due NUM nsubj 6
parlano parlare VERB ROOT 6 VerbForm=Fin|Number=Plur
. . PUNCT punct 6
"""
    )
    assert {actor for text, actor, _ in found if text == "due"} == {"ITA", "FRA"}


def test_who_is_described_beside_a_name_is_the_person():
    found, _, _ = resolved("""
Rossi Rossi PROPN nsubj 5
, , PUNCT punct 0
la il DET det 3
donna donna NOUN nsubj 5
greca greco ADJ amod 3
parla parlare VERB ROOT 5 VerbForm=Fin|Number=Sing
. . PUNCT punct 5
""")
    assert ("donna", "person:rossi", "reference:apposed") in found
