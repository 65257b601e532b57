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
