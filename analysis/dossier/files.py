"""Reading files of a dossier, and only those that lie inside it."""

from pathlib import Path

from analysis.errors import Problem

MAX_BYTES = 100_000_000


def read_inside(root: Path, file: str, line: int | None = None, said_in: str = "") -> bytes | Problem:
    """The bytes of a file, or the problem that keeps it from being read. Links that lead outside are refused.

    `said_in` and `line`: the file, and its line, that names it; the problem then points there.
    """
    where = said_in or file

    def problem(message: str, remedy: str) -> Problem:
        name = f"{file}: " if said_in else ""
        return Problem(where, name + message, remedy, line)

    try:
        path = (root / file).resolve()
        if not path.is_relative_to(root.resolve()):
            return problem("the file lies outside the dossier's folder.", "Copy it into `documents/`.")
        if not path.is_file():
            return problem("the file is missing.", "Put it there, or correct its name; it is relative to the folder.")
        if path.stat().st_size > MAX_BYTES:
            return problem("the file has more than 100 MB.", "Save its text as .txt.")
        return path.read_bytes()
    except (OSError, ValueError, RuntimeError):
        return problem("the file cannot be opened.", "Check its name and its permissions.")


def is_inside(root: Path, file: str) -> bool:
    """Is it a file of the dossier, and no link that leads outside?"""
    try:
        path = (root / file).resolve()
        return path.is_relative_to(root.resolve()) and path.is_file()
    except (OSError, ValueError, RuntimeError):
        return False


def has_plain_name(file: str) -> bool:
    """Can the file's name be written as UTF-8?"""
    try:
        file.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def files_below(root: Path, folder: str) -> list[str]:
    """All files below a folder of the dossier, relative to `root`, sorted; hidden ones are left out."""
    try:
        found = [path.relative_to(root) for path in (root / folder).rglob("*") if path.is_file()]
    except OSError:
        return []
    return sorted(path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts))
