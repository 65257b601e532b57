"""Papermill runs, the report's folder, its verification and comparison. Loaded when used: the command line is quick."""

_WHERE = {"run_report": "report", "verify_report": "verify", "what_changed": "verify", "compare_reports": "compare"}

__all__ = ["compare_reports", "run_report", "verify_report", "what_changed"]


def __getattr__(name: str):
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
