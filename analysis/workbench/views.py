"""Tables, texts and figures as a notebook shows them. Article text is untrusted: all of it is escaped."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

import pandas as pd

from analysis.briefing import Brief, brief_html
from analysis.dossier import correction_problems
from analysis.errors import sorted_problems
from analysis.registry import load_registry
from analysis.style import FigureView, save_figure
from analysis.tables import Tables
from analysis.workbench.columns import SHOWN
from analysis.workbench.step import Step


@dataclass(frozen=True)
class Html:
    """A piece of HTML of our own making, with a plain text beside it."""

    html: str
    text: str

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.text}


def show_table(frame: pd.DataFrame, columns: list[str] | None = None, rows: int = 12) -> Html:
    """The first `rows` rows, escaped, with a line that says how many there are."""
    shown = (frame[columns] if columns else frame).head(rows)
    note = f"{len(shown)} of {len(frame)} rows" if len(frame) > len(shown) else f"{len(frame)} rows"
    table = shown.to_html(index=False, escape=True, border=0, na_rep="", justify="left")
    return Html(f"{table}<p><small>{note}</small></p>", note)


def show_counts(tables: Tables) -> Html:
    """How many rows each table has."""
    return show_table(pd.DataFrame([{"table": name, "rows": len(frame)} for name, frame in tables.items()]), rows=20)


def everybody(step: Step) -> pd.DataFrame:
    """The table `actors`, and after it whom only the registry or actors.yaml knows: names for the analyst's entries."""
    known = set(step.tables["actors"]["actor_id"])
    registry = load_registry().with_entries(step.dossier.actors)
    others = [
        {"actor_id": a.id, "name": a.name, "kind": a.kind, "country": a.country, "wikidata": a.wikidata}
        for a in registry.actors.values()
        if a.id not in known
    ]
    more = pd.DataFrame(others, columns=["actor_id", "name", "kind", "country", "wikidata"])
    return pd.concat([step.tables["actors"], more.assign(mentions=0, documents=0)], ignore_index=True)


def titled(frame: pd.DataFrame, titles: Mapping[str, str], shown: str = "") -> pd.DataFrame:
    """The frame with names instead of identifiers: in its index, its columns, and cells that are one or several of them
    (joined by "|"). `shown`: a key of `columns.SHOWN`, to keep only these columns.
    """
    frame = frame[list(SHOWN[shown])] if shown else frame
    renamed = frame.rename(index=dict(titles), columns=dict(titles))
    for place, column in enumerate(frame.columns):
        if not pd.api.types.is_numeric_dtype(frame[column]):
            cells = [
                ", ".join(titles.get(part, part) for part in cell.split("|")) if isinstance(cell, str) else cell
                for cell in frame[column]
            ]
            renamed.isetitem(place, pd.Series(cells, index=renamed.index, dtype=object))
    return renamed


def names_of(step: Step) -> dict[str, str]:
    """Identifier -> name of everybody whom the tables, the registry or the analyst know."""
    people = everybody(step)
    return dict(zip(people["actor_id"], people["name"], strict=True))


def show_documents(step: Step) -> Html:
    """The documents of the dossier: what they are, when, from whom, how reliable."""
    columns = ["doc_id", "title", "source", "origin", "published", "translation", "source_grade", "information_grade"]
    return show_table(step.tables["documents"], [*columns, "chars"], rows=50)


def show_problems(step: Step) -> Html:
    """What was wrong with the dossier and its corrections: file, line, message, remedy."""
    lost = correction_problems(step.tables["corrections"].to_dict("records"))
    problems = list(dict.fromkeys(map(str, sorted_problems([*step.dossier.problems, *lost]))))
    if not problems:
        return Html("<p>No problems found in the dossier.</p>", "No problems found in the dossier.")
    items = "".join(f"<li>{escape(problem)}</li>" for problem in problems)
    return Html(f"<ul>{items}</ul>", f"{len(problems)} problems")


def show_figure(step: Step, figure) -> FigureView:
    """The figure in the notebook; saved as SVG and PNG where the step has a folder for figures."""
    if step.figures is not None:
        save_figure(figure, step.figures)
    return FigureView(figure)


def show_brief(brief: Brief) -> Html:
    """The brief, with links from its sentences to their evidence."""
    return Html(brief_html(brief), f"{brief.title}: {len(brief.sections)} sections")
