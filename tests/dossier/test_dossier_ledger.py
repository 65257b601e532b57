"""forecasts.yaml and what escapes bring into YAML: each fault with its line, nothing scored that cannot be."""

import pytest

from analysis.dossier import check_dossier

FORECAST = "forecasts:\n  - {{id: v1, text: Pace, author: A, made: '2024-06-16', probability: 0.4, {more}}}\n"


def dossier(folder, name, text):
    (folder / "documents").mkdir()
    (folder / "documents" / "a.txt").write_text("La Russia attacca l'Ucraina.", encoding="utf-8")
    (folder / "dossier.yaml").write_text("title: T\n", encoding="utf-8")
    (folder / name).write_text(text, encoding="utf-8")
    return [str(problem) for problem in check_dossier(folder) if problem.file == name]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("horizon: '2020-01-01'", "lies before it was made"),
        ("resolution: {outcome: 'true', date: '2024-01-01', source: x}", "before it was made"),
        ("resolution: {outcome: 'true', date: '2024-07-01', source: 'fact:f9'}", "the fact `f9` is unknown"),
        ("probability: 1.2", "twice"),
    ],
)
def test_faults_of_the_ledger_are_named_with_their_line(tmp_path, more, said):
    (problem,) = dossier(tmp_path, "forecasts.yaml", FORECAST.format(more=more))
    assert said in problem and "2" in problem


def test_a_sound_ledger_has_no_faults(tmp_path):
    assert dossier(tmp_path, "forecasts.yaml", FORECAST.format(more="horizon: '2024'")) == []


@pytest.mark.parametrize("escape", [r"\ud800", r"\0", r"\e[31m"])
def test_escaped_control_and_half_characters_are_refused(tmp_path, escape):
    text = f'facts:\n  - id: f1\n    date: "2006"\n    source: s\n    text: "{escape}"\n'
    problems = dossier(tmp_path, "facts.yaml", text)
    assert any("control character" in problem and "5" in problem for problem in problems)
