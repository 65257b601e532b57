from dataclasses import dataclass

import pytest
import spacy

from analysis.dossier import Correction, CorrectionEntry
from analysis.dossier.models import ActorEntry
from analysis.extraction import extract
from analysis.tables import ACTOR_COLUMNS, SCHEMAS, check_rows, split_ids


@dataclass(frozen=True)
class Paper:
    doc_id: str
    text: str
    published: str = ""
    file: str = ""
    title: str = ""
    source: str = ""
    origin: str = ""
    url: str = ""
    language: str = "it"
    original_language: str = ""
    translation: str = ""
    source_grade: str = ""
    information_grade: str = ""
    sha256: str = "0" * 64


@dataclass(frozen=True)
class Folder:
    documents: tuple
    actors: tuple = ()
    facts: tuple = ()
    corrections: tuple = ()


FOLDER = Folder(
    (
        Paper("a", "La Norvegia tace. Ieri il presidente francese ha visto Ada Bruni.", "2024-06-16"),
        Paper("b", "Ieri la Norvegia, la Svezia e l’Onu hanno taciuto. Parla Vladimir Putin."),
    )
)


def pipeline():
    nlp = spacy.blank("it")
    nlp.add_pipe("sentencizer")
    return nlp


@pytest.fixture(scope="module")
def tables():
    return extract(FOLDER, pipeline())


def test_all_tables_of_the_contract(tables):
    assert list(tables) == list(SCHEMAS)


def test_spans_reproduce_the_text(tables):
    texts = {paper.doc_id: paper.text for paper in FOLDER.documents}
    for name in ("mentions", "resolutions", "times"):
        assert len(tables[name])
        for row in tables[name].itertuples():
            assert texts[row.doc_id][row.start : row.end] == row.text


def test_every_identifier_has_its_row(tables):
    known = set(tables["actors"]["actor_id"])
    for name, columns in ACTOR_COLUMNS.items():
        for column in columns:
            assert {i for cell in tables[name][column] for i in split_ids(cell)} <= known
    assert "person:emmanuel-macron" in known  # by his office, never named


def test_counts(tables):
    norway = tables["actors"].set_index("actor_id").loc["NOR"]
    assert (norway["name"], norway["kind"], norway["mentions"], norway["documents"]) == ("Norvegia", "state", 2, 2)


def test_unknown_day_resolves_nothing(tables):
    times = tables["times"].set_index("doc_id")
    assert times.loc["a", "value"] == "2024-06-15"
    assert times.loc["b", "value"] == ""


def test_progress_sees_every_document():
    seen = []
    extract(FOLDER, pipeline(), progress=lambda pairs, total: [seen.append(total) or pair for pair in pairs])
    assert seen == [2, 2]


def test_the_same_input_gives_the_same_tables(tables):
    again = extract(FOLDER, pipeline())
    assert all(tables[name].equals(again[name]) for name in tables)


def test_a_merged_actor_is_in_no_table():
    actors = (ActorEntry(id="SWE", merge_into="NOR"),)
    tables = extract(Folder(FOLDER.documents, actors), pipeline())
    cells = [cell for name, columns in ACTOR_COLUMNS.items() for column in columns for cell in tables[name][column]]
    used = {actor for cell in cells for actor in split_ids(cell)}
    assert "SWE" not in used | set(tables["actors"]["actor_id"])
    assert tables["actors"].set_index("actor_id").loc["NOR", "mentions"] == 3


def test_the_analysts_word_reaches_the_tables():
    said = {"author": "Ada Bruni", "date": "2024-06-17", "reason": "riletto", "table": "mentions", "document": "b"}
    entries = [
        CorrectionEntry(**said, action="change", text="Norvegia", values={"actor_id": "ISL"}),
        CorrectionEntry(**said, action="add", text="Parla", values={"actor_id": "org:parla", "label": "ORG"}),
        CorrectionEntry(**said, action="reject", text="mai scritto"),
    ]
    corrections = tuple(Correction(f"co-{n}", "corrections.yaml", n, entry) for n, entry in enumerate(entries))
    tables = extract(Folder(FOLDER.documents, corrections=corrections), pipeline())
    actors = tables["actors"].set_index("actor_id")["mentions"]
    assert (actors["NOR"], actors["ISL"], actors["org:parla"]) == (1, 1, 1)
    assert list(tables["corrections"]["status"]) == ["applied", "applied", "stale"]
    texts = {paper.doc_id: paper.text for paper in FOLDER.documents}
    assert check_rows(tables, texts)
    assert sorted(tables["documents"]["source_group"]) == ["unnamed:a", "unnamed:b"]
