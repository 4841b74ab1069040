"""A compound file, [MS-CFB] version 3: storages and streams in one file, as VBA projects are kept.

The file is a sequence of sectors of 512 bytes. A table, the FAT, says for each sector which one follows it.
Streams below 4096 bytes lie in smaller sectors of 64 bytes with a table of their own, in a stream that
belongs to the root. Nothing that is written depends on a time or a place.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Union

Storage = Mapping[str, Union[bytes, "Storage"]]
"""Streams and further storages by name."""

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER = struct.Struct("<8s16x5H6x9I")
ENTRY = struct.Struct("<64sH2B3I16x4x16xIQ")
SECTOR, SMALL_SECTOR = 512, 64
SMALLEST_STREAM = 4096  # of those that lie in ordinary sectors
FREE, END_OF_CHAIN, IN_FAT, NOBODY = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
STORAGE, STREAM, ROOT = 1, 2, 5
RED, BLACK = 0, 1
LONGEST_NAME = 31
FAT_SECTORS_IN_HEADER = 109
NUMBERS_IN_SECTOR = SECTOR // 4


def compound_file(root: Storage) -> bytes:
    """The file with these storages and streams. Raises `ValueError` for more than some seven megabytes."""
    entries = _directory(root)
    small, ordinary = _Sectors(SMALL_SECTOR), _Sectors(SECTOR)
    for entry in entries:
        if entry.type == STREAM:
            sectors = small if len(entry.content) < SMALLEST_STREAM else ordinary
            entry.start, entry.size = sectors.add(entry.content), len(entry.content)
    entries[0].start, entries[0].size = ordinary.add(bytes(small.content)), len(small.content)
    small_table = ordinary.add(_numbers(small.following))
    small_table_sectors = -(-len(small.following) // NUMBERS_IN_SECTOR)
    directory = ordinary.add(_filled(b"".join(entry.written() for entry in entries), _NO_ENTRY))
    return _header_and_sectors(ordinary, directory, small_table, small_table_sectors)


def _header_and_sectors(
    sectors: _Sectors, directory: int, small_table: int, small_table_sectors: int
) -> bytes:
    """The whole file; the FAT comes last and has to count its own sectors."""
    first = len(sectors.following)
    count = 1
    while count * NUMBERS_IN_SECTOR < first + count:
        count += 1
    if count > FAT_SECTORS_IN_HEADER:
        raise ValueError(f"a compound file of {first} sectors is larger than this writer can make")
    fat = _numbers([*sectors.following, *[IN_FAT] * count])
    header = HEADER.pack(
        SIGNATURE,
        *(0x3E, 3, 0xFFFE, 9, 6),  # versions, byte order, sector sizes as powers of two
        *(0, count, directory, 0, SMALLEST_STREAM, small_table, small_table_sectors, END_OF_CHAIN, 0),
    )
    places = [*range(first, first + count), *[FREE] * (FAT_SECTORS_IN_HEADER - count)]
    return header + struct.pack(f"<{len(places)}I", *places) + bytes(sectors.content) + fat


class _Sectors:
    """Sectors of one size, filled one stream after the other, and the table of which follows which."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.content = bytearray()
        self.following: list[int] = []

    def add(self, content: bytes) -> int:
        """Put a stream behind the others; the number of its first sector."""
        if not content:
            return END_OF_CHAIN
        first, count = len(self.following), -(-len(content) // self.size)
        self.following += [*range(first + 1, first + count), END_OF_CHAIN]
        self.content += content.ljust(count * self.size, b"\0")
        return first


@dataclass
class _Entry:
    """What the directory says of one storage or stream. Siblings form a binary tree by their names."""

    name: str
    type: int
    content: bytes = b""
    colour: int = BLACK
    left: int = NOBODY
    right: int = NOBODY
    child: int = NOBODY
    start: int = 0
    size: int = 0

    def written(self) -> bytes:
        name = self.name.encode("utf-16-le")
        return ENTRY.pack(
            name,
            len(name) + 2,
            *(self.type, self.colour, self.left, self.right, self.child),
            *(self.start, self.size),
        )


_NO_ENTRY = ENTRY.pack(b"", 0, 0, 0, NOBODY, NOBODY, NOBODY, 0, 0)


def _directory(root: Storage) -> list[_Entry]:
    """All entries, the root's first."""
    entries = [_Entry("Root Entry", ROOT)]
    _add_members(entries, 0, root)
    return entries


def _add_members(entries: list[_Entry], parent: int, storage: Storage) -> None:
    numbers: dict[str, int] = {}
    for name, member in storage.items():
        if not 0 < len(name) <= LONGEST_NAME:
            raise ValueError(f"{name!r} cannot be the name of a stream")
        numbers[name] = len(entries)
        if isinstance(member, bytes):
            entries.append(_Entry(name, STREAM, member))
        else:
            entries.append(_Entry(name, STORAGE))
            _add_members(entries, numbers[name], member)
    ordered = sorted(numbers, key=lambda name: (len(name), name.upper()))  # the order the format prescribes
    full_levels = (len(ordered) + 1).bit_length() - 1
    for name, left, right, level in _balanced(ordered, 0):
        entry = entries[numbers[name]]
        # a tree with all levels full is black; one more level, which is not, is red
        entry.colour = BLACK if level < full_levels else RED
        entry.left = numbers.get(left, NOBODY)
        entry.right = numbers.get(right, NOBODY)
        if level == 0:
            entries[parent].child = numbers[name]


def _balanced(names: list[str], level: int) -> Iterator[tuple[str, str, str, int]]:
    """Each name with the roots of what lies left and right of it (empty: nothing), and its level."""
    if not names:
        return
    middle = len(names) // 2
    left, name, right = names[:middle], names[middle], names[middle + 1 :]
    yield name, _middle(left), _middle(right), level
    yield from _balanced(left, level + 1)
    yield from _balanced(right, level + 1)


def _middle(names: list[str]) -> str:
    return names[len(names) // 2] if names else ""


def _numbers(numbers: list[int]) -> bytes:
    """Numbers of sectors, filled up to a whole sector."""
    return _filled(struct.pack(f"<{len(numbers)}I", *numbers), struct.pack("<I", FREE))


def _filled(content: bytes, filling: bytes) -> bytes:
    missing = -len(content) % SECTOR // len(filling)
    return content + filling * missing
