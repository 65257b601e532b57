"""Figures of actors: the signed network."""

from analysis.actors.figures.signed_network import plot_network
from analysis.actors.figures.dyads_over_time import plot_dyads_over_time
from analysis.actors.figures.timeline import plot_timeline
from analysis.actors.figures.position_matrix import plot_positions
from analysis.actors.figures.power_interest import plot_power_interest

__all__ = ["plot_network","plot_dyads_over_time","plot_timeline","plot_positions","plot_power_interest"]
