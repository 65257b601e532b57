"""Does actors.yaml hold together? Merges, splits and who acts for whom must end somewhere."""

from collections.abc import Set

from analysis.dossier.models import ActorsFile
from analysis.dossier.yaml_files import YamlFile
from analysis.errors import Problem


def check_actors(found: ActorsFile, source: YamlFile, documents: Set[str]) -> list[Problem]:
    """Merges, splits and `acts_for` that lead nowhere; each is fatal for the file. `documents`: all doc_ids."""
    merged = {entry.id for entry in found.actors if entry.merge_into}
    problems = _circles(found, source)
    for index, entry in enumerate(found.actors):
        into = [(("actors", index, "merge_into"), entry.merge_into)] if entry.merge_into else []
        into += [(("actors", index, "split", n, "into"), split.into) for n, split in enumerate(entry.split)]
        for path, target in into:
            if target == entry.id:
                problems.append(source.problem(path, f"`{target}` would become itself.", "Name another actor."))
            elif target in merged:
                message = f"`{target}` is merged into another actor itself."
                problems.append(source.problem(path, message, "Name the actor that remains."))
        seen: set[str] = set()
        for n, split in enumerate(entry.split):
            path = ("actors", index, "split", n, "documents")
            for doc_id in split.documents:
                if doc_id not in documents:
                    problems.append(source.problem(path, f"there is no document `{doc_id}`.", "Write its doc_id."))
                elif doc_id in seen:
                    message = f"the document `{doc_id}` stands in two splits of `{entry.id}`."
                    problems.append(source.problem(path, message, "Keep one of the two."))
                seen.add(doc_id)
    return problems


def _circles(found: ActorsFile, source: YamlFile) -> list[Problem]:
    """Actors that act for each other in a circle, so that none of them acts for anybody."""
    above = {entry.id: entry.acts_for for entry in found.actors if entry.acts_for}
    problems = []
    for index, entry in enumerate(found.actors):
        passed, at = set(), entry.id
        while at in above and at not in passed:
            passed.add(at)
            at = above[at]
        if at == entry.id and passed:
            message = f"`{entry.id}` would act for itself in the end."
            problems.append(source.problem(("actors", index, "acts_for"), message, "Name whom it acts for."))
    return problems
