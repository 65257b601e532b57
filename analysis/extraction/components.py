"""Each layer as a component of a spaCy pipeline: `nlp.add_pipe("scacchiere_times")`.

A component calls the function that `extract` calls and keeps its rows as a list of dicts in `doc._.scacchiere_…`, which
is saved with the document. Where `doc._.scacchiere_doc_id` or `doc._.scacchiere_published` (an ISO day) are set, they
count before the component's configuration.
"""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from analysis.dossier.models import ActorEntry
from analysis.errors import InputError
from analysis.extraction.affiliations import find_affiliations
from analysis.extraction.documents import mention_rows, resolution_rows
from analysis.extraction.events import find_events
from analysis.extraction.forecasts import find_forecasts
from analysis.extraction.linking import link_document
from analysis.extraction.links import Link, Links
from analysis.extraction.recommendations import find_recommendations
from analysis.extraction.statements import find_statements
from analysis.extraction.times import find_times
from analysis.language.words import Words, read_words
from analysis.registry import Registry, load_registry

PREFIX = "scacchiere_"


@dataclass(frozen=True)
class Layer:
    """`find(doc, words, setting)` gives the values of the extensions `gives`; it reads those that the layers `needs`
    give.
    """

    gives: tuple[str, ...]
    needs: tuple[str, ...]
    find: Callable[[Doc, Words, "Setting"], tuple]


@dataclass(frozen=True)
class Setting:
    """What the analyst says of a document, and who exists."""

    doc_id: str
    published: str
    registry: Registry


def _names(doc: Doc, words: Words, setting: Setting) -> tuple:
    links = link_document(words, setting.registry, setting.published)
    states = {link.actor_id: links.state_of(link.actor_id) for link in links.all}
    kept = [link._asdict() for link in links.all]
    return kept, states, mention_rows(words, links, setting.doc_id), resolution_rows(words, links, setting.doc_id)


def _times(doc: Doc, words: Words, setting: Setting) -> tuple:
    return (find_times(words, setting.published, setting.doc_id),)


def _affiliations(doc: Doc, words: Words, setting: Setting) -> tuple:
    return (find_affiliations(words, _links(doc), setting.registry, setting.published, setting.doc_id),)


def _statements(doc: Doc, words: Words, setting: Setting) -> tuple:
    return (find_statements(words, _links(doc), setting.doc_id),)


def _events(doc: Doc, words: Words, setting: Setting) -> tuple:
    return (find_events(words, _links(doc), _of(doc, "times"), _of(doc, "statements"), setting.doc_id),)


def _recommendations(doc: Doc, words: Words, setting: Setting) -> tuple:
    return (find_recommendations(words, _links(doc), _of(doc, "times"), _of(doc, "statements"), setting.doc_id),)


def _forecasts(doc: Doc, words: Words, setting: Setting) -> tuple:
    times, statements = _of(doc, "times"), _of(doc, "statements")
    return (find_forecasts(words, _links(doc), times, statements, setting.published, setting.doc_id),)


_BEFORE = ("names", "times", "statements")
LAYERS = {
    "names": Layer(("links", "states", "mentions", "resolutions"), (), _names),
    "times": Layer(("times",), (), _times),
    "affiliations": Layer(("affiliations",), ("names",), _affiliations),
    "statements": Layer(("statements",), ("names",), _statements),
    "events": Layer(("events",), _BEFORE, _events),
    "recommendations": Layer(("recommendations",), _BEFORE, _recommendations),
    "forecasts": Layer(("forecasts",), _BEFORE, _forecasts),
}


def _of(doc: Doc, name: str):
    return doc._.get(PREFIX + name)


def _links(doc: Doc) -> Links:
    return Links([Link(**one) for one in _of(doc, "links")], _of(doc, "states"))


class LayerComponent:
    """One layer over a document; raises `InputError` where a layer that it needs has not run before."""

    def __init__(self, name: str, doc_id: str, published: str, registry: Registry):
        self.layer, self.name = LAYERS[name], name
        self.doc_id, self.published, self.registry = doc_id, published, registry

    def __call__(self, doc: Doc) -> Doc:
        for needed in self.layer.needs:
            if _of(doc, LAYERS[needed].gives[0]) is None:
                raise InputError.single(
                    PREFIX + self.name,
                    f"it needs {PREFIX}{needed} before it in the pipeline.",
                    f'Add it first: nlp.add_pipe("{PREFIX}{needed}").',
                )
        given = _of(doc, "doc_id") or self.doc_id, _of(doc, "published") or self.published
        values = self.layer.find(doc, read_words(doc), Setting(*given, self.registry))
        for name, value in zip(self.layer.gives, values, strict=True):
            doc._.set(PREFIX + name, value)
        return doc


def _register(layer_name: str) -> Callable:
    layer = LAYERS[layer_name]

    @Language.factory(
        PREFIX + layer_name,
        assigns=[f"doc._.{PREFIX}{name}" for name in layer.gives],
        requires=[f"doc._.{PREFIX}{name}" for needed in layer.needs for name in LAYERS[needed].gives],
        default_config={"doc_id": "", "published": "", "actors": []},
    )
    def make(nlp: Language, name: str, doc_id: str, published: str, actors: list[dict]) -> LayerComponent:
        """`actors`: entries to add to the registry, as in a dossier's actors.yaml."""
        registry = load_registry()
        if actors:
            registry = registry.with_entries(tuple(map(ActorEntry.model_validate, actors)))
        return LayerComponent(layer_name, doc_id, published, registry)

    return make


for _name in ("doc_id", "published", *(name for layer in LAYERS.values() for name in layer.gives)):
    if not Doc.has_extension(PREFIX + _name):
        Doc.set_extension(PREFIX + _name, default=None)

make_names = _register("names")
make_times = _register("times")
make_affiliations = _register("affiliations")
make_statements = _register("statements")
make_events = _register("events")
make_recommendations = _register("recommendations")
make_forecasts = _register("forecasts")
