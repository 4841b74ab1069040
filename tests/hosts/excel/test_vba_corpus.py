"""The VBA projects in strangers' workbooks, written by Excel, are rebuilt from their sources and compared."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest
from office.vba_projects import Record, inflated, project_part, records, sources, streams
from workbooks.corpus import FILES

from kpixl.hosts.excel.vba.compression import compress
from kpixl.hosts.excel.vba.model import Document, Module, Project, Reference
from kpixl.hosts.excel.vba.project import vba_project
from kpixl.hosts.excel.vba.protection import protected

MACRO_FILES = [path for path in FILES if path.suffix in (".xlsm", ".xlam")]
EXCEL_MADE = pytest.mark.parametrize(
    "path",
    [pytest.param(path, id=path.name) for path in MACRO_FILES]
    or [pytest.param(Path("none.xlsm"), marks=pytest.mark.skip(reason="corpus not present"))],
)

SHORT = 1300  # bytes of source up to which Excel's choice of copies is known
DOCUMENTS = {document.value: document for document in Document}
ATTRIBUTE = re.compile(r"Attribute VB_(?:Name|Base|\w+ = (?:True|False)$)")
CONTROL = 'Attribute VB_Control = "'  # a control on a sheet, which kpixl's workbooks do not have

NAME, NAME_IN_UNICODE, REGISTERED = 0x16, 0x3E, 0x0D
DIFFERENCES = {
    0x01: "system kind: a 32-bit or 64-bit Excel",
    0x03: "code page of the computer",
    0x09: "version: counts how often the project was saved",
    0x13: "cookie of no meaning",
    0x2C: "cookie of no meaning",
    0x31: "offset of the source: behind compiled code, which kpixl does not write",
    0x4A: "compatibility version, which later Excels add",
}
OTHER_REFERENCES = {0x0E, 0x2F, 0x30, 0x33}  # to another project or to a control


@EXCEL_MADE
def test_a_project_rebuilt_from_its_sources_has_the_same_records(path: Path) -> None:
    made = project_part(path.read_bytes())
    rebuilt = vba_project(project_of(made))
    assert compared(rebuilt) == compared(made)


@EXCEL_MADE
def test_a_rebuilt_module_has_the_same_source_with_the_same_attributes(path: Path) -> None:
    made = project_part(path.read_bytes())
    rebuilt = sources(vba_project(project_of(made)))
    for name, source in sources(made).items():
        expected = in_ascii(inflated(source))
        if CONTROL not in expected:
            assert in_ascii(inflated(rebuilt[name])) == expected, name


@EXCEL_MADE
def test_short_streams_are_compressed_as_excel_does_and_long_ones_as_well(path: Path) -> None:
    made = project_part(path.read_bytes())
    for name, stream in {**sources(made), "dir": streams(made)["VBA/dir"]}.items():
        if len(inflated(stream)) < SHORT:
            assert compress(inflated(stream)) == stream, name
        else:
            assert len(compress(inflated(stream))) <= len(stream) * 1.02, name


@EXCEL_MADE
def test_the_state_of_protection_is_scrambled_as_excel_does(path: Path) -> None:
    lines = project_lines(project_part(path.read_bytes()))
    project_id = lines["ID"]
    for key, value in (("CMG", bytes(4)), ("DPB", bytes(1)), ("GC", b"\xff")):
        digits = lines[key]
        seed = int(digits[:2], 16)
        ours = protected(value, project_id, seed)
        assert plain_bytes(ours) == plain_bytes(digits) == value
        assert ours[:6] == digits[:6]
        if not seed & 6:  # no bytes that nobody reads
            assert ours == digits


@EXCEL_MADE
def test_the_lines_of_a_rebuilt_project_are_those_of_excel(path: Path) -> None:
    made = project_part(path.read_bytes())
    lines, excels = (project_lines(project) for project in (vba_project(project_of(made)), made))
    its_own = {"ID", "CMG", "DPB", "GC", "HelpFile", "&H00000002"}  # a help file, or a type library of Excel
    assert {key: value for key, value in lines.items() if key not in its_own} == {
        key: value for key, value in excels.items() if key not in its_own
    }


def project_of(made: bytes) -> Project:
    """The project that these streams describe."""
    found = list(records(inflated(streams(made)["VBA/dir"])))
    names = [record.value.decode("cp1252") for record in found if record.id == 0x04]
    references = [
        Reference(found[place - 2].value.decode("cp1252"), library(record))
        for place, record in enumerate(found)
        if record.id == REGISTERED
    ]
    modules = [module_of(name, in_ascii(inflated(source))) for name, source in sources(made).items()]
    return Project(names[0], tuple(modules), tuple(references))


def module_of(name: str, source: str) -> Module:
    lines = source.splitlines()
    document = next(
        (DOCUMENTS[line[-39:-2].strip("{}")] for line in lines if line.startswith("Attribute VB_Base")), None
    )
    return Module(name, "".join(f"{line}\n" for line in lines if not ATTRIBUTE.match(line)), document)


def in_ascii(source: bytes) -> str:
    """The source with a mark for what is not ASCII; Excel for Mac ends its lines in another way."""
    text = source.decode("cp1252", "replace").encode("ascii", "replace").decode()
    return text.replace("\r\n", "\n").replace("\r", "\n")


def library(record: Record) -> str:
    (length,) = struct.unpack_from("<I", record.value)
    return record.value[4 : 4 + length].decode("cp1252")


def compared(project: bytes) -> list[Record]:
    """The records that must be the same: all but the known differences, values or all."""
    found = list(records(inflated(streams(project)["VBA/dir"])))
    kept = []
    for place, record in enumerate(found):
        of_a_name = record.id in (NAME, NAME_IN_UNICODE)
        named = next((later.id for later in found[place:] if later.id not in (NAME, NAME_IN_UNICODE)), None)
        if record.id in DIFFERENCES or record.id in OTHER_REFERENCES:
            continue
        if of_a_name and named in OTHER_REFERENCES:
            continue
        kept.append(record)
    return kept


def project_lines(project: bytes) -> dict[str, str]:
    lines = streams(project)["PROJECT"].decode("cp1252").split("\r\n")
    window = re.compile(r"^(\w+)=-?\d+, -?\d+, -?\d+, -?\d+, \w?$")  # where the editor shows a module
    pairs = [line.partition("=") for line in lines if "=" in line and not window.match(line)]
    return {
        (f"{key}={value}" if key in ("Module", "Document") else key): value.strip('"')
        for key, _, value in pairs
    }


def plain_bytes(digits: str) -> bytes:
    """What a scrambled value says, read as MS-OVBA 2.4.3.3 reads it."""
    scrambled = bytes.fromhex(digits)
    seed, key = scrambled[0], scrambled[0] ^ scrambled[2]
    plain, found = key, []
    for place in range(3, len(scrambled)):
        plain = scrambled[place] ^ ((scrambled[place - 2] + plain) & 0xFF)
        found.append(plain)
    ignored = (seed & 6) // 2
    (length,) = struct.unpack_from("<I", bytes(found), ignored)
    return bytes(found[ignored + 4 : ignored + 4 + length])
