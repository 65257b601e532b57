"""Figures of actors: the signed network."""

from analysis.actors.figures.signed_network import plot_network
from analysis.actors.figures.dyads_over_time import plot_dyads_over_time
from analysis.actors.figures.timeline import plot_timeline

__all__ = ["plot_network","plot_dyads_over_time","plot_timeline"]
