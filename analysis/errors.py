"""What can be wrong with what the analyst gives: one record, one exception."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing wrong with an input: where, what, and what to do about it.

    `line` counts from 1; None where the file has no lines (a PDF) or the fault lies in the whole file.
    `fatal` problems leave the file out; the others are reported and the work goes on.
    """

    file: str
    message: str
    remedy: str
    line: int | None = None
    fatal: bool = True

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{place}: {self.message} {self.remedy}".strip()


class InputError(Exception):
    """Bad input: the command line prints its problems in plain sentences and exits with status 2."""

    def __init__(self, *problems: Problem):
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in problems))

    @classmethod
    def single(cls, file: str, message: str, remedy: str, line: int | None = None) -> "InputError":
        return cls(Problem(file=str(file), message=message, remedy=remedy, line=line))


class RunError(Exception):
    """A run that failed: a plain sentence that says where; exit status 1."""


def sorted_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Problems in the order of file, line and message."""
    return sorted(problems, key=lambda p: (p.file, p.line or 0, p.message))
