"""Builds the extension: one .oxt file, the same bytes from the same source."""

from __future__ import annotations

import json
from importlib.resources import files
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kpixl import __version__
from kpixl.data import maps
from kpixl.functions.registry import REGISTRY
from kpixl.hosts.libreoffice import description, function_help, user_interface, vendored
from kpixl.hosts.libreoffice.help_pages import help_page
from kpixl.hosts.libreoffice.interface import methods
from kpixl.hosts.libreoffice.names import INTERFACE
from kpixl.hosts.libreoffice.type_library import type_library
from kpixl.i18n import LANGUAGES, text

FILE_NAME = f"kpixl-{__version__}.oxt"
NEVER = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip archive knows

ENTRY = "kpixl_entry.py"
PYTHON_PATH = "pythonpath"
INSTALLATION, MAPS = "kpixl_installation.json", "kpixl_maps.json"

TYPES, COMPONENTS = "kpixl.rdb", "kpixl.components"
CONFIGURATION = {
    "CalcAddIns.xcu": lambda: function_help.function_help(REGISTRY.values()),
    "Addons.xcu": user_interface.menu_and_toolbar,
    "CalcWindowState.xcu": user_interface.toolbar_place,
    "ProtocolHandler.xcu": user_interface.protocol,
    "Jobs.xcu": user_interface.jobs,
}


def extension(python: str | None = None) -> bytes:
    """The .oxt file; with the path of the Python that has all of kpixl, for commands that need libraries."""
    parts = _parts()
    if python is not None:
        parts[INSTALLATION] = json.dumps({"python": python}).encode()
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as zipped:
        for path, content in parts.items():
            entry = ZipInfo(path, NEVER)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # whatever system it is built on
            zipped.writestr(entry, content)
    return archive.getvalue()


def _parts() -> dict[str, bytes]:
    listed = [(TYPES, "uno-typelibrary;type=RDB"), (COMPONENTS, "uno-components")]
    listed += [(path, "configuration-data") for path in CONFIGURATION]
    parts = {
        "META-INF/manifest.xml": description.manifest(listed),
        "description.xml": description.description(__version__),
        TYPES: type_library(INTERFACE, methods(REGISTRY.values())),
        COMPONENTS: description.components(ENTRY),
    }
    parts |= {path: write() for path, write in CONFIGURATION.items()}
    parts[ENTRY] = _entry()
    parts |= {f"{PYTHON_PATH}/{path}": content for path, content in vendored.python_files()}
    parts |= dict(vendored.licences())
    parts |= {f"help/functions.{language}.html": help_page(language) for language in LANGUAGES}
    parts[MAPS] = json.dumps({name: dict(maps.ready_made(name).title) for name in maps.names()}).encode()
    return parts


def _entry() -> bytes:
    """The file that LibreOffice loads; it can say what is wrong also when kpixl cannot be loaded."""
    source = files("kpixl.hosts.libreoffice").joinpath("entry.py").read_text(encoding="utf-8")
    spoken = {language: text("office.broken", language) for language in LANGUAGES}
    return source.replace('BROKEN = {"en": "{log}"}', f"BROKEN = {spoken!r}").encode()
