"""Loading of a spaCy pipeline: the project's own, or an installed one by its name."""

from pathlib import Path

import spacy
from spacy.language import Language

from analysis.errors import InputError
from analysis.language import lemmas  # noqa: F401  (registers the component that the own pipeline names)
from analysis.language.arithmetic import use_numpy_arithmetic
from analysis.language.paragraphs import paragraph_boundaries
from analysis.paths import MODELS

OWN = "it_scacchiere_news"


def own_pipeline_path(models: Path = MODELS) -> Path:
    """Folder of the newest own pipeline under `models`; raises `InputError` if there is none."""
    found = [folder for folder in Path(models).glob(f"{OWN}-*") if (folder / "config.cfg").is_file()]
    if not found:
        raise InputError.single(
            str(models),
            f"no pipeline {OWN}-* in it.",
            "Train one as training/README.md says, or name an installed pipeline.",
        )
    return max(found, key=_version)


def load_pipeline(name: str | None = None) -> Language:
    """The loaded pipeline: the project's own when `name` is None, else the installed one of that name.

    A folder that holds a saved pipeline is accepted as a name, too. Raises `InputError`, which names the
    install command, when the pipeline is not there.
    """
    use_numpy_arithmetic()
    if name is None:
        return _with_paragraphs(spacy.load(own_pipeline_path()))
    if not spacy.util.is_package(name) and not (Path(name) / "config.cfg").is_file():
        raise InputError.single(
            name, "this spaCy pipeline is not installed.", f"Install it with: python -m spacy download {name}"
        )
    return _with_paragraphs(spacy.load(name))


def _with_paragraphs(nlp: Language) -> Language:
    """The pipeline with sentence boundaries at paragraph ends, where it has a parser that would keep them."""
    name = paragraph_boundaries.__name__
    if "parser" in nlp.pipe_names and name not in nlp.pipe_names:
        nlp.add_pipe(name, before="parser")
    return nlp


def _version(folder: Path) -> tuple[int, ...]:
    parts = folder.name.rpartition("-")[2].split(".")
    return tuple(int(part) if part.isdigit() else -1 for part in parts)
