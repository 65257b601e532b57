"""Who stands where towards whom: incidents, dyads, the signed network and its measures, their figures."""

from analysis.actors.balance import Balance, balanced_triangles
from analysis.actors.combined import combine_dyads
from analysis.actors.dyads import dyads
from analysis.actors.incidents import incidents
from analysis.actors.material import LEAST_ORIGINS, enough_material, origins_of
from analysis.actors.measures import network_measures
from analysis.actors.network import network
from analysis.actors.yardsticks import DEFAULT_MODALITY_WEIGHTS, event_labels

__all__ = [
    "DEFAULT_MODALITY_WEIGHTS",
    "Balance",
    "balanced_triangles",
    "combine_dyads",
    "dyads",
    "LEAST_ORIGINS",
    "origins_of",
    "enough_material",
    "event_labels",
    "incidents",
    "network",
    "network_measures",
]
