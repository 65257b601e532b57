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


TURN = """
Tocca toccare VERB ROOT 0 VerbForm=Fin
a a ADP case 2
Tokyo Tokyo PROPN obl 0
aiutare aiutare VERB csubj 0 VerbForm=Inf
Kiev Kiev PROPN obj 3
. . PUNCT punct 0
"""
DUE = """
Le il DET det 1
sanzioni sanzione NOUN nsubj:pass 4
non non ADV advmod 4
vanno andare AUX aux 4
revocate revocare VERB ROOT 4 VerbForm=Part
. . PUNCT punct 4
"""
THAT = """
Rutte Rutte PROPN nsubj 1
propone proporre VERB ROOT 1 VerbForm=Fin
che che SCONJ mark 4
Tokyo Tokyo PROPN nsubj 4
aiuti aiutare VERB ccomp 1 Mood=Sub|VerbForm=Fin
Kiev Kiev PROPN obj 4
. . PUNCT punct 1
"""
APPEAL = """
Rutte Rutte PROPN nsubj 1
lancia lanciare VERB ROOT 1 VerbForm=Fin
un uno DET det 3
appello appello NOUN obj 1
a a ADP case 5
Tokyo Tokyo PROPN nmod 3
affinché affinché SCONJ mark 7
aiuti aiutare VERB advcl 1 Mood=Sub|VerbForm=Fin
Kiev Kiev PROPN obj 7
. . PUNCT punct 1
"""
WISH = """
Tokyo Tokyo PROPN nsubj 1
aiuti aiutare VERB ROOT 1 Mood=Sub|Tense=Pres|VerbForm=Fin
Kiev Kiev PROPN obj 1
. . PUNCT punct 1
"""
TWO = """
Tokyo Tokyo PROPN nsubj 4
e e CCONJ cc 2
Pechino Pechino PROPN conj 0
devono dovere AUX aux 4
aiutare aiutare VERB ROOT 4 VerbForm=Inf
Kiev Kiev PROPN obj 4
e e CCONJ cc 7
fermare fermare VERB conj 4 VerbForm=Inf
Rutte Rutte PROPN obj 7
. . PUNCT punct 4
"""
CRISIS = """
Tokyo Tokyo PROPN nsubj 2
deve dovere AUX aux 2
affrontare affrontare VERB ROOT 2 VerbForm=Inf
una uno DET det 4
crisi crisi NOUN obj 2
. . PUNCT punct 2
"""
SCHEDULED = """
Tokyo Tokyo PROPN nsubj 2
dovrebbe dovere AUX aux 2
ratificare ratificare VERB ROOT 2 VerbForm=Inf
il il DET det 4
patto patto NOUN obj 2
venerdì venerdì NOUN obl 2
. . PUNCT punct 2
"""
QUOTED = """
«~ « PUNCT punct 1
Fermate fermare VERB ROOT 1 Mood=Imp|VerbForm=Fin
le il DET det 3
armi~ arma NOUN obj 1
» » PUNCT punct 1
. . PUNCT punct 1
"""
WE = """
«~ « PUNCT punct 2
Dobbiamo dovere AUX aux 2
aiutare aiutare VERB ROOT 2 VerbForm=Inf
Kiev~ Kiev PROPN obj 2
» » PUNCT punct 2
. . PUNCT punct 2
"""
ASKS_LEAVE = """
Rutte Rutte PROPN nsubj 1
chiede chiedere VERB ROOT 1 VerbForm=Fin
di di ADP mark 3
parlare parlare VERB xcomp 1 VerbForm=Inf
. . PUNCT punct 1
"""
PASSIVE = """
Tokyo Tokyo PROPN nsubj:pass 2
è essere AUX aux:pass 2
invitata invitare VERB ROOT 2 VerbForm=Part
da da ADP case 4
Rutte Rutte PROPN obl:agent 2
ad a ADP mark 6
aiutare aiutare VERB xcomp 2 VerbForm=Inf
Kiev Kiev PROPN obj 6
. . PUNCT punct 2
"""
STATED = {"start": 0, "end": 200, "statement_id": "st-1", "speaker_id": "person:mark-rutte", "form": "direct"}


def parts(row):
    return row["text"], row["agent_ids"], row["target_ids"], row["proponent_id"]


def test_whose_turn_it_is():
    assert [parts(row) for row in rows_of(TURN)] == [("aiutare Kiev", "JPN", "UKR", "")]


def test_what_is_due_keeps_its_negation():
    assert [parts(row) for row in rows_of(DUE)] == [("non vanno revocate", "", "", "")]


def test_the_subject_of_the_clause_should_act():
    assert [parts(row) for row in rows_of(THAT)] == [("aiuti Kiev", "JPN", "UKR", "person:mark-rutte")]


def test_an_appeal_by_a_noun():
    assert [parts(row) for row in rows_of(APPEAL)] == [("aiuti Kiev", "JPN", "UKR", "person:mark-rutte")]


def test_a_wish_in_the_subjunctive():
    assert [parts(row) for row in rows_of(WISH)] == [("aiuti Kiev", "JPN", "UKR", "")]


def test_coordinated_actions_share_their_agents():
    assert [(row["text"], row["agent_ids"]) for row in rows_of(TWO)] == [
        ("aiutare Kiev", "JPN|CHN"),
        ("fermare Rutte", "JPN|CHN"),
    ]


def test_the_passive_names_who_asks_and_who_is_asked():
    assert [parts(row) for row in rows_of(PASSIVE)] == [("aiutare Kiev", "JPN", "UKR", "person:mark-rutte")]


def test_a_duty_of_fact_is_no_recommendation():
    assert rows_of(CRISIS) == [] and rows_of(CRISIS, [STATED]) == []


def test_what_stands_in_a_calendar_is_foreseen():
    doc = build(SCHEDULED)
    friday = {"start": 34, "end": 41, "type": "DATE", "value": "2024-05-03"}
    assert find_recommendations(doc, link(doc, **NAMES), [friday], [], "d") == []
    assert len(find_recommendations(doc, link(doc, **NAMES), [], [], "d")) == 1


def test_an_imperative_only_in_somebodys_words():
    assert rows_of(QUOTED) == []
    assert [parts(row) for row in rows_of(QUOTED, [STATED])] == [("Fermate le armi", "", "", "person:mark-rutte")]


def test_we_are_those_for_whom_the_speaker_acts():
    assert [row["agent_ids"] for row in rows_of(WE, [STATED])] == ["person:mark-rutte"]
    assert [row["agent_ids"] for row in rows_of(WE, [STATED | {"form": "indirect"}])] == [""]


def test_asking_leave_for_oneself_asks_nobody():
    assert rows_of(ASKS_LEAVE) == []
