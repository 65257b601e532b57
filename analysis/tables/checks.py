"""Do the rows hold? Every span reproduces its text; every identifier has its row."""

from analysis.tables.frames import Tables
from analysis.tables.identifiers import split_ids
from analysis.tables.schemas import ACTOR_COLUMNS


def faults(tables: Tables, texts: dict[str, str]) -> list[str]:
    """What does not hold, one sentence a fault; `texts` by doc_id."""
    found = []
    for name, frame in tables.items():
        column = "trigger" if name == "events" else "text"
        if column in frame and "start" in frame:
            for row in frame.to_dict("records"):
                if texts[row["doc_id"]][row["start"] : row["end"]] != row[column]:
                    found.append(f"{name}: {row['doc_id']} {row['start']}:{row['end']} is not {row[column]!r}.")
    known = {
        "actor": set(tables["actors"]["actor_id"]),
        "statement": set(tables["statements"]["statement_id"]),
    }
    for name, columns in ACTOR_COLUMNS.items():
        for column in columns:
            used = {i for cell in tables[name][column] for i in split_ids(cell)}
            found += [f"{name}.{column}: {i} has no row in actors." for i in sorted(used - known["actor"])]
    known_corrections = set(tables["corrections"]["correction_id"])
    for name, frame in tables.items():
        if "correction_ids" in frame:
            used = {i for cell in frame["correction_ids"] for i in split_ids(cell)}
            found += [f"{name}: {i} has no row in corrections." for i in sorted(used - known_corrections)]
    events = set(tables["events"]["event_id"])
    for side in ("first", "second"):
        used = {i for i in tables["contradictions"][f"{side}_id"] if i.startswith("ev-")}
        found += [f"contradictions.{side}_id: {i} has no row in events." for i in sorted(used - events)]
    for name in ("events", "recommendations", "forecasts"):
        used = set(tables[name]["statement_id"]) - {""}
        found += [f"{name}.statement_id: {i} has no row in statements." for i in sorted(used - known["statement"])]
    return found


def check_rows(tables: Tables, texts: dict[str, str]) -> str:
    """A sentence that says how many rows hold; raises AssertionError, with the first faults, where any does not."""
    found = faults(tables, texts)
    if found:
        raise AssertionError("\n".join(found[:10]))
    rows = sum(len(frame) for frame in tables.values())
    return f"{rows} rows hold: every span gives its text, every identifier has its row."
