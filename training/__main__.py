"""From the corpora to the packaged pipeline: `python -m training CORPORA OUT`, one core, seeded.

The steps are those of `training/README.md`. A step whose result is already in the work folder is skipped,
so a run that was cut off goes on where it stopped; remove the work folder to begin anew.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

CONFIGS = Path(__file__).resolve().parent / "configs"
ONE_CORE = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
}


def step(done, *command):
    """Run `python -m command` unless the file `done` marks it as finished."""
    if not done.exists():
        subprocess.run([sys.executable, "-m", *map(str, command)], check=True, env={**os.environ, **ONE_CORE})
        done.touch()


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", type=Path, help="folder that holds ud/, kind/ and wikineural/")
    parser.add_argument("out", type=Path, help="folder of the packaged pipeline")
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args(argv)
    args.work.mkdir(parents=True, exist_ok=True)
    corpus = args.work / "corpus"
    step(args.work / "converted", "training.convert", args.corpora, corpus, "--seed", args.seed)
    for part in ("syntax", "ner"):
        command = ["spacy", "train", CONFIGS / f"{part}.cfg", "--output", args.work / part]
        command += [
            "--paths.train",
            corpus / f"{part}-train.spacy",
            "--paths.dev",
            corpus / f"{part}-dev.spacy",
        ]
        step(args.work / f"trained-{part}", *command, "--system.seed", args.seed)
    best = [args.work / part / "model-best" for part in ("syntax", "ner")]
    step(args.work / "assembled", "training.assemble", *best, args.out)


if __name__ == "__main__":
    main()
