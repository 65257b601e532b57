import pytest
import spacy
from spacy.tokens import Doc, Span

from analysis.extraction.names import link_names
from analysis.language.words import read_words
from analysis.registry import load_registry

NLP = spacy.blank("it")
REGISTRY = load_registry()


def linked(text, published="2024-06-16", entities=(), kinds=("name",)):
    doc = NLP.make_doc(text)
    doc.ents = [doc.char_span(text.index(words), text.index(words) + len(words), label) for words, label in entities]
    links = link_names(read_words(doc), REGISTRY, published)
    return {doc[link.start : link.end].text: link.actor_id for link in links.all if link.kind in kinds}


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        (
            "Il Consiglio di Sicurezza delle Nazioni Unite tace",
            "Consiglio di Sicurezza delle Nazioni Unite",
            "igo:unsc",
        ),
        ("La Gran Bretagna tace", "Gran Bretagna", "GBR"),
        ("La Corea del Nord tace", "Corea del Nord", "PRK"),
        ("L'Ue tace", "Ue", "igo:eu"),
        ("Parla Sergej Šojgu", "Sergej Šojgu", "person:sergei-shoigu"),
        ("Parla Kim Jong-un", "Kim Jong-un", "person:kim-jong-un"),
        ("Parla Erdoğan", "Erdoğan", "person:recep-tayyip-erdogan"),
        ("L'Unione Sovietica cadde", "Unione Sovietica", "SUN"),
        ("Il Cremlino tace", "Cremlino", "RUS"),
        ("Lo scrive il Washington Post di oggi", "Washington Post", "org:washington-post"),
    ],
)
def test_registry_names(text, name, actor):
    assert linked(text).get(name) == actor


@pytest.mark.parametrize(
    ("text", "city", "actor"),
    [
        ("Oggi Ankara ha protestato", "Ankara", "TUR"),
        ("I colloqui tra Ankara e Atene", "Atene", "GRC"),
        ("L'attacco da parte di Teheran", "Teheran", "IRN"),
        ("Il governo chiede a Teheran una tregua", "Teheran", "IRN"),
        ("La fornitura di armi a Teheran", "Teheran", "IRN"),
        ("Il ministro è arrivato a Teheran per il vertice", "Teheran", ""),
        ("Si sono incontrati a Washington ieri", "Washington", ""),
        ("È nato a Parigi da genitori greci", "Parigi", ""),
        ("Tornato da Parigi, tace", "Parigi", ""),
        ("L'aeroporto di Parigi", "Parigi", ""),
        ("PARIGI – Il presidente tace", "PARIGI", ""),
    ],
)
def test_capitals_are_governments_but_not_as_places(text, city, actor):
    assert linked(text)[city] == actor


def test_a_city_after_its_noun_is_a_place():
    assert linked("Si sono chiusi nella capitale Varsavia") == {"Varsavia": ""}
    assert linked("La presa di Kabul") == {"Kabul": ""}


@pytest.mark.parametrize("text", ["Le navi a Port Moresby", "Nel Golfo di Guinea", "Gli accordi di Oslo", "Lago Ciad"])
def test_places_that_hold_a_state_name_are_no_actors(text):
    assert not any(linked(text).values())


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Parla Sergej Shojgu", "person:sergei-shoigu"),
        ("Parla Volodymyr Zelens'kyj", "person:volodymyr-zelensky"),
        ("Parla Aleksandar Vucic", "person:aleksandar-vucic"),
        ("Parla Kim Jong Un", "person:kim-jong-un"),
        ("Parla Xi Jin-ping", "person:xi-jinping"),
        ("Parla Abdelfattah el-Sisi", "person:abdel-fattah-al-sisi"),
        ("Parla Mohammad bin Salman", "person:mohammed-bin-salman"),
    ],
)
def test_spellings_of_one_name(text, person):
    assert (list(linked(text).values()) or [""])[0] == person


def test_names_do_not_cross_punctuation():
    assert "Ban, Ki-moon" not in linked("Tace Ban, Ki-moon parla")


def test_demonyms_are_no_names():
    assert linked("Le truppe russe e la flotta cinese") == {}
    assert linked("La flotta cinese", kinds=("demonym",)) == {"cinese": "CHN"}


def test_surname_follows_the_full_name():
    text = "Parla Ada Bruni, storica. Poi Bruni tace; Carlo Bruni no."
    found = linked(text, entities=[("Ada Bruni", "PER"), ("Carlo Bruni", "PER")])
    assert found == {"Ada Bruni": "person:ada-bruni", "Bruni": "person:ada-bruni", "Carlo Bruni": "person:carlo-bruni"}


def test_surname_of_the_unknown_stays_unlinked():
    assert linked("Duda tace") == {}
    assert linked("Il presidente Duda tace") == {"Duda": "person:andrzej-duda"}
    assert linked("Putin tace") == {"Putin": "person:vladimir-putin"}


def test_an_office_is_the_person_of_that_day():
    def office(day):
        return linked("Tace il presidente statunitense", day, kinds=("office",))

    assert office("2024-06-16") == {"presidente statunitense": "person:joe-biden"}
    assert office("2025-06-16") == {"presidente statunitense": "person:donald-trump"}
    assert office("") == {}


def test_a_former_office_is_nobodys():
    assert linked("Tace l'ex presidente statunitense", kinds=("office", "description")) == {}


def test_an_organ_stands_for_its_state():
    assert linked("Il governo moldavo tace", kinds=("description",)) == {"governo moldavo": "MDA"}


def test_ambiguous_names_need_a_cue():
    assert linked("Il Congo tace") == {"Congo": ""}
    assert linked("Il Congo tace, Kinshasa protesta")["Congo"] == "COD"
    assert linked("La Corea tace, Seul protesta")["Corea"] == "KOR"
    assert linked("La Corea tace tra Seul e Pyongyang")["Corea"] == ""


def test_ambiguous_names_say_so():
    def rule(text):
        doc = NLP.make_doc(text)
        return next(
            link.rule_id for link in link_names(read_words(doc), REGISTRY, "2024-06-16").all if link.kind == "name"
        )

    assert rule("Il Congo tace") == "ambiguous:congo:COD+COG"
    assert rule("Il Congo tace a Kinshasa") == "ambiguous:congo=COD"


def test_names_inside_organisations_belong_to_them():
    found = linked("Insegna all'Università di Parigi Ovest", entities=[("Università di Parigi Ovest", "ORG")])
    assert found == {"Università di Parigi Ovest": "org:universita-di-parigi-ovest"}


def test_an_institute_sits_where_its_lone_name_says_whatever_the_recogniser_calls_it():
    text = "Insegna all'Università tecnica di Morano"
    found = linked(text, entities=[("Università tecnica", "ORG"), ("Morano", "PER")])
    assert found == {"Università tecnica di Morano": "org:universita-tecnica-di-morano"}
    two = linked("Parla del Comitato di Ada Bruni", entities=[("Ada Bruni", "PER")])
    assert two == {"Ada Bruni": "person:ada-bruni"}


def test_short_names_need_the_full_one():
    assert "Alleanza" not in linked("Così l'Alleanza tace")
    assert linked("La Nato parla. Così l'Alleanza tace")["Alleanza"] == "igo:nato"


def test_only_government_rolls_up():
    doc = NLP.make_doc("Parla Vladimir Putin. Parla Gazprom. Parla Ada Bruni, direttrice dell'Istituto Prova.")
    doc.ents = [Span(doc, i, j, label=label) for i, j, label in _spans(doc)]
    links = link_names(read_words(doc), REGISTRY, "2024-06-16")
    assert links.state_of("person:vladimir-putin") == "RUS"
    assert links.state_of("org:gazprom") == "org:gazprom"
    assert links.state_of("person:ada-bruni") == "person:ada-bruni"
    assert links.state_of("org:duma") == "RUS"


def _spans(doc: Doc):
    text = doc.text
    for words, label in (("Ada Bruni", "PER"), ("Istituto Prova", "ORG")):
        span = doc.char_span(text.index(words), text.index(words) + len(words))
        yield span.start, span.end, label


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lo dice l'Istituto danese di studi polari.", "Istituto danese di studi polari"),
        ("Lo dice il Centro Prova per gli studi artici.", "Centro Prova per gli studi artici"),
        ("Lo dice il Fronte per la liberazione nazionale.", "Fronte per la liberazione nazionale"),
        ("Lo dice il Consiglio di sicurezza nazionale.", "Consiglio di sicurezza nazionale"),
        ("Lo dice il Partito dei contadini.", "Partito dei contadini"),
        ("Insegna all'università di Groninga da anni.", "università di Groninga"),
        ("Lo dice il Prova Institute for Arctic Studies di Oslo.", "Prova Institute for Arctic Studies"),
        ("Lo dice il think tank Prova.", "think tank Prova"),
        ("Lo dice il ministero degli Esteri.", "ministero degli Esteri"),
    ],
)
def test_organisations_by_their_head_noun(text, name):
    assert linked(text).get(name, "").startswith("org:")


@pytest.mark.parametrize(
    "text", ["Il governo tace.", "Il consiglio di ieri", "La Commissione tace.", "Un gruppo di persone"]
)
def test_a_head_noun_alone_is_no_name(text):
    assert linked(text) == {}


def test_a_person_is_no_part_of_a_council():
    found = linked("Il presidente del Consiglio Ada Bruni tace", entities=[("Ada Bruni", "PER")])
    assert found == {"Ada Bruni": "person:ada-bruni"}


def test_ministries_of_two_states_are_two():
    doc = NLP.make_doc("Il ministero degli Esteri danese tace. Parla il ministero degli Esteri di Oslo.")
    links = link_names(read_words(doc), REGISTRY, "2024-06-16")
    organs = [link.actor_id for link in links.all if link.label == "ORG"]
    assert [links.state_of(actor) for actor in organs] == ["DNK", "NOR"]


def test_short_forms():
    found = linked("Parla la Lega Prova Marina. Poi la LPM e il Brunn Institute; il Brunn tace.")
    assert found["LPM"] == "org:lega-prova-marina"
    assert found["Brunn"] == "org:brunn-institute"


def test_by_names_and_single_names():
    text = "Parla Ada Bruni, detta Volpe. Poi Volpe tace e il patriarca Teofilo risponde."
    found = linked(text, entities=[("Ada Bruni", "PER")])
    assert found["Volpe"] == "person:ada-bruni"
    assert found["Teofilo"] == "person:teofilo"


def test_a_part_of_a_body_needs_the_body():
    assert linked("La Commissione tace") == {}
    assert linked("Parla l'Ue: la Commissione tace")["Commissione"] == "igo:european-commission"
