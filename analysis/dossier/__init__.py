"""What the analyst gives: dossiers are found, checked, loaded and made here."""

from analysis.dossier.check import check_dossier
from analysis.dossier.conflicts import conflicts
from analysis.dossier.corrections import correction_problems
from analysis.dossier.create import create_dossier
from analysis.dossier.load import find_dossier, load_dossier
from analysis.dossier.models import ActorEntry, CorrectionEntry, Fact
from analysis.dossier.options_evidence import read_reference, seal_of
from analysis.dossier.options_models import LedgerForecast, Option, OptionsFile, WeightSet
from analysis.dossier.positions import Estimate, Position, PositionEntry, Scale
from analysis.dossier.records import Correction, Document, Dossier

__all__ = [
    "ActorEntry",
    "Correction",
    "CorrectionEntry",
    "Document",
    "Dossier",
    "Estimate",
    "Fact",
    "LedgerForecast",
    "Option",
    "OptionsFile",
    "Position",
    "PositionEntry",
    "Scale",
    "WeightSet",
    "check_dossier",
    "conflicts",
    "correction_problems",
    "create_dossier",
    "find_dossier",
    "load_dossier",
    "read_reference",
    "seal_of",
]
