"""Tone: who is judged by which words, and what is left neutral."""

import pandas as pd
import pytest

from analysis.actors.tone import tone
from analysis.actors.tone_dyads import tone_dyads
from analysis.actors.tone_lexicon import adjective_forms, forms_of, tokens_of, tone_words
from analysis.actors.tone_places import Mention, judgements
from analysis.tables import SCHEMAS, make_table

NAMES = {"Altamira": "AAA", "Bresca": "BBB", "Corvinia": "CCC", "Unione": "igo:u"}


def said_of(text):
    """Actor to tone: "good", "bad" or "unclear"; the actors are the invented states in the text."""
    tokens = tokens_of(text)
    mentions = [
        Mention(i, i + 1, NAMES[name]) for i, token in enumerate(tokens) for name in NAMES if token.word == name.lower()
    ]
    names = {"favourable": "good", "unfavourable": "bad", "neutral": "unclear"}
    return {one.actor_id: names[one.tone] for one in judgements(tokens, mentions)}


@pytest.mark.parametrize(
    "text, judged",
    [
        # copula
        ("Altamira è irresponsabile", {"AAA": "bad"}),
        ("Altamira è davvero un partner affidabile", {"AAA": "good"}),
        ("Altamira e Bresca sono inaffidabili", {"AAA": "bad", "BBB": "bad"}),
        ("Altamira si è dimostrata coraggiosa", {"AAA": "good"}),
        ("Bresca rappresenta una minaccia per Altamira", {"BBB": "bad"}),
        ("Il governo di Bresca è corrotto", {"BBB": "bad"}),
        ("Il porto di Bresca è pericoloso", {}),
        ("Bresca è la vittima di una politica aggressiva", {}),
        # genitive
        ("È l'ennesima provocazione di Corvinia", {"CCC": "bad"}),
        ("Le mosse sconsiderate di Altamira e Bresca", {"AAA": "bad", "BBB": "bad"}),
        ('Le mosse "sconsiderate" di Altamira', {"AAA": "bad"}),
        ("Le continue menzogne da parte di Altamira", {"AAA": "bad"}),
        ("Un partner affidabile di Altamira", {}),
        ("Una provocazione contro Altamira", {}),
        # apposition
        ("La coraggiosa Altamira resiste", {"AAA": "good"}),
        ("Rispondiamo a una Corvinia aggressiva", {}),
        ("Corvinia, nemico della pace, tace", {"CCC": "bad"}),
        # subject
        ("Corvinia tradisce i suoi alleati", {"CCC": "bad"}),
        ("Corvinia ci provoca ogni giorno", {"CCC": "bad"}),
        ("Altamira ha mantenuto la parola", {"AAA": "good"}),
        ("Con Altamira tradisce gli alleati", {}),
        ("Corvinia tradirà i suoi alleati", {}),
        # stance
        ("Condanniamo con forza l'arroganza di Corvinia", {"CCC": "bad"}),
        ("Condanniamo l'invasione di Altamira", {}),
        ("Condanniamo l'attacco contro Altamira", {}),
        ("Ringraziamo Altamira e Bresca per l'accoglienza", {"AAA": "good", "BBB": "good"}),
        ("Siamo al fianco di Altamira", {"AAA": "good"}),
        ("Sostengo che Altamira non firmerà", {}),
        # negation and shifters
        ("Altamira non è un partner affidabile", {"AAA": "bad"}),
        ("Altamira è poco affidabile", {"AAA": "bad"}),
        ("Altamira non è una minaccia", {"AAA": "unclear"}),
        ("Non solo Altamira è irresponsabile", {"AAA": "bad"}),
        ("Non ci fidiamo di Corvinia", {"CCC": "bad"}),
        ("Forse la coraggiosa Altamira cederà", {"AAA": "unclear"}),
        ("Se Altamira è affidabile, firmeremo", {"AAA": "unclear"}),
        ("Altamira è affidabile?", {"AAA": "unclear"}),
        ("Altamira dovrebbe essere più coraggiosa", {}),
        # what others think is theirs
        ("Bresca pensa che Altamira è irresponsabile", {"AAA": "unclear"}),
        ("Secondo Bresca, Altamira è irresponsabile", {"AAA": "unclear"}),
        ("Bresca considera Altamira inaffidabile", {"AAA": "unclear"}),
        ("Crediamo che Altamira è irresponsabile", {"AAA": "bad"}),
        # no judgement
        ("Altamira e Bresca firmano un accordo", {}),
        ("Corvinia ha attaccato il porto di Altamira", {}),
    ],
)
def test_whom_the_words_judge(text, judged):
    found = said_of(text)
    assert {actor: tone for actor, tone in found.items() if tone != "unclear" or actor in judged} == judged


def statement(n, speaker, text, start=0, doc="a", cue=(900, 905)):
    return {
        "statement_id": f"st-{n}", "doc_id": doc, "start": start, "end": start + len(text), "text": text,
        "form": "direct", "speaker_id": speaker, "cue_start": cue[0], "cue_end": cue[1], "rule_id": "r",
    }  # fmt: skip


def event(n, source, target, kind="ACCUSE", statement_id="", start=900, end=905, modality="factual"):
    return {
        "event_id": f"ev-{n}", "incident_id": f"in-{n}", "doc_id": "a", "start": start, "end": end, "trigger": "x",
        "type": kind, "source_id": source, "target_id": target, "source_state": source, "target_state": target,
        "modality": modality, "statement_id": statement_id, "intensity": -2.0, "rule_id": "r",
    }  # fmt: skip


def tables(statements, events=()):
    made = {name: pd.DataFrame(columns=list(schema.columns)) for name, schema in SCHEMAS.items()}
    made["statements"] = make_table("statements", statements)
    made["events"] = make_table("events", list(events))
    named = [
        {"doc_id": row["doc_id"], "start": row["start"] + at, "end": row["start"] + at + len(name), "text": name,
         "actor_id": NAMES[name], "label": "LOC", "rule_id": "r"}
        for row in statements for name in NAMES if (at := row["text"].find(name)) >= 0
    ]  # fmt: skip
    made["mentions"] = make_table("mentions", named)
    made["documents"] = pd.DataFrame({"doc_id": ["a", "b"], "source_group": ["ansa", "unnamed:b"], "title": ["", ""]})
    return made


def calls(found):
    return [tuple(row) for row in found[["speaker_id", "actor_id", "tone", "rule_id"]].itertuples(index=False)]


def test_words_events_and_their_rules():
    found = tone(
        tables(
            [
                statement(1, "person:x", "Altamira è irresponsabile"),
                statement(2, "person:x", "Bresca ha firmato con Corvinia", 100),
                statement(3, "", "Altamira è irresponsabile", 200),
            ],
            [
                event(1, "person:x", "BBB", "SUPPORT", "st-2", 110, 115),
                event(2, "person:y", "CCC", "ACCUSE", "st-2", 110, 115),
            ],
        )
    )
    assert calls(found) == [
        ("person:x", "AAA", "unfavourable", "tone:quality:irresponsibility"),
        ("person:x", "BBB", "favourable", "tone:event:SUPPORT"),
        ("person:x", "CCC", "neutral", "tone:none"),
    ]
    assert found["words"].tolist() == ["irresponsabile", "x", "Corvinia"]
    assert found["on"].tolist() == ["words", "event", ""]


def test_the_verb_that_introduces_several_pieces_judges_once_and_only_as_fact():
    pieces = [statement(1, "BBB", "parole sue", 0), statement(2, "BBB", "altre parole", 50)]
    assert calls(tone(tables(pieces, [event(1, "BBB", "AAA")]))) == [
        ("BBB", "AAA", "unfavourable", "tone:event:ACCUSE")
    ]
    assert tone(tables(pieces, [event(1, "BBB", "AAA", modality="denied")])).empty
    assert tone(tables(pieces, [event(1, "CCC", "AAA")])).empty


def test_a_minister_speaks_for_his_state():
    made = tables([statement(1, "person:x", "parole sue")], [event(1, "BBB", "AAA")])
    assert tone(made).empty
    assert calls(tone(made, {"person:x": "BBB"})) == [("person:x", "AAA", "unfavourable", "tone:event:ACCUSE")]


def test_good_and_ill_in_one_statement_is_neutral():
    found = tone(tables([statement(1, "person:x", "Altamira è coraggiosa. Altamira tradisce")]))
    assert calls(found) == [("person:x", "AAA", "favourable", "tone:quality:courage")], "one name was given as mention"
    made = tables([statement(1, "person:x", "Altamira è coraggiosa")], [event(1, "person:x", "AAA")])
    assert calls(tone(made)) == [("person:x", "AAA", "neutral", "tone:both")]


def test_what_is_ascribed_to_another_is_nobodys_tone():
    text = "Bresca lo ripete: Altamira è irresponsabile, e Corvinia tace"
    inner = "Altamira è irresponsabile"
    outer = statement(1, "person:y", text)
    nested = statement(2, "BBB", inner, text.index(inner))
    found = tone(tables([outer, nested]))
    assert set(found["speaker_id"]) == {"person:y"}, "what Y says that X thinks is no tone of X"
    assert dict(zip(found["actor_id"], found["tone"], strict=True))["AAA"] == "neutral"
    alone = tone(tables([nested]))
    assert calls(alone) == [("BBB", "AAA", "unfavourable", "tone:quality:irresponsibility")]


def test_pairs_count_words_once_and_name_every_statement():
    rows = tone(
        tables(
            [
                statement(1, "person:x", "«Altamira è irresponsabile»"),
                statement(2, "person:x", "Altamira è irresponsabile.", doc="b"),
                statement(3, "person:x", "Altamira è coraggiosa", 300),
                statement(4, "AAA", "Bresca tace", 500),
            ]
        )
    )
    pairs = tone_dyads(rows).set_index(["source", "target"])
    row = pairs.loc[("person:x", "AAA")]
    assert (row["favourable"], row["unfavourable"], row["neutral"]) == (1, 1, 0)
    assert row["unfavourable_ids"] == "st-1|st-2" and row["favourable_ids"] == "st-3"
    assert row["unfavourable_origins"] == 1, "a source that nobody names is none"
    assert row["unfavourable_words"] == 1 and row["statement_ids"] == "st-1|st-2|st-3"
    rolled = tone_dyads(rows, {"person:x": "AAA"})
    assert rolled[["source", "target"]].values.tolist() == [["AAA", "BBB"]], "nobody judges himself"


def test_nothing_said_no_rows():
    assert tone(tables([])).empty and tone_dyads(tone(tables([]))).empty


def test_inflection():
    assert adjective_forms("bellico") == {"bellico", "bellica", "bellici", "belliche"}
    assert adjective_forms("saggio") == {"saggio", "saggia", "saggi", "sagge"}
    assert forms_of("minaccia", "noun") == ["minacce", "minaccia"]
    assert forms_of("partner affidabile", "noun") == ["partner affidabile", "partner affidabili"]
    told = forms_of("tradire", "verb")
    assert "tradisce" in told and not {"tradire", "tradirà", "tradirebbe", "tradisse"} & set(told)


def test_no_word_is_in_two_tones():
    tones = {}
    for field in tone_words().lexicon.fields:
        for word in field.words:
            for form in forms_of(word, field.form):
                tones.setdefault(form, set()).add(field.tone)
    assert [form for form, given in tones.items() if len(given) > 1] == []
