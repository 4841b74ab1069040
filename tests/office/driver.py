"""Run by LibreOffice's own Python: does in a LibreOffice what the tests ask for, a line of JSON a request.

python driver.py PIPE EXTENSION_MANAGER PYTHON_PATH
"""

import json
import os
import sys
import traceback

import uno
from com.sun.star.beans import PropertyValue

sys.path[:0] = [os.path.dirname(sys.argv[2]), sys.argv[3]]
import extension_manager  # noqa: E402

from kpixl.errors import KpixlError  # noqa: E402
from kpixl.hosts.libreoffice.inside.port import CalcWorkbook  # noqa: E402
from kpixl.hosts.libreoffice.inside.undo import one_step  # noqa: E402
from kpixl.macros.port import SetCells, SetTable  # noqa: E402

XLSX, ODS = "Calc MS Excel 2007 XML", "calc8"
ERROR_RESULTS = 4  # com.sun.star.sheet.FormulaResult.ERROR


def properties(**values):
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


class Driver:
    def __init__(self, context):
        self.context = context
        self.desktop = self.service("com.sun.star.frame.Desktop")
        self.documents = {}
        self.last = 0

    def service(self, name):
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    # documents

    def open(self, path=None, visible=False):
        url = "private:factory/scalc" if path is None else uno.systemPathToFileUrl(path)
        document = self.desktop.loadComponentFromURL(url, "_blank", 0, properties(Hidden=not visible))
        if document is None:
            raise ValueError(f"{path} cannot be opened")
        self.last += 1
        self.documents[self.last] = document
        return self.last

    def close(self, number):
        self.documents.pop(number).close(True)

    def save(self, number, path):
        kind = ODS if path.endswith(".ods") else XLSX
        self.documents[number].storeAsURL(uno.systemPathToFileUrl(path), properties(FilterName=kind))

    def save_again(self, number):
        self.documents[number].store()

    def save_pdf(self, number, path):
        url = uno.systemPathToFileUrl(path)
        self.documents[number].storeToURL(url, properties(FilterName="calc_pdf_Export"))

    def is_modified(self, number):
        return self.documents[number].isModified()

    def newest(self):
        """The document that was opened last, by whatever command, and its address."""
        component = self.desktop.getCurrentComponent()
        self.last += 1
        self.documents[self.last] = component
        return [self.last, component.getURL()]

    # cells

    def values(self, number, calculate=True):
        """Every cell's value by sheet and row; an error as {"error": number}."""
        document = self.documents[number]
        if calculate:
            document.calculateAll()
        return {sheet.Name: self.sheet_values(sheet) for sheet in document.Sheets}

    def sheet_values(self, sheet):
        rows = [list(row) for row in used(sheet).getDataArray()]
        for cells in sheet.queryFormulaCells(ERROR_RESULTS):
            address = cells.getRangeAddress()
            for row in range(address.StartRow, address.EndRow + 1):
                for column in range(address.StartColumn, address.EndColumn + 1):
                    rows[row][column] = {"error": sheet.getCellByPosition(column, row).getError()}
        return rows

    def formulas(self, number):
        return {sheet.Name: used(sheet).getFormulaArray() for sheet in self.documents[number].Sheets}

    def cells(self, number, sheet, address):
        return self.documents[number].Sheets.getByName(sheet).getCellRangeByName(address)

    def set(self, number, sheet, address, rows):
        self.cells(number, sheet, address).setDataArray(tuple(map(tuple, rows)))

    def set_formula(self, number, sheet, address, formula):
        cell = self.cells(number, sheet, address)
        cell.setFormula(formula)
        return {"value": cell.getValue(), "text": cell.getString(), "error": cell.getError()}

    def get(self, number, sheet, address):
        return self.cells(number, sheet, address).getDataArray()

    def get_formulas(self, number, sheet, address):
        return self.cells(number, sheet, address).getFormulaArray()

    # the port, from outside: the same code on the same objects

    def has(self, number, name):
        return CalcWorkbook(self.documents[number]).has(name)

    def table(self, number, name):
        table = CalcWorkbook(self.documents[number]).table(name)
        data = table.data
        place = [data.sheet, data.top, data.left]
        return [table.headings, place, data.rows, sorted(table.calculated)]

    def named(self, number, name):
        return CalcWorkbook(self.documents[number]).cells(name).rows

    def write(self, number, changes):
        """Changes as lists: the kind, the name, the rows. Gives the text id of a refusal."""
        kinds = {"table": SetTable, "cells": SetCells}
        made = [kinds[kind](name, tuple(map(tuple, rows))) for kind, name, rows in changes]
        document = self.documents[number]
        try:
            with one_step(document, "write"):
                CalcWorkbook(document).write(made)
        except KpixlError as refusal:
            return refusal.message.id
        return ""

    def null_date(self, number, year, month, day):
        date = self.documents[number].NullDate
        date.Year, date.Month, date.Day = year, month, day
        self.documents[number].NullDate = date

    # what a user sees and does

    def select(self, number, sheet, address):
        self.documents[number].getCurrentController().select(self.cells(number, sheet, address))

    def dispatch(self, number, url, arguments=None):
        frame = self.documents[number].getCurrentController().getFrame()
        self.service("com.sun.star.frame.DispatchHelper").executeDispatch(
            frame, url, "", 0, properties(**(arguments or {}))
        )

    def undo_titles(self, number):
        return self.documents[number].getUndoManager().getAllUndoActionTitles()

    def undo(self, number):
        self.documents[number].getUndoManager().undo()

    def buttons(self, number, toolbar):
        return [button.getAccessibleName() for button in self.accessible_buttons(number, toolbar)]

    def press(self, number, toolbar, name):
        """Press the button as an aid for the blind would."""
        for button in self.accessible_buttons(number, toolbar):
            if button.getAccessibleName() == name:
                kind = uno.getTypeByName("com.sun.star.accessibility.XAccessibleAction")
                button.queryInterface(kind).doAccessibleAction(0)
                return
        raise ValueError(f"no button {name}")

    def process_events(self):
        self.service("com.sun.star.awt.Toolkit").processEventsToIdle()

    def accessible_buttons(self, number, toolbar):
        frame = self.documents[number].getCurrentController().getFrame()
        element = frame.LayoutManager.getElement("private:resource/toolbar/addon_" + toolbar)
        bar = element.getRealInterface().getAccessibleContext()
        children = [bar.getAccessibleChild(place) for place in range(bar.getAccessibleChildCount())]
        return [child.getAccessibleContext() for child in children]

    def configuration(self, path, locale):
        """The texts of a part of the configuration, in the language."""
        provider = self.service("com.sun.star.configuration.ConfigurationProvider")
        arguments = properties(nodepath=path, Locale=locale)
        kind = "com.sun.star.configuration.ConfigurationAccess"
        return plain(provider.createInstanceWithArguments(kind, arguments))

    def function_descriptions(self):
        """What the function wizard shows of our functions: name, description, arguments."""
        found = {}
        descriptions = self.service("com.sun.star.sheet.FunctionDescriptions")
        for place in range(descriptions.getCount()):
            shown = {one.Name: one.Value for one in descriptions.getByIndex(place)}
            if shown["Name"].startswith("KPI_"):
                arguments = [(one.Name, one.Description, one.IsOptional) for one in shown["Arguments"]]
                found[shown["Name"]] = [shown["Description"], arguments, shown["Category"]]
        return found


def used(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.getRangeAddress()
    return sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow)


def plain(node):
    if not hasattr(node, "getElementNames"):
        return node
    return {name: plain(node.getByName(name)) for name in node.getElementNames()}


def main(pipe):
    context = extension_manager.connected(pipe)
    driver = Driver(context)
    print(json.dumps({"answer": "ready"}), flush=True)
    try:
        for line in sys.stdin:
            request = json.loads(line)
            try:
                answer = {"answer": getattr(driver, request["do"])(*request["with"])}
            except Exception:
                answer = {"fault": traceback.format_exc()}
            print(json.dumps(answer), flush=True)
    finally:
        extension_manager.end(context)


if __name__ == "__main__":
    main(sys.argv[1])
