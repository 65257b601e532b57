import pytest
from extraction_documents import build

from analysis.extraction.triggers import triggers_in


def groups_of(rows: str) -> list[str]:
    return [trigger.group.id for trigger in triggers_in(build(rows).sents[0])]


def with_object(verb: str, lemma: str, noun: str, noun_lemma: str) -> str:
    return f"""
    Atene Atene PROPN nsubj 2
    ha avere AUX aux 2
    {verb} {lemma} VERB ROOT 2 VerbForm=Part
    {noun} {noun_lemma} NOUN obj 2
    . . PUNCT punct 2
    """


@pytest.mark.parametrize(
    ("verb", "lemma", "noun", "noun_lemma", "group"),
    [
        ("ritirato", "ritirare", "truppe", "truppa", "withdraw-troops"),
        ("ritirato", "ritirare", "ambasciatori", "ambasciatore", "recall-ambassador"),
        ("inviato", "inviare", "soldati", "soldato", "deploy"),
        ("inviato", "inviare", "medicinali", "medicinale", "hand-weapons"),
        ("lasciato", "lasciare", "alleanza", "alleanza", "leave-body"),
        ("chiesto", "chiedere", "aiuto", "aiuto", "ask-help"),
        ("bandito", "bandire", "importazioni", "importazione", "ban-goods"),
        ("richiamato", "richiamare", "riservisti", "riservista", "call-up"),
        ("escluso", "escludere", "trattative", "trattativa", "rule-out"),
    ],
)
def test_the_object_decides(verb, lemma, noun, noun_lemma, group):
    assert groups_of(with_object(verb, lemma, noun, noun_lemma)) == [group]


def test_the_deciding_noun_is_no_trigger_of_its_own():
    doc = build(with_object("imposto", "imporre", "sanzioni", "sanzione"))
    (trigger,) = triggers_in(doc.sents[0])
    assert doc.text_of(trigger.start, trigger.end) == "imposto sanzioni"


def test_an_object_that_speaks_against():
    assert groups_of(with_object("consegnato", "consegnare", "messaggi", "messaggio")) == []


def test_fixed_words_belong_to_the_trigger():
    doc = build(
        """
        Oslo Oslo PROPN nsubj 1
        mette mettere VERB ROOT 1 VerbForm=Fin
        in in ADP case 3
        guardia guardia NOUN obl 1
        Atene Atene PROPN obj 1
        """
    )
    (trigger,) = triggers_in(doc.sents[0])
    assert (trigger.group.id, doc.text_of(trigger.start, trigger.end)) == ("put-on-guard", "mette in guardia")


def test_a_form_that_the_lemmatizer_does_not_know():
    rows = with_object("espulso", "espulsare", "diplomatici", "diplomatico")
    assert groups_of(rows) == ["expel-diplomats"]


def test_a_reflexive_verb_is_another_verb():
    rows = """
    Oslo Oslo PROPN nsubj 2
    si si PRON expl 2
    {verb} {lemma} VERB ROOT 2 VerbForm=Fin
    """
    assert groups_of(rows.format(verb="arrende", lemma="arrendere")) == ["surrender"]
    assert groups_of(rows.format(verb="occupa", lemma="occupare")) == []


def test_the_reflexive_of_a_verb_in_rre():
    rows = """
    Atene Atene PROPN nsubj 3
    si si PRON expl 3
    oppone opporre VERB ROOT 3
    . . PUNCT punct 3
    """
    assert groups_of(rows) == ["oppose"]


def test_pronouns_that_hang_on_a_gerund():
    rows = """
    Oslo Oslo PROPN nsubj 1
    attacca attaccare VERB ROOT 1 VerbForm=Fin
    catturandone catturandone VERB advcl 1
    """
    assert groups_of(rows) == ["assault", "coerce"]


def test_with_a_clause_it_only_says():
    rows = """
    Oslo Oslo PROPN nsubj 1
    sostiene sostenere VERB ROOT 1 VerbForm=Fin
    che che SCONJ mark 4
    Atene Atene PROPN nsubj 4
    attende attendere VERB ccomp 1 VerbForm=Fin
    """
    assert groups_of(rows) == []


def test_readiness_is_a_promise_or_a_threat_by_what_follows():
    rows = """
    Oslo Oslo PROPN nsubj 2
    è essere AUX cop 2
    pronta pronto ADJ ROOT 2
    a a ADP mark 4
    {verb} {verb} VERB xcomp 2 VerbForm=Inf
    Atene Atene PROPN obj 4
    """
    assert groups_of(rows.format(verb="aiutare"))[0] == "willing"
    assert groups_of(rows.format(verb="bombardare"))[0] == "willing-to-harm"


def test_war_between_two_and_war_against_one():
    rows = """
    La il DET det 1
    guerra guerra NOUN ROOT 1
    {word} {word} ADP case 3
    Oslo Oslo PROPN nmod 1
    e e CCONJ cc 5
    Atene Atene PROPN conj 3
    """
    assert groups_of(rows.format(word="tra")) == ["n-war-between"]
    assert groups_of(rows.format(word="contro")) == ["n-war"]


def test_soldiers_that_somebody_sent_are_sent():
    rows = """
    I il DET det 1
    soldati soldato NOUN ROOT 1 Number=Plur
    che che PRON nsubj 4
    ha avere AUX aux 4 Number=Sing
    inviato inviare VERB acl:relcl 1 VerbForm=Part
    """
    assert groups_of(rows) == ["deploy"]
