"""Options: drafts from the recommendations, the performance matrix, the weighted ranking and its uncertainty."""

from analysis.options.dominance import necessary_dominance
from analysis.options.drafts import draft_options
from analysis.options.performance import Performance, build_performance
from analysis.options.ranking import ANY_WEIGHTS, SEPARATES, Ranking, missing_for_ranking, performance_of, rank_options
from analysis.options.score_draws import Scores, interval_scores, normal_scores, triangular_scores
from analysis.options.smaa import Smaa, score_bands, smaa
from analysis.options.weight_draws import (
    Weights,
    any_weights,
    fixed_weights,
    interval_weights,
    ordered_weights,
    stakeholder_weights,
)
from analysis.options.weights import check_weights, roc_weights, weight_stability

__all__ = [
    "ANY_WEIGHTS",
    "SEPARATES",
    "Performance",
    "Ranking",
    "Scores",
    "Smaa",
    "Weights",
    "any_weights",
    "build_performance",
    "check_weights",
    "draft_options",
    "fixed_weights",
    "interval_scores",
    "interval_weights",
    "missing_for_ranking",
    "necessary_dominance",
    "normal_scores",
    "ordered_weights",
    "performance_of",
    "rank_options",
    "roc_weights",
    "score_bands",
    "smaa",
    "stakeholder_weights",
    "triangular_scores",
    "weight_stability",
]
