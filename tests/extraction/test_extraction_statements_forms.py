"""The forms of reported speech, on documents tagged by hand, all words hanging on the first verb of their sentence."""

import pytest
from extraction_documents import build, link, tagged

from analysis.extraction.statements import find_statements

NAMES = {
    "Rossi": "person:mario-rossi",
    "Verdi": "person:anna-verdi",
    "Mosca": "RUS",
    "Kiev": "UKR",
    "Parigi": "FRA",
    "turco": "TUR",
    "Reuters": "org:reuters",
}
SAID = "ha/AUX detto/VERB/dire/VerbForm=Part"


def said(text: str) -> list[tuple[str, str]]:
    doc = tagged(text)
    rows = find_statements(doc, link(doc, **NAMES), "d")
    assert all(doc.text[row["start"] : row["end"]] == row["text"] for row in rows)
    assert all(doc.text[row["cue_start"] : row["cue_end"]] == row["cue"] for row in rows)
    return [(row["speaker_id"], row["text"]) for row in sorted(rows, key=lambda r: r["start"])]


ROSSI, VERDI = "person:mario-rossi", "person:anna-verdi"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # after the cue
        (f"Rossi {SAID} che/SCONJ Mosca cede/VERB .", [(ROSSI, "Mosca cede")]),
        ("Mosca nega/VERB/negare di/ADP aver/AUX/avere ceduto/VERB/cedere .", [("RUS", "di aver ceduto")]),
        ("Rossi chiede/VERB/chiedere se/SCONJ Mosca cede/VERB .", [(ROSSI, "se Mosca cede")]),
        (f"Rossi {SAID} : « Mosca cede/VERB . Kiev resta/VERB » .", [(ROSSI, "« Mosca cede . Kiev resta »")]),
        (f"Rossi {SAID} , dopo/ADP il/DET vertice/NOUN , che/SCONJ Mosca cede/VERB .", [(ROSSI, "Mosca cede")]),
        # before it, around it
        (f"Mosca cede/VERB , {SAID} Rossi .", [(ROSSI, "Mosca cede")]),
        (f"« Mosca cede/VERB » , {SAID} Rossi .", [(ROSSI, "« Mosca cede »")]),
        (f"Mosca , {SAID} Rossi , cede/VERB troppo/ADV presto/ADV .", [(ROSSI, "cede troppo presto")]),
        (
            f"« Mosca non/ADV cede/VERB » , {SAID} Rossi , « e/CCONJ Kiev resta/VERB » .",
            [(ROSSI, "« Mosca non cede »"), (ROSSI, "« e Kiev resta »")],
        ),
        # cues in a row
        (
            f"Rossi {SAID} che/SCONJ Mosca cede/VERB , aggiungendo/VERB/aggiungere che/SCONJ Kiev resta/VERB .",
            [(ROSSI, "Mosca cede"), (ROSSI, "Kiev resta")],
        ),
        (
            f"Rossi {SAID} che/SCONJ Mosca cede/VERB , mentre/SCONJ Verdi nega/VERB/negare che/SCONJ Kiev resta/VERB .",
            [(ROSSI, "Mosca cede"), (VERDI, "Kiev resta")],
        ),
        # noun phrases
        (
            "Mosca accusa/VERB/accusare Kiev di/ADP aver/AUX/avere ceduto/VERB/cedere .",
            [("RUS", "di aver ceduto")],
        ),
        (
            "Rossi definisce/VERB/definire la/DET scelta/NOUN « del/ADP tutto/PRON folle/ADJ » .",
            [(ROSSI, "la scelta « del tutto folle »")],
        ),
        ("Parigi annuncia/VERB/annunciare il/DET ritiro/NOUN immediato/ADJ .", [("FRA", "il ritiro immediato")]),
        # phrases of source
        ("Secondo/ADP Rossi , Mosca cede/VERB .", [(ROSSI, "Mosca cede")]),
        ("Mosca cede/VERB , secondo/ADP la/DET Reuters .", [("org:reuters", "Mosca cede")]),
        (
            "Secondo/ADP quanto/PRON riferito/VERB/riferire da/ADP Rossi , Mosca cede/VERB .",
            [(ROSSI, "Mosca cede")],
        ),
        ("Per/ADP gli/DET esperti/NOUN , Mosca cede/VERB .", [("group:esperti", "Mosca cede")]),
        ("Per/ADP la/DET città/NOUN , Mosca cede/VERB troppo/ADV .", []),
        # without a cue
        ("Rossi : « Mosca cede/VERB molto/ADV presto/ADV » .", [(ROSSI, "« Mosca cede molto presto »")]),
        (
            "« Mosca cede/VERB molto/ADV presto/ADV » , è/AUX stata/AUX la/DET risposta/NOUN di/ADP Rossi .",
            [(ROSSI, "« Mosca cede molto presto »")],
        ),
        (
            "Queste/PRON le/DET parole/NOUN di/ADP Rossi : « Mosca cede/VERB molto/ADV presto/ADV » .",
            [(ROSSI, "« Mosca cede molto presto »")],
        ),
        # who says nothing
        (f"Rossi non/ADV {SAID} che/SCONJ Mosca cede/VERB .", []),
        ("Rossi dovrebbe/AUX dire/VERB/dire che/SCONJ Mosca cede/VERB .", []),
    ],
)
def test_what_is_said_and_by_whom(text, found):
    assert said(text) == found


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # the last who spoke, whatever the paragraph
        (f"Mosca cede/VERB , {SAID} Rossi .\n« Kiev resta/VERB » , {SAID} .", [ROSSI, ROSSI]),
        # by description: the role that stood beside a name, in the gender of the noun
        (
            f"La/DET/il/Gender=Fem ricercatrice/NOUN/ricercatrice/Gender=Fem Verdi {SAID} che/SCONJ Mosca cede/VERB .\n"
            f"Il/DET/il/Gender=Masc ministro/NOUN/ministro/Gender=Masc Rossi {SAID} che/SCONJ Kiev resta/VERB .\n"
            f"« Kiev resta/VERB » , {SAID} la/DET/il/Gender=Fem ricercatrice/NOUN/ricercatrice/Gender=Fem .",
            [VERDI, ROSSI, VERDI],
        ),
        # an organ of a state speaks for it, people of a state are a group
        (f"Il/DET governo/NOUN turco/ADJ {SAID} che/SCONJ Mosca cede/VERB .", ["TUR"]),
        (f"Un/DET diplomatico/NOUN turco/ADJ {SAID} che/SCONJ Mosca cede/VERB .", ["group:diplomatico"]),
        # a relative, a pronoun, a sentence that only names who speaks
        (f"Rossi , che/PRON ieri/ADV {SAID} che/SCONJ Mosca cede/VERB .", [ROSSI]),
        (f"Rossi {SAID} che/SCONJ Mosca cede/VERB .\nKiev resta/VERB , {SAID} lui/PRON .", [ROSSI, ROSSI]),
        ("Più/ADV cauto/ADJ Rossi .\nA/ADP suo/DET avviso/NOUN , Mosca cede/VERB .", [ROSSI]),
        # what was said stands in the sentence before
        ("Mosca cede/VERB .\nLo/PRON ha/AUX detto/VERB/dire/VerbForm=Part Rossi .", [ROSSI]),
        # nobody is named
        ("È/AUX stato/AUX annunciato/VERB/annunciare/VerbForm=Part che/SCONJ Mosca cede/VERB .", [""]),
    ],
)
def test_who_speaks(text, speakers):
    assert [speaker for speaker, _ in said(text)] == speakers


def test_a_thing_says_nothing():
    doc = build(
        """
        La il DET det 1
        legge legge NOUN nsubj 2
        prevede prevedere VERB ROOT 2 VerbForm=Fin
        che che SCONJ mark 5
        Mosca Mosca PROPN nsubj 5
        ceda cedere VERB ccomp 2 VerbForm=Fin
        """
    )
    assert find_statements(doc, link(doc, **NAMES), "d") == []


def test_a_quotation_that_goes_on_in_the_next_paragraph_belongs_to_who_speaks_there():
    text = f"« Mosca cede/VERB sempre/ADV .\n« Kiev resta/VERB » , {SAID} Rossi ."
    assert said(text) == [(ROSSI, "« Mosca cede sempre"), (ROSSI, "« Kiev resta »")]


def test_a_mark_never_closed_is_reported_and_loses_nothing():
    doc = tagged(f"Rossi {SAID} : « Mosca cede/VERB . Kiev resta/VERB .\nParigi dorme/VERB .")
    (row,) = find_statements(doc, link(doc, **NAMES), "d")
    assert row["text"] == "« Mosca cede . Kiev resta" and row["form"] == "direct"
    assert row["rule_id"].endswith(":never-closed")


def test_marks_inside_marks_make_one_quotation():
    assert said(f"« Mosca “ non/ADV cede/VERB ” mai/ADV » , {SAID} Rossi .") == [(ROSSI, "« Mosca “ non cede ” mai »")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # who speaks: partitives, what is named in passing, a name behind its role, "così", clefts
        (
            "Quattro/NUM dei/ADP partiti/NOUN , tra/ADP cui/PRON Kiev , hanno/AUX detto/VERB/dire/VerbForm=Part "
            "che/SCONJ Mosca cede/VERB .",
            [("group:partiti", "Mosca cede")],
        ),
        (
            f"Dopo/ADP la/DET visita/NOUN del/ADP premier/NOUN Rossi , il/DET vice/NOUN Verdi {SAID} che/SCONJ Mosca "
            "cede/VERB .",
            [(VERDI, "Mosca cede")],
        ),
        ("« Mosca cede/VERB » : così/ADV Rossi .", [(ROSSI, "« Mosca cede »")]),
        ("Rossi : « Mosca cede/VERB »", [(ROSSI, "« Mosca cede »")]),
        ("A/ADP dirlo/VERB/dire/VerbForm=Inf è/AUX Rossi : Mosca cede/VERB .", [(ROSSI, "Mosca cede .")]),
        (
            "Mosca cede/VERB ./PUNCT\nAd/ADP annunciarlo/VERB/annunciare/VerbForm=Inf è/AUX stato/AUX Rossi .",
            [(ROSSI, "Mosca cede .")],
        ),
        # a verb that the tagger takes for a noun
        ("Mosca stima/NOUN/stima che/SCONJ Kiev cede/VERB .", [("RUS", "Kiev cede")]),
        (
            "Mosca cede/VERB , scrive/VERB/scrivere il/DET quotidiano/NOUN « Reuters » .",
            [("org:reuters", "Mosca cede")],
        ),
    ],
)
def test_speakers_that_stand_elsewhere(text, found):
    assert [(who, what.rstrip(" .")) for who, what in said(text)] == [(who, what.rstrip(" .")) for who, what in found]
