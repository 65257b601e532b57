"""Texts of the dossier to tables."""

from analysis.extraction.links import Link, Links

__all__ = ["Link", "Links", "extract"]


def __getattr__(name: str):
    # loaded when asked for: a layer can be imported without all the others
    if name == "extract":
        from analysis.extraction.run import extract

        return extract
    raise AttributeError(name)
