"""A document's text with its layers marked. Article text is untrusted: all of it is escaped."""

from html import escape

from analysis.dossier import Document
from analysis.tables import Tables
from analysis.workbench.views import Html

# Layers of a text in the order in which they are drawn; a mark keeps its words as text for the colour-blind.
LAYERS = {
    "statements": ("#e8f1fa", "statement"),
    "events": ("#fbe3d6", "event"),
    "recommendations": ("#e3f2e6", "recommendation"),
    "times": ("#f3ecd2", "time"),
    "mentions": ("#ece6f5", "actor"),
}


def show_text(document: Document, tables: Tables) -> Html:
    """The document's text with its layers marked; hovering over a mark says its layer, identifier and rule."""
    spans = []
    for depth, (layer, (_, label)) in enumerate(LAYERS.items()):
        frame = tables[layer]
        for row in frame[frame["doc_id"] == document.doc_id].to_dict("records"):
            what = row.get("type") or row.get("actor_id") or row.get("speaker_id") or row.get("value") or ""
            said = f"{label}: {what} ({row['rule_id']})" + (" · corrected" if row["correction_ids"] else "")
            spans.append((row["start"], row["end"], depth, layer, said))
    body = _mark(document.text, sorted(set(spans)))
    legend = " ".join(f'<mark style="background:{color}">{label}</mark>' for color, label in LAYERS.values())
    head = f"<h4>{escape(document.title)}</h4><p><small>{escape(document.doc_id)} · {legend}</small></p>"
    return Html(f'{head}<div style="white-space:pre-wrap;max-width:46em">{body}</div>', f"{document.doc_id}: marked")


def _mark(text: str, spans: list[tuple[int, int, int, str, str]]) -> str:
    """Cut the text at every edge of a span; a piece takes the colour of the topmost layer that covers it.

    One walk over the edges keeps the spans that are open, so that the cost does not grow with spans times edges.
    """
    opening, closing = {}, {}
    for span in spans:
        if span[0] < span[1]:
            opening.setdefault(span[0], []).append(span)
            closing.setdefault(span[1], []).append(span)
    edges = sorted({0, len(text), *opening, *closing})
    pieces, over = [], {}
    for start, end in zip(edges, edges[1:], strict=False):
        for span in closing.get(start, ()):
            del over[span]
        over |= dict.fromkeys(opening.get(start, ()))
        piece = escape(text[start:end])
        if over:
            top = max(over, key=lambda span: span[2])
            titles = " · ".join(dict.fromkeys(span[4] for span in over))
            piece = f'<mark style="background:{LAYERS[top[3]][0]}" title="{escape(titles)}">{piece}</mark>'
        pieces.append(piece)
    return "".join(pieces)
