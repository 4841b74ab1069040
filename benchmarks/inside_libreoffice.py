"""Runs inside LibreOffice: recalculates the workbooks that it is asked for over a socket.

A request is a line of JSON with `source` and `target`, or with the `macro` to know from then on; the answer
is a line with the `error`, empty if all went well. LibreOffice ends itself when the other side hangs up.
"""

import json
import os
import socket
import traceback

import uno
from com.sun.star.beans import PropertyValue

ALWAYS_RUN_MACROS = "com.sun.star.document.MacroExecMode.ALWAYS_EXECUTE_NO_WARN"


def main(*_):
    desktop = XSCRIPTCONTEXT.getDesktop()  # noqa: F821 (LibreOffice provides it)
    address = "127.0.0.1", int(os.environ["KPIXL_BENCHMARK_PORT"])
    try:
        with socket.create_connection(address) as other_side, other_side.makefile("rw") as lines:
            for line in lines:
                lines.write(json.dumps({"error": answer(desktop, json.loads(line))}) + "\n")
                lines.flush()
    finally:
        desktop.terminate()


def answer(desktop, request):
    try:
        if "macro" in request:
            add_macro(request["macro"])
        else:
            recalculate(desktop, request["source"], request["target"])
    except Exception:
        return traceback.format_exc()
    return ""


def add_macro(source):
    services = XSCRIPTCONTEXT.getComponentContext().ServiceManager  # noqa: F821
    libraries = services.createInstance("com.sun.star.script.ApplicationScriptLibraryContainer")
    libraries.loadLibrary("Standard")
    libraries.getByName("Standard").insertByName("Kpixl", source)


def recalculate(desktop, source, target):
    # without permission to run macros the cells that call ours would stay empty
    options = properties(Hidden=True, MacroExecutionMode=uno.getConstantByName(ALWAYS_RUN_MACROS))
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, options)
    try:
        document.calculateAll()
        document.storeToURL(uno.systemPathToFileUrl(target), properties(FilterName="Calc MS Excel 2007 XML"))
    finally:
        document.close(True)


def properties(**values):
    made = []
    for name, value in values.items():
        made.append(PropertyValue())
        made[-1].Name, made[-1].Value = name, value
    return tuple(made)


g_exportedScripts = (main,)  # noqa: N816 (LibreOffice looks for this name)
