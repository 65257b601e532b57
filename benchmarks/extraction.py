"""What the layers cost on top of spaCy's stock pipeline, and whether each grows with the length of the text only.

    python benchmarks/extraction.py TEXT_FILE [--pipeline NAME] [--times N …]

In one process on one core, in seconds of its CPU time: (1) the stock `efficiency` pipeline, with spaCy's default
arithmetic (BLIS), and the layers over the whole file, each the faster of two passes, and their ratio (at most 25 % is
wanted); (2) documents of 1, 10 and 100
times the length, made of the file's first words again and again. A layer is superlinear where its time a word grows.
Timed are the functions that `extract` calls, on documents that are parsed already.
"""

import argparse
import os
import time
from inspect import isfunction
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


class Parsed:
    """Stands for a pipeline in `extract`: gives documents that are parsed already."""

    max_length = 10**9

    def __init__(self, docs):
        self.docs = {doc.text: doc for doc in docs}

    def pipe(self, texts, **_):
        return (self.docs[text] for text in texts)


def seconds_by_layer(docs):
    """Function that `extract` calls to seconds: the faster of two passes over parsed documents as one dossier."""
    from analysis.dossier import Document, Dossier
    from analysis.dossier.models import DossierFile
    from analysis.extraction import run

    empty = dict.fromkeys(("file", "title", "source", "origin", "url", "language", "original_language"), "")
    graded = {"translation": "none", "source_grade": "F", "information_grade": "6", "sha256": "", "published": DAY}
    papers = [Document(doc_id=f"d{n:05}", text=doc.text, **empty, **graded) for n, doc in enumerate(docs)]
    dossier = Dossier(Path(), "bench", DossierFile(title="bench"), tuple(papers))
    own = {
        name: function
        for name, function in vars(run).items()
        if isfunction(function)
        and function.__module__.startswith(("analysis.extraction.", "analysis.language."))
        and function.__module__ != run.__name__
    }
    passes = []
    for _ in range(2):
        spent = dict.fromkeys(own, 0.0)
        try:
            for name, function in own.items():
                setattr(run, name, _timed(name, function, spent))
            # copies: what a layer remembers of a document is no help to the second pass
            run.extract(dossier, Parsed([doc.copy() for doc in docs]))
        finally:
            for name, function in own.items():
                setattr(run, name, function)
        passes.append(spent)
    return {name: min(one[name] for one in passes) for name in own}


def _timed(name, function, spent):
    def call(*given, **named):
        start = time.process_time()
        found = function(*given, **named)
        spent[name] += time.process_time() - start
        return found

    return call


def stock_seconds(own, texts):
    """The faster of two passes of the stock pipeline, which computes as spaCy does by default: with BLIS."""
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps())
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

    own = load_pipeline(args.pipeline)
    texts = articles(args.text.read_text(encoding="utf8"))
    docs = list(own.pipe(texts))
    cost, stock = seconds_by_layer(docs), stock_seconds(own, texts)
    print(f"{sum(map(len, docs))} words; stock pipeline {stock:.2f} s")
    print(f"{'layer':<20} {'s':>8} {'of stock':>9}")
    for name, seconds in cost.items():
        print(f"{name:<20} {seconds:>8.3f} {seconds / stock:>9.1%}")
    share = sum(cost.values()) / stock
    verdict = "within" if share <= TARGET else "over"
    print(f"{'all layers':<20} {sum(cost.values()):>8.3f} {share:>9.1%}  {verdict} {TARGET:.0%}")

    sample = own(" ".join(texts)[:SAMPLE])
    grow = {times: seconds_by_layer([grown(sample, times)]) for times in args.times}
    print("\nmicroseconds a word, by length in words")
    print(f"{'layer':<20} " + " ".join(f"{len(sample) * times:>9}" for times in args.times))
    for name in cost:
        rates = [1e6 * grow[times][name] / (len(sample) * times) for times in args.times]
        # What takes less than a microsecond a word is noise.
        bad = rates[-1] >= 1 and rates[-1] > GROWTH * min(rates[:-1] or rates)
        print(f"{name:<20} " + " ".join(f"{rate:>9.2f}" for rate in rates) + ("  superlinear" if bad else ""))


if __name__ == "__main__":
    main()
