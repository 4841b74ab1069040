"""Runs inside LibreOffice: opens a workbook with VBA and calls its procedures, which call Python.

LibreOffice has no COM on this system. `CreateObject` asks a service of the program for the object; here that
service gives one which answers `CallUDF` as xlwings' COM server does, with kpixl's own Python behind it.
"""

import datetime
import importlib
import json
import os
import sys
import traceback

import uno
import unohelper
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import XMultiServiceFactory, XServiceInfo, XSingleComponentFactory
from com.sun.star.script import XInvocation

OBJECT_FACTORY = "com.sun.star.bridge.OleObjectFactory"
ALWAYS_RUN_MACROS = 4


def main(*_):
    try:
        with open(os.environ["KPIXL_TEST_WORK"], encoding="utf-8") as stream:
            work = json.load(stream)
        sys.path[:0] = work["path"]
        found = done(work)
    except Exception:
        found = {"error": traceback.format_exc()}
    with open(os.environ["KPIXL_TEST_VALUES"], "w", encoding="utf-8") as stream:
        json.dump(found, stream)
    XSCRIPTCONTEXT.getDesktop().terminate()  # noqa: F821 (LibreOffice provides it)


def done(work):
    context = XSCRIPTCONTEXT.getComponentContext()  # noqa: F821
    python = Python()
    context.ServiceManager.insert(Factory(python))
    books = [opened_and_run(book, python) for book in work["books"]]
    return {"books": books}


def opened_and_run(book, python):
    """What came of each call; the values of all cells and the rows of tables if they are asked for."""
    properties = {"Hidden": True, "MacroExecutionMode": ALWAYS_RUN_MACROS}
    if book["file"].endswith(".xlam"):
        properties["FilterName"] = "Calc MS Excel 2007 VBA XML"
    desktop = XSCRIPTCONTEXT.getDesktop()  # noqa: F821
    url = uno.systemPathToFileUrl(book["file"])
    document = desktop.loadComponentFromURL(url, "_blank", 0, tuple(map(written, properties.items())))
    try:
        document.BasicLibraries.loadLibrary(document.BasicLibraries.ProjectName)
        python.start(document)
        library = document.BasicLibraries.ProjectName
        modules = list(document.BasicLibraries.getByName(library).ElementNames)
        results = []
        for call in book["calls"]:
            python.failures = call.get("failures", 0)
            results.append({**called(document, library, call), "started": python.started})
        found = {"modules": modules, "results": results, "times_asked": len(python.asked)}
        if book.get("cells"):
            for sheet in document.Sheets:
                bind_names(sheet)
            document.calculateAll()
            found["cells"] = {sheet.Name: cells_of(sheet) for sheet in document.Sheets}
            found["times_asked_by_cells"] = len(python.asked) - found["times_asked"]
        if book.get("tables"):
            port = importlib.import_module("kpixl.hosts.libreoffice.inside.port").CalcWorkbook(document)
            found["tables"] = {name: port.table(name).data.rows for name in book["tables"]}
        return found
    finally:
        document.close(True)


def bind_names(sheet):
    """LibreOffice reads formulas before macros and does not know our names then: enter them once more."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.RangeAddress
    used = sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow)
    for row, formulas in enumerate(used.getFormulaArray()):
        for column, formula in enumerate(formulas):
            if isinstance(formula, str) and formula.startswith("=") and "KPI_" in formula:
                sheet.getCellByPosition(column, row).setFormula(formula)


def written(pair):
    named = PropertyValue()
    named.Name, named.Value = pair
    return named


def called(document, library, call):
    place = f"vnd.sun.star.script:{library}.{call['procedure']}?language=Basic&location=document"
    try:
        script = document.getScriptProvider().getScript(place)
        result, _, _ = script.invoke(tuple(map(argument_of, call["arguments"])), (), ())
        return {"result": shown(result)}
    except Exception as fault:
        return {"fault": f"{type(fault).__name__}: {fault}"[:500]}


def argument_of(value):
    return tuple(map(argument_of, value)) if isinstance(value, list) else value


def shown(value):
    if isinstance(value, (tuple, list)):
        return [shown(item) for item in value]
    return value if isinstance(value, (str, bool, int, float, type(None))) else repr(value)


def cells_of(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.RangeAddress
    return [list(row) for row in sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow).getDataArray()]


class Python(unohelper.Base, XInvocation):
    """The object that `CreateObject` gives."""

    def __init__(self):
        self.start(None)

    def start(self, document):
        self.document = document
        self.asked = []
        self.started = 0
        self.failures = 0  # how many of the next questions find the process gone

    def getIntrospection(self):  # noqa: N802 (the interface's name, as those below)
        return None

    def hasMethod(self, name):  # noqa: N802
        return name.lower() == "calludf"

    def hasProperty(self, name):  # noqa: N802
        return False

    def invoke(self, name, arguments, places, changed):
        module, what, question = arguments[:3]
        self.asked.append([module, what, shown(question)])
        if self.failures:
            self.failures -= 1
            raise uno.RuntimeException("The RPC server is unavailable.", None)
        return self.answer(module, what, question), (), ()

    def answer(self, module, what, question):
        if (module, what) == ("kpixl.cli.excel", "pressed"):
            return self.refreshed(question[2])
        calls = importlib.import_module("kpixl.hosts.excel.calls")
        rows = calls.answered(question[0], [as_value2(value) for value in question[1:]])
        if len(rows) == len(rows[0]) == 1 and not gives_rows(question[0]):
            return rows[0][0]
        return tuple(map(tuple, rows))

    def refreshed(self, day):
        """The body of the macro, on this document in place of Excel's."""
        refresh = importlib.import_module("kpixl.macros.refresh").refresh
        port = importlib.import_module("kpixl.hosts.libreoffice.inside.port").CalcWorkbook(self.document)
        found = refresh(port, datetime.date.fromisoformat(day))
        return ("done", str(len(found.alerts)), "")


def gives_rows(name):
    """xlwings hands one cell over by itself, of which `INDEX` here would give an error, unlike Excel's."""
    registry = importlib.import_module("kpixl.functions.registry").REGISTRY
    return registry[name].result.shape.value != "scalar"


def as_value2(value):
    """A value as Excel's `Value2` would give it: a date as its number, an error as an integer."""
    if isinstance(value, tuple):
        return tuple(map(as_value2, value))
    if getattr(value, "__pyunostruct__", "") == "com.sun.star.bridge.oleautomation.Date":
        return value.Value
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


class Factory(unohelper.Base, XServiceInfo, XSingleComponentFactory, XMultiServiceFactory):
    """Gives the one object, whatever its name in the registry of Windows would be."""

    def __init__(self, python):
        self.python = python

    def createInstanceWithContext(self, context):  # noqa: N802
        return self

    def createInstanceWithArgumentsAndContext(self, arguments, context):  # noqa: N802
        return self

    def createInstance(self, name):  # noqa: N802
        self.python.started += 1
        return self.python if name == "Kpixl.Excel" else None

    def createInstanceWithArguments(self, name, arguments):  # noqa: N802
        return self.createInstance(name)

    def getAvailableServiceNames(self):  # noqa: N802
        return ()

    def getImplementationName(self):  # noqa: N802
        return "org.kpixl.tests.ObjectFactory"

    def supportsService(self, name):  # noqa: N802
        return name == OBJECT_FACTORY

    def getSupportedServiceNames(self):  # noqa: N802
        return (OBJECT_FACTORY,)


g_exportedScripts = (main,)  # noqa: N816 (LibreOffice looks for this name)
