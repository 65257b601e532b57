import pytest
import spacy

from analysis.extraction.times import find_times

NLP = spacy.blank("it")


def times(text, published="2024-06-12"):
    return find_times(NLP.make_doc(text), published, "prova")


# 12 June 2024 was a Wednesday
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("L'accordo del 3 marzo 1998 resta in vigore", "1998-03-03"),
        ("L'intesa firmata il primo maggio 2001", "2001-05-01"),
        ("Ci ha pensato nel settembre 2021", "2021-09"),
        ("Eletto nel 2015, governa ancora", "2015"),
        ("Lo ha detto ieri il portavoce", "2024-06-11"),
        ("Arriverà domani", "2024-06-13"),
        ("Martedì il governo ha approvato la legge", "2024-06-11"),
        ("Il ministro partirà martedì", "2024-06-18"),
        ("L’incontro di lunedì scorso", "2024-06-10"),
        ("I colloqui di venerdì prossimo", "2024-06-14"),
        ("Due settimane fa la tregua è caduta", "2024-05-29"),
        ("Tre anni fa la tregua è caduta", "2021"),
        ("Il mese scorso la tregua è caduta", "2024-05"),
        ("Lo scorso anno la tregua è caduta", "2023"),
        ("Quest’anno la tregua è caduta", "2024"),
        ("A maggio la tregua è caduta", "2024-05"),
        ("Il vertice si terrà a maggio", "2025-05"),
        ("Entro dicembre arriveranno altri aiuti", "2024-12"),
        ("Il 28 marzo il Paese ha votato", "2024-03-28"),
        ("Il 20 ottobre il Paese ha votato", "2023-10-20"),
        ("Il testo fu firmato nell’estate del 2019", "2019"),
        ("Le riforme degli anni Novanta", "199"),
        ("La missione dal 3 al 5 marzo 2022", "2022-03-03"),
    ],
)
def test_value(text, value):
    assert [row["value"] for row in times(text)] == [value]


def test_spans_reproduce_the_text():
    text = "Ieri, due mesi dopo il voto del 28 marzo, l’accordo di sei anni è caduto."
    rows = times(text)
    assert len(rows) == 4
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)


def test_nothing_relative_is_resolved_without_the_day_of_publication():
    rows = times("Ieri, martedì, a maggio e lo scorso anno; poi il 28 marzo e nel 2011.", published="")
    assert [row["value"] for row in rows] == ["", "", "", "", "", "2011"]
    assert all(row["anchor"] == "" for row in rows)


def test_relative_to_a_date_in_the_text():
    rows = times("Nel settembre 2021 cadde il governo. Circa due mesi dopo il voto si insediò il nuovo.")
    assert (rows[1]["value"], rows[1]["anchor"]) == ("2021-11", "text")
    assert times("Due mesi dopo il voto si insediò il nuovo.")[0]["value"] == ""


def test_months_after_a_year_stay_open():
    assert [row["value"] for row in times("Nel 2019 cadde il governo; tre mesi dopo si votò.")] == ["2019", ""]


@pytest.mark.parametrize(("words", "edge"), [("All’inizio di", "start"), ("A metà", "mid"), ("Alla fine di", "end")])
def test_edges_keep_the_whole_period_as_value(words, edge):
    (row,) = times(f"{words} aprile 2023 la tregua è caduta")
    assert (row["value"], row["edge"]) == ("2023-04", edge)


def test_durations_and_sets_are_no_dates():
    rows = times("Per sei anni, ogni lunedì, si sono visti; il negoziato durò 18 mesi.")
    assert [(row["type"], row["value"]) for row in rows] == [("DURATION", "P6Y"), ("SET", ""), ("DURATION", "P18M")]


def test_impossible_day_has_no_value():
    assert times("Il 31 febbraio 2020")[0]["value"] == ""


def test_numbers_of_other_things_are_no_years():
    assert times("Ha inviato 2000 soldati e speso 1999 euro; il 2000 soldati") == []
