"""One reader per format: bytes in, `Reading` out, `ReadError` where it cannot be read."""

from analysis.dossier.readers.html import read_html
from analysis.dossier.readers.mail import read_mail
from analysis.dossier.readers.markdown import read_markdown
from analysis.dossier.readers.pdf import read_pdf
from analysis.dossier.readers.plain import read_plain
from analysis.dossier.readers.reading import ReadError, Reading
from analysis.dossier.readers.word import read_word

READERS = {
    ".docx": read_word,
    ".eml": read_mail,
    ".htm": read_html,
    ".html": read_html,
    ".md": read_markdown,
    ".pdf": read_pdf,
    ".txt": read_plain,
}

__all__ = ["READERS", "ReadError", "Reading"]
