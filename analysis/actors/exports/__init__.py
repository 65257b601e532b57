"""What other tools open: flat CSV for Discourse Network Analyzer, graphs for Gephi, entities for FollowTheMoney."""

from analysis.actors.exports.followthemoney import entities, followthemoney_lines
from analysis.actors.exports.graphs import gexf_text, graphml_text, named
from analysis.actors.exports.read_statements import read_statements
from analysis.actors.exports.statements import flat_statements, statements_csv

__all__ = [
    "entities",
    "flat_statements",
    "followthemoney_lines",
    "gexf_text",
    "graphml_text",
    "named",
    "read_statements",
    "statements_csv",
]
