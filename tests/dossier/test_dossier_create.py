"""`new` makes a dossier that loads, or leaves nothing behind."""

import pytest

from analysis.dossier import create_dossier, find_dossier, load_dossier
from analysis.errors import InputError

GOOD = "Titolo: breve\r\nIl ministro\u00a0ha incontrato l’ambasciatore a Roma e ha promesso nuovi aiuti.\r\n"
ENGLISH = "The minister met the ambassador in Rome and promised new aid before the end of the year. " * 3


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "Articolo uno.txt"
    path.write_bytes(GOOD.encode("utf-8"))
    return path


def test_files_and_standard_input(article, tmp_path):
    folder = tmp_path / "dossiers"
    made = create_dossier("prova", [article, "-"], folder, published="2024-6-16", source="Agenzia", stdin_text="Ecco.")
    assert made == find_dossier("prova", folder)
    assert (made / "documents" / article.name).read_bytes() == article.read_bytes()
    dossier = load_dossier(made)
    assert [d.doc_id for d in dossier.documents] == ["articolo-uno", "prova"]
    assert {(d.published, d.source) for d in dossier.documents} == {("2024-06-16", "Agenzia")}
    assert dossier.problems == ()
    assert [path.name for path in folder.iterdir()] == ["prova"]


def test_the_title_of_a_single_document_is_that_of_the_dossier(article, tmp_path):
    assert load_dossier(create_dossier("uno", [article], tmp_path / "d")).meta.title == "Titolo: breve"
    assert load_dossier(create_dossier("due", [article], tmp_path / "d", title="null")).meta.title == "null"


def test_a_press_review(tmp_path):
    made = create_dossier("r", ["-"], tmp_path, stdin_text="Uno.\n***\nDue.\n", separator="***")
    assert [d.text for d in load_dossier(made).documents] == ["Uno.", "Due.\n"]
    mixed = create_dossier("m", ["-"], tmp_path, stdin_text=f"Uno.\n***\n{ENGLISH}\n***\nDue.\n", separator="***")
    assert [d.doc_id for d in load_dossier(mixed).documents] == ["m-1", "m-3"]


def test_nothing_is_overwritten(article, tmp_path):
    folder = tmp_path / "d"
    made = create_dossier("prova", [article], folder)
    before = sorted((path.name, path.stat().st_mtime_ns) for path in made.rglob("*"))
    with pytest.raises(InputError, match="already"):
        create_dossier("prova", [article], folder, title="Altro")
    assert before == sorted((path.name, path.stat().st_mtime_ns) for path in made.rglob("*"))


@pytest.mark.parametrize("slug", ["../fuori", "a/b", "", "Prova", "/tmp/x", ".", "a\0b", "x" * 200])
def test_bad_slugs(slug, article, tmp_path):
    with pytest.raises(InputError):
        create_dossier(slug, [article], tmp_path / "d")
    assert not (tmp_path / "d").exists() and not (tmp_path / "fuori").exists()


def test_bad_files_leave_nothing_behind_and_are_named_at_once(article, tmp_path):
    folder = tmp_path / "d"
    english, binary = tmp_path / "en.txt", tmp_path / "b.txt"
    english.write_text(ENGLISH, encoding="utf-8")
    binary.write_bytes(b"\x00")
    with pytest.raises(InputError) as caught:
        create_dossier("prova", [article, english, binary], folder)
    assert [problem.file for problem in caught.value.problems] == [str(binary), str(english)]
    assert list(folder.iterdir()) == []
    with pytest.raises(InputError) as caught:
        create_dossier("prova", [tmp_path, tmp_path / "no.txt", article, article], folder, published="ieri")
    assert len(caught.value.problems) == 4
    for nothing in ([], ["-"]):
        with pytest.raises(InputError):
            create_dossier("prova", nothing, folder)


def test_find_dossier(article, tmp_path):
    folder = tmp_path / "d"
    made = create_dossier("prova", [article], folder)
    assert find_dossier("prova", folder) == find_dossier(made, folder) == made.resolve()
    assert find_dossier(made / "dossier.yaml", folder) == made.resolve()
    with pytest.raises(InputError, match="Did you mean `prova`"):
        find_dossier("prva", folder)
    for name in ("", "a\0b", "x" * 5000, "~nessuno/x"):
        with pytest.raises(InputError):
            find_dossier(name, folder)
