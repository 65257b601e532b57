"""What would change our mind: everything on which the first place hangs, in one table of plain sentences."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

import pandas as pd

from analysis.actors.yardsticks import Label, Strict, read_yardstick
from analysis.options.hypotheses import competing_hypotheses, hypothesis_matrix
from analysis.options.payoffs import expected_by_outcome
from analysis.options.ranking import Ranking
from analysis.options.scenarios import switch_points
from analysis.options.what_matters import tornado
from analysis.style import format_number

if TYPE_CHECKING:
    from analysis.dossier import OptionsFile

COLUMNS = ["kind", "sentence", "about", "indicator"]


class ChangeSentence(Label):
    """The sentence for one kind of finding."""

    id: Literal["weight-below", "weight-above", "cell", "scenario", "assumption", "evidence"]


class ChangeSentences(Strict):
    """`change_sentences.yaml`."""

    id: str
    sentences: list[ChangeSentence]


def what_would_change(found: OptionsFile, ranking: Ranking, language: str = "it") -> pd.DataFrame:
    """One row per finding: kind (weight, cell, scenario, assumption, evidence), sentence, about (identifiers of what it
    rests on, joined by "|") and the title of the indicator that would show it, "" where none is named.

    Weights: where the first place changes, others in proportion. Cells: those of the first option and its rival within
    whose interval the lead turns. Scenarios: stretches of probability of one outcome in which another option has the
    best expected score, the other unknowns left as assessed. Numbers have two digits: the scores allow no more.
    """
    options, criteria = ranking.titles["options"], ranking.titles["criteria"]
    rows = [*_weights(ranking, options, criteria, language), *_cells(ranking, options, criteria, language)]
    rows += _scenarios(found, ranking, options, language)
    rows += _assumptions(found, language) + _evidence(found, language)
    return pd.DataFrame(rows, columns=COLUMNS)


def _weights(ranking: Ranking, options: dict, criteria: dict, language: str) -> list[dict]:
    rows = []
    for criterion, row in ranking.stability.iterrows():
        for side, limit in (("below", row["lower"]), ("above", row["upper"])):
            if row[side]:
                words = {
                    "criterion": criteria[criterion],
                    "limit": format_number(limit, language, 2),
                    "weight": format_number(row["weight"], language, 2),
                    "option": options[row[side]],
                }
                rows.append(_row("weight", f"weight-{side}", words, f"{criterion}|{row[side]}", language))
    return rows


def _cells(ranking: Ranking, options: dict, criteria: dict, language: str) -> list[dict]:
    table = tornado(ranking.performance, ranking.weights[ranking.weight_set], ranking.order[0], ranking.rival)
    return [
        _row(
            "cell",
            "cell",
            {"option": options[row["option"]], "criterion": criteria[row["criterion"]]},
            f"{row['option']}|{row['criterion']}",
            language,
        )
        for row in table[table["turns"]].to_dict("records")
    ]


def _scenarios(found: OptionsFile, ranking: Ranking, options: dict, language: str) -> list[dict]:
    rows = []
    for scenario in found.scenarios:
        if not scenario.effects or len(scenario.outcomes) < 2:
            continue
        payoffs = expected_by_outcome(found, ranking, scenario.id)
        even = pd.Series(1 / len(scenario.outcomes), index=payoffs.columns)
        given = pd.Series({o.id: o.probability for o in scenario.outcomes}, dtype=float)
        first = scenario.outcomes[0]
        for row in switch_points(payoffs, even if given.isna().any() else given, first.id).to_dict("records"):
            if row["option"] != ranking.order[0]:
                words = {
                    "outcome": first.title,
                    "low": format_number(row["from"], language, 2),
                    "high": format_number(row["to"], language, 2),
                    "option": options[row["option"]],
                }
                rows.append(_row("scenario", "scenario", words, f"{scenario.id}|{row['option']}", language))
    return rows


def _assumptions(found: OptionsFile, language: str) -> list[dict]:
    indicators = {indicator.id: indicator.title for indicator in found.indicators}
    return [
        _row(
            "assumption",
            "assumption",
            {"assumption": a.title.rstrip("."), "if_wrong": a.if_wrong},
            a.id,
            language,
            indicators.get(a.indicator, ""),
        )
        for a in found.assumptions
        if a.if_wrong
    ]


def _evidence(found: OptionsFile, language: str) -> list[dict]:
    if not found.hypotheses or not found.hypothesis_evidence:
        return []
    titles = {item.id: item.title for item in found.hypothesis_evidence}
    critical = competing_hypotheses(hypothesis_matrix(found)).critical
    return [_row("evidence", "evidence", {"evidence": titles[item]}, item, language) for item in critical]


def _row(kind: str, sentence: str, words: dict, about: str, language: str, indicator: str = "") -> dict:
    text = getattr(_sentences()[sentence], language).format(**words)
    return {"kind": kind, "sentence": text, "about": about, "indicator": indicator}


@lru_cache(maxsize=1)
def _sentences() -> dict[str, ChangeSentence]:
    read = read_yardstick("change_sentences")
    return {entry.id: entry for entry in ChangeSentences.model_validate(read).sentences}
