"""Writes a type library (.rdb) that holds one UNO interface, without LibreOffice's development kit.

The format is UNOIDL, as LibreOffice's unoidl module reads it: a head, then entities and maps that lead from
names to them, each found by its offset. Integers have 32 bits, little endian; a name within an entity has its
length before it, one that a map points to a zero byte behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from struct import pack, pack_into

MAGIC = b"UNOIDL\xff\x00"
ROOT_AT = len(MAGIC)  # where the head says which map to begin with
MODULE, INTERFACE = 0x00, 0x05
IN = 0x00  # the direction of a parameter
BASE = "com.sun.star.uno.XInterface"


@dataclass(frozen=True)
class Method:
    """One method; types are spelt as in UNOIDL: `any`, `[]any`, `[][]any`."""

    name: str
    result: str
    parameters: tuple[tuple[str, str], ...]  # name and type


def type_library(interface: str, methods: Sequence[Method]) -> bytes:
    """The library with this interface, such as `org.kpixl.XAddIn`, in its modules."""
    library = bytearray(MAGIC + pack("<II", 0, 0) + b"\0** Created by kpixl **\0")
    *modules, name = interface.split(".")
    entity = len(library)
    library += _interface(methods)
    for module in reversed(modules):
        entry = _named(library, name, entity)
        name, entity = module, len(library)
        library += pack("<BI", MODULE, 1) + entry
    entry = _named(library, name, entity)
    pack_into("<II", library, ROOT_AT, len(library), 1)
    return bytes(library + entry)


def _interface(methods: Sequence[Method]) -> bytes:
    body = pack("<BI", INTERFACE, 1) + _name(BASE)
    body += pack("<II", 0, 0)  # no optional bases, no attributes
    body += pack("<I", len(methods))
    for method in methods:
        body += _name(method.name) + _name(method.result) + pack("<I", len(method.parameters))
        for parameter, kind in method.parameters:
            body += pack("<B", IN) + _name(parameter) + _name(kind)
        body += pack("<I", 0)  # no exceptions
    return body


def _named(library: bytearray, name: str, entity: int) -> bytes:
    """Add a name to the library; gives the entry of a map that leads from the name to the entity."""
    entry = pack("<II", len(library), entity)
    library += name.encode("ascii") + b"\0"
    return entry


def _name(name: str) -> bytes:
    encoded = name.encode("ascii")
    return pack("<I", len(encoded)) + encoded
