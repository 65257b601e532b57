"""Loading by name, its errors, and what the project's own pipeline promises once it is packaged."""

import pytest

from analysis.errors import InputError
from analysis.language.pipeline import load_pipeline, own_pipeline_path


def test_missing_pipeline_names_the_install_command():
    with pytest.raises(InputError) as caught:
        load_pipeline("it_core_news_none")
    assert "python -m spacy download it_core_news_none" in str(caught.value)


def test_folder_without_pipeline_is_refused(tmp_path):
    with pytest.raises(InputError):
        own_pipeline_path(tmp_path)


def test_newest_version_is_taken(tmp_path):
    for version in ("0.9.0", "0.10.0"):
        folder = tmp_path / f"it_scacchiere_news-{version}"
        folder.mkdir()
        (folder / "config.cfg").touch()
    assert own_pipeline_path(tmp_path).name.endswith("0.10.0")


@pytest.fixture(scope="module")
def own():
    try:
        own_pipeline_path()
    except InputError:
        pytest.skip("no pipeline under data/models yet")
    return load_pipeline()


def test_stop_before_a_lower_case_letter_is_no_boundary(own):
    doc = own("Il sen. della Lega ha parlato. Il governo tace.")
    assert [sent.text for sent in doc.sents][-1] == "Il governo tace."
    assert all(not sent.text[0].islower() for sent in doc.sents)


def test_same_text_same_annotation(own):
    text = "L’Ucraina ha chiesto all’Onu di condannare l'attacco. Mosca nega."
    assert own(text).to_json() == load_pipeline()(text).to_json()
