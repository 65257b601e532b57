"""What identifies a row, and what may stand in a cell."""

import pandas as pd

from analysis.tables.schemas import SCHEMAS

ROW_IDS = {
    "documents": "doc_id",
    "actors": "actor_id",
    "statements": "statement_id",
    "events": "event_id",
    "recommendations": "recommendation_id",
    "forecasts": "forecast_id",
    "contradictions": "contradiction_id",
    "corrections": "correction_id",
}
"""The column that identifies a row, in the tables that have one."""


def fault_of(table: str, column: str, value: object) -> str:
    """Why a value cannot stand in a column, as a sentence without its subject; "" where it can."""
    spec = SCHEMAS[table].columns[column]
    kind = str(spec.dtype)
    if kind == "int64" and (not isinstance(value, int) or isinstance(value, bool)):
        return "must be a whole number"
    if kind == "float64" and (not isinstance(value, int | float) or isinstance(value, bool)):
        return "must be a number"
    if kind not in ("int64", "float64") and not isinstance(value, str):
        return "must be text"
    for check in spec.checks:
        if not check(pd.Series([value])).check_passed:
            allowed = check.statistics.get("allowed_values")
            return f"must be one of {', '.join(allowed)}" if allowed else "lies outside the range"
    return ""
