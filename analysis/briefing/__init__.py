"""What the three steps found, as one structured document."""

from analysis.briefing.compose import Brief, Section, Sentence, compose_brief
from analysis.briefing.page import brief_html

__all__ = ["Brief", "Section", "Sentence", "brief_html", "compose_brief"]
