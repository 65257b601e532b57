"""The texts that all offsets point into, as files beside the tables."""

from collections.abc import Iterable
from pathlib import Path

from analysis.dossier import Document

FOLDER = "documents"


def write_documents(documents: Iterable[Document], folder: Path) -> None:
    """Write each document's text to `folder/documents/<doc_id>.txt`: UTF-8, newlines as they count in offsets."""
    place = folder / FOLDER
    place.mkdir(parents=True, exist_ok=True)
    for document in documents:
        (place / f"{document.doc_id}.txt").write_bytes(document.text.encode("utf-8"))
