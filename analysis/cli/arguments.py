"""What the commands take."""

import argparse

from analysis import __doc__ as ABOUT

DOSSIER = "slug under data/dossiers, or a dossier's folder"


def build_parser() -> argparse.ArgumentParser:
    """The parser of `python -m analysis`; the command's name ends up in `command`."""
    parser = argparse.ArgumentParser(
        prog="python -m analysis",
        description=(ABOUT or "").strip() or None,
        epilog="Exit status: 0 done, 1 the run failed, 2 bad input.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    new = _add(commands, "new", "make a dossier from documents")
    new.add_argument("slug", metavar="SLUG", help="its name: lower-case letters, digits, hyphens")
    new.add_argument("files", metavar="FILE", nargs="*", default=[], help="documents; -: standard input")
    new.add_argument("--title", help="title; without it, that of the first document")
    new.add_argument("--published", metavar="DATE", help="day of publication of the documents, YYYY-MM-DD")
    new.add_argument("--source", help="who published them")
    new.add_argument("--separator", metavar="LINE", help="line between the articles of a press review")

    check = _add(commands, "check", "say everything that is wrong with a dossier, with file, line and remedy")
    check.add_argument("dossier", metavar="DOSSIER", help=DOSSIER)

    extract = _add(commands, "extract", "write the tables of a dossier as CSV and XLSX, and the documents' texts")
    extract.add_argument("dossier", metavar="DOSSIER", help=DOSSIER)
    extract.add_argument("--out", metavar="DIR", required=True, help="folder to write to")

    report = _add(commands, "report", "run the notebooks on a dossier and write its report")
    report.add_argument("dossier", metavar="DOSSIER", help=DOSSIER)
    report.add_argument("--out", metavar="DIR", help="the report's folder; without it reports/<slug>")
    report.add_argument("--language", choices=["it", "en"], default="", help="without it, as the dossier says")
    report.add_argument(
        "-p",
        "--parameter",
        dest="parameters",
        nargs=2,
        metavar=("NAME", "VALUE"),
        action="append",
        default=[],
        help="a parameter of the notebooks; may be repeated",
    )

    verify = _add(commands, "verify", "run a report again from its inputs and say which bytes differ")
    verify.add_argument("report", metavar="REPORT_DIR", help="a report's folder")

    compare = _add(commands, "compare", "say what changed between two reports of a dossier")
    compare.add_argument("old", metavar="OLD", help="a report's folder")
    compare.add_argument("new", metavar="NEW", help="a report's folder")

    evaluate = _add(commands, "evaluate-pipeline", "measure the Italian pipeline on annotated text")
    evaluate.add_argument("--conllu", metavar="FILE", help="treebank, CoNLL-U")
    evaluate.add_argument("--ner", metavar="FILE", help="names, one word and its BIO tag a line")
    evaluate.add_argument(
        "--pipeline", metavar="NAME", help="an installed spaCy pipeline; without it the project's own"
    )
    return parser


def _add(commands, name: str, what: str) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
