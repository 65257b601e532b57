"""From a dossier to its report: inputs, executed notebooks, pages, tables, figures, manifest, in one folder."""

import ast
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import nbformat
from tqdm import tqdm

from analysis.briefing.manifest import (
    MANIFEST,
    describe_run,
    hashes_below,
    pipeline_identity,
    write_manifest,
)
from analysis.dossier import Dossier, correction_problems, find_dossier, load_dossier
from analysis.errors import InputError, Problem, RunError
from analysis.paths import NOTEBOOKS, REPORTS
from analysis.tables import read_tables
from analysis.workflow.documents import write_documents
from analysis.workflow.execute import execute
from analysis.workflow.folders import built_aside, check_target
from analysis.workflow.limits import Limits
from analysis.workflow.normalise import normalise, notebook_text
from analysis.workflow.pages import write_pages
from analysis.workflow.parameters import (
    check_parameters,
    find_notebooks,
    for_notebook,
    known_parameters,
    notebook_hashes,
)

INPUTS = "inputs"


def run_report(
    dossier_path: str | Path,
    out: str | Path | None = None,
    language: str = "",
    parameters: dict | None = None,
    *,
    notebooks: Path = NOTEBOOKS,
    limits: Limits = Limits(),  # noqa: B008 (frozen)
    on_problem: Callable[[Problem], None] | None = None,
    further_problems: Iterable[str] = (),
) -> Path:
    """Run all notebooks on a dossier and write the report to `out` (reports/<slug> where it is None).

    `language`: "it", "en", or "" as the dossier says. `parameters`: name -> value, text or typed; each goes to the
    notebooks that know it. `on_problem` is called with each problem of the dossier, and with each correction that was
    not applied; `further_problems` are listed in the report beside them (a second run does not meet files that could
    not be copied). Returns the report's folder.
    An older report there is replaced only when the new one is complete; the notebook that failed is kept in
    `<out>.failed/`. Raises InputError for bad input, RunError for a run that failed.
    """
    dossier = load_dossier(find_dossier(str(dossier_path)))
    for problem in dossier.problems:
        (on_problem or (lambda _: None))(problem)
    sources = find_notebooks(notebooks)
    values = check_parameters(parameters or {}, language, sources)
    target = Path(out).expanduser().resolve() if out else REPORTS / dossier.slug
    check_target(target, MANIFEST)
    _refuse_inside(target, dossier.root)
    pipeline = pipeline_identity(dossier.meta.settings.pipeline)
    failed = target.with_name(f"{target.name}.failed")
    with built_aside(target, MANIFEST) as folder:
        copy_inputs(dossier, folder / INPUTS)
        met = {str(problem) for problem in dossier.problems} | set(further_problems)
        dossier = load_dossier(folder / INPUTS)
        run = describe_run(
            inputs=hashes_below(folder / INPUTS),
            parameters=values,
            notebooks=notebook_hashes(notebooks),
            pipeline=pipeline,
            seed=_seed(sources, values),
        )
        _run_notebooks(sources, folder, values, limits, failed)
        for problem in _lost_corrections(folder / "tables"):
            if problem not in dossier.problems:
                (on_problem or (lambda _: None))(problem)
                met.add(str(problem))
        run["further_problems"] = sorted(met - {str(problem) for problem in dossier.problems})
        write_documents(dossier.documents, folder / "tables")
        stems = [path.stem for path in sources]
        write_pages(folder, stems, dossier, run, values.get("language") or dossier.meta.language)
        write_manifest(folder, run)
    shutil.rmtree(failed, ignore_errors=True)
    return target


def copy_inputs(dossier: Dossier, folder: Path) -> None:
    """Copy the files that a dossier's result depends on, and no others; what cannot be read is left out."""
    folder.mkdir(parents=True)
    for file in dossier.files:
        source, copy = dossier.root / file, folder / file
        if source.is_file():
            copy.parent.mkdir(parents=True, exist_ok=True)
            try:
                shutil.copyfile(source, copy)
            except OSError:
                # It stands among the problems: the dossier could not read it either.
                continue


def _lost_corrections(folder: Path) -> list[Problem]:
    """The corrections that the extraction in `folder` did not apply."""
    if not (folder / "corrections.csv").is_file():
        return []
    return correction_problems(read_tables(folder)["corrections"].to_dict("records"))


def _run_notebooks(sources: list[Path], folder: Path, values: dict, limits: Limits, failed: Path) -> None:
    cells = {path: len(nbformat.read(path, as_version=4).cells) + 1 for path in sources}
    with tqdm(total=sum(cells.values()), unit="cell", disable=None, leave=False) as bar:
        done = 0
        for path in sources:
            bar.set_description(path.stem)

            def step(number: int, of: int, done: int = done) -> None:
                bar.n = done + number
                bar.refresh()

            given = for_notebook(path, values)
            target = folder / path.name
            try:
                execute(path, target, cwd=folder, parameters=given, limits=limits, on_cell=step)
            except RunError as error:
                raise RunError(f"{error}{_keep(target, failed)}") from None
            except InputError:
                _keep(target, failed)
                raise
            executed = normalise(nbformat.read(target, as_version=4), given)
            target.write_text(notebook_text(executed), encoding="utf-8", newline="\n")
            done += cells[path]


def _keep(notebook: Path, failed: Path) -> str:
    """Keep the notebook that failed, in place of one kept before; a sentence that says where."""
    if not notebook.is_file():
        return ""
    shutil.rmtree(failed, ignore_errors=True)
    failed.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(notebook, failed / notebook.name)
    return f" The notebook as far as it went: {failed / notebook.name}"


def _seed(sources: list[Path], values: dict) -> int | None:
    """The seed that the notebooks draw with: the one given, else their default."""
    if "seed" in values:
        return values["seed"]
    for path in sources:
        known = known_parameters(path)
        if "seed" in known:
            return int(ast.literal_eval(known["seed"][1]))
    return None


def _refuse_inside(target: Path, root: Path) -> None:
    if target.is_relative_to(root.resolve()):
        raise InputError.single(str(target), "the report would lie inside the dossier.", "Name another --out.")
