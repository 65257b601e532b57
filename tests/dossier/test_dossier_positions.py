"""Positions in options.yaml: what is read, and that every fault is named with file, line and remedy."""

import pytest

from analysis.dossier import Estimate, check_dossier, load_dossier

TEXT = "Titolo breve\nIl ministro ha incontrato l’ambasciatore a Roma e ha promesso nuovi aiuti.\n"
FACTS = 'facts:\n- {id: f1, date: 2024-03, text: Voto, source: "https://example.org"}\n'
OPTIONS = """\
options:
- {id: o1, title: Sanzioni, forum: g7}
positions:
- id: p1
  title: Chi vuole le sanzioni
  option: o1
  scale: {low_means: nessuna sanzione, high_means: sanzioni subito}
  places: {rec-1: 100}
  entries:
  - {actor: ITA, position: {low: 50, mode: 60, high: 80}, salience: 40, evidence: ["fact:f1", "doc:a"]}
  - {actor: ITA, capability: 3.9, kind: information, source: Tabella pubblica}
- id: p2
  title: Per quanti anni
  issue: La durata delle sanzioni
  scale: {low: 4, high: 10, low_means: quattro anni, high_means: dieci anni}
  entries:
  - {actor: RUS, position: 4, salience: 90}
"""


@pytest.fixture
def make(tmp_path):
    def build(options, cutoff="2024-06-16"):
        root = tmp_path / "prova"
        (root / "documents").mkdir(parents=True)
        main = f"title: Prova\ncutoff: {cutoff}\n"
        for name, content in {
            "dossier.yaml": main,
            "documents/a.txt": TEXT,
            "facts.yaml": FACTS,
            "options.yaml": options,
        }.items():
            (root / name).write_text(content, encoding="utf-8")
        return root

    return build


def of_options(root):
    return [problem for problem in check_dossier(root) if problem.file == "options.yaml"]


def test_positions_are_read_and_a_number_is_its_own_range(make):
    root = make(OPTIONS)
    assert of_options(root) == []
    first, second = load_dossier(root).options.positions
    assert first.entries[0].position == Estimate(low=50, mode=60, high=80)
    assert first.entries[0].capability is None
    assert first.entries[1].capability == Estimate(low=3.9, mode=3.9, high=3.9)
    assert (first.scale.low, first.scale.high, second.scale.low) == (0, 100, 4)
    assert first.entries[0].kind == "judgement"


@pytest.mark.parametrize(
    ("old", "new", "line", "word"),
    [
        ("option: o1", "option: o9", 6, "option `o9` is unknown"),
        ("option: o1", "note: nulla", 4, "either `issue` or `option`"),
        ("option: o1", "option: o1\n  issue: tutto", 4, "either `issue` or `option`"),
        ("low: 4, high: 10", "low: 10, high: 4", 15, "does not rise"),
        ("position: 4,", "position: 3,", 17, "the position 3 leaves the scale, 4 to 10"),
        ("salience: 90", "salience: 101", 17, "the salience 101 leaves the scale, 0 to 100"),
        ("low: 50,", "low: 70,", 10, "do not rise: 70, 60, 80"),
        ("high: 80", "high: 180", 10, "the position 50 to 180 leaves the scale"),
        ("salience: 90", "salience: molta", 17, "a number, or low, mode and high"),
        ("low: 50, ", "", 10, "`positions[1].entries[1].position.low` is missing"),
        ("capability: 3.9", "salience: 3.9", 11, "salience of `ITA` is given twice, first in line 10"),
        (", position: 4, salience: 90", "", 17, "says nothing"),
        (", source: Tabella pubblica", "", 11, "marked as information and cites nothing"),
        ("rec-1: 100", "rec-1: 120", 8, "the place 120 leaves the scale"),
        (", high_means: sanzioni subito", "", 7, "`positions[1].scale.high_means` is missing"),
        ("capability: 3.9", "capabilty: 3.9", 11, "Did you mean `capability`?"),
        ("- id: p2", "- id: p1", 12, "the id `p1` stands twice"),
    ],
)
def test_faults_leave_the_options_out(make, old, new, line, word):
    root = make(OPTIONS.replace(old, new))
    found = [problem for problem in of_options(root) if word in str(problem)]
    assert [(problem.line, problem.fatal) for problem in found] == [(line, True)], of_options(root)
    assert all(problem.remedy for problem in of_options(root))
    assert load_dossier(root).options is None


@pytest.mark.parametrize(
    ("old", "new", "line", "word"),
    [
        ("actor: RUS", "actor: RUSS", 17, "actor `RUSS` is unknown. Did you mean `RUS`?"),
        ("fact:f1", "fact:f9", 10, "the fact `f9` is unknown"),
        ("doc:a", "doc:z", 10, "the document `z` is unknown"),
    ],
)
def test_what_is_not_known_is_reported_and_the_positions_stay(make, old, new, line, word):
    root = make(OPTIONS.replace(old, new))
    (problem,) = of_options(root)
    assert word in str(problem) and (problem.line, problem.fatal) == (line, False)
    assert len(load_dossier(root).options.positions) == 2


def test_evidence_later_than_the_cutoff_is_reported(make):
    (problem,) = of_options(make(OPTIONS, cutoff="2024-01-31"))
    assert "later than the cutoff" in problem.message and problem.line == 10
