"""What LibreOffice is told about the extension: `description.xml`, the list of its parts, its components."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from kpixl.hosts.libreoffice import names
from kpixl.hosts.libreoffice.configuration import written
from kpixl.i18n import LANGUAGES, text

OLDEST = "7.4"
"""The oldest LibreOffice that the extension is tested with."""

SPACE = "http://openoffice.org/extensions/description/2006"
LIBREOFFICE_SPACE = "http://libreoffice.org/extensions/description/2011"
MANIFEST_SPACE = "http://openoffice.org/2001/manifest"
COMPONENT_SPACE = "http://openoffice.org/2010/uno-components"


def description(version: str) -> bytes:
    root = Element("description", {"xmlns": SPACE, "xmlns:lo": LIBREOFFICE_SPACE})
    SubElement(root, "identifier", {"value": names.EXTENSION})
    SubElement(root, "version", {"value": version})
    shown = SubElement(root, "display-name")
    for language in reversed(LANGUAGES):
        SubElement(shown, "name", {"lang": language}).text = text("office.title", language)
    needed = SubElement(root, "dependencies")
    SubElement(needed, "lo:LibreOffice-minimal-version", {"value": OLDEST, "name": f"LibreOffice {OLDEST}"})
    return written(root)


def components(uri: str) -> bytes:
    """Which services the Python file at this place in the extension implements."""
    root = Element("components", {"xmlns": COMPONENT_SPACE})
    component = SubElement(root, "component", {"loader": "com.sun.star.loader.Python", "uri": f"./{uri}"})
    for implementation, service in (
        (names.ADD_IN, names.SERVICE),
        (names.COMMANDS, names.COMMANDS_SERVICE),
        (names.DOCUMENTS, names.DOCUMENTS_SERVICE),
    ):
        entry = SubElement(component, "implementation", {"name": implementation})
        SubElement(entry, "service", {"name": service})
    return written(root)


def manifest(parts: Iterable[tuple[str, str]]) -> bytes:
    """The parts that LibreOffice must know, each with its media type after `application/vnd.sun.star.`."""
    root = Element("manifest:manifest", {"xmlns:manifest": MANIFEST_SPACE})
    for path, kind in parts:
        attributes = {
            "manifest:media-type": f"application/vnd.sun.star.{kind}",
            "manifest:full-path": path,
        }
        SubElement(root, "manifest:file-entry", attributes)
    return written(root)
