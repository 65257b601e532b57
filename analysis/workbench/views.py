"""Tables, texts and figures as a notebook shows them. Article text is untrusted: all of it is escaped."""

from dataclasses import dataclass
from html import escape

import pandas as pd

from analysis.briefing import Brief, brief_html
from analysis.dossier import Document
from analysis.style import FigureView, save_figure
from analysis.tables import Tables
from analysis.workbench.step import Step

# Layers of a text in the order in which they are drawn; a mark keeps its words as text for the colour-blind.
LAYERS = {
    "statements": ("#e8f1fa", "statement"),
    "events": ("#fbe3d6", "event"),
    "recommendations": ("#e3f2e6", "recommendation"),
    "times": ("#f3ecd2", "time"),
    "mentions": ("#ece6f5", "actor"),
}


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


def show_documents(step: Step) -> Html:
    """The documents of the dossier: what they are, when, from whom, how reliable."""
    columns = ["doc_id", "title", "source", "origin", "published", "translation", "source_grade", "information_grade"]
    return show_table(step.tables["documents"], [*columns, "chars"], rows=50)


def show_problems(step: Step) -> Html:
    """What was wrong with the dossier: file, line, message, remedy."""
    problems = step.dossier.problems
    if not problems:
        return Html("<p>No problems found in the dossier.</p>", "No problems found in the dossier.")
    items = "".join(f"<li>{escape(str(problem))}</li>" for problem in problems)
    return Html(f"<ul>{items}</ul>", f"{len(problems)} problems")


def show_figure(step: Step, figure) -> FigureView:
    """The figure in the notebook; saved as SVG and PNG where the step has a folder for figures."""
    if step.figures is not None:
        save_figure(figure, step.figures)
    return FigureView(figure)


def show_brief(brief: Brief) -> Html:
    """The brief, with links from its sentences to their evidence."""
    return Html(brief_html(brief), f"{brief.title}: {len(brief.sections)} sections")


def show_text(document: Document, tables: Tables) -> Html:
    """The document's text with its layers marked; hovering over a mark says its layer, identifier and rule."""
    spans = []
    for depth, (layer, (_, label)) in enumerate(LAYERS.items()):
        frame = tables[layer]
        for row in frame[frame["doc_id"] == document.doc_id].to_dict("records"):
            what = row.get("type") or row.get("actor_id") or row.get("speaker_id") or row.get("value") or ""
            spans.append((row["start"], row["end"], depth, layer, f"{label}: {what} ({row['rule_id']})"))
    body = _mark(document.text, sorted(set(spans)))
    legend = " ".join(f'<mark style="background:{color}">{label}</mark>' for color, label in LAYERS.values())
    head = f"<h4>{escape(document.title)}</h4><p><small>{escape(document.doc_id)} · {legend}</small></p>"
    return Html(f'{head}<div style="white-space:pre-wrap;max-width:46em">{body}</div>', f"{document.doc_id}: marked")


def _mark(text: str, spans: list[tuple[int, int, int, str, str]]) -> str:
    """Cut the text at every edge of a span; a piece takes the colour of the topmost layer that covers it."""
    edges = sorted({0, len(text)} | {span[0] for span in spans} | {span[1] for span in spans})
    pieces = []
    for start, end in zip(edges, edges[1:], strict=False):
        piece = escape(text[start:end])
        over = [span for span in spans if span[0] <= start and end <= span[1]]
        if over:
            top = max(over, key=lambda span: span[2])
            titles = " · ".join(dict.fromkeys(span[4] for span in over))
            piece = f'<mark style="background:{LAYERS[top[3]][0]}" title="{escape(titles)}">{piece}</mark>'
        pieces.append(piece)
    return "".join(pieces)
