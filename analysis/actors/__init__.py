"""Who stands where towards whom: actors, dyads, tone, networks, positions, power and forums, with their evidence."""

from analysis.actors.actor_table import actor_table, roll_up
from analysis.actors.balance import Balance, Frustration, balanced_triangles, frustration_index, walk_balance
from analysis.actors.challenge import CAVEATS, Challenge, challenge
from analysis.actors.changes import CommunityChange, community_change, dyad_changes
from analysis.actors.combined import FORMULA, combine_dyads
from analysis.actors.communities import Communities, communities
from analysis.actors.copies import without_copies
from analysis.actors.councils import Council, council, council_names, voting_game
from analysis.actors.discourse import discourse_graph, one_mode, two_mode
from analysis.actors.drafts import draft_places, draft_positions, draft_rules
from analysis.actors.dyads import dyads, dyads_by_period
from analysis.actors.evidence import rows_behind, with_sentences
from analysis.actors.forecast import Forecast, forecast
from analysis.actors.incidents import incidents
from analysis.actors.independence import Ground, Support, ground_of, independent_support
from analysis.actors.indices import network_indices
from analysis.actors.mactor import Mactor, mactor
from analysis.actors.material import LEAST_ORIGINS, enough_material, material_of, origins_of, withheld
from analysis.actors.measures import brokerage_roles, network_measures
from analysis.actors.network import network
from analysis.actors.positions import position_matrix, position_rows, position_table
from analysis.actors.power import estimates, power_interest, stakeholders
from analysis.actors.questions import Question, questions
from analysis.actors.roll_up import acts_for
from analysis.actors.sensitivity import Sensitivity, dyad_sensitivity
from analysis.actors.tone import tone
from analysis.actors.tone_dyads import tone_dyads
from analysis.actors.veto import VetoCheck, signals, veto_check
from analysis.actors.voting_power import blocking_coalitions, voting_power
from analysis.actors.yardsticks import DEFAULT_MODALITY_WEIGHTS, event_labels

__all__ = [
    "CAVEATS",
    "DEFAULT_MODALITY_WEIGHTS",
    "FORMULA",
    "LEAST_ORIGINS",
    "Balance",
    "Challenge",
    "Communities",
    "CommunityChange",
    "Council",
    "Forecast",
    "Frustration",
    "Ground",
    "Mactor",
    "Question",
    "Sensitivity",
    "Support",
    "VetoCheck",
    "actor_table",
    "acts_for",
    "balanced_triangles",
    "blocking_coalitions",
    "brokerage_roles",
    "challenge",
    "combine_dyads",
    "communities",
    "community_change",
    "council",
    "council_names",
    "discourse_graph",
    "draft_places",
    "draft_positions",
    "draft_rules",
    "dyad_changes",
    "dyad_sensitivity",
    "dyads",
    "dyads_by_period",
    "enough_material",
    "estimates",
    "event_labels",
    "forecast",
    "frustration_index",
    "ground_of",
    "incidents",
    "independent_support",
    "mactor",
    "material_of",
    "network",
    "network_indices",
    "network_measures",
    "one_mode",
    "origins_of",
    "position_matrix",
    "position_rows",
    "position_table",
    "power_interest",
    "questions",
    "roll_up",
    "rows_behind",
    "signals",
    "stakeholders",
    "tone",
    "tone_dyads",
    "two_mode",
    "veto_check",
    "voting_game",
    "voting_power",
    "walk_balance",
    "with_sentences",
    "withheld",
    "without_copies",
]
