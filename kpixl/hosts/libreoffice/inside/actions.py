"""What each command does."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kpixl.hosts.libreoffice import commands
from kpixl.hosts.libreoffice.commands import Command
from kpixl.hosts.libreoffice.inside.as_array import insert_as_array
from kpixl.hosts.libreoffice.inside.desk import Desk
from kpixl.i18n import Message

Action = Callable[[Desk], "Message | None"]
"""Works at a desk; what it gives is said to the user. Raises `KpixlError` for what cannot be done."""

ACTIONS: Mapping[Command, Action] = {
    commands.AS_ARRAY: insert_as_array,
}
