"""Plain text: decoded, and otherwise unchanged."""

from analysis.dossier.readers.reading import ReadError, Reading

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes) -> str:
    """UTF-8 without BOM, newlines as \\n, otherwise unchanged. Raises ReadError with the line of the first fault."""
    if data.startswith(_UTF16):
        raise ReadError("the file is not UTF-8 (it looks like UTF-16).", "Save it with the encoding UTF-8.", 1)
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise ReadError("the file is not text: it holds NUL bytes.", "Give it the ending of what it is.", line)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReadError("the file is not UTF-8.", "Save it with the encoding UTF-8.", line) from None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def read_plain(data: bytes) -> Reading:
    """A `.txt` file. Raises ReadError."""
    return Reading(decode(data))
