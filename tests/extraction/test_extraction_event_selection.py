from extraction_documents import build

from analysis.extraction.event_selection import ALONE, Candidate, strongest, worth_reporting
from analysis.extraction.modality import read_modality
from analysis.extraction.triggers import triggers_in

THREAT = """
Oslo Oslo PROPN nsubj 1
minaccia minacciare VERB ROOT 1 VerbForm=Fin
di di ADP mark 3
attaccare attaccare VERB xcomp 1 VerbForm=Inf
Atene Atene PROPN obj 3
"""
REQUEST = """
Oslo Oslo PROPN nsubj 1
invita invitare VERB ROOT 1 VerbForm=Fin
Berna Berna PROPN obj 1
ad a ADP mark 4
attaccare attaccare VERB xcomp 1 VerbForm=Inf
Atene Atene PROPN obj 4
"""


def kept(rows: str, *pairs):
    triggers = triggers_in(build(rows).sents[0])
    found = [Candidate(t, list(p), "", read_modality(t.head)) for t, p in zip(triggers, pairs, strict=True)]
    return [candidate.trigger.group.id for candidate in worth_reporting(found)]


def test_a_threat_takes_what_it_threatens():
    assert kept(THREAT, [("NOR", "GRC")], [("NOR", "GRC")]) == ["threaten"]


def test_a_request_leaves_what_it_asks_for_where_both_sides_are_known():
    assert kept(REQUEST, [("NOR", "CHE")], [("CHE", "GRC")]) == ["ask-obj-a", "assault"]
    assert kept(REQUEST, [("NOR", "CHE")], [("", "GRC")]) == ["ask-obj-a"]


def test_nothing_without_actors():
    assert kept(THREAT, [], []) == []


def test_a_document_has_few_events_of_one_actor():
    (trigger,) = triggers_in(build("Oslo Oslo PROPN nsubj 1\nattacca attaccare VERB ROOT 1 VerbForm=Fin").sents[0])
    candidate = Candidate(trigger, [("NOR", "")], "", read_modality(trigger.head))
    rows = [(candidate, {"intensity": -9.0, "start": position}) for position in range(ALONE + 5)]
    assert [row["start"] for row in strongest(rows)] == list(range(ALONE))
