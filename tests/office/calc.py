"""One LibreOffice with the extension, for all tests: started when first needed, with a profile of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import kpixl
from kpixl.errors import UsageError
from kpixl.functions.values import Cell, CellError
from kpixl.hosts.libreoffice import installation
from kpixl.hosts.libreoffice.commands import Command
from kpixl.hosts.libreoffice.extension import PYTHON_PATH
from kpixl.hosts.libreoffice.programs import Programs, clean_environment, programs
from kpixl.hosts.libreoffice.session import started

DRIVER = Path(__file__).with_name("driver.py")

SOURCES = Path(kpixl.__file__).parents[1]
MOST_EVENTS = 2000
"""That may have to be waited for when a command has been given."""

CODES = {
    521: "#NULL!",
    532: "#DIV/0!",
    519: "#VALUE!",
    524: "#REF!",
    525: "#NAME?",
    503: "#NUM!",
    32767: "#N/A",
}
"""Of the errors that Calc shows as Excel does, by Calc's numbers for them."""


class Calc:
    """Does in LibreOffice whatever `driver.py` can do: `calc.open(path)`, `calc.values(number)`, …"""

    def __init__(self, process: subprocess.Popen[str], profile: Path) -> None:
        self._process = process
        self.profile = profile
        assert self._answer() == "ready"

    @property
    def log(self) -> str:
        """What the extension has written into its log."""
        path = self.profile / "user" / "kpixl.log"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def values_of(self, path: Path) -> dict[str, list[list[Cell]]]:
        """Every cell's value by sheet and row after LibreOffice has recalculated the workbook."""
        opened = self.open(path)
        values = self.values(opened)
        self.close(opened)
        return {sheet: as_cells(rows) for sheet, rows in values.items()}

    def press(self, opened: int, toolbar: str, command: Command) -> None:
        """Press the button of a command, and go on when all is done that follows."""
        done, before = f"{command.id}: done", self.log
        self._ask("press", (opened, toolbar, command.title("en")))
        for _ in range(MOST_EVENTS):
            self._ask("process_events", ())
            if self.log.count(done) > before.count(done):
                return
        raise AssertionError(self.log[len(before) :])

    def __getattr__(self, name: str) -> Any:
        return lambda *arguments: self._ask(name, arguments)

    def _ask(self, name: str, arguments: tuple[object, ...]) -> Any:
        given = [str(one) if isinstance(one, Path) else one for one in arguments]
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"do": name, "with": given}) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "LibreOffice has ended"
        answer = json.loads(line)
        assert "fault" not in answer, answer["fault"]
        return answer["answer"]


def needed() -> Programs:
    """Where LibreOffice is; without it the test is skipped, or fails where every host must be there."""
    try:
        return programs()
    except UsageError as missing:
        if os.environ.get("KPIXL_REQUIRE_HOSTS"):
            pytest.fail(str(missing))
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def calc(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Calc]:
    needed()
    folder = tmp_path_factory.mktemp("libreoffice")
    profile = folder / "profile"
    installation.install(profile, str(python_of_these_sources(folder)))
    with running(profile) as started_one:
        yield started_one


@contextmanager
def running(profile: Path, python_path: Path | None = None) -> Iterator[Calc]:
    """A LibreOffice with this profile, which has the extension; the driver uses kpixl from there too."""
    found = programs()
    if python_path is None:
        (python_path,) = profile.glob(f"user/uno_packages/cache/uno_packages/*/*.oxt/{PYTHON_PATH}")
    with started(found, profile) as pipe, driven(found, pipe, python_path) as process:
        yield Calc(process, profile)


def python_of_these_sources(folder: Path) -> Path:
    """A Python that runs kpixl as it lies here, wherever an installed one may come from."""
    script = folder / "python"
    script.write_text(f'#!/bin/sh\nPYTHONPATH="{SOURCES}" exec "{sys.executable}" "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return script


def driven(found: Programs, pipe: str, python_path: Path) -> subprocess.Popen[str]:
    """The process that speaks to LibreOffice; when nobody writes to it any more, both end."""
    return subprocess.Popen(
        [found.python, DRIVER, pipe, installation.MANAGER, python_path],
        env=clean_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def as_cells(values: list[list[Any]]) -> list[list[Cell]]:
    """The values that the driver has read, with errors as we have them."""
    return [[_as_cell(value) for value in row] for row in values]


def _as_cell(value: Any) -> Cell:
    if isinstance(value, dict):
        return CellError(CODES.get(value["error"], f"Err:{value['error']}"))
    return value  # type: ignore[no-any-return]
