"""What the layers cost on top of spaCy's stock pipeline, and whether each grows with the length of the text only.

    python benchmarks/extraction.py TEXT_FILE [--pipeline NAME] [--times N …]

In one process on one core, in seconds of its CPU time: (1) the stock `efficiency` pipeline and the layers over the
whole file, each the faster of two passes, and their ratio (at most 25 % is wanted); (2) documents of 1, 10 and 100
times the length, made of the file's first words again and again. A layer is superlinear where its time a word grows.
Parsing is outside the timing of the layers: they get documents that are parsed already.
"""

import argparse
import os
import time
from pathlib import Path

from pipeline import ONE_CORE, initialised_stock

os.environ.update(ONE_CORE)
TARGET = 0.25
GROWTH = 1.4
"""Growth of the time a word, from the cheapest shorter document to the longest, that is no noise any more."""
SAMPLE = 1500
"""Characters of the document that is repeated."""
ARTICLE = 400
"""Words of a document."""
DAY = "2024-06-16"


def layers(doc, registry):
    """Yield (layer, seconds) for one parsed document, in the order in which `extract` runs them."""
    from analysis.extraction.affiliations import find_affiliations
    from analysis.extraction.claims import find_claims
    from analysis.extraction.contradictions import find_contradictions
    from analysis.extraction.documents import mention_rows, resolution_rows, sentence_rows
    from analysis.extraction.events import find_events
    from analysis.extraction.forecasts import find_forecasts
    from analysis.extraction.incidents import give_incidents
    from analysis.extraction.names import link_names
    from analysis.extraction.recommendations import find_recommendations
    from analysis.extraction.source_groups import copies_of
    from analysis.extraction.statements import find_statements
    from analysis.extraction.times import find_times

    made = {}

    def rows(doc, links):
        return sentence_rows(doc, "d"), mention_rows(doc, links, "d"), resolution_rows(doc, links, "d")

    steps = {
        "names": lambda: link_names(doc, registry, DAY),
        "rows": lambda: rows(doc, made["names"]),
        "times": lambda: find_times(doc, DAY, "d"),
        "affiliations": lambda: find_affiliations(doc, made["names"], registry, DAY, "d"),
        "statements": lambda: find_statements(doc, made["names"], "d"),
        "events": lambda: find_events(doc, made["names"], made["times"], made["statements"], "d"),
        "recommendations": lambda: find_recommendations(doc, made["names"], made["statements"], "d"),
        "forecasts": lambda: find_forecasts(doc, made["names"], made["times"], made["statements"], "d"),
        "claims": lambda: find_claims(doc, made["names"], made["times"], "d"),
        "copies": lambda: copies_of({"d": doc.text}),
        "incidents": lambda: give_incidents(made["events"]),
        "contradictions": lambda: find_contradictions(made["events"], made["claims"]),
    }
    for name, step in steps.items():
        start = time.process_time()
        made[name] = step()
        yield name, time.process_time() - start


def seconds_by_layer(docs, registry):
    """The faster of two passes over `docs`, layer by layer."""
    passes = []
    for _ in range(2):
        total = {}
        for doc in docs:
            for name, seconds in layers(doc, registry):
                total[name] = total.get(name, 0.0) + seconds
        passes.append(total)
    return {name: min(one[name] for one in passes) for name in passes[0]}


def stock_seconds(own, texts):
    """The faster of two passes of the stock pipeline."""
    nlp = initialised_stock(own, texts)
    passes = []
    for _ in range(2):
        start = time.process_time()
        for _doc in nlp.pipe(texts):
            pass
        passes.append(time.process_time() - start)
    return min(passes)


def grown(doc, times):
    """A document `times` as long: the same parsed text again and again, so that parsing it takes no time."""
    from spacy.tokens import Doc

    return Doc.from_docs([doc] * times) if times > 1 else doc


def articles(text):
    """The paragraphs of a text, put together to documents of an article's length."""
    found = [""]
    for block in text.split("\n\n"):
        found[-1] = f"{found[-1]}\n\n{block.strip()}".strip()
        if len(found[-1].split()) >= ARTICLE:
            found.append("")
    return [document for document in found if document]


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("text", type=Path, help="a UTF-8 text file, paragraphs divided by blank lines")
    parser.add_argument("--pipeline", help="an installed pipeline or a folder; the project's own if left out")
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10, 100], help="lengths to compare")
    args = parser.parse_args(argv)
    from analysis.language.pipeline import load_pipeline
    from analysis.registry import load_registry

    own, registry = load_pipeline(args.pipeline), load_registry()
    texts = articles(args.text.read_text(encoding="utf8"))
    docs = list(own.pipe(texts))
    cost, stock = seconds_by_layer(docs, registry), stock_seconds(own, texts)
    print(f"{sum(map(len, docs))} words; stock pipeline {stock:.2f} s")
    print(f"{'layer':<16} {'s':>8} {'of stock':>9}")
    for name, seconds in cost.items():
        print(f"{name:<16} {seconds:>8.3f} {seconds / stock:>9.1%}")
    share = sum(cost.values()) / stock
    verdict = "within" if share <= TARGET else "over"
    print(f"{'all layers':<16} {sum(cost.values()):>8.3f} {share:>9.1%}  {verdict} {TARGET:.0%}")

    sample = own(" ".join(texts)[:SAMPLE])
    grow = {times: seconds_by_layer([grown(sample, times)], registry) for times in args.times}
    print("\nmicroseconds a word, by length in words")
    print(f"{'layer':<16} " + " ".join(f"{len(sample) * times:>9}" for times in args.times))
    for name in cost:
        rates = [1e6 * grow[times][name] / (len(sample) * times) for times in args.times]
        # What takes less than a microsecond a word is noise.
        bad = rates[-1] >= 1 and rates[-1] > GROWTH * min(rates[:-1] or rates)
        print(f"{name:<16} " + " ".join(f"{rate:>9.2f}" for rate in rates) + ("  superlinear" if bad else ""))


if __name__ == "__main__":
    main()
