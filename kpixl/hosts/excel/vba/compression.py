"""The compression of VBA source, [MS-OVBA] 2.4.1.

The content is cut into chunks of 4096 bytes; within a chunk, up to eight tokens follow each byte of flags. A
token is a byte as it is, or a copy of bytes that stood earlier in the same chunk.
"""

from __future__ import annotations

import struct

SIGNATURE = b"\x01"
CHUNK_LENGTH = 4096
COMPRESSED, RAW = 0xB000, 0x3000
"""A chunk header's flag and its fixed signature; its length goes into the twelve bits below."""
SHORTEST_COPY = 3
CANDIDATES = 2
FEWEST_OFFSET_BITS = 4


def compress(content: bytes) -> bytes:
    """The content as a CompressedContainer.

    A chunk that no token makes smaller is kept raw, which always takes 4096 bytes: the end of a content like
    that comes back with zeros behind it. No text does that.
    """
    starts = range(0, len(content), CHUNK_LENGTH)
    return SIGNATURE + b"".join(_chunk(content[start : start + CHUNK_LENGTH]) for start in starts)


def _chunk(plain: bytes) -> bytes:
    tokens = _tokens(plain)
    if len(tokens) > CHUNK_LENGTH:
        return struct.pack("<H", RAW | CHUNK_LENGTH - 1) + plain.ljust(CHUNK_LENGTH, b"\0")
    return struct.pack("<H", COMPRESSED | len(tokens) - 1) + tokens


def _tokens(plain: bytes) -> bytes:
    """The chunk's tokens with their flags.

    A copy starts where one of the last two tokens with the same beginning started: so does Excel, whose own
    streams of up to some 1300 bytes come out byte for byte.
    """
    written = bytearray()
    token_starts: dict[bytes, list[int]] = {}
    position = 0
    while position < len(plain):
        flags = len(written)
        written.append(0)
        for bit in range(8):
            if position == len(plain):
                break
            known = token_starts.setdefault(plain[position : position + SHORTEST_COPY], [])
            length, earlier = _longest_copy(plain, position, known)
            known.append(position)
            if length < SHORTEST_COPY:
                written.append(plain[position])
                position += 1
            else:
                written[flags] |= 1 << bit
                copy = (position - earlier - 1) << _length_bits(position) | length - SHORTEST_COPY
                written += struct.pack("<H", copy)
                position += length
    return bytes(written)


def _longest_copy(plain: bytes, position: int, starts: list[int]) -> tuple[int, int]:
    """How many bytes can be copied and from which of these positions, the nearest of equals.

    A copy may reach into what it is itself producing.
    """
    longest = min(len(plain) - position, (1 << _length_bits(position)) - 1 + SHORTEST_COPY)
    best, best_start = 0, 0
    for start in reversed(starts[-CANDIDATES:]):
        length = 0
        while length < longest and plain[start + length] == plain[position + length]:
            length += 1
        if length > best:
            best, best_start = length, start
    return best, best_start


def _length_bits(position: int) -> int:
    """How many of a copy's 16 bits tell its length: the further the chunk has come, the fewer."""
    return 16 - max(FEWEST_OFFSET_BITS, (position - 1).bit_length())
