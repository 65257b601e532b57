"""What the notebooks call: open a step, show tables, texts and problems, all escaped."""

from analysis.workbench.attention import (
    lost_corrections,
    low_support,
    show_attention,
    unlinked_names,
    unresolved_speakers,
)
from analysis.workbench.columns import SHOWN
from analysis.workbench.exports import save_exports, with_coded
from analysis.workbench.lines import ceiling_lines, checks_of, forecast_line, forum_lines, index_reasons
from analysis.workbench.marked import show_text
from analysis.workbench.options_views import (
    before_and_after,
    dominance_line,
    entries,
    information_lines,
    ranks_by_normalisation,
    show_leaders,
    show_question,
    show_stakeholders,
    show_switching,
    signed_scenarios,
    table_weights_directions,
    titles_of,
    winners_and_losers,
)
from analysis.workbench.second_opinion import second_opinion
from analysis.workbench.sliders import probability_slider, weight_sliders
from analysis.workbench.step import Step, open_step, save_tables
from analysis.workbench.views import (
    everybody,
    names_of,
    show_brief,
    show_counts,
    show_documents,
    show_figure,
    show_problems,
    show_table,
    titled,
)

__all__ = [
    "SHOWN",
    "Step",
    "before_and_after",
    "ceiling_lines",
    "checks_of",
    "index_reasons",
    "dominance_line",
    "entries",
    "everybody",
    "forecast_line",
    "forum_lines",
    "information_lines",
    "lost_corrections",
    "low_support",
    "names_of",
    "open_step",
    "probability_slider",
    "ranks_by_normalisation",
    "save_exports",
    "save_tables",
    "second_opinion",
    "show_attention",
    "show_brief",
    "show_counts",
    "show_documents",
    "show_figure",
    "show_leaders",
    "show_problems",
    "show_question",
    "show_stakeholders",
    "show_switching",
    "show_table",
    "show_text",
    "signed_scenarios",
    "table_weights_directions",
    "titled",
    "titles_of",
    "unlinked_names",
    "unresolved_speakers",
    "weight_sliders",
    "winners_and_losers",
    "with_coded",
]
