"""What a reader returns, and how it says that it cannot."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from analysis.errors import Problem

_UNSPEAKABLE = re.compile(r"[\x00\ud800-\udfff]")


@dataclass(frozen=True)
class Reading:
    """Text of a file and what it says of itself; "" is not said.

    `made`: the day in the file's properties, which need not be the day of publication.
    `problems` are not fatal; their `file` is filled in by the caller.
    """

    text: str
    title: str = ""
    source: str = ""
    origin: str = ""
    url: str = ""
    published: str = ""
    original_language: str = ""
    translation: str = ""
    source_grade: str = ""
    information_grade: str = ""
    made: str = ""
    problems: tuple[Problem, ...] = ()


class ReadError(Exception):
    """A file that cannot be read: a plain sentence, a remedy and, where there are lines, the line."""

    def __init__(self, message: str, remedy: str, line: int | None = None):
        super().__init__(message)
        self.message, self.remedy, self.line = message, remedy, line


def clean(text: str) -> str:
    """Newlines as \\n; what cannot be written as UTF-8 becomes U+FFFD; no blank lines at the edges."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNSPEAKABLE.sub("\ufffd", text).strip("\n")


@contextmanager
def quiet(name: str) -> Iterator[None]:
    """Keep a library's log off the analyst's screen: what matters becomes a Problem."""
    logger = logging.getLogger(name)
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)
