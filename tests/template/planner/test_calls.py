"""The planner's cells with our functions hold what the functions answer when they are called from Python."""

from __future__ import annotations

import io
import re
from datetime import datetime

import pytest
from openpyxl import load_workbook
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.cell_range import CellRange

import kpixl
from kpixl.i18n import LANGUAGES, Language
from kpixl.template.planner.cases.web import WEB
from tests.template.planner.books import filled, shown, values

CALL = re.compile(
    r"(?P<index>INDEX\()?KPI_(?P<name>\w+)\((?P<arguments>[^()]*(?:\([^()]*\)[^()]*)*)\)(?P<rest>.*)"
)
AREA = re.compile(r"\$?[A-Z]{1,2}\$?\d+(:\$?[A-Z]{1,2}\$?\d+)?")
NOT_PLAIN = object()


def held(content: bytes, sheet: str, argument: str) -> object:
    """What an argument stands for: a text, a number, cells of the sheet, a name, one cell of a name."""
    book = shown(content)
    if argument.startswith('"'):
        return argument.strip('"')
    if re.fullmatch(r"[\d.]+", argument):
        return float(argument)
    if AREA.fullmatch(argument):
        area = CellRange(argument.replace("$", ""))
        cells = [[plain(book[sheet].cell(*at).value) for at in row] for row in area.rows]
        return cells if ":" in argument else cells[0][0]
    if argument in book.defined_names:
        column = [plain(one) for one in values(content, argument)]
        return [[one] for one in column] if len(column) > 1 else column[0]
    found = re.fullmatch(r"INDEX\((\w+),(\d+)\)", argument)
    if found and found[1] in book.defined_names:
        return plain(values(content, found[1])[int(found[2]) - 1])
    return NOT_PLAIN


def plain(one: object) -> object:
    return float(to_excel(one)) if isinstance(one, datetime) else one


@pytest.mark.parametrize("language", LANGUAGES)
def test_cells_hold_what_the_functions_answer(language: Language) -> None:
    content = filled(WEB, language)
    compared: dict[str, int] = {}
    for sheet in load_workbook(io.BytesIO(content)).worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            found = cell.data_type == "f" and CALL.search(str(cell.value))
            value = shown(content)[sheet.title][cell.coordinate].value
            if not found or value in (None, "") or str(cell.value).count("KPI_") > 1:
                continue
            place = re.fullmatch(r",(\d+)\)+", found["rest"]) if found["index"] else None
            head = str(cell.value)[: found.start()]
            ends = place or (not found["index"] and re.fullmatch(r"\)*", found["rest"]))
            # whatever stands before may only keep the call from being made; it leaves "" then
            if not ends or not re.fullmatch(r'=(IF\(.*,"",)?', head):
                continue
            arguments = re.split(r",(?![^()]*\))", found["arguments"])
            given = [held(content, sheet.title, argument) for argument in arguments]
            if any(one is NOT_PLAIN for one in given):
                continue
            answer = kpixl.call(f"KPI_{found['name']}", *given)
            flat = [one for row in answer for one in row] if isinstance(answer, list) else [answer]
            right = flat[int(place[1]) - 1 if place else 0]
            where = f"{sheet.title}!{cell.coordinate} {cell.value}"
            if isinstance(right, (int, float)):
                assert plain(value) == pytest.approx(right, rel=1e-12, abs=1e-12), where
            else:
                assert value == right, where
            compared[found["name"]] = compared.get(found["name"], 0) + 1
    assert len(compared) >= 15, sorted(compared)
    assert sum(compared.values()) >= 100
