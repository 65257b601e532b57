"""Common ground: the contract's tables as schemas, their identifiers, reading and writing them."""

from analysis.tables.cells import ROW_IDS, fault_of
from analysis.tables.checks import check_rows, faults
from analysis.tables.frames import Tables, make_table, read_tables, write_tables
from analysis.tables.identifiers import join_ids, row_id, slug, split_ids
from analysis.tables.schemas import ACTOR_COLUMNS, EVENT_TYPES, KINDS, MODALITIES, SCHEMAS

__all__ = [
    "ACTOR_COLUMNS",
    "EVENT_TYPES",
    "KINDS",
    "MODALITIES",
    "ROW_IDS",
    "SCHEMAS",
    "Tables",
    "check_rows",
    "fault_of",
    "faults",
    "join_ids",
    "make_table",
    "read_tables",
    "row_id",
    "slug",
    "split_ids",
    "write_tables",
]
