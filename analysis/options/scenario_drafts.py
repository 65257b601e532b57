"""Conditions found in the texts, offered as unknowns of a scenario; nothing here has a probability."""

import pandas as pd

from analysis.tables import Tables, join_ids

COLUMNS = ["condition", "about", "events", "event_ids", "documents"]


def scenario_drafts(tables: Tables) -> pd.DataFrame:
    """One row per condition on which some event hangs, the most frequent first.

    condition: its exact words, first found. about: actors of the events, joined by "|". events: how many incidents hang
    on it. event_ids, documents: where. The same words, whatever their case and marks, are one condition.
    """
    rows = tables["events"][tables["events"]["condition"] != ""].sort_values(["doc_id", "start", "event_id"])
    keys = rows["condition"].str.casefold().str.replace(r"\W+", " ", regex=True).str.strip()
    found = []
    for _, group in rows.groupby(keys, sort=True):
        actors = {*group["source_id"], *group["target_id"]} - {""}
        found.append(
            {
                "condition": group["condition"].iloc[0],
                "about": join_ids(sorted(actors)),
                "events": group["incident_id"].nunique(),
                "event_ids": join_ids(sorted(set(group["event_id"]))),
                "documents": join_ids(sorted(set(group["doc_id"]))),
            }
        )
    frame = pd.DataFrame(found, columns=COLUMNS)
    return frame.sort_values(["events", "condition"], ascending=[False, True]).reset_index(drop=True)
