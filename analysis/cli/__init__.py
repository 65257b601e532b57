"""The command line: `python -m analysis`."""

from analysis.cli.main import main

__all__ = ["main"]
