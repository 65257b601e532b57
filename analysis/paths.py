"""Where the project's own data lie, from whichever folder the code is run."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
DOSSIERS = DATA / "dossiers"
LEXICONS = DATA / "lexicons" / "it"
MODELS = DATA / "models"
NOTEBOOKS = ROOT / "notebooks"
REGISTRY = DATA / "registry"
REPORTS = ROOT / "reports"
