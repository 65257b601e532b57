"""What the notebooks call: open a step, show tables, texts and problems, all escaped."""

from analysis.workbench.attention import (
    lost_corrections,
    low_support,
    show_attention,
    unlinked_names,
    unresolved_speakers,
)
from analysis.workbench.lines import checks_of, forecast_line, forum_lines
from analysis.workbench.marked import show_text
from analysis.workbench.sliders import probability_slider, weight_sliders
from analysis.workbench.step import Step, open_step, save_tables
from analysis.workbench.views import (
    everybody,
    show_brief,
    show_counts,
    show_documents,
    show_figure,
    show_problems,
    show_table,
)

__all__ = [
    "Step",
    "checks_of",
    "everybody",
    "forecast_line",
    "forum_lines",
    "lost_corrections",
    "low_support",
    "probability_slider",
    "open_step",
    "save_tables",
    "show_attention",
    "show_brief",
    "show_counts",
    "show_documents",
    "show_figure",
    "show_problems",
    "show_table",
    "show_text",
    "unlinked_names",
    "weight_sliders",
    "unresolved_speakers",
]
