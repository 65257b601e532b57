"""All links of a document: its names, then what points back to them."""

from analysis.extraction.coreference import with_references
from analysis.extraction.links import Links
from analysis.extraction.names import link_names
from analysis.extraction.office_holders import office_holders
from analysis.language.words import Words
from analysis.registry import Registry


def link_document(doc: Words, registry: Registry, published: str) -> Links:
    """Names, demonyms and offices, with the pronouns, descriptions and subjectless verbs that refer to them."""
    named = link_names(doc, registry, published)
    return with_references(doc, named, office_holders(doc, named))
