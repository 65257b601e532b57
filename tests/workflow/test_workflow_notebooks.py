"""The form of the notebooks: short cells without definitions, one title, parameters as literals."""

import ast

import nbformat
import pytest

from analysis.paths import NOTEBOOKS
from analysis.workflow.parameters import find_notebooks


@pytest.fixture(params=find_notebooks(NOTEBOOKS), ids=lambda path: path.stem)
def cells(request):
    return nbformat.read(request.param, as_version=4).cells


def test_cells_are_short_and_define_nothing(cells):
    for cell in cells:
        if cell.cell_type == "code":
            assert len(cell.source.splitlines()) <= 8 or "parameters" in cell.metadata.get("tags", []), cell.source
            kinds = (ast.FunctionDef, ast.ClassDef, ast.Lambda)
            assert not any(isinstance(node, kinds) for node in ast.walk(ast.parse(cell.source))), cell.source


def test_one_title_and_a_reading_for_the_sceptic_at_the_end(cells):
    prose = [cell.source for cell in cells if cell.cell_type == "markdown"]
    assert sum(text.startswith("# ") for text in prose) == 1
    assert cells[-1].cell_type == "markdown"


def test_parameters_are_literals(cells):
    (parameters,) = [cell for cell in cells if "parameters" in cell.metadata.get("tags", [])]
    for node in ast.parse(parameters.source).body:
        assert isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Constant)
