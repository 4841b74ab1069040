"""Makes kpixl known to Excel for the running user, without an administrator; and takes it away again.

What is written: a class in the user's part of the registry, by which Windows starts this Python, and the
add-in in the folder from which Excel opens files by itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from kpixl.errors import OutputError, UsageError
from kpixl.hosts.excel.package import addin
from kpixl.hosts.excel.registry import Registry, WindowsRegistry
from kpixl.hosts.excel.server import CLASS_ID, NAME, PROGRAM_ID
from kpixl.i18n import Language
from kpixl.ooxml.files import write_file

ADDIN = "kpixl.xlam"
CLASSES = "Software\\Classes"
# where programs of 32 bits look, on a Windows of 64
CLASS_KEYS = (f"{CLASSES}\\CLSID\\{CLASS_ID}", f"{CLASSES}\\Wow6432Node\\CLSID\\{CLASS_ID}")
PROGRAM_KEY = f"{CLASSES}\\{PROGRAM_ID}"
SERVER_MODULE = "kpixl.hosts.excel.server"


@dataclass(frozen=True)
class Computer:
    """Where things lie on a computer with Windows."""

    registry: Registry
    python: Path  # the interpreter in use
    appdata: Path  # the user's `AppData\\Roaming`

    @property
    def windowless_python(self) -> Path:
        """The interpreter that opens no console."""
        return self.python.with_name("pythonw.exe")

    @property
    def addin(self) -> Path:
        return self.appdata / "Microsoft" / "Excel" / "XLSTART" / ADDIN

    @property
    def command(self) -> str:
        """What Windows runs; `-P` keeps modules out that lie in whatever folder is current."""
        return f'"{self.windowless_python}" -P -m {SERVER_MODULE}'


def this_computer() -> Computer:
    """Raises `UsageError` on another system than Windows."""
    if sys.platform != "win32":
        raise UsageError("excel.install.not_mac" if sys.platform == "darwin" else "excel.install.not_here")
    return Computer(WindowsRegistry(), Path(sys.executable), Path(os.environ["APPDATA"]))


def install(computer: Computer, language: Language) -> None:
    """Register this Python and write the add-in; an older installation is replaced.

    Raises `UsageError` where a library or the windowless interpreter is missing, `OutputError` where
    Windows refuses.
    """
    missing = [library for library in ("xlwings", "win32com") if find_spec(library) is None]
    if missing:
        raise UsageError("excel.install.libraries")
    if not computer.windowless_python.exists():
        raise UsageError("excel.install.no_windowless", file=str(computer.windowless_python))
    write_file(computer.addin, addin(language))  # refused while Excel is running
    try:
        for key, name, value in registration(computer):
            computer.registry.set(key, name, value)
    except OSError as fault:
        raise OutputError("excel.install.registry", detail=fault.strerror or str(fault)) from None


def uninstall(computer: Computer) -> bool:
    """Remove all of it; gives whether anything was there. Raises `OutputError`."""
    there = computer.addin.exists()
    try:
        computer.addin.unlink(missing_ok=True)
        for key in (*CLASS_KEYS, PROGRAM_KEY):
            there = computer.registry.remove(key) or there
    except OSError as fault:
        raise OutputError("excel.install.registry", detail=fault.strerror or str(fault)) from None
    return there


def registration(computer: Computer) -> Iterator[tuple[str, str, str]]:
    """Every value in the registry: its key, its name, what it says."""
    for key in CLASS_KEYS:
        yield key, "", NAME
        yield f"{key}\\LocalServer32", "", computer.command
        yield f"{key}\\ProgID", "", PROGRAM_ID
    yield PROGRAM_KEY, "", NAME
    yield f"{PROGRAM_KEY}\\CLSID", "", CLASS_ID
