"""Citations in options.yaml: do they lead to something, was it known then, and is it still what was cited?

A reference is `fact:ID`, `doc:ID` or the identifier of a row (`row:ev-…` or plain `ev-…`); `@` and a seal may follow,
the first characters of a hash of what was read when it was cited.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from analysis.dossier.models import Fact
from analysis.dossier.options_models import OptionsFile
from analysis.dossier.yaml_files import Path_, YamlFile
from analysis.errors import Problem

SEAL = 8


@dataclass(frozen=True)
class Reference:
    """A citation taken apart: kind is fact, doc or row; seal "" where none was written."""

    kind: str
    name: str
    seal: str


def read_reference(text: str) -> Reference:
    """Take a citation apart; what has neither `fact:` nor `doc:` before it is a row's identifier."""
    body, _, seal = text.strip().partition("@")
    kind, colon, name = body.partition(":")
    return Reference(kind, name, seal) if colon and kind in ("fact", "doc", "row") else Reference("row", body, seal)


def seal_of(text: str) -> str:
    """The seal of a text that is cited: the first eight characters of its SHA-256."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:SEAL]


def check_evidence(
    found: OptionsFile, source: YamlFile, facts: Iterable[Fact], texts: dict[str, str], cutoff: str
) -> list[Problem]:
    """Citations of facts and documents that do not exist, have changed, or were not known at the cutoff; none is fatal.

    texts: doc_id -> text of the document. Rows cannot be checked before the extraction has run.
    """
    problems = []
    known = {fact.id: fact for fact in facts}
    hindsight = {option.id for option in found.options if option.hindsight}
    for path, option, evidence in cited(found):
        for position, text in enumerate(evidence):
            reference = read_reference(text)
            message, remedy = _fault(reference, known, texts)
            late = reference.kind == "fact" and not message and cutoff and known[reference.name].date > cutoff
            if late and option not in hindsight:
                message = (
                    f"the fact `{reference.name}` ({known[reference.name].date}) is later than the cutoff, {cutoff}."
                )
                remedy = "Cite what was known then, or mark the option with `hindsight: true`."
            if message:
                problems.append(source.problem((*path, "evidence", position), message, remedy, fatal=False))
    return problems


def cited(found: OptionsFile) -> Iterator[tuple[Path_, str, list[str]]]:
    """Every entry that may cite evidence: its place in the file, its option ("" where it has none), what it cites."""
    for name in ("assessments", "constraint_checks", "hypothesis_evidence"):
        for index, entry in enumerate(getattr(found, name)):
            yield (name, index), getattr(entry, "option", ""), entry.evidence
    for index, option in enumerate(found.options):
        for number, affected in enumerate(option.effects_on):
            yield ("options", index, "effects_on", number), option.id, affected.evidence
    for index, position in enumerate(found.positions):
        for number, entry in enumerate(position.entries):
            yield ("positions", index, "entries", number), position.option, entry.evidence
    for index, scenario in enumerate(found.scenarios):
        for place, effect in enumerate(scenario.effects):
            yield ("scenarios", index, "effects", place), effect.option, effect.evidence


def _fault(reference: Reference, facts: dict[str, Fact], texts: dict[str, str]) -> tuple[str, str]:
    if reference.kind == "fact" and reference.name not in facts:
        return f"the fact `{reference.name}` is unknown.", "Use an id of facts.yaml."
    if reference.kind == "doc" and reference.name not in texts:
        return f"the document `{reference.name}` is unknown.", "Use the file's name without ending, as a slug."
    if reference.kind in ("fact", "doc") and reference.seal:
        text = facts[reference.name].text if reference.kind == "fact" else texts[reference.name]
        if not seal_of(text).startswith(reference.seal):
            message = f"`{reference.kind}:{reference.name}` has changed since it was cited."
            return message, f"Read it again, then write @{seal_of(text)} or drop the seal."
    return "", ""
