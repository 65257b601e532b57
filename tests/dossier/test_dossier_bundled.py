"""The bundled dossier: what it promises about itself, read from its files alone."""

import re
from pathlib import Path

import pytest
import yaml

from analysis.dossier import check_dossier
from analysis.tables import slug

FOLDER = Path(__file__).resolve().parents[2] / "data" / "dossiers" / "russia-dprk"
INVENTED_NOTE = re.compile(r"Inventat[oaie]\b")


def _read(name: str) -> dict:
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


def _plain(file: str) -> str:
    """What a reader reads: no HTML head or tags, no front matter; apostrophes and spaces made alike."""
    text = (FOLDER / file).read_text(encoding="utf-8")
    if file.endswith(".html"):
        text = re.sub(r"<head>.*?</head>|<[^>]+>", " ", text, flags=re.DOTALL)
    if file.endswith(".md"):
        text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    return re.sub(r"\s+", " ", text.replace("’", "'").replace("&nbsp;", " "))


@pytest.fixture(scope="module")
def meta() -> dict:
    return _read("dossier.yaml")


@pytest.fixture(scope="module")
def options() -> dict:
    return _read("options.yaml")


@pytest.fixture(scope="module")
def invented_actors() -> list[dict]:
    return [a for a in _read("actors.yaml")["actors"] if INVENTED_NOTE.match(a.get("note", ""))]


def _broken_citations(options: dict, facts: list[dict], documents: list[dict]) -> list[str]:
    known = {f"fact:{fact['id']}" for fact in facts} | {f"doc:{slug(Path(d['file']).stem)}" for d in documents}
    cited = [*options["assessments"], *(entry for position in options["positions"] for entry in position["entries"])]
    return sorted({e for row in cited for e in row["evidence"]} - known)


def test_nothing_is_wrong_with_it():
    assert check_dossier(FOLDER) == []


def test_ten_documents_each_listed_once(meta):
    listed = [document["file"] for document in meta["documents"]]
    there = sorted(f"documents/{path.name}" for path in (FOLDER / "documents").iterdir())
    assert sorted(listed) == there
    assert len(there) == 10


def test_documents_have_200_to_500_words(meta):
    counts = {d["file"]: len(re.findall(r"\w+(?:'\w+)*", _plain(d["file"]))) for d in meta["documents"]}
    assert {file: n for file, n in counts.items() if not 200 <= n <= 500} == {}


def test_documents_are_published_by_the_cutoff(meta):
    cutoff = meta["cutoff"].isoformat()
    assert all("2023-09-01" <= document["published"] <= cutoff for document in meta["documents"])


def test_citations_hold_without_later_facts(meta, options):
    cutoff = meta["cutoff"].isoformat()
    facts = _read("facts.yaml")["facts"]
    known_then = [fact for fact in facts if fact["date"] <= cutoff]
    assert len(known_then) < len(facts), "the back-test needs facts after the cutoff"
    assert _broken_citations(options, known_then, meta["documents"]) == []


def test_no_file_but_the_facts_names_a_later_fact(meta):
    cutoff = meta["cutoff"].isoformat()
    later = [fact["id"] for fact in _read("facts.yaml")["facts"] if fact["date"] > cutoff]
    others = "".join((FOLDER / name).read_text(encoding="utf-8") for name in ("dossier.yaml", "options.yaml"))
    assert [i for i in later if re.search(rf"\b{i}\b", others)] == []


def test_broken_citation_is_found(meta, options):
    facts = [fact for fact in _read("facts.yaml")["facts"] if fact["id"] != "f11"]
    assert _broken_citations(options, facts, meta["documents"]) == ["fact:f11"]


def test_every_invented_actor_in_a_document_is_marked_there(meta, invented_actors):
    missing = []
    for document in meta["documents"]:
        text = f"{document['source']} {_plain(document['file'])}"
        marked = set(document["invented"])
        for actor in invented_actors:
            names = [actor["name"], *actor["aliases"]]
            if any(re.search(rf"\b{re.escape(name)}\b", text) for name in names) and not marked & set(names):
                missing.append((document["file"], actor["name"]))
    assert missing == []


def test_every_marked_name_is_an_invented_actor(meta, invented_actors):
    names = {name for actor in invented_actors for name in [actor["name"], *actor["aliases"]]}
    assert {name for document in meta["documents"] for name in document["invented"]} - names == set()


def test_invented_actors_act_for_nobody(invented_actors):
    assert len(invented_actors) == 17
    assert [actor["id"] for actor in invented_actors if actor["acts_for"]] == []


def test_actor_identifiers_are_slugs_of_their_names():
    for actor in _read("actors.yaml")["actors"]:
        prefix, _, rest = actor["id"].partition(":")
        assert (prefix, rest) == (actor["kind"], slug(actor["name"]))


def test_eight_options_with_both_baselines(options):
    assert len(options["options"]) == 8
    assert sorted(o["baseline"] for o in options["options"] if o["baseline"] != "none") == ["do_minimum", "do_nothing"]
    assert all(option["forum"] for option in options["options"])


def test_every_option_is_assessed_on_every_criterion(options):
    cells = [(row["option"], row["criterion"]) for row in options["assessments"]]
    kept = [option["id"] for option in options["options"] if not option.get("dropped")]
    assert sorted(cells) == sorted((option, c["id"]) for option in kept for c in options["criteria"])
    assert all(0 <= row["low"] <= row["mode"] <= row["high"] <= 100 for row in options["assessments"])
    assert all(row["evidence"] for row in options["assessments"] if row["kind"] == "information")


def test_positions_are_the_editors_and_capability_cites_a_table_or_is_a_judgement(options):
    entries = [entry for position in options["positions"] for entry in position["entries"]]
    assert all(entry["author"] and entry["date"] == "2024-06-16" for entry in entries)
    assert {entry["kind"] for entry in entries if "position" in entry} == {"judgement"}
    assert all(entry["source"] for entry in entries if entry["kind"] == "information")
    unknown = {entry["actor"] for entry in entries} - {entry["actor"] for entry in entries if "capability" in entry}
    assert unknown == {"PRK"}, "one capability is left unknown, and nothing fills it"


def test_weights_are_given_in_each_of_the_four_ways(options):
    forms = [
        key for weights in options["weights"] for key in weights if key in ("values", "swing", "order", "intervals")
    ]
    assert len(forms) == len(options["weights"]) and len(set(forms)) == 4


def test_probabilities_of_outcomes_are_signed(options):
    for scenario in options["scenarios"]:
        assert scenario["author"] and scenario["date"] == "2024-06-16"
        assert sum(outcome["probability"] for outcome in scenario["outcomes"]) == pytest.approx(1)


def test_typography_is_as_messy_as_in_real_articles(meta):
    raw = "".join((FOLDER / document["file"]).read_text(encoding="utf-8") for document in meta["documents"])
    assert all(character in raw for character in "'’«»“”\u00a0")
