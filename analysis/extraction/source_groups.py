"""Which documents are one source: those of one origin, and copies of one text."""

import re
from collections import Counter
from collections.abc import Iterable

from analysis.tables import slug

SHINGLE = 5
"""Words in a row that are compared."""
COPIED = 0.5
"""Share of the shorter text's shingles from which it counts as a copy of the longer one."""
UNNAMED = "unnamed:"
"""Begins the group of a document of which neither origin nor source is known."""

_WORD = re.compile(r"\w+")


def source_groups(documents: Iterable) -> dict[str, str]:
    """doc_id to source group: the slug of who first reported it, else of who published it.

    Copies of one text, whole or shortened, take one group together: that of a copy that names its origin, else of the
    copy published first. Where nobody is named the group is `unnamed:` and a doc_id: one source, but nobody knows
    whether a further one. `documents`: records with doc_id, origin, source, published and text, in any order.
    """
    documents = sorted(documents, key=lambda document: document.doc_id)
    copies = copies_of({document.doc_id: document.text for document in documents})
    best = {}
    for document in documents:
        name = slug(document.origin) or slug(document.source)
        rank = (not slug(document.origin), not name, document.published or "9999", name, document.doc_id)
        best[copies[document.doc_id]] = min(best.get(copies[document.doc_id], rank), rank)
    named = {first: rank[3] or f"{UNNAMED}{rank[4]}" for first, rank in best.items()}
    return {document.doc_id: named[copies[document.doc_id]] for document in documents}


def copies_of(texts: dict[str, str]) -> dict[str, str]:
    """doc_id to the doc_id of the fullest text that it is a copy of; itself where it is none.

    Each text is compared, by its shingles, with the originals found so far only, the fullest first.
    """
    shingles = {doc_id: _shingles(text) for doc_id, text in texts.items()}
    originals: dict[tuple[str, ...], list[str]] = {}
    found = {}
    for doc_id in sorted(texts, key=lambda doc_id: (-len(shingles[doc_id]), doc_id)):
        shared = Counter(original for shingle in shingles[doc_id] for original in originals.get(shingle, ()))
        most = min(shared, key=lambda original: (-shared[original], original), default=doc_id)
        if shared[most] >= COPIED * len(shingles[doc_id]) > 0:
            found[doc_id] = most
            continue
        found[doc_id] = doc_id
        for shingle in shingles[doc_id]:
            originals.setdefault(shingle, []).append(doc_id)
    return found


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))} if words else set()
