"""What needs a human eye first: what the extraction leaves open, and what little rests on."""

import pandas as pd

from analysis.extraction.incidents import HAPPENED
from analysis.tables import Tables, join_ids
from analysis.workbench.views import Html, show_table

STRONG = 5.0
"""Absolute intensity from which an incident that one source alone reports is listed."""


def show_attention(tables: Tables) -> Html:
    """How many rows wait for a reader, by kind, in the order in which they are worth reading."""
    waiting = {
        "corrections that were not applied": len(lost_corrections(tables)),
        "contradictions": len(tables["contradictions"]),
        "statements without a speaker": len(unresolved_speakers(tables)),
        "names linked to nobody": len(unlinked_names(tables)),
        "grave incidents that one source alone reports": len(low_support(tables)),
    }
    return show_table(pd.DataFrame([{"what": what, "rows": rows} for what, rows in waiting.items()]))


def lost_corrections(tables: Tables) -> pd.DataFrame:
    """The entries of corrections*.yaml that no longer apply or contradict each other."""
    listed = tables["corrections"]
    return listed[listed["status"] != "applied"].reset_index(drop=True)


def unresolved_speakers(tables: Tables) -> pd.DataFrame:
    """Statements of which no rule could tell the speaker."""
    said = tables["statements"]
    return said[said["speaker_id"] == ""].reset_index(drop=True)


def unlinked_names(tables: Tables) -> pd.DataFrame:
    """Names linked to no actor, the most frequent first: text, label, times, documents, rules."""
    names = tables["mentions"]
    columns = ["text", "label", "times", "documents", "rules"]
    rows = [
        [text, label, len(group), join_ids(sorted(set(group["doc_id"]))), join_ids(sorted(set(group["rule_id"])))]
        for (text, label), group in names[names["actor_id"] == ""].groupby(["text", "label"])
    ]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.sort_values(["times", "text", "label"], ascending=[False, True, True]).reset_index(drop=True)


def low_support(tables: Tables) -> pd.DataFrame:
    """Incidents presented as having happened that documents of one source alone report, the gravest first.

    Columns: incident_id, who, type, to whom, date, intensity, reports (rows), source.
    """
    sources = dict(zip(tables["documents"]["doc_id"], tables["documents"]["source_group"], strict=True))
    events = tables["events"]
    events = events[events["modality"].isin(HAPPENED) & (events["source_state"] != "") & (events["target_state"] != "")]
    columns = ["incident_id", "source_state", "type", "target_state", "date", "intensity", "reports", "source"]
    rows = []
    for incident, group in events.groupby("incident_id"):
        told = sorted({sources[doc_id] for doc_id in group["doc_id"]})
        gravest = group.loc[group["intensity"].abs().idxmax()]
        if len(told) == 1 and abs(gravest["intensity"]) >= STRONG:
            said = [gravest[column] for column in ("source_state", "type", "target_state")]
            dates = sorted(group["date"], key=lambda date: (-len(date), date))
            rows.append([incident, *said, dates[0], gravest["intensity"], len(group), told[0]])
    frame = pd.DataFrame(rows, columns=columns)
    frame = frame.assign(size=frame["intensity"].abs()).sort_values(["size", "incident_id"], ascending=[False, True])
    return frame[columns].reset_index(drop=True)
