"""What happens by itself when a workbook in Excel's format is opened or saved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import uno
from com.sun.star.task import XJob

from kpixl.hosts.libreoffice import names
from kpixl.hosts.libreoffice.inside.binding import bind
from kpixl.hosts.libreoffice.inside.component import Component
from kpixl.hosts.libreoffice.inside.log import log
from kpixl.hosts.libreoffice.inside.plain_names import give_plain_names

CALC = "com.sun.star.sheet.SpreadsheetDocument"
EXCEL_FILTERS = ("Calc MS Excel 2007", "MS Excel")
XLSX_FILTERS = ("Calc MS Excel 2007",)


class Documents(Component, XJob):
    implementation = names.DOCUMENTS
    service = names.DOCUMENTS_SERVICE

    def __init__(self, context: Any, *arguments: Any) -> None:
        """LibreOffice hands its context over."""

    def execute(self, arguments: tuple[Any, ...]) -> None:
        given = {argument.Name: argument.Value for argument in arguments}
        environment = {one.Name: one.Value for one in given.get("Environment", ())}
        document, event = environment.get("Model"), environment.get("EventName", "")
        if document is None or not document.supportsService(CALC):
            return
        try:
            happened(event, document)
        except Exception:  # a workbook must open and be saved whatever befalls us
            log().exception("%s of %s", event, document.getURL())


def happened(event: str, document: Any) -> None:
    if event == "OnLoadFinished":
        if _filter(document).startswith(EXCEL_FILTERS):
            written = bind(document)
            log().info("%s: %d formulas bound", document.getURL(), written)
    elif document.getURL().startswith("file:") and _filter(document).startswith(XLSX_FILTERS):
        give_plain_names(Path(uno.fileUrlToSystemPath(document.getURL())))


def _filter(document: Any) -> str:
    """The name of the file format that the document was read from or was saved in last."""
    return next((one.Value for one in document.getArgs() if one.Name == "FilterName"), "")
