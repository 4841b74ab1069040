"""The command "Check": what is wrong with the planner that is open, on a sheet of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import uno

from kpixl.domain.findings import Finding, Severity
from kpixl.errors import WorkbookError
from kpixl.hosts.libreoffice.commands import CHECK
from kpixl.hosts.libreoffice.inside.desk import Desk
from kpixl.hosts.libreoffice.inside.port import CalcWorkbook
from kpixl.hosts.libreoffice.inside.undo import one_step
from kpixl.i18n import Language, Message, text
from kpixl.macros.check import check, hint, sentence
from kpixl.macros.reading import is_planner

COLUMNS = ("severity", "place", "problem", "hint")
WIDTHS = (2200, 4800, 11000, 11000)  # in hundredths of a millimetre
SHOWN_AREAS = 6
HEADING_ROW = 2  # counted from 0; above it stands what the sheet is
HEADING_COLOUR, LINE_COLOUR = 0xE8EDF3, 0xCFD6DE
PADDING = 80  # in hundredths of a millimetre
BOLD = 150.0  # com.sun.star.awt.FontWeight.BOLD


def check_planner(desk: Desk) -> Message:
    document, language = desk.document, desk.language
    workbook = CalcWorkbook(document)
    if not is_planner(workbook):
        raise WorkbookError("office.check.no_planner", file=workbook.file)
    with desk.busy(Message.of("office.checking")):
        workbook.recalculate()
        findings = check(workbook)
        counts = {severity: sum(found.severity is severity for found in findings) for severity in Severity}
        told = Message.of(
            "office.checked",
            errors=counts[Severity.ERROR],
            warnings=counts[Severity.WARNING],
            notes=counts[Severity.NOTE],
        )
        with one_step(document, CHECK.title(language)):
            _write(_sheet(document, language), findings, told, language)
    return told


def _sheet(document: Any, language: Language) -> Any:
    """The sheet for the findings, empty: the one of an earlier check, or a new one at the end."""
    name = text("office.check.sheet", language)
    sheets = document.Sheets
    if sheets.hasByName(name):
        if sheets.getByName(name).getCellByPosition(0, 0).getString() != _title(language):
            raise WorkbookError("office.check.sheet_taken", file=document.getTitle(), sheet=name)
        sheets.removeByName(name)
    sheets.insertNewByName(name, sheets.getCount())
    sheet = sheets.getByName(name)
    _printed_on_one_page_across(document, sheet, name)
    return sheet


def _write(sheet: Any, findings: Sequence[Finding], told: Message, language: Language) -> None:
    rows = [_title(language), told.text(language)]
    for number, line in enumerate(rows):
        sheet.getCellByPosition(0, number).setString(line)
    title = sheet.getCellByPosition(0, 0)
    title.CharWeight, title.CharHeight = BOLD, 14.0
    headings = tuple(text(f"office.check.{column}", language) for column in COLUMNS)
    lines = [headings, *(_line(finding, language) for finding in findings)]
    last = HEADING_ROW + len(lines) - 1
    area = sheet.getCellRangeByPosition(0, HEADING_ROW, len(COLUMNS) - 1, last)
    area.setDataArray(tuple(lines))
    area.IsTextWrapped = True
    area.VertJustify = uno.getConstantByName("com.sun.star.table.CellVertJustify2.TOP")
    heading = sheet.getCellRangeByPosition(0, HEADING_ROW, len(COLUMNS) - 1, HEADING_ROW)
    heading.CharWeight, heading.CellBackColor = BOLD, HEADING_COLOUR
    area.TableBorder2 = _lines(area.TableBorder2)
    area.ParaTopMargin = area.ParaBottomMargin = PADDING
    for column, width in enumerate(WIDTHS):
        sheet.Columns.getByIndex(column).Width = width
    area.Rows.OptimalHeight = True


def _lines(border: Any) -> Any:
    """A thin line below each row."""
    line = uno.createUnoStruct("com.sun.star.table.BorderLine2")
    line.Color, line.OuterLineWidth, line.LineWidth = LINE_COLOUR, 9, 9
    border.HorizontalLine = border.BottomLine = line
    border.IsHorizontalLineValid = border.IsBottomLineValid = True
    return border


def _printed_on_one_page_across(document: Any, sheet: Any, name: str) -> None:
    styles = document.StyleFamilies.getByName("PageStyles")
    if not styles.hasByName(name):
        styles.insertByName(name, document.createInstance("com.sun.star.style.PageStyle"))
        style = styles.getByName(name)
        style.IsLandscape, style.Width, style.Height = True, 29700, 21000  # A4
        style.ScaleToPagesX, style.ScaleToPagesY = 1, 0
    sheet.PageStyle = name


def _line(finding: Finding, language: Language) -> tuple[str, ...]:
    return (
        text(f"cli.check.severity.{finding.severity.name}", language),
        finding.place(SHOWN_AREAS) or text("cli.check.whole_workbook", language),
        sentence(finding, language),
        hint(finding, language),
    )


def _title(language: Language) -> str:
    return text("office.check.title", language)
