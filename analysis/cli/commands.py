"""One function a command: parsed arguments in, exit status out. Imports wait until they are needed."""

import sys

from analysis.cli.plain import complain, say
from analysis.errors import InputError


def run_new(arguments) -> int:
    """Make a dossier; its folder is printed."""
    from analysis.dossier import create_dossier

    if not arguments.files:
        raise InputError.single("FILE", "no document is named.", "Name files, or - for standard input.")
    folder = create_dossier(
        arguments.slug,
        arguments.files,
        title=arguments.title,
        published=arguments.published,
        source=arguments.source,
        separator=arguments.separator,
        stdin_text=_standard_input() if "-" in arguments.files else None,
    )
    say(folder)
    return 0


def run_check(arguments) -> int:
    """Print every problem; 2 where one leaves a file out."""
    from analysis.dossier import check_dossier, find_dossier

    problems = check_dossier(find_dossier(arguments.dossier))
    for problem in problems:
        complain(problem)
    if any(problem.fatal for problem in problems):
        return 2
    say(f"{len(problems)} remarks; nothing keeps the report from being made." if problems else "No problems found.")
    return 0


def run_extract(arguments) -> int:
    """Write tables and texts; the folder is printed."""
    from analysis.workflow.tables_only import write_extraction

    say(write_extraction(arguments.dossier, arguments.out, on_problem=complain))
    return 0


def run_report(arguments) -> int:
    """Write the report; its folder is the last line."""
    from analysis.workflow import run_report as run

    given = dict(arguments.parameters)
    if len(given) < len(arguments.parameters):
        raise InputError.single("-p", "a parameter is given twice.", "Give each once.")
    if arguments.language and given.get("language", arguments.language) != arguments.language:
        raise InputError.single("-p language", "this contradicts --language.", "Give one of the two.")
    folder = run(arguments.dossier, arguments.out, arguments.language, given, on_problem=complain)
    say(folder)
    return 0


def run_verify(arguments) -> int:
    """Print the files that differ; 1 where there are any."""
    from analysis.workflow import verify_report, what_changed

    differing = verify_report(arguments.report)
    if not differing:
        say("The report is what its manifest says, and running it again gives the same bytes.")
        return 0
    for file in differing:
        complain(f"{file}: its bytes differ.")
    for change in what_changed(arguments.report):
        complain(change)
    return 1


def run_compare(arguments) -> int:
    """Print what changed."""
    from analysis.workflow import compare_reports

    say(compare_reports(arguments.old, arguments.new).rstrip("\n"))
    return 0


def run_evaluate_pipeline(arguments) -> int:
    """Print the pipeline's scores."""
    from analysis.extraction.registry_entities import registry_entities
    from analysis.language.evaluation import run
    from analysis.registry import load_registry

    registry = load_registry()
    text = run(arguments.conllu, arguments.ner, arguments.pipeline, lambda doc: registry_entities(doc, registry))
    say(text.rstrip("\n"))
    return 0


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        remedy = "Convert it to UTF-8 first."
        raise InputError.single("standard input", "the text is not UTF-8.", remedy, line) from None


COMMANDS = {
    "new": run_new,
    "check": run_check,
    "extract": run_extract,
    "report": run_report,
    "verify": run_verify,
    "compare": run_compare,
    "evaluate-pipeline": run_evaluate_pipeline,
}
