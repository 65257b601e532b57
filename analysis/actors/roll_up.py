"""For whom persons and organs of government act, as far as the tables say; who works somewhere stays himself."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from analysis.registry import kind_of
from analysis.tables import Tables

ACTING = ("office:", "role:before", "role:after", "role:led-by", "role:government", "role:of-person")
"""Beginnings of the rules that give somebody an office, not a place of work."""
WORKING = ("role:before-work",)


def acts_for(tables: Tables, acting: Mapping[str, str] | None = None) -> dict[str, str]:
    """Person or organ to the state or body for which it acts; who acts for himself is missing.

    What counts, in this order: the analyst's word or the registry's (`acting`: `Registry.acting`); the states of
    the table `events`; an office in the table `affiliations`. Where the rows name several states, the one that
    strictly most of them name; where none leads, nobody. Scholars, media, companies, parties and groups act for
    themselves: an affiliation by which somebody works somewhere (`role:presso` …) never rolls up, nor does a country.
    """
    events = tables["events"]
    in_events, in_offices = defaultdict(Counter), defaultdict(Counter)
    for side in ("source", "target"):
        for actor, state in zip(events[f"{side}_id"], events[f"{side}_state"], strict=True):
            if actor and state and actor != state:
                in_events[actor][state] += 1
    bodies = tables["affiliations"]
    for person, org, rule in zip(bodies["person_id"], bodies["org_id"], bodies["rule_id"], strict=True):
        if _is_office(rule) and kind_of(org) in ("state", "igo"):
            in_offices[person][org] += 1
    found = {}
    for known in (in_offices, in_events):
        found |= {actor: top for actor, states in known.items() if (top := _leading(states))}
    found |= acting or {}
    return {actor: found[actor] for actor in sorted(found) if not actor.startswith("group:")}


def _is_office(rule: str) -> bool:
    return rule.startswith(ACTING) and rule not in WORKING


def _leading(states: Counter) -> str:
    ranked = states.most_common(2)
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else ""
