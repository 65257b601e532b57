"""Speed, peak memory and load time of the project's pipeline, beside spaCy's stock architecture.

    python benchmarks/pipeline.py TEXT_FILE [--pipeline NAME]

The text file is cut into paragraphs at blank lines. Each pipeline runs in a fresh process on one core, one
after the other, and is timed on its second pass. The stock one is spaCy's `efficiency` configuration with
the same components and labels but random weights: good for speed only. It runs twice: with spaCy's own
arithmetic (BLIS), and with that of the project (NumPy's BLAS).
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

KINDS = ("own", "stock", "stock-numpy")
ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def stock_pipeline(own):
    """A `spacy.Language` of the stock `efficiency` form with `own`'s components, not initialised."""
    from spacy.cli.init_config import init_config
    from spacy.util import load_model_from_config

    # Rules have no stock counterpart; a tok2vec is added by the stock configuration itself.
    rules = ("attribute_ruler", "tok2vec", "lemma_table", "paragraph_boundaries")
    names = [name for name in own.pipe_names if own.get_pipe_meta(name).factory not in rules]
    config = init_config(lang="it", pipeline=names, optimize="efficiency")
    return load_model_from_config(config, auto_fill=True)


def measure(kind, pipeline, texts):
    """Figures of one pipeline: load time in seconds, words per second, peak memory in MB."""
    start = time.perf_counter()
    from thinc.api import NumpyOps, set_current_ops

    from analysis.language.pipeline import load_pipeline

    nlp = load_pipeline(pipeline)
    load = time.perf_counter() - start
    if kind != "own":
        if kind == "stock":
            set_current_ops(NumpyOps())
        nlp = initialised_stock(nlp, texts)
        load = None
    words = sum(len(doc) for doc in nlp.pipe(texts))
    start = time.perf_counter()
    for _doc in nlp.pipe(texts):
        pass
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"pipeline": kind, "load_s": load, "words": words, "words_per_s": words / seconds, "peak_mb": peak}


def initialised_stock(own, texts):
    """The stock pipeline, initialised on what `own` says of `texts` and then left untrained."""
    from spacy.training import Example

    nlp = stock_pipeline(own)
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in own.pipe(texts[:300])]
    nlp.initialize(lambda: examples)
    return nlp


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("text", type=Path, help="a UTF-8 text file, paragraphs divided by blank lines")
    parser.add_argument("--pipeline", help="an installed pipeline or a folder; the project's own if left out")
    parser.add_argument("--only", choices=KINDS, help=argparse.SUPPRESS)
    args = parser.parse_args(argv)
    if args.only:
        blocks = args.text.read_text(encoding="utf8").split("\n\n")
        texts = [" ".join(block.split()) for block in blocks if block.strip()]
        print(json.dumps(measure(args.only, args.pipeline, texts)))
        return
    print(f"{'pipeline':<12} {'load s':>8} {'words':>8} {'words/s':>9} {'peak MB':>8}")
    root = Path(__file__).resolve().parents[1]
    environment = {**os.environ, **ONE_CORE, "PYTHONPATH": os.pathsep.join([str(root), *sys.path])}
    for kind in KINDS:
        command = [sys.executable, str(Path(__file__).resolve()), str(args.text.resolve()), "--only", kind]
        command += ["--pipeline", args.pipeline] if args.pipeline else []
        output = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
        row = json.loads(output.splitlines()[-1])
        load = "-" if row["load_s"] is None else f"{row['load_s']:.2f}"
        speed = f"{row['words_per_s']:>9.0f} {row['peak_mb']:>8.0f}"
        print(f"{row['pipeline']:<12} {load:>8} {row['words']:>8} {speed}")


if __name__ == "__main__":
    main()
