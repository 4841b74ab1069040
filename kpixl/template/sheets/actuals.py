"""The actuals: counts per stage and business day of the running month, and the days off."""

from __future__ import annotations

from kpixl.template import theme
from kpixl.template.cases import Case
from kpixl.template.layout import (
    ACTUAL_COUNT,
    COUNT,
    DAY,
    WORDS,
    Named,
    Page,
    Recipe,
    Rule,
    accept,
    open_page,
    paint,
    put,
    put_across,
    put_section,
    put_text,
    set_up_print,
    to_the_right,
)

NAMES = (
    Named("month_start", "D4"),
    Named("actual_dates", "C8:C25"),
    Named("daily_actuals", "D8:H25"),
    Named("cumulative_actuals", "J8:N25"),
    Named("month_to_date", "D26:H26"),
    Named("earlier_actuals", "D27:H27"),
    Named("year_to_date", "D28:H28"),
    Named("holidays", "P8:P28"),
)

WIDTHS = {
    **dict.fromkeys("DEFGHJKLMN", 11.5),
    **dict.fromkeys("AIO", 3.0),
    **dict.fromkeys("CP", 20.0),
    "B": 8.0,
    "Q": 30.0,
}

MONTH = Rule("month", "date", "greaterThanOrEqual", "DATE(2000,1,1)")


def write(page: Page, case: Case) -> None:
    open_page(page, "demo.actuals.title", "demo.actuals.guidance", WIDTHS)
    _write_month(page, case)
    _write_days(page, case)
    _write_totals(page, case)
    _write_holidays(page, case)
    set_up_print(page, "A1:Q28", freeze="D8")


def _write_month(page: Page, case: Case) -> None:
    paint(page, "B4:C4", theme.LABEL)
    put_text(page, "B4", "demo.actuals.month", theme.LABEL)
    put(page, "D4", case.month_start, theme.INPUT, page.format("month"))
    accept(page, "D4", MONTH)


def _write_days(page: Page, case: Case) -> None:
    put_section(page, "B6:H6", "demo.actuals.daily")
    put_section(page, "J6:N6", "demo.actuals.cumulative")
    put_text(page, "B7", "demo.actuals.number", theme.HEADING)
    put_text(page, "C7", "demo.actuals.date", theme.HEADING_TEXT)
    for first in ("D7", "J7"):
        for place, cell in enumerate(to_the_right(first, 5), 1):
            put(page, cell, f"=INDEX(stage_names,{place})", theme.HEADING)
    paint(page, "D8:H25", theme.INPUT, COUNT)
    accept(page, "D8:H25", ACTUAL_COUNT)
    day = page.format("weekday")
    for row in range(8, 26):
        put(page, f"B{row}", f"=NETWORKDAYS(month_start,C{row},holidays)", theme.OUTPUT, COUNT)
        put(page, f"C{row}", f"=WORKDAY(month_start-1,{row - 7},holidays)", theme.OUTPUT_TEXT, day)
        for source, column in zip("DEFGH", "JKLMN"):
            so_far = f'=IF($C{row}<=as_of,SUM({source}$8:{source}{row}),"")'
            put(page, f"{column}{row}", so_far, theme.OUTPUT, COUNT)
    for row, counts in enumerate(case.daily_actuals, 8):
        for column, count in zip("DEFGH", counts):
            page.sheet[f"{column}{row}"].value = count


def _write_totals(page: Page, case: Case) -> None:
    for row, id_ in ((26, "to_date"), (27, "earlier"), (28, "year")):
        paint(page, f"B{row}:C{row}", theme.TOTAL_LABEL)
        put_text(page, f"B{row}", f"demo.actuals.{id_}", theme.TOTAL_LABEL)
    for column, earlier in zip("DEFGH", case.earlier_actuals):
        to_date = f'=SUMIFS({column}8:{column}25,$C8:$C25,"<="&as_of)'
        put(page, f"{column}26", to_date, theme.TOTAL, COUNT)
        put(page, f"{column}27", earlier, theme.INPUT, COUNT)
        put(page, f"{column}28", f"={column}26+{column}27", theme.TOTAL, COUNT)
    accept(page, "D27:H27", ACTUAL_COUNT)


def _write_holidays(page: Page, case: Case) -> None:
    put_section(page, "P6:Q6", "demo.actuals.holidays")
    put_across(page, "P7", ("demo.actuals.date", "demo.actuals.holiday"), theme.HEADING_TEXT)
    paint(page, "P8:P28", theme.INPUT_TEXT, page.format("weekday"))
    paint(page, "Q8:Q28", theme.INPUT_TEXT)
    for row, holiday in enumerate(case.holidays, 8):
        page.sheet[f"P{row}"].value = holiday.day
        page.sheet[f"Q{row}"].value = page.text(f"planner.holiday.{holiday.id}")
    accept(page, "P8:P28", DAY)
    accept(page, "Q8:Q28", WORDS)


SHEET = Recipe("demo.actuals.sheet", NAMES, write)
