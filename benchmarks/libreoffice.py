"""A private LibreOffice that stays up while workbooks are handed to it one after the other."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

SCRIPT = Path(__file__).with_name("inside_libreoffice.py")
URL = f"vnd.sun.star.script:{SCRIPT.name}$main?language=Python&location=user"
# a Python environment of ours, on the path too, would confuse the Python inside LibreOffice
FOREIGN = ("PYTHONHOME", "PYTHONPATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
PATIENCE = 120  # seconds until a LibreOffice that does not answer is given up
GRACE = 20  # seconds it has to end by itself

# the same arithmetic as kpixl.domain.funnel.backcalc; a cell shows the first of its values
BACKCALC = """Option Explicit

Function KPI_BACKCALC(goal, rates)
  Dim volumes(0, UBound(rates, 2)) As Double
  Dim stage As Long
  stage = UBound(rates, 2)
  volumes(0, stage) = CeilCount(goal)
  For stage = stage To 1 Step -1
    volumes(0, stage - 1) = CeilCount(volumes(0, stage) / rates(1, stage))
  Next
  KPI_BACKCALC = volumes
End Function

Function CeilCount(value As Double) As Double
  Dim nearest As Double
  nearest = Int(value + 0.5)
  If Abs(value - nearest) <= 1E-9 * nearest Then
    CeilCount = nearest
  Else
    CeilCount = -Int(-value)
  End If
End Function
"""


class LibreOfficeFailed(Exception):
    """It did not start, did not answer, or could not do what it was asked for."""


def program() -> str:
    """Where LibreOffice is installed. Raises `LibreOfficeFailed` if it is not."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        raise LibreOfficeFailed("LibreOffice is not installed: soffice is not on the path")
    return found


class LibreOffice:
    """A running LibreOffice that knows our function as a Basic macro."""

    def __init__(self, lines: TextIO, folder: Path) -> None:
        self._lines = lines
        self._source, self._target = folder / "source.xlsx", folder / "target.xlsx"
        self._ask({"macro": BACKCALC})

    def recalculated(self, content: bytes) -> bytes:
        """The workbook after loading, computing every formula and saving as .xlsx."""
        self._source.write_bytes(content)
        self._ask({"source": str(self._source), "target": str(self._target)})
        return self._target.read_bytes()

    def _ask(self, request: Mapping[str, str]) -> None:
        try:
            self._lines.write(json.dumps(request) + "\n")
            self._lines.flush()
            answer = self._lines.readline()
        except OSError as reason:
            raise LibreOfficeFailed(f"LibreOffice does not answer: {reason}") from reason
        if not answer:
            raise LibreOfficeFailed("LibreOffice ended before it answered")
        error = json.loads(answer)["error"]
        if error:
            raise LibreOfficeFailed(error)


@contextmanager
def running() -> Iterator[LibreOffice]:
    """Start LibreOffice with a profile of its own; nothing is left of either. Raises `LibreOfficeFailed`."""
    with TemporaryDirectory(prefix="kpixl-benchmark-") as name, _listening() as listener:
        folder = Path(name)
        process = _started(folder / "profile", listener.getsockname()[1])
        try:
            with _connected(listener, process) as connection:
                connection.settimeout(PATIENCE)
                with connection.makefile("rw") as lines:
                    yield LibreOffice(lines, folder)
        finally:
            _ended(process)


def _listening() -> socket.socket:
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(1)
    return listener


def _started(profile: Path, port: int) -> subprocess.Popen[bytes]:
    scripts = profile / "user" / "Scripts" / "python"
    scripts.mkdir(parents=True)
    shutil.copy(SCRIPT, scripts)
    environment = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    environment |= {"PATH": os.defpath, "KPIXL_BENCHMARK_PORT": str(port)}
    return subprocess.Popen(
        [
            program(),
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            URL,
        ],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # so that the programs it starts in turn can be ended with it
    )


def _connected(listener: socket.socket, process: subprocess.Popen[bytes]) -> socket.socket:
    for _ in range(PATIENCE):
        try:
            return listener.accept()[0]
        except TimeoutError:
            if process.poll() is not None:
                break
    raise LibreOfficeFailed(f"LibreOffice did not start ({process.returncode=})")


def _ended(process: subprocess.Popen[bytes]) -> None:
    """Let it end by itself for a while, then end it; whatever it started ends with it."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(GRACE)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
