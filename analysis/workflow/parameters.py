"""Parameters of the notebooks: what is known, what was given, and whether it fits."""

import difflib
import json
import logging
from pathlib import Path

from analysis.briefing.manifest import hash_of
from analysis.errors import InputError, Problem
from analysis.workflow.literal import literal_path

# Where a report keeps its own things; the notebooks run inside its folder.
PLACES = {"dossier": "inputs", "tables": "tables", "out": "tables", "figures": "figures", "exports": "exports"}
LANGUAGES = ("it", "en")


def find_notebooks(folder: Path) -> list[Path]:
    """The notebooks of a folder in the order of their names. Raises InputError where there is none."""
    found = sorted(path for path in Path(folder).glob("*.ipynb") if not path.name.startswith("."))
    if not found:
        raise InputError.single(str(folder), "there are no notebooks in it.", "Name the folder of the workbook.")
    return found


def notebook_hashes(folder: Path) -> dict[str, str]:
    """A hash of each notebook's cells by file name; outputs that it was saved with do not count."""
    import nbformat

    found = {}
    for path in find_notebooks(folder):
        cells = nbformat.read(path, as_version=4).cells
        found[path.name] = hash_of([[c.cell_type, c.source, c.metadata.get("tags", [])] for c in cells])
    return found


def known_parameters(notebook: Path) -> dict[str, tuple[str, str]]:
    """Name -> (type, default as it is written) of the notebook's parameters cell."""
    import papermill as pm

    logging.getLogger("papermill").setLevel(logging.ERROR)
    found = pm.inspect_notebook(literal_path(notebook))
    return {name: (entry["inferred_type_name"], entry["default"]) for name, entry in found.items()}


def check_parameters(given: dict, language: str, notebooks: list[Path]) -> dict:
    """`given` (and `language`, "" where not given) as typed values, sorted by name.

    Raises InputError with every name that is unknown or set by the report itself, and every value of a wrong type.
    """
    given = dict(given)
    if language:
        given["language"] = language
    known = {name: kind for path in notebooks for name, kind in sorted(known_parameters(path).items())}
    free = sorted(set(known) - set(PLACES))
    values, problems = {}, []
    for name in sorted(given):
        if name in PLACES:
            problems.append(_problem(name, "is set by the report itself.", "Leave it out."))
        elif name not in known:
            near = difflib.get_close_matches(name, free, n=1)
            meant = f"Did you mean `{near[0]}`? " if near else ""
            problems.append(_problem(name, "is unknown.", f"{meant}Known: {', '.join(free) or 'none'}."))
        else:
            kind = known[name][0]
            try:
                values[name] = _typed(given[name], kind)
            except ValueError:
                problems.append(_problem(name, f"is no {kind}: {given[name]!r}.", f"Give a value of type {kind}."))
    chosen = values.get("language", "")
    if chosen and chosen not in LANGUAGES:
        problems.append(_problem("language", f"cannot be {chosen!r}.", "Use it or en."))
    if problems:
        raise InputError(*problems)
    return values


def for_notebook(notebook: Path, values: dict) -> dict:
    """What one notebook is given: its place in the report, and the values that it knows.

    The first notebook extracts, and so reads no tables: the one that knows `out`.
    """
    known = known_parameters(notebook)
    places = {name: place for name, place in PLACES.items() if name in known}
    if "out" in places:
        places.pop("tables", None)
    return {**places, **{name: value for name, value in values.items() if name in known}}


def _problem(name: str, message: str, remedy: str) -> Problem:
    return Problem(file=f"parameter `{name}`", message=message, remedy=remedy)


def _typed(value: object, kind: str) -> object:
    """The value as `kind`; text (from the command line) is read, other values must fit. ValueError otherwise."""
    text = isinstance(value, str)
    if kind == "int":
        if text:
            return int(value)
        return _only(value, isinstance(value, int) and not isinstance(value, bool))
    if kind == "float":
        number = float(value) if text else _only(value, isinstance(value, int | float) and not isinstance(value, bool))
        return _only(float(number), float("-inf") < float(number) < float("inf"))
    if kind == "bool":
        if text:
            return {"true": True, "false": False}.get(value.lower()) if value.lower() in ("true", "false") else _no()
        return _only(value, isinstance(value, bool))
    if kind == "str" or kind == "None":
        return _only(value, text)
    loaded = json.loads(value) if text else value
    wanted = dict if kind.lower().startswith("dict") else list
    return _only(loaded, isinstance(loaded, wanted))


def _only(value, fits: bool):
    return value if fits else _no()


def _no():
    raise ValueError
