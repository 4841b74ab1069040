"""The summary of a batch: one row a file, as a data frame, a CSV file or an Excel table."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import PurePath
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from kpixl.batch.work import FileResult
from kpixl.errors import UsageError
from kpixl.i18n import Language, text
from kpixl.ooxml.cell_values import Value

if TYPE_CHECKING:
    import pandas

Row = tuple[Value, ...]

COLUMNS = (
    "path", "state", "formulas", "computed", "changed", "frozen", "errors", "warnings", "first_warning",
    "seconds", "message",
)  # fmt: skip
SUFFIXES = (".csv", ".xlsx")
MOST_ROWS = 1_048_575
"""Rows of an Excel sheet below its headings."""

WIDEST = 60
_LIKE_A_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
"""What a spreadsheet program would compute instead of showing it; Japanese Excel knows full-width signs."""
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def row(result: FileResult, picks: Sequence[str], language: Language) -> Row:
    """A result's row: `COLUMNS`, then the values that were picked. A file not computed has no counts."""
    report = result.report
    counts: Row = (None,) * 5
    if report:
        counts = (
            report.formulas,
            report.computed,
            report.changed,
            len(report.frozen),
            len(report.errors),
        )
    warnings = [warning.text(language) for warning in result.warnings]
    return (
        result.source,
        result.state,
        *counts,
        len(warnings),
        warnings[0] if warnings else None,
        round(result.seconds, 3),
        result.error.text(language) if result.error else None,
        *(result.picked or (None,) * len(picks)),
    )


def frame(
    results: Iterable[FileResult], picks: Sequence[str] = (), language: Language = "en"
) -> pandas.DataFrame:
    """The results as a table, in the order of the batch's files, with a column for each pick."""
    import pandas

    in_order = sorted(results, key=lambda result: result.number)
    rows = [row(result, picks, language) for result in in_order]
    return pandas.DataFrame(rows, columns=_distinct([*COLUMNS, *picks]))


def check_summary(path: str, rows: int) -> None:
    """Refuse a summary that cannot be written before the work is done. Raises `UsageError`."""
    suffix = PurePath(path).suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError("batch.summary_format", file=path)
    if suffix == ".xlsx" and rows > MOST_ROWS:
        raise UsageError("batch.summary_rows", file=path, rows=rows, most=MOST_ROWS)


def summary(path: str, rows: Sequence[Row], picks: Sequence[str], language: Language) -> bytes:
    """The content of the summary file, in the format that its name tells."""
    headings = _distinct([*(text(f"batch.column.{name}", language) for name in COLUMNS), *picks])
    shown = [(*told[:1], text(f"batch.state.{told[1]}", language), *told[2:]) for told in rows]
    return _csv(headings, shown) if path.lower().endswith(".csv") else _xlsx(headings, shown)


def _csv(headings: Sequence[str], rows: Iterable[Row]) -> bytes:
    """With a byte order mark: without one Excel takes Japanese text for something else."""
    target = io.StringIO()
    writer = csv.writer(target)
    for told in [tuple(headings), *rows]:
        writer.writerow([_csv_value(value) for value in told])
    return target.getvalue().encode("utf-8-sig")


def _csv_value(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        value = _UNWRITABLE.sub("\ufffd", value)
        return "'" + value if _LIKE_A_FORMULA.match(value) else value
    return f"{value:.15g}" if float(f"{value:.15g}") == value else repr(value)


def _xlsx(headings: Sequence[str], rows: Sequence[Row]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.table import Table, TableStyleInfo

    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "kpixl"
    for number, told in enumerate([tuple(headings), *rows], 1):
        for column, value in enumerate(told, 1):
            cell = sheet.cell(number, column)
            if isinstance(value, str):
                # assigned as it is, a text such as =A1 or #N/A would become a formula or an error
                cell.value = _UNWRITABLE.sub("\ufffd", value)
                cell.data_type = "s"
                cell.quotePrefix = bool(_LIKE_A_FORMULA.match(value))
            else:
                cell.value = value
    for cell in sheet[1]:
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="1F4E78")
        cell.alignment = Alignment(vertical="center", wrap_text=True)
    for column, heading in enumerate(headings, 1):
        shown = [heading, *(str(told[column - 1]) for told in rows)]
        sheet.column_dimensions[get_column_letter(column)].width = min(max(map(_width, shown)) + 3, WIDEST)
    sheet.freeze_panes = "B2"
    if rows:  # Excel refuses a table without a row
        table = Table(displayName="Summary", ref=f"A1:{get_column_letter(len(headings))}{len(rows) + 1}")
        table.tableStyleInfo = TableStyleInfo("TableStyleLight9", showRowStripes=True)
        sheet.add_table(table)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def _width(shown: str) -> int:
    """How wide a text is in characters; a full-width one counts as two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in shown)


def _distinct(headings: Sequence[str]) -> list[str]:
    """The headings, those that are there already with a number behind them; a table's columns differ."""
    found: dict[str, str] = {}
    for heading in headings:
        heading = _UNWRITABLE.sub("\ufffd", heading)
        name = heading
        for number in count(2):
            if name.casefold() not in found:
                break
            name = f"{heading} ({number})"
        found[name.casefold()] = name
    return list(found.values())
