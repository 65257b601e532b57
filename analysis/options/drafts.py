"""From recommendations to drafts of options: grouped, counted, never scored."""

import pandas as pd

from analysis.actors.independence import Ground, ground_of, independent_support
from analysis.tables import Tables, join_ids, row_id, slug, split_ids

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
SHORTEST = 4  # letters of a word that counts: what is shorter is mostly an article or a preposition
STEM = 5  # letters by which two forms of a word are taken for one
OVERLAP = 0.5


def draft_options(tables: Tables) -> pd.DataFrame:
    """Drafts of options from the recommendations, one row a draft, the best supported first.

    Two recommendations make one draft where (1) they ask the same actors, (2) both or neither say "non", (3) their
    first content word, as a rule the verb, begins with the same five letters, and (4) at least half of the remaining
    content words of the shorter one are in the other. Content words have four letters or more and belong neither to
    the cue nor to the name of an agent or target. Rather two drafts too many than two opposites in one.

    Columns: draft_id; title (the exact text of its first recommendation); agent_ids, target_ids, proponents,
    recommendation_ids, documents (identifiers, joined); support (independent named proponents, see
    `actors.independent_support`); origins (independent sources of its documents, counted); status: always "draft,
    unscored".
    """
    names = dict(zip(tables["actors"]["actor_id"], tables["actors"]["name"], strict=True))
    groups: list[tuple[tuple, frozenset, list[dict]]] = []
    for row in tables["recommendations"].sort_values(["doc_id", "start", "recommendation_id"]).to_dict("records"):
        key, rest = _action(row, names)
        for other_key, other_rest, members in groups:
            if key == other_key and _overlap(rest, other_rest):
                members.append(row)
                break
        else:
            groups.append((key, rest, [row]))
    ground = ground_of(tables)
    drafts = [_draft(members, ground) for _, _, members in groups]
    frame = pd.DataFrame(drafts, columns=COLUMNS)
    size = frame["recommendation_ids"].map(lambda cell: len(split_ids(cell)))
    frame = frame.assign(size=size).sort_values(["support", "size", "draft_id"], ascending=[False, False, True])
    return frame[COLUMNS].reset_index(drop=True)


def _action(row: dict, names: dict[str, str]) -> tuple[tuple, frozenset]:
    """What two recommendations must have in common: (agents, negated, first word), and the other words."""
    agents = tuple(sorted(split_ids(row["agent_ids"])))
    known = [row["cue"], *(names.get(i, "") for i in [*agents, *split_ids(row["target_ids"])])]
    left_out = {word[:STEM] for text in known for word in slug(text).split("-")}
    words = slug(row["text"]).split("-")
    stems = [word[:STEM] for word in words if len(word) >= SHORTEST and word[:STEM] not in left_out]
    return (agents, "non" in words, stems[0] if stems else slug(row["text"])), frozenset(stems[1:])


def _overlap(first: frozenset, second: frozenset) -> bool:
    if not first or not second:
        return first == second
    return len(first & second) >= OVERLAP * min(len(first), len(second))


def _draft(members: list[dict], ground: Ground) -> dict:
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
