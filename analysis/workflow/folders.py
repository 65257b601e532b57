"""A result is built in a temporary folder beside its place and moved there at the end."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from analysis.errors import InputError, RunError


def check_target(target: Path, mark: str) -> None:
    """Raise InputError where `target` is something that may not be replaced: a file, or a folder with other things.

    `mark`: the file by which a folder of our own is known.
    """
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise InputError.single(str(target), "this is not a folder.", "Name a new or an empty folder with --out.")
    if target.is_dir() and any(target.iterdir()) and not (target / mark).is_file():
        message = f"this folder holds other things (no {mark}) and is not replaced."
        raise InputError.single(str(target), message, "Name a new or an empty folder with --out.")


@contextmanager
def built_aside(target: Path, mark: str) -> Iterator[Path]:
    """An empty folder beside `target`, which takes its place when the block ends well and is deleted otherwise.

    Raises InputError as `check_target`, RunError where nothing can be written there.
    """
    check_target(target, mark)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        aside.chmod(0o755)
    except OSError as error:
        raise RunError(f"{target}: cannot be written ({error.strerror}).") from None
    try:
        yield aside
        _swap(aside, target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _swap(new: Path, target: Path) -> None:
    """Put `new` in the place of `target`; the old folder is back where that fails."""
    if not target.exists():
        os.rename(new, target)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{target.name}-old-", dir=target.parent))
    os.rename(target, old / "report")
    try:
        os.rename(new, target)
    except OSError:
        os.rename(old / "report", target)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
