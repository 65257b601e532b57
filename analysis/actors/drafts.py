"""Drafts of positions and salience from what actors voice; each keeps the rows behind it, none says what power is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd
from pydantic import Field

from analysis.actors.independence import Ground, independent_support
from analysis.actors.yardsticks import Strict, read_yardstick
from analysis.dossier import Option, Position
from analysis.tables import join_ids

MIDDLE, END = 50.0, 100.0
DRAFT_COLUMNS = {
    "actor_id": "str",
    "position": "float64",
    "position_low": "float64",
    "position_high": "float64",
    "salience": "float64",
    "salience_low": "float64",
    "salience_high": "float64",
    "agree": "int64",
    "disagree": "int64",
    "neutral": "int64",
    "elsewhere": "int64",
    "origins": "int64",
    "support": "str",
}


class DraftRule(Strict):
    """How one quantity is drafted, in both languages."""

    id: str = Field(min_length=1)
    it: str
    en: str


class DraftRules(Strict):
    """`data/yardsticks/position_drafts.yaml`: the rules in words, and their two parameters."""

    id: str
    lead_share: float = Field(ge=0, le=1)
    lead_weight: float = Field(ge=1)
    rules: dict[str, DraftRule]


@lru_cache(maxsize=1)
def draft_rules() -> DraftRules:
    """The rules of the bundled file."""
    return DraftRules.model_validate(read_yardstick("position_drafts"))


def draft_places(position: Position, option: Option | None = None) -> dict[str, float]:
    """Where on 0–100 stands who agrees: identifiers of positions or of their rows to places.

    The analyst's `places`, and the recommendations that `options.yaml` maps to the option, at the upper end.
    """
    places = dict.fromkeys(option.recommendation_ids, END) if option else {}
    return places | {name: on_hundred(place, position) for name, place in position.places.items()}


def unmatched_places(voicings: pd.DataFrame, places: Mapping[str, float]) -> list[str]:
    """The identifiers among `places` that no position and no row has, sorted: misspelt, or gone since."""
    return sorted(set(places) - {*voicings["position_id"], *voicings["source_row_id"]})


def on_hundred(value: float, position: Position) -> float:
    """A value of the position's own scale on 0–100."""
    return round(END * (value - position.scale.low) / (position.scale.high - position.scale.low), 6)


@dataclass
class _Voicing:
    """What an actor says of one position, on one side: the same words or the same origin are one voicing."""

    place: float | None
    stance: str
    origins: set[str]
    words: set[str]
    weight: float
    rows: set[str]

    @property
    def stands(self) -> float | None:
        """Where it puts its actor; None where it does not say."""
        if self.place is None or self.stance == "neutral":
            return None if self.place is None else MIDDLE
        if self.stance == "agree":
            return self.place
        return END - self.place if self.place in (0.0, END) else None


def draft_positions(
    voicings: pd.DataFrame,
    places: Mapping[str, float],
    documents: pd.DataFrame,
    ground: Ground,
    *,
    acts_for: Mapping[str, str] | None = None,
    rules: DraftRules | None = None,
) -> pd.DataFrame:
    """Each actor's position and salience on a question, drafted from position rows; sorted by actor.

    voicings: the rows of `positions.position_rows`. What Y says that X thinks (about_id) counts for neither; what
    `independent_support` (with its `ground`) does not count adds nothing: nobody named, groups, headlines; the same
    position and side in the same words or from the same origin count once, and documents without a named origin are
    one together. places: identifiers of positions, or of their rows, to the place on 0–100 of who agrees
    (`draft_places`). documents: doc_id and chars. acts_for: person or organ -> state, only organs of government.
    rules: `draft_rules()`.

    Columns: position, salience (0–100, NaN where nothing drafts it) with …_low and …_high, by the rules in
    data/yardsticks/position_drafts.yaml: the position after the ratio of Laver & Garry (2000) and Kim & Fording (1998),
    the salience after the emphasis of Budge & Farlie (1983); agree, disagree, neutral (independent voicings on the
    question) and elsewhere (on others); origins of the former; support (their source rows, joined). Actors without one
    on the question have no row. Raises ValueError where two places are given for one position, or one lies outside
    0–100.
    """
    rules = rules or draft_rules()
    above = dict(acts_for or {})
    chars = dict(zip(documents["doc_id"], documents["chars"], strict=True))
    own = voicings[(voicings["about_id"] == "") & (voicings["actor_id"] != "")]
    by_position = _places_by_position(own, places)
    said: dict[str, list[_Voicing]] = {}
    own = own.assign(voice=[above.get(actor, actor) for actor in own["actor_id"]])
    for (actor, position, stance), rows in own.groupby(["voice", "position_id", "stance"], sort=True):
        if independent_support(rows, ground).count:
            found = _voicings(rows, by_position.get(position), stance, chars, rules)
            said.setdefault(actor, []).extend(found)
    drafts = [
        {"actor_id": actor, **_draft(found)}
        for actor, found in said.items()
        if any(voicing.place is not None for voicing in found)
    ]
    return pd.DataFrame(drafts, columns=list(DRAFT_COLUMNS)).astype(DRAFT_COLUMNS)


def _places_by_position(own: pd.DataFrame, places: Mapping[str, float]) -> dict[str, float]:
    """Position to place; a place given for a row holds for everybody who voices the same position."""
    outside = sorted(name for name, place in places.items() if not 0 <= place <= END)
    if outside:
        raise ValueError(f"places lie between 0 and 100: {', '.join(outside)}")
    found: dict[str, float] = {}
    for position, row in zip(own["position_id"], own["source_row_id"], strict=True):
        for name in (position, row):
            if name in places and found.setdefault(position, places[name]) != places[name]:
                raise ValueError(f"two places for the position {position}: {found[position]:g} and {places[name]:g}")
    return found


def _voicings(
    rows: pd.DataFrame, place: float | None, stance: str, chars: Mapping[str, int], rules: DraftRules
) -> list[_Voicing]:
    """The independent voicings among the rows of one actor, position and side, in reading order."""
    found: list[_Voicing] = []
    for row in rows.sort_values(["doc_id", "start", "source_row_id"]).to_dict("records"):
        words = re.sub(r"\W+", " ", row["text"].casefold()).strip()
        weight = rules.lead_weight if row["start"] < rules.lead_share * chars[row["doc_id"]] else 1.0
        same = next((v for v in found if words in v.words or row["origin"] in v.origins), None)
        if same is None:
            same = _Voicing(place, stance, set(), set(), weight, set())
            found.append(same)
        same.origins.add(row["origin"])
        same.words.add(words)
        same.weight = max(same.weight, weight)
        same.rows.add(row["source_row_id"])
    return found


def _draft(found: list[_Voicing]) -> dict:
    on_it = [voicing for voicing in found if voicing.place is not None]
    stands = [voicing.stands for voicing in on_it if voicing.stands is not None]
    total, n = sum(stands), len(stands)
    here, everything = sum(voicing.weight for voicing in on_it), sum(voicing.weight for voicing in found)
    return {
        "position": round(total / n, 6) if n else None,
        "position_low": round(total / (n + 1), 6) if n else None,
        "position_high": round((total + END) / (n + 1), 6) if n else None,
        "salience": round(100 * here / everything, 6),
        "salience_low": round(100 * here / (everything + 1), 6),
        "salience_high": round(100 * (here + 1) / (everything + 1), 6),
        **{side: sum(voicing.stance == side for voicing in on_it) for side in ("agree", "disagree", "neutral")},
        "elsewhere": len(found) - len(on_it),
        "origins": len({origin for voicing in on_it for origin in voicing.origins} - {""}),
        "support": join_ids(sorted({row for voicing in on_it for row in voicing.rows})),
    }
