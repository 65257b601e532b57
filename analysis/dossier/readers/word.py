"""Word files (.docx), by python-docx: paragraphs and tables in their order."""

import io
import zipfile

from analysis.dossier.readers.reading import ReadError, Reading, clean

MAX_UNPACKED = 200_000_000


def read_word(data: bytes) -> Reading:
    """A `.docx` file. Raises ReadError where it is damaged, too large or empty."""
    import docx
    from docx.table import Table

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        if size > MAX_UNPACKED:  # a small archive can unpack to terabytes
            raise ReadError("the Word file unpacks to more than 200 MB.", "Save its text as .txt.")
        document = docx.Document(io.BytesIO(data))
        lines = []
        for block in document.iter_inner_content():
            rows = block.rows if isinstance(block, Table) else []
            lines += [" · ".join(cell.text for cell in row.cells) for row in rows] or [getattr(block, "text", "")]
        properties = document.core_properties
        title, made = str(properties.title or ""), properties.created
    except ReadError:
        raise
    except Exception:  # noqa: BLE001 - damaged files fail in many ways, the analyst gets one sentence
        remedy = "Save it again as .docx, or its text as .txt."
        raise ReadError("the Word file cannot be read: it is damaged, encrypted or no .docx.", remedy) from None
    text = clean("\n".join(lines))
    if not text.strip():
        raise ReadError("the Word file holds no text.", "Save its text as .txt.")
    return Reading(text, title.strip(), made=made.date().isoformat() if made else "")
