"""Every bad input is named, with file, line and remedy, all at once; good documents are still read."""

import pytest

from analysis.dossier import check_dossier, load_dossier
from analysis.errors import InputError

GOOD = "Titolo breve\nIl ministro ha incontrato l’ambasciatore a Roma e ha promesso nuovi aiuti.\n"
ENGLISH = "The minister met the ambassador in Rome and promised new aid before the end of the year. " * 3
MAIN = "title: Prova\n"
OPTIONS = """\
options:
- {id: o0, title: Nulla, forum: national, baseline: do_nothing}
- {id: o1, title: Sanzioni, forum: g7}
criteria:
- {id: c1, title: Costo, direction: min, scale: [0, 100]}
- {id: c2, title: Effetto}
weights:
- id: w1
  values: {c1: 0.4, c2: 0.6}
assessments:
- {option: o0, criterion: c1, low: 0, mode: 5, high: 10, evidence: ["fact:f1", "doc:a"]}
"""
FACTS = 'facts:\n- {id: f1, date: 2006-10, text: Risoluzione, source: "https://example.org"}\n'


@pytest.fixture
def make(tmp_path):
    def build(main=MAIN, documents=None, **others):
        root = tmp_path / "prova"
        (root / "documents").mkdir(parents=True)
        if main is not None:
            (root / "dossier.yaml").write_text(main, encoding="utf-8")
        for name, content in (documents if documents is not None else {"a.txt": GOOD}).items():
            data = content if isinstance(content, bytes) else content.encode("utf-8")
            (root / "documents" / name).write_bytes(data)
        for name, content in others.items():
            (root / f"{name}.yaml").write_text(content, encoding="utf-8")
        return root

    return build


def the(problems, word):
    """The one problem whose text has `word`; each has a remedy."""
    assert all(problem.remedy for problem in problems)
    found = [problem for problem in problems if word in str(problem)]
    assert len(found) == 1, [str(problem) for problem in problems]
    return found[0]


def test_a_folder_that_is_missing_empty_or_without_dossier_yaml(make, tmp_path):
    assert the(check_dossier(tmp_path / "no"), "no such folder").fatal
    assert the(check_dossier(tmp_path), "holds no dossier").fatal
    root = make(main=None)
    assert the(check_dossier(root), "dossier.yaml: the file is missing").fatal
    for path in (tmp_path / "no", tmp_path, root):
        with pytest.raises(InputError):
            load_dossier(path)


def test_a_dossier_without_documents(make):
    root = make(documents={})
    assert the(check_dossier(root), "no document").fatal
    with pytest.raises(InputError, match="no document"):
        load_dossier(root)


@pytest.mark.parametrize(
    ("main", "line", "word"),
    [
        ("title: Prova\nqestion: Perché?\n", 2, "Did you mean `question`?"),
        ("title: Prova\nsettings:\n  max_char: 3\n", 3, "Did you mean `max_chars`?"),
        ("title: Prova\ncutoff: 2024-13-45\n", 2, "no day of the calendar"),
        ("title: Prova\ncutoff: 16/06/2024\n", 2, "of the form YYYY"),
        ("title: Prova\ninterests: sicurezza\n", 2, "Write a list"),
        ("title: Prova\nsettings: {max_chars: molti}\n", 2, "whole number"),
        ("title: Prova\nlanguage: fr\n", 2, "'it' or 'en'"),
        ("question: Perché?\n", 1, "`title` is missing"),
        ("title: Uno\ntitle: Due\n", 2, "stands twice"),
        ("title: [uno\nlanguage: it\n", 2, "not valid YAML"),
        ("title: Uno\n\tlanguage: it\n", 2, "not valid YAML"),
        ("title: Uno\x00\n", 1, "control character"),
        ("- uno\n- due\n", 1, "keys and values"),
        ("title: Uno\n---\ntitle: Due\n", 2, "second YAML document"),
        ("a: &a [x, x]\nb: &b [*a, *a]\ntitle: Uno\n", 2, "alias"),
        ("title: Uno\nquestion: " + "[" * 5000 + "\n", 2, "nested"),
        ("title: !!python/object/apply:os.getcwd []\n", 1, "not allowed"),
        ("title: Prova\n? [a, b]\n: c\n", 2, "a key is a list"),
        ("title: Prova\n# " + "x" * 5_000_000 + "\n", None, "bytes"),
    ],
)
def test_faults_of_dossier_yaml_stop_the_work(make, main, line, word):
    root = make(main=main)
    problems = check_dossier(root)
    found = next(problem for problem in problems if word in str(problem))
    assert (found.file, found.line, found.fatal) == ("dossier.yaml", line, True)
    with pytest.raises(InputError) as caught:
        load_dossier(root)
    assert found in caught.value.problems


def test_bad_files_are_left_out_and_the_rest_is_read(make):
    root = make(
        documents={
            "a.txt": GOOD,
            "b.txt": "Prima\nperch\xe9".encode("latin-1"),
            "c.txt": b"\x89PNG\x00\x00",
            "d.pdf": b"%PDF rotto",
            "e.xls": b"x",
            "f.txt": ENGLISH,
            "g.txt": "  \n",
            "h.txt": GOOD * 60,
            "i.txt": GOOD,
            "A.md": GOOD,
            "日本.txt": GOOD,
        },
        main=MAIN + "settings: {max_chars: 3000}\n",
    )
    problems = check_dossier(root)
    fatal = {problem.file.removeprefix("documents/"): problem for problem in problems if problem.fatal}
    assert sorted(fatal) == ["a.txt", "b.txt", "c.txt", "d.pdf", "e.xls", "f.txt", "g.txt", "h.txt", "日本.txt"]
    assert (fatal["b.txt"].line, fatal["c.txt"].line) == (2, 1)
    assert "not in Italian" in fatal["f.txt"].message and "max_chars" in fatal["h.txt"].message
    assert not the(problems, "its content is that of").fatal
    dossier = load_dossier(root)
    assert [document.file for document in dossier.documents] == ["documents/A.md", "documents/i.txt"]
    assert list(dossier.problems) == problems
    assert len(dossier.files) == 12


def test_listed_documents_missing_twice_outside_or_wrong(make, tmp_path):
    (tmp_path / "fuori.txt").write_text(GOOD, encoding="utf-8")
    main = MAIN + (
        "documents:\n"
        "- {file: documents/a.txt, published: 2024-06-16, source: Agenzia, information_grade: 2}\n"
        "- {file: documents/./a.txt}\n"
        "- {file: documents/no.txt}\n"
        "- {file: ../fuori.txt}\n"
        "- {file: /etc/hostname}\n"
        "- {file: documents/legame.txt}\n"
        "- {file: documents/b.txt, published: ieri}\n"
        "- {file: documents/b.txt, sorce: X}\n"
        "- {published: 2024-06-16}\n"
    )
    root = make(main=main, documents={"a.txt": GOOD, "b.txt": GOOD})
    (root / "documents" / "legame.txt").symlink_to(tmp_path / "fuori.txt")
    problems = check_dossier(root)
    assert [problem.line for problem in problems if problem.file == "dossier.yaml"] == list(range(4, 12))
    assert len([problem for problem in problems if "outside" in problem.message]) == 3
    assert not the(problems, "not in the list").fatal
    dossier = load_dossier(root)
    assert [document.published for document in dossier.documents] == ["2024-06-16"]
    assert dossier.documents[0].information_grade == "2"
    assert "documents/legame.txt" not in dossier.files


def test_what_nobody_knows_stays_empty_and_is_reported(make):
    dossier = load_dossier(make())
    document = dossier.documents[0]
    assert (document.published, document.source, document.source_grade) == ("", "", "F")
    assert (document.information_grade, document.translation, document.title) == ("6", "unknown", "Titolo breve")
    assert len(dossier.problems) == 2 and not any(problem.fatal for problem in dossier.problems)


def test_a_document_after_the_cutoff_is_kept_and_reported(make):
    main = MAIN + "cutoff: 2024-06-15\ndocuments: [{file: documents/a.txt, published: 2024-06-16, source: X}]\n"
    dossier = load_dossier(make(main=main))
    assert len(dossier.documents) == 1 and len(dossier.problems) == 1
    assert not the(dossier.problems, "after the cutoff").fatal


def test_good_yaml_files_are_read(make):
    actors = "actors:\n- {id: org:istituto-prova, name: Istituto Prova, kind: org, acts_for: null}\n"
    dossier = load_dossier(make(options=OPTIONS, facts=FACTS, actors=actors))
    assert not [problem for problem in dossier.problems if problem.fatal]
    assert dossier.facts[0].date == "2006-10"
    assert dossier.options.weights[0].values == {"c1": 0.4, "c2": 0.6}
    assert dossier.options.criteria[1].scale == (0, 100)
    assert dossier.actors[0].acts_for is None
    assert [problem for problem in dossier.problems if "options" in problem.file] == []


@pytest.mark.parametrize(
    ("old", "new", "line", "word"),
    [
        ("c2: 0.6}", "c2: 0.7}", 9, "sum to 1.1"),
        ("c2: 0.6}", "c3: 0.6}", 9, "criterion `c3` is unknown"),
        ("option: o0", "option: o9", 11, "option `o9` is unknown"),
        ("criterion: c1", "criterion: c9", 11, "criterion `c9` is unknown"),
        ("low: 0", "low: 7", 11, "do not rise"),
        ("high: 10", "high: 101", 11, "leaves the scale"),
        ("id: o1", "id: o0", 3, "stands twice"),
        ("scale: [0, 100]", "scale: [5, 5]", 5, "does not rise"),
        ("scale: [0, 100]", "scale: [5]", 5, "criteria[1].scale"),
        ("forum: g7", "forum: g9", 3, "options[2].forum"),
        ("low: 0", "low: .nan", 11, "write a number"),
        ("low: 0", "lo: 0", 11, "`low`"),
    ],
)
def test_faults_of_options_yaml_leave_it_out(make, old, new, line, word):
    dossier = load_dossier(make(options=OPTIONS.replace(old, new), facts=FACTS))
    assert dossier.options is None
    found = [problem for problem in dossier.problems if word.lower() in str(problem).lower()]
    assert found and all((p.file, p.line, p.fatal) == ("options.yaml", line, True) for p in found)


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("fact:f1", "fact:f9", "fact `f9` is unknown"),
        ("doc:a", "doc:z", "document `z` is unknown"),
        ("title: Prova\n", "title: Prova\ncutoff: 2006-09-30\n", "later than the cutoff"),
    ],
)
def test_wrong_evidence_is_reported_and_the_options_stay(make, old, new, word):
    main = MAIN.replace(old, new)
    dossier = load_dossier(make(main=main, options=OPTIONS.replace(old, new), facts=FACTS))
    assert dossier.options is not None
    assert not the(dossier.problems, word).fatal


def test_all_problems_of_all_files_at_once(make):
    root = make(
        main="titel: Prova\ncutoff: mai\n",
        documents={"a.txt": GOOD, "b.txt": b"\xff"},
        options="options: 3\n",
        facts=FACTS.replace("2006-10", "x"),
        actors="actors:\n- {id: A, kind: stato}\n- {id: B, kind: state\n",
    )
    assert {problem.file for problem in check_dossier(root) if problem.fatal} == {
        *("dossier.yaml", "documents/b.txt", "options.yaml", "facts.yaml", "actors.yaml")
    }


def test_duplicate_actors_and_facts(make):
    twice = "\n- {id: f1, date: 2007, text: Altro, source: X}\n"
    dossier = load_dossier(make(facts=FACTS + twice, actors="actors:\n- {id: A}\n- {id: A}\n"))
    assert dossier.facts == () and dossier.actors == ()
    assert [p.line for p in dossier.problems if "stands twice" in p.message] == [3, 4]


@pytest.mark.parametrize(
    ("entry", "line", "word"),
    [
        ("merge_into: person:b-b", 5, "merged into another"),
        ("merge_into: person:a-a", 5, "become itself"),
        ("merge_into: Ada Bruni", 5, "three capitals"),
        ("split: [{into: person:c-c, documents: [z]}]", 5, "no document `z`"),
        ("split: [{into: person:c-c, documents: []}]", 5, "documents"),
        ("split: [{into: person:c-c, documents: [a]}, {into: person:d-d, documents: [a]}]", 5, "two splits"),
        ("split: [{into: person:a-a, documents: [a]}]", 5, "become itself"),
    ],
)
def test_merges_and_splits_lead_somewhere(make, entry, line, word):
    other = "actors:\n- id: person:b-b\n  merge_into: ITA\n- id: person:a-a\n  "
    root = make(documents={"a.txt": GOOD}, actors=other + entry + "\n")
    (problem,) = [problem for problem in check_dossier(root) if problem.file == "actors.yaml"]
    assert problem.line == line and word in str(problem) and problem.remedy and problem.fatal


def test_nobody_acts_for_itself_in_the_end(make):
    circle = "- {id: person:a-a, acts_for: org:b}\n- {id: org:b, acts_for: person:a-a}\n- {id: org:c, acts_for: ITA}\n"
    root = make(documents={"a.txt": GOOD}, actors="actors:\n" + circle)
    problems = [problem for problem in check_dossier(root) if problem.file == "actors.yaml"]
    assert [(p.line, p.fatal) for p in problems] == [(2, True), (3, True)]
    assert "act for itself" in str(problems[0]) and problems[0].remedy


def test_good_merges_are_read(make):
    actors = "actors:\n- {id: person:a-a, merge_into: ITA, split: [{into: 'igo:un', documents: [a]}]}\n"
    (entry,) = load_dossier(make(documents={"a.txt": GOOD}, actors=actors)).actors
    assert (entry.merge_into, entry.split[0].into, entry.split[0].documents) == ("ITA", "igo:un", ["a"])


def test_a_press_review_is_split(make):
    review = "Primo titolo\nTesto uno.\n=====\nSecondo titolo\nTesto due.\n ===== \n\n=====\n" + ENGLISH
    root = make(main=MAIN + 'settings: {separator: "====="}\n', documents={"rassegna.txt": review})
    dossier = load_dossier(root)
    assert [(d.doc_id, d.title, d.text) for d in dossier.documents] == [
        ("rassegna-1", "Primo titolo", "Primo titolo\nTesto uno."),
        ("rassegna-2", "Secondo titolo", "Secondo titolo\nTesto due."),
    ]
    assert the(dossier.problems, "not in Italian").line == 9


def test_a_separator_that_separates_nothing_is_reported(make):
    assert not the(check_dossier(make(main=MAIN + "settings: {separator: '+++'}\n")), "stands in no document").fatal
