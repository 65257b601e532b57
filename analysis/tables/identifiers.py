"""Slugs and row identifiers: derived from content, never from a counter."""

import hashlib
import re
import unicodedata


def slug(text: str) -> str:
    """Lower case, accents dropped, runs of other characters become one `-`."""
    text = unicodedata.normalize("NFKD", str(text or "").lower())
    text = "".join(c for c in text if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def row_id(prefix: str, *parts: object) -> str:
    """An identifier such as `ev-3f9a1c20b7d4`: a hash of the parts that make the row what it is."""
    content = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{prefix}-{hashlib.sha256(content.encode('utf-8')).hexdigest()[:12]}"


def join_ids(ids) -> str:
    """A list of identifiers as one cell, in the order given, each once."""
    return "|".join(dict.fromkeys(i for i in ids if i))


def split_ids(cell: str) -> list[str]:
    """The identifiers in a cell written by `join_ids`."""
    return [part for part in str(cell or "").split("|") if part]
