"""How firm the ranking of pairs is: under other weights of the modalities, and with each document left out."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.actors.incidents import best_first
from analysis.actors.yardsticks import DEFAULT_MODALITY_WEIGHTS, WeightSet, weight_sets

SIDES = {"cooperation": 1.0, "conflict": -1.0}
DECIMALS = 6
PAIR_COLUMNS = {
    "source": "str",
    "target": "str",
    "value": "float64",
    "rank": "int64",
    "rank_best_weights": "int64",
    "rank_worst_weights": "int64",
    "weights_best": "str",
    "weights_worst": "str",
    "rank_best_documents": "int64",
    "rank_worst_documents": "int64",
    "document_best": "str",
    "document_worst": "str",
}
DOCUMENT_COLUMNS = {
    "doc_id": "str",
    "moved": "int64",
    "gone": "int64",
    "largest_shift": "int64",
    "source": "str",
    "target": "str",
    "rank": "int64",
    "rank_without": "int64",
}


@dataclass(frozen=True)
class Sensitivity:
    """pairs: one row per pair with a report on this side, in the order of rank. documents: one row per document that
    reports on them, what moves most first.

    pairs: value and rank under the default weights (1 the heaviest, equals share the better rank, those with value 0
    the last); the best and worst
    rank under the weight sets, with the set that gives it (`default` where none gives a better or a worse one); the
    best and worst rank with one document left out, with that document ("" where leaving out none changes the rank).
    documents: moved (pairs whose rank changes without it), gone (pairs of which it alone reports), the pair that moves
    furthest, its rank and its rank without the document.
    """

    pairs: pd.DataFrame
    documents: pd.DataFrame


def dyad_sensitivity(
    events: pd.DataFrame,
    side: str = "conflict",
    modality_weights: Mapping[str, float] = DEFAULT_MODALITY_WEIGHTS,
    sets: Sequence[WeightSet] | None = None,
) -> Sensitivity:
    """How far each pair's rank by weighted conflict (or `side` cooperation) moves; see `Sensitivity`.

    `sets`: other weight sets, by default those of `modality_weight_sets.yaml`. Without a document the incidents are
    recounted from the reports that remain, the best founded speaking for each. A pair that nobody reports any more has
    value 0. Linear in events but for sorting, plus documents times pairs for the ranks. Raises ValueError where the
    side is unknown or a modality has no weight between 0 and 1.
    """
    if side not in SIDES:
        raise ValueError(f"a side is {' or '.join(SIDES)}, not `{side}`")
    reports = _Reports(events, modality_weights, SIDES[side])
    ranks = _ranks(reports.values)
    pairs = [
        {"source": pair[0], "target": pair[1], "value": value, "rank": rank}
        for pair, value, rank in zip(reports.pairs, reports.values.tolist(), ranks.tolist(), strict=True)
    ]
    for entry in sets if sets is not None else weight_sets():
        other = _ranks(_Reports(events, entry.weights, SIDES[side]).values)
        for row, rank in zip(pairs, other.tolist(), strict=True):
            _extremes(row, rank, "weights", entry.id)
    documents = []
    for doc_id, without in reports.without_each():
        new = _ranks(without)
        for place in np.flatnonzero(new != ranks).tolist():
            _extremes(pairs[place], int(new[place]), "documents", doc_id)
        documents.append(_document(doc_id, reports, ranks, new))
    for row in pairs:
        for kind, otherwise in (("weights", "default"), ("documents", "")):
            short = kind.removesuffix("s") if kind == "documents" else kind
            for end in ("best", "worst"):
                row.setdefault(f"rank_{end}_{kind}", row["rank"])
                row.setdefault(f"{short}_{end}", otherwise)
    pairs.sort(key=lambda row: (row["rank"], row["source"], row["target"]))
    documents.sort(key=lambda row: (-row["moved"], -row["largest_shift"], row["doc_id"]))
    return Sensitivity(
        pd.DataFrame(pairs, columns=list(PAIR_COLUMNS)).astype(PAIR_COLUMNS),
        pd.DataFrame(documents, columns=list(DOCUMENT_COLUMNS)).astype(DOCUMENT_COLUMNS),
    )


def _extremes(row: dict, rank: int, kind: str, by: str) -> None:
    """Note a rank that is better or worse than any before it, and what gave it."""
    short = kind.removesuffix("s") if kind == "documents" else kind
    if rank < row.get(f"rank_best_{kind}", row["rank"]):
        row |= {f"rank_best_{kind}": rank, f"{short}_best": by}
    if rank > row.get(f"rank_worst_{kind}", row["rank"]):
        row |= {f"rank_worst_{kind}": rank, f"{short}_worst": by}


def _ranks(values: np.ndarray) -> np.ndarray:
    """1 for the greatest; equals share the better rank, but those with nothing share the last place of all."""
    ranks = 1 + len(values) - np.searchsorted(np.sort(values), values, side="right")
    return np.where(values > 0, ranks, len(values))


def _document(doc_id: str, reports: "_Reports", ranks: np.ndarray, new: np.ndarray) -> dict:
    shifts = np.abs(new - ranks)
    most = int(shifts.argmax())
    source, target = reports.pairs[most] if shifts[most] else ("", "")
    return {
        "doc_id": doc_id,
        "moved": int((shifts > 0).sum()),
        "gone": reports.only_in[doc_id],
        "largest_shift": int(shifts[most]),
        "source": source,
        "target": target,
        "rank": int(ranks[most]) if shifts[most] else 0,
        "rank_without": int(new[most]) if shifts[most] else 0,
    }


class _Reports:
    """The reports of each incident, the best founded first, and what each pair adds up to on one side."""

    def __init__(self, events: pd.DataFrame, modality_weights: Mapping[str, float], sign: float):
        rows = best_first(events, modality_weights)
        told: dict[tuple, list[tuple[str, float]]] = defaultdict(list)
        ranked: set[tuple[str, str]] = set()
        columns = ("source_state", "target_state", "incident_id", "doc_id", "intensity", "weight")
        for source, target, incident, doc_id, score, weight in zip(*(rows[name] for name in columns), strict=True):
            told[source, target, incident].append((doc_id, max(sign * score, 0.0) * weight))
            if sign * score > 0:
                ranked.add((source, target))
        told = {key: reports for key, reports in told.items() if key[:2] in ranked}
        self.pairs = sorted(ranked)
        self._place = {pair: place for place, pair in enumerate(self.pairs)}
        self._sums = np.zeros(len(self.pairs))
        in_document: dict[str, dict[tuple, None]] = defaultdict(dict)
        documents: dict[tuple, set[str]] = defaultdict(set)
        for key, reports in told.items():
            self._sums[self._place[key[:2]]] += reports[0][1]
            for doc_id, _ in reports:
                in_document[doc_id][key] = None
                documents[key[:2]].add(doc_id)
        self._told, self._in_document = told, dict(sorted(in_document.items()))
        self.only_in = Counter(min(found) for found in documents.values() if len(found) == 1)

    @property
    def values(self) -> np.ndarray:
        """What each pair adds up to, rounded, in the order of `pairs`."""
        return self._sums.round(DECIMALS)

    def without_each(self):
        """Each document with the values that remain without it."""
        for doc_id, keys in self._in_document.items():
            sums = self._sums.copy()
            for key in keys:
                reports = self._told[key]
                # only the document that speaks for the incident is skipped over: the others cost one step
                left = next((value for other, value in reports if other != doc_id), 0.0)
                sums[self._place[key[:2]]] += left - reports[0][1]
            yield doc_id, sums.round(DECIMALS)
