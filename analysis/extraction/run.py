"""All layers over all documents of a dossier."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from spacy.language import Language

from analysis.dossier import Dossier, Fact
from analysis.extraction.actors_table import actor_rows
from analysis.extraction.affiliations import find_affiliations
from analysis.extraction.claims import find_claims
from analysis.extraction.contradictions import FACT, find_contradictions
from analysis.extraction.corrections import apply_corrections
from analysis.extraction.documents import document_row, mention_rows, resolution_rows, sentence_rows
from analysis.extraction.events import find_events
from analysis.extraction.forecasts import find_forecasts
from analysis.extraction.incidents import DAY, give_incidents
from analysis.extraction.linking import link_document
from analysis.extraction.merged_actors import merge_actors
from analysis.extraction.names import link_names
from analysis.extraction.recommendations import find_recommendations
from analysis.extraction.source_groups import source_groups
from analysis.extraction.statements import find_statements
from analysis.extraction.times import find_times
from analysis.language.words import Words, read_words
from analysis.registry import Registry, load_registry
from analysis.tables import SCHEMAS, Tables, make_table

BATCH = 8


def extract(dossier: Dossier, nlp: Language, progress: Callable | None = None) -> Tables:
    """All tables of the contract for a dossier; the same dossier and pipeline give the same tables.

    `progress` wraps the iterable of documents, as tqdm does: progress(iterable, total=…).
    """
    registry = load_registry().with_entries(dossier.actors)
    rows: dict[str, list[dict]] = {name: [] for name in SCHEMAS}
    claims: list[dict] = []
    states: dict[str, str] = {}
    nlp.max_length = max(nlp.max_length, *(len(document.text) + 1 for document in dossier.documents), 1)
    docs = nlp.pipe((document.text for document in dossier.documents), batch_size=BATCH)
    pairs = zip(dossier.documents, docs, strict=True)
    with _loaded_kept():
        for document, doc in progress(pairs, total=len(dossier.documents)) if progress else pairs:
            layers = document_layers(document, read_words(doc), registry, states)
            claims += layers.pop("claims")
            for name, found in layers.items():
                rows[name].extend(found)
    sources = source_groups(dossier.documents)
    for row in rows["documents"]:
        row["source_group"] = sources[row["doc_id"]]
    merge_actors({**rows, "claims": claims}, states, dossier.actors)
    texts = {document.doc_id: document.text for document in dossier.documents}
    derived = ("actors", "contradictions")
    first = [name for name in SCHEMAS if name not in derived]
    rows = apply_corrections(rows, dossier.corrections, texts, states, first)
    give_incidents(rows["events"])
    rows["actors"] = actor_rows(rows, registry, states)
    known_events, known_claims = read_facts(dossier.facts, nlp, registry)
    merge_actors({"events": known_events, "claims": known_claims}, states, dossier.actors)
    rows["contradictions"] = find_contradictions([*rows["events"], *known_events], [*claims, *known_claims])
    rows = apply_corrections(rows, dossier.corrections, texts, states, derived)
    return {name: make_table(name, rows[name]) for name in SCHEMAS}


@contextmanager
def _loaded_kept() -> Iterator[None]:
    """Garbage collections do not walk what is loaded by now (pipeline, lexicons, registry): the words of a document
    hang on each other in circles, and each collection that frees them would walk all of it.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def read_facts(facts: Sequence[Fact], nlp: Language, registry: Registry) -> tuple[list[dict], list[dict]]:
    """Events and claims in the sentences of facts.yaml, to hold the documents against; `fact:ID` is their doc_id.

    An event to which the fact gives no date of its own happened on the fact's date, as did its votes.
    """
    events, claims = [], []
    for fact, doc in zip(facts, nlp.pipe((fact.text for fact in facts), batch_size=BATCH), strict=True):
        doc_id, words = f"{FACT}{fact.id}", read_words(doc)
        links = link_names(words, registry, fact.date)
        times = find_times(words, fact.date if len(fact.date) == DAY else "", doc_id)
        events += [{**row, "date": row["date"] or fact.date} for row in find_events(words, links, times, [], doc_id)]
        claims += [{**row, "date": fact.date} for row in find_claims(words, links, times, doc_id)]
    return events, claims


def document_layers(document, doc: Words, registry: Registry, states: dict[str, str]) -> dict[str, list[dict]]:
    """The rows of one document by table, and its `claims`; fills `states` with whom its persons and organs act for."""
    doc_id, published = document.doc_id, document.published or ""
    links = link_document(doc, registry, published)
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
        "recommendations": find_recommendations(doc, links, times, statements, doc_id),
        "forecasts": find_forecasts(doc, links, times, statements, published, doc_id),
        "claims": find_claims(doc, links, times, doc_id),
    }
