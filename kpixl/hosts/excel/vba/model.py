"""What a VBA project consists of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

CODE_PAGE = 1252
ENCODING = "cp1252"
"""Of everything in a project. Sources are ASCII, so that no computer reads them differently."""

LONGEST_LINE = 1023
MOST_CONTINUATIONS = 24
LARGEST_PROCEDURE = 64_000
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,30}")
_PROCEDURE = re.compile(
    r"^(?:(?:Public|Private) )?(?:Sub|Function|Property \w+) .*?^End (?:Sub|Function|Property)$", re.M | re.S
)


class Document(Enum):
    """What in a workbook a module belongs to, as the class it stands on."""

    WORKBOOK = "00020819-0000-0000-C000-000000000046"
    WORKSHEET = "00020820-0000-0000-C000-000000000046"
    CHART_SHEET = "00020821-0000-0000-C000-000000000046"


@dataclass(frozen=True)
class Module:
    """A module and its source; that of a workbook or sheet has the name that the file gives as `codeName`.

    Raises `ValueError` for a source that the editor of Excel could not hold.
    """

    name: str
    code: str = ""
    document: Document | None = None

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"{self.name!r} cannot be the name of a module")
        if not self.code.isascii():
            raise ValueError(f"{self.name}: the source is not ASCII")
        continued = 0
        for number, line in enumerate(self.code.splitlines(), 1):
            if len(line) > LONGEST_LINE:
                raise ValueError(f"{self.name}, line {number}: longer than {LONGEST_LINE} characters")
            continued = continued + 1 if line.endswith(" _") else 0
            if continued > MOST_CONTINUATIONS:
                raise ValueError(f"{self.name}, line {number}: more than {MOST_CONTINUATIONS} continuations")
        for procedure in _PROCEDURE.findall(self.code):
            if len(procedure) > LARGEST_PROCEDURE:
                first = procedure.partition("\n")[0]
                raise ValueError(f"{self.name}, {first}: longer than {LARGEST_PROCEDURE} characters")

    def source(self) -> bytes:
        """The module as its stream holds it: attributes that no editor shows, then the code."""
        lines = [f'Attribute VB_Name = "{self.name}"', *self._attributes(), *self.code.splitlines()]
        return "".join(f"{line}\r\n" for line in lines).encode(ENCODING)

    def _attributes(self) -> tuple[str, ...]:
        if self.document is None:
            return ()
        return (
            f'Attribute VB_Base = "0{{{self.document.value}}}"',
            "Attribute VB_GlobalNameSpace = False",
            "Attribute VB_Creatable = False",
            "Attribute VB_PredeclaredId = True",
            "Attribute VB_Exposed = True",
            "Attribute VB_TemplateDerived = False",
            "Attribute VB_Customizable = True",
        )


@dataclass(frozen=True)
class Reference:
    """A registered type library that the code may use."""

    name: str
    library: str


REFERENCES = (
    Reference(
        "stdole",
        r"*\G{00020430-0000-0000-C000-000000000046}#2.0#0#C:\Windows\System32\stdole2.tlb#OLE Automation",
    ),
    Reference(
        "Office",
        r"*\G{2DF8D04C-5BFA-101B-BDE5-00AA0044DE52}#2.0#0"
        r"#C:\Program Files\Common Files\Microsoft Shared\OFFICE16\MSO.DLL"
        r"#Microsoft Office 16.0 Object Library",
    ),
)
"""OLE Automation, and Office with the ribbon's types. Those of VBA and Excel go without saying."""


@dataclass(frozen=True)
class Project:
    """Modules under one name. Raises `ValueError` for two modules of one name."""

    name: str
    modules: tuple[Module, ...]
    references: tuple[Reference, ...] = REFERENCES

    def __post_init__(self) -> None:
        names = [module.name.lower() for module in self.modules]
        if len(set(names)) != len(names):
            raise ValueError("two modules have one name")
