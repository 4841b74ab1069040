"""Where LibreOffice is installed, and which Python it can be spoken to with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kpixl.errors import UsageError

VARIABLE = "KPIXL_SOFFICE"
"""The environment variable that names the program where it lies in an unusual place."""

# a Python environment of ours would confuse the Python that runs inside LibreOffice
FOREIGN = ("PYTHONHOME", "PYTHONPATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
PATIENCE = 60  # seconds


@dataclass(frozen=True)
class Programs:
    soffice: Path
    python: Path  # one that has the module `uno`


def programs() -> Programs:
    """Raises `UsageError` when LibreOffice, or its support for Python, is not installed."""
    for soffice in _candidates():
        if soffice.is_file():
            break
    else:
        raise UsageError("office.install.no_libreoffice", variable=VARIABLE)
    for python in _pythons(soffice.resolve().parent):
        if python.is_file() and _has_uno(python):
            return Programs(soffice, python)
    raise UsageError("office.install.no_python", soffice=str(soffice))


def clean_environment(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The environment to start LibreOffice and its Python in."""
    return {name: value for name, value in environment.items() if name not in FOREIGN}


def own_profile() -> Path:
    """The folder in which LibreOffice keeps the settings and the extensions of this user."""
    if sys.platform == "win32":
        above = Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming")) / "LibreOffice"
    elif sys.platform == "darwin":
        above = Path.home() / "Library" / "Application Support" / "LibreOffice"
    else:
        above = Path(os.environ.get("XDG_CONFIG_HOME", Path.home() / ".config")) / "libreoffice"
    return above / "4"


def _candidates() -> Iterator[Path]:
    if VARIABLE in os.environ:
        yield Path(os.environ[VARIABLE])
        return
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            yield Path(found)
    if sys.platform == "win32":
        for variable in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"):
            if variable in os.environ:
                yield Path(os.environ[variable]) / "LibreOffice" / "program" / "soffice.exe"
    elif sys.platform == "darwin":
        for above in (Path("/Applications"), Path.home() / "Applications"):
            yield above / "LibreOffice.app" / "Contents" / "MacOS" / "soffice"
    else:
        for folder in (
            Path("/usr/lib/libreoffice"),
            *sorted(Path("/opt").glob("libreoffice*"), reverse=True),
        ):
            yield folder / "program" / "soffice"


def _pythons(program_folder: Path) -> Iterator[Path]:
    yield program_folder / "python.exe"
    yield program_folder.parent / "Resources" / "python"  # within the application folder of macOS
    yield program_folder / "python"
    yield Path("/usr/bin/python3")  # Linux distributions bind UNO to the system's Python


def _has_uno(python: Path) -> bool:
    asked = subprocess.run(
        [python, "-c", "import uno"],
        env=clean_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return asked.returncode == 0
