"""Whole articles with their annotation: the layers together, with the project's own pipeline, do not fall back."""

from pathlib import Path

import pytest
import yaml

from analysis.dossier import load_dossier
from analysis.extraction import extract
from analysis.language import load_pipeline

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.gold.yaml"))


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """[(annotation, text, {table: rows of that document})]."""
    folder = tmp_path_factory.mktemp("dossier")
    (folder / "documents").mkdir()
    documents, gold = [], []
    for path in ARTICLES:
        annotation = yaml.safe_load(path.read_text(encoding="utf-8"))
        name = path.name.removesuffix(".gold.yaml")
        text = path.with_name(f"{name}.txt").read_text(encoding="utf-8")
        (folder / "documents" / f"{name}.txt").write_text(text, encoding="utf-8")
        published = str(annotation["document"]["published"])
        documents.append({"file": f"documents/{name}.txt", "title": name, "source": "x", "published": published})
        gold.append((name, annotation, text))
    (folder / "dossier.yaml").write_text(yaml.safe_dump({"title": "articles", "documents": documents}), "utf-8")
    tables = extract(load_dossier(folder), load_pipeline())
    rows = {name: tables[name].to_dict("records") for name in ("mentions", "statements", "events", "times")}
    return [(g, t, {k: [r for r in v if r["doc_id"] == n] for k, v in rows.items()}) for n, g, t in gold]


def _span(text, item, key="text"):
    at = -1
    for _ in range(item.get("nth", 0) + 1):
        at = text.find(item[key], at + 1)
    assert at >= 0, item
    inner = item[key].find(item["head"]) if "head" in item else 0
    return at + inner, at + inner + len(item.get("head", item[key]))


def _share(found, layer, fits, key="text"):
    """Which share of the required annotations has a row over its span that fits."""
    hits = total = 0
    for gold, text, rows in found:
        for item in gold.get(layer) or []:
            if item.get("optional"):
                continue
            start, end = _span(text, item, key)
            total += 1
            hits += any(r["start"] < end and start < r["end"] and fits(item, r) for r in rows[layer])
    assert total
    return hits / total


def test_every_row_is_its_own_text(found):
    for _, text, rows in found:
        for name, column in (("mentions", "text"), ("statements", "text"), ("times", "text"), ("events", "trigger")):
            assert all(text[r["start"] : r["end"]] == r[column] for r in rows[name])


def test_names_times_statements_and_events_are_found(found):
    shares = {
        "mentions": _share(found, "mentions", lambda item, row: row["actor_id"] != ""),
        "times": _share(found, "times", lambda item, row: row["value"] == str(item["value"])),
        "statements": _share(found, "statements", lambda item, row: row["speaker_id"] == (item["speaker"] or "")),
        "events": _share(
            found, "events", lambda item, row: row["type"] in [item["type"], *item.get("also", [])], "trigger"
        ),
    }
    assert shares["mentions"] > 0.9 and shares["times"] > 0.9
    assert shares["statements"] > 0.8 and shares["events"] > 0.7
