import json

import pandas as pd
import pandera.errors
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tables import (
    SCHEMAS,
    check_rows,
    faults,
    join_ids,
    make_table,
    read_tables,
    slug,
    split_ids,
    write_tables,
)

NASTY = 'a "quoted", l’Iran\r\n=HYPERLINK("x")\u00a0«NaN»'


def tables_with(**rows):
    return {name: make_table(name, rows.get(name, [])) for name in SCHEMAS}


def mention(**change):
    row = {"doc_id": "d", "start": 0, "end": 4, "text": "Roma", "label": "LOC", "actor_id": "ITA", "rule_id": "r"}
    return row | change


def actor(**change):
    row = {"actor_id": "ITA", "name": "Italia", "kind": "state", "country": "ITA", "wikidata": "Q38"}
    return row | {"mentions": 1, "documents": 1} | change


def test_rows_are_sorted_and_each_stands_once():
    frame = make_table("mentions", [mention(start=9, end=13), mention(), mention()])
    assert list(frame["start"]) == [0, 9]


def test_a_row_outside_the_contract_is_refused():
    with pytest.raises(pandera.errors.SchemaError):
        make_table("actors", [actor(kind="planet")])


def test_tables_survive_the_round_trip_exactly(tmp_path):
    tables = tables_with(mentions=[mention(text=NASTY, end=len(NASTY)), mention(text="NA", start=3, end=5)])
    write_tables(tables, tmp_path)
    for name, frame in read_tables(tmp_path).items():
        pd.testing.assert_frame_equal(frame, tables[name])


def test_the_descriptor_has_a_type_for_every_column(tmp_path):
    write_tables(tables_with(), tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        header = (tmp_path / resource["path"]).read_text(encoding="utf-8").strip().split(",")
        assert [field["name"] for field in resource["schema"]["fields"]] == header
        assert all(field["type"] in {"string", "integer", "number"} for field in resource["schema"]["fields"])


def test_spans_and_identifiers_are_checked():
    good = tables_with(mentions=[mention()], actors=[actor()])
    assert "2 rows hold" in check_rows(good, {"d": "Roma tace"})
    assert faults(good, {"d": "Pisa tace"}) == ["mentions: d 0:4 is not 'Roma'."]
    assert faults(tables_with(mentions=[mention()]), {"d": "Roma"}) == ["mentions.actor_id: ITA has no row in actors."]


@given(st.text())
def test_slugs_are_plain(text):
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@given(st.lists(st.text(alphabet="abc:-", min_size=1), unique=True))
def test_lists_of_identifiers_round_trip(ids):
    assert split_ids(join_ids(ids)) == ids
