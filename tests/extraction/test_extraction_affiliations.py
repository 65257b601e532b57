import pytest
import spacy

from analysis.extraction.affiliations import find_affiliations
from analysis.extraction.names import link_names
from analysis.language.words import read_words
from analysis.registry import load_registry

NLP = spacy.blank("it")
REGISTRY = load_registry()


def affiliations(text, entities, published="2024-06-16"):
    doc = NLP.make_doc(text)
    doc.ents = [doc.char_span(text.index(words), text.index(words) + len(words), label) for words, label in entities]
    links = link_names(words := read_words(doc), REGISTRY, published)
    rows = find_affiliations(words, links, REGISTRY, published, "prova")
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)
    return {(row["person_id"], row["org_id"]) for row in rows}, links


@pytest.mark.parametrize(
    ("text", "entities", "org"),
    [
        ("Parla il ministro dell'Ambiente danese Ada Bruni.", [], "DNK"),
        ("Parla il ministro dell'Ambiente danese, Ada Bruni.", [], "DNK"),
        ("Parla Ada Bruni, ministra dell'Ambiente danese.", [], "DNK"),
        ("Parla il leader norvegese Ada Bruni.", [], "NOR"),
        ("Parla l'ambasciatore della Norvegia Ada Bruni.", [], "NOR"),
        ("Parla Ada Bruni, storica presso l'Istituto Prova.", [("Istituto Prova", "ORG")], "org:istituto-prova"),
        ("Parla Ada Bruni, analista dell'Istituto Prova.", [("Istituto Prova", "ORG")], "org:istituto-prova"),
        ("Parla il direttore dell'Istituto Prova, Ada Bruni.", [("Istituto Prova", "ORG")], "org:istituto-prova"),
        ("Parla il direttore dell'Istituto Prova (Ip), Ada Bruni.", [("Istituto Prova", "ORG")], "org:istituto-prova"),
        ("Lo dice Ada Bruni dell'Istituto Prova.", [("Istituto Prova", "ORG")], "org:istituto-prova"),
        ("Parla Ada Bruni (direttrice del centro studi Prova).", [], "org:centro-studi-prova"),
        ("Parla Ada Bruni, del quotidiano danese Prova.", [("Prova", "ORG")], "org:prova"),
        ("Parla Ada Bruni (Partito Prova).", [], "org:partito-prova"),
        ("Parla Ada Bruni, ex diplomatica e direttrice del centro studi Prova.", [], "org:centro-studi-prova"),
        ("Ada Bruni, che insegna storia all'Università di Groninga.", [], "org:universita-di-groninga"),
        ("Parla la Lega Prova guidata da Ada Bruni.", [], "org:lega-prova"),
        ("Parla la Lega Prova di Ada Bruni.", [], "org:lega-prova"),
        ("Per la Lega Prova parla la portavoce Ada Bruni.", [], "org:lega-prova"),
        ("Parla il presidente Usa Ada Bruni.", [], "USA"),
        ("Parla l'inviata Onu Ada Bruni.", [], "igo:un"),
        ("Parla il ministro dell'ambiente danese Ada Bruni.", [], "DNK"),
    ],
)
def test_apposition(text, entities, org):
    found, links = affiliations(text, [("Ada Bruni", "PER"), *entities])
    assert found == {("person:ada-bruni", org)}
    assert links.state_of("person:ada-bruni") == ("person:ada-bruni" if org.startswith("org:") else org)


@pytest.mark.parametrize(
    "text", ["Parla Ada Bruni.", "Parla Ada Bruni, analista russa.", "Parla l'ex ministro danese Ada Bruni."]
)
def test_none(text):
    found, links = affiliations(text, [("Ada Bruni", "PER")])
    assert found == set()
    assert links.state_of("person:ada-bruni") == "person:ada-bruni"


def test_a_bare_title_counts_with_the_office_of_the_day():
    assert affiliations("Parla il presidente Joe Biden.", [])[0] == {("person:joe-biden", "USA")}
    assert affiliations("Parla il presidente Joe Biden.", [], "2025-06-16")[0] == set()


def test_an_organ_gives_its_state_too():
    text = "Parla il portavoce del ministero degli Esteri danese, Ada Bruni."
    found, links = affiliations(text, [("Ada Bruni", "PER")])
    assert found == {("person:ada-bruni", "org:ministero-degli-esteri-danese"), ("person:ada-bruni", "DNK")}
    assert links.state_of("person:ada-bruni") == "DNK"


def test_a_bare_minister_is_of_the_text_s_state_and_acts_for_nobody():
    found, links = affiliations(
        "Tempesta in Danimarca\nTace il ministro dell'Interno Ada Bruni.", [("Ada Bruni", "PER")]
    )
    assert found == {("person:ada-bruni", "DNK")}
    assert links.state_of("person:ada-bruni") == "person:ada-bruni"


def test_another_person_s_role_is_not_taken():
    text = "Parla Ada Bruni, storica, e il presidente della Lega Prova Ugo Neri."
    found, _ = affiliations(text, [("Ada Bruni", "PER"), ("Ugo Neri", "PER")])
    assert found == {("person:ugo-neri", "org:lega-prova")}


@pytest.mark.parametrize(
    ("text", "org"),
    [
        ("Ieri parla l'omologo danese Ada Bruni.", "DNK"),
        ("Lo osserva Ada Bruni, analista dell'Istituto Prova.", "org:istituto-prova"),
    ],
)
def test_a_role_beside_a_name_makes_a_person_of_an_organisation(text, org):
    found, _ = affiliations(text, [("Ada Bruni", "ORG")])
    assert found == {("person:ada-bruni", org)}


@pytest.mark.parametrize(
    ("text", "org"),
    [
        # complements between the role and the name; the first that the role serves counts
        ("Parla il vicecapo della missione dell'Unione africana in Somalia, Ada Bruni.", "igo:au"),
        ("Parla la rappresentante permanente della Norvegia all'Onu, Ada Bruni.", "NOR"),
        ("Parla la numero due della diplomazia norvegese, Ada Bruni.", "NOR"),
        ("Parla la premier del governo di unità nazionale norvegese, Ada Bruni.", "NOR"),
        ("Parla il portavoce dell'esercito norvegese, il colonnello Ada Bruni.", "NOR"),
        ("Parla la premier ad interim della Norvegia Ada Bruni.", "NOR"),
        # after the name, past what she was
        (
            "Parla Ada Bruni, già console in Islanda e oggi consigliera scientifica del Centro Prova.",
            "org:centro-prova",
        ),
        ("Parla Ada Bruni, operatrice umanitaria del Centro Prova.", "org:centro-prova"),
        ("Parla Ada Bruni, capo delegazione della Norvegia.", "NOR"),
        ("Parla Ada Bruni, dell'esercito norvegese.", "NOR"),
        # verbs and relatives
        ("Ada Bruni, che guida la delegazione norvegese, tace.", "NOR"),
        ("Ada Bruni è la ministra degli Esteri norvegese.", "NOR"),
        ("Ada Bruni è stata nominata direttrice del Centro Prova.", "org:centro-prova"),
        ("Vince la Lega Prova, il partito di Ada Bruni.", "org:lega-prova"),
        ("Vince la Lega Prova, a cui appartiene Ada Bruni.", "org:lega-prova"),
        # a title alone takes the state around it
        ("La Norvegia tace, ha fatto sapere la ministra degli Esteri, Ada Bruni.", "NOR"),
        ("La Norvegia tace. In Norvegia il capo dello Stato, Ada Bruni, prega.", "NOR"),
    ],
)
def test_roles_to_the_end_of_their_phrase(text, org):
    found, _ = affiliations(text, [("Ada Bruni", "PER")])
    assert found == {("person:ada-bruni", org)}


@pytest.mark.parametrize(
    "text",
    [
        "Parla la moglie del presidente danese, Ada Bruni.",
        "Parla Ada Bruni, rivale del presidente danese.",
        "Parla la leader dell'opposizione danese Ada Bruni.",
        "Parla Ada Bruni, nata in Danimarca.",
        "Parla la presidente della federazione calcistica danese Ada Bruni.",
        "Ada Bruni è stata ministra degli Esteri danese.",
    ],
)
def test_no_role_of_one_s_own(text):
    assert affiliations(text, [("Ada Bruni", "PER")])[0] == set()


def test_titles_of_several_are_dealt_out():
    people = [("Ada Bruni", "PER"), ("Ugo Neri", "PER")]
    want = {("person:ada-bruni", "NOR"), ("person:ugo-neri", "DNK")}
    for text in (
        "Parlano i presidenti di Norvegia e Danimarca, Ada Bruni e Ugo Neri.",
        "Parlano Ada Bruni e Ugo Neri, premier di Norvegia e Danimarca.",
    ):
        assert affiliations(text, people)[0] == want


def test_a_possessive_takes_whom_the_subject_serves():
    text = "Il segretario generale dell'Onu Ugo Neri tace; il suo inviato per lo Yemen, Ada Bruni, è atteso."
    found, _ = affiliations(text, [("Ugo Neri", "PER"), ("Ada Bruni", "PER")])
    assert ("person:ada-bruni", "igo:un") in found


def test_names_that_only_a_role_or_a_kind_gives_away():
    found, links = affiliations("Parla la vicepresidente della Commissione europea Ada Bruni.", [])
    assert found == {("person:ada-bruni", "igo:european-commission")}
    _, links = affiliations("Lo scrive il quotidiano danese «Alfa Beta».", [])
    assert "org:alfa-beta" in {link.actor_id for link in links.all}
    _, links = affiliations("Parla un'editorialista di Gamma Delta.", [])
    assert "org:gamma-delta" in {link.actor_id for link in links.all}
