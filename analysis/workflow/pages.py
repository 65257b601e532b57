"""The pages of a report: one for each executed notebook, and the index."""

import re
from html import unescape
from pathlib import Path

import nbformat
import yaml
from jinja2 import Environment, FileSystemLoader

from analysis.dossier import Dossier
from analysis.paths import DATA
from analysis.tables import SCHEMAS
from analysis.workflow.safe_html import POLICY, output_html, safe_html, svg_data

TEMPLATES = DATA / "templates"
PROSE = "en"
"""Language in which the notebooks are written, whatever that of the report."""

INDEX = "index.html"
_HEADING = re.compile(r"^#\s+(.+?)\s*$", re.MULTILINE)
_LABEL = re.compile(r'<svg [^>]*?aria-label="([^"]*)"')


def page_words(language: str) -> dict:
    """The index's words in a language; English where there are none."""
    words = yaml.safe_load((TEMPLATES / "report.yaml").read_text(encoding="utf-8"))
    return words.get(language) or words["en"]


def write_pages(folder: Path, notebooks: list[str], dossier: Dossier, run: dict, language: str) -> None:
    """Write `<stem>.html` for each notebook of the report `folder`, and `index.html`."""
    read = {stem: nbformat.read(folder / f"{stem}.ipynb", as_version=4) for stem in notebooks}
    titles = {stem: page_title(notebook, stem) for stem, notebook in read.items()}
    exporter = _exporter()
    for stem, notebook in read.items():
        page = {
            "language": language,
            "title": dossier.meta.title,
            "page_title": titles[stem],
            "handling": dossier.meta.handling,
            "pages": _navigation(titles, stem, language),
            "policy": POLICY,
            "prose": PROSE,
            "code_word": "Code",
            "css": _css(),
        }
        html, _ = exporter.from_notebook_node(notebook, resources={"report": page})
        _write(folder / f"{stem}.html", html)
    _write(folder / INDEX, index_html(folder, titles, dossier, run, language))


def page_title(notebook, stem: str) -> str:
    """The notebook's first heading, else its name."""
    for cell in notebook.cells:
        found = _HEADING.search(cell.source) if cell.cell_type == "markdown" else None
        if found:
            return found[1]
    return stem


def index_html(folder: Path, titles: dict[str, str], dossier: Dossier, run: dict, language: str) -> str:
    """The index of a report: what it answers, what was wrong, its pages, documents, figures and tables."""
    words, meta = page_words(language), dossier.meta
    facts = [
        (words["question"], meta.question or words["unknown"]),
        (words["decision_maker"], meta.decision_maker or words["unknown"]),
        (words["interests"], list(meta.interests) or words["unknown"]),
        (words["cutoff"], str(meta.cutoff or words["unknown"])),
        (words["horizon"], meta.horizon or words["unknown"]),
    ]
    given = ", ".join(f"{name} = {value}" for name, value in sorted(run["parameters"].items()))
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, keep_trailing_newline=True)
    return environment.get_template("index.html.j2").render(
        language=language,
        policy=POLICY,
        css=_css(),
        title=meta.title,
        handling=meta.handling,
        words=words,
        facts=facts,
        pages=_navigation(titles, "", language),
        problems=[*(str(problem) for problem in dossier.problems), *run["further_problems"]],
        documents=[_document(folder, document) for document in dossier.documents],
        figures=[_figure(folder, path) for path in sorted((folder / "figures").glob("*.svg"))],
        tables=[
            {"name": name, "href": f"tables/{name}.csv", "description": schema.description, "rows": _rows(path)}
            for name, schema in SCHEMAS.items()
            if (path := folder / "tables" / f"{name}.csv").is_file()
        ],
        workbook="tables/tables.xlsx" if (folder / "tables" / "tables.xlsx").is_file() else "",
        run=[
            (words["run_id"], run["run_id"]),
            (words["pipeline"], run["pipeline"]["name"]),
            (words["parameters"], given or words["none"]),
        ],
    )


def _navigation(titles: dict[str, str], here: str, language: str) -> list[dict]:
    index = {"href": INDEX, "title": page_words(language)["index"], "here": not here, "language": ""}
    steps = [
        {"href": f"{s}.html", "title": title, "here": s == here, "language": PROSE, "notebook": f"{s}.ipynb"}
        for s, title in titles.items()
    ]
    return [index, *steps]


def _document(folder: Path, document) -> dict:
    text = f"tables/documents/{document.doc_id}.txt"
    return {
        "doc_id": document.doc_id,
        "title": document.title,
        "source": document.source,
        "published": document.published,
        "grade": f"{document.source_grade}{document.information_grade}",
        "href": text if (folder / text).is_file() else f"inputs/{document.file}",
    }


def _figure(folder: Path, path: Path) -> dict:
    svg = path.read_text(encoding="utf-8")
    label = _LABEL.search(svg)
    png = f"figures/{path.stem}.png"
    return {
        "slug": path.stem,
        "href": f"figures/{path.name}",
        "png": png if (folder / png).is_file() else "",
        "alt": unescape(label[1]) if label else path.stem,
        "data": svg_data(svg),
    }


def _rows(path: Path) -> int:
    import csv

    csv.field_size_limit(2**31 - 1)
    with path.open(encoding="utf-8", newline="") as handle:
        return max(0, sum(1 for _ in csv.reader(handle)) - 1)


def _exporter():
    from nbconvert import HTMLExporter

    exporter = HTMLExporter(template_name="workbook", extra_template_basedirs=[str(TEMPLATES)])
    exporter.exclude_anchor_links = True
    exporter.register_filter("safe_html", safe_html)
    exporter.register_filter("output_html", output_html)
    return exporter


def _css() -> str:
    return (TEMPLATES / "report.css").read_text(encoding="utf-8").strip()


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
