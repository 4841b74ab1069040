"""A zip file that can be changed in some entries while every other entry keeps its very bytes.

Python's `zipfile` can neither replace an entry nor copy a compressed one, so the headers are read here.
Offsets and sizes follow the .ZIP File Format Specification (APPNOTE 6.3), sections 4.3.7 to 4.3.16.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from kpixl.errors import UnsafeWorkbook, WorkbookError
from kpixl.i18n import Message
from kpixl.ooxml.limits import DEFAULT_LIMITS, PLAUSIBLE_BYTES, Limits

END = struct.Struct("<4s4H2LH")  # end of central directory
END_64 = struct.Struct("<4sQ2H2L4Q")
LOCATOR_64 = struct.Struct("<4sLQL")
CENTRAL = struct.Struct("<4s6H3L5H2L")
LOCAL = struct.Struct("<4s5H3L2H")
END_MARK, END_64_MARK, LOCATOR_MARK = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
CENTRAL_MARK, LOCAL_MARK = b"PK\x01\x02", b"PK\x03\x04"
IN_EXTRA_FIELD = 0xFFFFFFFF  # "see the zip64 extra field"
IN_WIDE_RECORD = 0xFFFF  # a count: "see the zip64 end record"
ZIP64_FIELD = 1
LONGEST_COMMENT = 0xFFFF
STORED, DEFLATED = 0, 8
ENCRYPTED, SIZES_FOLLOW, UTF8_NAME = 0x1, 0x8, 0x800
COMPRESSION_LEVEL = 6
# a name that would lead out of a folder in which somebody unpacks the file
OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|[\x00-\x1f]")


@dataclass(frozen=True)
class Entry:
    """One entry as the central directory describes it; offsets are positions in the file's bytes."""

    name: str
    flags: int
    method: int
    crc: int
    compressed_size: int
    size: int
    header: int  # where its local header starts
    record: int  # where its central directory record starts
    record_size: int


class Archive:
    """A zip file in memory. Raises `WorkbookError` or `UnsafeWorkbook` for one that cannot be trusted."""

    def __init__(self, content: bytes, file: str, limits: Limits = DEFAULT_LIMITS) -> None:
        self.content = content
        self.file = file
        self.limits = limits
        self._inflated = 0
        self._directory = _directory(content, file)
        self.entries = self._read_entries()

    def names(self) -> tuple[str, ...]:
        return tuple(self.entries)

    def read(self, name: str) -> bytes:
        """The entry's content, checked against its stated size and checksum."""
        entry = self.entries[name]
        if entry.flags & ENCRYPTED:
            raise WorkbookError("workbook.encrypted", file=self.file)
        if entry.method not in (STORED, DEFLATED):
            raise WorkbookError("workbook.compression", file=self.file, part=name)
        self._refuse_bomb(entry)
        start, end = self._body(entry)
        body = self.content[start:end]
        if entry.method == DEFLATED:
            body = self._inflate(entry, body)
        if len(body) != entry.size or zlib.crc32(body) != entry.crc:
            raise self._damaged("detail.crc", part=name)
        self._inflated += len(body)
        return body

    def peek(self, name: str, length: int) -> bytes:
        """The first bytes of an entry that may be large; empty if it cannot be read."""
        entry = self.entries[name]
        start, end = self._body(entry)
        if entry.method == STORED:
            return self.content[start : min(end, start + length)]
        try:
            return zlib.decompressobj(-15).decompress(self.content[start:end], length)
        except zlib.error:
            return b""

    def compressed(self, name: str) -> bytes:
        """The entry's bytes as they lie in the file."""
        start, end = self._body(self.entries[name])
        return self.content[start:end]

    def replaced(self, changes: Mapping[str, bytes | None]) -> bytes:
        """The file with some entries replaced (None: removed) and every other byte of an entry kept."""
        if not changes:
            return self.content
        by_position = sorted(self.entries.values(), key=lambda entry: entry.header)
        ends = [entry.header for entry in by_position[1:]] + [self._directory.start]
        pieces = [self.content[: by_position[0].header]]
        position = len(pieces[0])
        records: dict[str, bytes] = {}
        for entry, end in zip(by_position, ends):
            piece = self.content[entry.header : end]
            record = bytearray(self.content[entry.record : entry.record + entry.record_size])
            if entry.name in changes:
                new_content = changes[entry.name]
                if new_content is None:
                    continue
                piece = self._new_piece(entry, new_content, record)
            _set_header_offset(record, position - self._directory.shift)
            records[entry.name] = bytes(record)
            pieces.append(piece)
            position += len(piece)
        directory = b"".join(records[name] for name in self.entries if name in records)
        tail = self._directory.moved(self.content, position, len(directory), len(records))
        return b"".join([*pieces, directory, tail])

    def _read_entries(self) -> dict[str, Entry]:
        directory, content = self._directory, self.content
        if directory.count > self.limits.parts:
            raise UnsafeWorkbook(
                "workbook.too_many_parts", file=self.file, count=directory.count, limit=self.limits.parts
            )
        entries: dict[str, Entry] = {}
        lower_names: set[str] = set()
        position = directory.start
        for _ in range(directory.count):
            if content[position : position + 4] != CENTRAL_MARK or position + CENTRAL.size > len(content):
                raise self._damaged("detail.bad_directory")
            fields = CENTRAL.unpack_from(content, position)
            flags, method, crc, compressed_size, size = fields[3], fields[4], *fields[7:10]
            name_size, extra_size, comment_size, header = *fields[10:13], fields[16]
            name_start = position + CENTRAL.size
            raw_name = content[name_start : name_start + name_size]
            extra = content[name_start + name_size : name_start + name_size + extra_size]
            size, compressed_size, header = _widened(extra, size, compressed_size, header)
            name = raw_name.decode("utf-8" if flags & UTF8_NAME else "cp437", "replace")
            if OUTSIDE.search(name):
                raise UnsafeWorkbook("workbook.unsafe_name", file=self.file, part=name)
            if name.lower() in lower_names:  # part names are compared without regard to case
                raise UnsafeWorkbook("workbook.duplicate_part", file=self.file, part=name)
            lower_names.add(name.lower())
            record_size = CENTRAL.size + name_size + extra_size + comment_size
            header += directory.shift
            if content[header : header + 4] != LOCAL_MARK or header + LOCAL.size > directory.start:
                raise self._damaged("detail.bad_directory")
            local_name = header + LOCAL.size
            if content[local_name : local_name + name_size] != raw_name:
                raise self._damaged("detail.other_name", part=name)
            entries[name] = Entry(
                name, flags, method, crc, compressed_size, size, header, position, record_size
            )
            position += record_size
        self._refuse_overlap(entries)
        return entries

    def _refuse_overlap(self, entries: Mapping[str, Entry]) -> None:
        end = 0
        for entry in sorted(entries.values(), key=lambda entry: entry.header):
            _, body_end = self._body(entry)
            if entry.header < end or body_end > self._directory.start:
                raise self._damaged("detail.bad_directory")
            end = body_end

    def _body(self, entry: Entry) -> tuple[int, int]:
        name_size, extra_size = struct.unpack_from("<2H", self.content, entry.header + 26)
        start = entry.header + LOCAL.size + name_size + extra_size
        return start, start + entry.compressed_size

    def _refuse_bomb(self, entry: Entry) -> None:
        """By what the directory says; inflating stops at the size it states."""
        limits, file = self.limits, self.file
        for key, size in (("part_bytes", entry.size), ("total_bytes", self._inflated + entry.size)):
            limit = getattr(limits, key)
            if size > limit:
                raise UnsafeWorkbook("workbook.too_large", file=file, part=entry.name, limit=limit, key=key)
        ratio = entry.size // max(1, entry.compressed_size)
        if entry.size > PLAUSIBLE_BYTES and ratio > limits.ratio:
            raise UnsafeWorkbook(
                "workbook.too_compressed", file=file, part=entry.name, ratio=ratio, limit=limits.ratio
            )

    def _inflate(self, entry: Entry, body: bytes) -> bytes:
        stream = zlib.decompressobj(-15)
        try:
            content = stream.decompress(body, entry.size + 1)  # one byte more shows a lie about the size
        except zlib.error:
            raise self._damaged("detail.inflate", part=entry.name) from None
        return content

    def _new_piece(self, entry: Entry, content: bytes, record: bytearray) -> bytes:
        """A local header and body for changed content; the record is brought in line with it."""
        if entry.method == DEFLATED:
            stream = zlib.compressobj(COMPRESSION_LEVEL, zlib.DEFLATED, -15)
            body = stream.compress(content) + stream.flush()
        else:
            body = content
        flags = entry.flags & ~SIZES_FOLLOW
        sizes = struct.pack("<3L", zlib.crc32(content), len(body), len(content))
        start, _ = self._body(entry)
        header = bytearray(self.content[entry.header : start])
        struct.pack_into("<H", header, 6, flags)
        header[14:26] = sizes
        struct.pack_into("<H", record, 8, flags)
        record[16:28] = sizes
        _disarm_zip64_sizes(header, LOCAL.size, header[26:30])
        _disarm_zip64_sizes(record, CENTRAL.size, record[28:32])
        return bytes(header) + body

    def _damaged(self, text_id: str, **values: object) -> WorkbookError:
        return WorkbookError("workbook.damaged", file=self.file, detail=Message.of(text_id, **values))


@dataclass(frozen=True)
class _Directory:
    """Where the central directory lies. `shift` is the length of whatever precedes the zip file proper."""

    start: int
    count: int
    shift: int
    end_64: int | None
    end: int

    def moved(self, content: bytes, start: int, size: int, count: int) -> bytes:
        """The records behind the directory, for a directory with another start and count."""
        offset = start - self.shift
        tail_start = self.end if self.end_64 is None else self.end_64
        tail = bytearray(content[tail_start:])
        end = self.end - tail_start
        old_count, old_size, old_offset = struct.unpack_from("<H2L", tail, end + 10)
        if old_count != IN_WIDE_RECORD:
            struct.pack_into("<2H", tail, end + 8, count, count)
        if old_size != IN_EXTRA_FIELD:
            struct.pack_into("<L", tail, end + 12, size)
        if old_offset != IN_EXTRA_FIELD:
            struct.pack_into("<L", tail, end + 16, offset)
        if self.end_64 is not None:
            struct.pack_into("<4Q", tail, 24, count, count, size, offset)
            struct.pack_into("<Q", tail, end - LOCATOR_64.size + 8, offset + size)
        return bytes(tail)


def _directory(content: bytes, file: str) -> _Directory:
    def damaged(text_id: str) -> WorkbookError:
        return WorkbookError("workbook.damaged", file=file, detail=Message.of(text_id))

    end = content.rfind(END_MARK, max(0, len(content) - END.size - LONGEST_COMMENT))
    if end < 0 or end + END.size > len(content):
        raise damaged("detail.no_directory")
    if _in_a_comment(content, end):
        raise damaged("detail.two_ends")
    _, disk, directory_disk, _, count, size, offset, _ = END.unpack_from(content, end)
    end_64 = None
    locator = end - LOCATOR_64.size
    if locator >= 0 and content[locator : locator + 4] == LOCATOR_MARK:
        end_64 = content.rfind(END_64_MARK, 0, locator)
        if end_64 < 0 or end_64 + END_64.size > locator:
            raise damaged("detail.bad_directory")
        *_, disk, directory_disk, _, count, size, offset = END_64.unpack_from(content, end_64)
    if disk not in (0, 0xFFFF) or directory_disk not in (0, 0xFFFF):
        raise damaged("detail.multi_disk")
    start = (end if end_64 is None else end_64) - size
    if start < 0 or start < offset:
        raise damaged("detail.bad_directory")
    return _Directory(start, count, start - offset, end_64, end)


def _in_a_comment(content: bytes, end: int) -> bool:
    """Whether this end record lies in the comment of another, and programs may read two different files."""
    earlier = end
    while (earlier := content.rfind(END_MARK, max(0, end - LONGEST_COMMENT - END.size), earlier)) >= 0:
        (comment,) = struct.unpack_from("<H", content, earlier + END.size - 2)
        if earlier + END.size + comment == len(content):
            return True
    return False


def _zip64_field(extra: bytes) -> int | None:
    """Where the zip64 field's values start within an extra field block."""
    position = 0
    while position + 4 <= len(extra):
        tag, length = struct.unpack_from("<2H", extra, position)
        if tag == ZIP64_FIELD:
            return position + 4
        position += 4 + length
    return None


def _widened(extra: bytes, size: int, compressed_size: int, header: int) -> tuple[int, int, int]:
    """The three values with those that did not fit taken from the zip64 field, in its fixed order."""
    position = _zip64_field(extra)
    values = []
    for value in (size, compressed_size, header):
        if value == IN_EXTRA_FIELD and position is not None and position + 8 <= len(extra):
            (value,) = struct.unpack_from("<Q", extra, position)
            position += 8
        values.append(value)
    return values[0], values[1], values[2]


def _disarm_zip64_sizes(header: bytearray, fixed_size: int, lengths: bytearray) -> None:
    """Turn the zip64 field of a changed entry into one that readers skip: its sizes are 32 bits wide now."""
    name_size, extra_size = struct.unpack("<2H", lengths)
    start = fixed_size + name_size
    field = _zip64_field(bytes(header[start : start + extra_size]))
    if field is not None:
        struct.pack_into("<H", header, start + field - 4, 0xFFFE)


def _set_header_offset(record: bytearray, offset: int) -> None:
    (old,) = struct.unpack_from("<L", record, 42)
    if old != IN_EXTRA_FIELD:
        struct.pack_into("<L", record, 42, offset)
        return
    (name_size, extra_size) = struct.unpack_from("<2H", record, 28)
    start = CENTRAL.size + name_size
    field = _zip64_field(bytes(record[start : start + extra_size]))
    if field is None:  # the entry was changed and its field disarmed
        struct.pack_into("<L", record, 42, offset)
        return
    skipped = 8 * struct.unpack_from("<2L", record, 20).count(IN_EXTRA_FIELD)
    struct.pack_into("<Q", record, start + field + skipped, offset)
