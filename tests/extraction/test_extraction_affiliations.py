import pytest
import spacy

from analysis.extraction.affiliations import find_affiliations
from analysis.extraction.names import link_names
from analysis.registry import load_registry

NLP = spacy.blank("it")
REGISTRY = load_registry()


def affiliations(text, entities, published="2024-06-16"):
    doc = NLP.make_doc(text)
    doc.ents = [doc.char_span(text.index(words), text.index(words) + len(words), label) for words, label in entities]
    links = link_names(doc, REGISTRY, published)
    rows = find_affiliations(doc, links, REGISTRY, published, "prova")
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
        ("Lo dice Ada Bruni dell'Istituto Prova.", [("Istituto Prova", "ORG")], "org:istituto-prova"),
        ("Parla Ada Bruni (direttrice del centro studi Prova).", [], "org:centro-studi-prova"),
    ],
)
def test_apposition(text, entities, org):
    found, links = affiliations(text, [("Ada Bruni", "PER"), *entities])
    assert found == {("person:ada-bruni", org)}
    assert links.state_of("person:ada-bruni") == (org if len(org) == 3 else "person:ada-bruni")


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
