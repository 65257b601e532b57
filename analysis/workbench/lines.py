"""Sentences that notebooks print about forecasts and forums, in Italian and English."""

from math import isnan

import pandas as pd

from analysis.actors import Forecast, Question, balanced_triangles, material_of, network, withheld
from analysis.actors.material import index_materials
from analysis.options import Ceiling
from analysis.options.forums import ForumCheck, forum_checks
from analysis.style import format_number
from analysis.workbench.step import Step

WORDS = {
    "it": {
        "ceiling": "Fiducia massima ammessa: {word}",
        "forecast": "{title}: media {mean} (da {mean_low} a {mean_high}), "
        "mediana {median} (da {median_low} a {median_high})",
        "no_forecast": "{title}: nessuna previsione, a ogni attore manca posizione, interesse o capacità",
        "passes": "passerebbe",
        "fails": "non passerebbe",
        "open": "esito aperto",
        "check": "{title} – {council}, regola {rule}: {outcome}; "
        "contrari secondo le posizioni: {against}; ignoti: {unknown}",
        "veto": "; fra loro, il cui consenso è necessario: {vetoes} (posizioni indicate, non voti)",
        "no_check": "{title} – {council}: {why}",
        "decides-alone": "decide il governo da solo",
        "nobody-signalled": "nessuno ha segnalato di voler partecipare",
        "takes_part": "; parteciperebbero: {members}",
        "no_day": "Senza data del fascicolo (cutoff) i membri dei consessi non si conoscono.",
        "nobody": "nessuno",
    },
    "en": {
        "ceiling": "Highest confidence allowed: {word}",
        "forecast": "{title}: mean {mean} ({mean_low} to {mean_high}), median {median} ({median_low} to {median_high})",
        "no_forecast": "{title}: no forecast, every actor lacks position, salience or capability",
        "passes": "would pass",
        "fails": "would fail",
        "open": "open",
        "check": "{title} – {council}, rule {rule}: {outcome}; "
        "against by their positions: {against}; unknown: {unknown}",
        "veto": "; of these, whose consent is needed: {vetoes} (stated positions, no votes)",
        "no_check": "{title} – {council}: {why}",
        "decides-alone": "the government decides alone",
        "nobody-signalled": "nobody has signalled to take part",
        "takes_part": "; would take part: {members}",
        "no_day": "Without the dossier's date (cutoff) the members of forums are not known.",
        "nobody": "nobody",
    },
}


def forecast_line(title: str, found: Forecast, language: str) -> str:
    """The headline forecast with its bounds, without decimals: the estimates allow no more."""
    if isnan(found.mean):
        return WORDS[language]["no_forecast"].format(title=title)
    names = ("mean", "mean_low", "mean_high", "median", "median_low", "median_high")
    numbers = {name: format_number(getattr(found, name), language, 0) for name in names}
    return WORDS[language]["forecast"].format(title=title, **numbers)


def index_reasons(step: Step, dyad_table: pd.DataFrame, by_period: pd.DataFrame, rows: pd.DataFrame) -> dict[str, str]:
    """For every index of `index_material.yaml` why it is withheld, "" where the dossier holds enough for it.

    by_period: `dyads_by_period`; rows: positions. Undated rows make no period.
    """
    material = material_of(step.tables, dyad_table) | {
        "positions": rows["position_id"].nunique(),
        "periods": by_period.loc[by_period["period"] != "", "period"].nunique(),
        "triangles": balanced_triangles(network(dyad_table)).triangles,
    }
    return {entry.id: withheld(entry.id, material, step.language) for entry in index_materials().indices}


def ceiling_lines(ceiling: Ceiling, language: str) -> str:
    """The ceiling of confidence and its reasons, one a line."""
    return "\n".join(
        [WORDS[language]["ceiling"].format(word=ceiling.word), *(f"- {sentence}" for _, _, sentence in ceiling.reasons)]
    )


def checks_of(step: Step, questions: list[Question]) -> list[ForumCheck]:
    """A forum check for every option, with the positions of the question about it; none without file or cutoff."""
    cutoff = step.dossier.meta.cutoff
    if step.dossier.options is None or cutoff is None:
        return []
    about = {question.option: question.stakeholders for question in questions if question.option}
    return [
        check
        for option in step.dossier.options.options
        for check in forum_checks(option, cutoff.isoformat(), about.get(option.id))
    ]


def forum_lines(step: Step, questions: list[Question]) -> list[str]:
    """One line per option and council: outcome, who is against, whose signal is missing."""
    words = WORDS[step.language]
    if step.dossier.meta.cutoff is None:
        return [words["no_day"]]
    titles = {option.id: option.title for option in step.dossier.options.options} if step.dossier.options else {}
    lines = []
    for item in checks_of(step, questions):
        if item.check is None:
            why = words.get(item.why_not, item.why_not)
            lines.append(words["no_check"].format(title=titles[item.option], council=item.council, why=why))
            continue
        members = item.check.members
        line = words["check"].format(
            title=titles[item.option],
            council=item.council,
            rule=item.check.rule.id,
            outcome=words[item.check.outcome],
            against=", ".join(members["actor_id"][members["vote"] == "against"]) or words["nobody"],
            unknown=str(len(item.check.unknown) + item.check.unnamed),
        )
        if item.council == "ad_hoc":
            line += words["takes_part"].format(members=", ".join(item.check.council.members))
        lines.append(line + (words["veto"].format(vetoes=", ".join(item.vetoes)) if item.vetoes else ""))
    return lines
