"""From recommendations to drafts of options: grouped, counted, never scored."""

import pandas as pd

from analysis.actors.actions import group_recommendations
from analysis.actors.independence import Ground, ground_of, independent_support
from analysis.tables import Tables, join_ids, row_id, split_ids

COLUMNS = [
    "draft_id",
    "title",
    "agent_ids",
    "target_ids",
    "proponents",
    "support",
    "origins",
    "recommendation_ids",
    "documents",
    "status",
]
UNSCORED = "draft, unscored"


def draft_options(tables: Tables) -> pd.DataFrame:
    """Drafts of options from the recommendations, one row a draft, the best supported first.

    Recommendations that ask the same actors for the same action make one draft, see `actors.group_recommendations`.

    Columns: draft_id; title (the exact text of its first recommendation); agent_ids, target_ids, proponents,
    recommendation_ids, documents (identifiers, joined); support (independent named proponents, see
    `actors.independent_support`); origins (independent sources of its documents, counted); status: always "draft,
    unscored".
    """
    names = dict(zip(tables["actors"]["actor_id"], tables["actors"]["name"], strict=True))
    ground = ground_of(tables)
    drafts = [_draft(group.members, ground) for group in group_recommendations(tables["recommendations"], names)]
    frame = pd.DataFrame(drafts, columns=COLUMNS)
    size = frame["recommendation_ids"].map(lambda cell: len(split_ids(cell)))
    frame = frame.assign(size=size).sort_values(["support", "size", "draft_id"], ascending=[False, False, True])
    return frame[COLUMNS].reset_index(drop=True)


def _draft(members: tuple[dict, ...], ground: Ground) -> dict:
    agents = join_ids(sorted(split_ids(members[0]["agent_ids"])))
    proponents = sorted({row["proponent_id"] for row in members} - {""})
    documents = sorted({row["doc_id"] for row in members})
    support = independent_support(pd.DataFrame(members).rename(columns={"proponent_id": "actor_id"}), ground)
    origins = {ground.origins[doc_id] for doc_id in documents} - {""}
    return {
        # The place keeps apart two drafts with the same words that were not grouped.
        "draft_id": row_id("od", agents, members[0]["text"], members[0]["recommendation_id"]),
        "title": members[0]["text"],
        "agent_ids": agents,
        "target_ids": join_ids(sorted({i for row in members for i in split_ids(row["target_ids"])})),
        "proponents": join_ids(proponents),
        "support": support.count,
        "origins": len(origins),
        "recommendation_ids": join_ids(row["recommendation_id"] for row in members),
        "documents": join_ids(documents),
        "status": UNSCORED,
    }
