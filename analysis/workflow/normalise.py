"""A run notebook without what differs from run to run: clock, paths, random identifiers, versions, warnings."""

import re

import nbformat
from nbformat import NotebookNode

_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,}")
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
_KEPT_METADATA = ("tags", "jupyter")
INJECTED = "injected-parameters"


def normalise(notebook: NotebookNode, parameters: dict | None = None) -> NotebookNode:
    """A copy of an executed notebook in which only what was computed is left.

    `parameters`: what was passed; the cell that papermill wrote for them is written again, since papermill's text
    depends on what else is installed.
    """
    clean = nbformat.from_dict(notebook)
    clean.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    clean.nbformat, clean.nbformat_minor = 4, 5
    for number, cell in enumerate(clean.cells):
        injected = INJECTED in cell.metadata.get("tags", [])
        kept = {name: cell.metadata[name] for name in _KEPT_METADATA if cell.metadata.get(name)}
        cell.metadata = nbformat.from_dict(kept)
        cell["id"] = INJECTED if injected else cell.get("id") or f"cell-{number:02d}"
        if injected:
            lines = [f"{name} = {value!r}" for name, value in sorted((parameters or {}).items())]
            cell.source = "\n".join(["# Parameters", *lines])
        if cell.cell_type == "code":
            cell.outputs = [_output(output) for output in _joined(cell.outputs)]
    return clean


def notebook_text(notebook: NotebookNode) -> str:
    """The notebook as it is written to a file."""
    return nbformat.writes(notebook) + "\n"


def _joined(outputs: list) -> list:
    """Pieces of standard output as one: how it is cut depends on timing. Warnings name paths and are left out."""
    joined = []
    for output in outputs:
        if output.output_type == "stream":
            if output.name != "stdout":
                continue
            if joined and joined[-1].output_type == "stream":
                joined[-1].text += output.text
                continue
        joined.append(nbformat.from_dict(output))
    return joined


def _output(output: NotebookNode) -> NotebookNode:
    if output.output_type == "stream":
        output.text = _steady(output.text)
    elif "data" in output and "text/plain" in output.data:
        output.data["text/plain"] = _steady(output.data["text/plain"])
    return output


def _steady(text: str) -> str:
    return _ADDRESS.sub("ADDRESS", _ESCAPES.sub("", text))
