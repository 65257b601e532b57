"""Find and load a dossier: the good documents, and every problem of the others."""

import difflib
import os
import posixpath
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from analysis.dossier.actors_checks import check_actors
from analysis.dossier.corrections import correction_files, read_corrections
from analysis.dossier.documents import FOLDER, MAIN, Listed, read_documents
from analysis.dossier.files import files_below, has_plain_name, is_inside, read_inside
from analysis.dossier.models import ActorsFile, DossierFile, FactsFile
from analysis.dossier.options_checks import check_ledger, check_ledger_facts, check_options, duplicate_ids
from analysis.dossier.options_evidence import check_evidence
from analysis.dossier.options_models import ForecastsFile, OptionsFile
from analysis.dossier.positions_checks import check_position_actors
from analysis.dossier.records import Document, Dossier
from analysis.dossier.validate import faulty_paths, validate
from analysis.dossier.yaml_files import YamlFile, read_yaml
from analysis.errors import InputError, Problem, sorted_problems
from analysis.paths import DOSSIERS
from analysis.registry import load_registry
from analysis.tables import slug

OPTIONAL = {
    "actors.yaml": ActorsFile,
    "facts.yaml": FactsFile,
    "options.yaml": OptionsFile,
    "forecasts.yaml": ForecastsFile,
}


def find_dossier(slug_or_path: str | os.PathLike, folder: Path = DOSSIERS) -> Path:
    """The dossier's folder: a slug under `data/dossiers/`, or any folder. Raises InputError where there is none."""
    name = os.fspath(slug_or_path)
    known = sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    if name in known:
        return folder / name
    try:
        path = Path(name).expanduser()
        if name and path.is_dir():
            return path.resolve()
        if path.name == MAIN and path.is_file():
            return path.resolve().parent
    except (OSError, ValueError, RuntimeError):
        pass  # a name that no file can have
    near = difflib.get_close_matches(name, known, n=1)
    remedy = f"Did you mean `{near[0]}`?" if near else "Give a folder, or make one with `python -m analysis new`."
    raise InputError.single(name or "dossier", "no such dossier.", remedy)


def load_dossier(path: str | os.PathLike) -> Dossier:
    """The dossier in a folder. Files with faults are left out and stand in `problems`.

    Raises InputError, with every problem, where dossier.yaml cannot be used or no document is left.
    """
    found = gather(Path(path))
    problems = tuple(found.problems)
    if not found.usable:
        raise InputError(*problems)
    if not found.dossier.documents:
        nothing = Problem(FOLDER, "no document can be read.", "Put at least one Italian text into this folder.")
        raise InputError(*problems, nothing)
    return found.dossier


@dataclass(frozen=True)
class Gathered:
    """Everything found in a folder; `usable` is False where its dossier.yaml cannot be relied on."""

    dossier: Dossier
    usable: bool

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.dossier.problems


def gather(root: Path) -> Gathered:
    """Read a dossier's folder to the end, whatever is wrong with it. Never raises for what the analyst gave."""
    try:
        root = root.resolve()
        if not root.is_dir():
            raise ValueError
    except (OSError, ValueError, RuntimeError):
        return _nothing(root, Problem(str(root), "there is no such folder.", "Check the path."))
    present = [name for name in (MAIN, *OPTIONAL) if (root / name).is_file()]
    present += correction_files(root)
    below = files_below(root, FOLDER)
    if not present and not below:
        return _nothing(root, Problem(MAIN, "the folder holds no dossier.", "Make one: `python -m analysis new`."))

    meta, listed, problems, usable = _read_main(root)
    documents, faults = read_documents(root, meta.settings, listed)
    read = {*present, *below, *(item.entry.file for item in listed or [])}
    problems += faults
    cutoff = meta.cutoff.isoformat() if meta.cutoff else ""
    problems += _unused_separator(meta, documents)
    problems += _too_late(documents, cutoff)

    sources = {name: _source(root, name) for name in OPTIONAL if name in present}
    parts: dict[str, BaseModel] = {}
    known = {document.doc_id for document in documents}
    for name, source in sources.items():
        part, faults = validate(OPTIONAL[name], source)
        if part is not None:
            faults += _cross_checks(part, source, known)
        problems += faults
        if not faults:
            parts[name] = part
    facts = parts["facts.yaml"].facts if "facts.yaml" in parts else []
    options = parts.get("options.yaml")
    if options is not None:
        texts = {document.doc_id: document.text for document in documents}
        problems += check_evidence(options, sources["options.yaml"], facts, texts, cutoff)
        if options.positions:
            own = parts["actors.yaml"].actors if "actors.yaml" in parts else []
            actors = {*load_registry().actors, *(actor.id for actor in own)}
            problems += check_position_actors(options.positions, actors, sources["options.yaml"])
    if "forecasts.yaml" in parts:
        known_facts = {fact.id for fact in facts}
        problems += check_ledger_facts(parts["forecasts.yaml"], known_facts, sources["forecasts.yaml"])
    corrections, faults = read_corrections([_source(root, name) for name in correction_files(root)])
    problems += faults
    dossier = Dossier(
        root=root,
        slug=slug(root.name),
        meta=meta,
        documents=tuple(documents),
        problems=tuple(sorted_problems(problems)),
        actors=tuple(parts["actors.yaml"].actors) if "actors.yaml" in parts else (),
        facts=tuple(facts),
        corrections=corrections,
        options=options,
        forecasts=tuple(parts["forecasts.yaml"].forecasts) if "forecasts.yaml" in parts else (),
        files=tuple(sorted(file for file in read if has_plain_name(file) and is_inside(root, file))),
    )
    return Gathered(dossier, usable)


def _nothing(root: Path, problem: Problem) -> Gathered:
    return Gathered(
        Dossier(root, slug(root.name), DossierFile(title=slug(root.name) or "?"), (), (problem,)), usable=False
    )


def _source(root: Path, name: str) -> YamlFile:
    content = read_inside(root, name)
    return YamlFile(name, None, {}, (content,)) if isinstance(content, Problem) else read_yaml(name, content)


def _read_main(root: Path) -> tuple[DossierFile, list[Listed] | None, list[Problem], bool]:
    """dossier.yaml: what can be used of it, the listed documents without faults, problems, whether it is usable.

    A fault in the entry of one document leaves out that document; any other makes the file unusable, but reading
    goes on with what is left, so that all problems are found at once.
    """
    source = _source(root, MAIN)
    _, problems = validate(DossierFile, source)
    data = dict(source.data or {})
    entries = data.get("documents")
    entries = list(enumerate(entries)) if isinstance(entries, list) else []
    usable = source.data is not None and not source.problems
    for path in faulty_paths(DossierFile, data):
        if path[0] == "documents" and len(path) > 1:
            entries = [(index, entry) for index, entry in entries if index != path[1]]
        else:
            usable = False
            data.pop(path[0], None)
    data["documents"] = [entry for _, entry in entries]
    data.setdefault("title", slug(root.name) or "?")
    meta = DossierFile.model_validate(data)
    wanted = bool((source.data or {}).get("documents"))
    lines = [source.line(("documents", index)) for index, _ in entries]
    named = [entry.model_copy(update={"file": posixpath.normpath(entry.file)}) for entry in meta.documents]
    listed = [Listed(entry, line) for entry, line in zip(named, lines, strict=True)] if wanted else None
    return meta, listed, problems, usable


def _unused_separator(meta: DossierFile, documents: list[Document]) -> list[Problem]:
    """A separator that separates nothing is probably misspelt."""
    files = [document.file for document in documents]
    if not meta.settings.separator or not files or len(set(files)) < len(files):
        return []
    message = "the line in `settings.separator` stands in no document."
    return [Problem(MAIN, message, "Copy the line from the press review.", fatal=False)]


def _too_late(documents: list[Document], cutoff: str) -> list[Problem]:
    """Documents that nobody could have read at the cutoff; they are kept, and the reader is told."""
    message, remedy = f"it was published after the cutoff, {cutoff}:", "Delete it, or move the cutoff."
    late = sorted({(d.file, d.published) for d in documents if cutoff and d.published > cutoff})
    return [Problem(file, f"{message} {published}.", remedy, fatal=False) for file, published in late]


def _cross_checks(part: BaseModel, source: YamlFile, documents: set[str]) -> list[Problem]:
    if isinstance(part, OptionsFile):
        return check_options(part, source)
    if isinstance(part, ForecastsFile):
        return check_ledger(part, source)
    if isinstance(part, ActorsFile):
        return [*duplicate_ids(part.actors, "actors", source), *check_actors(part, source, documents)]
    return duplicate_ids(part.facts, "facts", source)
