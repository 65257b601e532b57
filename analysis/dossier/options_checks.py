"""Does options.yaml hold together? What pydantic cannot see: references, sums, ranges; each fault is fatal."""

import re
from collections.abc import Iterable

from analysis.dossier.options_models import WEIGHT_KINDS, ForecastsFile, OptionsFile, WeightSet
from analysis.dossier.positions_checks import check_positions
from analysis.dossier.yaml_files import Path_, YamlFile
from analysis.errors import Problem

TOLERANCE = 1e-6
_LISTS = (
    *("options", "constraints", "criteria", "weights", "scenarios", "positions", "hypotheses"),
    *("hypothesis_evidence", "assumptions", "indicators"),
)


def duplicate_ids(entries: Iterable, name: str, source: YamlFile) -> list[Problem]:
    """Entries whose id an earlier entry of the list has."""
    problems, seen = [], {}
    for index, entry in enumerate(entries):
        path = (name, index, "id")
        if entry.id in seen:
            message = f"the id `{entry.id}` stands twice in `{name}`, first in line {seen[entry.id]}."
            problems.append(source.problem(path, message, "Give one of the two another id."))
        seen.setdefault(entry.id, source.line(path))
    return problems


def check_options(found: OptionsFile, source: YamlFile) -> list[Problem]:
    """Faults that would make a ranking wrong."""
    problems = [p for name in _LISTS for p in duplicate_ids(getattr(found, name), name, source)]
    problems += _unknown_names(found, source)
    problems += _scales(found, source)
    criteria = {criterion.id for criterion in found.criteria}
    for index, weights in enumerate(found.weights):
        problems += _weights(weights, criteria, ("weights", index), source)
    for name in ("assessments", "constraint_checks"):
        problems += _given_twice(found, name, source)
    problems += _cells(found, source)
    problems += _probabilities(found, source)
    problems += check_positions(found.positions, {option.id for option in found.options}, source)
    return problems


def check_ledger(found: ForecastsFile, source: YamlFile) -> list[Problem]:
    """Faults of forecasts.yaml: ids given twice, resolutions before the forecast."""
    problems = duplicate_ids(found.forecasts, "forecasts", source)
    for index, forecast in enumerate(found.forecasts):
        if forecast.resolution and forecast.resolution.date < forecast.made:
            message = f"`{forecast.id}` is resolved on {forecast.resolution.date}, before it was made, {forecast.made}."
            problems.append(source.problem(("forecasts", index, "resolution"), message, "Correct one of the two days."))
        if forecast.horizon and forecast.horizon < forecast.made[: len(forecast.horizon)]:
            message = f"the horizon of `{forecast.id}`, {forecast.horizon}, lies before it was made, {forecast.made}."
            problems.append(source.problem(("forecasts", index, "horizon"), message, "Correct one of the two days."))
    return problems


def check_ledger_facts(found: ForecastsFile, facts: set[str], source: YamlFile) -> list[Problem]:
    """Resolutions that cite a fact which is not in facts.yaml; none is fatal."""
    problems = []
    for index, forecast in enumerate(found.forecasts):
        cited = re.match(r"fact:([\w-]+)", forecast.resolution.source) if forecast.resolution else None
        if cited and cited[1] not in facts:
            path = ("forecasts", index, "resolution", "source")
            message = f"the fact `{cited[1]}` is unknown."
            problems.append(source.problem(path, message, "Use an id of facts.yaml.", fatal=False))
    return problems


def _unknown_names(found: OptionsFile, source: YamlFile) -> list[Problem]:
    """References from one list to another that lead nowhere."""
    known = {name: {entry.id for entry in getattr(found, name)} for name in _LISTS} | {"outcomes": set()}
    wanted: list[tuple[Path_, str, str]] = []
    for index, cell in enumerate(found.assessments):
        wanted += [(("assessments", index, key), getattr(cell, key), key) for key in ("option", "criterion")]
    for index, check in enumerate(found.constraint_checks):
        wanted += [(("constraint_checks", index, key), getattr(check, key), key) for key in ("option", "constraint")]
    for index, entry in enumerate(found.optimism):
        wanted.append((("optimism", index, "criterion"), entry.criterion, "criterion"))
        if entry.option:
            wanted.append((("optimism", index, "option"), entry.option, "option"))
    for index, scenario in enumerate(found.scenarios):
        outcomes = {outcome.id for outcome in scenario.outcomes}
        for place, effect in enumerate(scenario.effects):
            path = ("scenarios", index, "effects", place)
            wanted += [((*path, key), getattr(effect, key), key) for key in ("option", "criterion")]
            if effect.outcome not in outcomes:
                wanted.append(((*path, "outcome"), effect.outcome, "outcome"))
    for index, item in enumerate(found.hypothesis_evidence):
        wanted += [(("hypothesis_evidence", index, "fits", name), name, "hypothesis") for name in item.fits]
    for index, assumption in enumerate(found.assumptions):
        if assumption.indicator:
            wanted.append((("assumptions", index, "indicator"), assumption.indicator, "indicator"))
    lists = {
        "option": "options",
        "criterion": "criteria",
        "constraint": "constraints",
        "hypothesis": "hypotheses",
        "indicator": "indicators",
        "outcome": "outcomes",
    }
    return [
        source.problem(path, f"the {kind} `{name}` is unknown.", f"Use an id of `{lists[kind]}`.")
        for path, name, kind in wanted
        if name not in known[lists[kind]]
    ]


def _scales(found: OptionsFile, source: YamlFile) -> list[Problem]:
    return [
        source.problem(
            ("criteria", index, "scale"), f"the scale of `{criterion.id}` does not rise.", "Write [lowest, highest]."
        )
        for index, criterion in enumerate(found.criteria)
        if not criterion.scale[0] < criterion.scale[1]
    ]


def _weights(weights: WeightSet, criteria: set[str], path: Path_, source: YamlFile) -> list[Problem]:
    forms = [name for name in WEIGHT_KINDS if getattr(weights, name)]
    if len(forms) != 1:
        message = f"the weights `{weights.id}` are given in {len(forms)} ways."
        return [source.problem(path, message, f"Keep one of {', '.join(WEIGHT_KINDS)}.")]
    path = (*path, weights.form)
    named = list(getattr(weights, weights.form))
    if weights.form == "order":
        named = [name for step in weights.order for name in ([step] if isinstance(step, str) else step)]
        twice = sorted({name for name in named if named.count(name) > 1})
        if twice:
            message = f"the order of `{weights.id}` names {', '.join(f'`{name}`' for name in twice)} twice."
            return [source.problem(path, message, "Name each criterion once: an order must not contradict itself.")]
    problems = [
        source.problem((*path, name), f"the criterion `{name}` is unknown.", "Use an id of `criteria`.")
        for name in sorted(set(named) - criteria)
    ]
    if weights.form == "values":
        total = sum(weights.values[key] for key in sorted(weights.values))
        if abs(total - 1) > TOLERANCE:
            message = f"the weights of `{weights.id}` sum to {total:.6g}, not to 1."
            problems.append(source.problem(path, message, "Change them so that they sum to 1."))
    if weights.form == "swing" and not any(weights.swing.values()):
        problems.append(
            source.problem(path, f"all swings of `{weights.id}` are 0.", "Give the most important one 100.")
        )
    if weights.form == "intervals":
        problems += _intervals(weights, path, source)
    missing = sorted(criteria - set(named))
    if missing and not problems:
        message = f"the weights `{weights.id}` say nothing of {', '.join(f'`{name}`' for name in missing)}."
        problems.append(source.problem(path, message, "Name every criterion; 0 leaves one out."))
    return problems


def _intervals(weights: WeightSet, path: Path_, source: YamlFile) -> list[Problem]:
    problems = [
        source.problem((*path, name), f"the interval of `{name}` falls.", "Write [lowest, highest].")
        for name, (low, high) in weights.intervals.items()
        if low > high
    ]
    least = sum(low for low, _ in weights.intervals.values())
    most = sum(high for _, high in weights.intervals.values())
    # As strict as the drawing is: what passes here can be drawn from.
    if not problems and not least - 1e-9 <= 1 <= most + 1e-9:
        message = f"no weights within the intervals of `{weights.id}` sum to 1: they reach from {least:g} to {most:g}."
        problems.append(source.problem(path, message, "Widen one of them."))
    return problems


def _given_twice(found: OptionsFile, name: str, source: YamlFile) -> list[Problem]:
    problems, seen = [], {}
    for index, cell in enumerate(getattr(found, name)):
        path = (name, index)
        what = cell.criterion if name == "assessments" else cell.constraint
        key = (cell.option, what)
        if key in seen:
            message = f"`{cell.option}` is assessed twice on `{what}`, first in line {seen[key]}."
            problems.append(source.problem(path, message, "Keep one of the two."))
        seen.setdefault(key, source.line(path))
    return problems


def _cells(found: OptionsFile, source: YamlFile) -> list[Problem]:
    problems = []
    criteria = {criterion.id: criterion for criterion in found.criteria}
    for index, cell in enumerate(found.assessments):
        path = ("assessments", index)
        if not cell.low <= cell.mode <= cell.high:
            message = f"low, mode and high do not rise: {cell.low:g}, {cell.mode:g}, {cell.high:g}."
            problems.append(source.problem(path, message, "Order them: low ≤ mode ≤ high."))
        elif cell.criterion in criteria:
            lowest, highest = criteria[cell.criterion].scale
            if not lowest <= cell.low <= cell.high <= highest:
                message = f"{cell.low:g} to {cell.high:g} leaves the scale of `{cell.criterion}`"
                message += f", {lowest:g} to {highest:g}."
                problems.append(source.problem(path, message, "Correct the values or the scale."))
    return problems


def _probabilities(found: OptionsFile, source: YamlFile) -> list[Problem]:
    """Outcomes of one unknown: all have a probability or none, they sum to 1, and somebody signs them."""
    problems = []
    for index, scenario in enumerate(found.scenarios):
        path = ("scenarios", index, "outcomes")
        problems += duplicate_ids(scenario.outcomes, "outcomes", _Within(source, ("scenarios", index)))
        given = [outcome.probability for outcome in scenario.outcomes if outcome.probability is not None]
        if given and len(given) < len(scenario.outcomes):
            message = f"some outcomes of `{scenario.id}` have a probability and some have none."
            problems.append(source.problem(path, message, "Give each outcome one, or none."))
        elif given and abs(sum(given) - 1) > TOLERANCE:
            message = f"the probabilities of `{scenario.id}` sum to {sum(given):.6g}, not to 1."
            problems.append(source.problem(path, message, "Change them so that they sum to 1."))
        if given and not scenario.author.strip():
            message = f"the probabilities of `{scenario.id}` have no author."
            problems.append(source.problem(path, message, "Name who gives them: `author`."))
    return problems


class _Within:
    """A part of a YAML file, so that a check of lists can be used below the top."""

    def __init__(self, source: YamlFile, path: Path_):
        self._source, self._path = source, path

    def line(self, path: Path_) -> int | None:
        return self._source.line((*self._path, *path))

    def problem(self, path: Path_, message: str, remedy: str) -> Problem:
        return self._source.problem((*self._path, *path), message, remedy)
