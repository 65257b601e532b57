"""What the notebooks call: open a step, show tables, texts and problems, all escaped."""

from analysis.workbench.step import Step, open_step, save_tables
from analysis.workbench.views import (
    show_brief,
    show_counts,
    show_documents,
    show_figure,
    show_problems,
    show_table,
    show_text,
)

__all__ = [
    "Step",
    "open_step",
    "save_tables",
    "show_brief",
    "show_counts",
    "show_documents",
    "show_figure",
    "show_problems",
    "show_table",
    "show_text",
]
