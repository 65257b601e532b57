"""The flat CSV there and back, files of Discourse Network Analyzer, and errors with file and line."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_actors_positions import advice, event, said, tables

from analysis.actors.discourse import one_mode
from analysis.actors.exports import flat_statements, read_statements, statements_csv
from analysis.actors.independence import ground_of
from analysis.actors.positions import position_matrix, position_rows
from analysis.errors import InputError
from analysis.tables import make_table


def dossier():
    made = tables(
        [advice(0, "inviare armi", "person:rossi"), advice(1, "non inviare armi", "person:bruni", doc="d1")],
        [said(0, 10, 50, "person:bruni"), said(1, 0, 50, "person:rossi")],
        [event(0, 20)],
    )
    affiliations = [
        {"person_id": "person:rossi", "org_id": org, "role": "r", "doc_id": "d0", "start": i, "end": i + 1, "text": "x"}
        for i, org in enumerate(["ITA", "org:istituto", "org:istituto"])
    ]
    made["affiliations"] = make_table("affiliations", affiliations)
    made["documents"]["published"] = "2024-06-01"
    return made


def written(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "statements.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_everything_is_spelled_out():
    made = dossier()
    flat = flat_statements(position_rows(made), made)
    row = flat[flat["source_row_id"] == "rec-0"].iloc[0]
    assert row[["document", "date", "origin", "actor", "organisation", "concept", "agreement"]].tolist() == [
        "Titolo",
        "2024-06-01",
        "ansa",
        "rossi",
        "istituto",
        "inviare armi",
        "agree",
    ]
    claim = flat[flat["kind"] == "claim"].iloc[0]
    assert claim[["actor", "about", "agreement"]].tolist() == ["rossi", "bruni", "agree"]
    assert flat[flat["actor_id"] == "person:bruni"].iloc[0]["organisation"] == ""


def test_there_and_back(tmp_path):
    made = dossier()
    rows = position_rows(made)
    back = read_statements(written(tmp_path, statements_csv(flat_statements(rows, made))))
    pd.testing.assert_frame_equal(back, rows)
    nothing = rows.head(0)
    text = statements_csv(flat_statements(nothing, made))
    pd.testing.assert_frame_equal(read_statements(written(tmp_path, text)), nothing)


TEXT = st.text(st.characters(codec="utf-8"), max_size=30)


@settings(max_examples=60, deadline=None)
@given(TEXT, TEXT.filter(str.strip))
def test_any_text_comes_back(tmp_path_factory, text, concept):
    made = dossier()
    rows = position_rows(made).assign(text=text, title=concept)
    path = written(tmp_path_factory.mktemp("csv"), statements_csv(flat_statements(rows, made)))
    pd.testing.assert_frame_equal(read_statements(path), rows)


def test_statements_coded_by_hand_come_in(tmp_path):
    """The columns of an event list of DNA: semicolons, 1 and 0 for agreement, organisations without persons."""
    text = (
        "\ufeffstatement_id;time;document_title;person;organization;concept;agreement;start;stop;text\n"
        '7;2024-06-01 00:00:00;Primo articolo;;Istituto Alfa;Rinnovare il mandato;1;10;30;"che si rinnovi; presto"\n'
        "8;2024-06-02 00:00:00;Secondo articolo;Ida Neri;Ente Beta;Rinnovare il mandato;0;5;20;non serve\n"
    )
    rows = read_statements(written(tmp_path, text))
    assert rows[["doc_id", "actor_id", "stance", "start", "end", "text"]].values.tolist() == [
        ["primo-articolo", "org:istituto-alfa", "agree", 10, 30, "che si rinnovi; presto"],
        ["secondo-articolo", "person:ida-neri", "disagree", 5, 20, "non serve"],
    ]
    assert rows["position_id"].nunique() == 1 and set(rows["kind"]) == {"coded"}
    assert rows["source_row_id"].is_unique and rows["statement_id"].tolist() == ["7", "8"]
    matrix = position_matrix(rows, ground_of(tables()))
    assert one_mode(matrix, aggregation="conflict").loc["org:istituto-alfa", "person:ida-neri"] == 1


HEAD = "doc_id,actor,concept,agreement,start,end,date\n"


@pytest.mark.parametrize(
    "text, line, message",
    [
        (HEAD + "d,a,c,maybe,0,1,\n", 2, "agreement is `maybe`"),
        (HEAD + 'd,a,"c\nc",1,0,1,\nd,a,c,1,x,1,\n', 4, "start is `x`"),
        (HEAD + "d,a,c,1,0,1,\n\nd,a, ,1,0,1,\n", 4, "no concept"),
        (HEAD + ",a,c,1,0,1,\n", 2, "no document"),
        (HEAD + "d,a,c,1,5,1,\n", 2, "start 5 lies after end 1"),
        (HEAD + "d,a,c,1,0,1,1 giugno\n", 2, "date is `1 giugno`"),
        (HEAD + "d,a,c,1,-3,1,\n", 2, "start is `-3`"),
        (HEAD + "d,a,c\n", 2, "3 fields where the first line names 7"),
        ("doc_id,actor,agreement\n", 1, "no column concept"),
        ("concept,agreement,doc_id\n", 1, "no column actor_id or actor or organisation"),
        ("", 1, "no column"),
    ],
)
def test_errors_name_file_line_and_remedy(tmp_path, text, line, message):
    with pytest.raises(InputError) as caught:
        read_statements(written(tmp_path, text))
    problem = caught.value.problems[0]
    assert (problem.file, problem.line) == ("statements.csv", line) and message in problem.message and problem.remedy


def test_every_error_is_told_at_once_and_other_encodings_are_refused(tmp_path):
    with pytest.raises(InputError) as caught:
        read_statements(written(tmp_path, HEAD + "d,a,c,?,0,1,\nd,a,,1,0,1,\n"))
    assert [problem.line for problem in caught.value.problems] == [2, 3]
    with pytest.raises(InputError, match="UTF-8"):
        read_statements(written(tmp_path, HEAD + "d,perché,c,1,0,1,\n", "latin-1"))
    with pytest.raises(InputError, match="cannot be read"):
        read_statements(tmp_path / "none.csv")


def coded(tmp_path, *lines):
    path = tmp_path / "coded.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_statements(path)


def test_names_make_identifiers_and_never_fall_together(tmp_path):
    rows = coded(
        tmp_path, "document,actor_id,actor,concept,agreement", "!!!, ,Ada Bruni,c,agree", "???,RUS ,,c,1", "??,,中,c,0"
    )
    assert rows["actor_id"].to_list()[:2] == ["person:ada-bruni", "RUS"]
    assert rows["actor_id"][2].startswith("person:x") and rows["doc_id"].nunique() == 3


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["doc_id,actor_id,concept,concept,agreement", "d,RUS,a,b,agree"], "stands twice"),
        (["doc_id,actor_id,concept,agreement,start", f"d,RUS,a,agree,{'9' * 30}"], "line 2"),
        (["doc_id,actor_id,position_id,concept,agreement", "d,RUS,P,a,1", "d,USA,P,b,0"], "two concepts"),
    ],
)
def test_what_cannot_be_kept_apart_is_refused(tmp_path, lines, said):
    with pytest.raises(InputError, match=said):
        coded(tmp_path, *lines)
