"""Which cell style (by its name in the gallery) each format of a workbook's cells follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kpixl.ooxml.package import Package
from kpixl.ooxml.xml import attribute, local_name, parse

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def style_names(package: Package) -> dict[str, str]:
    """The name of the cell style by the format index that cells carry; formats without one are left out."""
    part = package.styles_part
    if part is None:
        return {}
    root = parse(package.read(part), package.file, part)
    names = {attribute(style, "xfId"): attribute(style, "name") for style in _within(root, "cellStyles")}
    styles = ((index, names.get(attribute(xf, "xfId") or "0")) for index, xf in _numbered(root, "cellXfs"))
    return {str(index): name for index, name in styles if name}


def _within(root: Element, group: str) -> list[Element]:
    return [child for element in root if local_name(element) == group for child in element]


def _numbered(root: Element, group: str) -> enumerate[Element]:
    return enumerate(_within(root, group))
