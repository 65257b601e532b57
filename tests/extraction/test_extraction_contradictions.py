"""What contradicts what, on hand-built rows and documents."""

import pytest
from extraction_documents import build, link

from analysis.extraction.claims import find_claims
from analysis.extraction.contradictions import find_contradictions
from analysis.language.numerals import number_of
from analysis.tables import make_table


def event(n, doc="a", kind="REJECT", source="RUS", target="igo:unsc", when="", word="veto", modality="factual", **more):
    return {
        **{"event_id": f"ev-{n}", "doc_id": doc, "start": n, "end": n + 1, "trigger": word, "type": kind},
        **{"source_state": source, "target_state": target, "modality": modality, "date": when},
        "rule_id": f"event:group:{word}:indicative",
        **more,
    }


def claim(kind, about, value, doc="a", when="2024-03-28", start=0):
    return {
        **{"kind": kind, "about": about, "value": value, "doc_id": doc, "date": when, "text": "x", "rule_id": "r"},
        **{"start": start, "end": start + 1, "sentence": (start, start + 20)},
    }


def kinds(events=(), claims=()):
    rows = make_table("contradictions", find_contradictions(events, claims))
    return [(row.kind, row.first_id, row.second_id) for row in rows.itertuples()]


def test_a_denial_of_what_another_reports():
    aid = dict(kind="AID", source="CHN", target="RUS", word="fornire")
    assert kinds([event(1, **aid), event(2, doc="b", modality="denied", **aid)]) == [("denial", "ev-1", "ev-2")]
    assert kinds([event(1, **aid), event(2, doc="b", modality="denied", **{**aid, "word": "vendere"})]) == []
    assert kinds([event(1, **aid), event(2, doc="b", modality="denied", trigger="non fornirà", **aid)]) == []
    assert kinds([event(1, when="2023", **aid), event(2, doc="b", when="2024", modality="denied", **aid)]) == []


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("2024-03-28", "2024-03-29", True),
        ("2024-03", "2024-04", True),
        ("2023-10-16", "2024-10-16", True),
        ("2024-03-28", "2024-05-10", False),
        ("2024-03-28", "2024-03", False),
        ("2024-03-28", "", False),
        ("2024-W13", "boh", False),
    ],
)
def test_dates_of_what_is_rarely_repeated(first, second, found):
    assert bool(kinds([event(1, when=first), event(2, doc="b", when=second)])) is found


def test_what_is_often_repeated_and_what_one_document_tells_twice():
    raids = dict(kind="ASSAULT", target="UKR", word="raid")
    assert kinds([event(1, when="2024-03-28", **raids), event(2, doc="b", when="2024-03-29", **raids)]) == []
    assert kinds([event(1, when="2024-03-28"), event(2, when="2024-03-29")]) == []


def test_facts_are_held_against_documents_and_not_against_each_other():
    fact = event(1, doc="fact:f1", when="2024-03-28")
    assert kinds([fact, event(2, when="2024-03-27")]) == [("date", "ev-2", "fact:f1")]
    assert kinds([fact, event(2, doc="fact:f2", when="2024-03-27")]) == []


def test_votes_and_tallies_of_one_vote():
    votes = [claim("vote", "CHN", "abstained"), claim("vote", "CHN", "against", doc="b", when="2024-03")]
    assert kinds(claims=votes) == [("vote", "a:0:1", "b:0:1")]
    assert kinds(claims=[votes[0], claim("vote", "CHN", "against", doc="b", when="2024-05-02")]) == []
    tallies = [claim("tally", "against", "1", doc="fact:f1"), claim("tally", "against", "13", doc="b", when="")]
    assert kinds(claims=tallies) == [("count", "b:0:1", "fact:f1")]


def test_counts_beside_one_incident():
    events = [event(5, when="2024-03-28"), event(5, doc="b", when="2024-03-28")]
    counts = [
        claim("count", "missile", "3"),
        claim("count", "missile", "5", doc="b"),
        claim("count", "nave", "2", doc="b"),
    ]
    assert kinds(events, counts) == [("count", "a:0:1", "b:0:1")]
    assert kinds(events[:1], counts) == []


def found(doc, **names):
    return [(c["kind"], c["about"], c["value"], c["text"]) for c in find_claims(doc, link(doc, **names), [], "d")]


def test_who_voted_how():
    doc = build(
        """
        Pechino Pechino PROPN nsubj 2
        ha avere AUX aux 2
        votato votare VERB ROOT 2 VerbForm=Part
        contro contro ADV advmod 2
        """
    )
    assert found(doc, Pechino="CHN") == [("vote", "CHN", "against", "votato contro")]


def test_who_did_not_vote_so():
    doc = build(
        """
        Pechino Pechino PROPN nsubj 3
        non non ADV advmod 3
        ha avere AUX aux 3
        votato votare VERB ROOT 3 VerbForm=Part
        contro contro ADV advmod 3
        """
    )
    assert found(doc, Pechino="CHN") == []


def test_tallies():
    doc = build(
        """
        Sono essere AUX aux 3
        stati essere AUX cop 3
        dodici dodici NUM nummod 3
        voti voto NOUN ROOT 3
        favorevoli favorevole ADJ amod 3
        e e CCONJ cc 6
        uno uno NUM conj 3
        contrario contrario ADJ amod 6
        """
    )
    assert found(doc) == [
        ("tally", "in-favour", "12", "dodici voti favorevoli"),
        ("tally", "against", "1", "uno contrario"),
    ]


def test_exact_counts_only():
    rows = """
        {first} {first} ADV advmod 1
        tre tre NUM nummod 2
        navi nave NOUN nsubj 3
        affondano affondare VERB ROOT 3
        """
    assert found(build(rows.format(first="Ieri"))) == [("count", "nave", "3", "tre navi")]
    assert found(build(rows.format(first="Almeno"))) == []


@pytest.mark.parametrize(
    ("word", "number"),
    [
        *(("13", 13), ("10.000", 10000), ("tredici", 13), ("Ventuno", 21), ("ventotto", 28), ("quarantatré", 43)),
        *(("cento", 100), ("duecento", 200), ("centotto", 108), ("mille", 1000), ("ventitremila", 23000)),
        *(
            ("duemilacinquecento", 2500),
            ("2,5", None),
            ("milano", None),
            ("trentino", None),
            ("", None),
            ("m" * 99, None),
        ),
    ],
)
def test_numbers(word, number):
    assert number_of(word) == number
