"""Train one teacher, of syntax from converted treebanks or of entities from the corpora.

python -m training.teacher syntax build/training/corpus/syntax-train.spacy VECTORS OUT.pt
python -m training.teacher entities ../shared/corpora VECTORS OUT.pt
"""

import argparse
from pathlib import Path

import spacy
import torch
from spacy.tokens import DocBin

from training import graph, recogniser


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("kind", choices=("syntax", "entities"))
    parser.add_argument("source", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args(argv)
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    if args.kind == "syntax":
        sentences = graph.sentences_of(DocBin().from_disk(args.source).get_docs(spacy.blank("it").vocab))
        model = graph.trained(sentences, args.vectors, args.seed)
    else:
        model = recogniser.trained(args.source, args.vectors, args.seed)
    torch.save(model, args.out)


if __name__ == "__main__":
    main()
