"""All layers over all documents of a dossier."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from analysis.dossier import Dossier
from analysis.extraction.actors_table import actor_rows
from analysis.extraction.affiliations import find_affiliations
from analysis.extraction.coreference import with_references
from analysis.extraction.documents import document_row, mention_rows, resolution_rows, sentence_rows
from analysis.extraction.events import find_events
from analysis.extraction.forecasts import find_forecasts
from analysis.extraction.names import link_names
from analysis.extraction.office_holders import office_holders
from analysis.extraction.recommendations import find_recommendations
from analysis.extraction.statements import find_statements
from analysis.extraction.times import find_times
from analysis.registry import Registry, load_registry
from analysis.tables import SCHEMAS, Tables, make_table, row_id

BATCH = 8


def extract(dossier: Dossier, nlp: Language, progress: Callable | None = None) -> Tables:
    """All tables of the contract for a dossier; the same dossier and pipeline give the same tables.

    `progress` wraps the iterable of documents, as tqdm does: progress(iterable, total=…).
    """
    registry = load_registry().with_entries(dossier.actors)
    rows: dict[str, list[dict]] = {name: [] for name in SCHEMAS}
    states: dict[str, str] = {}
    nlp.max_length = max(nlp.max_length, *(len(document.text) + 1 for document in dossier.documents), 1)
    docs = nlp.pipe((document.text for document in dossier.documents), batch_size=BATCH)
    pairs = zip(dossier.documents, docs, strict=True)
    for document, doc in progress(pairs, total=len(dossier.documents)) if progress else pairs:
        for name, found in document_layers(document, doc, registry, states).items():
            rows[name].extend(found)
    for event in rows["events"]:
        event["incident_id"] = incident_id(event)
    rows["actors"] = actor_rows(rows, registry, states)
    return {name: make_table(name, rows[name]) for name in SCHEMAS}


def document_layers(document, doc: Doc, registry: Registry, states: dict[str, str]) -> dict[str, list[dict]]:
    """The rows of one document by table; fills `states` with whom its persons and organs act for."""
    doc_id, published = document.doc_id, document.published or ""
    named = link_names(doc, registry, published)
    links = with_references(doc, named, office_holders(doc, named))
    times = find_times(doc, published, doc_id)
    statements = find_statements(doc, links, doc_id)
    affiliations = find_affiliations(doc, links, registry, published, doc_id)
    for link in links.all:
        if links.state_of(link.actor_id) != link.actor_id:
            states.setdefault(link.actor_id, links.state_of(link.actor_id))
    return {
        "documents": [document_row(document)],
        "sentences": sentence_rows(doc, doc_id),
        "mentions": mention_rows(doc, links, doc_id),
        "resolutions": resolution_rows(doc, links, doc_id),
        "affiliations": affiliations,
        "times": times,
        "statements": statements,
        "events": find_events(doc, links, times, statements, doc_id),
        "recommendations": find_recommendations(doc, links, statements, doc_id),
        "forecasts": find_forecasts(doc, links, times, statements, doc_id),
    }


def incident_id(event: dict) -> str:
    """Rows of one type between the same states in one month are one incident; without a date, on one day unknown.

    The day is cut to the month, since one text says "il 19 giugno" where another says "a giugno". What is denied, only
    possible, recommended or to come is no report of the same occurrence as what happened.
    """
    happened = event["modality"] in ("factual", "reported")
    return row_id(
        "in",
        event["type"],
        event["source_state"],
        event["target_state"],
        event["date"][:7],
        "" if happened else event["modality"],
    )
