"""How much material a dossier holds, and which indices it is too little for."""

from collections.abc import Mapping
from functools import lru_cache

import pandas as pd
from pydantic import Field, field_validator

from analysis.actors.yardsticks import Label, Strict, read_yardstick
from analysis.extraction.source_groups import UNNAMED
from analysis.tables import Tables

LEAST_ORIGINS = 3
QUANTITIES = ("origins", "actors", "ties", "triangles", "incidents", "statements", "positions", "periods")
"""What an index may need. Ties are directed pairs of actors with a weight above 0."""


class IndexMaterial(Strict):
    """One index: the least of each quantity that it needs, and why."""

    id: str = Field(pattern=r"^[a-z-]+$")
    name: Label
    least: dict[str, int]
    reason: Label

    @field_validator("least")
    @classmethod
    def _known(cls, least: dict[str, int]) -> dict[str, int]:
        unknown = sorted(set(least) - set(QUANTITIES))
        if unknown or min(least.values(), default=0) < 1:
            raise ValueError(f"numbers above 0 of: {', '.join(QUANTITIES)}")
        if least.get("origins", 0) < LEAST_ORIGINS:
            raise ValueError(f"an index needs at least {LEAST_ORIGINS} origins")
        return least


class Materials(Strict):
    """`index_material.yaml`."""

    id: str
    quantities: dict[str, Label]
    indices: tuple[IndexMaterial, ...]

    @field_validator("quantities")
    @classmethod
    def _all_named(cls, quantities: dict[str, Label]) -> dict[str, Label]:
        if sorted(quantities) != sorted(QUANTITIES):
            raise ValueError(f"a name for each of {', '.join(QUANTITIES)}, and no other")
        return quantities

    @field_validator("indices")
    @classmethod
    def _once(cls, indices: tuple[IndexMaterial, ...]) -> tuple[IndexMaterial, ...]:
        if len({index.id for index in indices}) != len(indices):
            raise ValueError("an identifier stands twice")
        return indices


@lru_cache(maxsize=1)
def index_materials() -> Materials:
    """What each index needs, as `index_material.yaml` says."""
    return Materials.model_validate(read_yardstick("index_material"))


def material_of(tables: Tables, dyad_table: pd.DataFrame | None = None) -> dict[str, int]:
    """What a dossier holds: origins, incidents, statements; with `dyad_table` (see `dyads`) also actors and ties.

    Only what is given is counted: further quantities (triangles, positions, periods) are added by who knows them.
    """
    events = tables["events"]
    held = {
        "origins": len(set(origins_of(tables["documents"])) - {""}),
        "incidents": events["incident_id"].nunique(),
        "statements": int((tables["statements"]["speaker_id"] != "").sum()),
    }
    if dyad_table is not None:
        live = dyad_table[dyad_table["cooperation_weighted"] + dyad_table["conflict_weighted"] > 0]
        held |= {"actors": len({*live["source"], *live["target"]}), "ties": len(live)}
    return held


def withheld(index: str, material: Mapping[str, int], language: str = "it") -> str:
    """Why an index is not given: a plain sentence, or "" where the material suffices.

    `index`: an identifier of `index_material.yaml`; `material`: quantity to how much there is. Raises ValueError where
    the index is unknown or a quantity that it needs is not in `material`.
    """
    known = {entry.id: entry for entry in index_materials().indices}
    if index not in known:
        raise ValueError(f"no such index: {index}; known: {', '.join(sorted(known))}")
    entry = known[index]
    missing = sorted(set(entry.least) - set(material))
    if missing:
        raise ValueError(f"{index} needs to know: {', '.join(missing)}")
    names = index_materials().quantities
    short = [(name, least) for name, least in entry.least.items() if material[name] < least]
    if not short:
        return ""
    at_least, not_given = ("almeno", "non si calcola") if language == "it" else ("at least", "not computed")
    counts = ", ".join(f"{getattr(names[name], language)} {material[name]} ({at_least} {n})" for name, n in short)
    return f"{getattr(entry.name, language)}: {not_given}; {counts}. {getattr(entry.reason, language)}"


def origins_of(documents: pd.DataFrame) -> list[str]:
    """Each document's source group, "" where neither its origin nor its source is named.

    Documents of one origin and copies of one text share a group (`extraction.source_groups`): they are one source.
    """
    return ["" if group.startswith(UNNAMED) else group for group in documents["source_group"]]


def enough_material(documents: pd.DataFrame, least: int = LEAST_ORIGINS, language: str = "it") -> tuple[bool, str]:
    """Whether a dossier rests on enough independent origins for indices, and the sentence that says so.

    Origins as `origins_of` gives them; documents that name none count as none.
    """
    origins = origins_of(documents)
    unnamed, count = origins.count(""), len(set(origins) - {""})
    enough = count >= least
    if language == "it":
        text = (
            f"Origini indipendenti: {count}; documenti senza origine: {unnamed}. Gli indici ne chiedono almeno {least}"
        )
        return enough, text + (" e sono calcolati." if enough else ": qui non sono mostrati.")
    text = f"Independent origins: {count}; documents without one: {unnamed}. Indices need at least {least}"
    return enough, text + (" and are given." if enough else ": none are shown here.")
