"""What the VBA of the ribbon calls through xlwings' COM server, which finds it by this module's name."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import xlwings as xw

from kpixl.cli import excel_buttons
from kpixl.errors import WorkbookError
from kpixl.hosts.excel.port import ExcelWorkbook
from kpixl.i18n import LANGUAGES


class ActiveBook:
    """The workbook in Excel that was active when a button was pressed."""

    def __init__(self, book: xw.Book) -> None:
        self._book = book
        self.port = ExcelWorkbook(book)

    @property
    def folder(self) -> Path:
        """Raises `WorkbookError` for a workbook that is not saved yet, or only in a cloud."""
        if not self._book.api.Path:
            raise WorkbookError("excel.not_saved", file=self.port.file)
        try:
            return Path(self._book.fullname).parent
        except Exception:  # xlwings does not find the folder that is kept in step with the cloud
            raise WorkbookError("excel.in_cloud", file=self.port.file) from None

    def content(self) -> bytes:
        """A copy that Excel saves, so that what was not saved yet counts too."""
        with TemporaryDirectory(prefix="kpixl-") as folder:
            copy = Path(folder) / self._book.name
            self._book.api.SaveCopyAs(str(copy))
            return copy.read_bytes()


@xw.func
@xw.arg("button", "raw")
@xw.arg("language", "raw")
@xw.arg("file", "raw")
@xw.ret("raw")
def pressed(button: Any, language: Any, file: Any) -> Any:
    """Do what a button of the ribbon is for with the workbook that VBA hands over; one row of texts."""
    chosen = next((each for each in LANGUAGES if each == language), LANGUAGES[0])
    said = excel_buttons.pressed(
        str(button), lambda: ActiveBook(xw.Book.caller()), str(file or ""), chosen, date.today()
    )
    return [[said.kind, said.words, said.file]]
