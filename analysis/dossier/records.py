"""What the rest of the workbook knows of a dossier."""

from dataclasses import dataclass
from pathlib import Path

from analysis.dossier.models import ActorEntry, CorrectionEntry, DossierFile, Fact
from analysis.dossier.options_models import LedgerForecast, OptionsFile
from analysis.errors import Problem


@dataclass(frozen=True)
class Document:
    """One document. "" is unknown; `text` is what all offsets point into, in code points.

    `file` is relative to the dossier's folder; `sha256` is of the file as received; `published` is YYYY-MM-DD.
    """

    doc_id: str
    file: str
    title: str
    source: str
    origin: str
    url: str
    published: str
    language: str
    original_language: str
    translation: str
    source_grade: str
    information_grade: str
    sha256: str
    text: str


@dataclass(frozen=True)
class Correction:
    """One entry of a file of corrections, where it stands, and its identifier, which derives from what it says."""

    correction_id: str
    file: str
    line: int
    entry: CorrectionEntry


@dataclass(frozen=True)
class Dossier:
    """A dossier as read: its documents sorted by doc_id, and everything that was wrong with it.

    `files`: every file that the result depends on, relative to `root`, sorted.
    """

    root: Path
    slug: str
    meta: DossierFile
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...] = ()
    actors: tuple[ActorEntry, ...] = ()
    facts: tuple[Fact, ...] = ()
    corrections: tuple[Correction, ...] = ()
    options: OptionsFile | None = None
    forecasts: tuple[LedgerForecast, ...] = ()
    files: tuple[str, ...] = ()
