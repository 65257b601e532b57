"""Italian: the pipeline, the lexicons, helpers on spaCy documents."""

from analysis.language.lexicons import load_lexicon
from analysis.language.pipeline import load_pipeline

__all__ = ["load_lexicon", "load_pipeline"]
