"""What every notebook starts with: the dossier, its tables, the language and where figures go."""

from dataclasses import dataclass
from pathlib import Path

from analysis.dossier import Dossier, find_dossier, load_dossier
from analysis.extraction import extract
from analysis.language import load_pipeline
from analysis.tables import Tables, read_tables, write_tables
from analysis.tables.xlsx import write_workbook


@dataclass(frozen=True)
class Step:
    """One step of the workbook on one dossier. `figures` is None where none are saved."""

    dossier: Dossier
    tables: Tables
    language: str
    figures: Path | None


def open_step(dossier: str, *, tables: str = "", figures: str = "", language: str = "") -> Step:
    """Load the dossier and its tables: read from the folder `tables`, or extracted now where it is empty.

    Raises InputError where the dossier cannot be read or `language` is neither `it` nor `en`.
    """
    loaded = load_dossier(find_dossier(dossier))
    found = read_tables(Path(tables)) if tables else extract(loaded, load_pipeline(loaded.meta.settings.pipeline))
    return Step(loaded, found, language or loaded.meta.language, Path(figures) if figures else None)


def save_tables(step: Step, out: str) -> str:
    """Write the tables as CSV and XLSX into `out`; where it is empty, nothing. Returns what was done."""
    if not out:
        return "Nothing written: `out` is empty."
    write_tables(step.tables, Path(out))
    write_workbook(step.tables, Path(out) / "tables.xlsx", step.dossier.meta.handling)
    return f"{len(step.tables)} tables written to {out}."
