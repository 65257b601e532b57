"""A small dossier and two small notebooks that use nothing of the workbook: runs are quick."""

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

TEXT = (
    "Il ministro degli Esteri ha detto ieri a Roma che il governo italiano intende sostenere la proposta del Giappone "
    "per un nuovo meccanismo di controllo delle sanzioni contro la Corea del Nord e che ne parlerà con gli alleati.\n"
)
PARAMETERS = 'dossier: str = ""  # folder\ntables: str = ""  # folder\nlanguage: str = ""  # it or en\n'


@pytest.fixture
def dossier(tmp_path):
    root = tmp_path / "prova"
    (root / "documents").mkdir(parents=True)
    (root / "documents" / "uno.txt").write_text(TEXT, encoding="utf-8")
    (root / "dossier.yaml").write_text(
        "title: Prova <b>\nhandling: Riservato\ndocuments:\n  - file: documents/uno.txt\n    published: 2024-06-16\n",
        encoding="utf-8",
    )
    return root


@pytest.fixture
def make_notebook():
    def make(path, *code, parameters=PARAMETERS, title="Passo"):
        cells = [new_markdown_cell(f"# {title}\n\n[Altro](02_two.ipynb)"), new_code_cell(parameters)]
        cells[1].metadata["tags"] = ["parameters"]
        notebook = new_notebook(cells=[*cells, *(new_code_cell(source) for source in code)])
        notebook.metadata["kernelspec"] = {"display_name": "Python 3", "language": "python", "name": "python3"}
        for number, cell in enumerate(notebook.cells):
            cell["id"] = f"c-{number}"
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook, path)
        return path

    return make


@pytest.fixture
def notebooks(tmp_path, make_notebook):
    folder = tmp_path / "notebooks"
    read = "from pathlib import Path\nprint(Path(dossier, 'documents', 'uno.txt').read_text(encoding='utf-8')[:20])"
    make_notebook(folder / "01_one.ipynb", read, "print(object())", title="Primo")
    draw = "print(draws, seed)\nPath('figures').mkdir(exist_ok=True)"
    make_notebook(
        folder / "02_two.ipynb",
        "from pathlib import Path",
        draw,
        parameters=PARAMETERS + "draws: int = 10  # draws\nseed: int = 7  # seed\n",
        title="Secondo",
    )
    return folder
