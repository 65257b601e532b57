"""Run the committed notebooks with their defaults and keep their outputs: `python -m analysis.workflow.refresh`."""

import sys
import tempfile
from pathlib import Path

import nbformat

from analysis.errors import InputError, RunError
from analysis.paths import NOTEBOOKS
from analysis.workflow.execute import execute
from analysis.workflow.normalise import normalise, notebook_text
from analysis.workflow.parameters import find_notebooks


def refresh(folder: Path = NOTEBOOKS) -> list[Path]:
    """Run every notebook of `folder` in it, as JupyterLab does, and write it back. Returns those that changed."""
    changed = []
    for path in find_notebooks(folder):
        with tempfile.TemporaryDirectory() as scratch:
            target = Path(scratch) / path.name
            execute(path, target, cwd=folder, parameters={})
            text = notebook_text(normalise(nbformat.read(target, as_version=4)))
        if text != path.read_text(encoding="utf-8"):
            path.write_text(text, encoding="utf-8", newline="\n")
            changed.append(path)
        print(f"{path.name}: {'outputs changed' if path in changed else 'as before'}")
    return changed


if __name__ == "__main__":
    try:
        refresh()
    except (InputError, RunError) as error:
        sys.exit(str(error))
