"""The brief as one structured document: what every format is made from, and what the checker reads.

All text here is plain: no markup of any format. Whoever writes a format escapes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SentenceKind = Literal["fact", "judgement", "confidence", "quotation", "analyst", "note"]
"""fact: what rows, facts or tables say. judgement: a likelihood or a preference, with its author. confidence: how good
the ground of a judgement is. quotation: words of a document, in the original. analyst: from the analyst's own
`brief.md`. note: says how to read the brief and claims nothing about the world."""


@dataclass(frozen=True)
class Sentence:
    """One sentence. Every kind but `note` and `analyst` needs a reference or a value.

    refs: identifiers of what it rests on: a row's, `fact:ID`, `doc:ID`, `assessment:OPTION/CRITERION`, `forecast:ID`
    (of forecasts.yaml), `judgement:ID`, `assumption:ID`, `indicator:ID`, `option:ID`.
    values: (name, as it is printed) of every number in the text; the name says where it comes from and the checker
    computes it anew. template: identifier of the sentence in the brief's template, "" for the analyst's own.
    aside: what is printed small after it, such as "not verbatim: machine translation" or a signed working translation.
    """

    text: str
    kind: SentenceKind = "fact"
    refs: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    template: str = ""
    aside: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Sentences that follow each other. lead: a few words set in bold before them. mark: "" or "analyst"."""

    sentences: tuple[Sentence, ...]
    lead: str = ""
    mark: Literal["", "analyst"] = ""


@dataclass(frozen=True)
class Bullets:
    """A list; each item is one or more sentences. numbered: with figures instead of dots."""

    items: tuple[tuple[Sentence, ...], ...]
    numbered: bool = False


@dataclass(frozen=True)
class Grid:
    """A table. numeric: indices of the columns that hold numbers, set to the right. widths: relative, one a column."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Sentence, ...], ...]
    numeric: tuple[int, ...] = ()
    widths: tuple[int, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A finished figure, its heading inside it. svg: text as paths. png: the same for formats without SVG."""

    slug: str
    svg: str
    png: bytes
    alt: str
    refs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Decision:
    """The lines on which the decision-maker decides: one box a choice, then place for date and signature."""

    choices: tuple[str, ...]
    fields: tuple[str, ...]


Block = Paragraph | Bullets | Grid | Picture | Decision


@dataclass(frozen=True)
class Section:
    """id: stable, the anchor in every format. annex: stands after the brief proper, on a page of its own."""

    id: str
    heading: str
    blocks: tuple[Block, ...]
    annex: bool = False


@dataclass(frozen=True)
class Evidence:
    """What a reference leads to, numbered by its first citation, from 1.

    before, marked, after: the sentence or sentences of the document, `marked` being the row's own text; for what stands
    in no document, `marked` alone is filled. label: what kind of thing it is, in the brief's language. source: title,
    source, date and grade of the document, or the source of the fact, as one line. translation: the analyst's signed
    working translation, "" without one. verbatim: False for what a machine translated.
    """

    ref: str
    number: int
    label: str
    doc_id: str
    before: str
    marked: str
    after: str
    source: str
    rule_id: str = ""
    translation: str = ""
    verbatim: bool = True


@dataclass(frozen=True)
class SourceText:
    """A document whose sentences are cited, whole, with the stretches that evidence marks: (start, end, number)."""

    doc_id: str
    title: str
    text: str
    marks: tuple[tuple[int, int, int], ...]
    language: str = "it"


@dataclass(frozen=True)
class Brief:
    """language: it or en, of everything that is not quoted. header: (label, value) pairs that stand in one line.
    run_id: "" where the brief was not made by a report. form: the template it was written from.
    words: what renderers print themselves, by key, in the brief's language (`evidence`, `documents`, `page`, …).
    """

    title: str
    language: str
    form: str
    handling: str
    header: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    evidence: tuple[Evidence, ...]
    texts: tuple[SourceText, ...]
    words: tuple[tuple[str, str], ...]
    run_id: str = ""
