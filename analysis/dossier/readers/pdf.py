"""PDF files, by pypdf. A scanned PDF has no text: it is reported, not read by machine."""

import io

from analysis.dossier.readers.reading import ReadError, Reading, clean, quiet


def read_pdf(data: bytes) -> Reading:
    """A `.pdf` file. Raises ReadError where it is encrypted, damaged or without text."""
    import pypdf

    with quiet("pypdf"):
        try:
            reader = pypdf.PdfReader(io.BytesIO(data))
            locked = reader.is_encrypted and not reader.decrypt("")
            pages = [] if locked else [page.extract_text() or "" for page in reader.pages]
            meta = None if locked else reader.metadata
            title, made = (str(meta.title or ""), _day(meta)) if meta else ("", "")
        except pypdf.errors.DependencyError:
            locked = True
        except Exception:  # noqa: BLE001 - damaged files fail in many ways, the analyst gets one sentence
            raise ReadError("the PDF cannot be read: it is damaged or no PDF.", "Save its text as .txt.") from None
    if locked:
        raise ReadError("the PDF is encrypted.", "Save a copy without password, or its text as .txt.")
    text = clean("\n\n".join(page.strip("\n") for page in pages))
    if not text.strip():
        raise ReadError("the PDF holds no text: perhaps it is a scan.", "Save its text as .txt.")
    return Reading(text, title.strip(), made=made)


def _day(meta) -> str:
    try:
        return meta.creation_date.date().isoformat() if meta.creation_date else ""
    except (ValueError, TypeError, AttributeError):
        return ""
