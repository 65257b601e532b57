"""Everything that is wrong with a dossier, at once."""

import os
from pathlib import Path

from analysis.dossier.documents import FOLDER
from analysis.dossier.load import gather
from analysis.errors import Problem


def check_dossier(path: str | os.PathLike) -> list[Problem]:
    """All problems of the dossier in a folder, sorted by file and line; empty where there are none. Never raises.

    Problems that are not `fatal` are remarks: the work goes on with the file.
    """
    found = gather(Path(path))
    problems = list(found.problems)
    if not found.dossier.documents and not any(problem.fatal for problem in problems):
        problems.append(Problem(FOLDER, "the dossier has no document.", "Put Italian texts into this folder."))
    return problems
