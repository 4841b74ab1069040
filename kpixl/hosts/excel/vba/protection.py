"""The scrambling of a project's state of protection, [MS-OVBA] 2.4.3.2. It keeps nobody out."""

from __future__ import annotations

import struct
from itertools import chain

VERSION = 2
IGNORED = 7
"""The value of the bytes before the length, which nobody reads; the seed says how many there are."""


def protected(value: bytes, project_id: str, seed: int) -> str:
    """The value as hexadecimal digits, scrambled with the project's id, braces included, and a seed."""
    project_key = sum(project_id.encode("ascii")) & 0xFF
    written = [seed, seed ^ VERSION, seed ^ project_key]
    last_plain = project_key
    ignored = [IGNORED] * ((seed & 6) // 2)
    for plain in chain(ignored, struct.pack("<I", len(value)), value):
        written.append(plain ^ (written[-2] + last_plain & 0xFF))
        last_plain = plain
    return bytes(written).hex().upper()
