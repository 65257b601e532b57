from extraction_documents import build, link

from analysis.extraction.links import Links
from analysis.extraction.statements import find_statements
from analysis.language.words import read_words

AFTER = """
La il DET det 1
Cina Cina PROPN nsubj 2
esita esitare VERB ROOT 2 VerbForm=Fin|Mood=Ind~
, , PUNCT punct 5
ha avere AUX aux 5
affermato affermare VERB parataxis 2 VerbForm=Part
Yoshioka Yoshioka PROPN nsubj 5
. . PUNCT punct 2
""".replace("Mood=Ind~", "Mood=Ind")
SUBJECTLESS = """
Mosca Mosca PROPN nsubj 1
esita esitare VERB ROOT 1 VerbForm=Fin
, , PUNCT punct 3
dice dire VERB parataxis 1 VerbForm=Fin
Yoshioka Yoshioka PROPN nsubj 3
. . PUNCT punct 1
--
« « PUNCT punct 8
Nessuno nessuno PRON nsubj 8
dorme dormire VERB ROOT 8 VerbForm=Fin
» » PUNCT punct 8
, , PUNCT punct 12
ha avere AUX aux 12
aggiunto aggiungere VERB parataxis 8 VerbForm=Part
. . PUNCT punct 8
"""
THAT = """
Gli il DET det 1
esperti esperto NOUN nsubj 2
sostengono sostenere VERB ROOT 2 VerbForm=Fin
che che SCONJ mark 5
Mosca Mosca PROPN nsubj 5
attende attendere VERB ccomp 2 VerbForm=Fin
e e CCONJ cc 9
che che SCONJ mark 9
Pechino Pechino PROPN nsubj 9
esita esitare VERB conj 5 VerbForm=Fin
. . PUNCT punct 2
"""
ACCORDING = """
Secondo secondo ADP case 1
Yoshioka Yoshioka PROPN obl 4
, , PUNCT punct 4
Mosca Mosca PROPN nsubj 4
attende attendere VERB ROOT 4 VerbForm=Fin
ancora ancora ADV advmod 4
. . PUNCT punct 4
"""
NAMES = {"Yoshioka": "person:akiko-yoshioka", "Mosca": "RUS", "Pechino": "CHN", "Cina": "CHN"}


def rows_of(text):
    doc = build(text)
    rows = find_statements(doc, link(doc, **NAMES), "d")
    assert all(doc.text[row["start"] : row["end"]] == row["text"] for row in rows)
    assert all(doc.text[row["cue_start"] : row["cue_end"]] == row["cue"] for row in rows)
    return rows


def test_content_before_its_cue_leaves_out_cue_and_speaker():
    (row,) = rows_of(AFTER)
    assert (row["text"], row["speaker_id"]) == ("La Cina esita", "person:akiko-yoshioka")
    assert (row["cue"], row["form"]) == ("ha affermato", "indirect")


def test_a_cue_without_subject_belongs_to_who_spoke_last():
    first, second = rows_of(SUBJECTLESS)
    assert first["speaker_id"] == second["speaker_id"] == "person:akiko-yoshioka"
    assert second["form"] == "direct"
    assert second["rule_id"].endswith("previous-speaker")


def test_two_contents_of_one_cue_and_a_group_that_speaks():
    rows = rows_of(THAT)
    assert [row["text"] for row in rows] == ["Mosca attende", "Pechino esita"]
    assert {row["speaker_id"] for row in rows} == {"group:esperti"}


def test_according_to():
    (row,) = rows_of(ACCORDING)
    assert (row["text"], row["cue"]) == ("Mosca attende ancora", "Secondo")
    assert row["speaker_id"] == "person:akiko-yoshioka"


def test_nothing_without_a_parse():
    from spacy.lang.it import Italian

    nlp = Italian()
    assert find_statements(read_words(nlp("Mosca esita, ha detto Putin.")), Links([], {}), "d") == []
    assert find_statements(read_words(nlp("")), Links([], {}), "d") == []
