"""Parameters, normalisation, safe HTML, folders, spreadsheet, comparison: no kernel needed."""

import json

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from analysis.errors import InputError
from analysis.tables import SCHEMAS, make_table, write_tables
from analysis.tables.xlsx import write_workbook
from analysis.workflow import compare_reports
from analysis.workflow.folders import built_aside
from analysis.workflow.normalise import normalise, notebook_text
from analysis.workflow.parameters import check_parameters, find_notebooks, for_notebook
from analysis.workflow.safe_html import output_html, safe_html


def test_every_bad_parameter_is_named(notebooks):
    sources = find_notebooks(notebooks)
    given = {"drawz": "5", "seed": "seven", "dossier": "x", 'a"; import os; b': "1"}
    with pytest.raises(InputError) as error:
        check_parameters(given, "", sources)
    said = str(error.value)
    assert len(error.value.problems) == 4
    assert "Did you mean `draws`? Known: draws, language, seed." in said and "is no int: 'seven'" in said
    assert "set by the report itself" in said


def test_parameters_are_typed_and_reach_whoever_knows_them(notebooks):
    sources = find_notebooks(notebooks)
    values = check_parameters({"draws": "50", "seed": 3}, "it", sources)
    assert values == {"draws": 50, "language": "it", "seed": 3}
    assert for_notebook(sources[0], values) == {"dossier": "inputs", "tables": "tables", "language": "it"}
    assert for_notebook(sources[1], values)["draws"] == 50
    for bad in ({"draws": True}, {"draws": 1.5}, {"draws": "1.0"}, {"language": "fr"}):
        with pytest.raises(InputError):
            check_parameters(bad, "", sources)


def _run(stamp: str):
    cell = new_code_cell("x", id="fixed", metadata={"papermill": {"duration": stamp}, "tags": ["kept"]})
    pieces = ["ab", "c\n"] if stamp == "1" else ["abc\n"]
    cell.outputs = [new_output("stream", name="stdout", text=text) for text in pieces]
    cell.outputs.append(new_output("stream", name="stderr", text=f"/tmp/{stamp}/x.py: warning"))
    cell.outputs.append(new_output("display_data", {"text/plain": f"<object at 0x7f00{stamp}abcdef>"}))
    injected = new_code_cell(
        f"# Parameters\na = {stamp}", id=f"random{stamp}", metadata={"tags": ["injected-parameters"]}
    )
    metadata = {"papermill": {"start_time": stamp}, "language_info": {"name": "python", "version": f"3.1{stamp}"}}
    return new_notebook(cells=[injected, cell], metadata=metadata)


def test_normalised_runs_are_the_same():
    one, two = (notebook_text(normalise(_run(stamp), {"a": "perché"})) for stamp in "12")
    assert one == two and "perché" in one and "kept" in one and "abc" in one
    nbformat.validate(nbformat.reads(one, as_version=4))


@pytest.mark.parametrize(
    "payload",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '<a href="javascript:alert(1)">x</a>',
        '<a href="data:text/html,x">x</a>',
        "<svg><script>alert(1)</script></svg>",
        '<iframe src="https://x"></iframe>',
        '<p style="background:url(https://x)">x</p>',
        "<style>p{background:url(https://x)}</style>",
        '<form action="https://x"><input></form>',
        '<meta http-equiv="refresh" content="0;url=https://x">',
    ],
)
def test_nothing_active_passes(payload):
    shown = output_html(new_output("display_data", {"text/html": payload}))
    assert not any(word in shown.lower() for word in ("<script", "onerror", "javascript:", "<iframe", "url(", "<form"))
    assert "<meta" not in shown and "data:text" not in shown and "alert(1)</" not in shown.replace("</p>", "")


def test_types_that_run_code_are_left_out():
    for kind in (
        "application/javascript",
        "text/vnd.mermaid",
        "application/vnd.jupyter.widget-view+json",
        "text/latex",
    ):
        assert output_html(new_output("display_data", {kind: "alert(1)"})) == ""
    svg = output_html(new_output("display_data", {"image/svg+xml": "<svg onload='x'/>", "text/plain": 'a "b"'}))
    assert svg.startswith('<div class="output"><img src="data:image/svg+xml;base64,') and "onload" not in svg
    assert output_html(new_output("stream", text="<b>")) == '<pre class="output">&lt;b&gt;</pre>'


def test_marks_anchors_and_links_stay():
    kept = '<mark style="background: #fff;" title="t">x</mark><a href="#evidence-1">[1]</a><b id="evidence-1">y</b>'
    assert safe_html(kept) == kept
    assert safe_html('<a href="02_two.ipynb#a">n</a>') == '<a href="02_two.html#a">n</a>'
    assert "noopener" in safe_html('<a href="https://example.org">n</a>')


def test_folder_is_swapped_only_at_the_end(tmp_path):
    target = tmp_path / "r"
    with built_aside(target, "mark") as folder:
        (folder / "mark").write_text("old")
    with pytest.raises(ValueError):
        with built_aside(target, "mark") as folder:
            (folder / "mark").write_text("new")
            raise ValueError
    assert (target / "mark").read_text() == "old"
    with built_aside(target, "mark") as folder:
        (folder / "mark").write_text("new")
    assert (target / "mark").read_text() == "new" and [p.name for p in tmp_path.iterdir()] == ["r"]


def _tables(titles):
    tables = {name: make_table(name, []) for name in SCHEMAS}
    row = {
        "file": "f",
        "language": "it",
        "translation": "none",
        "source_grade": "F",
        "information_grade": "6",
        "chars": 3,
    }
    tables["documents"] = make_table(
        "documents", [{**row, "doc_id": f"d{i}", "title": t} for i, t in enumerate(titles)]
    )
    return tables


def test_spreadsheet_keeps_text_as_text_and_bytes_the_same(tmp_path):
    import zipfile

    tables = _tables(["=1+1", "https://example.org", "007", "x" * 40_000, "a\x07b"])
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(tables, tmp_path / name, "Riservato & altro")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        sheets = [book.read(n).decode() for n in book.namelist() if "worksheets/sheet" in n]
        strings = book.read("xl/sharedStrings.xml").decode()
    assert not any("<f>" in sheet or "hyperlink" in sheet for sheet in sheets)
    assert "=1+1" in strings and "<t>007</t>" in strings and "[…]" in strings


def test_comparison_names_new_and_gone_rows(tmp_path):
    for name, titles in (("old", ["uno"]), ("new", ["uno", "due"])):
        write_tables(_tables(titles), tmp_path / name / "tables")
        text = json.dumps({"inputs": {}, "outputs": {}, "parameters": {"seed": len(titles)}, "run_id": name})
        (tmp_path / name / "manifest.json").write_text(text)
    said = compare_reports(tmp_path / "old", tmp_path / "new")
    assert "documents: 1 -> 2 rows, 1 new, 0 gone." in said and "+ d1  due" in said and "Parameter seed: 1 -> 2" in said
    assert "events: 0 rows, no row new or gone." in said
    with pytest.raises(InputError):
        compare_reports(tmp_path, tmp_path / "new")
