"""How a workbook's VBA comes to its Python: by a class in the registry, or by xlwings' DLL.

The class needs `kpixl install excel` and nothing in the workbook. The DLL needs no entry in the registry, for
computers where none may be made; then the workbook names the folders of one computer and works on no other.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from kpixl.errors import UsageError
from kpixl.hosts.excel.basic import by_hand, spelled
from kpixl.hosts.excel.vba.model import Module

MODULE = "KpixlStart"
SERVING = "from kpixl.hosts.excel.server import main; main('$(CLSID)')"
"""What Python runs; the DLL fills in a class of its own."""


@dataclass(frozen=True)
class Dll:
    """xlwings' DLLs on this computer, and its Python."""

    folder: str
    version: str
    python: str


def dll_of_this_computer() -> Dll:
    """Raises `UsageError` where there is none, as on every system but Windows."""
    if sys.platform == "win32":
        found = Dll(sys.prefix, version("xlwings"), str(Path(sys.executable).with_name("pythonw.exe")))
        if (Path(found.folder) / f"xlwings64-{found.version}.dll").exists():
            return found
    raise UsageError("excel.install.no_dll")


def start_module(dll: Dll | None) -> Module:
    """The module with the function that starts Python."""
    if dll is None:
        return Module(MODULE, by_hand(MODULE))
    command = f'"{dll.python}" -P -c "{SERVING}"'
    places = {"version": dll.version, "folder": spelled(dll.folder), "command": spelled(command)}
    return Module(MODULE, by_hand(f"{MODULE}ByDll").format(**places))
