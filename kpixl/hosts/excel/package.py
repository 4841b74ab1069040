"""Macro-enabled workbooks: a workbook's parts as they are, and beside them a VBA project and a ribbon."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kpixl.hosts.excel.addin import PARTS as ADDIN_PARTS
from kpixl.hosts.excel.function_help import function_groups, function_help
from kpixl.hosts.excel.ribbon import CUSTOM_UI, ribbon
from kpixl.hosts.excel.source import WORKBOOK, addin_project, planner_project
from kpixl.hosts.excel.starting import Dll
from kpixl.hosts.excel.vba.project import vba_project
from kpixl.i18n import Language
from kpixl.ooxml.package import CONTENT_TYPES, Package, relations_part

VBA_PART = "xl/vbaProject.bin"
PLAIN_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACRO_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
VBA_TYPE = "application/vnd.ms-office.vbaProject"
VBA_RELATION = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"

ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
UNIX = 3

_WORKBOOK_SETTINGS = re.compile(rb"<workbookPr\b")
_SHEET_SETTINGS = re.compile(rb"<sheetPr\b")
_SHEET = re.compile(rb"<worksheet\b[^>]*>")


def with_macros(workbook: bytes, file: str, language: Language, dll: Dll | None = None) -> bytes:
    """A template that kpixl built, as an .xlsm with its functions, their help and the ribbon.

    Only the parts that must speak of it differ: the list of types, the relationships, the workbook's, and in
    each sheet its code name.  With a DLL, its macros start Python by that.

    Raises `ValueError` for a workbook that was not built by kpixl's templates.
    """
    package = Package(workbook, file)
    parts = {name: package.read(name) for name in package.archive.names()}
    code_names = {}
    for number, sheet in enumerate(package.sheets, 1):
        code_names[sheet.part] = f"Sheet{number}"
        parts[sheet.part] = _with_code_name(parts[sheet.part], f"Sheet{number}")
    book = package.workbook_part
    parts[book] = _workbook(parts[book], language)
    replace_once(parts, CONTENT_TYPES, PLAIN_TYPE, MACRO_TYPE)
    project = planner_project(language, tuple(code_names.values()), dll)
    return packed(_with_project(parts, vba_project(project)))


def addin(language: Language) -> bytes:
    """`kpixl.xlam`: the functions and the ribbon for every workbook."""
    parts = dict(ADDIN_PARTS)
    parts["xl/workbook.xml"] = _workbook(parts["xl/workbook.xml"], language)
    return packed(_with_project(parts, vba_project(addin_project(language))))


def _with_project(parts: Mapping[str, bytes], project: bytes) -> dict[str, bytes]:
    """The parts with the project and the ribbon's parts, and what refers to them."""
    changed = dict(parts)
    override = f'<Override PartName="/{VBA_PART}" ContentType="{VBA_TYPE}"/>'
    replace_once(changed, CONTENT_TYPES, "</Types>", f"{override}</Types>")
    book_relations = relations_part("xl/workbook.xml")
    _add_relation(changed, book_relations, "kpixlVba", VBA_RELATION, "vbaProject.bin")
    changed[VBA_PART] = project
    for version in CUSTOM_UI:
        _add_relation(changed, relations_part(""), version.id, version.relation, version.part)
        changed[version.part] = ribbon(version)
    return changed


def _workbook(part: bytes, language: Language) -> bytes:
    """The workbook's part with its code name, groups of functions and help for their arguments."""
    groups, help_ = function_groups(language), function_help(language)
    part = _put(part, _WORKBOOK_SETTINGS, b'<workbookPr codeName="%b"' % WORKBOOK.encode())
    part = _put(part, re.compile(rb"</sheets>"), b"</sheets>" + groups)
    return _put(part, re.compile(rb"</workbook>"), b"<extLst>%b</extLst></workbook>" % help_)


def _with_code_name(sheet: bytes, name: str) -> bytes:
    if _SHEET_SETTINGS.search(sheet):
        return _put(sheet, _SHEET_SETTINGS, b'<sheetPr codeName="%b"' % name.encode())
    found = _SHEET.search(sheet)
    if found is None:
        raise ValueError("this is no worksheet of kpixl's templates")
    return _put(sheet, _SHEET, found[0] + b'<sheetPr codeName="%b"/>' % name.encode())


def _add_relation(parts: dict[str, bytes], relations: str, id_: str, kind: str, target: str) -> None:
    relation = f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>'
    replace_once(parts, relations, "</Relationships>", f"{relation}</Relationships>")


def replace_once(parts: dict[str, bytes], name: str, old: str, new: str) -> None:
    parts[name] = _put(parts[name], re.compile(re.escape(old.encode())), new.encode())


def _put(part: bytes, place: re.Pattern[bytes], new: bytes) -> bytes:
    """The part with the one thing that the pattern finds replaced."""
    if len(place.findall(part)) != 1:
        raise ValueError(f"{place.pattern!r} does not stand exactly once in a part of kpixl's templates")
    return place.sub(lambda found: new, part)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The file with these parts, the same for the same parts."""
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for name, content in parts.items():
            entry = ZipInfo(name, ZIP_EPOCH)
            entry.create_system = UNIX
            archive.writestr(entry, content, ZIP_DEFLATED, 9)
    return written.getvalue()
