"""Runs the command line on many files, each in a process that the system ends when it takes too much.

`python bounded_runs.py FOLDER` reads FOLDER/runs.json, a list of command lines by name, and writes
FOLDER/results.json. It starts without pytest, so that it can make copies of itself: each begins with
everything loaded.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from pathlib import Path

# both load what a run needs
import kpixl.hosts.guarded
import kpixl.hosts.headless
from kpixl.cli.main import main

SECONDS, BYTES = 2, 500 << 20


def bounded_run(arguments: list[str], said: Path) -> None:
    """In a copy of this process, which may take two seconds and 500 MB, as may a process that it starts."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_DATA, (BYTES, BYTES))
    for stream, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(said / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), stream)
    code = main(arguments)
    sys.stdout.flush()
    sys.stderr.flush()
    kpixl.hosts.guarded.GUARD.dismiss()
    os._exit(code)


def run(arguments: list[str], said: Path) -> dict[str, object]:
    child = os.fork()
    if not child:
        try:
            bounded_run(arguments, said)
        finally:
            os._exit(99)
    _, status, usage = os.wait4(child, 0)
    return {
        "code": os.waitstatus_to_exitcode(status),
        "out": (said / "out").read_text("utf-8"),
        "err": (said / "err").read_text("utf-8"),
        "bytes": usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
    }


def run_all(folder: Path) -> None:
    runs = json.loads((folder / "runs.json").read_text("utf-8"))
    results = {name: run(arguments, folder) for name, arguments in runs.items()}
    (folder / "results.json").write_text(json.dumps(results), "utf-8")


if __name__ == "__main__":
    run_all(Path(sys.argv[1]))
