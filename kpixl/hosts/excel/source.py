"""The VBA projects of workbooks and of the add-in, put together."""

from __future__ import annotations

from collections.abc import Sequence

from kpixl.hosts.excel import addin
from kpixl.hosts.excel.basic import by_hand, quoted, spelled
from kpixl.hosts.excel.ribbon import words
from kpixl.hosts.excel.starting import Dll, start_module
from kpixl.hosts.excel.vba.model import Document, Module, Project
from kpixl.hosts.excel.wrappers import function_module, help_module
from kpixl.i18n import LANGUAGES, Language, text

WORKBOOK = "ThisWorkbook"
HOST, RIBBON, TEXTS = "KpixlHost", "KpixlRibbon", "KpixlTexts"
OPENING = """\
Option Explicit

Private Sub Workbook_Open()
    Dim wasSaved As Boolean
    wasSaved = ThisWorkbook.Saved
    KpixlDescribeAll
    ThisWorkbook.Saved = wasSaved
End Sub
"""
SAID_WITHOUT_PYTHON = "no_python"


def planner_project(language: Language, sheets: Sequence[str], dll: Dll | None = None) -> Project:
    """The project of a workbook with its own functions; `sheets` are the code names of its sheets."""
    return _project("VBAProject", OPENING, language, sheets, dll)


def addin_project(language: Language) -> Project:
    """The project of the add-in, which has no window in which Excel would take descriptions."""
    return _project("kpixl", "", language, addin.CODE_NAMES)


def _project(
    name: str, opening: str, language: Language, sheets: Sequence[str], dll: Dll | None = None
) -> Project:
    return Project(
        name,
        (
            Module(WORKBOOK, opening, Document.WORKBOOK),
            *(Module(sheet, document=Document.WORKSHEET) for sheet in sheets),
            Module(HOST, by_hand(HOST)),
            start_module(dll),
            function_module(),
            Module(RIBBON, by_hand(RIBBON)),
            _texts(language),
            *([help_module(language)] if opening else []),
        ),
    )


def _texts(language: Language) -> Module:
    """What VBA itself has to say, in every language."""
    said = [*words(), *((each, SAID_WITHOUT_PYTHON, text("excel.no_python", each)) for each in LANGUAGES)]
    cases = [
        line
        for each, key, words_ in said
        for line in (f"        Case {quoted(f'{each}.{key}')}", f"            KpixlWords = {spelled(words_)}")
    ]
    lines = [
        "Option Explicit",
        "",
        f"Public Const FIRST_LANGUAGE As String = {quoted(language)}",
        "",
        "Public Function KpixlWords(ByVal key As String) As String",
        '    Select Case KpixlLanguage() & "." & key',
        *cases,
        "    End Select",
        "End Function",
        "",
    ]
    return Module(TEXTS, "\n".join(lines))
