"""How long a notebook may take before the watchdog stops it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Seconds. `start`: until the first cell begins; `cell`: for one cell; `notebook`: for a whole notebook."""

    start: float = 180
    cell: int = 1800
    notebook: float = 7200
