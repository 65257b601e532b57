"""Options: from recommendations to a ranking with its uncertainty, tested against scenarios and those who can block."""

from analysis.options.adjust import corrected_for_optimism, scenario_table, under
from analysis.options.aggregation import NORMALISATIONS, Agreement, compare_methods, rank_reversals
from analysis.options.confidence import Ceiling, confidence_ceiling, material
from analysis.options.dominance import necessary_dominance, possible_dominance
from analysis.options.drafts import draft_options
from analysis.options.evidence import evidence_table, references
from analysis.options.forums import ForumCheck, forum_checks, forum_table
from analysis.options.hypotheses import Hypotheses, competing_hypotheses, hypothesis_matrix
from analysis.options.leaders import leaders
from analysis.options.ledger import LedgerScores, brier_scores, ledger_table, score_ledger
from analysis.options.likelihood import likelihood_word, sentence_faults
from analysis.options.long_list import long_list, unmapped_references
from analysis.options.payoffs import expected_by_outcome, scenario_payoffs, unknown_by_combination
from analysis.options.performance import Performance, build_performance
from analysis.options.ranking import (
    ANY_WEIGHTS,
    SEPARATES,
    Ranking,
    build,
    missing_for_ranking,
    performance_of,
    rank_options,
)
from analysis.options.scenario_drafts import scenario_drafts
from analysis.options.scenarios import Decision, decide, value_of_partial_information, value_of_perfect_information
from analysis.options.score_draws import Scores, interval_scores, normal_scores, triangular_scores
from analysis.options.short_list import constraint_table, missing_baselines, short_list
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
from analysis.options.what_matters import tornado, value_of_settling
from analysis.options.what_would_change import what_would_change

__all__ = [
    "ANY_WEIGHTS",
    "NORMALISATIONS",
    "SEPARATES",
    "Agreement",
    "Ceiling",
    "Decision",
    "ForumCheck",
    "Hypotheses",
    "LedgerScores",
    "Performance",
    "Ranking",
    "Scores",
    "Smaa",
    "Weights",
    "any_weights",
    "brier_scores",
    "build",
    "build_performance",
    "check_weights",
    "compare_methods",
    "competing_hypotheses",
    "confidence_ceiling",
    "constraint_table",
    "corrected_for_optimism",
    "decide",
    "draft_options",
    "evidence_table",
    "expected_by_outcome",
    "fixed_weights",
    "forum_checks",
    "forum_table",
    "hypothesis_matrix",
    "interval_scores",
    "interval_weights",
    "leaders",
    "ledger_table",
    "likelihood_word",
    "long_list",
    "material",
    "missing_baselines",
    "missing_for_ranking",
    "necessary_dominance",
    "normal_scores",
    "ordered_weights",
    "performance_of",
    "possible_dominance",
    "rank_options",
    "rank_reversals",
    "references",
    "roc_weights",
    "scenario_drafts",
    "scenario_payoffs",
    "scenario_table",
    "score_bands",
    "score_ledger",
    "sentence_faults",
    "short_list",
    "smaa",
    "stakeholder_weights",
    "tornado",
    "triangular_scores",
    "under",
    "unknown_by_combination",
    "unmapped_references",
    "value_of_partial_information",
    "value_of_perfect_information",
    "value_of_settling",
    "weight_stability",
    "what_would_change",
]
