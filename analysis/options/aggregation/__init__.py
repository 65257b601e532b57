"""Ways to make one order of options out of many criteria; each returns all its intermediate tables, labelled."""

from analysis.options.aggregation.agreement import METHODS, Agreement, compare_methods
from analysis.options.aggregation.normalise import NORMALISATIONS, normalise
from analysis.options.aggregation.promethee import Promethee, promethee
from analysis.options.aggregation.reversal import rank_reversals
from analysis.options.aggregation.topsis import Topsis, topsis
from analysis.options.aggregation.vikor import Vikor, vikor

__all__ = [
    "METHODS",
    "NORMALISATIONS",
    "Agreement",
    "Promethee",
    "Topsis",
    "Vikor",
    "compare_methods",
    "normalise",
    "promethee",
    "rank_reversals",
    "topsis",
    "vikor",
]
