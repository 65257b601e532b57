"""From the corpora to the packaged pipeline: `python -m training CORPORA OUT`, seeded, on two cores.

The steps are those of `training/README.md`. A step whose result is already in the work folder is skipped, so a run that
was cut off goes on where it stopped; remove the work folder to begin anew.
"""

import argparse
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

CONFIGS = Path(__file__).resolve().parent / "configs"
ONE_CORE = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
}
CORES = 2
TEACHERS = 3
TEACHER_STEPS, SYNTAX_STEPS, SYNTAX_LAST_STEPS = 2000, 3000, 1200
NER_STEPS, NER_GOLD_STEPS = 4000, 1200


def step(done, *command):
    """Run `python -m command` on one core unless the file `done` marks it as finished."""
    if not done.exists():
        subprocess.run([sys.executable, "-m", *map(str, command)], check=True, env={**os.environ, **ONE_CORE})
        done.touch()


class Run:
    """The steps of one run in one work folder."""

    def __init__(self, corpora, work, seed):
        self.corpora, self.work, self.seed = corpora, work, seed
        self.corpus, self.vectors = work / "corpus", work / "vectors"

    def prepare(self):
        step(self.work / "converted", "training.convert", self.corpora, self.corpus, "--seed", self.seed)
        step(self.work / "counted", "training.vectors", self.corpora, self.vectors)

    def train(self, config, name, corpus, steps, *more, seed):
        """Train one part; returns the folder of its last state (averaged weights)."""
        command = ["spacy", "train", CONFIGS / f"{config}.cfg", "--output", self.work / name]
        command += ["--code", Path(__file__).with_name("code.py"), "--system.seed", seed]
        command += ["--paths.train", self.corpus / f"{corpus}-train.spacy", "--training.max_steps", steps]
        command += ["--paths.dev", self.corpus / f"{'ner' if 'ner' in config else 'syntax'}-dev.spacy"]
        command += ["--training.optimizer.learn_rate.total_steps", round(1.1 * steps), *more]
        step(self.work / f"trained-{name}", *command)
        return self.work / name / "model-last"

    def parser(self, name, corpus, steps, seed):
        return self.train("syntax", name, corpus, steps, "--paths.vectors", self.vectors, seed=seed)

    def syntax(self, teachers):
        """The syntax of the pipeline, from treebanks and silver text, at first with large and then with small steps."""
        command = ["training.silver", self.corpus / "student-train.spacy", self.corpora, self.corpus]
        step(self.work / "annotated-syntax", *command, *[t.result() for t in teachers], "--seed", self.seed)
        first = self.parser("syntax-first", "student", SYNTAX_STEPS, self.seed)
        more = "--paths.vectors", self.vectors, "--paths.source", first
        return self.train("syntax_last", "syntax", "student", SYNTAX_LAST_STEPS, *more, seed=self.seed)

    def entities(self):
        """The recogniser, from silver and gold text and then once more from gold text of the news alone."""
        teacher = self.work / "recogniser.pt"
        command = ["training.teacher", self.corpora, self.vectors, teacher, "--seed", self.seed]
        step(self.work / "trained-recogniser", *command)
        command = ["training.silver_entities", self.corpus / "ner-train.spacy", self.corpora, self.corpus, teacher]
        step(self.work / "annotated-entities", *command, "--seed", self.seed)
        first = self.train("ner", "ner-first", "ner", NER_STEPS, seed=self.seed)
        return self.train("ner_gold", "ner", "ner-gold", NER_GOLD_STEPS, "--paths.source", first, seed=self.seed)

    def parts(self):
        """The two parts of the pipeline, side by side, after the teachers of syntax, which differ in their seed."""
        with ThreadPoolExecutor(CORES) as pool:
            seeds = range(self.seed, self.seed + TEACHERS)
            teachers = [pool.submit(self.parser, f"teacher-{s}", "syntax", TEACHER_STEPS, s) for s in seeds]
            syntax, entities = pool.submit(self.syntax, teachers), pool.submit(self.entities)
            return syntax.result(), entities.result()


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", type=Path, help="folder that holds ud/, kind/ and wikineural/")
    parser.add_argument("out", type=Path, help="folder of the packaged pipeline")
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args(argv)
    args.work.mkdir(parents=True, exist_ok=True)
    run = Run(args.corpora, args.work, args.seed)
    run.prepare()
    syntax, ner = run.parts()
    corpus = run.corpus / "syntax-train.spacy"
    step(args.work / "assembled", "training.assemble", syntax, ner, corpus, args.out)


if __name__ == "__main__":
    main()
