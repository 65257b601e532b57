import re

from analysis.briefing.page import brief_html
from analysis.briefing.wording import load_wording

PAYLOAD = "<script>alert(1)</script>&\"'<img src=x onerror=y>"


def brief(**change):
    from analysis.briefing.compose import Brief, Evidence, Section, Sentence

    parts = {
        "title": PAYLOAD,
        "header": PAYLOAD,
        "handling": PAYLOAD,
        "sections": (Section(PAYLOAD, (Sentence(PAYLOAD, ("ev-1", "st-1")),)),),
        "evidence": (Evidence("ev-1", "doc", PAYLOAD, PAYLOAD, PAYLOAD), Evidence("st-1", "doc", "", "x", "")),
        "wording": load_wording("it"),
    }
    return Brief(**(parts | change))


def test_no_markup_of_a_text_survives():
    page = brief_html(brief())
    assert "<script" not in page and "<img" not in page
    assert page.count("&lt;script&gt;") == 8


def test_every_reference_leads_to_its_evidence():
    page = brief_html(brief())
    assert (
        re.findall(r'href="#(evidence-\d+)"', page)
        == re.findall(r'id="(evidence-\d+)"', page)
        == [
            "evidence-1",
            "evidence-2",
        ]
    )


def test_every_text_exists_in_both_languages():
    words = load_wording("en").words
    for key in ("sentences", "sections"):
        assert all(set(entry) == {"it", "en"} for entry in words[key].values()), key
    italian = {key: set(re.findall(r"{(\w+)}", entry["it"])) for key, entry in words["sentences"].items()}
    english = {key: set(re.findall(r"{(\w+)}", entry["en"])) for key, entry in words["sentences"].items()}
    assert italian == english
