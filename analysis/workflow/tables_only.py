"""The extraction alone: tables and texts in a folder, without notebooks."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from tqdm import tqdm

from analysis.dossier import correction_problems, find_dossier, load_dossier
from analysis.errors import InputError, Problem
from analysis.tables import write_tables
from analysis.tables.xlsx import write_workbook
from analysis.workflow.documents import write_documents
from analysis.workflow.folders import built_aside, check_target

MARK = "datapackage.json"


def write_extraction(
    dossier_path: str | Path, out: str | Path, on_problem: Callable[[Problem], None] | None = None
) -> Path:
    """Extract a dossier's tables into the folder `out`: CSV, datapackage.json, tables.xlsx, documents/<doc_id>.txt.

    An older extraction there is replaced when the new one is complete. `on_problem` is called with each problem of
    the dossier, and with each correction that was not applied. Returns the folder. Raises InputError for bad input.
    """
    target = Path(out).expanduser().resolve()
    check_target(target, MARK)
    dossier = load_dossier(find_dossier(str(dossier_path)))
    if target.is_relative_to(dossier.root.resolve()):
        raise InputError.single(str(target), "the tables would lie inside the dossier.", "Name another --out.")
    for problem in dossier.problems:
        (on_problem or (lambda _: None))(problem)
    from analysis.extraction import extract
    from analysis.language import load_pipeline

    nlp = load_pipeline(dossier.meta.settings.pipeline)
    bar = partial(tqdm, unit="document", disable=None, leave=False)
    with built_aside(target, MARK) as folder:
        tables = extract(dossier, nlp, progress=bar)
        write_tables(tables, folder)
        write_workbook(tables, folder / "tables.xlsx", dossier.meta.handling)
        write_documents(dossier.documents, folder)
    for problem in correction_problems(tables["corrections"].to_dict("records")):
        if problem not in dossier.problems:
            (on_problem or (lambda _: None))(problem)
    return target
