"""What a report was made from and what it consists of, as hashes. No clock, no absolute path, no commit."""

import hashlib
import json
import platform
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from analysis.errors import InputError
from analysis.paths import DATA

MANIFEST = "manifest.json"
PACKAGES = "matplotlib nbconvert networkx numpy pandas papermill scacchiere spacy thinc XlsxWriter".split()


def sha256_of(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def hashes_below(folder: Path, exclude: Iterable[str] = ()) -> dict[str, str]:
    """SHA-256 of every file below `folder` by its path relative to it, sorted; links count as what they are."""
    left_out = set(exclude)
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {file: sha256_of(folder / file) for file in files if file not in left_out}


def hash_of(value: object) -> str:
    """SHA-256 of a value of JSON types, keys sorted."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def knowledge_hashes() -> dict[str, str]:
    """One hash for each folder of bundled knowledge that results depend on."""
    names = ("lexicons", "registry", "style", "templates", "yardsticks")
    return {name: hash_of(hashes_below(DATA / name)) for name in names if (DATA / name).is_dir()}


def pipeline_identity(name: str | None) -> dict[str, str]:
    """Name and hash of the spaCy pipeline that `load_pipeline(name)` would load; InputError where it is missing."""
    if name is None:
        from analysis.language.pipeline import own_pipeline_path

        folder = own_pipeline_path()
        return {"name": folder.name, "sha256": hash_of(hashes_below(folder))}
    import spacy

    if spacy.util.is_package(name):
        folder = spacy.util.get_package_path(name)
        files = {file: sha for file, sha in hashes_below(folder).items() if "__pycache__" not in file}
        return {"name": name, "sha256": hash_of(files)}
    if (Path(name) / "config.cfg").is_file():
        return {"name": Path(name).name, "sha256": hash_of(hashes_below(Path(name)))}
    remedy = f"Install it with: python -m spacy download {name}"
    raise InputError.single("dossier.yaml", f"the spaCy pipeline {name} is not installed.", remedy)


def versions() -> dict[str, str]:
    """Versions of Python and of the packages that decide a report's bytes."""
    found = {"python": platform.python_version()}
    for package in PACKAGES:
        try:
            found[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            continue
    return found


def describe_run(inputs: dict, parameters: dict, notebooks: dict, pipeline: dict, seed: int | None) -> dict:
    """What a run depends on, with its identifier `run_id`: 16 hexadecimal digits over inputs and knowledge.

    inputs: path -> SHA-256; notebooks: file name -> hash of its cells. parameters: those given, by name.
    seed: None where no notebook draws.
    """
    parts = {
        "inputs": inputs,
        "knowledge": knowledge_hashes(),
        "notebooks": notebooks,
        "parameters": parameters,
        "pipeline": pipeline,
        "seed": seed,
    }
    return {"format": 1, "run_id": hash_of(parts)[:16], "versions": versions(), **parts}


def write_manifest(folder: Path, run: dict) -> None:
    """Write `manifest.json` into the report `folder`: the run as `describe_run` gives it, and all other files."""
    outputs = {file: sha for file, sha in hashes_below(folder, [MANIFEST]).items() if not file.startswith("inputs/")}
    text = json.dumps({**run, "outputs": outputs}, sort_keys=True, ensure_ascii=False, indent=2) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8", newline="\n")


def read_manifest(folder: Path) -> dict:
    """The manifest of a report; InputError where there is none or it cannot be used."""
    path = Path(folder) / MANIFEST
    if not path.is_file():
        raise InputError.single(str(folder), f"this is no report: there is no {MANIFEST}.", "Name a report's folder.")
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        good = all(isinstance(found.get(key), dict) for key in ("inputs", "outputs", "parameters"))
    except (ValueError, AttributeError, RecursionError):
        good = False
    if not good:
        raise InputError.single(str(path), "the manifest cannot be read.", "Make the report again.")
    return found
