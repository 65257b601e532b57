"""Directed pairs of actors: what one does to the other, and who speaks about whom."""

from collections.abc import Mapping
from math import fsum

import pandas as pd

from analysis.actors.incidents import incidents
from analysis.actors.yardsticks import DEFAULT_MODALITY_WEIGHTS
from analysis.tables import join_ids

DYAD_COLUMNS = {
    "source": "str",
    "target": "str",
    "incidents": "int64",
    "cooperation": "float64",
    "conflict": "float64",
    "cooperation_weighted": "float64",
    "conflict_weighted": "float64",
    "event_ids": "str",
}
STATEMENT_COLUMNS = {
    "source": "str",
    "target": "str",
    "statements": "int64",
    "documents": "int64",
    "statement_ids": "str",
}


def dyads(events: pd.DataFrame, modality_weights: Mapping[str, float] = DEFAULT_MODALITY_WEIGHTS) -> pd.DataFrame:
    """One row per directed pair of states, sorted: source, target, incidents and what they add up to.

    cooperation: sum of the positive PLOVER scores of the incidents (one each, see `incidents`), whatever their
    modality; conflict: sum of the negative ones, as a number >= 0; the two are never netted, since arms for one are
    no friendship to a third. `…_weighted`: each score times the weight of its modality, so that what is only
    recommended or denied adds nothing. event_ids: every row behind the numbers. Sums are rounded to 6 decimals.
    Raises ValueError where a modality has no weight between 0 and 1.
    """
    rows = []
    for (source, target), group in incidents(events, modality_weights).groupby(["source_state", "target_state"]):
        scores = list(zip(group["intensity"], group["weight"], strict=True))
        rows.append(
            {
                "source": source,
                "target": target,
                "incidents": len(group),
                "cooperation": round(fsum(s for s, _ in scores if s > 0), 6),
                "conflict": round(fsum(-s for s, _ in scores if s < 0), 6),
                "cooperation_weighted": round(fsum(s * w for s, w in scores if s > 0), 6),
                "conflict_weighted": round(fsum(-s * w for s, w in scores if s < 0), 6),
                "event_ids": join_ids(sorted(i for ids in group["event_ids"] for i in ids.split("|"))),
            }
        )
    return pd.DataFrame(rows, columns=list(DYAD_COLUMNS)).astype(DYAD_COLUMNS)


def statement_dyads(
    statements: pd.DataFrame,
    mentions: pd.DataFrame,
    resolutions: pd.DataFrame,
    acts_for: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """Who speaks about whom: one row per speaker and actor named or meant inside the statement's span.

    Counts only, no tone: that somebody speaks of somebody says neither well nor ill. `statements` counts different
    words of a speaker, so a copy of the same agency text counts once; `documents` counts where they stand;
    statement_ids holds all of them. `acts_for` (person or organ -> state) rolls both sides up on demand; a state
    speaking of itself is then left out, as a speaker of himself always is.
    """
    above = dict(acts_for or {})
    named = pd.concat([mentions, resolutions])[["doc_id", "start", "end", "actor_id"]]
    named = named[named["actor_id"] != ""]
    spoken = statements[statements["speaker_id"] != ""]
    pairs = spoken.merge(named, on="doc_id", suffixes=("", "_named"))
    inside = (pairs["start_named"] >= pairs["start"]) & (pairs["end_named"] <= pairs["end"])
    pairs = pairs[inside].assign(
        source=lambda rows: [above.get(i, i) for i in rows["speaker_id"]],
        target=lambda rows: [above.get(i, i) for i in rows["actor_id"]],
        words=lambda rows: rows["text"].str.casefold().str.replace(r"\W+", " ", regex=True),
    )
    rows = [
        {
            "source": source,
            "target": target,
            "statements": group["words"].nunique(),
            "documents": group["doc_id"].nunique(),
            "statement_ids": join_ids(sorted(set(group["statement_id"]))),
        }
        for (source, target), group in pairs[pairs["source"] != pairs["target"]].groupby(["source", "target"])
    ]
    return pd.DataFrame(rows, columns=list(STATEMENT_COLUMNS)).astype(STATEMENT_COLUMNS)


def combine_dyads(event_dyads: pd.DataFrame, spoken: pd.DataFrame) -> pd.DataFrame:
    """Both kinds of pairs side by side: every column of both and `activity` = incidents + statements.

    Activity says how much there is to read about a pair, never how it stands.
    """
    both = event_dyads.merge(spoken, on=["source", "target"], how="outer")
    both = both.fillna(
        {name: "" if kind == "str" else 0 for name, kind in {**DYAD_COLUMNS, **STATEMENT_COLUMNS}.items()}
    )
    both = both.astype({**DYAD_COLUMNS, **STATEMENT_COLUMNS})
    both["activity"] = both["incidents"] + both["statements"]
    return both.sort_values(["source", "target"]).reset_index(drop=True)
