"""Writes LibreOffice's configuration files (.xcu): trees of nodes and properties, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from kpixl.i18n import LANGUAGES, Language

LOCALES: dict[Language, str] = {"en": "en-US", "ja": "ja"}
NAME, OPERATION, TYPE = "oor:name", "oor:op", "oor:type"
SPACES = {
    "xmlns:oor": "http://openoffice.org/2001/registry",
    "xmlns:xs": "http://www.w3.org/2001/XMLSchema",
}


def component(name: str, package: str) -> Element:
    """The root of the configuration of one component, such as `Addons` of `org.openoffice.Office`."""
    return Element("oor:component-data", {**SPACES, NAME: name, "oor:package": package})


def node(parent: Element, name: str) -> Element:
    """A node that the schema has."""
    return SubElement(parent, "node", {NAME: name})


def new_node(parent: Element, name: str) -> Element:
    """A node of ours in a set."""
    return SubElement(parent, "node", {NAME: name, OPERATION: "replace"})


def value(parent: Element, name: str, content: str, kind: str = "xs:string") -> None:
    _property(parent, name, kind).text = content


def words(parent: Element, name: str, spoken: Callable[[Language], str]) -> None:
    """A property that has words for each language."""
    entry = SubElement(parent, "prop", {NAME: name, TYPE: "xs:string"})
    for language in reversed(LANGUAGES):  # English first: LibreOffice falls back on it
        SubElement(entry, "value", {"xml:lang": LOCALES[language]}).text = spoken(language)


def _property(parent: Element, name: str, kind: str) -> Element:
    return SubElement(SubElement(parent, "prop", {NAME: name, TYPE: kind}), "value")


def written(root: Element) -> bytes:
    indent(root, " ")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode").encode() + b"\n"
