"""What the notebooks show: marks, what needs an eye, problems of corrections."""

import random
from types import SimpleNamespace

from analysis.tables import SCHEMAS, make_table
from analysis.workbench import attention, show_attention, show_problems, show_text
from analysis.workbench.marked import _mark


def tables(**rows):
    return {name: make_table(name, rows.get(name, [])) for name in SCHEMAS}


def document(doc_id, group):
    graded = {"translation": "none", "source_grade": "F", "information_grade": "6", "chars": 9}
    return {"doc_id": doc_id, "source_group": group, **graded}


def event(n, doc, incident, intensity=-9.0, modality="factual"):
    return {
        **{"event_id": f"ev-{n}", "incident_id": incident, "doc_id": doc, "start": n, "end": n + 1, "trigger": "x"},
        **{
            "type": "ASSAULT",
            "source_state": "RUS",
            "target_state": "UKR",
            "modality": modality,
            "intensity": intensity,
        },
    }


def test_marks_nest_cross_and_touch_and_text_is_escaped():
    spans = [
        (0, 4, 0, "statements", "s"),
        (2, 6, 1, "events", 'e"'),
        (6, 8, 4, "mentions", "m"),
        (3, 3, 1, "events", "n"),
    ]
    blue, pink, mauve = (f'<mark style="background:{color}"' for color in ("#e8f1fa", "#fbe3d6", "#ece6f5"))
    assert _mark("ab<cd>ef&", spans) == (
        f'{blue} title="s">ab</mark>{pink} title="s · e&quot;">&lt;c</mark>'
        f'{pink} title="e&quot;">d&gt;</mark>{mauve} title="m">ef</mark>&amp;'
    )


def test_marks_do_not_depend_on_how_many_there_are():
    chance, text = random.Random(1), "parola " * 3000
    spans = sorted({(s, s + chance.randint(1, 30), 1, "events", f"e{s}") for s in chance.choices(range(20000), k=4000)})
    assert _mark(text, spans).count("<mark") > 4000


def test_a_corrected_row_says_so_in_the_text():
    time = {"doc_id": "a", "start": 0, "end": 4, "text": "ieri", "type": "DATE", "correction_ids": "co-1"}
    shown = show_text(SimpleNamespace(doc_id="a", title="T", text="ieri sera"), tables(times=[time]))
    assert "corrected" in shown.html


def test_what_needs_an_eye():
    lost = {"correction_id": "co-1", "file": "corrections.yaml", "line": 3, "action": "reject", "status": "stale"}
    made = tables(
        documents=[document("a", "ansa"), document("b", "ansa"), document("c", "kyodo")],
        events=[
            *(event(1, "a", "in-1"), event(2, "b", "in-1"), event(3, "a", "in-2"), event(4, "c", "in-2")),
            *(event(5, "a", "in-3", intensity=-2.0), event(6, "a", "in-4", modality="denied")),
        ],
        mentions=[{"doc_id": d, "start": 0, "end": 5, "text": "Congo", "label": "LOC", "rule_id": "r"} for d in "ab"],
        corrections=[{**lost, "table": "events", "row": "ev-9", "note": "gone"}],
    )
    assert list(attention.low_support(made)["incident_id"]) == ["in-1"]
    assert attention.unlinked_names(made).loc[0, ["text", "times", "documents"]].tolist() == ["Congo", 2, "a|b"]
    assert "corrections that were not applied" in show_attention(made).html
    step = SimpleNamespace(tables=made, dossier=SimpleNamespace(problems=()))
    assert "corrections.yaml, line 3" in show_problems(step).html


def test_nothing_to_look_at():
    assert show_attention(tables()).html and attention.low_support(tables()).empty
