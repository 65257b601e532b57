"""Run a notebook in a process of its own, under a watchdog that says where it hung."""

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from analysis.errors import InputError, Problem, RunError
from analysis.paths import ROOT
from analysis.workflow.limits import Limits

# What must be the same in every kernel for the same bytes to come out.
FIXED = {
    "PYTHONHASHSEED": "0",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "TZ": "UTC",
    "LC_ALL": "C.UTF-8",
    "PYTHONUTF8": "1",
    # The kernel of this environment, not one that a user installed under the same name.
    "JUPYTER_PREFER_ENV_PATH": "1",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
}
_DROPPED = ("MPLBACKEND", "MATPLOTLIBRC", "PYTHONSTARTUP", "PYTHONWARNINGS", "JUPYTER_PATH", "SOURCE_DATE_EPOCH")


class KernelDidNotStart(RunError):
    """No cell began in time."""


def execute(
    source: Path,
    target: Path,
    *,
    cwd: Path,
    parameters: dict,
    limits: Limits = Limits(),  # noqa: B008 (frozen)
    on_cell: Callable[[int, int], None] | None = None,
) -> None:
    """Run the notebook `source` in the folder `cwd` and write it, executed, to `target`.

    `on_cell(number, of)` is called when a cell begins. A kernel that does not start is tried once more.
    Raises InputError where a cell did (bad input), RunError where a cell failed, the kernel died or a limit passed;
    `target` then holds what was done until then.
    """
    for last in (False, True):
        try:
            return _run(source, target, cwd, parameters, limits, on_cell or (lambda number, of: None))
        except KernelDidNotStart:
            if last:
                raise


def kernel_environment(ipython: str) -> dict[str, str]:
    """Environment of the process that runs a notebook; `ipython`: an empty folder in place of the user's profile."""
    env = {name: value for name, value in os.environ.items() if name not in _DROPPED}
    path = os.pathsep.join(part for part in (str(ROOT), env.get("PYTHONPATH", "")) if part)
    return {**env, **FIXED, "PYTHONPATH": path, "IPYTHONDIR": ipython}


def _run(source, target, cwd, parameters, limits, on_cell) -> None:
    job = {
        "source": str(source.resolve()),
        "target": str(target.resolve()),
        "cwd": str(cwd.resolve()),
        "parameters": parameters,
        "start": limits.start,
        "cell_limit": limits.cell,
    }
    with tempfile.TemporaryDirectory() as scratch, open(Path(scratch) / "stderr", "w+b") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "analysis.workflow.execute_one", json.dumps(job)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            env=kernel_environment(scratch),
            text=True,
            encoding="utf-8",
        )
        try:
            last = _watch(process, source.name, limits, on_cell)
        finally:
            _stop(process)
        errors.seek(0)
        tail = errors.read().decode("utf-8", "replace").strip().splitlines()[-1:]
    _judge(last, source.name, tail[0] if tail else "")


def _watch(process, name: str, limits: Limits, on_cell) -> dict:
    """Follow the messages of the process; its last one."""
    lines: queue.Queue = queue.Queue()
    threading.Thread(target=_pump, args=(process.stdout, lines), daemon=True).start()
    begun = time.monotonic()
    cell, last = 0, {}
    while True:
        limit = limits.notebook if cell else min(limits.start, limits.notebook)
        try:
            line = lines.get(timeout=max(0.0, begun + limit - time.monotonic()))
        except queue.Empty:
            if not cell:
                raise KernelDidNotStart(f"{name}: no cell began within {limit:g} seconds; it was stopped.") from None
            raise RunError(f"{name}, cell {cell}: not finished after {limit:g} seconds; it was stopped.") from None
        if line is None:
            return last
        try:
            last = json.loads(line)
        except ValueError:
            continue
        if "of" in last:
            cell = last["cell"]
            on_cell(cell, last["of"])


def _pump(stream, lines: queue.Queue) -> None:
    for line in stream:
        lines.put(line)
    lines.put(None)


def _stop(process: subprocess.Popen) -> None:
    """End the process and the kernel that it started, which lives in a session of its own."""
    try:
        family = [*psutil.Process(process.pid).children(recursive=True), psutil.Process(process.pid)]
    except psutil.NoSuchProcess:
        family = []
    if process.poll() is None:
        try:
            process.wait(timeout=0 if not family else 0.5)
        except subprocess.TimeoutExpired:
            pass
    for member in family:
        try:
            member.kill()
        except psutil.NoSuchProcess:
            pass
    process.wait()


def _judge(last: dict, name: str, tail: str) -> None:
    if last.get("done"):
        return
    if "error" in last:
        value = " ".join(str(last["value"]).split()) or last["error"]
        if last["error"] == "InputError":
            raise InputError(Problem(file=name, message=value, remedy=""))
        raise RunError(f"{name}, cell {last['cell']}: {last['error']}: {value}")
    raise RunError(f"{name}: the run ended before its end. {tail}".strip())
