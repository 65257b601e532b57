"""From the analyst's options.yaml to a ranking with its uncertainty; or the reasons why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from analysis.errors import InputError
from analysis.options.adjust import cells_of
from analysis.options.dominance import necessary_dominance, possible_dominance
from analysis.options.performance import FILE, Performance, build_performance
from analysis.options.score_draws import triangular_scores
from analysis.options.short_list import short_list
from analysis.options.smaa import Smaa, score_bands, smaa
from analysis.options.weight_draws import any_weights
from analysis.options.weight_sets import weight_view
from analysis.options.weights import weight_stability
from analysis.options.wording import sentence

if TYPE_CHECKING:
    from analysis.dossier import OptionsFile

ANY_WEIGHTS = "any_weights"
"""The column for all weights alike, beside the sets that the file names."""

SEPARATES = 0.8
"""Share of draws from which on the first option is said to stand apart from the second: a convention, not a test."""


@dataclass(frozen=True)
class Ranking:
    """Everything that the ranking rests on, labelled by the identifiers of options.yaml.

    weight_set: the set that bands, acceptability, error, pairwise and stability belong to.
    titles: of options, criteria and weight sets, {"options": {id: title}, "criteria": …, "weights": …}.
    hindsight: options that nobody could have chosen at the time.
    performance: the matrix. scores: options x weight sets, weighted sums of the cells' means, 0-1 (at the modes, a
    skewed cell would let the score and the draws of an option contradict each other). weights: criteria x sets.
    ranks: options x sets, 1 the best, equal scores share the better rank. bands: by option, the lowest and highest
    possible score, the score and the middle 90 % of the draws. acceptability, error: options x ranks.
    first: options x sets and `any_weights`, share of draws in the first place. pairwise: options x options.
    smaa: everything that the draws tell, by set and under `any_weights`. forms: by set, how its weights were given.
    dominance: options x options, True where the row dominates the column whatever weights and scores; possible: for
    some scores. short_list: every option of the file, and why it is not compared.
    stability: by criterion, between which weights the first option stays first.
    notes: plain sentences that belong beside the result.
    """

    weight_set: str
    titles: dict[str, dict[str, str]]
    hindsight: tuple[str, ...]
    performance: Performance
    scores: pd.DataFrame
    weights: pd.DataFrame
    ranks: pd.DataFrame
    bands: pd.DataFrame
    acceptability: pd.DataFrame
    error: pd.DataFrame
    first: pd.DataFrame
    pairwise: pd.DataFrame
    smaa: dict[str, Smaa]
    forms: dict[str, str]
    dominance: pd.DataFrame
    possible: pd.DataFrame
    short_list: pd.DataFrame
    stability: pd.DataFrame
    notes: tuple[str, ...]
    draws: int
    seed: int

    @property
    def order(self) -> list[str]:
        """Options from the highest to the lowest score under the chosen weights; equals as in the file."""
        return list(self.scores[self.weight_set].sort_values(ascending=False, kind="stable").index)

    @property
    def rival(self) -> str:
        """The option that most often beats the first one of `order`; of equals the better placed."""
        first, *others = self.order
        return self.pairwise.loc[others, first].idxmax()


def performance_of(options_file: OptionsFile) -> Performance:
    """The performance matrix of the options on the short list; raises InputError as `build_performance` does."""
    return build(options_file, cells_of(options_file))


def build(options_file: OptionsFile, cells: pd.DataFrame) -> Performance:
    """The same with other cells: those of a scenario, or corrected for optimism (`analysis.options.adjust`)."""
    _check_identifiers(options_file)
    scales = {c.id: tuple(c.scale or ()) for c in options_file.criteria}
    for criterion, scale in scales.items():
        if len(scale) != 2:
            raise InputError.single(FILE, f"Criterion {criterion} has no range.", "Give it a scale [minimum, maximum].")
    criteria = pd.DataFrame(
        [[*map(float, scales[c.id]), c.direction] for c in options_file.criteria],
        columns=["minimum", "maximum", "direction"],
        index=pd.Index(list(scales), name="criterion"),
    )
    kept = short_list(options_file)
    performance = build_performance(cells, criteria, list(kept["option"]))
    return performance.only(list(kept["option"][kept["on_short_list"]]))


def missing_for_ranking(options_file: OptionsFile | None, language: str = "it") -> list[str]:
    """Why nothing can be ranked, in plain sentences; empty where a ranking is possible.

    One option that lacks a cell is left out and named in the ranking's notes; only where fewer than two are complete
    is the ranking impossible.
    """
    if options_file is None:
        return [sentence("no_file", language)]
    found = []
    kept = int(short_list(options_file)["on_short_list"].sum())
    if kept < 2:
        found.append(sentence("few_options", language, count=kept))
    for key, entries in (
        ("no_criteria", options_file.criteria),
        ("no_weights", options_file.weights),
        ("no_assessments", options_file.assessments),
    ):
        if not entries:
            found.append(sentence(key, language))
    if found:
        return found
    performance = performance_of(options_file)
    if len(performance.mode) >= 2:
        return []
    return _incomplete(performance, _titles(options_file), "missing_cells", language)


def rank_options(
    options_file: OptionsFile,
    weight_set: str | None = None,
    draws: int = 10_000,
    seed: int = 20240616,
    language: str = "it",
) -> Ranking:
    """Rank the options that have a cell for every criterion, by weighted sum, with the uncertainty of their scores.

    weight_set: identifier of the set to look at; the first in the file where it is None. The others are computed
    beside it. Scores are triangular between low, mode and high, independent of each other. `language` is that of
    the notes. Raises InputError where nothing can be ranked (see `missing_for_ranking`) or the input is wrong.
    """
    missing = missing_for_ranking(options_file, "en")
    if missing:
        raise InputError.single(FILE, f"Nothing can be ranked: {' '.join(missing)}", "Complete the file.")
    if draws < 1:
        raise InputError.single(FILE, f"{draws} draws.", "Ask for one draw at least; 10,000 is usual.")
    sets = {entry.id: entry for entry in options_file.weights}
    chosen = weight_set if weight_set is not None else next(iter(sets))
    if chosen not in sets:
        raise InputError.single(FILE, f"There is no set of weights {chosen!r}.", f"Choose of: {', '.join(sets)}.")
    performance = performance_of(options_file)
    low, mode, high, mean = performance.low, performance.mode, performance.high, performance.mean
    views = {name: weight_view(entry, list(mode.columns)) for name, entry in sets.items()}
    weights = pd.DataFrame({name: view.point for name, view in views.items()})
    weights.index.name = "criterion"
    # Rounded: the last bits of a sum must neither decide a rank nor differ between machines.
    scores = (mean @ weights).round(12)
    drawn = triangular_scores(low, mode, high)
    results = {name: smaa(drawn, view.space, draws, seed) for name, view in views.items()}
    results[ANY_WEIGHTS] = smaa(drawn, any_weights(list(mode.columns)), draws, seed)
    titles = _titles(options_file)
    hindsight = tuple(o.id for o in options_file.options if o.hindsight and o.id in mode.index)
    return Ranking(
        weight_set=chosen,
        titles=titles,
        hindsight=hindsight,
        performance=performance,
        scores=scores,
        weights=weights,
        ranks=scores.rank(ascending=False, method="min").astype(int),
        bands=score_bands(low, mode, high, weights[chosen], draws, seed).round(12),
        acceptability=results[chosen].shares,
        error=results[chosen].error,
        first=pd.DataFrame({name: result.first for name, result in results.items()}),
        pairwise=results[chosen].pairwise,
        smaa=results,
        forms={name: view.form for name, view in views.items()},
        dominance=necessary_dominance(low, high),
        possible=possible_dominance(low, high),
        short_list=short_list(options_file),
        stability=weight_stability(mean, weights[chosen]).round({"lower": 12, "upper": 12}),
        notes=tuple(_notes(performance, titles, hindsight, language)),
        draws=draws,
        seed=seed,
    )


def _check_identifiers(options_file: OptionsFile) -> None:
    for kind in ("options", "criteria", "weights"):
        ids = [entry.id for entry in getattr(options_file, kind)]
        twice = sorted({i for i in ids if ids.count(i) > 1})
        if twice:
            raise InputError.single(FILE, f"{kind}: {', '.join(twice)} is there twice.", "Give each its own id.")


def _titles(options_file: OptionsFile) -> dict[str, dict[str, str]]:
    entries = {"options": options_file.options, "criteria": options_file.criteria, "weights": options_file.weights}
    return {name: {entry.id: entry.title or entry.id for entry in found} for name, found in entries.items()}


def _incomplete(performance: Performance, titles: dict, key: str, language: str) -> list[str]:
    return [
        sentence(
            key,
            language,
            title=titles["options"][option],
            criteria=", ".join(titles["criteria"][criterion] for criterion in cells["criterion"]),
        )
        for option, cells in performance.missing.groupby("option", sort=False)
    ]


def _notes(performance: Performance, titles: dict, hindsight: tuple[str, ...], language: str) -> list[str]:
    basis = performance.basis.to_numpy()
    return [
        *_incomplete(performance, titles, "unranked", language),
        *(sentence("hindsight", language, title=titles["options"][option]) for option in hindsight),
        sentence("evidence", language, count=int((basis == "information").sum()), total=basis.size),
        sentence("share", language),
    ]
