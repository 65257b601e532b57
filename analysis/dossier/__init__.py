"""What the analyst gives: dossiers are found, checked, loaded and made here."""

from analysis.dossier.check import check_dossier
from analysis.dossier.create import create_dossier
from analysis.dossier.load import find_dossier, load_dossier
from analysis.dossier.models import ActorEntry, Fact, OptionsFile
from analysis.dossier.records import Document, Dossier

__all__ = [
    "ActorEntry",
    "Document",
    "Dossier",
    "Fact",
    "OptionsFile",
    "check_dossier",
    "create_dossier",
    "find_dossier",
    "load_dossier",
]
