"""`xl/vbaProject.bin`: a VBA project as source alone, [MS-OVBA] 2.2.1. Excel compiles it when it loads it."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from kpixl.hosts.excel.vba.compound_file import compound_file
from kpixl.hosts.excel.vba.compression import compress
from kpixl.hosts.excel.vba.model import ENCODING, Project
from kpixl.hosts.excel.vba.protection import protected
from kpixl.hosts.excel.vba.records import dir_stream

NOTHING_COMPILED = bytes.fromhex("CC61 FFFF 00 0000")
"""The stream `_VBA_PROJECT`: a version that no Excel has, so that none takes compiled code for its own."""

HOST_EXTENDER = "&H00000001={3832D640-CF90-11CF-8E43-00A0C911005A};VBE;&H00000000"
FREE_TO_SEE = bytes(4)  # neither protected by the user nor by the host
NO_PASSWORD = bytes(1)
VISIBLE = b"\xff"


def vba_project(project: Project) -> bytes:
    """The part's content, the same for the same project."""
    streams: dict[str, bytes] = {module.name: compress(module.source()) for module in project.modules}
    streams["_VBA_PROJECT"] = NOTHING_COMPILED
    streams["dir"] = compress(dir_stream(project))
    lines = "".join(f"{line}\r\n" for line in _project_lines(project))
    return compound_file(
        {"VBA": streams, "PROJECT": lines.encode(ENCODING), "PROJECTwm": _module_names(project)}
    )


def _project_lines(project: Project) -> Iterator[str]:
    """The stream `PROJECT`, 2.3.1: what the editor shows."""
    id_ = "{" + str(uuid5(NAMESPACE_URL, f"kpixl:{project.name}")).upper() + "}"
    yield f'ID="{id_}"'
    for module in project.modules:
        kind = f"Module={module.name}" if module.document is None else f"Document={module.name}/&H00000000"
        yield kind
    yield f'Name="{project.name}"'
    yield 'HelpContextID="0"'
    yield 'VersionCompatible32="393222000"'
    for key, value, seed in (("CMG", FREE_TO_SEE, 0x11), ("DPB", NO_PASSWORD, 0x31), ("GC", VISIBLE, 0x51)):
        yield f'{key}="{protected(value, id_, seed)}"'
    yield from ("", "[Host Extender Info]", HOST_EXTENDER, "", "[Workspace]")
    for module in project.modules:
        yield f"{module.name}=0, 0, 0, 0, C"


def _module_names(project: Project) -> bytes:
    """The stream `PROJECTwm`, 2.3.3: each module's name in the code page and in Unicode."""
    pairs = (
        module.name.encode(ENCODING) + b"\0" + module.name.encode("utf-16-le") + b"\0\0"
        for module in project.modules
    )
    return b"".join(pairs) + struct.pack("<H", 0)
