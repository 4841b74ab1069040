"""The parts of a workbook and how they refer to one another (Open Packaging Conventions)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from kpixl.errors import UnsafeWorkbook, WorkbookError
from kpixl.ooxml.archive import Archive
from kpixl.ooxml.cell_count import CellCount
from kpixl.ooxml.limits import DEFAULT_LIMITS, Limits
from kpixl.ooxml.tables import Table, read_table
from kpixl.ooxml.xml import attribute, has_doctype, local_name, parse

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old .xls, or an encrypted package inside
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
ZIP_LOCAL_HEADER = b"PK\x03\x04"
CHART_TYPES = {
    "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "application/vnd.ms-office.chartex+xml",
}
SIGNATURES = "_xmlsignatures/"
CONTENT_TYPES = "[Content_Types].xml"
PROLOG_LENGTH = 2048


@dataclass(frozen=True)
class Relationship:
    kind: str  # the last word of its type: "worksheet", "table", "sharedStrings"
    target: str  # a part's name
    external: bool


@dataclass(frozen=True)
class SheetEntry:
    """A worksheet as the workbook lists it, in tab order."""

    name: str
    part: str
    sheet_id: str  # the number by which the calculation chain knows it
    hidden: bool = False


@dataclass(frozen=True)
class DefinedName:
    name: str
    formula: str
    sheet: str | None  # the sheet it is local to
    hidden: bool


class Package:
    """A workbook's parts. Raises `WorkbookError` or `UnsafeWorkbook` for one that cannot be used."""

    def __init__(self, content: bytes, file: str, limits: Limits = DEFAULT_LIMITS) -> None:
        _refuse_other_formats(content, file)
        self.file = file
        self.archive = Archive(content, file, limits)
        self._read: dict[str, bytes] = {}
        self._cells = CellCount()
        self._counted: set[str] = set()
        self._by_lower_name = {name.lower(): name for name in self.archive.names()}
        if self._main_part is None:
            raise WorkbookError("workbook.not_workbook", file=file)

    def read(self, part: str) -> bytes:
        """A part's content. Part names are compared without regard to letter case, as Excel does."""
        entry = self._by_lower_name.get(part.lower())
        if entry is None:
            raise WorkbookError("workbook.part_missing", file=self.file, part=part)
        content = self._read.get(entry)
        if content is None:
            content = self._read[entry] = self.archive.read(entry)
        return content

    def read_sheet(self, part: str) -> bytes:
        """A worksheet's content. The cells of all worksheets that are read together are limited."""
        counted = part in self._counted
        self._counted.add(part)
        content = self.read(part)
        limit = self.archive.limits.cells
        if not counted and self._cells.exceeds(limit, content):
            raise UnsafeWorkbook("workbook.too_many_cells", file=self.file, limit=limit)
        return content

    def has(self, part: str) -> bool:
        return part.lower() in self._by_lower_name

    def replaced(self, changes: Mapping[str, bytes | None]) -> bytes:
        """The workbook's bytes with some parts replaced (None: taken out) and nothing else touched."""
        return self.archive.replaced(
            {self._by_lower_name[part.lower()]: content for part, content in changes.items()}
        )

    def refuse_large(self, part: str, content: bytes) -> None:
        """Refuse to write a part that would not be read again."""
        limit = self.archive.limits.part_bytes
        if len(content) > limit:
            raise UnsafeWorkbook(
                "workbook.too_large", file=self.file, part=part, limit=limit, key="part_bytes"
            )

    @cached_property
    def workbook_part(self) -> str:
        assert self._main_part is not None  # checked when the package was opened
        return self._main_part

    @cached_property
    def sheets(self) -> tuple[SheetEntry, ...]:
        """The worksheets; chart, dialog and macro sheets hold no formula cells."""
        relations = self._relationships(self.workbook_part)
        found = []
        for element in self._workbook.iter():
            if local_name(element) != "sheet":
                continue
            relation = relations.get(attribute(element, "id") or "")
            name = attribute(element, "name")
            if name and relation and relation.kind == "worksheet" and self.has(relation.target):
                hidden = attribute(element, "state") in ("hidden", "veryHidden")
                found.append(SheetEntry(name, relation.target, attribute(element, "sheetId") or "", hidden))
        self._refuse_sheets_twice(found)
        return tuple(found)

    def _refuse_sheets_twice(self, sheets: list[SheetEntry]) -> None:
        known: set[str] = set()
        for sheet in sheets:
            for key in (f"name {sheet.name.lower()}", f"part {sheet.part.lower()}"):
                if key in known:
                    raise WorkbookError("workbook.duplicate_sheet", file=self.file, sheet=sheet.name)
                known.add(key)

    @cached_property
    def all_sheet_names(self) -> tuple[str, ...]:
        """Every tab's name, chart sheets included, in the order that local names count them."""
        return tuple(
            attribute(element, "name") or ""
            for element in self._workbook.iter()
            if local_name(element) == "sheet"
        )

    @cached_property
    def shared_strings_part(self) -> str | None:
        return self._workbook_relation("sharedStrings")

    @cached_property
    def shared_strings(self) -> bytes | None:
        """The content of the shared strings part, which others will parse, without a DTD anywhere in it."""
        part = self.shared_strings_part
        if part is None:
            return None
        content = self.read(part)
        if has_doctype(content):
            raise UnsafeWorkbook("workbook.doctype", file=self.file, part=part)
        return content

    @cached_property
    def defined_names(self) -> tuple[DefinedName, ...]:
        elements = [element for element in self._workbook.iter() if local_name(element) == "definedName"]
        limit = self.archive.limits.names
        if len(elements) > limit:
            raise UnsafeWorkbook("workbook.too_many_names", file=self.file, count=len(elements), limit=limit)
        places = {str(place): name for place, name in enumerate(self.all_sheet_names)}
        names = []
        for element in elements:
            name = attribute(element, "name")
            if name:
                sheet = places.get(attribute(element, "localSheetId") or "")
                hidden = attribute(element, "hidden") in ("1", "true")
                names.append(DefinedName(name, (element.text or "").strip(), sheet, hidden))
        return tuple(names)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        return tuple(table for _, table in self.parts_of_tables)

    @cached_property
    def parts_of_tables(self) -> tuple[tuple[str, Table], ...]:
        """The tables, each with the part that it is in."""
        found = []
        for part, sheet in self.table_parts:
            try:
                table = read_table(self._parsed(part), sheet)
            except ValueError as fault:
                raise WorkbookError(
                    "workbook.part_invalid", file=self.file, part=part, detail=str(fault)
                ) from None
            if table:
                found.append((part, table))
        return tuple(found)

    @cached_property
    def table_parts(self) -> tuple[tuple[str, str], ...]:
        """The parts that hold tables, each with the name of its sheet."""
        return tuple(
            (relation.target, sheet.name)
            for sheet in self.sheets
            for relation in self._relationships(sheet.part).values()
            if relation.kind == "table" and self.has(relation.target)
        )

    @cached_property
    def calculation_chain_part(self) -> str | None:
        """The part in which Excel keeps the order of its calculation."""
        return self._workbook_relation("calcChain")

    @cached_property
    def external_links(self) -> tuple[str, ...]:
        """The files that formulas refer to as [1], [2] and so on; empty where the file does not tell."""
        relations = self._relationships(self.workbook_part)
        found = []
        for element in self._workbook.iter():
            if local_name(element) == "externalReference":
                relation = relations.get(attribute(element, "id") or "")
                links = self._relationships(relation.target) if relation else {}
                found.append(next((link.target for link in links.values() if link.external), ""))
        return tuple(found)

    @cached_property
    def styles_part(self) -> str | None:
        return self._workbook_relation("styles")

    @cached_property
    def chart_parts(self) -> tuple[str, ...]:
        """The parts that hold charts, by their content type."""
        types = self._parsed(CONTENT_TYPES) if self.has(CONTENT_TYPES) else ()
        names = [
            (attribute(element, "PartName") or "").lstrip("/")
            for element in types
            if attribute(element, "ContentType") in CHART_TYPES
        ]
        return tuple(name for name in names if self.has(name))

    @cached_property
    def pivot_cache_parts(self) -> tuple[str, ...]:
        """The parts that say where pivot tables have their values from."""
        relations = self._relationships(self.workbook_part).values()
        return tuple(
            relation.target
            for relation in relations
            if relation.kind == "pivotCacheDefinition" and self.has(relation.target)
        )

    @cached_property
    def is_signed(self) -> bool:
        """Whether there is a digital signature, which any change makes worthless."""
        return any(name.startswith(SIGNATURES) for name in self.archive.names())

    @cached_property
    def uses_1904_dates(self) -> bool:
        return self._workbook_flag("workbookPr", "date1904")

    @cached_property
    def recalculates_on_load(self) -> bool:
        """Whether Excel is told to recompute everything on opening."""
        return self._workbook_flag("calcPr", "fullCalcOnLoad")

    @cached_property
    def iterates(self) -> bool:
        """Whether circular references are computed by iteration."""
        return self._workbook_flag("calcPr", "iterate")

    @cached_property
    def computes_by_hand(self) -> bool:
        """Whether formulas follow their inputs only when the user asks for it."""
        return "manual" in self._workbook_settings("calcPr", "calcMode")

    @cached_property
    def rounds_to_what_is_shown(self) -> bool:
        """Whether numbers are computed with as many digits as their cells show."""
        return bool({"0", "false"} & self._workbook_settings("calcPr", "fullPrecision"))

    def _workbook_flag(self, element_name: str, flag: str) -> bool:
        return bool({"1", "true"} & self._workbook_settings(element_name, flag))

    def _workbook_settings(self, element_name: str, setting: str) -> set[str | None]:
        return {
            attribute(element, setting)
            for element in self._workbook.iter()
            if local_name(element) == element_name
        }

    @cached_property
    def _workbook(self) -> Element:
        return self._parsed(self.workbook_part)

    @cached_property
    def _main_part(self) -> str | None:
        for relation in self._relationships("").values():
            if relation.kind == "officeDocument" and self.has(relation.target):
                root = self._parsed(relation.target)
                if local_name(root) == "workbook":
                    return relation.target
        return None

    def _workbook_relation(self, kind: str) -> str | None:
        for relation in self._relationships(self.workbook_part).values():
            if relation.kind == kind and self.has(relation.target):
                return relation.target
        return None

    def _relationships(self, part: str) -> Mapping[str, Relationship]:
        relations = relations_part(part)
        if not self.has(relations):
            return {}
        return dict(self._read_relationships(relations, posixpath.dirname(part)))

    def _read_relationships(self, part: str, folder: str) -> Iterator[tuple[str, Relationship]]:
        for element in self._parsed(part).iter():
            identifier, target = attribute(element, "Id"), attribute(element, "Target")
            if local_name(element) != "Relationship" or not identifier or target is None:
                continue
            external = attribute(element, "TargetMode") == "External"
            kind = (attribute(element, "Type") or "").rpartition("/")[2]
            place = target if external else self._part_at(folder, target)
            yield identifier, Relationship(kind, place, external)

    def _part_at(self, folder: str, target: str) -> str:
        joined = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        return joined if self.has(joined) else unquote(joined)

    def _parsed(self, part: str) -> Element:
        return parse(self.read(part), self.file, part, self.archive.limits.depth)

    def refuse_doctypes(self) -> None:
        """Refuse a workbook with a DTD in any part, also in one that nobody here parses."""
        for name in self.archive.names():
            if name.lower().endswith((".xml", ".rels", ".vml")) and has_doctype(
                self.archive.peek(name, PROLOG_LENGTH)
            ):
                raise UnsafeWorkbook("workbook.doctype", file=self.file, part=name)


def relations_part(part: str) -> str:
    """The part that holds the relationships of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _refuse_other_formats(content: bytes, file: str) -> None:
    if not content:
        raise WorkbookError("workbook.empty", file=file)
    if content.startswith(COMPOUND_FILE):
        encrypted = ENCRYPTED_PACKAGE in content
        raise WorkbookError("workbook.encrypted" if encrypted else "workbook.old_format", file=file)
    if not content.startswith(b"PK") and ZIP_LOCAL_HEADER not in content:
        raise WorkbookError("workbook.not_workbook", file=file)
