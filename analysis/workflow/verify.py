"""Is a report what its manifest says, and does running it again give the same bytes?"""

import tempfile
from pathlib import Path

from analysis.briefing.manifest import MANIFEST, hashes_below, knowledge_hashes, read_manifest, versions
from analysis.errors import InputError
from analysis.paths import NOTEBOOKS
from analysis.workflow.limits import Limits
from analysis.workflow.parameters import notebook_hashes
from analysis.workflow.report import INPUTS, run_report


def verify_report(
    folder: str | Path,
    *,
    notebooks: Path = NOTEBOOKS,
    limits: Limits = Limits(),  # noqa: B008 (frozen)
) -> list[str]:
    """Run a report again from its own `inputs/`; the files whose bytes differ, missing and additional ones too.

    A changed input is named as `inputs/…`. Raises InputError where the folder is no report, RunError where the
    second run fails.
    """
    folder = Path(folder).resolve()
    manifest = read_manifest(folder)
    present = hashes_below(folder)
    stated = {f"{INPUTS}/{file}": sha for file, sha in manifest["inputs"].items()} | manifest["outputs"]
    differing = {file for file in set(stated) | set(present) if stated.get(file) != present.get(file)} - {MANIFEST}
    with tempfile.TemporaryDirectory() as scratch:
        again = Path(scratch) / "report"
        try:
            further = [str(problem) for problem in manifest.get("further_problems") or []]
            run_report(
                folder / INPUTS,
                again,
                "",
                manifest["parameters"],
                notebooks=notebooks,
                limits=limits,
                further_problems=further,
            )
        except InputError:
            # Inputs that were changed may no longer be usable; then they are named already.
            if not any(file.startswith(f"{INPUTS}/") for file in differing):
                raise
            return sorted(differing)
        second = hashes_below(again)
    differing |= {file for file in set(present) | set(second) if present.get(file) != second.get(file)}
    return sorted(differing)


def what_changed(folder: str | Path, notebooks: Path = NOTEBOOKS) -> list[str]:
    """Why a second run may differ: what is no longer as it was when the report was made, one sentence each."""
    manifest = read_manifest(Path(folder))
    now = {"versions": versions(), "knowledge": knowledge_hashes(), "notebooks": notebook_hashes(notebooks)}
    changed = []
    for part in sorted(now):
        then = manifest.get(part) if isinstance(manifest.get(part), dict) else {}
        for name in sorted(set(then) | set(now[part])):
            if then.get(name) != now[part].get(name):
                detail = f" ({then.get(name)}, now {now[part].get(name)})" if part == "versions" else ""
                changed.append(f"Not as when the report was made: {part}, {name}{detail}.")
    return changed
