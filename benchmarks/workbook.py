"""The workbook that is measured: eight Japanese sheets with everything that is easily lost.

It is what a nightly run finds: every cached value was right, then new goals were loaded into KPI計算, so that
the results of our function there, and whatever depends on them, are out of date. The same recipe gives the
same bytes.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from io import BytesIO
from random import Random
from typing import Any

import xlsxwriter

from benchmarks.cells import Values, cell_values
from kpixl.hosts.headless import recalculate_content
from kpixl.recalc.options import Options

MADE_ON = datetime(2026, 4, 1)
FISCAL_YEAR = date(2025, 4, 1)
SHEETS = ("設定", "実績", "目標", "人員", "月次", "KPI計算", "ダッシュボード", "メモ")
KPI_SHEET = "KPI計算"
DEPARTMENTS = ("営業一部", "営業二部", "製造", "物流", "管理", "開発", "品質", "海外")
PRODUCTS = ("製品A", "製品B", "製品C", "製品D")
SETTINGS = (
    ("税率", "TaxRate", 0.1),
    ("年度", "FiscalYear", 2025),
    ("期首月", "StartMonth", 4),
    ("目標係数", "TargetRate", 1.05),
    ("割引率", "Discount", 0.03),
)

# one unit of size in rows; 月次 and ダッシュボード are the same in every size
ACTUAL_ROWS, TARGET_ROWS, STAFF_ROWS, KPI_ROWS = 4, 1, 1, 2
UNIT_FORMULAS = 2 * ACTUAL_ROWS + 3 * TARGET_ROWS + 2 * STAFF_ROWS + 3 * KPI_ROWS
FIXED_FORMULAS = 3 * 12 * 8 + 6 * 8 + 4
USUAL_UNITS = 60


@dataclass(frozen=True)
class Recipe:
    """Which workbook to make."""

    units: int = USUAL_UNITS
    seed: int = 1
    ours: bool = True  # whether our function is called, or an ordinary formula stands in its place
    structured: bool = True  # whether formulas name the columns of tables, or their cells


USUAL = Recipe()


def units_for(formulas: int) -> int:
    """The size that comes nearest to so many formulas."""
    return round((formulas - FIXED_FORMULAS) / UNIT_FORMULAS)


def formula_count(recipe: Recipe) -> int:
    return FIXED_FORMULAS + recipe.units * UNIT_FORMULAS


def our_count(recipe: Recipe) -> int:
    """How many formulas call our function."""
    return KPI_ROWS * recipe.units if recipe.ours else 0


@cache
def stale_workbook(recipe: Recipe = USUAL) -> bytes:
    """The workbook with new goals and the results of the old ones."""
    return _Maker(recipe, goals="new", values=_current_values(replace(recipe, structured=True))).written()


@cache
def current_workbook(recipe: Recipe = USUAL) -> bytes:
    """The workbook with the old goals and every result right."""
    return _Maker(recipe, goals="old", values=_current_values(replace(recipe, structured=True))).written()


def _current_values(recipe: Recipe) -> Values:
    without_values = _Maker(recipe, goals="old", values={}).written()
    computed = recalculate_content(without_values, "benchmark.xlsx", Options(full=True, as_of=MADE_ON))
    return cell_values(computed.content)


class _Maker:
    """Writes one workbook, sheet by sheet."""

    def __init__(self, recipe: Recipe, goals: str, values: Values) -> None:
        self.recipe = recipe
        self.random = Random(recipe.seed)
        # of its own, so that other goals leave everything else as it is
        self.random_goals = Random(f"{recipe.seed} {goals}")
        self.values = values
        self.target = BytesIO()
        self.book = xlsxwriter.Workbook(self.target, {"in_memory": True})
        self.book.set_properties({"title": "KPI 月次管理", "author": "企画部", "created": MADE_ON})
        self.book.calc_on_load = False  # the cached values are meant to be seen
        self.sheets = {name: self.book.add_worksheet(name) for name in SHEETS}
        self.heading = self.book.add_format({"bold": True, "bg_color": "#DDEBF7", "border": 1})
        self.number = self.book.add_format({"num_format": "#,##0"})
        self.percent = self.book.add_format({"num_format": "0.0%"})
        self.day = self.book.add_format({"num_format": "yyyy/mm/dd"})
        self.bold = self.book.add_format({"bold": True})
        self.red = self.book.add_format({"font_color": "#C00000"})

    def written(self) -> bytes:
        self._settings()
        self._actuals()
        self._targets()
        self._staff()
        self._kpis()
        self._months()
        self._dashboard()
        self._notes()
        self.book.close()
        return self.target.getvalue()

    def _formula(self, sheet: str, row: int, column: int, formula: str, style: Any = None) -> None:
        value = self.values.get((sheet, row, column), 0)
        self.sheets[sheet].write_formula(row, column, formula, style, value)

    def _table(self, sheet: str, name: str, rows: int, headers: Sequence[str]) -> None:
        columns = [{"header": header} for header in headers]
        self.sheets[sheet].add_table(0, 0, rows, len(headers) - 1, {"name": name, "columns": columns})

    def _column(self, sheet: str, header: str, headers: Sequence[str], rows: int) -> str:
        """A reference to a table's column."""
        if self.recipe.structured:
            return f"tbl{sheet}[{header}]"
        letter = _letter(headers.index(header))
        return f"{sheet}!${letter}$2:${letter}${rows + 1}"

    def _settings(self) -> None:
        sheet = self.sheets["設定"]
        for row, (label, name, value) in enumerate(SETTINGS):
            sheet.write_string(row, 0, label, self.heading)
            sheet.write_number(row, 1, value)
            self.book.define_name(name, f"=設定!$B${row + 1}")
        for row, department in enumerate(DEPARTMENTS, 8):
            sheet.write_string(row, 0, department)
            sheet.write_number(row, 1, 1 + (row - 8) * 0.05)
        self.book.define_name("DeptList", "=設定!$A$9:$A$16")
        whole = {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": 12}
        sheet.data_validation("B3", whole)
        sheet.write_comment("B4", "前年実績に掛ける係数です。", {"author": "企画部"})

    ACTUALS = ("日付", "部門", "製品", "数量", "単価", "金額", "税込")

    def _actuals(self) -> None:
        sheet, rows = self.sheets["実績"], ACTUAL_ROWS * self.recipe.units
        self._table("実績", "tbl実績", rows, self.ACTUALS)
        for row in range(1, rows + 1):
            sheet.write_datetime(row, 0, FISCAL_YEAR + timedelta(self.random.randrange(365)), self.day)
            sheet.write_string(row, 1, self.random.choice(DEPARTMENTS))
            sheet.write_string(row, 2, self.random.choice(PRODUCTS))
            sheet.write_number(row, 3, self.random.randrange(1, 200))
            sheet.write_number(row, 4, self.random.randrange(100, 9000))
            if self.recipe.structured:
                amount = "=tbl実績[[#This Row],[数量]]*tbl実績[[#This Row],[単価]]"
                taxed = "=tbl実績[[#This Row],[金額]]*(1+TaxRate)"
            else:
                amount, taxed = f"=D{row + 1}*E{row + 1}", f"=F{row + 1}*(1+TaxRate)"
            self._formula("実績", row, 5, amount, self.number)
            self._formula("実績", row, 6, taxed, self.number)
        sheet.conditional_format(1, 5, rows, 5, {"type": "data_bar", "data_bar_2010": True})
        sheet.freeze_panes(1, 0)

    TARGETS = ("部門", "月", "目標", "係数", "調整", "差")

    def _targets(self) -> None:
        sheet, rows = self.sheets["目標"], TARGET_ROWS * self.recipe.units
        self._table("目標", "tbl目標", rows, self.TARGETS)
        for row in range(1, rows + 1):
            cell = row + 1
            sheet.write_string(row, 0, _cycled(DEPARTMENTS, row))
            sheet.write_number(row, 1, row % 12 + 1)
            sheet.write_number(row, 2, self.random.randrange(100_000, 900_000), self.number)
            self._formula("目標", row, 3, f"=INDEX(設定!$B$9:$B$16,MATCH(A{cell},設定!$A$9:$A$16,0))")
            self._formula("目標", row, 4, f"=ROUND(C{cell}*D{cell}*TargetRate,0)", self.number)
            self._formula("目標", row, 5, f"=E{cell}-C{cell}", self.number)
        sheet.freeze_panes(1, 1)

    def _staff(self) -> None:
        sheet, rows = self.sheets["人員"], STAFF_ROWS * self.recipe.units
        self._table("人員", "tbl人員", rows, ("氏名", "部門", "入社日", "勤続月", "ランク"))
        for row in range(1, rows + 1):
            cell = row + 1
            sheet.write_string(row, 0, f"社員{row}")
            sheet.write_string(row, 1, _cycled(DEPARTMENTS, row))
            joined = date(2010 + row % 14, 1 + row % 12, 1 + row % 27)
            sheet.write_datetime(row, 2, joined, self.day)
            self._formula("人員", row, 3, f'=DATEDIF(C{cell},DATE(2026,4,1),"m")')
            self._formula("人員", row, 4, f'=IF(D{cell}>120,"S",IF(D{cell}>60,"A","B"))')
        sheet.data_validation(1, 1, rows, 1, {"validate": "list", "source": "=DeptList"})

    def _months(self) -> None:
        """Amount, count and amount per count of each department in each month."""
        sheet, rows = self.sheets["月次"], ACTUAL_ROWS * self.recipe.units
        amount, department, day = (
            self._column("実績", header, self.ACTUALS, rows) for header in ("金額", "部門", "日付")
        )
        for top in (0, 15, 30):
            sheet.write_row(top, 1, DEPARTMENTS, self.heading)
            for month in range(12):
                first = date(FISCAL_YEAR.year + (month + 3) // 12, (month + 3) % 12 + 1, 1)
                sheet.write_datetime(top + month + 1, 0, first, self.day)
        for month in range(12):
            sums, counts = month + 1, month + 16
            for column in range(1, len(DEPARTMENTS) + 1):
                letter = _letter(column)
                self._formula(
                    "月次",
                    sums,
                    column,
                    f'=SUMIFS({amount},{department},{letter}$1,{day},">="&$A{sums + 1},'
                    f'{day},"<="&EOMONTH($A{sums + 1},0))',
                    self.number,
                )
                self._formula(
                    "月次",
                    counts,
                    column,
                    f'=COUNTIFS({department},{letter}$16,{day},">="&$A{counts + 1},'
                    f'{day},"<="&EOMONTH($A{counts + 1},0))',
                )
                mean = f"=IFERROR({letter}{sums + 1}/{letter}{counts + 1},0)"
                self._formula("月次", month + 31, column, mean, self.number)
        sheet.conditional_format("B2:I13", {"type": "3_color_scale"})
        sheet.conditional_format("B17:I28", {"type": "icon_set", "icon_style": "3_arrows"})

    def _kpis(self) -> None:
        sheet, rows = self.sheets[KPI_SHEET], KPI_ROWS * self.recipe.units
        headers = ("部門", "目標", "商談率", "提案率", "受注率", "継続率", "必要数", "月次比", "係数込み")
        sheet.write_row(0, 0, headers, self.heading)
        for row in range(1, rows + 1):
            cell, month, department = row + 1, row % 12 + 2, row % len(DEPARTMENTS)
            sheet.write_string(row, 0, DEPARTMENTS[department])
            sheet.write_number(row, 1, self.random_goals.randrange(20, 900))
            for column in range(2, 6):
                sheet.write_number(row, column, self.random.randrange(20, 91) / 100, self.percent)
            needed = f"=KPI_BACKCALC(B{cell},C{cell}:F{cell})"
            if not self.recipe.ours:
                needed = f"=ROUNDUP(B{cell}/PRODUCT(C{cell}:F{cell}),0)"
            self._formula(KPI_SHEET, row, 6, needed, self.number)
            share = f"=IFERROR(G{cell}/月次!{_letter(department + 1)}{month},0)"
            self._formula(KPI_SHEET, row, 7, share, self.percent)
            factor = f"INDEX(設定!$B$9:$B$16,MATCH(A{cell},設定!$A$9:$A$16,0))"
            self._formula(KPI_SHEET, row, 8, f"={factor}*G{cell}", self.number)
        above = {"type": "cell", "criteria": ">", "value": 0.01, "format": self.red}
        sheet.conditional_format(1, 7, rows, 7, above)
        sheet.write_comment("G1", "目標から逆算した、最初の段階に必要な数です。", {"author": "企画部"})
        sheet.freeze_panes(1, 1)

    def _dashboard(self) -> None:
        name = "ダッシュボード"
        sheet = self.sheets[name]
        targets, kpis = TARGET_ROWS * self.recipe.units, KPI_ROWS * self.recipe.units
        adjusted, department = (
            self._column("目標", header, self.TARGETS, targets) for header in ("調整", "部門")
        )
        headers = ("部門", "実績", "目標", "達成率", "必要数", "順位", "判定", "推移")
        sheet.write_row(0, 0, headers, self.heading)
        for row in range(1, len(DEPARTMENTS) + 1):
            cell, month = row + 1, _letter(row)
            sheet.write_string(row, 0, DEPARTMENTS[row - 1])
            needed = f"SUMPRODUCT((KPI計算!$A$2:$A${kpis + 1}=A{cell})*KPI計算!$G$2:$G${kpis + 1})"
            self._formula(name, row, 1, f"=SUM(月次!{month}2:{month}13)", self.number)
            self._formula(name, row, 2, f"=SUMIFS({adjusted},{department},A{cell})", self.number)
            self._formula(name, row, 3, f"=IFERROR(B{cell}/C{cell},0)", self.percent)
            self._formula(name, row, 4, f"={needed}", self.number)
            self._formula(name, row, 5, f"=RANK(B{cell},$B$2:$B$9)")
            self._formula(name, row, 6, f'=IF(D{cell}>=1,"達成","未達")')
            sheet.add_sparkline(row, 7, {"range": f"月次!{month}2:{month}13", "markers": True})
        self._formula(name, 10, 1, "=SUM(B2:B9)", self.number)
        self._formula(name, 10, 2, '=TEXT(B11,"#,##0")&"円"')
        self._formula(name, 10, 3, '=TEXT(FiscalYear,"0")&"年度"')
        self._formula(name, 10, 4, "=SUM(E2:E9)", self.number)
        sheet.conditional_format("D2:D9", {"type": "data_bar", "data_bar_2010": True})
        for place, kind in enumerate(("column", "line", "pie", "bar")):
            letter = _letter(place + 1)
            chart = self.book.add_chart({"type": kind})
            chart.add_series(
                {
                    "name": headers[place + 1],
                    "categories": f"={name}!$A$2:$A$9",
                    "values": f"={name}!${letter}$2:${letter}$9",
                }
            )
            chart.set_title({"name": f"{headers[place + 1]}（部門別）"})
            sheet.insert_chart(12 + place // 2 * 16, place % 2 * 8, chart)
        sheet.insert_textbox("K2", "数値は毎朝更新されます。", {"fill": {"color": "#FFFFCC"}})
        sheet.insert_image("K8", "logo.png", {"image_data": BytesIO(_picture())})

    def _notes(self) -> None:
        sheet = self.sheets["メモ"]
        sheet.write_rich_string("A1", "目標は", self.bold, "毎朝", "読み込まれます。")
        sheet.write_comment("A1", "担当：企画部", {"author": "企画部"})
        for row in range(2, 42):
            sheet.write_string(row, 0, f"メモ{row - 1}：" + "前年との比較は同じ営業日数で行います。" * 5)


def _letter(column: int) -> str:
    return "ABCDEFGHI"[column]


def _cycled(names: Sequence[str], row: int) -> str:
    return names[row % len(names)]


def _picture(size: int = 64) -> bytes:
    """A PNG with a gradient."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">L", len(body)) + kind + body + struct.pack(">L", zlib.crc32(kind + body))

    step = 256 // size
    rows = b"".join(
        b"\0" + b"".join(bytes((x * step, y * step, 128)) for x in range(size)) for y in range(size)
    )
    header = struct.pack(">2L5B", size, size, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
