"""The long list: what the texts recommend, who is for and against, and which option of the file answers to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis.options.drafts import draft_options
from analysis.options.short_list import missing_baselines
from analysis.tables import Tables, join_ids, split_ids

if TYPE_CHECKING:
    from analysis.dossier import OptionsFile

BASELINES = {
    "do_nothing": {"it": "Non fare nulla di nuovo", "en": "Do nothing new"},
    "do_minimum": {
        "it": "Fare il minimo che tiene aperte le altre strade",
        "en": "Do the least that keeps other ways open",
    },
}
OWN = "workbook"
COLUMNS = [
    *("draft_id", "title", "agent_ids", "target_ids", "proponents", "opponents", "support", "origins", "frequency"),
    *("documents", "recommendation_ids", "option", "status"),
]


def long_list(tables: Tables, found: OptionsFile | None, language: str = "it") -> pd.DataFrame:
    """Every draft from the recommendations, then the baselines that the file lacks; one row each.

    Columns as in `draft_options`, and opponents: who recommends the opposite (the same agents and words with "non");
    frequency: recommendations behind it; option: the options of the file that cite one of them, joined by "|", ""
    where none does; status: "draft, unscored", "mapped", or "workbook" for a baseline that the workbook adds.
    """
    drafts = draft_options(tables)
    mapped: dict[str, list[str]] = {}
    for option in found.options if found else []:
        for row_id in option.recommendation_ids:
            mapped.setdefault(row_id, []).append(option.id)
    rows = []
    for draft in drafts.to_dict("records"):
        ids = split_ids(draft["recommendation_ids"])
        options = list(dict.fromkeys(option for row_id in ids for option in mapped.get(row_id, [])))
        status = "mapped" if options else draft["status"]
        rows.append({**draft, "frequency": len(ids), "option": join_ids(options), "status": status})
    frame = pd.DataFrame(rows, columns=[*drafts.columns, "frequency", "option"])
    frame = frame.assign(opponents=_opponents(drafts))
    own = [
        {**dict.fromkeys(COLUMNS, ""), "draft_id": baseline, "title": BASELINES[baseline][language], "status": OWN}
        | {"support": 0, "origins": 0, "frequency": 0}
        for baseline in (missing_baselines(found) if found else list(BASELINES))
    ]
    return pd.concat([frame[COLUMNS], pd.DataFrame(own, columns=COLUMNS)], ignore_index=True) if own else frame[COLUMNS]


def unmapped_references(tables: Tables, found: OptionsFile) -> list[tuple[str, str]]:
    """(option, recommendation) of the file whose recommendation is not in the tables: misspelt, or gone."""
    known = set(tables["recommendations"]["recommendation_id"])
    return [
        (option.id, row_id) for option in found.options for row_id in option.recommendation_ids if row_id not in known
    ]


def _opponents(drafts: pd.DataFrame) -> list[str]:
    """By draft: proponents of the drafts that say the same with "non", or without it."""
    bare = [_without_not(title) for title in drafts["title"]]
    rows = list(zip(bare, drafts["agent_ids"], drafts["proponents"], strict=True))
    return [
        join_ids(
            sorted(
                {
                    voice
                    for (other, negated), their_agents, proponents in rows
                    if other == words and negated != says_not and their_agents == agents
                    for voice in split_ids(proponents)
                }
            )
        )
        for (words, says_not), agents, _ in rows
    ]


def _without_not(title: str) -> tuple[str, bool]:
    words = title.casefold().split()
    return " ".join(word for word in words if word != "non"), "non" in words
