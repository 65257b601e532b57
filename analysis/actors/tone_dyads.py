"""Directed pairs of speakers and those they speak of, with the tone kept on both sides."""

from collections import defaultdict
from collections.abc import Mapping

import pandas as pd

from analysis.extraction.source_groups import UNNAMED
from analysis.tables import join_ids

TONES = ("favourable", "unfavourable", "neutral")
TONE_DYAD_COLUMNS = {
    "source": "str",
    "target": "str",
    "favourable": "int64",
    "unfavourable": "int64",
    "neutral": "int64",
    "favourable_origins": "int64",
    "unfavourable_origins": "int64",
    "statement_ids": "str",
    "favourable_ids": "str",
    "unfavourable_ids": "str",
    "favourable_words": "int64",
    "unfavourable_words": "int64",
}


def tone_dyads(tone_rows: pd.DataFrame, acts_for: Mapping[str, str] | None = None) -> pd.DataFrame:
    """One row per speaker and actor spoken of, sorted, from the rows of `tone`.

    favourable, unfavourable, neutral: different words of the speaker, so that a copy of an agency's text counts once;
    never netted. `…_origins`: independent sources that report them (those that name none are none). statement_ids,
    favourable_ids, unfavourable_ids: every statement, copies included. favourable_words, unfavourable_words: those that
    rest on words alone and not on an event, which the dyads of events count. `acts_for` (person or organ to state, see
    `roll_up.acts_for`) rolls both sides up on demand; who then speaks of himself is left out.
    """
    above = dict(acts_for or {})
    rows = tone_rows.assign(
        source=[above.get(i, i) for i in tone_rows["speaker_id"]],
        target=[above.get(i, i) for i in tone_rows["actor_id"]],
        said=tone_rows["text"].str.casefold().str.replace(r"\W+", " ", regex=True).str.strip(),
    )
    pairs: dict[tuple[str, str], list[dict]] = defaultdict(list)
    for row in rows.to_dict("records"):
        if row["source"] != row["target"]:
            pairs[row["source"], row["target"]].append(row)
    found = [{"source": pair[0], "target": pair[1], **_added_up(members)} for pair, members in sorted(pairs.items())]
    return pd.DataFrame(found, columns=list(TONE_DYAD_COLUMNS)).astype(TONE_DYAD_COLUMNS)


def _added_up(rows: list[dict]) -> dict:
    of = {tone: [row for row in rows if row["tone"] == tone] for tone in TONES}
    made: dict[str, int | str] = {tone: len({row["said"] for row in found}) for tone, found in of.items()}
    made["statement_ids"] = join_ids(sorted({row["statement_id"] for row in rows}))
    for tone in TONES[:2]:
        named = {row["origin"] for row in of[tone] if not row["origin"].startswith(UNNAMED)} - {""}
        made[f"{tone}_origins"] = len(named)
        made[f"{tone}_ids"] = join_ids(sorted({row["statement_id"] for row in of[tone]}))
        made[f"{tone}_words"] = len({row["said"] for row in of[tone] if row["on"] == "words"})
    return made
