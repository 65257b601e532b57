"""Rows of the documents and sentences tables."""

from analysis.language.words import Words


def document_row(document) -> dict:
    """The row of one document of a dossier; grades and translation not given are unknown."""
    return {
        "doc_id": document.doc_id,
        "file": document.file,
        "title": document.title or "",
        "source": document.source or "",
        "origin": document.origin or "",
        "url": document.url or "",
        "published": document.published or "",
        "language": document.language or "",
        "original_language": document.original_language or "",
        "translation": document.translation or "unknown",
        "source_grade": document.source_grade or "F",
        "information_grade": str(document.information_grade or "6"),
        "sha256": document.sha256,
        "chars": len(document.text),
    }


def sentence_rows(doc: Words, doc_id: str) -> list[dict]:
    """One row per sentence that holds more than white space; none where the pipeline sets no boundaries."""
    rows = []
    for sentence in doc.sents:
        text = sentence.text
        start = sentence.start_char + len(text) - len(text.lstrip())
        end = sentence.start_char + len(text.rstrip())
        if end > start:
            rows.append({"doc_id": doc_id, "sentence": len(rows), "start": start, "end": end})
    return rows


def mention_rows(doc: Words, links, doc_id: str) -> list[dict]:
    """Proper names."""
    return [
        {**_span(doc, link, doc_id), "label": link.label, "actor_id": link.actor_id, "rule_id": link.rule_id}
        for link in links.all
        if link.kind == "name"
    ]


def resolution_rows(doc: Words, links, doc_id: str) -> list[dict]:
    """What refers to an actor and is no proper name; demonyms are neither."""
    return [
        {**_span(doc, link, doc_id), "actor_id": link.actor_id, "rule_id": link.rule_id}
        for link in links.all
        if link.kind not in ("name", "demonym") and link.actor_id
    ]


def _span(doc: Words, link, doc_id: str) -> dict:
    span = doc.passage(link.start, link.end)
    return {"doc_id": doc_id, "start": span.start_char, "end": span.end_char, "text": span.text}
