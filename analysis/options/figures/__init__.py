"""Figures of the options: one file each."""

from analysis.options.figures.acceptability import plot_acceptability
from analysis.options.figures.agreement import plot_agreement
from analysis.options.figures.calibration import plot_calibration
from analysis.options.figures.hypotheses import plot_hypotheses
from analysis.options.figures.performance import plot_performance
from analysis.options.figures.regret import plot_regret
from analysis.options.figures.scores import plot_scores
from analysis.options.figures.stakeholders import plot_stakeholders
from analysis.options.figures.switching import plot_switching
from analysis.options.figures.tornado import plot_tornado
from analysis.options.figures.weight_stability import plot_weight_stability

__all__ = [
    "plot_acceptability",
    "plot_agreement",
    "plot_calibration",
    "plot_hypotheses",
    "plot_performance",
    "plot_regret",
    "plot_scores",
    "plot_stakeholders",
    "plot_switching",
    "plot_tornado",
    "plot_weight_stability",
]
