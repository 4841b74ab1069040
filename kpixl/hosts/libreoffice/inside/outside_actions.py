"""The commands "New planner", "Report" and "Import": their work is done by kpixl outside of LibreOffice."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import uno

from kpixl.domain.records import Coverage, Record
from kpixl.errors import WorkbookError
from kpixl.hosts.libreoffice.commands import IMPORT
from kpixl.hosts.libreoffice.inside.desk import Desk
from kpixl.hosts.libreoffice.inside.office import extension_file, property_values, service
from kpixl.hosts.libreoffice.inside.outside import run
from kpixl.hosts.libreoffice.inside.port import CalcWorkbook
from kpixl.hosts.libreoffice.inside.undo import one_step
from kpixl.i18n import Message, text
from kpixl.macros.import_actuals import Source, import_actuals, vocabulary_of
from kpixl.macros.reading import is_planner

COMMAND_LINE, READING = "kpixl.cli.main", "kpixl.hosts.libreoffice.reading"
MAPS = "kpixl_maps.json"
XLSX = "Calc MS Excel 2007 XML"


def new_planner(desk: Desk) -> None:
    """Ask where to, make the planner there, and open it."""
    name = text("office.new.file_name", desk.language)
    file = desk.asked_target("new", name, {"xlsx": "Excel 2007-365 (.xlsx)"})
    if file is None:
        return
    with desk.busy(Message.of("office.making")):
        run(COMMAND_LINE, ["--lang", desk.language, "new", "planner", file])
        desktop = service("com.sun.star.frame.Desktop")
        desktop.loadComponentFromURL(uno.systemPathToFileUrl(file), "_blank", 0, ())


def write_report(desk: Desk) -> None:
    """Ask where to, write the report of the planner as it is now, and show it."""
    _refuse_others(desk)
    name = text("office.report.file_name", desk.language)
    kinds = {"html": "HTML (.html)", "pdf": "PDF (.pdf)", "pptx": "PowerPoint (.pptx)"}
    file = desk.asked_target("report", name, kinds)
    if file is None:
        return
    with desk.busy(Message.of("office.reporting")), TemporaryDirectory(prefix="kpixl-") as folder:
        copy = Path(folder) / "planner.xlsx"
        kind = property_values(FilterName=XLSX)
        desk.document.storeToURL(uno.systemPathToFileUrl(str(copy)), kind)
        run(COMMAND_LINE, ["--lang", desk.language, "report", str(copy), "--out", file, "--force"])
    desk.show(file)


def import_sources(desk: Desk) -> Message | None:
    """Ask for files of another tool and take what they say into the actuals."""
    _refuse_others(desk)
    workbook = CalcWorkbook(desk.document)
    titles: dict[str, dict[str, str]] = json.loads(extension_file(MAPS).read_text(encoding="utf-8"))
    files, map_ = desk.asked_sources({name: title[desk.language] for name, title in titles.items()})
    if not files:
        return None
    with desk.busy(Message.of("office.importing")), one_step(desk.document, IMPORT.title(desk.language)):
        imported = import_actuals(workbook, _read(desk, workbook, files, map_))
        workbook.write(imported.changes)
        workbook.recalculate()
    return Message.of("office.imported", **imported.rows)


def _read(desk: Desk, workbook: CalcWorkbook, files: list[str], map_: str) -> list[Source]:
    url = desk.document.getURL()
    home = Path(uno.fileUrlToSystemPath(url)).parent if url.startswith("file:") else Path(files[0]).parent
    request = {
        "map": map_,
        "files": files,
        "folder": str(home),
        "vocabulary": vars(vocabulary_of(workbook)),
        "today": str(date.today()),
        "language": desk.language,
    }
    answer = json.loads(run(READING, [], json.dumps(request)))
    if "refusal" in answer:
        raise WorkbookError("office.outside.failed", detail=answer["refusal"])
    return [_source(told) for told in answer["sources"]]


def _source(told: dict[str, Any]) -> Source:
    return Source(
        told["file"],
        told["map"],
        tuple(Record(date.fromisoformat(day), *rest) for day, *rest in told["records"]),
        tuple(
            Coverage(
                one["metric"],
                date.fromisoformat(one["first"]),
                date.fromisoformat(one["last"]),
                None if one["channels"] is None else frozenset(one["channels"]),
            )
            for one in told["coverage"]
        ),
    )


def _refuse_others(desk: Desk) -> None:
    workbook = CalcWorkbook(desk.document)
    if not is_planner(workbook):
        raise WorkbookError("office.check.no_planner", file=workbook.file)
