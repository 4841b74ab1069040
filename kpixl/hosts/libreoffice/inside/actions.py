"""What each command does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Optional

from kpixl.hosts.libreoffice import commands
from kpixl.hosts.libreoffice.commands import Command
from kpixl.hosts.libreoffice.inside.as_array import insert_as_array
from kpixl.hosts.libreoffice.inside.check_action import check_planner
from kpixl.hosts.libreoffice.inside.desk import Desk
from kpixl.hosts.libreoffice.inside.refresh_action import refresh_planner
from kpixl.i18n import Message

Action = Callable[[Desk], Optional[Message]]
"""Works at a desk; what it gives is said to the user. Raises `KpixlError` for what cannot be done."""

ACTIONS: Mapping[Command, Action] = {
    commands.REFRESH: refresh_planner,
    commands.CHECK: check_planner,
    commands.AS_ARRAY: insert_as_array,
}
