from extraction_documents import build, link

from analysis.extraction.forecasts import find_forecasts

EXPECTED = """
Si si PRON expl 1
prevede prevedere VERB ROOT 1 VerbForm=Fin
che che SCONJ mark 4
Mosca Mosca PROPN nsubj 4
attaccherà attaccare VERB ccomp 1 VerbForm=Fin
a a ADP case 6
maggio maggio NOUN obl 4
. . PUNCT punct 1
"""
FUTURE = """
Mosca Mosca PROPN nsubj 1
attaccherà attaccare VERB ROOT 1 VerbForm=Fin
presto presto ADV advmod 1
. . PUNCT punct 1
"""


def rows_of(text, times=(), statements=()):
    doc = build(text)
    rows = find_forecasts(doc, link(doc, Mosca="RUS"), list(times), list(statements), "2024-01-10", "d")
    assert all(doc.text[row["start"] : row["end"]] == row["text"] for row in rows)
    return rows


def test_what_is_expected_of_whom_by_when():
    time = {"start": 32, "end": 38, "type": "DATE", "value": "2024-05"}
    (row,) = rows_of(EXPECTED, [time])
    assert (row["text"], row["actor_ids"], row["horizon"]) == ("Mosca attaccherà a maggio", "RUS", "2024-05")
    assert row["rule_id"] == "forecast:prevedere"


def test_the_future_is_a_forecast_only_where_somebody_says_it():
    assert rows_of(FUTURE) == []
    said = {"start": 0, "end": 23, "statement_id": "st-1", "speaker_id": "UKR"}
    (row,) = rows_of(FUTURE, statements=[said])
    assert (row["statement_id"], row["actor_ids"]) == ("st-1", "RUS")


DATED = """
Mosca Mosca PROPN nsubj 1
attaccherà attaccare VERB ROOT 1 VerbForm=Fin
a a ADP case 3
maggio maggio NOUN obl 1
. . PUNCT punct 1
"""
SCHEDULED = """
Il il DET det 1
vertice vertice NOUN nsubj 3
dovrebbe dovere AUX aux 3
tenersi tenere VERB ROOT 3 VerbForm=Inf
a a ADP case 5
maggio maggio NOUN obl 3
. . PUNCT punct 3
"""
RISK = """
Mosca Mosca PROPN nsubj 1
rischia rischiare VERB ROOT 1 VerbForm=Fin
di di ADP mark 3
perdere perdere VERB xcomp 1 VerbForm=Inf
la il DET det 5
base base NOUN obj 3
. . PUNCT punct 1
"""
PARTICIPLE = """
Il il DET det 1
voto voto NOUN nsubj:pass 3
{} essere AUX aux:pass 3
previsto prevedere VERB ROOT 3 VerbForm=Part
entro entro ADP case 6
due due NUM nummod 6
anni anno NOUN obl 3
. . PUNCT punct 3
"""
MAY = """
Mosca Mosca PROPN nsubj 2
potrebbe potere AUX aux 2
cedere cedere VERB ROOT 2 VerbForm=Inf
la il DET det 4
base base NOUN obj 2
. . PUNCT punct 2
"""
WHILE = """
Finché finché SCONJ mark 2
Mosca Mosca PROPN nsubj 2
attaccherà attaccare VERB advcl 4 VerbForm=Fin
nessuno nessuno PRON nsubj 4
tratterà trattare VERB ROOT 4 VerbForm=Fin
la il DET det 6
pace pace NOUN obj 4
. . PUNCT punct 4
"""


def test_the_future_that_names_its_day_needs_no_speaker():
    time = {"start": 19, "end": 25, "type": "DATE", "value": "2024-05"}
    (row,) = rows_of(DATED, [time])
    assert (row["text"], row["horizon"], row["rule_id"]) == (
        "Mosca attaccherà a maggio",
        "2024-05",
        "forecast:calendar",
    )


def test_a_day_that_is_over_is_no_horizon():
    assert rows_of(DATED, [{"start": 19, "end": 25, "type": "DATE", "value": "2023-05"}]) == []


def test_dovrebbe_that_foresees():
    (row,) = rows_of(SCHEDULED, [{"start": 30, "end": 36, "type": "DATE", "value": "2024-05"}])
    assert (row["horizon"], row["rule_id"]) == ("2024-05", "forecast:dovere")


def test_a_risk():
    (row,) = rows_of(RISK)
    assert (row["text"], row["actor_ids"]) == ("Mosca rischia di perdere la base", "RUS")


def test_within_a_span_of_time_counts_from_publication():
    time = {"start": 25, "end": 33, "type": "DURATION", "value": "P2Y"}
    (row,) = rows_of(PARTICIPLE.format("è"), [time])
    assert (row["horizon"], row["rule_id"]) == ("2026", "forecast:atteso")


def test_what_was_expected_once_is_no_forecast():
    assert rows_of(PARTICIPLE.format("era")) == []


def test_what_may_be_is_a_forecast_only_where_somebody_says_it():
    assert rows_of(MAY) == []
    said = {"start": 0, "end": 29, "statement_id": "st-1", "speaker_id": "UKR"}
    assert [row["text"] for row in rows_of(MAY, statements=[said])] == ["Mosca potrebbe cedere la base"]


def test_the_clause_of_a_condition_foretells_nothing():
    said = {"start": 0, "end": 52, "statement_id": "st-1", "speaker_id": "UKR"}
    assert [row["text"] for row in rows_of(WHILE, statements=[said])] == ["nessuno tratterà la pace"]
