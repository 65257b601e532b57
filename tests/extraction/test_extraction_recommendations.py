from extraction_documents import build, link

from analysis.extraction.recommendations import find_recommendations

MODAL = """
Tokyo Tokyo PROPN nsubj 2
dovrebbe dovere AUX aux 2
coinvolgere coinvolgere VERB ROOT 2 VerbForm=Inf
Pechino Pechino PROPN obj 2
. . PUNCT punct 2
"""
PREDICTION = """
Il il DET det 1
vertice vertice NOUN nsubj 3
dovrebbe dovere AUX aux 3
tenersi tenere VERB ROOT 3 VerbForm=Inf
a a ADP case 5
maggio maggio NOUN obl 3
. . PUNCT punct 3
"""
EXHORT = """
Rutte Rutte PROPN nsubj 1
esorta esortare VERB ROOT 1 VerbForm=Fin
Tokyo Tokyo PROPN obj 1
a a ADP mark 4
condividere condividere VERB xcomp 1 VerbForm=Inf
le il DET det 6
informazioni informazione NOUN obj 4
. . PUNCT punct 1
"""
DATIVE = """
Rutte Rutte PROPN nsubj 1
raccomanda raccomandare VERB ROOT 1 VerbForm=Fin
a a ADP case 3
Tokyo Tokyo PROPN obl 1
di di ADP mark 5
aiutare aiutare VERB xcomp 1 VerbForm=Inf
Kiev Kiev PROPN obj 5
. . PUNCT punct 1
"""
IMPERSONAL = """
Occorre occorrere VERB ROOT 0 VerbForm=Fin
evitare evitare VERB csubj 0 VerbForm=Inf
passi passo NOUN obj 1
affrettati affrettato ADJ amod 2
. . PUNCT punct 0
"""
NAMES = {"Tokyo": "JPN", "Pechino": "CHN", "Kiev": "UKR", "Rutte": "person:mark-rutte"}


def rows_of(text, statements=()):
    doc = build(text)
    rows = find_recommendations(doc, link(doc, **NAMES), [], list(statements), "d")
    assert all(doc.text[row["start"] : row["end"]] == row["text"] for row in rows)
    return rows


def test_a_duty_and_who_says_so():
    said = {"start": 0, "end": 34, "statement_id": "st-1", "speaker_id": "group:esperti"}
    (row,) = rows_of(MODAL, [said])
    assert (row["text"], row["agent_ids"], row["target_ids"]) == ("coinvolgere Pechino", "JPN", "CHN")
    assert (row["proponent_id"], row["statement_id"], row["cue"]) == ("group:esperti", "st-1", "dovrebbe")


def test_a_prediction_is_no_recommendation():
    assert rows_of(PREDICTION) == []


def test_exhorting_somebody_to_do_something():
    (row,) = rows_of(EXHORT)
    assert (row["text"], row["agent_ids"]) == ("condividere le informazioni", "JPN")
    assert (row["proponent_id"], row["cue"]) == ("person:mark-rutte", "esorta")


def test_advice_in_the_dative():
    (row,) = rows_of(DATIVE)
    assert (row["text"], row["agent_ids"], row["target_ids"]) == ("aiutare Kiev", "JPN", "UKR")


def test_impersonal_advice_names_no_agent():
    (row,) = rows_of(IMPERSONAL)
    assert (row["text"], row["agent_ids"], row["proponent_id"]) == ("evitare passi affrettati", "", "")
