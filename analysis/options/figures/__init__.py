"""Figures of the options: the performance matrix, weighted scores, rank acceptability."""

from analysis.options.figures.acceptability import plot_acceptability
from analysis.options.figures.performance import plot_performance
from analysis.options.figures.scores import plot_scores

__all__ = ["plot_acceptability", "plot_performance", "plot_scores"]
