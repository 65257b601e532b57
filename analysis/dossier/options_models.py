"""What may stand in options.yaml and forecasts.yaml."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from analysis.dossier.entry import Day, Entry, Filled, PartialDate
from analysis.dossier.positions import Position
from analysis.tables import slug

Share = Annotated[float, Field(ge=0, le=1)]
Forum = Literal["national", "g7", "unsc", "unga", "ad_hoc", "eu", "nato"]
WEIGHT_KINDS = ("values", "swing", "order", "intervals")


class Affected(Entry):
    """Who would win or lose by an option, as the analyst sees it."""

    actor: Filled
    effect: Literal["gains", "loses", "mixed", "unknown"]
    evidence: list[Filled] = []
    note: str = ""


class Option(Entry):
    """Something that could be decided, and the forum that would decide it.

    recommendation_ids: the rows of `recommendations` that ask for it. dropped: why it is not on the short list, ""
    where it is.
    """

    id: Filled
    title: Filled
    description: str = ""
    forum: Forum
    baseline: Literal["none", "do_nothing", "do_minimum"] = "none"
    hindsight: bool = False
    recommendation_ids: list[str] = []
    dropped: str = ""
    effects_on: list[Affected] = []
    note: str = ""


class Constraint(Entry):
    """Something that an option must pass, apart from how well it does: law, mandate, veto, means."""

    id: Filled
    title: Filled
    kind: Literal["legal", "mandate", "veto", "means", "other"] = "other"
    note: str = ""


class Judged(Entry):
    """What every judgement carries: whether it is information or judgement, its evidence, author and date."""

    kind: Literal["information", "judgement"] = "judgement"
    evidence: list[Filled] = []
    author: str = ""
    date: PartialDate = ""
    note: str = ""


class ConstraintCheck(Judged):
    """Whether an option passes a constraint."""

    option: Filled
    constraint: Filled
    verdict: Literal["pass", "fail", "unknown"]


class Criterion(Entry):
    """What options are judged by. `scale`: lowest and highest value, in the criterion's own unit."""

    id: Filled
    title: Filled
    question: str = ""
    family: str = ""
    direction: Literal["max", "min"] = "max"
    scale: tuple[float, float] = (0, 100)


class WeightSet(Entry):
    """One view of how much each criterion counts, in exactly one of four ways.

    values: weights that sum to 1. swing: points for the step from the worst to the best of each scale, 100 the most
    important one. order: criteria from the most to the least important, equals in an inner list. intervals: lowest and
    highest weight. stakeholder: whose view it is.
    """

    id: Filled
    title: str = ""
    author: str = ""
    stakeholder: str = ""
    values: dict[str, Share] = {}
    swing: dict[str, Annotated[float, Field(ge=0, le=100)]] = {}
    order: list[str | list[str]] = []
    intervals: dict[str, tuple[Share, Share]] = {}

    @property
    def form(self) -> str:
        """Which of the four it uses; the first where the file gives several, which the check refuses."""
        return next((name for name in WEIGHT_KINDS if getattr(self, name)), "values")


class Assessment(Judged):
    """How an option does on a criterion, in the criterion's unit: lowest, likeliest and highest value."""

    option: Filled
    criterion: Filled
    low: float
    mode: float
    high: float


class Optimism(Entry):
    """A correction for optimism: how far cases of a reference class fell short, in the criterion's unit.

    shift: added to low, mode and high of the option's cell, then kept within the scale. "" as option: every option.
    """

    option: str = ""
    criterion: Filled
    shift: float
    reference_class: Filled
    source: Filled
    author: str = ""
    date: PartialDate = ""


class Outcome(Entry):
    """One way in which an unknown may turn out; probability: the analyst's, None where nobody gave one."""

    id: Filled
    title: Filled
    probability: Share | None = None

    @model_validator(mode="before")
    @classmethod
    def _short(cls, value: object) -> object:
        return {"id": slug(value) or "?", "title": value} if isinstance(value, str) else value


class Effect(Entry):
    """What an outcome does to one cell: `shift`, in the criterion's unit, on low, mode and high."""

    outcome: Filled
    option: Filled
    criterion: Filled
    shift: float
    evidence: list[Filled] = []
    note: str = ""


class Scenario(Entry):
    """An unknown with its outcomes. author: whose probabilities they are."""

    id: Filled
    title: Filled
    outcomes: list[Outcome] = []
    effects: list[Effect] = []
    author: str = ""
    date: PartialDate = ""
    note: str = ""


class Hypothesis(Entry):
    """One answer to the dispute."""

    id: Filled
    title: Filled
    note: str = ""


class HypothesisEvidence(Judged):
    """One item of evidence and how it fits each hypothesis: II, I, N, C, CC or NA."""

    id: Filled
    title: Filled
    fits: dict[str, Literal["II", "I", "N", "C", "CC", "NA"]] = {}


class Assumption(Entry):
    """What the analysis takes for granted: how sure, what if it is wrong, which indicator would show it."""

    id: Filled
    title: Filled
    confidence: Literal["high", "moderate", "low"] | None = None
    if_wrong: str = ""
    indicator: str = ""
    note: str = ""


class Indicator(Entry):
    """A sign to watch: the threshold at which it speaks, where to read it, by when."""

    id: Filled
    title: Filled
    threshold: str = ""
    source: str = ""
    by: PartialDate = ""
    note: str = ""


class OptionsFile(Entry):
    """`options.yaml`. yardstick: the words for probabilities in everything that is written from it."""

    yardstick: Literal["icd203", "phia"] = "icd203"
    options: list[Option] = []
    constraints: list[Constraint] = []
    constraint_checks: list[ConstraintCheck] = []
    criteria: list[Criterion] = []
    weights: list[WeightSet] = []
    assessments: list[Assessment] = []
    optimism: list[Optimism] = []
    scenarios: list[Scenario] = []
    positions: list[Position] = []
    hypotheses: list[Hypothesis] = []
    hypothesis_evidence: list[HypothesisEvidence] = []
    assumptions: list[Assumption] = []
    indicators: list[Indicator] = []


class Resolution(Entry):
    """What happened: did it come true, on which day was it known, on what ground (a fact's id, or words)."""

    outcome: Literal["true", "false", "void"]
    date: Day
    source: Filled


class LedgerForecast(Entry):
    """A forecast with its probability. made: the day it was given. from_row: the row of `forecasts` it comes from."""

    id: Filled
    text: Filled
    author: Filled
    made: Annotated[Day, Field(min_length=1)]
    horizon: PartialDate = ""
    probability: Share
    from_row: str = ""
    resolution: Resolution | None = None
    note: str = ""


class ForecastsFile(Entry):
    """`forecasts.yaml`."""

    forecasts: list[LedgerForecast] = []
