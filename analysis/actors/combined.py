"""What states do to each other and how they speak of each other, side by side, with the formula in sight."""

import pandas as pd

from analysis.actors.dyads import DYAD_COLUMNS
from analysis.actors.tone_dyads import TONE_DYAD_COLUMNS
from analysis.actors.yardsticks import DEFAULT_TONE_WEIGHT

FORMULA = (
    "cooperation_combined = cooperation_weighted + tone_weight × favourable_words; "
    "conflict_combined = conflict_weighted + tone_weight × unfavourable_words"
)
COMBINED_COLUMNS = {
    **DYAD_COLUMNS,
    **TONE_DYAD_COLUMNS,
    "tone_weight": "float64",
    "cooperation_combined": "float64",
    "conflict_combined": "float64",
    "activity": "int64",
}


def combine_dyads(
    event_dyads: pd.DataFrame, tone: pd.DataFrame, tone_weight: float = DEFAULT_TONE_WEIGHT
) -> pd.DataFrame:
    """Both kinds of pairs (`dyads`, `tone_dyads`) in one row each: every column of both, and what `FORMULA` adds up.

    tone_weight: PLOVER points that one judgement in words is worth (0: words count for nothing). Only judgements that
    rest on words are added (`favourable_words`, `unfavourable_words`): one that rests on an event (an accusation, a
    word of support) is in the events' sums already. The two sides are never netted. activity = incidents + favourable
    + unfavourable + neutral says how much there is to read about a pair, never how it stands. Roll both up alike
    before. Raises ValueError where the weight is below 0.
    """
    if tone_weight < 0:
        raise ValueError("the weight of tone is 0 or more")
    both = event_dyads.merge(tone, on=["source", "target"], how="outer")
    kinds = {**DYAD_COLUMNS, **TONE_DYAD_COLUMNS}
    both = both.fillna({name: "" if kind == "str" else 0 for name, kind in kinds.items()}).astype(kinds)
    both["tone_weight"] = float(tone_weight)
    for side, words in (("cooperation", "favourable_words"), ("conflict", "unfavourable_words")):
        both[f"{side}_combined"] = (both[f"{side}_weighted"] + tone_weight * both[words]).round(6)
    both["activity"] = both[["incidents", "favourable", "unfavourable", "neutral"]].sum(axis=1)
    both = both.astype(COMBINED_COLUMNS)[list(COMBINED_COLUMNS)]
    return both.sort_values(["source", "target"]).reset_index(drop=True)
