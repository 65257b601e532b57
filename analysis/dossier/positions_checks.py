"""Do the analyst's positions hold together? What pydantic cannot see: references, ranges, things said twice."""

import difflib
from collections.abc import Iterable

from analysis.dossier.positions import QUANTITIES, Position, PositionEntry, Scale
from analysis.dossier.yaml_files import Path_, YamlFile
from analysis.errors import Problem

PERCENT = Scale(low=0, high=100, low_means="none", high_means="the most")


def check_positions(positions: Iterable[Position], options: set[str], source: YamlFile) -> list[Problem]:
    """Faults that would make a forecast wrong; each is fatal for the file. `options`: the identifiers of options."""
    problems = []
    for index, position in enumerate(positions):
        path = ("positions", index)
        problems += _subject(position, options, path, source)
        if not position.scale.low < position.scale.high:
            message = f"the scale of `{position.id}` does not rise."
            problems.append(source.problem((*path, "scale"), message, "Give `low` less than `high`."))
            continue
        for name, place in position.places.items():
            problems += _outside(place, place, "place", position.scale, (*path, "places", name), source)
        problems += _entries(position, path, source)
    return problems


def check_position_actors(positions: Iterable[Position], known: set[str], source: YamlFile) -> list[Problem]:
    """Entries of actors that neither the registry nor actors.yaml knows; a text may still name them, so not fatal."""
    problems = []
    for index, position in enumerate(positions):
        for number, entry in enumerate(position.entries):
            if entry.actor not in known:
                near = difflib.get_close_matches(entry.actor, sorted(known), n=1)
                remedy = f"Did you mean `{near[0]}`?" if near else "Correct it, or add it to actors.yaml."
                path = ("positions", index, "entries", number, "actor")
                message = f"the actor `{entry.actor}` is unknown."
                problems.append(source.problem(path, message, remedy, fatal=False))
    return problems


def _subject(position: Position, options: set[str], path: Path_, source: YamlFile) -> list[Problem]:
    if bool(position.issue) == bool(position.option):
        message = f"`{position.id}` is about an issue or about an option, one of the two."
        return [source.problem(path, message, "Give either `issue` or `option`.")]
    if position.option and position.option not in options:
        message = f"the option `{position.option}` is unknown."
        return [source.problem((*path, "option"), message, "Use an id of `options`.")]
    return []


def _entries(position: Position, path: Path_, source: YamlFile) -> list[Problem]:
    problems = []
    seen: dict[tuple[str, str], int | None] = {}
    for index, entry in enumerate(position.entries):
        here = (*path, "entries", index)
        given = [name for name in QUANTITIES if getattr(entry, name) is not None]
        if not given:
            message = f"the entry of `{entry.actor}` says nothing."
            problems.append(source.problem(here, message, "Give `position`, `salience` or `capability`."))
        if entry.kind == "information" and not (entry.evidence or entry.source):
            message = f"the entry of `{entry.actor}` is marked as information and cites nothing."
            problems.append(source.problem(here, message, "Cite `evidence` or `source`, or write kind: judgement."))
        for name in given:
            key = (entry.actor, name)
            if key in seen:
                message = f"the {name} of `{entry.actor}` is given twice, first in line {seen[key]}."
                problems.append(source.problem((*here, name), message, "Keep one of the two."))
            seen.setdefault(key, source.line((*here, name)))
            problems += _range(entry, name, position.scale if name == "position" else PERCENT, here, source)
    return problems


def _range(entry: PositionEntry, name: str, scale: Scale, here: Path_, source: YamlFile) -> list[Problem]:
    value, path = getattr(entry, name), (*here, name)
    if not value.low <= value.mode <= value.high:
        message = f"low, mode and high do not rise: {value.low:g}, {value.mode:g}, {value.high:g}."
        return [source.problem(path, message, "Order them: low ≤ mode ≤ high.")]
    return _outside(value.low, value.high, name, scale, path, source)


def _outside(low: float, high: float, name: str, scale: Scale, path: Path_, source: YamlFile) -> list[Problem]:
    if scale.low <= low and high <= scale.high:
        return []
    said = f"{low:g}" if low == high else f"{low:g} to {high:g}"
    message = f"the {name} {said} leaves the scale, {scale.low:g} to {scale.high:g}."
    return [source.problem(path, message, "Correct the values or the scale.")]
