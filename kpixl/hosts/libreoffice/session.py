"""A LibreOffice that is started for us, without windows, and of which nothing is left running afterwards."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from kpixl.hosts.libreoffice.programs import Programs, clean_environment

GRACE = 20  # seconds that LibreOffice has to end by itself after it was asked to
LOCK = ".lock"
"""The file in a profile while LibreOffice runs with it."""


@contextmanager
def started(programs: Programs, profile: Path) -> Iterator[str]:
    """Start LibreOffice with this profile; gives the name of the pipe on which it listens.

    Whoever connects asks it to end; should it not, it is ended with every process it has started.
    """
    pipe = f"kpixl-{uuid4().hex}"
    process = subprocess.Popen(
        [
            programs.soffice,
            f"-env:UserInstallation={profile.absolute().as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            f"--accept=pipe,name={pipe};urp;",
        ],
        env=clean_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield pipe
        with suppress(subprocess.TimeoutExpired):
            process.wait(GRACE)
    finally:
        _end(process)
        (profile / LOCK).unlink(missing_ok=True)


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(
                ["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False
            )
    else:
        with suppress(ProcessLookupError):  # soffice is a script that leaves soffice.bin behind
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
