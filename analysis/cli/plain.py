"""Text that is safe to print: what an article holds must not steer the terminal."""

import re
import sys

# Whole escape sequences first, then every control character but tab and newline, then what reverses the writing.
_SEQUENCES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[@-_]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def plain(text: object) -> str:
    """The text without escape sequences, control characters and marks of direction."""
    return _CONTROLS.sub("", _SEQUENCES.sub("", str(text)))


def say(text: object) -> None:
    """Print to standard output."""
    _write(sys.stdout, text)


def complain(text: object) -> None:
    """Print to standard error."""
    _write(sys.stderr, text)


def _write(stream, text: object) -> None:
    line = plain(text)
    try:
        print(line, file=stream, flush=True)
    except UnicodeEncodeError:
        # A terminal that cannot show every letter still gets the message.
        encoding = stream.encoding or "ascii"
        print(line.encode(encoding, "replace").decode(encoding), file=stream, flush=True)
