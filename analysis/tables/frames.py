"""From rows to checked tables, and from files back to tables."""

import json
from pathlib import Path

import pandas as pd

from analysis.tables.schemas import SCHEMAS

Tables = dict[str, pd.DataFrame]

_FRICTIONLESS = {"int64": "integer", "float64": "number", "str": "string"}
_SORTED_BY = {
    "documents": ["doc_id"],
    "actors": ["actor_id"],
    "contradictions": ["kind", "about"],
    "corrections": ["file", "line"],
}
"""Tables that are not sorted by document and span."""


def _dtype(column) -> str:
    kind = str(column.dtype)
    return kind if kind in ("int64", "float64") else "str"


def make_table(name: str, rows: list[dict]) -> pd.DataFrame:
    """Rows (one mapping each) as the table `name`: its columns in order, sorted, each row once, checked.

    Raises pandera.errors.SchemaError where a row breaks the contract.
    """
    schema = SCHEMAS[name]
    frame = pd.DataFrame(rows, columns=list(schema.columns))
    for column, spec in schema.columns.items():
        kind = _dtype(spec)
        frame[column] = frame[column].astype(kind) if kind != "str" else frame[column].fillna("").astype(str)
    by = _SORTED_BY.get(name, ["doc_id", "start", "end"])
    order = by + [column for column in frame.columns if column not in by]
    frame = frame.drop_duplicates().sort_values(order, kind="stable").reset_index(drop=True)
    return schema.validate(frame)


def write_tables(tables: Tables, folder: Path) -> None:
    """Write each table as CSV (UTF-8, RFC 4180) with `datapackage.json` beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    resources = []
    for name, schema in SCHEMAS.items():
        path = folder / f"{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as handle:
            tables[name].to_csv(handle, index=False, lineterminator="\r\n")
        fields = [
            {"name": column, "type": _FRICTIONLESS[_dtype(spec)], "description": spec.description}
            for column, spec in schema.columns.items()
        ]
        resources.append(
            {
                "name": name,
                "path": path.name,
                "profile": "tabular-data-resource",
                "encoding": "utf-8",
                "description": schema.description,
                "dialect": {"lineTerminator": "\r\n"},
                "schema": {"fields": fields, "missingValues": []},
            }
        )
    package = {"name": "scacchiere-tables", "profile": "tabular-data-package", "resources": resources}
    text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8", newline="\n")


def read_tables(folder: Path) -> Tables:
    """Read what `write_tables` wrote, checked against the schemas."""
    tables = {}
    for name, schema in SCHEMAS.items():
        dtypes = {column: _dtype(spec) for column, spec in schema.columns.items()}
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
            tables[name] = schema.validate(pd.read_csv(handle, dtype=dtypes, keep_default_na=False, na_filter=False))
    return tables
