"""What each command does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Optional

from kpixl.hosts.libreoffice import commands
from kpixl.hosts.libreoffice.commands import Command
from kpixl.hosts.libreoffice.inside.as_array import insert_as_array
from kpixl.hosts.libreoffice.inside.check_action import check_planner
from kpixl.hosts.libreoffice.inside.desk import Desk
from kpixl.hosts.libreoffice.inside.help_action import show_help
from kpixl.hosts.libreoffice.inside.outside_actions import import_sources, new_planner, write_report
from kpixl.hosts.libreoffice.inside.refresh_action import refresh_planner
from kpixl.i18n import Message

Action = Callable[[Desk], Optional[Message]]
"""Works at a desk; what it gives is said to the user. Raises `KpixlError` for what cannot be done."""

ACTIONS: Mapping[Command, Action] = {
    commands.REFRESH: refresh_planner,
    commands.IMPORT: import_sources,
    commands.CHECK: check_planner,
    commands.REPORT: write_report,
    commands.NEW: new_planner,
    commands.AS_ARRAY: insert_as_array,
    commands.HELP: show_help,
}
