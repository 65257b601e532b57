from extraction_documents import build, link

from analysis.extraction.events import find_events
from analysis.extraction.links import Links
from analysis.language.words import read_words

ACTIVE = """
Mosca Mosca PROPN nsubj 2
ha avere AUX aux 2
condannato condannare VERB ROOT 2 VerbForm=Part
Kiev Kiev PROPN obj 2
. . PUNCT punct 2
"""
PASSIVE = """
Kiev Kiev PROPN nsubj:pass 3
è essere AUX aux 3
stata essere AUX aux:pass 3
condannata condannare VERB ROOT 3 VerbForm=Part
da da ADP case 5
Mosca Mosca PROPN obl 3
. . PUNCT punct 3
"""
NOUN = (
    """
L'~ il DET det 1
invasione invasione NOUN nsubj 7
dell'~ di ADP case 3
Ucraina Ucraina PROPN nmod 1
da da ADP case 5
parte parte NOUN nmod 1
di_Mosca Mosca PROPN nmod 5
continua continuare VERB ROOT 7 VerbForm=Fin
. . PUNCT punct 7
""".replace(
        "di_Mosca Mosca PROPN nmod 5\ncontinua continuare VERB ROOT 7",
        "di di ADP case 7\nMosca Mosca PROPN nmod 5\ncontinua continuare VERB ROOT 8",
    )
    .replace("nsubj 7", "nsubj 8")
    .replace("punct 7", "punct 8")
)
MUTUAL = """
L'~ il DET det 1
incontro incontro NOUN ROOT 1
tra tra ADP case 3
Mosca Mosca PROPN nmod 1
e e CCONJ cc 5
Kiev Kiev PROPN conj 3
. . PUNCT punct 1
"""
DEMONYM = """
Il il DET det 1
veto veto NOUN ROOT 1
russo russo ADJ amod 1
in in ADP case 4
Consiglio Consiglio PROPN nmod 1
. . PUNCT punct 1
"""
MANY = """
Mosca Mosca PROPN nsubj 3
e e CCONJ cc 2
Minsk Minsk PROPN conj 0
condannano condannare VERB ROOT 3 VerbForm=Fin
Kiev Kiev PROPN obj 3
. . PUNCT punct 3
"""
NAMES = {"Mosca": "RUS", "Kiev": "UKR", "Ucraina": "UKR", "russo": "RUS", "Consiglio": "igo:unsc", "Minsk": "BLR"}


def rows_of(text, times=(), statements=()):
    doc = build(text)
    rows = find_events(doc, link(doc, **NAMES), list(times), list(statements), "d")
    assert all(doc.text[row["start"] : row["end"]] == row["trigger"] for row in rows)
    return rows


def pairs(rows):
    return sorted((row["type"], row["source_id"], row["target_id"]) for row in rows)


def test_active_and_passive_give_the_same_roles():
    assert pairs(rows_of(ACTIVE)) == [("ACCUSE", "RUS", "UKR")]
    assert pairs(rows_of(PASSIVE)) == [("ACCUSE", "RUS", "UKR")]


def test_a_noun_with_its_genitive_as_target_and_da_parte_di_as_source():
    assert pairs(rows_of(NOUN)) == [("ASSAULT", "RUS", "UKR")]


def test_a_mutual_event_has_one_row_per_direction():
    rows = rows_of(MUTUAL)
    assert pairs(rows) == [("CONSULT", "RUS", "UKR"), ("CONSULT", "UKR", "RUS")]
    assert len({row["trigger"] for row in rows}) == 1


def test_a_demonym_is_a_source():
    assert pairs(rows_of(DEMONYM)) == [("REJECT", "RUS", "igo:unsc")]


def test_coordinated_subjects_share_one_object():
    assert pairs(rows_of(MANY)) == [("ACCUSE", "BLR", "UKR"), ("ACCUSE", "RUS", "UKR")]


def test_date_statement_and_intensity():
    time = {"start": 0, "end": 5, "type": "DATE", "value": "2024-03"}
    said = {"start": 0, "end": 25, "statement_id": "st-1"}
    (row,) = rows_of(ACTIVE, [time], [said])
    assert (row["date"], row["statement_id"], row["intensity"]) == ("2024-03", "st-1", -2.0)
    assert row["rule_id"].startswith("event:condemn:condannare")


def test_roles_roll_up_to_the_state():
    doc = build(ACTIVE)
    links = link(doc, {"person:x": "RUS"}, Mosca="person:x", Kiev="UKR")
    (row,) = find_events(doc, links, [], [], "d")
    assert (row["source_id"], row["source_state"]) == ("person:x", "RUS")


def test_nothing_without_a_parse():
    from spacy.lang.it import Italian

    assert find_events(read_words(Italian()("Mosca ha condannato Kiev.")), Links([], {}), [], [], "d") == []
