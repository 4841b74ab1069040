"""A workbook with a table and one of everything that follows when it grows, and some things that must not."""

from __future__ import annotations

import io
from functools import cache

import xlsxwriter

SHEET = "実績 2026"
TABLE = "Log"
AREA = "B5:F8"
LAST_ROW = 8
ROWS = ((46113.0, "広告", 3.0, 100.0), (46114.0, "検索", 5.0, 200.0), (46115.0, "広告", 8.0, 400.0))


@cache
def growing() -> bytes:
    """The table `Log`: day, channel, count, amount, and what an item costs (calculated)."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet, other = book.add_worksheet(SHEET), book.add_worksheet("Sums")
    day, money = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": "#,##0"})
    sheet.write("B2", "記録")
    sheet.add_table(
        AREA,
        {
            "name": TABLE,
            "data": [list(row) for row in ROWS],
            "columns": [
                {"header": "日付", "format": day},
                {"header": "チャネル"},
                {"header": "件数"},
                {"header": "金額", "format": money},
                {"header": "単価", "formula": "=[@金額]/[@件数]", "format": money},
            ],
        },
    )
    for row, (_, _, count, amount) in enumerate(ROWS, 6):
        sheet.write_formula(
            f"F{row}", "=Log[[#This Row],[金額]]/Log[[#This Row],[件数]]", money, amount / count
        )
    sheet.set_row(7, 30)  # the last row of data has a height of its own
    sheet.write("H8", "beside")
    sheet.write("H9", "beside a new row")
    sheet.write("B14", "far below")
    sheet.data_validation("D6:D8", {"validate": "integer", "criteria": ">=", "value": 0})
    sheet.data_validation("E6:E7", {"validate": "decimal", "criteria": ">=", "value": 0})
    sheet.data_validation("C6:C8", {"validate": "list", "source": "=Sums!$D$1:$D$2"})
    sheet.conditional_format("E6:E8", {"type": "cell", "criteria": ">", "value": 300, "format": money})
    sheet.conditional_format(
        "B6:F8", {"type": "formula", "criteria": "=$E6>AVERAGE($E$6:$E$8)", "format": money}
    )
    sheet.conditional_format("D6:D8", {"type": "data_bar", "data_bar_2010": True})
    sheet.conditional_format("D6:H8", {"type": "no_blanks", "format": money})
    sheet.add_sparkline("H6", {"range": f"'{SHEET}'!D6:D8"})
    sheet.print_area("B5:F8")
    book.define_name("amounts", f"='{SHEET}'!$E$6:$E$8")
    book.define_name("first_two", f"='{SHEET}'!$E$6:$E$7")
    book.define_name("whole", f"='{SHEET}'!$B$5:$F$8")
    book.define_name("one", "=Sums!$D$1")
    book.define_name("no_area", "=Sums!$D$1,Sums!$D$2")
    for row, channel in enumerate(("広告", "検索"), 1):
        other.write(f"D{row}", channel)
    other.write_formula("A1", f"=SUM('{SHEET}'!$E$6:$E$8)", None, 700)
    other.write_formula("A2", f"=SUM('{SHEET}'!E6:E7)", None, 300)
    other.write_formula("A3", f"=SUMIF('{SHEET}'!C6:C8,D1,'{SHEET}'!D$6:D$8)", None, 11)
    other.write_formula("A4", "=SUM(Log[金額])", None, 700)
    other.write_formula("A5", '="E6:E8"&SUM(E6:E8)', None, "E6:E80")
    other.write_formula("A6", "=SUM(amounts)", None, 700)
    chart = book.add_chart({"type": "line"})
    chart.add_series(
        {"name": "件数", "categories": f"='{SHEET}'!$B$6:$B$8", "values": f"='{SHEET}'!$D$6:$D$8"}
    )
    chart.add_series({"values": f"='{SHEET}'!$E$6:$E$7"})
    other.insert_chart("F2", chart)
    book.close()
    return target.getvalue()
