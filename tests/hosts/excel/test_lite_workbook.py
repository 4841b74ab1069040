"""A workbook for xlwings Lite: its parts belong together, and its program computes with the library in it."""

from __future__ import annotations

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

from python_calamine import CalamineWorkbook
from workbooks.macro_rules import MacroBook
from workbooks.ready_made import template

from kpixl.functions.registry import REGISTRY
from kpixl.hosts.excel.lite import EXTENSION, EXTENSION_NAMESPACE, PANES, PANES_RELATION, lite_workbook

STAND_IN = """
def func(function):
    return function

def arg(name, **options):
    return lambda function: function
"""
ASKING = """
from main import *
import json, kpixl
print(json.dumps([
    kpixl.__file__,
    KPI_BACKCALC(20, [[0.5, 0.25]]), KPI_ROAS(300, 0), KPI_PERIOD(46315), len(KPI_HOLIDAYS(2026)) > 10,
]))
"""


def properties(content: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(content)) as archive:
        root = ElementTree.fromstring(archive.read(EXTENSION))
    return {
        each.get("name", ""): json.loads(each.get("value", ""))
        for each in root.iter(f"{{{EXTENSION_NAMESPACE}}}property")
    }


def test_the_program_computes_with_the_library_that_it_carries(tmp_path: Path) -> None:
    found = properties(lite_workbook(template("planner.web.ja"), "planner.xlsx"))
    assert found["requirements.txt"] == "xlwings\n"
    (tmp_path / "main.py").write_text(found["main.py"], encoding="utf-8")
    (tmp_path / "xlwings.py").write_text(STAND_IN, encoding="utf-8")
    (tmp_path / "asking.py").write_text(ASKING, encoding="utf-8")
    # without the environment's packages: only the standard library and these three files
    command = [sys.executable, "-E", "-s", "-S", str(tmp_path / "asking.py")]
    asked = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert asked.returncode == 0, asked.stderr
    place, *answers = json.loads(asked.stdout)
    assert "kpixl.zip" in place
    assert answers == [[[160.0, 80.0, 20.0]], "#DIV/0!", "2026年度10月", True]


def test_the_program_has_every_function() -> None:
    source = properties(lite_workbook(template("planner.web.ja"), "planner.xlsx"))["main.py"]
    assert all(f"\ndef {name}(" in source for name in REGISTRY)


def test_the_parts_belong_together_and_the_rest_is_the_template() -> None:
    plain = template("planner.web.en")
    content = lite_workbook(plain, "planner.xlsx")
    book = MacroBook(content)
    assert book.relations("")[PANES_RELATION] == PANES
    assert EXTENSION in book.relations(PANES).values()
    assert all(book.content_type(part) for part in book.parts if part != "[Content_Types].xml")
    ours, theirs = (CalamineWorkbook.from_filelike(BytesIO(each)) for each in (content, plain))
    assert ours.sheet_names == theirs.sheet_names
    assert lite_workbook(plain, "planner.xlsx") == content
