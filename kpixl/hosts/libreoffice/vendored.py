"""The Python files that travel within the extension: our core, what runs in LibreOffice, and jpholiday."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import distribution
from importlib.resources import files
from importlib.resources.abc import Traversable

from kpixl import __version__

CORE = ("domain", "functions", "i18n", "macros", "hosts/libreoffice/inside")
MODULES = ("errors", "hosts/libreoffice/names", "hosts/libreoffice/commands")
EMPTY = ("hosts/__init__.py", "hosts/libreoffice/__init__.py")
HOLIDAYS = "jpholiday"


def python_files() -> Iterator[tuple[str, bytes]]:
    """Each file's path, as Python is to import it, and its content."""
    package = files("kpixl")
    # the package's own __init__ offers what cannot work in there
    yield "kpixl/__init__.py", f'"""kpixl within LibreOffice."""\n\n__version__ = "{__version__}"\n'.encode()
    for path in EMPTY:
        yield f"kpixl/{path}", b""
    for module in MODULES:
        yield f"kpixl/{module}.py", package.joinpath(f"{module}.py").read_bytes()
    for folder in CORE:
        yield from _modules(package.joinpath(folder), f"kpixl/{folder}")
    yield from _modules(files(HOLIDAYS), HOLIDAYS)


def licences() -> Iterator[tuple[str, bytes]]:
    """The licences of what travels with us, by the name of the file they go into."""
    for file in distribution(HOLIDAYS).files or ():
        if file.name.upper().startswith(("LICENSE", "LICENCE")):
            yield f"LICENSE-{HOLIDAYS}.txt", file.read_binary()


def _modules(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _modules(entry, f"{path}/{entry.name}")
        elif entry.name.endswith(".py"):
            yield f"{path}/{entry.name}", entry.read_bytes()
