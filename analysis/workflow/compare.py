"""What changed between two reports of a dossier."""

from pathlib import Path

import pandas as pd

from analysis.briefing.manifest import read_manifest
from analysis.errors import InputError
from analysis.tables import Tables, read_tables

SHOWN = 10
_ROWS = {
    "documents": ("doc_id", ["title"]),
    "actors": ("actor_id", ["name"]),
    "statements": ("statement_id", ["speaker_id", "text"]),
    "events": ("event_id", ["source_id", "type", "target_id", "trigger", "doc_id"]),
    "recommendations": ("recommendation_id", ["proponent_id", "agent_ids", "text"]),
}


def compare_reports(old: str | Path, new: str | Path) -> str:
    """New and gone rows of two reports, table by table, as plain text. InputError where one is no report."""
    runs = [read_manifest(Path(folder)) for folder in (old, new)]
    before, after = (_read(Path(folder)) for folder in (old, new))
    lines = [f"Old run {runs[0].get('run_id', '?')}, new run {runs[1].get('run_id', '?')}."]
    lines += _changed_parameters(runs[0]["parameters"], runs[1]["parameters"])
    for name, (key, columns) in _ROWS.items():
        lines += _changed_rows(name, before[name], after[name], key, columns)
    return "\n".join(lines) + "\n"


def _read(folder: Path) -> Tables:
    try:
        return read_tables(folder / "tables")
    except FileNotFoundError as error:
        raise InputError.single(str(error.filename), "the table is missing.", "Make the report again.") from None
    except Exception:
        raise InputError.single(str(folder / "tables"), "these are no tables of ours.", "Make it again.") from None


def _changed_parameters(old: dict, new: dict) -> list[str]:
    return [
        f"Parameter {name}: {old.get(name, 'not given')} -> {new.get(name, 'not given')}"
        for name in sorted(set(old) | set(new))
        if old.get(name) != new.get(name)
    ]


def _changed_rows(name: str, old: pd.DataFrame, new: pd.DataFrame, key: str, columns: list[str]) -> list[str]:
    gone = old[~old[key].isin(set(new[key]))]
    fresh = new[~new[key].isin(set(old[key]))]
    if gone.empty and fresh.empty:
        return [f"{name}: {len(new)} rows, no row new or gone."]
    lines = [f"{name}: {len(old)} -> {len(new)} rows, {len(fresh)} new, {len(gone)} gone."]
    for sign, frame in (("+", fresh), ("-", gone)):
        for row in frame.head(SHOWN).to_dict("records"):
            said = " · ".join(_short(str(row[column])) for column in columns if row[column] != "")
            lines.append(f"  {sign} {row[key]}  {said}")
        if len(frame) > SHOWN:
            lines.append(f"  {sign} … and {len(frame) - SHOWN} more")
    return lines


def _short(text: str, width: int = 90) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width - 1] + "…"
