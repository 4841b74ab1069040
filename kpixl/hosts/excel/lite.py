"""A workbook for xlwings Lite, the free add-in that runs Python within Excel on the web and on the Mac.

Experimental: the add-in keeps its code as properties of a web extension in the workbook, which its maker does
not describe; what is written here follows workbooks that it saved. It has not opened one of ours.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kpixl.functions.registry import REGISTRY
from kpixl.functions.spec import FunctionSpec, Shape
from kpixl.hosts.excel.package import ZIP_EPOCH, packed, replace_once
from kpixl.hosts.libreoffice.vendored import python_files
from kpixl.ooxml.package import CONTENT_TYPES, Package, relations_part

ADDIN = "wa200008175"  # xlwings Lite in Microsoft's store
EXTENSION, PANES = "xl/webextensions/webextension1.xml", "xl/webextensions/taskpanes.xml"
EXTENSION_NAMESPACE = "http://schemas.microsoft.com/office/webextensions/webextension/2010/11"
PANES_NAMESPACE = "http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
EXTENSION_TYPE = "application/vnd.ms-office.webextension+xml"
PANES_TYPE = "application/vnd.ms-office.webextensiontaskpanes+xml"
EXTENSION_RELATION = "http://schemas.microsoft.com/office/2011/relationships/webextension"
PANES_RELATION = "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
REQUIREMENTS = "xlwings\n"

PROGRAM = '''\
"""kpixl's functions for xlwings Lite. The library itself is the text at the end of this file."""

import base64
import sys
import tempfile
from pathlib import Path

import xlwings as xw


def start(library):
    folder = Path(tempfile.mkdtemp(prefix="kpixl-"))
    (folder / "kpixl.zip").write_bytes(base64.b64decode(library))
    sys.path.insert(0, str(folder / "kpixl.zip"))


def answer(name, *values):
    from kpixl.functions.registry import call
    from kpixl.functions.values import CellError

    def shown(cell):
        return str(cell) if isinstance(cell, CellError) else cell

    result = call(name, *[float(value) if type(value) is int else value for value in values])
    return [[shown(cell) for cell in row] for row in result] if isinstance(result, list) else shown(result)

'''


def lite_workbook(workbook: bytes, file: str) -> bytes:
    """A template that kpixl built, with kpixl's functions for xlwings Lite in it.

    Raises `ValueError` for a workbook that was not built by kpixl's templates.
    """
    package = Package(workbook, file)
    parts = {name: package.read(name) for name in package.archive.names()}
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>'
        for part, kind in ((PANES, PANES_TYPE), (EXTENSION, EXTENSION_TYPE))
    )
    replace_once(parts, CONTENT_TYPES, "</Types>", f"{overrides}</Types>")
    relation = f'<Relationship Id="kpixlLite" Type="{PANES_RELATION}" Target="{PANES}"/>'
    replace_once(parts, relations_part(""), "</Relationships>", f"{relation}</Relationships>")
    parts[PANES] = _panes()
    parts[relations_part(PANES)] = _relations()
    parts[EXTENSION] = _extension({"main.py": program(), "requirements.txt": REQUIREMENTS})
    return packed(parts)


def program(specs: Iterable[FunctionSpec] = REGISTRY.values()) -> str:
    """The source that the add-in runs: one function each, and the library as text."""
    functions = "\n\n".join(_function(spec) for spec in specs)
    return f'{PROGRAM}\n{functions}\n\n\nstart("{_library()}")\n'


def _function(spec: FunctionSpec) -> str:
    names = [parameter.name for parameter in spec.parameters]
    ranges = [
        f'@xw.arg("{parameter.name}", ndim=2)'
        for parameter in spec.parameters
        if parameter.shape is not Shape.SCALAR
    ]
    signature = ", ".join(
        parameter.name if parameter.required else f"{parameter.name}=None" for parameter in spec.parameters
    )
    asked = ", ".join([f'"{spec.name}"', *names])
    summary = json.dumps(spec.summary("en"))
    lines = [
        "@xw.func",
        *ranges,
        f"def {spec.name}({signature}):",
        f"    {summary}",
        f"    return answer({asked})",
    ]
    return "\n".join(lines) + "\n"


def _library() -> str:
    """The vendored core as a zip file in base64, the same for the same files."""
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for name, content in python_files():
            archive.writestr(ZipInfo(name, ZIP_EPOCH), content, ZIP_DEFLATED, 9)
    return base64.b64encode(written.getvalue()).decode("ascii")


def _extension(properties: dict[str, str]) -> bytes:
    id_ = str(uuid5(NAMESPACE_URL, "kpixl:lite")).upper()
    listed = "".join(
        f"<we:property name={quoteattr(name)} value={quoteattr(json.dumps(value))}/>"
        for name, value in properties.items()
    )
    return (
        f'{DECLARATION}<we:webextension xmlns:we="{EXTENSION_NAMESPACE}" id="{{{id_}}}">'
        f'<we:reference id="{ADDIN}" version="1.0.0.0" store="en-US" storeType="OMEX"/>'
        f"<we:alternateReferences/><we:properties>{listed}</we:properties><we:bindings/>"
        f'<we:snapshot xmlns:r="{OFFICE}"/></we:webextension>'
    ).encode()


def _panes() -> bytes:
    return (
        f'{DECLARATION}<wetp:taskpanes xmlns:wetp="{PANES_NAMESPACE}">'
        '<wetp:taskpane dockstate="right" visibility="0" width="438" row="3">'
        f'<wetp:webextensionref xmlns:r="{OFFICE}" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>'
    ).encode()


def _relations() -> bytes:
    return (
        f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{EXTENSION_RELATION}" Target="webextension1.xml"/></Relationships>'
    ).encode()
