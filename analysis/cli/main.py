"""Runs a command and turns what went wrong into one plain sentence and an exit status."""

import os
import sys
import traceback

from analysis.cli.arguments import build_parser
from analysis.cli.commands import COMMANDS
from analysis.cli.plain import complain
from analysis.errors import InputError, RunError

DEBUG = "SCACCHIERE_DEBUG"


def main(argv: list[str] | None = None) -> int:
    """Run the command line; 0 done, 1 the run failed, 2 bad input. With SCACCHIERE_DEBUG=1 tracebacks are shown."""
    arguments = build_parser().parse_args(argv)
    try:
        return COMMANDS[arguments.command](arguments)
    except InputError as error:
        _trace()
        for problem in dict.fromkeys(error.problems):
            complain(problem)
        return 2
    except RunError as error:
        _trace()
        complain(error)
        return 1
    except KeyboardInterrupt:
        complain("Stopped.")
        return 1
    except BrokenPipeError:
        # The reader of our output (head, less) has gone; nothing is left to say to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # noqa: BLE001 (no traceback reaches the analyst)
        _trace()
        said = " ".join(str(error).split())[:300]
        complain(f"Unexpected error, {type(error).__name__}: {said} (set {DEBUG}=1 to see where).")
        return 1


def _trace() -> None:
    if os.environ.get(DEBUG) == "1":
        traceback.print_exc()
