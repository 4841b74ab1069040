"""What must hold of a macro-enabled workbook, by the published rules of its formats.

ECMA-376 (packages, workbook), MS-OFFMACRO2 (macro-enabled parts), MS-CUSTOMUI (the ribbon). Each rule gives
what is wrong, in words.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from office.vba_projects import inflated, sources

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
X14 = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
VBA = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
RIBBONS = {
    "http://schemas.microsoft.com/office/2006/relationships/ui/extensibility": (
        "http://schemas.microsoft.com/office/2006/01/customui"
    ),
    "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility": (
        "http://schemas.microsoft.com/office/2009/07/customui"
    ),
}
MACRO_TYPES = {
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    "application/vnd.ms-excel.addin.macroEnabled.main+xml",
}
VBA_TYPE = "application/vnd.ms-office.vbaProject"
WORKBOOK_ORDER = (
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
    "functionGroups", "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews",
    "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects",
    "extLst",
)  # fmt: skip

SHARED = {"id", "label", "getLabel", "visible", "getVisible", "keytip", "getKeytip", "tag"}
TIPS = {"screentip", "getScreentip", "supertip", "getSupertip", "imageMso", "image", "getImage"}
RIBBON_ATTRIBUTES = {
    "customUI": {"onLoad", "loadImage"},
    "ribbon": {"startFromScratch"},
    "tabs": set(),
    "tab": SHARED,
    "group": SHARED | TIPS,
    "button": SHARED
    | TIPS
    | {"onAction", "size", "getSize", "enabled", "getEnabled", "description", "showLabel"},
}
RIBBON_CHILDREN = {
    "customUI": {"ribbon"},
    "ribbon": {"tabs"},
    "tabs": {"tab"},
    "tab": {"group"},
    "group": {"button"},
    "button": set(),
}
PARAMETERS_OF_CALLBACK = {"onLoad": 1, "onAction": 1}  # all others are asked for something: 2

PROCEDURE = re.compile(r"^Public (?:Sub|Function) (\w+)\(([^)]*)\)", re.M)
GROUP = re.compile(r'^Attribute (\w+)\.VB_ProcData\.VB_Invoke_Func = " \\n(\d+)"', re.M)


class MacroBook:
    """The parts of a workbook, for the rules to look at."""

    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

        self._parsed: dict[str, ElementTree.Element] = {}

    def xml(self, part: str) -> ElementTree.Element:
        if part not in self._parsed:
            self._parsed[part] = ElementTree.fromstring(self.parts[part])
        return self._parsed[part]

    def relations(self, part: str) -> dict[str, str]:
        """Targets by the relationship's type; every target by its id too."""
        folder, name = posixpath.split(part)
        place = posixpath.join(folder, "_rels", f"{name}.rels")
        found = {}
        for relation in self.xml(place) if place in self.parts else ():
            target = relation.get("Target", "")
            path = (
                target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            )
            if relation.get("TargetMode") != "External":
                found[relation.get("Type", "")] = found[relation.get("Id", "")] = path
        return found

    def content_type(self, part: str) -> str | None:
        types = self.xml("[Content_Types].xml")
        for override in types.iter(f"{TYPES}Override"):
            if override.get("PartName") == f"/{part}":
                return override.get("ContentType")
        extension = part.rpartition(".")[2]
        defaults = {each.get("Extension"): each.get("ContentType") for each in types.iter(f"{TYPES}Default")}
        return defaults.get(extension)

    @cached_property
    def modules(self) -> dict[str, str]:
        """The source of every module, by its name."""
        found = sources(self.parts["xl/vbaProject.bin"])
        return {
            name: inflated(source).decode("cp1252").replace("\r\n", "\n") for name, source in found.items()
        }

    @cached_property
    def procedures(self) -> dict[str, int]:
        """How many parameters each public procedure of a module has that belongs to no sheet."""
        return {
            name: len([each for each in parameters.split(",") if each.strip()])
            for source in self.modules.values()
            if "VB_Base" not in source
            for name, parameters in PROCEDURE.findall(source)
        }


def faults(content: bytes) -> list[str]:
    """Everything that is wrong with a macro-enabled workbook."""
    book = MacroBook(content)
    return [f"{rule.__name__}: {fault}" for rule in RULES for fault in rule(book)]


def content_types(book: MacroBook) -> Iterator[str]:
    for part in book.parts:
        if part != "[Content_Types].xml" and book.content_type(part) is None:
            yield f"{part} has no content type"
    if book.content_type("xl/workbook.xml") not in MACRO_TYPES:
        yield "the workbook's type is not that of a macro-enabled one"
    if book.content_type("xl/vbaProject.bin") != VBA_TYPE:
        yield "the VBA project has another type"
    for override in book.xml("[Content_Types].xml").iter(f"{TYPES}Override"):
        if override.get("PartName", "")[1:] not in book.parts:
            yield f"{override.get('PartName')} is not there"


def relationships(book: MacroBook) -> Iterator[str]:
    for owner in ["", *book.parts]:
        for target in book.relations(owner).values():
            if target not in book.parts:
                yield f"{owner or 'the package'} refers to {target}, which is not there"
    if book.relations("xl/workbook.xml").get(VBA) != "xl/vbaProject.bin":
        yield "the workbook does not refer to the VBA project"
    for kind in RIBBONS:
        if kind not in book.relations(""):
            yield f"the package has no {kind}"
    ids = [each.get("Id") for each in book.xml("xl/_rels/workbook.xml.rels")]
    if len(set(ids)) != len(ids):
        yield "two relationships have one id"


def code_names(book: MacroBook) -> Iterator[str]:
    documents = {name for name, source in book.modules.items() if "VB_Base" in source}
    workbook = book.xml("xl/workbook.xml")
    settings = workbook.find(f"{MAIN}workbookPr")
    named = [settings.get("codeName") if settings is not None else None]
    relations = book.relations("xl/workbook.xml")
    for sheet in workbook.iter(f"{MAIN}sheet"):
        id_ = sheet.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", "")
        part = relations.get(id_, "")
        found = book.xml(part).find(f"{MAIN}sheetPr") if part.endswith(".xml") else None
        named.append(None if found is None else found.get("codeName"))
    if None in named:
        yield "the workbook or a sheet has no code name"
    if len(set(named)) != len(named):
        yield "two have one code name"
    for name in set(named) ^ documents:
        yield f"{name} is the name of a module or of a sheet, not of both"


def workbook_order(book: MacroBook) -> Iterator[str]:
    places = [WORKBOOK_ORDER.index(child.tag.removeprefix(MAIN)) for child in book.xml("xl/workbook.xml")]
    if places != sorted(places):
        yield "the elements of the workbook do not stand in their order"


def ribbon(book: MacroBook) -> Iterator[str]:
    for kind, namespace in RIBBONS.items():
        part = book.relations("").get(kind, "")
        if part not in book.parts:
            continue
        root = book.xml(part)
        ids: list[str] = []
        for element in root.iter():
            name = element.tag.removeprefix(f"{{{namespace}}}")
            if name not in RIBBON_CHILDREN:
                yield f"{part}: {element.tag} is not known"
                continue
            if not set(element.keys()) <= RIBBON_ATTRIBUTES[name]:
                yield f"{part}: {name} cannot have {set(element.keys()) - RIBBON_ATTRIBUTES[name]}"
            for child in element:
                if child.tag.removeprefix(f"{{{namespace}}}") not in RIBBON_CHILDREN[name]:
                    yield f"{part}: {child.tag} cannot stand in {name}"
            if name in ("tab", "group", "button"):
                ids.append(element.get("id", ""))
                if not re.fullmatch(r"[A-Za-z_]\w*", ids[-1]):
                    yield f"{part}: {ids[-1]!r} is no id"
        if len(set(ids)) != len(ids):
            yield f"{part}: two have one id"


def callbacks(book: MacroBook) -> Iterator[str]:
    for kind in RIBBONS:
        part = book.relations("").get(kind, "")
        for element in book.xml(part).iter() if part in book.parts else ():
            for attribute, procedure in element.items():
                if attribute.startswith(("on", "get")):
                    wanted = PARAMETERS_OF_CALLBACK.get(attribute, 2)
                    if book.procedures.get(procedure) != wanted:
                        yield f"{part}: no public {procedure} with {wanted} parameters for {attribute}"


def function_help(book: MacroBook) -> Iterator[str]:
    workbook = book.xml("xl/workbook.xml")
    groups = workbook.find(f"{MAIN}functionGroups")
    built_in = int(groups.get("builtInGroupCount", "0")) if groups is not None else 0
    last = built_in + (len(groups) if groups is not None else 0)
    for source in book.modules.values():
        for name, number in GROUP.findall(source):
            if not built_in < int(number) <= last:
                yield f"{name} is in group {number}, which is not there"
    for named in workbook.iter(f"{X14}definedName"):
        name = named.get("name", "")
        descriptions = named.findall(f"{X14}argumentDescriptions/{X14}argumentDescription")
        if book.procedures.get(name) != len(descriptions):
            yield f"{name} has help for {len(descriptions)} arguments"
        if [each.get("index") for each in descriptions] != [str(place) for place in range(len(descriptions))]:
            yield f"the arguments of {name} are not numbered from 0"
        if any(not 0 < len(each.text or "") <= 255 for each in descriptions):
            yield f"an argument's help of {name} is empty or too long"


RULES: tuple[Callable[[MacroBook], Iterator[str]], ...] = (
    content_types, relationships, code_names, workbook_order, ribbon, callbacks, function_help,
)  # fmt: skip
