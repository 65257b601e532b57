from extraction_documents import build

from analysis.extraction.event_dates import date_of, times_of
from analysis.extraction.triggers import triggers_in

TWO_CLAUSES = """
Oslo Oslo PROPN nsubj 1
invase invadere VERB ROOT 1 VerbForm=Fin
Atene Atene PROPN obj 1
nel in ADP case 4
1920 1920 NUM obl 1
e e CCONJ cc 6
bombardò bombardare VERB conj 1 VerbForm=Fin
Berna Berna PROPN obj 6
nel in ADP case 9
1930 1930 NUM obl 6
"""
PARTICIPLE = """
L'~ il DET det 1
invasione invasione NOUN nsubj 5
cominciata cominciare VERB acl 1 VerbForm=Part
nel in ADP case 4
1920 1920 NUM obl 2
continua continuare VERB ROOT 5 VerbForm=Fin
"""


def dates_of(rows):
    doc = build(rows)
    sentence = doc.sents[0]
    times = [{"start": t.idx, "end": t.idx + 4, "value": t.text} for t in doc if t.text.isdigit()]
    triggers = triggers_in(sentence)
    owned = times_of(sentence, times, triggers)
    return [date_of(trigger, owned) for trigger in triggers]


def test_each_clause_has_its_own_time():
    assert dates_of(TWO_CLAUSES) == ["1920", "1930"]


def test_the_time_of_a_noun_s_participle():
    assert dates_of(PARTICIPLE) == ["1920"]


def test_no_time_no_date():
    assert dates_of("Oslo Oslo PROPN nsubj 1\ninvase invadere VERB ROOT 1 VerbForm=Fin") == [""]


SCENE = """
nel in ADP case 1
1920 1920 NUM obl 2
andò andare VERB ROOT 2 VerbForm=Fin
a a ADP case 4
Oslo~ Oslo PROPN obl 2
, , PUNCT punct 8
{relative}
invase invadere VERB acl:relcl 2 VerbForm=Fin
Kiev Kiev PROPN obj {verb}
"""


def relative_date(words):
    return dates_of(SCENE.format(relative=words, verb=7).replace("punct 8", "punct 7"))[-1]


def test_a_relative_clause_goes_on_with_the_scene_of_its_verb():
    assert relative_date("dove dove ADV advmod 7") == "1920"
    assert relative_date("che che PRON nsubj 7") == ""


def test_an_anniversary_does_not_date_what_it_recalls():
    dates = dates_of("""
Nel in ADP case 1
1930 1930 NUM obl 7
, , PUNCT punct 1
nell'~ in ADP case 4
anniversario anniversario NOUN obl 7
dell'~ di ADP case 6
invasione invasione NOUN nmod 4
bombardò bombardare VERB ROOT 7 VerbForm=Fin
Berna Berna PROPN obj 7
""")
    assert dates == ["", "1930"]
