"""Independent voices: who counts, who adds nothing, who never stands for a state."""

import pandas as pd
import pytest

from analysis.actors.independence import ground_of, independent_support
from analysis.actors.roll_up import acts_for

KINDS = {
    "RUS": "state",
    "ITA": "state",
    "igo:un": "igo",
    "person:lavrov": "person",
    "person:peskov": "person",
    "person:studiosa": "person",
    "person:collega": "person",
    "person:doppia": "person",
    "org:istituto": "org",
    "org:ateneo": "org",
    "org:duma": "org",
    "org:giornale": "org",
    "group:esperti": "group",
    "place:mar-rosso": "place",
}
OFFICES = [
    ("person:lavrov", "RUS", "role:before"),
    ("person:peskov", "RUS", "office:rus:spokesperson:2012-peskov"),
    ("person:studiosa", "org:istituto", "role:presso"),
    ("person:collega", "org:istituto", "role:of"),
    ("person:doppia", "org:istituto", "role:presso"),
    ("person:doppia", "org:ateneo", "role:after"),
    ("person:studiosa", "ITA", "role:presso"),
]


def tables(offices=OFFICES, events=()):
    columns = ["source_id", "source_state", "target_id", "target_state"]
    documents = pd.DataFrame(
        {
            "doc_id": ["a", "b", "c"],
            "source_group": ["ansa", "ansa", "unnamed:c"],
            "title": ["La Russia rompe gli indugi", "", ""],
        }
    )
    return {
        "events": pd.DataFrame(list(events), columns=columns),
        "affiliations": pd.DataFrame(list(offices), columns=["person_id", "org_id", "rule_id"]),
        "actors": pd.DataFrame({"actor_id": list(KINDS), "kind": list(KINDS.values())}),
        "documents": documents,
    }


def support(*voices, ground=None, doc="a", end=500):
    rows = pd.DataFrame({"actor_id": list(voices), "doc_id": doc, "end": end, "text": "parole"})
    return independent_support(rows, ground or ground_of(tables(), {"org:duma": "RUS"}))


@pytest.mark.parametrize(
    "voices, count",
    [
        ((), 0),
        (("RUS",), 1),
        (("RUS", "person:lavrov", "person:peskov", "org:duma"), 1),
        (("person:lavrov", "person:peskov"), 1),
        (("person:studiosa", "org:istituto"), 1),
        (("person:studiosa", "person:collega"), 1),
        (("person:studiosa", "ITA"), 2),
        (("org:giornale", "ITA"), 2),
        (("org:istituto", "org:ateneo", "person:doppia"), 2),
        (("person:studiosa", "person:doppia"), 1),
        (("group:esperti", "", "place:mar-rosso"), 0),
        (("RUS", "RUS", "group:esperti"), 1),
        (("person:mai-vista", "igo:un"), 2),
    ],
)
def test_who_counts(voices, count):
    assert support(*voices).count == count


def test_who_was_folded_into_whom_and_what_adds_nothing():
    found = support("person:lavrov", "RUS", "", "group:esperti", "org:giornale")
    assert found.voices == ("RUS", "org:giornale")
    assert found.folded == {"person:lavrov": "RUS"} and found.uncounted == 2


def test_a_headline_adds_none_and_the_same_words_in_the_text_do():
    words = "La Russia rompe gli indugi"
    rows = pd.DataFrame({"actor_id": "RUS", "doc_id": "a", "end": [len(words), 900], "text": words})
    ground = ground_of(tables())
    assert independent_support(rows[:1], ground).count == 0
    assert independent_support(rows, ground).count == 1
    assert independent_support(rows.assign(doc_id="b")[:1], ground).count == 1, "a document without a title has none"


def test_origins_are_sources_and_not_voices():
    rows = pd.DataFrame({"actor_id": ["RUS", "ITA", "igo:un"], "doc_id": ["a", "b", "c"], "end": 500, "text": "parole"})
    found = independent_support(rows, ground_of(tables()))
    assert found.count == 3 and found.origins == ("ansa",)


def test_the_order_of_rows_changes_nothing():
    voices = list(KINDS)
    assert support(*voices) == support(*voices[::-1])


def test_for_whom_one_acts():
    events = [("person:lavrov", "RUS", "person:kim", "PRK"), ("person:kim", "PRK", "org:duma", "RUS")]
    found = acts_for(tables(events=events))
    assert found == {"org:duma": "RUS", "person:kim": "PRK", "person:lavrov": "RUS", "person:peskov": "RUS"}


def test_where_rows_disagree_nobody_is_chosen_and_the_registry_decides():
    offices = [("person:x", "RUS", "role:before"), ("person:x", "ITA", "role:after")]
    assert acts_for(tables(offices)) == {}
    assert acts_for(tables([*offices, offices[0]])) == {"person:x": "RUS"}
    assert acts_for(tables(offices), {"person:x": "ITA"}) == {"person:x": "ITA"}
