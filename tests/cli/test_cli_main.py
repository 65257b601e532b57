"""The command line: exit statuses, plain sentences, no traceback."""

import subprocess
import sys

import pytest

from analysis.cli import commands, main
from analysis.cli.plain import plain
from analysis.errors import RunError


@pytest.fixture
def dossier(tmp_path):
    root = tmp_path / "prova"
    (root / "documents").mkdir(parents=True)
    text = "Il governo italiano ha annunciato ieri a Roma che sosterrà la proposta del Giappone sulle sanzioni. " * 3
    (root / "documents" / "uno.txt").write_text(text, encoding="utf-8")
    (root / "dossier.yaml").write_text("title: Prova\n", encoding="utf-8")
    return root


def test_help_is_quick_and_imports_nothing_heavy():
    code = "import sys, analysis.cli as c\ntry: c.main(['report', '--help'])\nexcept SystemExit: pass\n"
    code += "print([m for m in ('pandas', 'spacy', 'papermill', 'matplotlib') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert run.stdout.strip().endswith("[]") and "--language" in run.stdout


@pytest.mark.parametrize("command", commands.COMMANDS)
def test_every_command_has_help(command, capsys):
    with pytest.raises(SystemExit) as end:
        main([command, "--help"])
    assert end.value.code == 0 and "usage" in capsys.readouterr().out


def test_check_good_and_bad(dossier, capsys):
    assert main(["check", str(dossier)]) == 0
    (dossier / "dossier.yaml").write_text("title: Prova\ncutof: 2024-06-16\n", encoding="utf-8")
    assert main(["check", str(dossier)]) == 2
    said = capsys.readouterr().err
    assert "dossier.yaml, line 2" in said and "Traceback" not in said


def test_unknown_dossier_parameter_and_folder_are_bad_input(dossier, tmp_path, capsys):
    assert main(["check", "no-such-dossier"]) == 2
    assert main(["report", str(dossier), "--out", str(tmp_path / "r"), "-p", "nonsense", "1"]) == 2
    assert "parameter `nonsense`" in capsys.readouterr().err
    assert main(["report", str(dossier), "--out", str(dossier), "-p", "seed", "1"]) == 2
    assert main(["extract", str(dossier), "--out", str(dossier)]) == 2
    assert main(["report", str(dossier), "-p", "seed", "1", "-p", "seed", "2"]) == 2
    assert main(["verify", str(tmp_path)]) == 2
    assert main(["compare", str(tmp_path), str(tmp_path)]) == 2
    assert main(["new", "x"]) == 2


def test_failures_are_one_sentence(monkeypatch, capsys):
    def fail(error):
        def run(arguments):
            raise error

        return run

    monkeypatch.setitem(commands.COMMANDS, "check", fail(RunError("It \x1b[31mfailed.")))
    assert main(["check", "x"]) == 1 and capsys.readouterr().err == "It failed.\n"
    monkeypatch.setitem(commands.COMMANDS, "check", fail(KeyError("odd")))
    assert main(["check", "x"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("Unexpected error, KeyError") and said.count("\n") == 1
    monkeypatch.setenv("SCACCHIERE_DEBUG", "1")
    assert main(["check", "x"]) == 1 and "Traceback" in capsys.readouterr().err


def test_new_reads_standard_input(tmp_path, dossier, capsys, monkeypatch):
    import io

    import analysis.dossier

    made = analysis.dossier.create_dossier

    monkeypatch.setattr(analysis.dossier, "create_dossier", lambda s, f, **k: made(s, f, tmp_path / "all", **k))
    text = (dossier / "documents/uno.txt").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    assert main(["new", "libia", "-", "--published", "2024-06-16"]) == 0
    folder = tmp_path / "all" / "libia"
    assert capsys.readouterr().out.strip() == str(folder) and (folder / "dossier.yaml").is_file()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe\xe9")))
    assert main(["new", "altro", "-"]) == 2
    assert "standard input, line 1" in capsys.readouterr().err


def test_terminal_gets_no_escapes():
    assert plain("a\x1b[2Jb\x1b]0;title\x07c\x9bd\u202ee\tf\n") == "abcde\tf\n"
