"""Who holds which position: what is recommended, and what is claimed, with every voicing as a row."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pandas as pd

from analysis.actors.actions import ActionGroup, group_recommendations
from analysis.actors.independence import Ground, independent_support
from analysis.actors.material import origins_of
from analysis.actors.stances import STANCES, stance_of_advice, stance_of_claim
from analysis.actors.yardsticks import event_labels
from analysis.tables import Tables, join_ids, row_id

ROW_COLUMNS = {
    "position_id": "str",
    "title": "str",
    "kind": "str",
    "actor_id": "str",
    "stance": "str",
    "about_id": "str",
    "doc_id": "str",
    "start": "int64",
    "end": "int64",
    "text": "str",
    "statement_id": "str",
    "source_row_id": "str",
    "origin": "str",
    "rule_id": "str",
}
MATRIX_COLUMNS = {
    "actor_id": "str",
    "position_id": "str",
    "agree": "int64",
    "disagree": "int64",
    "neutral": "int64",
    "agree_ids": "str",
    "disagree_ids": "str",
    "neutral_ids": "str",
}
POSITION_COLUMNS = {
    "position_id": "str",
    "title": "str",
    "kind": "str",
    "agree": "int64",
    "disagree": "int64",
    "neutral": "int64",
    "origins": "int64",
    "voicings": "int64",
    "ascribed": "int64",
    "uncounted": "int64",
    "source_row_ids": "str",
}
OPEN_ROLE = "?"


def position_rows(tables: Tables, language: str = "it") -> pd.DataFrame:
    """One row per voicing of a position: position_id, title, kind, actor_id, stance, about_id, and where it stands.

    kind `recommendation`: what is asked of whom, grouped as `group_recommendations` does; who asks for the opposite
    ("non …") disagrees with the same position. kind `claim`: that somebody does something to somebody, as an event
    inside a statement says it; the same type, source and target (rolled up) are one claim, with an open role ("?")
    only reports of one incident. stance: agree, disagree or neutral, by negation, modality and the words that
    introduce it (`stances.yaml`).
    about_id: where a speaker says what another thinks or asks for, the other; then actor_id is the speaker, the
    stance is the one he ascribes to the other, and the row counts for no side of either. actor_id is "" where nobody
    is named.
    source_row_id: the recommendation or the event; start, end, text: its words, for a claim those of the statement.
    origin: the source group of the document, "" where it names none. `language` is that of the titles of claims.
    """
    names = dict(zip(tables["actors"]["actor_id"], tables["actors"]["name"], strict=True))
    documents = tables["documents"]
    origins = dict(zip(documents["doc_id"], origins_of(documents), strict=True))
    speech = _Speech(tables["statements"])
    rows = [*_recommended(tables, names, speech), *_claimed(tables, names, speech, language)]
    found = [{**row, "origin": origins.get(row["doc_id"], "")} for row in rows]
    frame = pd.DataFrame(found, columns=list(ROW_COLUMNS)).astype(ROW_COLUMNS)
    order = ["doc_id", "start", "end", "kind", "position_id", "actor_id", "source_row_id"]
    return frame.sort_values(order).reset_index(drop=True)


def position_matrix(rows: pd.DataFrame, ground: Ground) -> pd.DataFrame:
    """Actor × position, one row a pair that anything counts for: agree, disagree, neutral, and the rows behind each.

    Counted are independent voicings: of one actor, position and stance, those from different origins and in different
    words (a copied article or a quotation taken over is one voicing; documents without an origin are one together).
    Nobody named, groups, headlines and what is only ascribed to somebody count nothing (see `independent_support`;
    `ground`: `ground_of(tables)`). `…_ids`: the recommendations and events of the stance, copies included.
    """
    pairs: dict[tuple[str, str], dict] = {}
    own = rows[(rows["about_id"] == "") & (rows["actor_id"] != "")]
    own = own.assign(words=own["text"].str.casefold().str.replace(r"\W+", " ", regex=True))
    for (actor, position, stance), voicings in own.groupby(["actor_id", "position_id", "stance"]):
        support = independent_support(voicings, ground)
        if not support.count:
            continue
        empty = {**dict.fromkeys(STANCES, 0), **{f"{name}_ids": "" for name in STANCES}}
        pair = pairs.setdefault((actor, position), {"actor_id": actor, "position_id": position, **empty})
        pair[stance] = min(max(1, len(support.origins)), len(set(voicings["words"])))
        pair[f"{stance}_ids"] = join_ids(sorted(voicings["source_row_id"]))
    found = [pairs[key] for key in sorted(pairs)]
    return pd.DataFrame(found, columns=list(MATRIX_COLUMNS)).astype(MATRIX_COLUMNS)


def position_table(rows: pd.DataFrame, ground: Ground) -> pd.DataFrame:
    """One row per position, the best supported first: how many independent voices agree, disagree, take no side.

    agree, disagree, neutral: `independent_support` of the rows of that stance, so that a minister and his state are
    one voice. origins: independent sources of the rows counted. voicings: all rows; ascribed: those that say what
    another thinks; uncounted: those of nobody named or of a headline. Neither of the two adds support.
    """
    own = rows[rows["about_id"] == ""]
    support = {key: independent_support(voicings, ground) for key, voicings in own.groupby(["position_id", "stance"])}
    found = []
    for position, behind in rows.groupby("position_id")[["title", "kind", "about_id", "source_row_id"]]:
        sides = {stance: support[position, stance] for stance in STANCES if (position, stance) in support}
        found.append(
            {
                "position_id": position,
                "title": behind["title"].iloc[0],
                "kind": behind["kind"].iloc[0],
                **{stance: sides[stance].count if stance in sides else 0 for stance in STANCES},
                "origins": len({origin for one in sides.values() for origin in one.origins}),
                "voicings": len(behind),
                "ascribed": sum(about != "" for about in behind["about_id"]),
                "uncounted": sum(one.uncounted for one in sides.values()),
                "source_row_ids": join_ids(sorted(behind["source_row_id"])),
            }
        )
    found.sort(key=lambda row: (-row["agree"] - row["disagree"], -row["voicings"], row["position_id"]))
    return pd.DataFrame(found, columns=list(POSITION_COLUMNS)).astype(POSITION_COLUMNS)


class _Speech:
    """The statements by document, to ask who says what stands at a place."""

    def __init__(self, statements: pd.DataFrame):
        self._by_document: dict[str, list[dict]] = defaultdict(list)
        for row in statements.to_dict("records"):
            self._by_document[row["doc_id"]].append(row)

    def around(self, doc_id: str, start: int, end: int) -> list[dict]:
        """The statements that contain a span, the innermost first."""
        rows = [row for row in self._by_document[doc_id] if row["start"] <= start and end <= row["end"]]
        return sorted(rows, key=lambda row: (row["end"] - row["start"], row["statement_id"]))


def _ascription(holder: str, around: Iterable[dict]) -> str | None:
    """Who says that `holder` thinks so, where that is another; None where he speaks for himself."""
    if not holder:
        return None
    return next((row["speaker_id"] for row in around if row["speaker_id"] not in ("", holder)), None)


def _voice(holder: str, stance: str, around: list[dict]) -> dict:
    reporter = _ascription(holder, around)
    if reporter is None:
        return {"actor_id": holder, "stance": stance, "about_id": ""}
    return {"actor_id": reporter, "stance": stance, "about_id": holder}


def _recommended(tables: Tables, names: Mapping[str, str], speech: _Speech) -> Iterable[dict]:
    groups = group_recommendations(tables["recommendations"], names)
    for group in groups:
        lead = _leading(group, groups)
        first = lead.members[0]
        position = row_id("po", "recommendation", first["agent_ids"], first["text"], first["recommendation_id"])
        for row in group.members:
            around = speech.around(row["doc_id"], row["start"], row["end"])
            cues = [row["cue"], *(said["cue"] for said in around if said["speaker_id"] == row["proponent_id"])]
            stance = stance_of_advice(group.action.negated != lead.action.negated, " ".join(cues))
            yield {
                "position_id": position,
                "title": first["text"],
                "kind": "recommendation",
                **_voice(row["proponent_id"], stance, around),
                **{name: row[name] for name in ("doc_id", "start", "end", "text", "statement_id", "rule_id")},
                "source_row_id": row["recommendation_id"],
            }


def _leading(group: ActionGroup, groups: list[ActionGroup]) -> ActionGroup:
    """The group that names the position: the one that asks for the action where this one asks for its opposite."""
    if not group.action.negated:
        return group
    return next((other for other in groups if group.action.opposite_of(other.action)), group)


def _claimed(tables: Tables, names: Mapping[str, str], speech: _Speech, language: str) -> Iterable[dict]:
    labels = event_labels().types
    events = tables["events"]
    for row in events[events["statement_id"] != ""].to_dict("records"):
        source, target = (row[f"{side}_state"] or row[f"{side}_id"] for side in ("source", "target"))
        around = speech.around(row["doc_id"], row["start"], row["end"])
        if not (source or target) or not around:
            continue
        said = around[0]
        roles = " → ".join(names.get(actor, actor) or OPEN_ROLE for actor in (source, target))
        stance = stance_of_claim(row["modality"], said["cue"], said["rule_id"])
        yield {
            "position_id": row_id("po", "claim", row["type"], source, target, _which(row)),
            "title": f"{getattr(labels[row['type']], language)}: {roles}",
            "kind": "claim",
            **_voice(said["speaker_id"], stance, around),
            **{name: said[name] for name in ("doc_id", "start", "end", "text", "statement_id")},
            "source_row_id": row["event_id"],
            "rule_id": row["rule_id"],
        }


def _which(event: dict) -> str:
    """What tells claims with an open role apart: "Russia → ?" may be fuel here and missiles there."""
    if all(event[f"{side}_state"] or event[f"{side}_id"] for side in ("source", "target")):
        return ""
    return event["incident_id"] or event["event_id"]
