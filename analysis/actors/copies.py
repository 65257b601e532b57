"""Syndicated copies of one report: the same sentence in documents of one source, counted once."""

import pandas as pd

from analysis.actors.evidence import with_sentences
from analysis.extraction.incidents import happened_or_modality
from analysis.tables import Tables


def without_copies(tables: Tables) -> pd.DataFrame:
    """The table `events` with one `incident_id` for what copies of one sentence report, in the same order of rows.

    The extraction joins reports by their dates; a copy printed a day later dates "ieri" a day later, and would count
    as a second incident. Two rows are copies where their documents are different ones of one source group, their
    states, type and trigger are the same, both happened or both have one other modality, and the trigger stands at
    the same place of a sentence of the same length. The incident keeps the identifier that comes first. Linear but for
    sorting.
    """
    events = tables["events"].reset_index(drop=True)
    groups = dict(zip(tables["documents"]["doc_id"], tables["documents"]["source_group"], strict=True))
    placed = with_sentences(events, tables["sentences"])
    documents: dict[tuple, dict[str, str]] = {}
    for row in placed.to_dict("records"):
        same = (
            groups[row["doc_id"]],
            row["type"],
            row["source_state"],
            row["target_state"],
            row["trigger"].casefold(),
            happened_or_modality(row),
            row["start"] - row["sentence_start"],
            row["sentence_end"] - row["sentence_start"],
        )
        documents.setdefault(same, {})[row["doc_id"]] = row["incident_id"] or row["event_id"]
    first: dict[str, str] = {}
    for by_document in documents.values():
        known = sorted({_root(first, incident) for incident in by_document.values()})
        first |= {incident: known[0] for incident in known[1:]}
    kept = [_root(first, incident) if incident else "" for incident in events["incident_id"]]
    return events.assign(incident_id=pd.Series(kept, index=events.index, dtype="str"))


def _root(first: dict[str, str], incident: str) -> str:
    while incident in first:
        incident = first[incident]
    return incident
