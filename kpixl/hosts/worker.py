"""The process that recalculates one workbook after the other for `guarded`, and ends when one is too much."""

from __future__ import annotations

import faulthandler
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable
from functools import partial
from typing import BinaryIO

from kpixl.errors import KpixlError
from kpixl.hosts.computing import FUNCTIONS
from kpixl.hosts.messages import Finished, Request, Trying
from kpixl.recalc.engine import Place
from kpixl.recalc.recalculate import recalculate_bytes
from kpixl.recalc.report import Outcome
from kpixl.recalc.trial import Trial

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

SHARE_OF_ONE, SHARE_OF_THE_REST = 0.1, 2
"""Of the time for a workbook: what one formula may take that is tried, and what may be done before or after.

Afterwards all that were tried with success are computed once more.
"""
LEAST_FOR_ONE = 0.25
"""Seconds that any formula may take: a computer that is busy elsewhere must not look like one without end."""


def main() -> None:
    """Serve requests from standard input until it ends; answers go to standard output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which closes our input
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "r+b", buffering=0) as nowhere:
        os.dup2(nowhere.fileno(), 0)
        os.dup2(nowhere.fileno(), 1)  # whatever prints must not get between the answers
        leaving = False
        while not leaving:
            try:
                request: Request = pickle.load(requests)
            except EOFError:
                return
            leaving = _serve(request, partial(_send, answers), nowhere)


def _serve(request: Request, send: Callable[[object], None], nowhere: BinaryIO) -> bool:
    def watch(seconds: float) -> None:
        # ends the process from a thread that needs nothing of Python, whatever the engine is doing
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)

    def trying(place: Place | None) -> None:
        send(Trying(place))
        if place:
            watch(max(LEAST_FOR_ONE, request.seconds * SHARE_OF_ONE))
        else:
            watch(request.seconds * SHARE_OF_THE_REST)

    memory = request.options.limits.memory
    _bound_memory(memory)
    watch(request.seconds * (SHARE_OF_THE_REST if request.trial else 1))
    trial = Trial(request.trial.hopeless, request.trial.seconds, trying) if request.trial else None
    result = _result(request, trial)
    faulthandler.cancel_dump_traceback_later()
    leaving = _largest_size() > memory // 2
    send(Finished(result, leaving))
    return leaving


def _result(request: Request, trial: Trial | None) -> Outcome | Exception:
    try:
        return recalculate_bytes(request.content, request.file, FUNCTIONS, request.options, trial)
    except KpixlError as refusal:
        return refusal
    except MemoryError:
        os._exit(1)
    except Exception as fault:
        told = RuntimeError(f"{type(fault).__name__}: {fault}")
        told.add_note(traceback.format_exc())
        return told
    except BaseException:  # a panic of the engine, which a formula causes, or a lack of memory
        os._exit(1)


def _send(answers: BinaryIO, answer: object) -> None:
    pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()


def _bound_memory(most: int) -> None:
    """Where the system can: not on Windows, and on macOS it may not be heeded."""
    if resource is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(
            resource.RLIMIT_DATA, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard)
        )


def _largest_size() -> int:
    """The most memory this process has had, in bytes; 0 where the system does not tell."""
    if resource is None:
        return 0
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return size if sys.platform == "darwin" else size * 1024
