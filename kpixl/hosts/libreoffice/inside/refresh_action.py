"""The command "Refresh": the macro on the planner that is open, as of today."""

from __future__ import annotations

from datetime import date

from kpixl.hosts.libreoffice.commands import REFRESH
from kpixl.hosts.libreoffice.inside.desk import Desk
from kpixl.hosts.libreoffice.inside.port import CalcWorkbook
from kpixl.hosts.libreoffice.inside.undo import one_step
from kpixl.i18n import Message
from kpixl.macros.refresh import as_of_for, fiscal_year, refresh


def refresh_planner(desk: Desk) -> Message:
    workbook = CalcWorkbook(desk.document)
    as_of = as_of_for(date.today(), *fiscal_year(workbook))
    with desk.busy(Message.of("office.refreshing")), one_step(desk.document, REFRESH.title(desk.language)):
        refreshed = refresh(workbook, as_of)
    changed = [difference.message.text(desk.language) for difference in refreshed.differences]
    told = " ".join(changed) if changed else Message.of("office.nothing_changed")
    return Message.of("office.refreshed", day=as_of, alerts=len(refreshed.alerts), changes=told)
