"""The `dir` stream of a VBA project, [MS-OVBA] 2.3.4.2: records with an id, a length and a value."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from kpixl.hosts.excel.vba.model import CODE_PAGE, ENCODING, Module, Project, Reference

SYSTEM_KIND, LANGUAGE, INVOCATION_LANGUAGE, CODE_PAGE_RECORD = 0x01, 0x02, 0x14, 0x03
PROJECT_NAME, HELP_CONTEXT, LIBRARY_FLAGS, PROJECT_VERSION = 0x04, 0x07, 0x08, 0x09
DESCRIPTION, HELP_FILE, CONSTANTS = (0x05, 0x40), (0x06, 0x3D), (0x0C, 0x3C)
REFERENCE_NAME, REGISTERED_REFERENCE = (0x16, 0x3E), 0x0D
MODULE_COUNT, PROJECT_COOKIE = 0x0F, 0x13
MODULE_NAME, STREAM_NAME, MODULE_DESCRIPTION = (0x19, 0x47), (0x1A, 0x32), (0x1C, 0x48)
SOURCE_OFFSET, MODULE_HELP_CONTEXT, MODULE_COOKIE = 0x31, 0x1E, 0x2C
PROCEDURAL, DOCUMENT, END_OF_MODULE, END = 0x21, 0x22, 0x2B, 0x10

WINDOWS_64 = 3
ENGLISH = 0x0409
ANY_COOKIE = 0xFFFF


def dir_stream(project: Project) -> bytes:
    """Everything the stream says, before compression."""
    modules = project.modules
    return b"".join(
        (
            *_project_records(project.name),
            *(record for reference in project.references for record in _reference_records(reference)),
            _record(MODULE_COUNT, struct.pack("<H", len(modules))),
            _record(PROJECT_COOKIE, struct.pack("<H", ANY_COOKIE)),
            *(record for module in modules for record in _module_records(module)),
            _record(END),
        )
    )


def _project_records(name: str) -> Iterator[bytes]:
    yield _number(SYSTEM_KIND, WINDOWS_64)
    yield _number(LANGUAGE, ENGLISH)
    yield _number(INVOCATION_LANGUAGE, ENGLISH)
    yield _record(CODE_PAGE_RECORD, struct.pack("<H", CODE_PAGE))
    yield _record(PROJECT_NAME, name.encode(ENCODING))
    yield _text(DESCRIPTION, "")
    yield _record(HELP_FILE[0]) + _record(HELP_FILE[1])
    yield _number(HELP_CONTEXT, 0)
    yield _number(LIBRARY_FLAGS, 0)
    # the one record whose length is not that of its value: it says 4 and has a major and a minor of 6 bytes
    yield struct.pack("<HIIH", PROJECT_VERSION, 4, 1, 1)
    yield _text(CONSTANTS, "")


def _reference_records(reference: Reference) -> Iterator[bytes]:
    library = reference.library.encode(ENCODING)
    yield _text(REFERENCE_NAME, reference.name)
    yield _record(REGISTERED_REFERENCE, struct.pack("<I", len(library)) + library + bytes(6))


def _module_records(module: Module) -> Iterator[bytes]:
    yield _text(MODULE_NAME, module.name)
    yield _text(STREAM_NAME, module.name)
    yield _text(MODULE_DESCRIPTION, "")
    yield _number(SOURCE_OFFSET, 0)  # nothing compiled precedes the source
    yield _number(MODULE_HELP_CONTEXT, 0)
    yield _record(MODULE_COOKIE, struct.pack("<H", ANY_COOKIE))
    yield _record(PROCEDURAL if module.document is None else DOCUMENT)
    yield _record(END_OF_MODULE)


def _record(id_: int, value: bytes = b"") -> bytes:
    return struct.pack("<HI", id_, len(value)) + value


def _number(id_: int, number: int) -> bytes:
    return _record(id_, struct.pack("<I", number))


def _text(ids: tuple[int, int], words: str) -> bytes:
    """A text in the project's code page, and once more in Unicode."""
    plain, unicode = ids
    return _record(plain, words.encode(ENCODING)) + _record(unicode, words.encode("utf-16-le"))
