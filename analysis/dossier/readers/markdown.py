"""Markdown with YAML front matter: the front matter is metadata, the marks of Markdown are dropped from the text."""

import re

from pydantic import ConfigDict

from analysis.dossier.models import Day, DocumentEntry
from analysis.dossier.readers.plain import decode
from analysis.dossier.readers.reading import Reading, clean
from analysis.dossier.validate import faulty_paths, validate
from analysis.dossier.yaml_files import YamlFile, read_yaml
from analysis.errors import Problem

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_MARKS = [
    (re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"), ""),  # pictures
    (re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)"), r"\1"),  # links
    (re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$", re.MULTILINE), r"\1"),  # headings
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),  # strong
    (re.compile(r"(?<![\w*])([*_])(?=\S)([^*_\n]+)(?<=\S)\1(?![\w*])"), r"\2"),  # emphasis
    (re.compile(r"^ {0,3}> ?", re.MULTILINE), ""),  # quotations
]


class FrontMatter(DocumentEntry):
    """Front matter comes from many programs: keys that we do not know are theirs; `date` stands for `published`."""

    model_config = ConfigDict(extra="ignore", frozen=True, coerce_numbers_to_str=True)

    file: str = ""
    date: Day = ""


def read_markdown(data: bytes) -> Reading:
    """A `.md` file. A fault in the front matter is reported and costs that value only. Raises ReadError."""
    text = decode(data)
    match = _FRONT.match(text)
    meta, problems = _front_matter(match.group(1)) if match else (FrontMatter(), [])
    body = text[match.end() :] if match else text
    for pattern, replacement in _MARKS:
        body = pattern.sub(replacement, body)
    given = {name: getattr(meta, name) for name in meta.model_fields_set & set(Reading.__dataclass_fields__)}
    given["published"] = meta.published or meta.date
    return Reading(clean(body), **given, problems=tuple(problems))


def _front_matter(block: str) -> tuple[FrontMatter, list[Problem]]:
    source = read_yaml("", block.encode("utf-8"), first_line=2)
    _, problems = validate(FrontMatter, source)
    data = dict(source.data or {})
    for path in faulty_paths(FrontMatter, data):
        data.pop(path[0], None)
    meta, _ = validate(FrontMatter, YamlFile("", data))
    return meta or FrontMatter(), [Problem(p.file, p.message, p.remedy, p.line, fatal=False) for p in problems]
