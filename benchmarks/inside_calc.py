"""Run by LibreOffice's own Python: how long Calc takes to compute a formula in many cells.

python inside_calc.py FOLDER_OF_EXTENSION_MANAGER PIPE, with the request of JSON as input
"""

import json
import sys
from statistics import median
from time import perf_counter

import uno  # noqa: F401 (brings the modules below com.sun.star)
from com.sun.star.beans import PropertyValue

sys.path.insert(0, sys.argv[1])
import extension_manager


def measured(desktop, formula, cells, rounds):
    """Seconds to compute all cells, and the value of the first."""
    document = desktop.loadComponentFromURL(
        "private:factory/scalc", "_blank", 0, (PropertyValue("Hidden", 0, True, 0),)
    )
    sheet = document.Sheets.getByIndex(0)
    rows = [(float(row % 90 + 1), 100.0, 0.5, "", *(float((row + place) % 11) for place in range(10)))
            for row in range(cells)]  # fmt: skip
    sheet.getCellRangeByName(f"A1:N{cells}").setDataArray(tuple(rows))
    column = sheet.getCellRangeByName(f"P1:P{cells}")
    column.setFormulaArray(tuple((formula.format(row=row),) for row in range(1, cells + 1)))
    times = []
    for _ in range(rounds + 1):
        start = perf_counter()
        document.calculateAll()
        times.append(perf_counter() - start)
    first = column.getDataArray()[0][0]
    document.close(True)
    return median(times[1:]), first


def main(pipe):
    request = json.load(sys.stdin)
    context = extension_manager.connected(pipe)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    try:
        times = [measured(desktop, each, request["cells"], request["rounds"]) for each in request["calls"]]
    finally:
        extension_manager.end(context)
    json.dump(times, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[2])
