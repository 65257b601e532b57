"""Figures of actors: the signed network, the matrices of dyads, the timeline of incidents."""

from analysis.actors.figures.matrix import plot_dyads
from analysis.actors.figures.signed_network import plot_network
from analysis.actors.figures.timeline import plot_timeline

__all__ = ["plot_dyads", "plot_network", "plot_timeline"]
