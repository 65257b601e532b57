"""Named entities of the pipeline, corrected and completed by what the registry and the linker know."""

from spacy.tokens import Doc, Span

from analysis.extraction.names import link_names
from analysis.language.words import read_words
from analysis.registry import Registry


def registry_entities(doc: Doc, registry: Registry) -> list[Span]:
    """The doc's entities: a linked name of the same extent gives its label, linked names elsewhere are added.

    Where the two differ in extent the pipeline's entity stands.
    """
    links = [link for link in link_names(read_words(doc), registry, "").all if link.kind == "name" and link.label]
    labels = {(link.start, link.end): link.label for link in links}
    spans = [Span(doc, e.start, e.end, label=labels.get((e.start, e.end), e.label_)) for e in doc.ents]
    taken = {position for span in spans for position in range(span.start, span.end)}
    for link in links:
        if taken.isdisjoint(range(link.start, link.end)):
            spans.append(Span(doc, link.start, link.end, label=link.label))
            taken.update(range(link.start, link.end))
    return sorted(spans, key=lambda span: span.start)
