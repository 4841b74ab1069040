"""Taking a part that only the workbook refers to out of the package, with what speaks of it."""

from __future__ import annotations

import re

from kpixl.ooxml.encoding import Encoding
from kpixl.ooxml.markup import ATTRIBUTES, attributes_of
from kpixl.ooxml.package import CONTENT_TYPES, Package, relations_part

_REFERRING = re.compile(
    rb"<(?P<name>(?:[\w.-]+:)?(?:Relationship|Override))(?P<attributes>" + ATTRIBUTES + rb")\s*"
    rb"(?:/>|>\s*</(?P=name)\s*>)"
)


def without_part(package: Package, part: str, kind: str) -> dict[str, bytes | None]:
    """The changes that remove the part, the workbook's relationships of this kind, and its content type."""

    def speaks_of_it(attributes: dict[str, str]) -> bool:
        if "PartName" in attributes:
            return attributes["PartName"].lstrip("/").lower() == part.lower()
        return attributes.get("Type", "").rpartition("/")[2] == kind

    changes: dict[str, bytes | None] = {part: None}
    for place in (CONTENT_TYPES, relations_part(package.workbook_part)):
        content = package.read(place)
        encoding = Encoding.of(content)
        shortened = _REFERRING.sub(
            lambda found: b"" if speaks_of_it(attributes_of(found["attributes"])) else found[0],
            encoding.as_utf8(content),
        )
        changes[place] = encoding.as_original(shortened)
    return changes
