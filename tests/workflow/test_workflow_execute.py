"""The watchdog and the kernel's environment."""

import time

import nbformat
import pytest

from analysis.errors import InputError, RunError
from analysis.workflow.execute import execute
from analysis.workflow.limits import Limits


def test_watchdog_stops_a_sleeping_notebook_and_says_where(make_notebook, tmp_path):
    source = make_notebook(tmp_path / "sleeper.ipynb", "import time\nfor _ in range(1000): time.sleep(0.1)")
    begun = time.monotonic()
    with pytest.raises(RunError, match=r"sleeper.ipynb, cell 3: not finished after 5 seconds"):
        execute(source, tmp_path / "o.ipynb", cwd=tmp_path, parameters={}, limits=Limits(notebook=5))
    assert time.monotonic() - begun < 20


def test_cell_limit(make_notebook, tmp_path):
    source = make_notebook(tmp_path / "s.ipynb", "import time\nfor _ in range(1000): time.sleep(0.1)")
    with pytest.raises(RunError, match="cell 3: Timeout: the cell took longer than 1 seconds"):
        execute(source, tmp_path / "o.ipynb", cwd=tmp_path, parameters={}, limits=Limits(cell=1))


def test_kernel_that_does_not_start_is_tried_twice(make_notebook, tmp_path):
    source = make_notebook(tmp_path / "s.ipynb", "1")
    with pytest.raises(RunError, match="no cell began within 0.05 seconds"):
        execute(source, tmp_path / "o.ipynb", cwd=tmp_path, parameters={}, limits=Limits(start=0.05))


def test_bad_input_in_a_cell_is_bad_input(make_notebook, tmp_path):
    code = "from analysis.errors import InputError\nraise InputError.single('x.yaml', 'is wrong.', 'Mend it.', 3)"
    source = make_notebook(tmp_path / "s.ipynb", code)
    with pytest.raises(InputError, match="x.yaml, line 3: is wrong. Mend it."):
        execute(source, tmp_path / "o.ipynb", cwd=tmp_path, parameters={})


def test_environment_parameters_and_braces_in_paths(make_notebook, tmp_path, monkeypatch):
    monkeypatch.setenv("MPLBACKEND", "nonsense")
    folder = tmp_path / "{odd} folder"
    code = "import os\nprint(os.environ['PYTHONHASHSEED'], os.environ.get('MPLBACKEND') == 'nonsense', language)"
    source = make_notebook(folder / "s.ipynb", code)
    seen = []
    execute(
        source,
        folder / "o.ipynb",
        cwd=folder,
        parameters={"language": "perché {x} \"'"},
        on_cell=lambda *at: seen.append(at),
    )
    outputs = nbformat.read(folder / "o.ipynb", as_version=4).cells[-1].outputs
    assert outputs[0].text == "0 False perché {x} \"'\n"
    assert seen == [(2, 4), (3, 4), (4, 4)] or seen[-1][0] >= 3
