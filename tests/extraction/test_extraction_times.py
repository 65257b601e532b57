import pytest
import spacy

from analysis.extraction.times import find_times
from analysis.language.words import read_words

NLP = spacy.blank("it")


def times(text, published="2024-06-12"):
    return find_times(read_words(NLP.make_doc(text)), published, "prova")


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
        ("La missione dal 28 dicembre al 3 gennaio 2021", "2020-12-28"),
        ("La spesa cresciuta tra il 2014 e il 2016", "2014"),
        ("I negoziati di marzo-aprile 2023", "2023-03"),
        ("In autunno la tregua è caduta", "2023"),
        ("In autunno il Paese voterà", "2024"),
        ("Nell’inverno 2005 la tregua è caduta", "2005"),
        ("Nel terzo trimestre il commercio è calato", "2023"),
        ("Nel primo semestre del 2021", "2021"),
        ("Gli anni Trenta dell’Ottocento", "183"),
        ("Un confine del XIX secolo", "18"),
        ("Un confine tracciato nel Novecento", "19"),
        ("La settimana scorsa la tregua è caduta", "2024-W23"),
        ("Lunedì della prossima settimana", "2024-06-17"),
        ("Giovedì sera la tregua è caduta", "2024-06-06"),
        ("Il 13 giugno scorso la tregua è caduta", "2023-06-13"),
        ("Il 3 marzo dell’anno scorso", "2023-03-03"),
        ("Nel luglio di due anni fa", "2022-07"),
        ("Dopo Natale la tregua è caduta", "2023-12-25"),
        ("ROMA, 12 giu - La tregua", "2024-06-12"),
        ("I colloqui, però, il 20 maggio erano falliti", "2024-05-20"),
        ("Teme che le basi vengano colpite in ottobre", "2024-10"),
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


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Un anno dopo l’intesa, firmata il 18 marzo 2021, la guerra riprese.", ["2022", "2021-03-18"]),
        ("Alla vigilia del voto del 9 luglio 2023 la tregua cadde.", ["2023-07-08", "2023-07-09"]),
        ("Il voto del 3 agosto 2022 slittò al 29 dello stesso mese.", ["2022-08-03", "2022-08-29"]),
        ("Eletto nel 2019, cadde nello stesso anno.", ["2019", "2019"]),
        ("Firmata nel luglio 2019, l’intesa cadde a marzo dell’anno successivo.", ["2019-07", "2020-03"]),
        ("Nel 2019 cadde il governo. Quel giorno si votava.", ["2019", ""]),
    ],
)
def test_relative_to_an_event_and_its_date(text, values):
    rows = times(text, published="")
    assert [row["value"] for row in rows] == values
    assert all(
        row["anchor"] == ("text" if row["rule_id"].endswith("-text") and row["value"] else "") for row in rows[1:]
    )


def test_a_date_far_above_anchors_nothing():
    text = "Nel settembre 2021 cadde il governo. " + "Altri fatti seguirono. " * 30 + "Due mesi dopo si votò."
    assert times(text)[-1]["value"] == ""


def test_months_after_a_year_stay_open():
    assert [row["value"] for row in times("Nel 2019 cadde il governo; tre mesi dopo si votò.")] == ["2019", ""]


@pytest.mark.parametrize(
    ("words", "edge"),
    [
        ("All’inizio di", "start"),
        ("A metà", "mid"),
        ("Alla fine di", "end"),
        ("Nei primi giorni di", "start"),
        ("Sul finire di", "end"),
    ],
)
def test_edges_keep_the_whole_period_as_value(words, edge):
    (row,) = times(f"{words} aprile 2023 la tregua è caduta")
    assert (row["value"], row["edge"]) == ("2023-04", edge)


def test_durations_and_sets_are_no_dates():
    rows = times("Per sei anni, ogni lunedì, si sono visti; il negoziato durò 18 mesi.")
    assert [(row["type"], row["value"]) for row in rows] == [("DURATION", "P6Y"), ("SET", ""), ("DURATION", "P18M")]
    rows = times("Ogni due anni, per un anno e mezzo, per un paio di mesi e per 1.200 giorni si sono visti.")
    assert [row["value"] for row in rows] == ["P2Y", "P1Y6M", "P2M", "P1200D"]
    assert [row["type"] for row in rows] == ["SET", "DURATION", "DURATION", "DURATION"]


def test_an_hour_of_the_day_is_no_duration():
    assert times("Alle 9.37 ora locale e alle 17:29 ora italiana") == []


def test_impossible_day_has_no_value():
    assert times("Il 31 febbraio 2020")[0]["value"] == ""


def test_numbers_of_other_things_are_no_years():
    assert times("Ha inviato 2000 soldati e speso 1999 euro; il 2000 soldati") == []
