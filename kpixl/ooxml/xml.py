"""Reading XML parts that a stranger may have written: no DTD, no entities, any encoding Excel reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from kpixl.errors import UnsafeWorkbook, WorkbookError
from kpixl.ooxml.limits import DEFAULT_LIMITS

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DOCTYPE = "<!DOCTYPE"
_ENTITIES = {"lt": "<", "gt": ">", "quot": '"', "apos": "'", "amp": "&"}  # the last one last
_REFERENCE = re.compile(r"&(#x[0-9a-fA-F]+|#[0-9]+|amp|lt|gt|quot|apos);")
_PIECES = re.compile(r"<!\[CDATA\[(.*?)\]\]>|<!--.*?-->|<\?.*?\?>|([^<]+)", re.DOTALL)
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CONTROL = "\x00-\x08\x0b\x0c\x0d\x0e-\x1f\ufffe\uffff"
_UNWRITABLE = re.compile(f"[{_CONTROL}]")
# the next escape may lend its first underscore to what looks like one: each of `_x0041_x0042_` is escaped
_LOOKS_ESCAPED = re.compile(f"_(?=x[0-9A-Fa-f]{{4}}[_{_CONTROL}])")


def parse(content: bytes, file: str, part: str, depth: int = DEFAULT_LIMITS.depth) -> Element:
    """The part's root element.

    Raises `UnsafeWorkbook` for a DTD and for elements nested deeper than `depth`, `WorkbookError` for
    broken XML.
    """
    try:
        root: Element = fromstring(content, forbid_dtd=True)
    except DefusedXmlException:
        raise UnsafeWorkbook("workbook.doctype", file=file, part=part) from None
    except (ParseError, ValueError, LookupError) as fault:
        raise WorkbookError("workbook.part_invalid", file=file, part=part, detail=str(fault)) from None
    # fewer tags than the limit cannot be nested deeper, which settles it for most parts
    if content.count(b"<") > depth and _deeper_than(depth, root):
        raise UnsafeWorkbook("workbook.too_deep", file=file, part=part, limit=depth)
    return root


def _deeper_than(depth: int, root: Element) -> bool:
    level = [root]
    for _ in range(depth):
        level = [child for element in level for child in element]
    return bool(level)


def local_name(element: Element) -> str:
    """The element's name without its namespace: strict and transitional files differ only there."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str | None:
    """An attribute by its local name, whatever namespace it is written in."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return None


def has_doctype(beginning: bytes) -> bool:
    """Whether the first bytes of an XML part hold a document type declaration, in UTF-8 or UTF-16."""
    return any(DOCTYPE.encode(encoding) in beginning for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def escaped(value: str) -> str:
    """A string as element content; what XML cannot hold is written as Excel does, `_x0007_`."""
    if "_x" in value:
        value = _LOOKS_ESCAPED.sub("_x005F_", value)
    if not value.isprintable():
        value = _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", value)
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescaped(content: str) -> str:
    """The string that element content stands for: entities, character references, CDATA, no comments."""
    if "<" in content:
        return "".join(
            found[1] if found[1] is not None else unescaped(found[2] or "")
            for found in _PIECES.finditer(content)
        )
    if "\r" in content:
        content = content.replace("\r\n", "\n").replace("\r", "\n")
    if "&#" in content:
        return _REFERENCE.sub(_referred, content)
    if "&" in content:
        for name, character in _ENTITIES.items():
            content = content.replace(f"&{name};", character)
    return content


def decoded(value: str) -> str:
    """A stored string with Excel's `_x000D_` escapes undone."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), value) if "_x" in value else value


def _referred(found: re.Match[str]) -> str:
    name = found[1]
    if name.startswith("#x"):
        return chr(int(name[2:], 16))
    return chr(int(name[1:])) if name.startswith("#") else _ENTITIES[name]
