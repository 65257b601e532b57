"""Make a dossier from documents."""

import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import yaml

from analysis.dossier.dates import iso_day
from analysis.dossier.documents import FOLDER, MAIN
from analysis.dossier.files import MAX_BYTES
from analysis.dossier.load import gather
from analysis.errors import InputError, Problem, sorted_problems
from analysis.paths import DOSSIERS
from analysis.tables import slug as make_slug

STDIN = "-"
MAX_SLUG = 80


def create_dossier(
    slug: str,
    files: Sequence[str | os.PathLike],
    folder: Path = DOSSIERS,
    *,
    title: str | None = None,
    published: str | None = None,
    source: str | None = None,
    separator: str | None = None,
    stdin_text: str | None = None,
) -> Path:
    """Make the dossier `folder/slug` from files; `-` stands for `stdin_text`. Returns its folder.

    `published` (YYYY-MM-DD) and `source` hold for every file; `separator` is the line between the articles of a press
    review. Documents are copied as they are. Nothing is overwritten, and nothing is left behind where it fails:
    raises InputError, with every problem, where a file cannot be read as an Italian document.
    """
    problems = _refuse_slug(slug, Path(folder))
    try:
        day = iso_day(published or "")
    except ValueError as error:
        day = ""
        problems.append(Problem("--published", f"{error}.", "Write it as YYYY-MM-DD."))
    contents = _collect(slug, files, stdin_text, problems)
    if problems:
        raise InputError(*problems)
    target = Path(folder) / slug
    temporary = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=f".{slug}-", dir=target.parent))
        _write(temporary, slug, contents, title, day, source, separator)
        temporary.rename(target)
        return target
    except OSError as error:
        reason = error.strerror or "the disk refused"
        raise InputError.single(str(target), f"the dossier cannot be written: {reason}.", "Check the folder.") from None
    finally:
        if temporary is not None:
            shutil.rmtree(temporary, ignore_errors=True)


def _refuse_slug(slug: str, folder: Path) -> list[Problem]:
    good = make_slug(slug)[:MAX_SLUG]
    if slug != good or not good:
        remedy = f"Use `{good}`." if good else "Use lower-case letters, digits and hyphens."
        return [Problem(slug or "SLUG", "this cannot be the name of a dossier.", remedy)]
    if os.path.lexists(folder / slug):
        return [Problem(str(folder / slug), "there is such a dossier already.", "Choose another name or delete it.")]
    return []


def _collect(slug: str, files: Sequence, stdin_text: str | None, problems: list[Problem]) -> dict[str, tuple]:
    """File name to where it came from and its bytes."""
    contents: dict[str, tuple[str, bytes]] = {}
    if not files:
        problems.append(Problem(slug or "SLUG", "no document is given.", "Name at least one file, or `-`."))
    for given in map(os.fspath, files):
        if given == STDIN:
            name, data = f"{slug}.txt", (stdin_text or "").encode("utf-8", errors="replace")
        else:
            name, data = Path(given).name, _bytes(given)
        if isinstance(data, Problem):
            problems.append(data)
        elif name in contents:
            message = f"{contents[name][0]} has the same name."
            problems.append(Problem(given, message, "Give each file once, and rename one of the two."))
        else:
            contents[name] = ("standard input" if given == STDIN else given, data)
    return contents


def _bytes(given: str) -> bytes | Problem:
    try:
        path = Path(given)
        if path.is_dir():
            return Problem(given, "this is a folder.", "Name the files in it.")
        if not path.is_file():
            return Problem(given, "the file is missing.", "Check its name.")
        if path.stat().st_size > MAX_BYTES:
            return Problem(given, "the file has more than 100 MB.", "Save its text as .txt.")
        return path.read_bytes()
    except (OSError, ValueError):
        return Problem(given, "the file cannot be opened.", "Check its name and its permissions.")


def _write(root: Path, slug: str, contents: dict, title, published: str, source, separator) -> None:
    """Fill the temporary folder. Raises InputError where a document in it cannot be used."""
    root.chmod(0o755)  # mkdtemp makes folders that only their owner may read
    (root / FOLDER).mkdir()
    for name, (_, data) in sorted(contents.items()):
        (root / FOLDER / name).write_bytes(data)
    given = {"published": published, "source": source}
    given = {key: value for key, value in given.items() if value}
    entries = [{"file": f"{FOLDER}/{name}", **given} for name in sorted(contents)]
    _write_main(root, title or slug, entries, separator)
    found = gather(root)
    # an article of a press review may be left out, a whole file may not
    read = {document.file for document in found.dossier.documents}
    fatal = [problem for problem in found.problems if problem.fatal and problem.file not in read]
    if fatal:
        origins = {f"{FOLDER}/{name}": origin for name, (origin, _) in contents.items()}
        raise InputError(*sorted_problems(replace(p, file=origins.get(p.file, p.file)) for p in fatal))
    if not title and len(found.dossier.documents) == 1:
        _write_main(root, found.dossier.documents[0].title, entries, separator)


def _write_main(root: Path, title: str, entries: list[dict], separator: str | None) -> None:
    """dossier.yaml, with the keys that the analyst may want to fill in left empty."""
    asked = ("question", "decision_maker", "interests", "cutoff", "horizon", "handling")
    data = {"title": title, **dict.fromkeys(asked), "language": "it"}
    if separator:
        data["settings"] = {"separator": separator}
    data["documents"] = entries
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120)
    text = text.replace(": null\n", ":\n")
    (root / MAIN).write_text(text, encoding="utf-8", newline="\n")
