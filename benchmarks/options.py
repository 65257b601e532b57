"""SMAA-2 of 8 options under 10 criteria, beside a loop through an existing library, in one run.

    python benchmarks/options.py [--draws 100000]

Seconds of CPU on one core for interval, triangular and normal scores under all weights, with everything that
`analysis.options.smaa` returns; peak memory; the same for ten and a hundred times the draws. The floor is the bare
array operation: drawing the scores and adding them up, nothing counted. The library is pymcdm (requirements-dev.txt):
its weighted sum called once a draw, measured on 2,000 draws and scaled; it gives scores only, firsts are counted here.
No step uses more than one thread.
"""

import argparse
import resource
import time

import numpy as np
import pandas as pd

from analysis.options import any_weights, interval_scores, normal_scores, smaa, triangular_scores

OPTIONS, CRITERIA, LOOP = 8, 10, 2_000


def cells():
    values = np.sort(np.random.default_rng(2).random((3, OPTIONS, CRITERIA)), axis=0)
    names = [f"o{i}" for i in range(OPTIONS)], [f"c{k}" for k in range(CRITERIA)]
    return [pd.DataFrame(part, *names) for part in values]


def seconds(work, repeat=3):
    times = []
    for _ in range(repeat):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def floor(low, high, draws):
    """Interval scores and weights drawn and summed, chunk by chunk."""
    rng, base, span = np.random.default_rng(1), low.to_numpy(), (high - low).to_numpy()
    for _ in range(0, draws, 2048):
        weights = rng.dirichlet(np.ones(CRITERIA), 2048)
        ((base + span * rng.random((2048, OPTIONS, CRITERIA))) * weights[:, None, :]).sum(axis=2)


def library(low, high, draws):
    """The same through pymcdm, one call a draw."""
    from pymcdm.methods import WSM

    method, types = WSM(), np.ones(CRITERIA)
    rng, base, span = np.random.default_rng(1), low.to_numpy(), (high - low).to_numpy()
    first = np.zeros(OPTIONS)
    for _ in range(draws):
        table = base + span * rng.random((OPTIONS, CRITERIA))
        first[np.argmax(method(table, rng.dirichlet(np.ones(CRITERIA)), types))] += 1
    return first / draws


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--draws", type=int, default=100_000)
    draws = parser.parse_args().draws
    low, mode, high = cells()
    weights = any_weights(list(low.columns))
    kinds = {
        "interval": interval_scores(low, high),
        "triangular": triangular_scores(low, mode, high),
        "normal": normal_scores(mode, high - low),
    }
    base = seconds(lambda: floor(low, high, draws))
    print(f"{draws:,} draws, {OPTIONS} options, {CRITERIA} criteria, one core, seconds of CPU (best of three)")
    print(f"floor: scores and weights drawn and added up  {base:.2f}")
    for name, scores in kinds.items():
        used = seconds(lambda scores=scores: smaa(scores, weights, draws))
        print(f"smaa, {name:10s} {used:.2f}   {used / base:.1f} times the floor")
    own = seconds(lambda: smaa(kinds["interval"], weights, draws))
    try:
        loop = seconds(lambda: library(low, high, LOOP), repeat=1) * draws / LOOP
        print(f"pymcdm, one call a draw  {loop:.0f}   {loop / own:.0f} times smaa")
    except ModuleNotFoundError:
        print("pymcdm is not installed: pip install -r requirements-dev.txt")
    for factor in (1, 10, 100):
        used = seconds(lambda factor=factor: smaa(kinds["interval"], weights, draws * factor), repeat=1)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{draws * factor:>11,} draws  {used:7.2f} s   peak {peak:.0f} MB")


if __name__ == "__main__":
    main()
