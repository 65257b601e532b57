"""A report from small notebooks: complete, the same twice, verified, and never half written."""

import json

import pytest

from analysis.briefing.manifest import hashes_below
from analysis.errors import InputError, RunError
from analysis.workflow import run_report, verify_report, what_changed


@pytest.fixture(autouse=True)
def steady_knowledge(monkeypatch):
    """These notebooks use no lexicons: somebody who edits one meanwhile must not fail a test."""
    for module in ("analysis.briefing.manifest", "analysis.workflow.verify"):
        monkeypatch.setattr(f"{module}.knowledge_hashes", lambda: {"lexicons": "0"})


def test_report_is_complete_reproducible_and_verifiable(dossier, notebooks, tmp_path):
    (dossier / "documents" / "out.txt").symlink_to("/etc/hostname")
    (dossier / "dossier.yaml").write_text("title: Prova <b>\nhandling: Riservato\n", encoding="utf-8")
    first = run_report(dossier, tmp_path / "a", "en", {"draws": "25"}, notebooks=notebooks)
    hashes = hashes_below(first)
    assert {"index.html", "01_one.html", "02_two.ipynb", "manifest.json", "inputs/dossier.yaml"} <= set(hashes)
    assert (first / "tables/documents/uno.txt").read_text(encoding="utf-8").startswith("Il ministro")
    manifest = json.loads((first / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["parameters"] == {"draws": 25, "language": "en"} and manifest["seed"] == 7
    assert set(manifest["outputs"]) == {f for f in hashes if not f.startswith("inputs/")} - {"manifest.json"}
    page = (first / "02_two.html").read_text(encoding="utf-8")
    assert "25 7" in page and "default-src 'none'" in page and "Riservato" in page
    index = (first / "index.html").read_text(encoding="utf-8")
    assert "Prova &lt;b&gt;" in index and 'lang="en"' in index and "documents/uno.txt" in index
    assert "out.txt: the file lies outside" in index and not (first / "inputs/documents/out.txt").exists()
    for file in first.rglob("*"):
        if file.is_file():
            assert str(tmp_path).encode() not in file.read_bytes(), file

    differing = verify_report(first, notebooks=notebooks)
    assert (differing, what_changed(first, notebooks)) == ([], [])

    (first / "01_one.html").write_text("changed", encoding="utf-8")
    (first / "inputs/documents/uno.txt").write_text("Altro testo, cambiato dopo.\n", encoding="utf-8")
    differing = verify_report(first, notebooks=notebooks)
    assert {"01_one.html", "inputs/documents/uno.txt", "01_one.ipynb"} <= set(differing)
    assert "02_two.ipynb" not in differing


def test_failed_run_leaves_the_old_report(dossier, make_notebook, tmp_path):
    out = tmp_path / "a"
    out.mkdir()
    (out / "manifest.json").write_text("{}")
    folder = tmp_path / "nb"
    make_notebook(folder / "01_one.ipynb", "1 / 0")
    with pytest.raises(RunError, match=r"01_one.ipynb, cell 4: ZeroDivisionError") as error:
        run_report(dossier, out, "", {}, notebooks=folder)
    assert [path.name for path in out.iterdir()] == ["manifest.json"]
    kept = tmp_path / "a.failed" / "01_one.ipynb"
    assert str(kept) in str(error.value) and "ZeroDivisionError" in kept.read_text(encoding="utf-8")
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".a")]


def test_folder_with_other_things_is_refused(dossier, notebooks, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("x")
    with pytest.raises(InputError, match="other things"):
        run_report(dossier, tmp_path / "mine", "", {}, notebooks=notebooks)
    with pytest.raises(InputError, match="inside the dossier"):
        run_report(dossier, dossier / "report", "", {}, notebooks=notebooks)


def test_no_report_is_refused(tmp_path):
    with pytest.raises(InputError, match="no report"):
        verify_report(tmp_path)
