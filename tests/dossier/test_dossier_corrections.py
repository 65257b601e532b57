"""corrections.yaml and its sisters: every fault at once, with file, line and remedy; contradictions are shown."""

import pytest

from analysis.dossier import check_dossier, load_dossier

TEXT = "Il ministro ha incontrato l’ambasciatore a Roma e ha promesso nuovi aiuti alla Francia entro l’anno."
WHO = "author: Ada Bruni, date: 2024-06-17, reason: riletto"
GOOD = f"""\
corrections:
- {{table: events, action: reject, row: ev-1, {WHO}}}
- {{table: events, action: change, row: ev-2, values: {{target_id: FRA, date: 2024, intensity: 3}}, {WHO}}}
- table: times
  action: accept
  document: a
  text: l’anno
  author: Ada Bruni
  date: 2024-06-17
  reason: riletto
- {{table: events, action: add, document: a, start: 3, end: 11, values: {{type: AID, modality: factual}}, {WHO}}}
"""


@pytest.fixture
def make(tmp_path):
    def build(**files):
        root = tmp_path / "prova"
        (root / "documents").mkdir(parents=True)
        (root / "documents" / "a.txt").write_text(TEXT, encoding="utf-8")
        entry = "documents: [{file: documents/a.txt, published: 2024-06-16, source: X}]\n"
        (root / "dossier.yaml").write_text(f"title: Prova\n{entry}", encoding="utf-8")
        for name, content in files.items():
            content = content if isinstance(content, bytes) else content.encode("utf-8")
            (root / f"{name.replace('_', '-')}.yaml").write_bytes(content)
        return root

    return build


def test_good_files_are_read_with_their_lines(make):
    dossier = load_dossier(make(corrections=GOOD, corrections_bruno=GOOD.replace("Ada Bruni", "Bruno Conti")))
    assert dossier.problems == ()
    assert [(c.file, c.line) for c in dossier.corrections] == [
        *(("corrections-bruno.yaml", line) for line in (2, 3, 4, 11)),
        *(("corrections.yaml", line) for line in (2, 3, 4, 11)),
    ]
    assert len({c.correction_id for c in dossier.corrections}) == 8
    assert dossier.corrections[1].entry.values == {"target_id": "FRA", "date": "2024", "intensity": 3}
    assert {"corrections.yaml", "corrections-bruno.yaml"} <= set(dossier.files)


@pytest.mark.parametrize(
    ("entry", "word"),
    [
        ("table: evnts, action: reject, row: ev-1", "corrections[1].table"),
        ("table: events, action: delete, row: ev-1", "corrections[1].action"),
        ("table: corrections, action: reject, row: co-1", "corrections[1].table"),
        ("table: events, action: reject, rwo: ev-1", "Did you mean `row`?"),
        ("table: events, action: reject", "not said which row"),
        ("table: events, action: reject, row: ev-1, document: a", "named in two ways"),
        ("table: mentions, action: reject, row: mn-1", "rows of `mentions` have none"),
        ("table: events, action: add, row: ev-1, values: {type: AID, modality: denied}", "no identifier yet"),
        ("table: times, action: accept, document: a, start: 4, end: 4", "do not make a span"),
        ("table: times, action: accept, document: a, start: 4", "do not make a span"),
        ("table: times, action: accept, document: a, start: -4, end: 2", "corrections[1].start"),
        ("table: events, action: change, row: ev-1", "without `values`"),
        ("table: events, action: accept, row: ev-1, values: {date: '2024'}", "with `values`"),
        ("table: events, action: change, row: ev-1, values: {type: ATTACK}", "must be one of AGREE"),
        ("table: events, action: change, row: ev-1, values: {intensity: 11}", "outside the range"),
        ("table: events, action: change, row: ev-1, values: {intensity: molto}", "must be a number"),
        ("table: events, action: change, row: ev-1, values: {source_id: Francia}", "no identifier of an actor"),
        ("table: events, action: change, row: ev-1, values: {date: 1/2/2024}", "of the form YYYY-MM-DD"),
        ("table: events, action: change, row: ev-1, values: {event_id: ev-2}", "`event_id` cannot be given"),
        ("table: events, action: change, row: ev-1, values: {trigger: altro}", "`trigger` cannot be given"),
        ("table: events, action: change, row: ev-1, values: {colour: blu}", "`colour` cannot be given"),
        ("table: events, action: add, document: a, text: aiuti, values: {type: AID}", "needs `modality`"),
        ("table: documents, action: reject, row: a", "Change the list in dossier.yaml"),
        ("table: documents, action: change, row: a, values: {published: 2024-01-01}", "cannot be given"),
        ("table: actors, action: add, row: FRA, values: {kind: state}", "Write actors.yaml"),
    ],
)
def test_each_fault_has_its_line_and_leaves_the_file_out(make, entry, word):
    dossier = load_dossier(make(corrections=f"corrections:\n- {{{entry}, {WHO}}}\n", corrections_b=GOOD))
    found = [problem for problem in dossier.problems if word in str(problem)]
    assert found and all((p.file, p.line, p.fatal) == ("corrections.yaml", 2, True) and p.remedy for p in found)
    assert {correction.file for correction in dossier.corrections} == {"corrections-b.yaml"}


@pytest.mark.parametrize("missing", ["author", "date", "reason"])
def test_nobody_corrects_without_name_day_and_reason(make, missing):
    kept = ", ".join(part for part in WHO.split(", ") if not part.startswith(missing))
    text = f"corrections:\n- {{table: events, action: reject, row: ev-1, {kept}}}\n"
    assert any(f"{missing}` is missing" in str(p) and p.line == 2 for p in check_dossier(make(corrections=text)))


def test_all_faults_at_once(make):
    text = GOOD.replace("ev-1", '""').replace("target_id: FRA", "target_id: fra").replace("l’anno", '""')
    problems = check_dossier(make(corrections=text, corrections_b="corrections: 3\n", corrections_c=b"\xff"))
    assert [(p.file, p.line) for p in problems] == [
        *(("corrections-b.yaml", 1), ("corrections-c.yaml", 1)),
        *(("corrections.yaml", line) for line in (2, 3, 4)),
    ]


def test_an_entry_that_stands_twice(make):
    entry = f"- {{table: events, action: reject, row: ev-1, {WHO}}}\n"
    assert [p.line for p in check_dossier(make(corrections=f"corrections:\n{entry}{entry}"))] == [3]


def test_contradictions_of_colleagues_are_shown_and_both_are_read(make):
    other = f"corrections:\n- {{table: events, action: accept, row: ev-1, {WHO.replace('Ada', 'Bea')}}}\n"
    dossier = load_dossier(make(corrections=GOOD, corrections_b=other))
    assert [(p.file, p.line, p.fatal) for p in dossier.problems] == [
        ("corrections-b.yaml", 2, False),
        ("corrections.yaml", 2, False),
    ]
    assert "corrections.yaml, line 2 (Ada Bruni)" in dossier.problems[0].message
    assert len(dossier.corrections) == 5
