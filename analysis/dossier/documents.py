"""From the files of a dossier to its documents; each fault becomes a problem and leaves out one file."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from analysis.dossier.files import files_below, has_plain_name, read_inside
from analysis.dossier.judge_language import judge_language
from analysis.dossier.models import DocumentEntry, Settings
from analysis.dossier.readers import READERS, ReadError, Reading
from analysis.dossier.records import Document
from analysis.errors import Problem
from analysis.tables import slug

FOLDER = "documents"
HEADLINE = 200  # a first line up to this many characters is taken for the headline
MAIN = "dossier.yaml"


@dataclass(frozen=True)
class Listed:
    """An entry of the list in dossier.yaml and its line; `line` is None where the file was found in the folder."""

    entry: DocumentEntry
    line: int | None = None


def read_documents(root: Path, settings: Settings, listed: Sequence[Listed] | None) -> tuple[list, list[Problem]]:
    """The documents of a dossier, sorted by doc_id, and what is wrong with these and the others.

    `listed` None: every file in `documents/` is taken.
    """
    problems: list[Problem] = []
    documents: dict[str, Document] = {}
    first_with: dict[str, str] = {}
    for item in _unique(root, listed, problems):
        file = item.entry.file
        data = read_inside(root, file, item.line, MAIN if item.line else "")
        if isinstance(data, Problem):
            problems.append(data)
            continue
        found, faults = _read(item.entry, data, settings)
        problems += faults
        taken = next((documents[document.doc_id] for document in found if document.doc_id in documents), None)
        if taken:
            message = f"its identifier `{taken.doc_id}` is also that of {taken.file}."
            problems.append(Problem(file, message, "Rename one of the two files."))
            continue
        documents.update((document.doc_id, document) for document in found)
        if found:
            same = first_with.setdefault(found[0].sha256, file)
            if same != file:
                message = f"its content is that of {same}: what it reports may count twice."
                problems.append(Problem(file, message, "Delete one of the two.", fatal=False))
    return [documents[doc_id] for doc_id in sorted(documents)], problems


def _unique(root: Path, listed: Sequence[Listed] | None, problems: list[Problem]) -> list[Listed]:
    """What is to be read, each file once."""
    present = files_below(root, FOLDER)
    for file in present:
        if not has_plain_name(file):
            problems.append(Problem(ascii(file), "the file's name is not UTF-8.", "Rename it."))
    present = [file for file in present if has_plain_name(file)]
    if listed is None:
        return [Listed(DocumentEntry(file=file)) for file in present]
    seen: dict[str, Listed] = {}
    for item in listed:
        path = item.entry.file
        if path in seen:
            message = f"{path} is listed twice, first in line {seen[path].line}."
            problems.append(Problem(MAIN, message, "Delete one of the two entries.", item.line))
        else:
            seen[path] = item
    for file in present:
        if file not in seen:
            message = "the file is not in the list of documents, so it is not read."
            problems.append(Problem(file, message, "Add it to the list in dossier.yaml or delete it.", fatal=False))
    return list(seen.values())


def _read(entry: DocumentEntry, data: bytes, settings: Settings) -> tuple[list[Document], list[Problem]]:
    """The documents in one file: one, or the articles of a press review."""
    file = entry.file
    path = PurePosixPath(file)
    reader, stem = READERS.get(path.suffix.lower()), slug(path.stem)
    if reader is None:
        remedy = f"Known endings: {', '.join(READERS)}."
        return [], [Problem(file, f"files with the ending “{path.suffix}” cannot be read.", remedy)]
    if not stem:
        return [], [
            Problem(file, "its name has no Latin letter and no digit.", "Rename it: identifiers derive from it.")
        ]
    try:
        reading = reader(data)
    except ReadError as error:
        return [], [Problem(file, error.message, error.remedy, error.line)]
    problems = [Problem(file, p.message, p.remedy, p.line, p.fatal) for p in reading.problems]
    articles = _split(reading.text, settings.separator)
    documents = []
    for number, (line, text) in enumerate(articles, start=1):
        several = len(articles) > 1
        fault = _unfit(text, settings.max_chars)
        if fault:
            # only plain text keeps the lines of its file
            problems.append(Problem(file, *fault, line if several and path.suffix.lower() == ".txt" else None))
            continue
        doc_id = f"{stem}-{number}" if several else stem
        documents.append(_document(doc_id, entry, reading, text, hashlib.sha256(data).hexdigest(), alone=not several))
    if documents:
        problems += _unknowns(documents[0], reading)
    return documents, problems


def _split(text: str, separator: str | None) -> list[tuple[int, str]]:
    """The articles of a text and the line each begins with; blank ones are left out. One where nothing separates."""
    if not separator:
        return [(1, text)]
    articles, start, held = [], 1, []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip() == separator.strip():
            articles.append((start, "\n".join(held)))
            start, held = number + 1, []
        else:
            held.append(line)
    articles.append((start, "\n".join(held)))
    if len(articles) == 1:
        return [(1, text)]
    return [(start, article) for start, article in articles if article.strip()] or [(1, "")]


def _unfit(text: str, max_chars: int) -> tuple[str, str] | None:
    """Why a text cannot be worked on: message and remedy; None where it can."""
    if not text.strip():
        return "the file is empty.", "Put the text in, or delete the file."
    if len(text) > max_chars:
        message = f"the text has {len(text):,} characters, more than the {max_chars:,} of `settings.max_chars`."
        return message, "Split it, or raise the limit in dossier.yaml."
    language = judge_language(text)
    if language not in ("", "it"):
        return f"the text is not in Italian (it looks like `{language}`).", "Give a translation into Italian."
    return None


def _document(doc_id: str, entry: DocumentEntry, reading: Reading, text: str, sha256: str, alone: bool) -> Document:
    """What the analyst says goes before what the file says. Articles of a press review have titles of their own."""
    said = entry.model_fields_set

    def pick(name: str) -> str:
        own = getattr(entry, name)
        return own if name in said and own else getattr(reading, name) or own

    first = next((line.strip() for line in text.split("\n") if line.strip()), "")
    headline = first if len(first) <= HEADLINE else PurePosixPath(entry.file).stem
    return Document(
        doc_id=doc_id,
        file=entry.file,
        title=(pick("title") if alone else "") or headline,
        language=judge_language(text),
        sha256=sha256,
        text=text,
        **{name: pick(name) for name in _PICKED},
    )


_PICKED = (
    *("source", "origin", "url", "published", "original_language"),
    *("translation", "source_grade", "information_grade"),
)


def _unknowns(document: Document, reading: Reading) -> list[Problem]:
    """What neither the analyst nor the file says, and what follows from that."""
    problems = []
    if not document.published:
        message = "the day of publication is unknown: expressions such as “yesterday” get no value."
        remedy = "Write `published: YYYY-MM-DD` in dossier.yaml."
        if reading.made:
            remedy += f" The file's properties say that it was made on {reading.made}."
        problems.append(Problem(document.file, message, remedy, fatal=False))
    if not document.source:
        message = "the source is unknown: independent sources cannot be counted."
        problems.append(Problem(document.file, message, "Write `source: …` in dossier.yaml.", fatal=False))
    return problems
