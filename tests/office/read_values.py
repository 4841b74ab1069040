"""Runs inside LibreOffice: recalculates workbooks and writes the value of every cell as JSON.

The paths come in the environment. LibreOffice is ended from within, so that nobody has to wait and poll.
"""

import json
import os
import traceback

import uno
from com.sun.star.beans import PropertyValue


def main(*_):
    try:
        books = json.loads(os.environ["KPIXL_TEST_BOOKS"])
        found = {"values": [values(path) for path in books]}
    except Exception:
        found = {"error": traceback.format_exc()}
    with open(os.environ["KPIXL_TEST_VALUES"], "w", encoding="utf-8") as stream:
        json.dump(found, stream)
    XSCRIPTCONTEXT.getDesktop().terminate()  # noqa: F821 (LibreOffice provides it)


def values(path):
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    desktop = XSCRIPTCONTEXT.getDesktop()  # noqa: F821
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, (hidden,))
    document.calculateAll()
    found = {}
    for sheet in document.Sheets:
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        end = cursor.RangeAddress
        cells = sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow)
        found[sheet.Name] = [list(row) for row in cells.getDataArray()]
    document.close(True)
    return found


g_exportedScripts = (main,)  # noqa: N816 (LibreOffice looks for this name)
