"""Recalculating in another process, so that no workbook can take more time or memory than it may.

The engine can neither be interrupted within a formula nor survive running out of memory.  The process ends
itself in both cases; then the formulas are tried one by one in new processes, those that end one are frozen,
and the rest of the workbook is computed.
"""

from __future__ import annotations

import atexit
import os
import pickle
import subprocess
import sys
from dataclasses import dataclass, replace
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING

from kpixl.errors import UnsafeWorkbook
from kpixl.hosts.messages import Finished, Request, TrialRequest
from kpixl.recalc.options import Options

if TYPE_CHECKING:  # both load the engine, which only the worker needs
    from kpixl.recalc.engine import Place
    from kpixl.recalc.report import Outcome

# the modules are found where this process finds them, not in the folder that it happens to stand in
START = "import sys; sys.path[:] = sys.argv[1:]; from kpixl.hosts.worker import main; main()"


@dataclass(frozen=True)
class _Answer:
    """What a worker said; without a result it ended itself."""

    result: Outcome | Exception | None
    trying: Place | None = None  # the formula that was being tried at the end
    seconds: float = 0.0  # since the first formula was tried


class Guard:
    """Keeps a worker for the workbooks to come; each thread waits for its turn."""

    def __init__(self) -> None:
        self._turn = Lock()
        self._worker: subprocess.Popen[bytes] | None = None
        self._owner = os.getpid()
        atexit.register(self.dismiss)

    def recalculate(self, content: bytes, file: str, options: Options, seconds: float) -> Outcome:
        """The workbook with its formulas computed, those frozen that take more time or memory than they may.

        Raises `UnsafeWorkbook` where the workbook cannot even be read with that, and whatever
        `recalculate_content` raises.
        """
        request = Request(content, file, options, seconds)
        hopeless: set[Place] = set()
        left = seconds
        with self._turn:
            answer = self._ask(request)
            while answer.result is None:
                if request.trial:
                    if answer.trying is None:  # it did not even come to its formulas
                        memory = options.limits.memory
                        raise UnsafeWorkbook(
                            "workbook.too_demanding", file=file, seconds=seconds, memory=memory
                        )
                    hopeless.add(answer.trying)
                    left -= answer.seconds
                request = replace(request, trial=TrialRequest(frozenset(hopeless), left))
                answer = self._ask(request)
        if isinstance(answer.result, Exception):
            raise answer.result
        return answer.result

    def prepare(self) -> None:
        """Start the worker now, while this process does other things."""
        with self._turn:
            self._ready()

    def dismiss(self) -> None:
        """End the worker."""
        worker, self._worker = self._worker, None
        if worker is None or self._owner != os.getpid():  # a forked copy of this process has no say
            return
        worker.kill()
        worker.communicate()

    def _ask(self, request: Request) -> _Answer:
        try:
            return self._asked(request)
        except BaseException:  # interrupted: what the worker says next would answer another question
            self.dismiss()
            raise

    def _asked(self, request: Request) -> _Answer:
        worker = self._ready()
        assert worker.stdin
        assert worker.stdout
        trying, started = None, monotonic()
        try:
            pickle.dump(request, worker.stdin, pickle.HIGHEST_PROTOCOL)
            worker.stdin.flush()
            while True:
                said = pickle.load(worker.stdout)
                if isinstance(said, Finished):
                    if said.leaving:
                        self.dismiss()
                    return _Answer(said.result)
                if trying is None:
                    started = monotonic()
                trying = said.place
        except (EOFError, OSError, pickle.UnpicklingError):
            self.dismiss()
            return _Answer(None, trying, monotonic() - started)

    def _ready(self) -> subprocess.Popen[bytes]:
        if self._worker is None or self._owner != os.getpid():
            self._owner = os.getpid()
            self._worker = subprocess.Popen(
                [sys.executable, "-P", "-c", START, *sys.path],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # no console appears on Windows
            )
        return self._worker


GUARD = Guard()
