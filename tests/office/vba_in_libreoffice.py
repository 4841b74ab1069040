"""A workbook's VBA prepared for LibreOffice, and a module that shows errors, which no caller could see."""

from __future__ import annotations

from dataclasses import replace

from kpixl.functions.registry import REGISTRY
from kpixl.hosts.excel.package import VBA_PART
from kpixl.hosts.excel.vba.model import Module, Project
from kpixl.hosts.excel.vba.project import vba_project
from kpixl.ooxml.archive import Archive

COMPILED = """\
Public Function Compiled_{module}() As String
    Compiled_{module} = "compiled"
End Function
"""

SHOWING = """\
Option Explicit

Public Function Pressed(ByVal button As String, ByVal file As String) As String
    Dim said As Variant
    If KpixlAsked("kpixl.cli.excel", "pressed", Array(button, KpixlLanguage(), file), ThisWorkbook, said) Then
        Pressed = said(LBound(said)) & " " & said(LBound(said) + 1)
    Else
        Pressed = KpixlWhyNot()
    End If
End Function

Private Function Given(ByVal argument As Variant) As Variant
    Dim result() As Variant, row As Long, column As Long
    If Not IsArray(argument) Then
        Given = GivenCell(argument)
        Exit Function
    End If
    ReDim result(1 To UBound(argument) + 1, 1 To UBound(argument(0)) + 1)
    For row = 0 To UBound(argument)
        For column = 0 To UBound(argument(row))
            result(row + 1, column + 1) = GivenCell(argument(row)(column))
        Next column
    Next row
    Given = result
End Function

Private Function GivenCell(ByVal cell As Variant) As Variant
    GivenCell = cell
    If VarType(cell) <> vbString Then Exit Function
    If Left$(cell, 6) = "error " Then GivenCell = CVErr(CLng(Mid$(cell, 7)))
End Function

Private Function Shown(ByVal answer As Variant) As Variant
    Dim result() As Variant, row As Long, column As Long
    If Not IsArray(answer) Then
        Shown = ShownCell(answer)
        Exit Function
    End If
    On Error GoTo line
    ReDim result(LBound(answer, 1) To UBound(answer, 1), LBound(answer, 2) To UBound(answer, 2))
    For row = LBound(answer, 1) To UBound(answer, 1)
        For column = LBound(answer, 2) To UBound(answer, 2)
            result(row, column) = ShownCell(answer(row, column))
        Next column
    Next row
    Shown = result
    Exit Function
line:
    ReDim result(LBound(answer) To UBound(answer))
    For column = LBound(answer) To UBound(answer)
        result(column) = ShownCell(answer(column))
    Next column
    Shown = result
End Function

Private Function ShownCell(ByVal cell As Variant) As Variant
    ShownCell = cell
    If IsError(cell) Then ShownCell = "error " & CStr(cell)
End Function
"""


def for_libreoffice(workbook: bytes, project: Project) -> bytes:
    """The workbook with its project as LibreOffice 7.4 can run it, and the module `Showing`.

    Its ranges have no `Value2`; with `Value`, dates come as dates. Each module gets a function that says it
    was compiled.
    """
    modules = tuple(map(_prepared, project.modules))
    showing = Module("Showing", SHOWING + "".join(map(_shown_call, REGISTRY)))
    changed = replace(project, modules=(*modules, showing))
    return Archive(workbook, "workbook.xlsm").replaced({VBA_PART: vba_project(changed)})


def _prepared(module: Module) -> Module:
    code = module.code.replace(".Value2", ".Value")
    return replace(module, code=f"{code}\n{COMPILED.format(module=module.name)}")


def _shown_call(name: str) -> str:
    """A function that calls one of ours with as many arguments as it is given."""
    count = len(REGISTRY[name].parameters)
    cases = []
    for given in range(count + 1):
        if given >= sum(parameter.required for parameter in REGISTRY[name].parameters):
            arguments = ", ".join(f"Given(arguments({place}))" for place in range(given))
            cases += [f"        Case {given}", f"            Show_{name} = Shown({name}({arguments}))"]
    return "\n".join(
        [
            "",
            f"Public Function Show_{name}(ByVal arguments As Variant) As Variant",
            "    Select Case UBound(arguments) + 1",
            *cases,
            "    End Select",
            "End Function",
            "",
        ]
    )
