"""What mapping the actors of a large dossier costs: seconds by step, memory, and whether time grows with events only.

    python benchmarks/actors.py TABLES [--documents N …]

The dossier is the bundled one again and again: each copy's documents, rows, sources, persons and organisations are
renamed and its dates moved on by a year, so that nothing is one incident with what it was copied from; states stay.
Each size runs in a process of its own, so that its peak of resident memory is its own; what the process holds before
the mapping (the interpreter, the libraries, the tables) is in it, and is also shown alone. In seconds of CPU time, the
faster of two passes; the floor is a bare groupby of the same rows. A step is superlinear where its time an event grows.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

os.environ.update({"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"})
ROOT = Path(__file__).resolve().parent.parent
GROWTH = 1.4
"""Growth of the time an event, from the cheapest smaller dossier to the largest, that is no noise any more."""
NOISE = 1.0
"""Microseconds an event below which growth is not judged."""
MEMORY = 1000.0
"""MB that mapping 1,000 documents may take."""
RENAMED = ("person:", "org:", "group:")


def steps():
    """Name and function of each step, in order. A function takes the tables and what the steps before it made, by name.

    A further model of the room is one more entry.
    """
    from analysis.actors.actor_table import actor_table, roll_up
    from analysis.actors.changes import dyad_changes
    from analysis.actors.combined import combine_dyads
    from analysis.actors.copies import without_copies
    from analysis.actors.discourse import one_mode
    from analysis.actors.dyads import dyads, dyads_by_period
    from analysis.actors.evidence import rows_behind
    from analysis.actors.exports import flat_statements, followthemoney_lines
    from analysis.actors.independence import ground_of, independent_support
    from analysis.actors.indices import network_indices
    from analysis.actors.material import material_of
    from analysis.actors.measures import network_measures
    from analysis.actors.network import network
    from analysis.actors.positions import position_matrix, position_rows, position_table
    from analysis.actors.roll_up import acts_for
    from analysis.actors.sensitivity import dyad_sensitivity
    from analysis.actors.tone import tone
    from analysis.actors.tone_dyads import tone_dyads

    def support(tables, made):
        ground = ground_of(tables)
        rows = tables["recommendations"].rename(columns={"proponent_id": "actor_id"})
        return [independent_support(group, ground) for _, group in rows.groupby("agent_ids")]

    return {
        "floor: groupby": lambda tables, made: (
            tables["events"].groupby(["source_state", "target_state", "incident_id"])["intensity"].sum()
        ),
        "acts_for": lambda tables, made: acts_for(tables),
        "actor_table": lambda tables, made: actor_table(tables),
        "roll_up": lambda tables, made: roll_up(made["actor_table"]),
        "without_copies": lambda tables, made: without_copies(tables),
        "dyads": lambda tables, made: dyads(made["without_copies"]),
        "dyads_by_period": lambda tables, made: dyads_by_period(made["without_copies"]),
        "tone": lambda tables, made: tone(tables),
        "tone_dyads": lambda tables, made: tone_dyads(made["tone"], made["acts_for"]),
        "combine_dyads": lambda tables, made: combine_dyads(made["dyads"], made["tone_dyads"]),
        "rows_behind (one)": lambda tables, made: rows_behind(_largest(made["dyads"]), tables),
        "material_of": lambda tables, made: material_of(tables, made["dyads"]),
        "support": support,
        "dyad_sensitivity": lambda tables, made: dyad_sensitivity(made["without_copies"]),
        "dyad_changes": lambda tables, made: dyad_changes(made["dyads_by_period"]),
        "network_measures": lambda tables, made: network_measures(network(made["dyads"])),
        "network_indices": lambda tables, made: network_indices(network(made["dyads"]), tables, made["dyads"]),
        "position_rows": lambda tables, made: position_rows(tables),
        "position_table": lambda tables, made: position_table(made["position_rows"], ground_of(tables)),
        "position_matrix": lambda tables, made: position_matrix(made["position_rows"], ground_of(tables)),
        "one_mode": lambda tables, made: one_mode(made["position_matrix"], "actors", "subtract", "average"),
        "exports": lambda tables, made: (
            flat_statements(made["position_rows"], tables),
            followthemoney_lines(tables),
        ),
    }


def _largest(dyad_table):
    return dyad_table.sort_values("incidents").iloc[-1]


def enlarged(tables, documents):
    """The tables of a dossier of so many documents; `tables`: those of the small one."""
    import pandas as pd

    from analysis.tables import ACTOR_COLUMNS

    times = -(-documents // len(tables["documents"]))
    copies = {name: [] for name in tables}
    for number in range(times):
        wanted = set(tables["documents"]["doc_id"][: documents - number * len(tables["documents"])])
        for name, frame in tables.items():
            copy = frame[frame["doc_id"].isin(wanted)].copy() if "doc_id" in frame else frame.copy()
            for column in copy:
                if column == "doc_id" or column == "source_group" or column.endswith("incident_id"):
                    copy[column] = copy[column] + f"-{number}"
                elif column in ("event_id", "statement_id", "recommendation_id", "forecast_id"):
                    copy[column] = copy[column].where(copy[column] == "", copy[column] + f"-{number}")
                elif column in ("date", "published"):
                    copy[column] = [_later(day, number) for day in copy[column]]
                elif column in ACTOR_COLUMNS.get(name, ()) or (name, column) == ("actors", "actor_id"):
                    copy[column] = ["|".join(_renamed(i, number) for i in cell.split("|")) for cell in copy[column]]
            copies[name].append(copy)
    joined = {name: pd.concat(frames, ignore_index=True) for name, frames in copies.items()}
    joined["actors"] = joined["actors"].drop_duplicates("actor_id").reset_index(drop=True)
    return joined


def _later(day, years):
    return f"{int(day[:4]) + years:04}{day[4:].replace('-02-29', '-02-28')}" if day else ""


def _renamed(actor, number):
    return f"{actor}-{number}" if actor.startswith(RENAMED) else actor


def measured(folder, documents):
    """Seconds by step (the faster of two passes), events, and memory before and at its peak, in MB."""
    from analysis.tables import read_tables

    tables = enlarged(read_tables(Path(folder)), documents)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds = {}
    for _ in range(2):
        made = {}
        for name, step in steps().items():
            start = time.process_time()
            made[name] = step(tables, made)
            seconds[name] = min(time.process_time() - start, seconds.get(name, float("inf")))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"events": len(tables["events"]), "seconds": seconds, "before": before, "peak": peak}


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("tables", help="folder with the tables of a dossier: `python -m analysis extract … --out DIR`")
    parser.add_argument("--documents", type=int, nargs="+", default=[10, 100, 1000], help="sizes to compare")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args(argv)
    if args.one:
        print(json.dumps(measured(args.tables, args.documents[0])))
        return
    found = []
    for size in args.documents:
        call = [sys.executable, __file__, args.tables, "--documents", str(size), "--one"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        found.append(
            json.loads(subprocess.run(call, check=True, capture_output=True, text=True, env=environment).stdout)
        )
    print(f"{'documents':<20} " + " ".join(f"{size:>9}" for size in args.documents))
    print(f"{'events':<20} " + " ".join(f"{one['events']:>9}" for one in found))
    for name in ("before", "peak"):
        print(f"{'MB ' + name:<20} " + " ".join(f"{one[name]:>9.0f}" for one in found))
    print(f"{'':<20} " + ("within" if found[-1]["peak"] <= MEMORY else "over") + f" {MEMORY:.0f} MB\n")
    print("microseconds an event; seconds in all at the largest size")
    for name in found[0]["seconds"]:
        rates = [1e6 * one["seconds"][name] / one["events"] for one in found]
        bad = rates[-1] >= NOISE and rates[-1] > GROWTH * min(rates[:-1] or rates)
        last = f"{found[-1]['seconds'][name]:>9.3f}"
        print(f"{name:<20} " + " ".join(f"{rate:>9.1f}" for rate in rates) + last + ("  superlinear" if bad else ""))
    print(f"{'all':<20} " + " ".join(f"{sum(one['seconds'].values()):>9.2f}" for one in found) + " s")


if __name__ == "__main__":
    main()
