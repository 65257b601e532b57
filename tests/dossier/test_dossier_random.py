"""Whatever stands in the files, loading gives a dossier or an InputError, and checking never fails."""

import tempfile
from pathlib import Path

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.dossier import check_dossier, load_dossier
from analysis.dossier.models import CorrectionEntry, DossierFile
from analysis.dossier.options_models import OptionsFile
from analysis.dossier.readers import READERS, ReadError
from analysis.errors import InputError

GENTLE = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
NAMES = [
    *DossierFile.model_fields,
    *OptionsFile.model_fields,
    "corrections",
    *CorrectionEntry.model_fields,
    "file",
    "id",
    "values",
    "scale",
    "actors",
]
KEYS = st.sampled_from(NAMES)
SCALARS = st.one_of(
    *(st.none(), st.booleans(), st.integers(), st.floats(), st.dates(), st.text(max_size=8)),
    st.sampled_from(["documents/a.txt", "events", "add", "change", "2024-06-16", "0x1F", "1:30", "o0", "it"]),
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


def try_folder(main: bytes, others: bytes, text: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "documents").mkdir()
        (root / "dossier.yaml").write_bytes(main)
        (root / "documents" / "a.txt").write_bytes(text)
        for name in ("actors", "facts", "options", "corrections", "corrections-b"):
            (root / f"{name}.yaml").write_bytes(others)
        problems = check_dossier(root)
        assert all(problem.message and problem.remedy for problem in problems)
        try:
            dossier = load_dossier(root)
        except InputError as error:
            assert error.problems
        else:
            assert dossier.documents and list(dossier.problems) == problems


@GENTLE
@given(main=st.binary(max_size=60), others=st.binary(max_size=60), text=st.binary(max_size=60))
def test_random_bytes(main, others, text):
    try_folder(main, others, text)


@GENTLE
@given(main=st.dictionaries(KEYS, VALUES, max_size=5), others=st.dictionaries(KEYS, VALUES, max_size=5))
def test_random_yaml(main, others):
    main = yaml.safe_dump({"title": "Prova", **main}, allow_unicode=True).encode("utf-8", "replace")
    try_folder(main, yaml.safe_dump(others).encode("utf-8"), b"Testo.")


@GENTLE
@given(st.lists(st.dictionaries(st.sampled_from([*CorrectionEntry.model_fields]), VALUES, max_size=8), max_size=3))
def test_random_corrections(entries):
    whole = {"table": "events", "action": "change", "row": "ev-1", "author": "A", "date": "2024-06-16", "reason": "x"}
    entries = [{**whole, **entry} for entry in entries]
    data = yaml.safe_dump({"corrections": entries}, allow_unicode=True).encode("utf-8", "replace")
    try_folder(b"title: Prova\n", data, b"Testo.")


@GENTLE
@given(text=st.text(alphabet="abtilenorf:[]{},&*!|>\"%@`#?-'\n \t<~0123456789", max_size=60))
def test_random_syntax(text):
    try_folder(b"title: Prova\n" + text.encode("utf-8"), text.encode("utf-8"), b"Testo.")


@GENTLE
@given(st.sampled_from(sorted(READERS)), st.sampled_from([b"", b"%PDF-1.4\n", b"---\n"]), st.binary(max_size=200))
def test_readers_refuse_or_read(ending, head, data):
    try:
        READERS[ending](head + data).text.encode("utf-8")
    except ReadError as error:
        assert error.remedy
