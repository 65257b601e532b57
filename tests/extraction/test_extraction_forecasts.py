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
    rows = find_forecasts(doc, link(doc, Mosca="RUS"), list(times), list(statements), "d")
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
