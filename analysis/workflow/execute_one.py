"""Run one notebook through papermill in this process; `execute` starts it as a subprocess and watches over it.

Called with one argument, a JSON object: source, target (paths), cwd, parameters, start and cell (seconds).
Writes one JSON object a line to standard output: {"cell": 3, "of": 12} when a cell begins, at a failure
{"error": …, "value": …, "cell": …}, at the end {"done": true}.
"""

import json
import sys

from analysis.workflow.literal import literal_path


def main(job: dict) -> int:
    """Run the notebook of `job`; 0 where it ran through, 1 where a cell failed."""
    report = _reporter(sys.stdout)
    # What libraries print must not mix with our lines.
    sys.stdout = sys.stderr
    import nbformat
    import papermill as pm
    from nbclient.exceptions import CellTimeoutError, DeadKernelError
    from papermill.exceptions import PapermillExecutionError

    total = len(nbformat.read(job["source"], as_version=4).cells)
    at = {"cell": 0}

    def begin(cell, cell_index, **_):
        at["cell"] = cell_index + 1
        report({"cell": cell_index + 1, "of": total})

    def failed(name: str, value: str) -> int:
        report({"error": name, "value": value, "cell": at["cell"]})
        return 1

    try:
        pm.execute_notebook(
            literal_path(job["source"]),
            literal_path(job["target"]),
            parameters=job["parameters"],
            kernel_name="python3",
            cwd=job["cwd"],
            progress_bar=False,
            log_output=False,
            start_timeout=int(job["start"]),
            execution_timeout=int(job["cell_limit"]),
            record_timing=False,
            on_cell_execute=begin,
        )
    except PapermillExecutionError as error:
        return failed(error.ename, error.evalue)
    except CellTimeoutError:
        return failed("Timeout", f"the cell took longer than {job['cell_limit']} seconds")
    except DeadKernelError:
        return failed("DeadKernel", "the kernel died, perhaps for want of memory")
    report({"done": True})
    return 0


def _reporter(stream):
    def report(message: dict) -> None:
        stream.write(json.dumps(message) + "\n")
        stream.flush()

    return report


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
