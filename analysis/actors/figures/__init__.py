"""Figures of actors: network, dyads, dyads over time, timeline, positions, power and interest, the world map."""

from analysis.actors.figures.dyads_over_time import plot_dyads_over_time
from analysis.actors.figures.matrix import plot_dyads
from analysis.actors.figures.position_matrix import plot_positions
from analysis.actors.figures.power_interest import plot_power_interest
from analysis.actors.figures.signed_network import plot_network
from analysis.actors.figures.timeline import plot_timeline
from analysis.actors.figures.world import plot_world

__all__ = [
    "plot_dyads",
    "plot_dyads_over_time",
    "plot_network",
    "plot_positions",
    "plot_power_interest",
    "plot_timeline",
    "plot_world",
]
