"""Web pages: the article without menus and advertisements, its title, date and source, by trafilatura."""

import re

from analysis.dossier.dates import day_or_unknown
from analysis.dossier.readers.reading import ReadError, Reading, clean, quiet

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)


def decode_page(data: bytes) -> str:
    """The page as text: UTF-8, or the encoding that the page itself declares. Raises ReadError."""
    declared = _CHARSET.search(data[:4096])
    for encoding in ("utf-8-sig", declared.group(1).decode("ascii") if declared else ""):
        try:
            text = data.decode(encoding) if encoding else ""
        except (UnicodeDecodeError, LookupError):
            continue
        if text and "\0" not in text:
            return text
    if not data:
        raise ReadError("the file is empty.", "Save the page again.")
    raise ReadError("the page is not UTF-8 and declares no encoding.", "Save it with the encoding UTF-8.")


def read_html(data: bytes) -> Reading:
    """A `.html` file. Raises ReadError where no article is found in it."""
    return read_page(decode_page(data))


def read_page(page: str) -> Reading:
    """The article in a page. Raises ReadError where none is found."""
    import trafilatura  # here, because it takes a second to load

    with quiet("trafilatura"), quiet("htmldate"):
        try:
            # dates from metadata only, and up to a fixed day: no clock may change what is read
            dates = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
            options = {"with_metadata": True, "include_comments": False, "date_extraction_params": dates}
            found = trafilatura.bare_extraction(page, **options)
        except Exception:  # noqa: BLE001 - whatever a parser makes of a hostile page, the analyst gets one sentence
            found = None
    text = clean(found.text or "") if found is not None else ""
    if not text.strip():
        raise ReadError("no article was found in the page.", "Save the text of the article as .txt.")
    published = day_or_unknown(found.date)
    return Reading(text, clean(found.title or ""), found.sitename or "", url=found.url or "", published=published)
