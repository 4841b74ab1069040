"""Tags as bytes, in parts that a real XML parser has found well-formed or that are only searched."""

from __future__ import annotations

import re

from kpixl.ooxml.xml import unescaped

ATTRIBUTES = rb"""(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*"""
"""The pattern of a tag's attributes."""
_ATTRIBUTE = re.compile(rb"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def attributes_of(source: bytes) -> dict[str, str]:
    """The attributes that a tag's bytes hold."""
    return {
        found[1].decode(): unescaped((found[2] if found[2] is not None else found[3]).decode())
        for found in _ATTRIBUTE.finditer(source)
    }
