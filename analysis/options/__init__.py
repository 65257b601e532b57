"""Options: drafts from the recommendations, the performance matrix, the weighted ranking and its uncertainty."""

from analysis.options.dominance import necessary_dominance
from analysis.options.drafts import draft_options
from analysis.options.performance import Performance, build_performance
from analysis.options.ranking import ANY_WEIGHTS, SEPARATES, Ranking, missing_for_ranking, performance_of, rank_options
from analysis.options.smaa import Acceptability, acceptability, acceptability_of, score_bands, triangular_sampler
from analysis.options.weights import check_weights, roc_weights, weight_stability

__all__ = [
    "ANY_WEIGHTS",
    "SEPARATES",
    "Acceptability",
    "Performance",
    "Ranking",
    "acceptability",
    "acceptability_of",
    "build_performance",
    "check_weights",
    "draft_options",
    "missing_for_ranking",
    "necessary_dominance",
    "performance_of",
    "rank_options",
    "roc_weights",
    "score_bands",
    "triangular_sampler",
    "weight_stability",
]
