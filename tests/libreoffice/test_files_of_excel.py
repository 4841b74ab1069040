"""Calls of our functions in files of Excel's, however they are spelt, and in what is saved for Excel."""

from __future__ import annotations

import io
import stat
from pathlib import Path
from zipfile import ZipFile

import pytest
from office.calc import Calc
from openpyxl import load_workbook
from workbooks.hand import F, book

from kpixl.hosts.libreoffice.inside.plain_names import give_plain_names, with_plain_names
from kpixl.hosts.libreoffice.names import STORED_PREFIX

SPELLINGS = {
    "A1": "KPI_GOAL_COUNT(100,5)",
    "A2": "_xll.KPI_GOAL_COUNT(100,5)",
    "A3": "_xldudf_KPI_GOAL_COUNT(100,5)",
    "A4": "_xlfn.KPI_GOAL_COUNT(100,5)",
    "A5": "ORG.KPIXL.KPIXLADDIN.KPI_GOAL_COUNT(100,5)",
    "A6": 'IF("KPI_YEN("="",0,SUM(KPI_GOAL_COUNT(100,5),0))',
    "A7": "kpi_goal_count(100,5)",
    "A8": "goal",
    "A9": "SUM(KPI_GOAL_COUNT(100,5),KPI_GOAL_COUNT(0,5))",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    cells = {name: F(formula) for name, formula in SPELLINGS.items()}
    cells["C1"] = F("KPI_BACKCALC(20,{0.5,0.5})", kind="array", ref="C1:E1")
    cells["C3"] = F("_xll.KPI_BACKCALC(20,{0.5,0.5})", kind="array", ref="C3:E3")
    names = "<definedName name='goal'>KPI_GOAL_COUNT(100,5)</definedName>"
    file = tmp_path / "他社の 計画.xlsx"
    file.write_bytes(book({"S": cells, "T": {"A1": "ORG.KPIXL.KPIXLADDIN.KPI_X( is text"}}, names=names))
    return file


def test_every_spelling_of_a_call_is_computed(path: Path, calc: Calc) -> None:
    opened = calc.open(path)
    values = calc.values(opened, False)["S"]
    assert [row[0] for row in values] == [20] * 9
    assert values[0][2:] == [80, 40, 20]
    assert values[2][2:] == [80, 40, 20]
    assert calc.undo_titles(opened) == []
    calc.close(opened)


def test_what_is_saved_for_excel_has_plain_names_and_texts_as_they_were(path: Path, calc: Calc) -> None:
    opened = calc.open(path)
    saved = path.with_name("saved.xlsx")
    calc.save(opened, saved)
    saved.chmod(0o640)
    calc.set(opened, "T", "B1", [[1]])
    calc.save_again(opened)
    calc.set(opened, "T", "B2", [[2]])
    calc.save_again(opened)
    calc.close(opened)
    workbook = load_workbook(saved)
    sheet = workbook["S"]
    assert [sheet[f"A{row}"].value for row in (1, 2, 3, 4, 5, 7)] == ["=KPI_GOAL_COUNT(100,5)"] * 6
    assert sheet["A6"].value == '=IF("KPI_YEN("="",0,SUM(KPI_GOAL_COUNT(100,5),0))'
    assert (sheet["C3"].value.ref, sheet["C3"].value.text) == ("C3:E3", "=KPI_BACKCALC(20,{0.5,0.5})")
    assert workbook.defined_names["goal"].attr_text == "KPI_GOAL_COUNT(100,5)"
    assert workbook["T"]["A1"].value == "ORG.KPIXL.KPIXLADDIN.KPI_X( is text"
    assert (workbook["T"]["B1"].value, workbook["T"]["B2"].value) == (1, 2)
    assert stat.S_IMODE(saved.stat().st_mode) == 0o640
    assert [place.name for place in saved.parent.glob(".kpixl-*")] == []


def test_only_formulas_get_plain_names() -> None:
    part = f'<c><f t="array">{STORED_PREFIX}KPI_X(1)</f><v>{STORED_PREFIX}KPI_X(</v></c>'.encode()
    assert with_plain_names(part) == f'<c><f t="array">KPI_X(1)</f><v>{STORED_PREFIX}KPI_X(</v></c>'.encode()


def stored(content: str) -> bytes:
    target = io.BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", content)
    return target.getvalue()


def test_a_file_is_rewritten_with_its_permissions_its_time_and_where_a_link_leads(tmp_path: Path) -> None:
    file, link = tmp_path / "file.xlsx", tmp_path / "link.xlsx"
    file.write_bytes(stored(f"<f>{STORED_PREFIX}KPI_X(1)</f>"))
    file.chmod(0o604)
    link.symlink_to(file.name)
    before = file.stat()
    assert give_plain_names(link)
    after = file.stat()
    assert link.is_symlink()
    assert (after.st_mode, after.st_mtime_ns) == (before.st_mode, before.st_mtime_ns)
    with ZipFile(file) as archive:
        assert archive.read("xl/worksheets/sheet1.xml") == b"<f>KPI_X(1)</f>"
    assert sorted(place.name for place in tmp_path.iterdir()) == ["file.xlsx", "link.xlsx"]
    assert not give_plain_names(link)


@pytest.mark.parametrize(
    "content", [b"encrypted", stored("<f>1+1</f>")], ids=["no archive", "nothing of ours"]
)
def test_a_file_with_nothing_to_do_keeps_its_bytes(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "file.xlsx"
    file.write_bytes(content)
    assert not give_plain_names(file)
    assert file.read_bytes() == content


def test_a_failure_while_writing_leaves_the_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file.xlsx"
    file.write_bytes(stored(f"<f>{STORED_PREFIX}KPI_X(1)</f>"))
    before = file.read_bytes()

    def full(*_: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        give_plain_names(file)
    assert file.read_bytes() == before
    assert [place.name for place in tmp_path.iterdir()] == ["file.xlsx"]
