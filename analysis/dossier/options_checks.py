"""Does options.yaml hold together? What pydantic cannot see: references, sums, ranges."""

from collections.abc import Iterable

from analysis.dossier.models import Fact, OptionsFile
from analysis.dossier.positions_checks import check_positions
from analysis.dossier.yaml_files import YamlFile
from analysis.errors import Problem

TOLERANCE = 1e-6
_LISTS = (
    *("options", "criteria", "weights", "scenarios", "positions", "hypotheses"),
    *("assumptions", "indicators"),
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
    """Faults that would make a ranking wrong; each is fatal for the file."""
    problems = [p for name in _LISTS for p in duplicate_ids(getattr(found, name), name, source)]
    options = {option.id for option in found.options}
    criteria = {criterion.id: criterion for criterion in found.criteria}
    for index, criterion in enumerate(found.criteria):
        if not criterion.scale[0] < criterion.scale[1]:
            message = f"the scale of `{criterion.id}` does not rise."
            problems.append(source.problem(("criteria", index, "scale"), message, "Write [lowest, highest]."))
    for index, weights in enumerate(found.weights):
        path = ("weights", index, "values")
        for unknown in sorted(set(weights.values) - set(criteria)):
            message = f"the criterion `{unknown}` is unknown."
            problems.append(source.problem((*path, unknown), message, "Use an id of `criteria`."))
        total = sum(weights.values[key] for key in sorted(weights.values))
        if abs(total - 1) > TOLERANCE:
            message = f"the weights of `{weights.id}` sum to {total:.6g}, not to 1."
            problems.append(source.problem(path, message, "Change them so that they sum to 1."))
    seen: dict[tuple[str, str], int | None] = {}
    for index, cell in enumerate(found.assessments):
        path = ("assessments", index)
        if cell.option not in options:
            message = f"the option `{cell.option}` is unknown."
            problems.append(source.problem((*path, "option"), message, "Use an id of `options`."))
        if cell.criterion not in criteria:
            message = f"the criterion `{cell.criterion}` is unknown."
            problems.append(source.problem((*path, "criterion"), message, "Use an id of `criteria`."))
        key = (cell.option, cell.criterion)
        if key in seen:
            message = f"`{cell.option}` is assessed twice on `{cell.criterion}`, first in line {seen[key]}."
            problems.append(source.problem(path, message, "Keep one of the two."))
        seen.setdefault(key, source.line(path))
        if not cell.low <= cell.mode <= cell.high:
            message = f"low, mode and high do not rise: {cell.low:g}, {cell.mode:g}, {cell.high:g}."
            problems.append(source.problem(path, message, "Order them: low ≤ mode ≤ high."))
        elif cell.criterion in criteria:
            lowest, highest = criteria[cell.criterion].scale
            if not lowest <= cell.low <= cell.high <= highest:
                message = f"{cell.low:g} to {cell.high:g} leaves the scale of `{cell.criterion}`"
                message += f", {lowest:g} to {highest:g}."
                problems.append(source.problem(path, message, "Correct the values or the scale."))
    return problems + check_positions(found.positions, options, source)


def check_evidence(
    found: OptionsFile, source: YamlFile, facts: Iterable[Fact], doc_ids: set[str], cutoff: str
) -> list[Problem]:
    """Citations of facts and documents that do not exist, or were not known at the cutoff; none is fatal."""
    problems = []
    dates = {fact.id: fact.date for fact in facts}
    hindsight = {option.id for option in found.options if option.hindsight}
    for path, option, references in _citations(found):
        for position, reference in enumerate(references):
            kind, _, name = reference.partition(":")
            message, remedy = "", "Correct the reference."
            if kind == "fact" and name not in dates:
                message, remedy = f"the fact `{name}` is unknown.", "Use an id of facts.yaml."
            elif kind == "fact" and cutoff and dates[name] > cutoff and option not in hindsight:
                message = f"the fact `{name}` ({dates[name]}) is later than the cutoff, {cutoff}."
                remedy = "Cite what was known then, or mark the option with `hindsight: true`."
            elif kind == "doc" and name not in doc_ids:
                message, remedy = f"the document `{name}` is unknown.", "Use the file's name without ending, as a slug."
            if message:
                problems.append(source.problem((*path, "evidence", position), message, remedy, fatal=False))
    return problems


def _citations(found: OptionsFile) -> Iterable[tuple[tuple, str, list[str]]]:
    """Where something is cited, for which option, and what."""
    for index, cell in enumerate(found.assessments):
        yield ("assessments", index), cell.option, cell.evidence
    for index, position in enumerate(found.positions):
        for number, entry in enumerate(position.entries):
            yield ("positions", index, "entries", number), position.option, entry.evidence
