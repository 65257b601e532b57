"""The brief as HTML: every sentence with links to the rows it rests on. All text is escaped."""

from html import escape

from analysis.briefing.compose import Brief


def brief_html(brief: Brief) -> str:
    """One fragment of HTML (no html or body element); references lead to the evidence table at its end."""
    numbers = {item.row_id: number for number, item in enumerate(brief.evidence, start=1)}
    handling = f"<p><strong>{escape(brief.handling)}</strong></p>" if brief.handling else ""
    parts = [f"<section><h2>{escape(brief.title)}</h2>{handling}<p><small>{escape(brief.header)}</small></p>"]
    for section in brief.sections:
        items = "".join(f"<li>{escape(s.text)}{_refs(s.refs, numbers)}</li>" for s in section.sentences)
        parts.append(f"<h3>{escape(section.heading)}</h3><ul>{items}</ul>")
    if brief.evidence:
        head = "".join(f"<th>{escape(column)}</th>" for column in brief.wording.word("evidence_columns"))
        rows = "".join(_row(numbers[item.row_id], item) for item in brief.evidence)
        parts.append(f"<h3>{escape(brief.wording.word('evidence'))}</h3><table><tr>{head}</tr>{rows}</table>")
    return "\n".join([*parts, "</section>"])


def _refs(refs: tuple[str, ...], numbers: dict[str, int]) -> str:
    links = [f'<a href="#evidence-{numbers[ref]}">[{numbers[ref]}]</a>' for ref in refs if ref in numbers]
    return " " + " ".join(links) if links else ""


def _row(number: int, item) -> str:
    quoted = f"{escape(item.before)}<mark>{escape(item.marked)}</mark>{escape(item.after)}"
    cells = (
        f"<td>{number}</td><td><code>{escape(item.row_id)}</code></td><td>{escape(item.doc_id)}</td><td>{quoted}</td>"
    )
    return f'<tr id="evidence-{number}">{cells}</tr>'
