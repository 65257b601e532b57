import re
from types import SimpleNamespace

import pytest
import yaml

from analysis.errors import InputError
from analysis.paths import REGISTRY
from analysis.registry import kind_of, load_registry


@pytest.fixture(scope="module")
def registry():
    return load_registry()


def test_every_state_has_an_italian_and_an_english_name(registry):
    states = [actor for actor in registry.actors.values() if actor.kind == "state"]
    assert len(states) > 240
    assert all(state.name and state.name_en and re.fullmatch("[A-Z]{3}", state.id) for state in states)


@pytest.mark.parametrize(
    ("identifier", "name"),
    [("GBR", "Gran Bretagna"), ("MMR", "Birmania"), ("CZE", "Repubblica Ceca"), ("COD", "RD Congo"),
     ("SUN", "Urss"), ("XKX", "Kosovo"), ("PSE", "Palestina"), ("TWN", "Taiwan"), ("DDR", "Germania Est")],
)  # fmt: skip
def test_states_go_by_other_names_too(registry, identifier, name):
    actor = registry.actors[identifier]
    assert name in (actor.name, *actor.aliases)


def test_demonyms_have_all_forms(registry):
    assert {"russo", "russa", "russi", "russe"} <= set(registry.actors["RUS"].demonyms)
    assert {"polacco", "polacca", "polacchi", "polacche"} <= set(registry.actors["POL"].demonyms)
    assert {"greco", "greci", "greche"} <= set(registry.actors["GRC"].demonyms)


def test_no_demonym_capital_or_alias_belongs_to_two_states(registry):
    seen: dict[str, str] = {}
    for actor in registry.actors.values():
        if actor.kind != "state":
            continue
        for name in {actor.name, *actor.aliases, *actor.demonyms, *actor.capitals}:
            assert seen.setdefault(name, actor.id) == actor.id, name


def test_office_holders_change_with_the_day(registry):
    held = [office.person_id for office in registry.holders("USA", "presidente", "2024-06-16")]
    assert held == ["person:joe-biden"]
    assert [o.person_id for o in registry.holders("USA", "Presidente", "2025-06-16")] == ["person:donald-trump"]
    assert registry.holders("USA", "presidente", "") == []


def test_terms_of_one_office_do_not_overlap(registry):
    for one in registry.offices:
        for other in registry.offices:
            if one.id < other.id and (one.org, one.office) == (other.org, other.office):
                assert (one.to and one.to <= other.from_) or (other.to and other.to <= one.from_), (one.id, other.id)


def test_entries_of_a_dossier_add_and_correct(registry):
    new = SimpleNamespace(id="org:prova", name="Istituto Prova", kind="org", country="ITA", aliases=["Prova"])
    russia = SimpleNamespace(id="RUS", name="Federazione", aliases=["la Federazione"])
    more = registry.with_entries([new, russia])
    assert more.actors["org:prova"].aliases == ("Prova",)
    assert more.actors["RUS"].name == "Federazione" and "Russia" in more.actors["RUS"].aliases
    assert registry.actors["RUS"].name == "Russia"


def test_kinds_follow_the_identifier():
    assert [kind_of(i) for i in ("RUS", "igo:un", "person:x-y", "group:esperti")] == ["state", "igo", "person", "group"]


def test_an_unknown_key_is_refused(tmp_path):
    for path in REGISTRY.glob("*.yaml"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    bodies = yaml.safe_load((tmp_path / "bodies.yaml").read_text(encoding="utf-8"))
    bodies["bodies"][0]["nickname"] = "x"
    (tmp_path / "bodies.yaml").write_text(yaml.safe_dump(bodies), encoding="utf-8")
    with pytest.raises(InputError, match="nickname"):
        load_registry(tmp_path)
