"""What the notebook of options shows beside plain tables: the question, unknowns, forums, entries of the file."""

from collections.abc import Mapping
from html import escape

import pandas as pd
from IPython.display import display

from analysis.dossier import OptionsFile
from analysis.options import (
    NORMALISATIONS,
    ForumCheck,
    Ranking,
    build,
    compare_methods,
    corrected_for_optimism,
    expected_by_outcome,
    forum_table,
    leaders,
    unknown_by_combination,
    value_of_partial_information,
    value_of_perfect_information,
)
from analysis.options.figures import plot_stakeholders, plot_switching
from analysis.workbench.sliders import probability_slider
from analysis.workbench.step import Step
from analysis.workbench.views import Html, everybody, show_figure, show_table, titled

QUESTION = {
    "it": ("Domanda", "Decide", "Informazioni fino al", "Orizzonte", "Interessi"),
    "en": ("Question", "Decision-maker", "Information until", "Horizon", "Interests"),
}


def show_question(step: Step) -> Html:
    """The question, who decides, date of information, horizon and interests; what is not given is a dash."""
    meta = step.dossier.meta
    values = [meta.question, meta.decision_maker, meta.cutoff.isoformat() if meta.cutoff else "", meta.horizon]
    lines = [*values, "; ".join(meta.interests)]
    items = "".join(
        f"<li><b>{escape(name)}</b>: {escape(value or '–')}</li>"
        for name, value in zip(QUESTION[step.language], lines, strict=True)
    )
    return Html(f"<ul>{items}</ul>", meta.question or meta.title)


def dominance_line(table: pd.DataFrame, titles: Mapping[str, str]) -> str:
    """Which option dominates which, one a line as "a > b, c"; a dash where none does."""
    lines = []
    for first in table.index:
        others = [titles.get(second, second) for second in table.columns if table.loc[first, second]]
        if others:
            lines.append(f"{titles.get(first, first)} > {', '.join(others)}")
    return "\n".join(["", *lines]) if lines else "–"


def table_weights_directions(ranking: Ranking) -> tuple[pd.DataFrame, pd.Series, pd.Series]:
    """What the methods of aggregation take: mean scores (0-1, more is better), the chosen weights, directions."""
    mean = ranking.performance.mean
    return mean, ranking.weights[ranking.weight_set], pd.Series("max", index=mean.columns)


def ranks_by_normalisation(ranking: Ranking) -> pd.DataFrame:
    """Place of each option under every method and normalisation: "declared" are the scales of the file."""
    table = table_weights_directions(ranking)
    places = {name: compare_methods(*table, name).ranks for name in NORMALISATIONS}
    joined = pd.concat({name: ranks for name, ranks in places.items()}, axis=1)
    joined.columns = [f"{method}, {name}" for name, method in joined.columns]
    return joined.rename(index=ranking.titles["options"]).reset_index()


def information_lines(found: OptionsFile, payoffs: pd.DataFrame, probabilities: pd.Series | None) -> str:
    """What knowing all unknowns, and each alone, would add to the best expected score, in points of 100."""
    if probabilities is None:
        return "No value of information: an unknown has no probability."
    lines = [f"all unknowns: {100 * value_of_perfect_information(payoffs, probabilities):.1f}"]
    for scenario in found.scenarios:
        if scenario.effects and len(scenario.outcomes) > 1:
            told = unknown_by_combination(found, scenario.id)
            lines.append(f"{scenario.title}: {100 * value_of_partial_information(payoffs, probabilities, told):.1f}")
    return "\n".join(lines)


def signed_scenarios(found: OptionsFile) -> list[str]:
    """The unknowns with effects whose outcomes have probabilities."""
    return [
        scenario.id
        for scenario in found.scenarios
        if scenario.effects and scenario.outcomes and all(o.probability is not None for o in scenario.outcomes)
    ]


def show_switching(step: Step, ranking: Ranking, scenario: str):
    """How the expected scores move with the probability of an unknown's first outcome: figure and slider."""
    (entry,) = [s for s in step.dossier.options.scenarios if s.id == scenario]
    titles = {outcome.id: outcome.title for outcome in entry.outcomes}
    payoffs = expected_by_outcome(step.dossier.options, ranking, scenario)
    chances = pd.Series({outcome.id: outcome.probability for outcome in entry.outcomes})
    first = entry.outcomes[0]
    named = payoffs.rename(columns=titles), chances.rename(index=titles)
    options = ranking.titles["options"]
    figure = plot_switching(*named, first.title, options, step.language)
    figure.slug = f"{figure.slug}-{scenario}"
    display(show_figure(step, figure))
    return probability_slider(payoffs, chances, first.id, first.title, options, step.language)


def show_stakeholders(step: Step, stakes: dict[str, pd.DataFrame], checks: list[ForumCheck]):
    """The figure of actors and options: who is for and against, and whose consent each option needs."""
    people = everybody(step)
    names = dict(zip(people["actor_id"], people["name"], strict=True))
    titles = {option.id: option.title for option in step.dossier.options.options if option.id in stakes}
    return show_figure(step, plot_stakeholders(stakes, forum_table(checks), titles, names, step.language))


def winners_and_losers(found: OptionsFile) -> pd.DataFrame:
    """Who gains and who loses by each option, as the analyst says: option, actor, effect, note, evidence."""
    rows = [
        {
            "option": option.title,
            "actor_id": affected.actor,
            "effect": affected.effect,
            "note": affected.note,
            "evidence": "|".join(affected.evidence),
        }
        for option in found.options
        for affected in option.effects_on
    ]
    return pd.DataFrame(rows, columns=["option", "actor_id", "effect", "note", "evidence"])


def entries(items: list) -> pd.DataFrame:
    """Entries of options.yaml as a table, one row each; what is not given is empty."""
    return pd.DataFrame([item.model_dump() for item in items]).fillna("")


def before_and_after(found: OptionsFile, ranking: Ranking) -> pd.DataFrame:
    """Scores and places of the options before and after the correction for optimism."""
    weights = ranking.weights[ranking.weight_set]
    after = (build(found, corrected_for_optimism(found)).mean @ weights).round(12).loc[list(ranking.scores.index)]
    before = ranking.scores[ranking.weight_set]
    table = pd.DataFrame({"before": before, "after": after})
    places = table.rank(ascending=False, method="min").astype(int).add_prefix("place_")
    return table.round(2).join(places).rename(index=ranking.titles["options"]).reset_index()


def show_leaders(found: OptionsFile, ranking: Ranking) -> Html:
    """Who leads under which assumption, with titles; `score` in points of 100, in % of the draws for `any_weights`."""
    names = {**titles_of(found), **{f"weights:{w.id}": w.title or w.id for w in found.weights}}
    return show_table(titled(leaders(found, ranking), names), rows=30)


def titles_of(found: OptionsFile | None) -> dict[str, str]:
    """Identifier -> title of everything in options.yaml that has both."""
    if found is None:
        return {}
    lists = (found.options, found.criteria, found.constraints, found.weights, found.hypotheses, found.scenarios)
    outcomes = [outcome for scenario in found.scenarios for outcome in scenario.outcomes]
    return {entry.id: entry.title or entry.id for group in (*lists, outcomes) for entry in group}
