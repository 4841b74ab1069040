"""The journal of a batch: which files are finished, by what their content was and is."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

import kpixl
from kpixl.batch.files import Hashes, Job, file_at, whereabouts
from kpixl.batch.work import FileResult
from kpixl.i18n import Message
from kpixl.ooxml.files import LocalFile
from kpixl.recalc.options import Options

NAME = ".kpixl-journal.jsonl"


class Journal:
    """One line of JSON for each finished file, in the order in which they were finished.

    A journal only ever saves work: where it cannot be written, `problem` says so and the batch goes on.
    """

    def __init__(self, path: Path, options: Options, *, resume: bool) -> None:
        self.path = path
        self.problem: Message | None = None
        self._how = _told(options)
        self._resume = resume
        self._stream: IO[str] | None = None
        self._recorded = self._read() if resume else {}

    def recorded(self, job: Job) -> Hashes | None:
        """What an earlier run recorded of this job's file, if it did the same to it."""
        return self._recorded.get(_key(job))

    def record(self, job: Job, result: FileResult) -> None:
        """Write down what became of a file, if it is finished and is not in the journal yet."""
        if result.hashes is None or result.report is None or self.problem:
            return
        before, after = result.hashes
        entry = {"source": _key(job), "before": before, "after": after, "how": self._how}
        try:
            if self._stream is None:
                self._stream = self._opened()
            self._stream.write(json.dumps(entry, ensure_ascii=False) + "\n")
            self._stream.flush()
        except OSError as fault:
            self.problem = Message.of("batch.no_journal", file=str(self.path), detail=fault.strerror)

    def close(self) -> None:
        if self._stream:
            self._stream.close()

    def remove(self) -> None:
        """Everything is finished, so there is nothing to go on with."""
        self.close()
        with suppress(OSError):
            self.path.unlink()

    def _opened(self) -> IO[str]:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        stream = self.path.open("a" if self._resume else "w", encoding="utf-8", errors="surrogateescape")
        if stream.tell():
            stream.write("\n")  # the last line may have been cut off
        return stream

    def _read(self) -> dict[str, Hashes]:
        try:
            lines = self.path.read_text(encoding="utf-8", errors="surrogateescape").split("\n")
        except OSError:
            return {}
        return {key: hashes for line in lines for key, hashes, how in _entries(line) if how == self._how}


def journal_path(jobs: Sequence[Job], out: str | None) -> Path:
    """Where the journal of a batch lies: in the output folder, or in the folder that all its files are below;
    in the current folder where that is no place on this machine."""
    if out is not None:
        folder = file_at(out)
        return (folder.path if isinstance(folder, LocalFile) else Path()) / NAME
    folders = [str(job.source.path.absolute().parent) for job in jobs if isinstance(job.source, LocalFile)]
    try:
        return Path(os.path.commonpath(folders)) / NAME
    except ValueError:  # none, or on several drives
        return Path(NAME)


def _entries(line: str) -> list[tuple[str, Hashes, object]]:
    """The entry in a line; none in one that was cut off or that somebody else wrote."""
    try:
        entry = json.loads(line)
        return [(str(entry["source"]), Hashes(str(entry["before"]), str(entry["after"])), entry["how"])]
    except (ValueError, KeyError, TypeError):
        return []


def _key(job: Job) -> str:
    return whereabouts(job.source)


def _told(options: Options) -> dict[str, object]:
    as_of = options.as_of.isoformat() if options.as_of else None
    return {"kpixl": kpixl.__version__, "full": options.full, "as_of": as_of}
