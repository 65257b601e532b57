"""Where the analyst says that actors stand on an issue or an option, how much they care and what they can do."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from analysis.dossier.entry import Entry, Filled, PartialDate

QUANTITIES = ("position", "salience", "capability")


def _spread(value: object) -> object:
    """A single number is its own lowest, likeliest and highest value."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return {"low": value, "mode": value, "high": value}
    if not isinstance(value, dict):
        raise ValueError("this is a number, or low, mode and high")
    return value


class Estimate(Entry):
    """Lowest, likeliest and highest value."""

    low: float
    mode: float
    high: float


Number = Annotated[Estimate, BeforeValidator(_spread)]


class Scale(Entry):
    """The line on which actors stand, and what its two ends mean."""

    low: float = 0
    high: float = 100
    low_means: Filled
    high_means: Filled


class PositionEntry(Entry):
    """What the analyst says of one actor: any of three quantities; those left out stay drafts or unknown.

    `position` on the scale; `salience` (how much of its attention the actor would give) and `capability` (what it can
    do for or against it, relative to the strongest) from 0 to 100. An actor may have several entries, so that each
    quantity has its own source. `source`: the table or text outside the dossier that the numbers come from.
    """

    actor: Filled
    position: Number | None = None
    salience: Number | None = None
    capability: Number | None = None
    kind: Literal["information", "judgement"] = "judgement"
    evidence: list[Filled] = []
    author: str = ""
    date: PartialDate = ""
    source: str = ""
    note: str = ""


class Position(Entry):
    """A question on which actors stand somewhere: an `issue` in words, or an `option` of this file by its id.

    `places`: where on the scale stands who voices a position found in the texts, by its identifier or by that of its
    recommendation; the recommendations of the option itself stand at the upper end.
    """

    id: Filled
    title: Filled
    issue: str = ""
    option: str = ""
    scale: Scale
    places: dict[str, float] = {}
    entries: list[PositionEntry] = []
    note: str = ""
