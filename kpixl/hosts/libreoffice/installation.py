"""Installs the extension for the running user, and removes it again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from kpixl.errors import OutputError, UsageError
from kpixl.hosts.libreoffice.extension import FILE_NAME, extension
from kpixl.hosts.libreoffice.names import EXTENSION
from kpixl.hosts.libreoffice.programs import Programs, clean_environment, own_profile, programs
from kpixl.hosts.libreoffice.session import LOCK, started

MANAGER = Path(__file__).with_name("extension_manager.py")
PATIENCE = 180  # seconds; the first start of LibreOffice makes a profile


def install(profile: Path | None = None, python: str = sys.executable) -> None:
    """Install the extension, or replace an older one; its larger commands will run in this Python.

    Raises `UsageError` (LibreOffice is missing or running) and `OutputError` (it refused).
    """
    with TemporaryDirectory(prefix="kpixl-") as folder:
        file = Path(folder) / FILE_NAME
        file.write_bytes(extension(python))
        _change(programs(), profile or own_profile(), "add", str(file))


def uninstall(profile: Path | None = None) -> bool:
    """Remove the extension; gives whether there was one. Raises as `install` does."""
    return _change(programs(), profile or own_profile(), "remove", EXTENSION) == "done"


def _change(found: Programs, profile: Path, what: str, operand: str) -> str:
    """Have LibreOffice's extension manager do it: the command `unopkg` would refuse to work for root."""
    if (profile / LOCK).exists():
        raise UsageError("office.install.running", lock=str(profile / LOCK))
    try:
        with started(found, profile) as pipe:
            asked = subprocess.run(
                [found.python, MANAGER, pipe, what, operand],
                env=clean_environment(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                timeout=PATIENCE,
                check=False,
            )
    except subprocess.TimeoutExpired:
        raise OutputError("office.install.refused", detail=f"> {PATIENCE} s") from None
    except OSError as fault:
        raise OutputError("office.install.refused", detail=fault.strerror or str(fault)) from None
    if asked.returncode:
        reasons = asked.stderr.strip().splitlines() or ["?"]
        raise OutputError("office.install.refused", detail=reasons[-1])
    return asked.stdout.strip()
