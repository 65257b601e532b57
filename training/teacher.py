"""Train the teacher of entities.

python -m training.teacher ../shared/corpora build/training/vectors OUT.pt
"""

import argparse
from pathlib import Path

import torch

from training.recogniser import trained


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args(argv)
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    torch.save(trained(args.corpora, args.vectors, args.seed), args.out)


if __name__ == "__main__":
    main()
