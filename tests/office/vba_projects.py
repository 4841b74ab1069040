"""Reads VBA projects with programs that are not ours, and their records one by one."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

import olefile
from oletools.olevba import VBA_Parser, decompress_stream

VERSION_RECORD = 0x09
STREAM_NAME, SOURCE_OFFSET = 0x1A, 0x31


@dataclass(frozen=True)
class Record:
    id: int
    value: bytes


def project_part(content: bytes) -> bytes:
    """The VBA project of a workbook."""
    with ZipFile(BytesIO(content)) as archive:
        return archive.read("xl/vbaProject.bin")


def streams(project: bytes) -> dict[str, bytes]:
    """Every stream by its path; defects of the file are failures."""
    with olefile.OleFileIO(BytesIO(project), raise_defects=olefile.DEFECT_POTENTIAL) as opened:
        assert opened.parsing_issues == []
        return {"/".join(path): opened.openstream(path).read() for path in opened.listdir()}


def inflated(stream: bytes) -> bytes:
    return bytes(decompress_stream(bytearray(stream)))


def records(dir_stream: bytes) -> Iterator[Record]:
    """The records of an inflated `dir` stream, in order."""
    position = 0
    while position < len(dir_stream):
        id_, length = struct.unpack_from("<HI", dir_stream, position)
        length = 6 if id_ == VERSION_RECORD else length
        yield Record(id_, dir_stream[position + 6 : position + 6 + length])
        position += 6 + length


def sources(project: bytes) -> dict[str, bytes]:
    """Every module's compressed source by its name, without what is compiled before it."""
    found = streams(project)
    names, offsets = [], []
    for record in records(inflated(found["VBA/dir"])):
        if record.id == STREAM_NAME:
            names.append(record.value.decode("cp1252"))
        if record.id == SOURCE_OFFSET:
            offsets.append(struct.unpack("<I", record.value)[0])
    return {name: found[f"VBA/{name}"][offset:] for name, offset in zip(names, offsets, strict=True)}


def listed_by_olevba(project: bytes) -> dict[str, str]:
    """The code of every module that has some, as olevba extracts it, by its file name."""
    parser = VBA_Parser("vbaProject.bin", data=project)
    try:
        return {name: code for _, _, name, code in parser.extract_macros()}
    finally:
        parser.close()
