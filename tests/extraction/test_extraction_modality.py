import pytest
from extraction_documents import build

from analysis.extraction.modality import read_modality


def clause(*auxiliaries: str, verb: str = "fornito fornire VERB ROOT {h} VerbForm=Part", before: str = ""):
    """ "Mosca <auxiliaries> <verb> armi": the verb's reading."""
    h = 1 + len(auxiliaries)
    lines = [f"Mosca Mosca PROPN nsubj {h}"]
    lines += [
        f"{word} {word} {'ADV' if word == 'non' else 'AUX'} {'advmod' if word == 'non' else 'aux'} {h}"
        for word in auxiliaries
    ]
    lines += [verb.format(h=h), f"armi arma NOUN obj {h}"]
    return read_modality(build("\n".join(lines))[h])


INFINITIVE = "fornire fornire VERB ROOT {h} VerbForm=Inf"


@pytest.mark.parametrize(
    ("auxiliaries", "verb", "modality"),
    [
        (("ha",), None, "factual"),
        (("avrebbe",), None, "reported"),
        (("non", "ha"), None, "denied"),
        (("potrebbe",), INFINITIVE, "possible"),
        (("dovrebbe",), INFINITIVE, "recommended"),
        (("dovrebbe",), "arrivare arrivare VERB ROOT {h} VerbForm=Inf", "expected"),
        ((), "fornirà fornire VERB ROOT {h} VerbForm=Fin", "expected"),
        ((), "fornirebbe fornire VERB ROOT {h} VerbForm=Fin", "possible"),
    ],
)
def test_signs_in_the_verb_group(auxiliaries, verb, modality):
    reading = clause(*auxiliaries, verb=verb) if verb else clause(*auxiliaries)
    assert reading.modality == modality


def test_a_condition_is_possible_and_given_as_text():
    doc = build(
        """
        Se se SCONJ mark 2
        Trump Trump PROPN nsubj 2
        vincesse vincere VERB advcl 5 VerbForm=Fin
        , , PUNCT punct 2
        Kiev Kiev PROPN nsubj 5
        tratterebbe trattare VERB ROOT 5 VerbForm=Fin
        . . PUNCT punct 5
        """
    )
    assert read_modality(doc[5]).modality == "possible"
    assert read_modality(doc[5]).condition == "Se Trump vincesse"
    assert read_modality(doc[2]).modality == "possible"


def test_what_is_denied_by_its_governor():
    doc = build(
        """
        Mosca Mosca PROPN nsubj 2
        ha avere AUX aux 2
        smentito smentire VERB ROOT 2 VerbForm=Part
        di di ADP mark 5
        aver avere AUX aux 5
        ceduto cedere VERB xcomp 2 VerbForm=Part
        armi arma NOUN obj 5
        . . PUNCT punct 2
        """
    )
    assert read_modality(doc[5]).modality == "denied"
    assert read_modality(doc[2]).modality == "factual"


def of_infinitive(*before: str, governor: str = "dice dire VERB ROOT 1 VerbForm=Fin") -> str:
    """ "Oslo <governor> <before> attaccare": the infinitive's modality."""
    h = 2 + len(before)
    lines = ["Oslo Oslo PROPN nsubj 1", governor]
    lines += [f"{word} {word} {'ADV' if word == 'non' else 'ADP'} mark {h}" for word in before]
    lines += ["attaccare attaccare VERB xcomp 1 VerbForm=Inf", f"Atene Atene PROPN obj {h}"]
    return read_modality(build("\n".join(lines))[h]).modality


@pytest.mark.parametrize(
    ("before", "governor", "modality"),
    [
        (("di",), "rischia rischiare VERB ROOT 1 VerbForm=Fin", "possible"),
        (("di",), "promette promettere VERB ROOT 1 VerbForm=Fin", "expected"),
        (("di",), "rifiuta rifiutare VERB ROOT 1 VerbForm=Fin", "denied"),
        (("di",), "chiede chiedere VERB ROOT 1 VerbForm=Fin", "recommended"),
        (("a", "non"), "esorta esortare VERB ROOT 1 VerbForm=Fin", "recommended"),
        (("senza",), "avanza avanzare VERB ROOT 1 VerbForm=Fin", "denied"),
        (("a",), "continua continuare VERB ROOT 1 VerbForm=Fin", "factual"),
        (("prima", "di"), "avanza avanzare VERB ROOT 1 VerbForm=Fin", "factual"),
    ],
)
def test_what_governs_an_infinitive(before, governor, modality):
    assert of_infinitive(*before, governor=governor) == modality


@pytest.mark.parametrize(
    ("auxiliaries", "verb", "modality"),
    [
        (("non", "solo", "ha"), None, "factual"),
        (("starebbe",), "fornendo fornire VERB ROOT {h} VerbForm=Ger", "reported"),
        (("non", "deve"), INFINITIVE, "recommended"),
        (("sta", "per"), INFINITIVE, "expected"),
    ],
)
def test_more_signs_in_the_verb_group(auxiliaries, verb, modality):
    reading = clause(*auxiliaries, verb=verb) if verb else clause(*auxiliaries)
    assert reading.modality == modality


def test_the_future_in_the_past():
    doc = build(
        """
        Oslo Oslo PROPN nsubj 1
        annunciò annunciare VERB ROOT 1 VerbForm=Fin
        che che SCONJ mark 4
        avrebbe avere AUX aux 4
        attaccato attaccare VERB ccomp 1 VerbForm=Part
        Atene Atene PROPN obj 4
        """
    )
    assert read_modality(doc[4]).modality == "expected"


def test_in_case_of_is_a_condition():
    doc = build(
        """
        Oslo Oslo PROPN nsubj 1
        difenderà difendere VERB ROOT 1 VerbForm=Fin
        Atene Atene PROPN obj 1
        in in ADP case 6
        caso caso NOUN fixed 3
        di di ADP fixed 3
        attacco attacco NOUN obl 1
        """
    )
    assert (read_modality(doc[1]).modality, read_modality(doc[1]).condition) == ("possible", "in caso di attacco")
    assert read_modality(doc[6]).modality == "possible"


@pytest.mark.parametrize(
    ("verb", "lemma", "modality"),
    [
        ("condanna", "condannare", "factual"),
        ("chiede", "chiedere", "recommended"),
        ("annuncia", "annunciare", "expected"),
        ("teme", "temere", "possible"),
        ("smentisce", "smentire", "denied"),
    ],
)
def test_what_a_verb_says_of_the_noun_it_governs(verb, lemma, modality):
    doc = build(
        f"""
        Oslo Oslo PROPN nsubj 1
        {verb} {lemma} VERB ROOT 1 VerbForm=Fin
        l'~ il DET det 3
        attacco attacco NOUN obj 1
        """
    )
    assert read_modality(doc[3]).modality == modality


def test_a_question_asserts_nothing():
    rows = "Oslo Oslo PROPN nsubj 1\nattaccherà attaccare VERB ROOT 1 VerbForm=Fin\nAtene Atene PROPN obj 1\n"
    assert read_modality(build(rows + "? ? PUNCT punct 1")[1]).modality == "expected"
    past = rows.replace("attaccherà", "attaccò")
    assert read_modality(build(past + "? ? PUNCT punct 1")[1]).modality == "possible"
