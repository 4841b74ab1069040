"""A shelf of small workbooks, and workers that meet a bad end."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from workbooks import traps
from workbooks.hand import F, book

from kpixl.batch.files import Job
from kpixl.batch.work import FileResult, How, recalculated
from kpixl.hosts.headless import recalculate_content
from kpixl.ooxml.files import LocalFile


def workbook(number: int = 0) -> bytes:
    """A workbook whose one function of ours is out of date; the number makes it different from others."""
    cells = {"A1": F(traps.OURS, 1), "A2": float(number), "A3": F("A1+A2", -1)}
    names = '<definedName name="件数">S!$A$1</definedName><definedName name="Number">S!$A$2</definedName>'
    return book({"S": cells}, names=names)


def computed(content: bytes) -> bytes:
    """What becomes of it."""
    return recalculate_content(content, "x.xlsx").content


def filled(folder: Path, count: int) -> list[Path]:
    """The folder with so many workbooks in it."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number:03}.xlsx" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(workbook(number))
    return paths


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def dying(job: Job, how: How, name: str, times: int, notes: Path) -> FileResult:
    """The work on a file, which kills its process the first `times` times that it meets this name."""
    assert isinstance(job.source, LocalFile)
    if job.source.path.name == name:
        deaths = len(list(notes.iterdir()))
        if deaths < times:
            (notes / str(deaths)).touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return recalculated(job, how)
