"""How many independent voices stand behind something: a position, a recommendation, a tone.

One source is not two: a person and the body he acts for are one voice, colleagues of one body are one, unnamed groups
("gli esperti") and headlines are none, and nobody's voice becomes that of the state he comes from.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.actors.roll_up import acts_for
from analysis.extraction.source_groups import UNNAMED
from analysis.registry import kind_of
from analysis.tables import Tables

VOICES = ("state", "igo", "org", "person")
"""Kinds of actors that have a voice of their own; a group has no name, a place does not speak."""
HEADING = 20
"""Code points that may stand before a title at the head of a text (a marker, a rubric)."""


@dataclass(frozen=True)
class Ground:
    """What independence is judged by; made once per dossier by `ground_of`.

    bodies: voice to the states, bodies and organisations it acts for or works at. kinds: of actors. origins: doc_id to
    source group, "" where the document names none. titles: of documents.
    """

    bodies: Mapping[str, frozenset[str]]
    kinds: Mapping[str, str]
    origins: Mapping[str, str]
    titles: Mapping[str, str]


@dataclass(frozen=True)
class Support:
    """Who stands behind some rows.

    voices: those counted, sorted. folded: voice to the counted voice or body that it adds nothing to. uncounted: how
    many rows add none, since nobody is named or they stand in a headline. origins: the independent sources that the
    counted rows come from, sorted; one source that quotes three voices is still one source.
    """

    voices: tuple[str, ...]
    folded: Mapping[str, str]
    uncounted: int
    origins: tuple[str, ...]

    @property
    def count(self) -> int:
        """Number of independent named voices."""
        return len(self.voices)


def ground_of(tables: Tables, acting: Mapping[str, str] | None = None) -> Ground:
    """What `independent_support` needs to know of a dossier. `acting`: `Registry.acting`, or nothing."""
    above = acts_for(tables, acting)
    bodies: dict[str, set[str]] = {actor: {state} for actor, state in above.items()}
    documents, actors, people = tables["documents"], tables["actors"], tables["affiliations"]
    kinds = dict(zip(actors["actor_id"], actors["kind"], strict=True))
    for person, org in zip(people["person_id"], people["org_id"], strict=True):
        # a state beside a place of work is not for whom somebody speaks: `acts_for` says which states count
        if kinds.get(org, kind_of(org)) == "org":
            bodies.setdefault(person, set()).add(org)
    groups = ["" if group.startswith(UNNAMED) else group for group in documents["source_group"]]
    return Ground(
        {actor: frozenset(found) for actor, found in sorted(bodies.items())},
        kinds,
        dict(zip(documents["doc_id"], groups, strict=True)),
        dict(zip(documents["doc_id"], documents["title"], strict=True)),
    )


def independent_support(rows: pd.DataFrame, ground: Ground) -> Support:
    """The independent named voices behind `rows`: one row per voicing, with actor_id (the voice, "" nobody), doc_id,
    end and text.

    `ground`: made once by `ground_of(tables)`. First every state, body and organisation counts, an organ as the state
    it acts for; then persons, those with the fewest bodies first, where none of their bodies is counted already. So
    a minister adds nothing to his state, nor a second scholar to the institute of the first, and a scholar, a medium
    or a company counts as itself, never as its state.
    """
    counted_rows = [
        (actor, doc_id)
        for actor, doc_id, end, text in zip(rows["actor_id"], rows["doc_id"], rows["end"], rows["text"], strict=True)
        if ground.kinds.get(actor, kind_of(actor) if actor else "") in VOICES
        and not _in_headline(text, end, ground.titles.get(doc_id, ""))
    ]
    named = {actor for actor, _ in counted_rows}
    taken: dict[str, str] = {}
    folded: dict[str, str] = {}
    for actor in sorted(named, key=lambda actor: _rank(actor, ground)):
        bodies = sorted(ground.bodies.get(actor, ())) or [actor]
        above = next((taken[body] for body in (actor, *bodies) if body in taken), "")
        if above:
            folded[actor] = above
        else:
            taken |= dict.fromkeys([actor, *bodies], actor)
    origins = {ground.origins.get(doc_id, "") for _, doc_id in counted_rows} - {""}
    voices = tuple(sorted(set(taken.values())))
    return Support(voices, dict(sorted(folded.items())), len(rows) - len(counted_rows), tuple(sorted(origins)))


def _rank(actor: str, ground: Ground) -> tuple:
    """States and bodies before organs, organs before persons, persons with few bodies before those with many."""
    bodies = ground.bodies.get(actor, ())
    return ground.kinds.get(actor, kind_of(actor)) == "person", len(bodies), actor


def _in_headline(text: str, end: int, title: str) -> bool:
    """Whether the words are the title's and stand at the head of the text."""
    return bool(title) and end <= len(title) + HEADING and " ".join(text.split()) in " ".join(title.split())
